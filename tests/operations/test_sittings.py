"""Sittings: planned, begun and ended, with seats that have digits and codes."""

from datetime import UTC, datetime, timedelta

import pytest

from assessor.operations.clients import add_site
from assessor.operations.participants import list_participants
from assessor.operations.sittings import (
    add_sitting,
    ask_question,
    begin_sitting,
    end_sitting,
    get_sitting,
    leave_seat,
    list_sittings,
    remove_seat,
    remove_sitting,
    seat_new_participants,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


def add_group(engagement: Engagement, title: str = "Teachers, Ridge Middle") -> str:
    return add_sitting(engagement, SittingKind.FOCUS_GROUP, title, group=Group.TCH)


def test_sittings_get_codes_by_group_and_kind(engagement: Engagement) -> None:
    add_group(engagement)
    add_group(engagement)
    add_sitting(engagement, SittingKind.OBSERVATION, "Arrival")

    assert {row.code for row in list_sittings(engagement)} == {"TCH-FG1", "TCH-FG2", "OBS1"}


def test_seating_new_participants_is_one_change_and_numbers_seats_from_one(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    seat_new_participants(engagement, sitting_id, Group.TCH, 3)

    assert [(seat.number, seat.code) for seat in get_sitting(engagement, sitting_id).seats] == [
        (1, "TCH-01"),
        (2, "TCH-02"),
        (3, "TCH-03"),
    ]
    engagement.undo()
    assert list_participants(engagement) == []


def test_a_freed_seat_is_given_again(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    seats = seat_new_participants(engagement, sitting_id, Group.TCH, 3)
    remove_seat(engagement, seats[1])
    seat_new_participants(engagement, sitting_id, Group.TCH, 1)

    assert [seat.number for seat in get_sitting(engagement, sitting_id).seats] == [1, 2, 3]


def test_beginning_a_sitting_makes_everyone_seated_present(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    seats = seat_new_participants(engagement, sitting_id, Group.TCH, 2)
    begin_sitting(engagement, sitting_id, TEN)
    leave_seat(engagement, seats[0], TEN + timedelta(minutes=12))
    ask_question(engagement, sitting_id, "T2")
    end_sitting(engagement, sitting_id, TEN + timedelta(hours=1))
    sitting = get_sitting(engagement, sitting_id)

    assert [seat.joined_at for seat in sitting.seats] == [TEN, TEN]
    assert sitting.seats[0].left_at == TEN + timedelta(minutes=12)
    assert sitting.question == "T2"
    assert sitting.ended_at == TEN + timedelta(hours=1)


def test_planned_sittings_come_before_those_held(engagement: Engagement) -> None:
    held = add_group(engagement, "Held")
    begin_sitting(engagement, held, TEN)
    add_group(engagement, "Planned")

    assert [row.title for row in list_sittings(engagement)] == ["Planned", "Held"]


def test_a_list_can_be_of_one_kind(engagement: Engagement) -> None:
    add_group(engagement)
    site = add_site(engagement, "Ridge Middle")
    add_sitting(engagement, SittingKind.OBSERVATION, "Arrival", site_id=site)

    assert [row.site for row in list_sittings(engagement, SittingKind.OBSERVATION)] == ["Ridge Middle"]


def test_a_removed_sitting_is_said_to_be_removed(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    remove_sitting(engagement, sitting_id)

    with pytest.raises(CannotDo, match="was removed"):
        get_sitting(engagement, sitting_id)
