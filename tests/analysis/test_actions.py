"""Action health and fidelity."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.actions import ActionFacts, Light, action_health, fidelity, meeting_fidelity
from assessor.terms import ActionStatus, MeetingState

TODAY = date(2026, 10, 15)


def light(status=ActionStatus.IN_PROGRESS, percent=0, due_in=60, blocked_for=None, missed=0):
    due = None if due_in is None else TODAY + timedelta(days=due_in)
    since = None if blocked_for is None else TODAY - timedelta(days=blocked_for)
    return action_health(ActionFacts(status, percent, due, since, missed), TODAY).light


def test_a_step_on_time_is_green():
    assert light() is Light.GREEN
    assert light(due_in=15, percent=10) is Light.GREEN
    assert light(due_in=14, percent=50) is Light.GREEN
    assert light(due_in=None) is Light.GREEN


def test_a_step_due_within_fourteen_days_and_not_half_done_is_amber():
    assert light(due_in=14, percent=49) is Light.AMBER
    assert light(due_in=0, percent=49) is Light.AMBER


def test_a_missed_update_is_amber():
    assert light(missed=1) is Light.AMBER


def test_an_overdue_step_is_red_however_much_is_done():
    assert light(due_in=-1, percent=99) is Light.RED


def test_a_block_is_red_after_fourteen_days_and_amber_before():
    assert light(ActionStatus.BLOCKED, blocked_for=15) is Light.RED
    assert light(ActionStatus.BLOCKED, blocked_for=14) is Light.AMBER
    assert light(ActionStatus.BLOCKED) is Light.AMBER
    assert light(ActionStatus.IN_PROGRESS, blocked_for=30) is Light.GREEN


def test_a_finished_step_is_green_and_a_dropped_one_has_no_health():
    assert light(ActionStatus.DONE, due_in=-30) is Light.GREEN
    assert action_health(ActionFacts(ActionStatus.DROPPED, 0, TODAY), TODAY) is None


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (ActionFacts(ActionStatus.IN_PROGRESS, 80, TODAY - timedelta(days=1)), "Overdue by 1 day."),
        (ActionFacts(ActionStatus.IN_PROGRESS, 20, TODAY), "Due today and 20% done."),
        (
            ActionFacts(ActionStatus.IN_PROGRESS, 20, TODAY + timedelta(days=3)),
            "Due in 3 days and 20% done.",
        ),
        (ActionFacts(ActionStatus.BLOCKED, 20, None, TODAY - timedelta(days=20)), "Blocked for 20 days."),
        (ActionFacts(ActionStatus.IN_PROGRESS, 20, None, None, 1), "An update was missed."),
        (ActionFacts(ActionStatus.IN_PROGRESS, 20, None, None, 2), "2 updates were missed."),
    ],
)
def test_the_reason_is_said(facts, why):
    assert action_health(facts, TODAY).why == why


def test_a_percentage_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="between 0 and 100"):
        light(percent=101)


def test_fidelity_is_what_was_done_of_what_was_planned():
    assert fidelity(7, 8) == Decimal("87.5")
    assert fidelity(Decimal("12.5"), 10) == 125
    assert fidelity(0, 0) is None
    with pytest.raises(ValueError, match="never negative"):
        fidelity(-1, 4)


def test_a_meeting_whose_day_passed_unheld_counts_against_and_one_to_come_does_not():
    meetings = [
        (TODAY - timedelta(days=30), MeetingState.HELD),
        (TODAY - timedelta(days=20), MeetingState.CANCELLED),
        (TODAY - timedelta(days=1), MeetingState.PLANNED),
        (TODAY, MeetingState.PLANNED),
        (TODAY, MeetingState.HELD),
        (TODAY + timedelta(days=5), MeetingState.PLANNED),
    ]
    assert meeting_fidelity(meetings, TODAY) == 50
    assert meeting_fidelity(meetings[-1:], TODAY) is None


@given(st.integers(0, 100), st.integers(-30, 60), st.integers(0, 3))
def test_a_step_never_gets_healthier_by_waiting(percent, due_in, missed):
    order = list(Light)
    today, tomorrow = (light(percent=percent, due_in=due_in - day, missed=missed) for day in (0, 1))
    assert order.index(tomorrow) >= order.index(today)
