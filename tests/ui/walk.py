"""Walks a window as a person without a pointer does: names of what is met, and where Tab leads."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QRadioButton, QWidget

_MOST_STEPS = 500


def focusable(window: QWidget) -> list[QWidget]:
    """What can be reached by Tab: visible, switched on, and not an inner part of another widget."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_inner(widget)
    ]


def unnamed(window: QWidget) -> list[str]:
    """What takes focus and says no name to a screen reader."""
    return [_described(widget) for widget in focusable(window) if not _spoken_name(widget)]


def reached_by_tab(window: QWidget) -> set[QWidget]:
    """What Tab reaches from where the focus is, all the way round."""
    window.activateWindow()
    first = next(iter(focusable(window)), None)
    if first is None:
        return set()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    return set(_round(window))


def not_reached_by_tab(window: QWidget) -> list[str]:
    """What Tab does not reach; of several radio buttons one is enough, arrows lead to the others."""
    reached = reached_by_tab(window)
    groups = {id(widget.parent()) for widget in reached if isinstance(widget, QRadioButton)}
    return [
        _described(widget)
        for widget in focusable(window)
        if widget not in reached and not (isinstance(widget, QRadioButton) and id(widget.parent()) in groups)
    ]


def _round(window: QWidget) -> Iterator[QWidget]:
    seen: set[QWidget] = set()
    for _ in range(_MOST_STEPS):
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            return
        seen.add(focused)
        yield focused
        window.focusNextChild()


def _is_inner(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractSpinBox) or widget.objectName().startswith("qt_")


def _spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    if isinstance(widget, QAbstractButton) and not name:
        name = widget.text()
    return name.strip()


def _described(widget: QWidget) -> str:
    path = []
    at: QWidget | None = widget
    while at is not None and len(path) < 4:
        path.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " in ".join(path)
