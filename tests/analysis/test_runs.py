"""Run charts: the golden limits of domain.md 10, runs, gaps and directions."""

from decimal import Decimal
from math import sqrt
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.rounding import shown
from assessor.analysis.runs import Point, Signal, SignalKind, poisson_limits, run_chart
from assessor.terms import Direction, ValueState


def points_of(*values):
    states = {None: ValueState.NOT_COLLECTED, "s": ValueState.SUPPRESSED, 0: ValueState.ZERO}
    return [
        Point(str(place), states[value])
        if value in states
        else Point(str(place), ValueState.VALUE, Decimal(value))
        for place, value in enumerate(values)
    ]


def runs_of(*values, direction=Direction.LOWER, **more):
    chart = run_chart(points_of(*values), direction, **more)
    return [signal for signal in chart.signals if signal.kind is SignalKind.RUN]


def test_the_poisson_limits_are_those_of_the_golden_vector():
    limits = poisson_limits(Decimal("6.0"))
    assert limits.lower == 0
    assert str(shown(limits.upper, 2)) == "13.35"


def test_a_negative_mean_has_no_limits():
    with pytest.raises(ValueError, match="cannot be"):
        poisson_limits(Decimal(-1))


def test_six_points_on_one_side_of_the_median_are_a_signal():
    assert runs_of(9, 9, 9, 9, 9, 9, 2, 2, 2, 2, 2, 2) == [
        Signal(SignalKind.RUN, 0, 5, above=True, better=False),
        Signal(SignalKind.RUN, 6, 11, above=False, better=True),
    ]


def test_five_points_are_none():
    assert runs_of(9, 9, 9, 9, 9, 2, 2, 2, 2, 2) == []


def test_points_on_the_median_neither_make_nor_break_a_run():
    assert runs_of(5, 9, 9, 9, 5, 9, 9, 9, 2, 2, 2, 2, 2, 2, 5)[0] == Signal(
        SignalKind.RUN, 1, 7, above=True, better=False
    )
    assert runs_of(5, 5, 5, 5, 5, 5, 5) == []


def test_periods_without_a_number_neither_make_nor_break_a_run():
    found = runs_of(9, 9, None, 9, 9, "s", 9, 9, 2, 2, 2, 2, 2, 2)
    assert (found[0].first, found[0].last) == (0, 7)
    assert run_chart(points_of(4, None, 6), Direction.LOWER).median == 5


def test_a_zero_is_a_number_and_a_blank_is_not():
    assert run_chart(points_of(0, 4), Direction.LOWER).median == 2
    assert run_chart(points_of(None, 4), Direction.LOWER).median == 4


@pytest.mark.parametrize(
    ("direction", "better"),
    [(Direction.LOWER, False), (Direction.HIGHER, True), (Direction.CONTEXT, None), (Direction.BAND, None)],
)
def test_whether_a_signal_is_good_depends_on_the_direction(direction, better):
    assert runs_of(9, 9, 9, 9, 9, 9, 2, 2, 2, 2, 2, 2, direction=direction)[0].better is better


def test_a_count_outside_its_limits_is_a_signal():
    chart = run_chart(points_of(6, 6, 6, 6, 14), Direction.LOWER, is_count=True, baseline_points=4)
    assert chart.signals == (Signal(SignalKind.OUTSIDE_LIMITS, 4, 4, above=True, better=False),)
    low = run_chart(points_of(36, 36, 17), Direction.LOWER, is_count=True, baseline_points=2)
    assert low.signals == (Signal(SignalKind.OUTSIDE_LIMITS, 2, 2, above=False, better=True),)


def test_limits_are_drawn_only_for_counts():
    assert run_chart(points_of(6, 6, 60), Direction.LOWER).limits is None


def test_the_median_can_be_that_of_a_baseline():
    chart = run_chart(points_of(9, 9, 9, 2, 2, 2, 2, 2, 2), Direction.LOWER, baseline_points=3)
    assert chart.median == 9
    assert [(signal.first, signal.last) for signal in chart.signals] == [(3, 8)]


def test_a_chart_without_a_number_has_no_median():
    chart = run_chart(points_of(None, "s"), Direction.LOWER, is_count=True)
    assert (chart.median, chart.limits, chart.signals) == (None, None, ())


@pytest.mark.parametrize(
    ("state", "value"),
    [
        (ValueState.VALUE, None),
        (ValueState.ZERO, Decimal(3)),
        (ValueState.NOT_COLLECTED, Decimal(0)),
        (ValueState.SUPPRESSED, Decimal(4)),
    ],
)
def test_a_number_that_does_not_fit_its_state_is_refused(state, value):
    with pytest.raises(ValueError, match="cannot be"):
        Point("2026", state, value)


@given(st.lists(st.one_of(st.none(), st.integers(0, 30)), min_size=1, max_size=40))
def test_median_and_limits_agree_with_the_statistics_module(values):
    chart = run_chart(points_of(*values), Direction.LOWER, is_count=True)
    known = [value for value in values if value is not None]
    if known:
        average = sum(known) / len(known)
        assert float(chart.median) == median(known)
        assert float(chart.limits.upper) == pytest.approx(average + 3 * sqrt(average))
        assert 0 <= chart.limits.lower <= chart.limits.mean <= chart.limits.upper


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=40))
def test_turning_the_chart_upside_down_turns_the_signals(values):
    ahead = runs_of(*(value or "0.0" for value in values), direction=Direction.HIGHER)
    turned = runs_of(*(-value or "0.0" for value in values), direction=Direction.LOWER)
    assert [(s.first, s.last, s.above, s.better) for s in ahead] == [
        (s.first, s.last, not s.above, s.better) for s in turned
    ]
