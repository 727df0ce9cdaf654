"""Whether focus came by the keyboard: only then does a widget wear the ring."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Mixed
else:
    _Mixed = object  # the widget it is mixed into brings Qt's own methods

_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_COMING_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class KeyboardRing(_Mixed):
    """Named before a widget's class, it remembers how focus came."""

    _by_keyboard = False

    @property
    def has_ring(self) -> bool:
        """Whether focus is here and the keyboard brought it."""
        return self.hasFocus() and self._by_keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming back to a window or from a menu leaves the ring as it was."""
        if event.reason() not in _COMING_BACK:
            self._by_keyboard = event.reason() in _KEYS
        super().focusInEvent(event)
