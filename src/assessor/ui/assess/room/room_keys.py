"""The keys of the note-taking room: what a key event asks for."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1)


class RoomKey(StrEnum):
    """What can be asked by key beside typing."""

    NOTE = "note"
    NEXT = "next question"
    PREVIOUS = "previous question"
    FLAG = "flag as a quotation"
    CONCERN = "set apart for safety"
    END = "end the session"
    OFF_RECORD = "off the record, or back"
    EXPAND = "expand an abbreviation"
    LEAVE = "leave the line forward"
    LEAVE_BACK = "leave the line backward"
    NOTHING = "nothing"
    """A key that would do something elsewhere and must not here."""


_KEYS = {
    (Qt.Key.Key_Return, False, False): RoomKey.NOTE,
    (Qt.Key.Key_Enter, False, False): RoomKey.NOTE,
    (Qt.Key.Key_Return, False, True): RoomKey.NOTE,
    (Qt.Key.Key_Down, True, False): RoomKey.NEXT,
    (Qt.Key.Key_Up, True, False): RoomKey.PREVIOUS,
    (Qt.Key.Key_Q, True, False): RoomKey.FLAG,
    (Qt.Key.Key_S, True, True): RoomKey.CONCERN,
    (Qt.Key.Key_E, True, True): RoomKey.END,
    (Qt.Key.Key_O, True, True): RoomKey.OFF_RECORD,
    (Qt.Key.Key_Tab, False, False): RoomKey.EXPAND,
    (Qt.Key.Key_Backtab, False, True): RoomKey.NOTHING,
    (Qt.Key.Key_F6, True, False): RoomKey.LEAVE,
    (Qt.Key.Key_F6, True, True): RoomKey.LEAVE_BACK,
}


def room_key(event: QKeyEvent) -> RoomKey | None:
    """What a key asks for in this room; None for typing, editing and the keys of seats."""
    control, shift = bool(event.modifiers() & _CONTROL), bool(event.modifiers() & _SHIFT)
    if control and event.key() in _DIGITS:
        return RoomKey.NOTHING
    if event.key() == Qt.Key.Key_O and event.isAutoRepeat() and control:
        return RoomKey.NOTHING  # held down it would go off and back and off
    return _KEYS.get((Qt.Key(event.key()), control, shift))


def pressed_seat(event: QKeyEvent) -> int | None:
    """The seat of a function key, F1 to F12, pressed without Ctrl."""
    is_seat = event.key() in _FUNCTION_KEYS and not event.modifiers() & _CONTROL
    return event.key() - Qt.Key.Key_F1 + 1 if is_seat else None


def adds_speaker(event: QKeyEvent) -> bool:
    """Whether the seat speaks beside those named before."""
    return bool(event.modifiers() & _SHIFT)
