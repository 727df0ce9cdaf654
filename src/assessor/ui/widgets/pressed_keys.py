"""Which key an event presses."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def pressed_key(event: QEvent) -> int | None:
    """The key a key press presses, without Ctrl, Alt or Shift; None for every other event."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return None
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return None if held else event.key()
