"""A note-taking room for tests, and hands that type into it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assessor.operations.remarks import RemarkRow, list_remarks
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, choose_guide
from assessor.store.engagement import Engagement
from assessor.terms import Group, SittingKind
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def plan_group(engagement: Engagement, seats: int = 8) -> str:
    """A focus group of teachers that follows their guide; its id."""
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH)
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    seat_new_participants(engagement, sitting_id, Group.TCH, seats)
    return sitting_id


def enter_room(window: MainWindow, sitting_id: str) -> LiveRoom:
    """Go to the sitting and take notes."""
    window.go("sittings", sitting_id)
    window.activateWindow()
    screen = window.screen_of("sittings")
    assert isinstance(screen, SittingsScreen)
    screen.take_notes()
    assert screen.room is not None
    return screen.room


def type_keys(room: LiveRoom, typed: str) -> None:
    """Type letter by letter."""
    QTest.keyClicks(room.input.line, typed)


def type_line(room: LiveRoom, typed: str) -> None:
    """Type a line and note it."""
    type_keys(room, typed)
    press(room, Qt.Key.Key_Return)


def press(
    room: LiveRoom, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key in the line."""
    QTest.keyClick(room.input.line, key, modifiers)


def notes(room: LiveRoom) -> list[RemarkRow]:
    """The lines in the file."""
    return list_remarks(room._engagement, room._sitting_id)


def shown(room: LiveRoom) -> list[str]:
    """The lines in the stream: their words, or the code of a question."""
    rows = room.notes.stream.notes.rows
    return [row.text if isinstance(row, RemarkRow) else row.code for row in rows]
