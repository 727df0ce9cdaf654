"""Sittings: planned, begun and ended, with seats that have digits and codes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assessor.operations.clients import add_site
from assessor.operations.participants import add_participant, list_participants
from assessor.operations.remarks import list_remarks, note_remark
from assessor.operations.seats import (
    leave_seat,
    remove_seat,
    return_to_seat,
    seat_new_participants,
    seat_participants,
)
from assessor.operations.sittings import (
    add_sitting,
    ask_question,
    begin_sitting,
    choose_guide,
    end_sitting,
    get_sitting,
    hold_on,
    list_sittings,
    remove_sitting,
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


def test_known_participants_are_seated_once(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    people = [add_participant(engagement, Group.TCH) for _ in range(3)]
    seat_participants(engagement, sitting_id, people[:2])
    seat_participants(engagement, sitting_id, [people[2], people[0], people[2]])

    assert [seat.code for seat in get_sitting(engagement, sitting_id).seats] == ["TCH-01", "TCH-02", "TCH-03"]


def test_someone_back_is_present_again_and_was_away_between(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    seats = seat_new_participants(engagement, sitting_id, Group.TCH, 1)
    later = TEN + timedelta(minutes=10)
    leave_seat(engagement, seats[0], TEN)
    assert not get_sitting(engagement, sitting_id).seats[0].is_present(TEN)
    return_to_seat(engagement, seats[0], later)

    (seat,) = get_sitting(engagement, sitting_id).seats
    assert seat.is_present(later)
    assert not seat.is_present(later - timedelta(seconds=1))
    assert seat.is_present(TEN - timedelta(seconds=1))


def test_a_guide_is_followed_in_its_newest_version(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    sitting = get_sitting(engagement, sitting_id)

    assert (sitting.guide_key, sitting.guide_version) == ("teachers_and_staff", 1)
    choose_guide(engagement, sitting_id, "")
    assert get_sitting(engagement, sitting_id).guide_version == 0


def test_another_day_takes_the_times_of_the_notes_along(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    seat_new_participants(engagement, sitting_id, Group.TCH, 1)
    begin_sitting(engagement, sitting_id, TEN)
    note_remark(engagement, sitting_id, "Line", said_at=TEN + timedelta(minutes=3))
    end_sitting(engagement, sitting_id, TEN + timedelta(hours=1))
    day = TEN.astimezone().date() - timedelta(days=2)
    hold_on(engagement, sitting_id, day)
    sitting = get_sitting(engagement, sitting_id)

    assert sitting.started_at == TEN - timedelta(days=2)
    assert sitting.ended_at == TEN - timedelta(days=2, hours=-1)
    assert sitting.seats[0].joined_at == sitting.started_at
    assert list_remarks(engagement, sitting_id)[0].said_at == TEN - timedelta(days=2, minutes=-3)


def test_a_sitting_that_was_held_keeps_a_day(engagement: Engagement) -> None:
    sitting_id = add_group(engagement)
    hold_on(engagement, sitting_id, date(2026, 11, 20))
    hold_on(engagement, sitting_id, None)
    begin_sitting(engagement, sitting_id, TEN)

    with pytest.raises(CannotDo, match="needs its day"):
        hold_on(engagement, sitting_id, None)
