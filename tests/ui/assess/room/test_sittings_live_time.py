"""The clocks of the room, how far its questions are, and a session taken up again."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from tests.ui.assess.room.live_rooms import (
    CONTROL,
    enter_room,
    notes,
    plan_group,
    press,
    type_keys,
    type_line,
)

from assessor.operations.sittings import get_sitting
from assessor.store.engagement import Engagement
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.room.steady_clock import SteadyClock
from assessor.ui.main_window import MainWindow

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


class Time:
    """The time of the room, moved on by the test."""

    def __init__(self) -> None:
        self.now = TEN

    def pass_by(self, room: LiveRoom, **time: float) -> None:
        self.now += timedelta(**time)
        room._tick()


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    moved = Time()
    monkeypatch.setattr(SteadyClock, "now", lambda _clock: moved.now)
    return moved


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    return plan_group(engagement)


@pytest.fixture
def room(window: MainWindow, sitting_id: str, time: Time) -> LiveRoom:
    assert time.now == TEN
    return enter_room(window, sitting_id)


def states(room: LiveRoom) -> list[str]:
    return [cell.accessibleName() for cell in room.strip._cells.values()]


def test_the_end_is_said_quietly_from_fifteen_and_five_minutes_on(room: LiveRoom, time: Time) -> None:
    time.pass_by(room, minutes=44)
    assert (room.clock.left.text(), room.time_tag.isVisible()) == ("16 min left", False)

    time.pass_by(room, minutes=1)
    assert (room.clock.left.text(), room.time_tag.text()) == ("15 min left", "Last 15 min")
    time.pass_by(room, minutes=10)
    assert (room.clock.left.text(), room.time_tag.text()) == ("5 min left", "Last 5 min")
    time.pass_by(room, minutes=5)
    assert (room.clock.left.text(), room.time_tag.text()) == ("Time is up", "Over time")
    time.pass_by(room, minutes=2)
    assert room.clock.left.text() == "2 min over"


def test_cells_say_how_far_each_question_is_and_how_long_it_took(room: LiveRoom, time: Time) -> None:
    type_line(room, "3 One.")
    time.pass_by(room, minutes=4)
    press(room, Qt.Key.Key_Down, CONTROL)
    press(room, Qt.Key.Key_Down, CONTROL)
    type_line(room, "/T5")
    type_line(room, "6 Early.")
    type_line(room, "/T3")
    time.pass_by(room, minutes=2)
    said = states(room)

    assert said[0].endswith("covered, 4 of 6 min")
    assert "skipped so far" in said[1]
    assert "asked now, 2 of" in said[2]
    assert "open" in said[3]
    assert "touched early" in said[4]
    assert room.touched.text().startswith("T5 was touched at")
    assert room.touched.text().endswith("by P6")


def test_a_session_left_without_an_end_goes_on_at_its_question_clock_and_line(
    room: LiveRoom, time: Time, engagement: Engagement, sitting_id: str
) -> None:
    press(room, Qt.Key.Key_Down, CONTROL)
    time.pass_by(room, minutes=3)
    type_keys(room, "4 I send the")
    press(room, Qt.Key.Key_Q, CONTROL)
    room.keep_line()
    time.pass_by(room, minutes=1)
    again = LiveRoom(engagement, sitting_id)
    again.enter()

    assert get_sitting(engagement, sitting_id).question == "T2"
    assert again.question_clock.accessibleName().startswith("4:00")
    assert (again.input.text, again.input._chip_words) == ("I send the", "P4")
    assert again.input.is_flagged
    again.hide()
    again.deleteLater()


def test_time_off_the_record_is_not_the_questions(room: LiveRoom, time: Time) -> None:
    time.pass_by(room, minutes=2)
    room.off.switch()
    time.pass_by(room, minutes=5)
    room.off.switch()
    time.pass_by(room, minutes=1)

    assert room.question_clock.accessibleName().startswith("3:00")
    assert [(row.kind.value, row.ended_at) for row in notes(room)] == [
        ("off_record", TEN + timedelta(minutes=7))
    ]


def test_the_head_says_since_when_all_is_kept(room: LiveRoom, time: Time) -> None:
    type_keys(room, "4 I send")
    assert room.kept.words == "Typing"
    room.keep_line()
    assert room.kept.words == "Kept just now"
    time.pass_by(room, seconds=14)
    assert room.kept.words == "Kept, 14 s ago"
    time.pass_by(room, minutes=3)
    assert room.kept.words == "Kept, 3 min ago"
