"""Groups of students beside all others: golden vectors, an independent formula, never from too few."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats.contingency import relative_risk

from assessor.analysis.ratios import GroupCount, compare_with_others, risk_ratio
from assessor.analysis.rounding import shown
from assessor.operations.measures.measure_cells import TypedCell, enter_cells
from assessor.operations.measures.measure_comparisons import GroupComparison, list_comparisons
from assessor.operations.measures.measure_parts import Whom
from assessor.operations.measures.measures import add_measure_from_library
from assessor.operations.periods import read_period
from assessor.store import Engagement

YEAR = read_period("2026-27")
GROUP = "Black students"
counts = st.integers(30, 5000).flatmap(
    lambda enrolled: st.builds(GroupCount, st.integers(10, enrolled), st.just(enrolled))
)


def compared(engagement: Engagement, whole: str, group: str) -> GroupComparison:
    """The group beside all others, typed as counts of K01."""
    measure = add_measure_from_library(engagement, "K01")
    enter_cells(
        engagement,
        [TypedCell(measure, YEAR, whole), TypedCell(measure, YEAR, group, Whom(None, GROUP))],
    )
    return list_comparisons(engagement, measure, YEAR.starts_on)[GROUP]


def test_the_vector_of_the_risk_ratio_comes_out_of_typed_counts(engagement: Engagement) -> None:
    found = compared(engagement, "60/1400", "18/240")

    assert found.comparison is not None
    ratio = found.comparison.ratio
    assert ratio is not None
    assert (round(ratio.value, 4), round(ratio.low, 4), round(ratio.high, 4)) == (2.0714, 1.2139, 3.5347)
    assert str(shown(found.comparison.excess, 2)) == "9.31"
    assert found.is_of_few_events


@pytest.mark.parametrize(
    ("whole", "group", "why"),
    [
        ("27/1400", "9/240", "too few to compare"),
        ("27/1400", "18/1390", "too few to compare"),
        ("27/1400", "10/29", "too few to compare"),
        ("nc", "18/240", "are not known"),
        ("27/1400", "s", "are not known"),
        ("20/1400", "25/240", "as large as all"),
    ],
)
def test_from_too_few_or_unknown_counts_there_is_no_ratio(
    engagement: Engagement, whole: str, group: str, why: str
) -> None:
    found = compared(engagement, whole, group)

    assert found.comparison is None or found.comparison.ratio is None
    assert why in found.words


@settings(max_examples=60, deadline=None)
@given(counts, counts)
def test_ratio_and_interval_are_those_of_another_implementation(
    group: GroupCount, others: GroupCount
) -> None:
    ours, theirs = (
        risk_ratio(group, others),
        relative_risk(group.events, group.enrolled, others.events, others.enrolled),
    )
    assert ours is not None
    bounds = theirs.confidence_interval(0.95)

    assert ours.value == pytest.approx(theirs.relative_risk)
    assert ours.low == pytest.approx(bounds.low, rel=1e-4)
    assert ours.high == pytest.approx(bounds.high, rel=1e-4)


def test_an_empty_group_of_others_is_told_in_words() -> None:
    found = compare_with_others(GroupCount(20, 100), GroupCount(0, 900))

    assert found.ratio is None
