"""Targets: baselines, planned paths and states against them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.runs import Point
from assessor.analysis.targets import (
    PlannedPath,
    Status,
    attainment,
    baseline_of_counts,
    judge_status,
    off_for_two_periods,
)
from assessor.terms import Direction, ValueState

START, END = date(2026, 7, 1), date(2027, 7, 1)
DOWN = PlannedPath(((START, Decimal(20)), (END, Decimal(10))))
UP = PlannedPath(((START, Decimal(40)), (END, Decimal(60))))
numbers = st.decimals(0, 100, places=1)


def value(number):
    return Point("2027", ValueState.VALUE, Decimal(number))


def test_a_path_runs_straight_from_baseline_to_target_and_is_level_outside():
    path = PlannedPath(((date(2026, 1, 1), Decimal(10)), (date(2026, 1, 11), Decimal(20))))
    assert path.planned_on(date(2026, 1, 4)) == 13
    assert path.planned_on(date(2025, 1, 1)) == 10
    assert path.planned_on(date(2027, 1, 1)) == 20


def test_a_path_leads_through_its_milestones():
    stops = (
        (date(2026, 1, 1), Decimal(0)),
        (date(2026, 1, 11), Decimal(2)),
        (date(2026, 1, 21), Decimal(10)),
    )
    assert PlannedPath(stops).planned_on(date(2026, 1, 11)) == 2
    assert PlannedPath(stops).planned_on(date(2026, 1, 16)) == 6


@pytest.mark.parametrize("stops", [(), ((START, Decimal(1)), (START, Decimal(2)))])
def test_a_path_needs_stops_on_rising_days(stops):
    with pytest.raises(ValueError, match="days that rise"):
        PlannedPath(stops)


@pytest.mark.parametrize(
    ("number", "status"),
    [
        ("9", Status.ON_TRACK),
        ("10", Status.ON_TRACK),
        ("11", Status.ON_TRACK),
        ("11.1", Status.WATCH),
        ("13", Status.WATCH),
        ("13.1", Status.OFF),
        ("25", Status.OFF),
    ],
)
def test_a_measure_that_should_fall_stands_by_how_much_of_the_fall_is_reached(number, status):
    assert judge_status(value(number), END, DOWN, Direction.LOWER) is status


@pytest.mark.parametrize(
    ("number", "status"),
    [("58", Status.ON_TRACK), ("57.9", Status.WATCH), ("54", Status.WATCH), ("53", Status.OFF)],
)
def test_a_measure_that_should_rise_stands_by_how_much_of_the_rise_is_reached(number, status):
    assert judge_status(value(number), END, UP, Direction.HIGHER) is status


def test_a_level_to_hold_stands_by_the_level():
    hold = PlannedPath(((START, Decimal(80)),))
    assert judge_status(value("72"), END, hold, Direction.HIGHER) is Status.ON_TRACK
    assert judge_status(value("60"), END, hold, Direction.HIGHER) is Status.WATCH
    assert judge_status(value("50"), END, hold, Direction.HIGHER) is Status.OFF
    assert judge_status(value("100"), END, hold, Direction.LOWER) is Status.WATCH


def test_where_a_rise_in_counts_is_planned_for_a_while_fewer_are_still_fine_and_more_are_not():
    recording = PlannedPath(((START, Decimal(20)), (END, Decimal(25))))
    assert judge_status(value("20"), END, recording, Direction.LOWER) is Status.ON_TRACK
    assert judge_status(value("30"), END, recording, Direction.LOWER) is Status.WATCH


def test_none_planned_and_some_happened_is_off():
    none = PlannedPath(((START, Decimal(0)),))
    assert judge_status(Point("2027", ValueState.ZERO), END, none, Direction.LOWER) is Status.ON_TRACK
    assert judge_status(value("1"), END, none, Direction.LOWER) is Status.OFF


def test_without_a_number_the_state_says_why():
    assert judge_status(None, END, DOWN, Direction.LOWER) is Status.NO_DATA
    blank = Point("2027", ValueState.NOT_COLLECTED)
    assert judge_status(blank, END, DOWN, Direction.LOWER, same_definition=False) is Status.NO_DATA
    hidden = Point("2027", ValueState.SUPPRESSED)
    assert judge_status(hidden, END, DOWN, Direction.LOWER) is Status.SUPPRESSED


def test_a_changed_definition_is_not_compared():
    assert (
        judge_status(value("10"), END, DOWN, Direction.LOWER, same_definition=False)
        is Status.DEFINITION_CHANGED
    )


def test_a_measure_without_a_better_direction_has_no_status():
    assert judge_status(value("10"), END, DOWN, Direction.CONTEXT) is None
    with pytest.raises(ValueError, match="no path"):
        attainment(Decimal(1), Decimal(2), Decimal(3), Direction.CONTEXT)


@pytest.mark.parametrize(
    ("number", "status"),
    [
        ("95", Status.ON_TRACK),
        ("100", Status.ON_TRACK),
        ("86", Status.ON_TRACK),
        ("80", Status.WATCH),
        ("60", Status.OFF),
    ],
)
def test_a_measure_with_a_target_band_stands_by_its_nearest_edge(number, status):
    hold = PlannedPath(((START, Decimal(95)),))
    band = (Decimal(95), Decimal(100))
    assert judge_status(value(number), END, hold, Direction.BAND, band=band) is status


def test_a_target_band_must_be_given():
    with pytest.raises(ValueError, match="lowest and highest"):
        judge_status(value("95"), END, DOWN, Direction.BAND)


def test_a_baseline_is_the_last_year_or_three_pooled_where_counts_are_small():
    large = baseline_of_counts({2024: 30, 2025: 27})
    assert (large.value, large.years, large.pooled) == (27, (2025,), False)
    small = baseline_of_counts({2022: 90, 2023: 4, 2024: 6, 2025: 5})
    assert (small.value, small.years, small.pooled) == (5, (2023, 2024, 2025), True)
    assert baseline_of_counts({}) is None


def test_two_periods_off_target_call_for_a_revision():
    assert off_for_two_periods([Status.ON_TRACK, Status.OFF, Status.OFF])
    assert not off_for_two_periods([Status.OFF, Status.WATCH])
    assert not off_for_two_periods([Status.OFF])


@given(numbers, numbers, numbers)
def test_reaching_what_was_planned_is_a_hundred_percent_and_doing_better_is_never_less(
    actual, planned, baseline
):
    for direction, sign in ((Direction.HIGHER, 1), (Direction.LOWER, -1)):
        assert attainment(planned, planned, baseline, direction) == 100
        if sign * (actual - planned) > 0:
            assert attainment(actual, planned, baseline, direction) >= 100
        if sign * (actual - planned) < 0:
            assert attainment(actual, planned, baseline, direction) < 100


@given(numbers, numbers, numbers)
def test_where_a_change_was_planned_rising_and_falling_measures_are_judged_alike(actual, planned, baseline):
    if planned > baseline:
        rising = attainment(actual, planned, baseline, Direction.HIGHER)
        assert rising == attainment(100 - actual, 100 - planned, 100 - baseline, Direction.LOWER)
