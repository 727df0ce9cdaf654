"""Plays the script with keys into the real room, on a clock of its own, and reads what came of it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select
from tests.journeys.session_notebook import Line
from tests.journeys.session_script import SEATS, Event

from assessor.model import Asking, SafeguardingNote
from assessor.operations.off_record import is_off_record
from assessor.operations.remarks import RemarkRow, list_remarks
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, choose_guide, get_sitting
from assessor.store import Engagement
from assessor.terms import Group, RemarkKind, SittingKind
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.room.steady_clock import SteadyClock

BEGUN = datetime(2026, 11, 12, 10, tzinfo=UTC)
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    "next": (Qt.Key.Key_Down, _CONTROL),
    "previous": (Qt.Key.Key_Up, _CONTROL),
    "off": (Qt.Key.Key_O, _CONTROL | _SHIFT),
    "flag": (Qt.Key.Key_Q, _CONTROL),
}


class Time:
    """The time of the session, which only the script moves on."""

    def __init__(self) -> None:
        self.passed = 0

    def now(self) -> datetime:
        """The moment of the event that happens."""
        return BEGUN + timedelta(milliseconds=self.passed)

    def govern(self, replace: Callable[[object, str, object], None]) -> None:
        """Have every steady clock show this time; `replace` sets an attribute."""
        replace(SteadyClock.__init__, "__defaults__", (self.now, lambda: self.passed / 1000))


def seat_teachers(engagement: Engagement) -> str:
    """A focus group of nine teachers, planned; its id."""
    sitting_id = add_sitting(
        engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH, minutes=90
    )
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    seat_new_participants(engagement, sitting_id, Group.TCH, len(SEATS))
    return sitting_id


def play(room: LiveRoom, time: Time, event: Event) -> None:
    """Let one event happen."""
    time.passed = event.at
    if event.press:
        press(room, event.press)
        return
    type_keys(room, event.typed)
    QTest.keyClick(room.input.line, Qt.Key.Key_Return)


def press(room: LiveRoom, key: str) -> None:
    """Press a key of the room by its meaning."""
    QTest.keyClick(room.input.line, *_KEYS[key])


def type_keys(room: LiveRoom, typed: str) -> None:
    """Type; a tab is the Tab key."""
    for place, part in enumerate(typed.split("\t")):
        if place:
            QTest.keyClick(room.input.line, Qt.Key.Key_Tab)
        QTest.keyClicks(room.input.line, part)


def read_lines(engagement: Engagement, sitting_id: str) -> list[Line]:
    """What stands in the file, as the script writes it."""
    seats = {seat.code: seat.number for seat in get_sitting(engagement, sitting_id).seats}
    rows = list_remarks(engagement, sitting_id)
    assert [row.position for row in rows] == list(range(len(rows)))
    return [_line(row, seats) for row in rows]


def read_state(engagement: Engagement, sitting_id: str) -> tuple[object, ...]:
    """What Notebook.state says, read from the file."""
    sitting = get_sitting(engagement, sitting_id)
    rows = list_remarks(engagement, sitting_id)
    said = next((row for row in reversed(rows) if row.kind is RemarkKind.SAID), None)
    return (
        len(rows),
        said and (said.agree, said.dissent, said.present, said.is_quote),
        sitting.question,
        frozenset(seat.number for seat in sitting.seats if seat.left_at is None),
        is_off_record(engagement, sitting_id),
        len(read_concerns(engagement, sitting_id)),
    )


def read_concerns(engagement: Engagement, sitting_id: str) -> list[tuple[int, str]]:
    """When each concern was said, and its words."""
    query = select(SafeguardingNote.said_at, SafeguardingNote.text)
    with engagement.reading() as session:
        found = session.execute(
            query.where(SafeguardingNote.sitting_id == sitting_id).order_by(SafeguardingNote.said_at)
        )
        return [(_passed(said_at), text) for said_at, text in found]


def read_askings(engagement: Engagement, sitting_id: str) -> list[tuple[int, str]]:
    """When each question was asked."""
    query = select(Asking.asked_at, Asking.question).where(Asking.sitting_id == sitting_id)
    with engagement.reading() as session:
        found = session.execute(query.order_by(Asking.asked_at))
        return [(_passed(asked_at), question) for asked_at, question in found]


def _line(row: RemarkRow, seats: dict[str, int]) -> Line:
    def numbers(codes: tuple[str, ...]) -> frozenset[int]:
        return frozenset(seats[code] for code in codes)

    return Line(
        kind=row.kind.value,
        fidelity=row.fidelity.value,
        text=row.text,
        seats=numbers(row.speakers),
        question=row.question,
        said_at=_passed(row.said_at),
        is_quote=row.is_quote,
        ended_at=row.ended_at and _passed(row.ended_at),
        agree=row.agree,
        dissent=row.dissent,
        present=row.present,
        agreeing=numbers(row.agreeing),
        dissenting=numbers(row.dissenting),
        neutral=numbers(row.neutral),
    )


def _passed(moment: datetime) -> int:
    return round((moment - BEGUN) / timedelta(milliseconds=1))
