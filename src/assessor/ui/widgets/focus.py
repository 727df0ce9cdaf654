"""Whether focus came by the keyboard: only then does a button wear the ring."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_COMING_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def came_by_keyboard(event: QFocusEvent, before: bool) -> bool:
    """Whether the ring is due; coming back to a window or from a menu leaves it as it was `before`."""
    return before if event.reason() in _COMING_BACK else event.reason() in _KEYS
