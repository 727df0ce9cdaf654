"""Meetings: planned, logged or canceled with a reason, and their decisions."""

from datetime import date

import pytest

from assessor.operations.meetings import (
    cancel_meeting,
    list_decisions,
    list_meetings,
    log_meeting,
    plan_meeting,
    plan_rhythm,
    record_decision,
    remove_meeting,
    reopen_meeting,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, MeetingState

DAY = date(2026, 11, 18)


def test_a_planned_meeting_becomes_held_when_it_is_logged(engagement: Engagement) -> None:
    meeting_id = plan_meeting(engagement, "M2", DAY)
    log_meeting(engagement, meeting_id, "SRO, principal", "Went through last week's calls")

    row = list_meetings(engagement)[0]
    assert (row.state, row.attended_by) == (MeetingState.HELD, "SRO, principal")


def test_a_meeting_is_canceled_only_with_a_reason(engagement: Engagement) -> None:
    meeting_id = plan_meeting(engagement, "M2", DAY)

    with pytest.raises(CannotDo, match="Say why"):
        cancel_meeting(engagement, meeting_id, " ")
    cancel_meeting(engagement, meeting_id, "SRO in court")

    assert list_meetings(engagement)[0].canceled_because == "SRO in court"


def test_decisions_belong_to_their_meeting_and_outlive_it(engagement: Engagement) -> None:
    meeting_id = plan_meeting(engagement, "M5", DAY)
    record_decision(engagement, "Post the call guide", DAY, meeting_id=meeting_id, owner="Principal")
    record_decision(engagement, "Another", DAY)

    assert [row.text for row in list_decisions(engagement, meeting_id)] == ["Post the call guide"]
    remove_meeting(engagement, meeting_id)
    assert len(list_decisions(engagement)) == 2


def test_meetings_are_listed_by_kind_newest_first(engagement: Engagement) -> None:
    plan_meeting(engagement, "M2", DAY)
    plan_meeting(engagement, "M4", DAY)
    plan_meeting(engagement, "M2", date(2026, 11, 25))

    assert [row.meets_on.day for row in list_meetings(engagement, "M2")] == [25, 18]


def test_a_meeting_brings_its_standing_agenda(engagement: Engagement) -> None:
    plan_meeting(engagement, "M5", DAY)
    plan_meeting(engagement, "BOARD", DAY, title="Report to the Board")

    agendas = {row.kind: row.agenda for row in list_meetings(engagement)}
    assert agendas == {"M5": "Status of the plan\nBlocked actions\nResources", "BOARD": ""}


def test_a_rhythm_is_one_change_and_leaves_days_that_are_taken(engagement: Engagement) -> None:
    plan_meeting(engagement, "M2", DAY)
    before = list_meetings(engagement)
    days = [DAY, date(2026, 11, 25), date(2026, 12, 2)]

    assert len(plan_rhythm(engagement, "M2", days)) == 2
    with pytest.raises(CannotDo, match="in the calendar already"):
        plan_rhythm(engagement, "M2", days)
    engagement.undo()
    assert list_meetings(engagement) == before


def test_what_became_of_a_meeting_can_be_taken_back(engagement: Engagement) -> None:
    meeting_id = plan_meeting(engagement, "M2", DAY)
    cancel_meeting(engagement, meeting_id, "Snow")
    reopen_meeting(engagement, meeting_id)

    row = list_meetings(engagement)[0]
    assert (row.state, row.canceled_because) == (MeetingState.PLANNED, "")
