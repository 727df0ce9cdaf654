"""Layouts that are filled anew: taking everything out, and keeping the place of what comes for Tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def empty(layout: QLayout, kept: QWidget | None = None) -> None:
    """Remove what a layout holds; all but `kept` is deleted."""
    while layout.count():
        item = layout.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None and old is not kept:
            old.hide()
            old.deleteLater()


def hidden_stop(parent: QWidget) -> QWidget:
    """Marks a place in the order of Tab: what is made later is put after it with `QWidget.setTabOrder`."""
    stop = QWidget(parent)
    stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else Qt orders nothing after it; hidden, it is passed over
    stop.hide()
    return stop
