"""Taking everything out of a layout that is to be filled anew."""

from PySide6.QtWidgets import QLayout, QWidget


def empty(layout: QLayout, kept: QWidget | None = None) -> None:
    """Remove what a layout holds; all but `kept` is deleted."""
    while layout.count():
        item = layout.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None and old is not kept:
            old.hide()
            old.deleteLater()
