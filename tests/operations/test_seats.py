"""Seats: put where they stand, evenly again, and what everyone agreed to."""

import pytest

from assessor.operations.participants import list_participants
from assessor.operations.seats import (
    arrange_evenly,
    consent_all,
    move_seat,
    seat_new_participants,
)
from assessor.operations.sittings import add_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import Group, SittingKind


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    seat_new_participants(engagement, sitting_id, Group.TCH, 3)
    return sitting_id


def places(engagement: Engagement, sitting_id: str) -> list[tuple[int | None, int | None]]:
    return [(seat.x, seat.y) for seat in get_sitting(engagement, sitting_id).seats]


def test_a_seat_is_moved_as_one_change_that_can_be_undone(engagement: Engagement, sitting_id: str) -> None:
    seat = get_sitting(engagement, sitting_id).seats[1]
    move_seat(engagement, seat.id, 120, 1000)
    assert places(engagement, sitting_id) == [(None, None), (120, 1000), (None, None)]

    engagement.undo()
    assert places(engagement, sitting_id) == [(None, None)] * 3


@pytest.mark.parametrize(("x", "y"), [(-1, 0), (0, 1001)])
def test_a_seat_stands_within_the_room(engagement: Engagement, sitting_id: str, x: int, y: int) -> None:
    with pytest.raises(ValueError, match="outside the room"):
        move_seat(engagement, get_sitting(engagement, sitting_id).seats[0].id, x, y)


def test_arranged_evenly_no_seat_has_a_place_of_its_own(engagement: Engagement, sitting_id: str) -> None:
    for seat in get_sitting(engagement, sitting_id).seats:
        move_seat(engagement, seat.id, 500, 500)
    arrange_evenly(engagement, sitting_id)
    assert places(engagement, sitting_id) == [(None, None)] * 3

    engagement.undo()
    assert places(engagement, sitting_id) == [(500, 500)] * 3


def test_everyone_seated_agrees_as_one_change(engagement: Engagement, sitting_id: str) -> None:
    elsewhere = add_sitting(engagement, SittingKind.INTERVIEW, "Another", group=Group.TCH)
    seat_new_participants(engagement, elsewhere, Group.TCH, 1)
    consent_all(engagement, sitting_id, "may_be_recorded", is_given=True)
    assert [one.may_be_recorded for one in list_participants(engagement)] == [True, True, True, False]

    consent_all(engagement, sitting_id, "takes_part", is_given=False)
    assert [one.takes_part for one in list_participants(engagement)] == [False, False, False, True]
    engagement.undo()
    assert all(one.takes_part for one in list_participants(engagement))
    with pytest.raises(KeyError):
        consent_all(engagement, sitting_id, "code", is_given=True)
