"""Who comes and leaves, and what counts are out of."""

from datetime import UTC, datetime, timedelta

import pytest

from assessor.operations.kept_lines import get_line, keep_line, line_key
from assessor.operations.presence import note_came, note_left
from assessor.operations.seats import SeatRow, seat_new_participants
from assessor.operations.sittings import add_sitting, begin_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return TEN + timedelta(minutes=minutes)


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    seat_new_participants(engagement, sitting_id, Group.TCH, 4)
    begin_sitting(engagement, sitting_id, TEN)
    return sitting_id


def seats(engagement: Engagement, sitting_id: str) -> tuple[SeatRow, ...]:
    return get_sitting(engagement, sitting_id).seats


def there(engagement: Engagement, sitting_id: str, minutes: float) -> list[int]:
    return [seat.number for seat in seats(engagement, sitting_id) if seat.is_present(at(minutes))]


def test_several_leave_as_one_change_and_one_comes_back(engagement: Engagement, sitting_id: str) -> None:
    note_left(engagement, sitting_id, (2, 3), at(10))
    note_came(engagement, sitting_id, (3,), at(20))

    assert there(engagement, sitting_id, 5) == [1, 2, 3, 4]
    assert there(engagement, sitting_id, 15) == [1, 4]
    assert there(engagement, sitting_id, 25) == [1, 3, 4]
    engagement.undo()
    engagement.undo()
    assert there(engagement, sitting_id, 15) == [1, 2, 3, 4]


def test_someone_late_is_out_at_the_start_and_comes_in(engagement: Engagement, sitting_id: str) -> None:
    note_left(engagement, sitting_id, (4,), at(0))
    note_came(engagement, sitting_id, (4,), at(7))

    assert there(engagement, sitting_id, 6) == [1, 2, 3]
    assert there(engagement, sitting_id, 8) == [1, 2, 3, 4]


def test_the_next_free_number_seats_someone_new_of_the_same_group(
    engagement: Engagement, sitting_id: str
) -> None:
    note_came(engagement, sitting_id, (5,), at(12))
    new = seats(engagement, sitting_id)[-1]

    assert (new.number, new.code, new.joined_at) == (5, "TCH-05", at(12))
    assert there(engagement, sitting_id, 11) == [1, 2, 3, 4]


def test_the_line_that_said_so_goes_with_the_change(engagement: Engagement, sitting_id: str) -> None:
    keep_line(engagement, sitting_id, "/out 2", TEN)
    note_left(engagement, sitting_id, (2,), at(1), draft=line_key(sitting_id))

    assert get_line(engagement, sitting_id).text == ""


@pytest.mark.parametrize(
    ("doing", "numbers", "why"),
    [
        (note_left, (1, 9), "Nobody sits at P9"),
        (note_came, (7,), "The next free number is 5"),
        (note_came, (1,), "P1 is here already"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    engagement: Engagement, sitting_id: str, doing: object, numbers: tuple[int, ...], why: str
) -> None:
    assert callable(doing)
    with pytest.raises(CannotDo, match=why):
        doing(engagement, sitting_id, numbers, at(1))
    assert there(engagement, sitting_id, 2) == [1, 2, 3, 4]


def test_who_left_cannot_leave_again(engagement: Engagement, sitting_id: str) -> None:
    note_left(engagement, sitting_id, (2,), at(1))
    with pytest.raises(CannotDo, match="P2 left already"):
        note_left(engagement, sitting_id, (2,), at(2))


def test_at_a_joint_session_someone_new_is_of_no_known_group(engagement: Engagement) -> None:
    joint = add_sitting(engagement, SittingKind.JOINT_SESSION, "SRO and principal")
    with pytest.raises(CannotDo, match="several groups"):
        note_came(engagement, joint, (1,), TEN)
