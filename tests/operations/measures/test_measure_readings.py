"""Readings of measures: status on the planned path, run chart, what took effect, what to watch beside."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.analysis.targets import Status
from assessor.operations import action_steps, goals, objectives, plans
from assessor.operations.measures.measure_readings import MeasureReading, list_readings
from assessor.operations.measures.measure_values import enter_value
from assessor.operations.measures.measures import (
    add_balance_measure,
    add_measure,
    add_measure_from_library,
    edit_measure,
)
from assessor.store import Engagement
from assessor.terms import Direction, ValueState

TODAY = date(2027, 2, 10)
SEPTEMBER, JANUARY = date(2026, 9, 1), date(2027, 1, 1)


def only(engagement: Engagement) -> MeasureReading:
    return list_readings(engagement, TODAY)[0]


@pytest.fixture
def falling(engagement: Engagement) -> str:
    """A measure that is to fall from 40 to 20 over the plan's year."""
    plans.edit_plan(engagement, starts_on=date(2026, 7, 1), ends_on=date(2027, 6, 30))
    measure = add_measure(engagement, "L1", "Calls", direction=Direction.LOWER)
    edit_measure(engagement, measure, baseline=Decimal(40), target=Decimal(20), target_on=date(2027, 6, 30))
    return measure


@pytest.mark.parametrize(
    ("value", "status"), [(28, Status.ON_TRACK), (30, Status.WATCH), (38, Status.OFF), (45, Status.OFF)]
)
def test_the_newest_value_is_judged_by_where_it_was_to_be_at_the_end_of_its_period(
    engagement: Engagement, falling: str, value: int, status: Status
) -> None:
    enter_value(engagement, falling, JANUARY, Decimal(value))
    reading = only(engagement)

    assert reading.status is status
    assert reading.planned is not None
    assert round(reading.planned, 1) == Decimal("28.2")


def test_a_period_that_is_not_over_is_judged_by_today(engagement: Engagement, falling: str) -> None:
    enter_value(engagement, falling, date(2027, 2, 1), Decimal(28))
    planned = only(engagement).planned

    assert planned is not None
    assert round(planned, 1) == Decimal("27.7")


def test_what_is_missing_is_said_as_it_is(engagement: Engagement, falling: str) -> None:
    assert only(engagement).status is Status.NO_DATA
    enter_value(engagement, falling, SEPTEMBER, state=ValueState.NOT_COLLECTED)
    assert only(engagement).status is Status.NO_DATA
    enter_value(engagement, falling, JANUARY, state=ValueState.SUPPRESSED)
    assert only(engagement).status is Status.SUPPRESSED


def test_without_a_target_or_a_better_direction_nothing_is_judged(
    engagement: Engagement, falling: str
) -> None:
    enter_value(engagement, falling, JANUARY, Decimal(28))
    edit_measure(engagement, falling, direction=Direction.CONTEXT)
    assert only(engagement).status is None
    edit_measure(engagement, falling, direction=Direction.LOWER, target=None)
    assert only(engagement).status is None


def test_a_band_is_good_from_its_target_to_its_outlook(engagement: Engagement) -> None:
    measure = add_measure_from_library(engagement, "K18")
    edit_measure(engagement, measure, target=Decimal(95))
    enter_value(engagement, measure, JANUARY, Decimal(98))
    assert only(engagement).status is Status.ON_TRACK
    edit_measure(engagement, measure, outlook=Decimal(96))
    enter_value(engagement, measure, JANUARY, Decimal(200))
    assert only(engagement).status is Status.OFF


def test_a_measure_that_is_to_stay_needs_no_day(engagement: Engagement) -> None:
    measure = add_measure(engagement, "L1", "Meetings held", target=Decimal(90))
    enter_value(engagement, measure, JANUARY, Decimal(92))

    assert only(engagement).status is Status.ON_TRACK


def test_six_periods_before_the_plan_give_the_median(engagement: Engagement, falling: str) -> None:
    for month in range(1, 7):
        enter_value(engagement, falling, date(2026, month, 1), Decimal(40))
    for month in range(7, 13):
        enter_value(engagement, falling, date(2026, month, 1), Decimal(30))
    chart = only(engagement).chart

    assert chart.median == 40
    assert [(signal.first, signal.last, signal.better) for signal in chart.signals] == [(6, 11, True)]


def test_actions_that_took_effect_stand_at_their_period(engagement: Engagement, falling: str) -> None:
    goal = goals.add_goal(engagement, "Goal")
    objective = objectives.add_objective(engagement, goal, "Objective")
    objectives.tie_measure(engagement, objective, falling)
    action = action_steps.add_action(engagement, objective, "Guide")
    action_steps.edit_action(engagement, action, took_effect_on=date(2026, 10, 20))
    for month in (9, 10, 11):
        enter_value(engagement, falling, date(2026, month, 1), Decimal(month))
    reading = only(engagement)

    assert [(effect.code, effect.at) for effect in reading.effects] == [("A1.1", 1.0)]
    assert [line.number for line in reading.serves] == ["1.1"]


def test_the_measure_to_watch_beside_is_the_one_tied_or_the_one_of_the_library(
    engagement: Engagement,
) -> None:
    referrals = add_measure_from_library(engagement, "K01")
    assert only(engagement).balances == ()
    suspensions = add_balance_measure(engagement, referrals, "K09")
    assert [each.id for each in only(engagement).balances] == [suspensions]
    edit_measure(engagement, suspensions, balances_id=None)
    assert [each.id for each in only(engagement).balances] == [suspensions]
