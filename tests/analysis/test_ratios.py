"""Rates and ratios: golden vectors of domain.md 10, a published table, and the rules for small numbers."""

from decimal import Decimal
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.ratios import (
    ArrestsExceedReferrals,
    GroupCount,
    arrest_share,
    check_arrests,
    compare_with_others,
    compare_with_state,
    doubts_about_counts,
    needs_interval,
    rate,
    risk_ratio,
)
from assessor.analysis.rounding import shown
from assessor.terms import CannotDo

GROUP, OTHERS = GroupCount(18, 240), GroupCount(42, 1160)
counts = st.integers(30, 3000).flatmap(
    lambda enrolled: st.builds(GroupCount, st.integers(10, enrolled), st.just(enrolled))
)


def test_the_risk_ratio_is_that_of_the_golden_vector():
    found = compare_with_others(GROUP, OTHERS)
    assert str(shown(found.risk, 4)) == "0.0750"
    assert str(shown(found.others_risk, 4)) == "0.0362"
    assert round(found.ratio.value, 4) == 2.0714
    assert (round(found.ratio.low, 4), round(found.ratio.high, 4)) == (1.2139, 3.5347)
    assert str(shown(found.excess, 2)) == "9.31"
    assert str(shown(found.difference, 2)) == "3.88"


def test_the_composition_is_the_share_of_events_less_the_share_of_enrollment():
    assert str(shown(compare_with_others(GROUP, OTHERS).composition, 2)) == "12.86"


def test_the_interval_is_that_published_for_the_physicians_health_study():
    # Heart attacks under placebo 189 of 11,034, under aspirin 104 of 11,037: 1.82, from 1.43 to 2.30
    # (Agresti 2007, 2.2.2, who rounds on the way).
    ratio = risk_ratio(GroupCount(189, 11034), GroupCount(104, 11037))
    assert [ratio.value, ratio.low, ratio.high] == pytest.approx([1.82, 1.43, 2.30], abs=0.01)


def test_rates_are_those_of_the_golden_vector():
    assert str(shown(rate(27, 1400), 3)) == "1.929"
    assert str(shown(rate(4, 1400, per=1000), 3)) == "2.857"
    assert str(shown(arrest_share(4, 27), 1)) == "14.8"


def test_nobody_enrolled_has_no_rate_and_no_referral_no_arrest_share():
    assert rate(0, 0) is None
    assert arrest_share(0, 0) is None


def test_more_arrests_than_referrals_are_refused_with_the_reason():
    with pytest.raises(ArrestsExceedReferrals, match="every arrest is a referral") as refused:
        check_arrests(9, 7)
    assert isinstance(refused.value, CannotDo)
    check_arrests(7, 7)


def test_doubtful_counts_are_warned_about():
    assert doubts_about_counts(400, 30) == ()
    assert "Fewer than 50" in doubts_about_counts(49, 3)[0]
    assert "more events than" in doubts_about_counts(60, 61)[0]


@pytest.mark.parametrize(
    ("group", "others"),
    [
        (GroupCount(9, 240), OTHERS),
        (GroupCount(18, 29), OTHERS),
        (GROUP, GroupCount(9, 1160)),
        (GROUP, GroupCount(12, 29)),
    ],
)
def test_too_few_on_either_side_give_no_ratio_but_say_so(group, others):
    found = compare_with_others(group, others)
    assert (found.ratio, found.words) == (None, "too few to compare")


def test_the_state_is_the_comparison_where_the_local_others_are_too_few():
    found = compare_with_state(GROUP, GroupCount(30_000, 1_000_000))
    assert found.ratio.value == 2.5
    assert found.composition is None


def test_a_ratio_of_few_events_never_stands_without_its_interval():
    assert needs_interval(GROUP, OTHERS)
    assert not needs_interval(GroupCount(20, 240), OTHERS)


def test_without_an_event_the_interval_still_has_two_ends():
    ratio = risk_ratio(GroupCount(0, 50), GroupCount(12, 100))
    spread = 1.96 * sqrt(1 / 0.5 - 1 / 51 + 1 / 12.5 - 1 / 101)
    assert ratio.value == 0
    assert (log(ratio.high) - log(ratio.low)) / 2 == pytest.approx(spread)
    assert risk_ratio(GROUP, GroupCount(0, 100)) is None


def test_counts_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="never negative"):
        GroupCount(-1, 10)
    with pytest.raises(ValueError, match="enrolled students"):
        risk_ratio(GroupCount(5, 4), OTHERS)
    with pytest.raises(ValueError, match="enrolled students"):
        risk_ratio(GroupCount(0, 0), OTHERS)
    with pytest.raises(ValueError, match="never negative"):
        check_arrests(-1, 3)


@given(counts, counts)
def test_a_ratio_lies_in_its_interval_and_turns_over_with_its_sides(group, others):
    ahead, back = risk_ratio(group, others), risk_ratio(others, group)
    assert ahead.low <= ahead.value * (1 + 1e-12)
    assert ahead.value <= ahead.high * (1 + 1e-12)
    assert ahead.value == pytest.approx(1 / back.value)
    assert ahead.low == pytest.approx(1 / back.high)


@given(counts, counts)
def test_all_measures_agree_on_which_side_has_more(group, others):
    found = compare_with_others(group, others)
    signs = {(number > 0) - (number < 0) for number in (found.difference, found.excess, found.composition)}
    assert len(signs) == 1
    assert signs == {(found.ratio.value > 1) - (found.ratio.value < 1)}


@given(st.integers(0, 500), st.integers(1, 5000))
def test_a_rate_per_thousand_is_ten_times_that_per_hundred(events, enrolled):
    assert float(rate(events, enrolled, 1000)) == pytest.approx(10 * float(rate(events, enrolled)))
    assert isinstance(rate(events, enrolled), Decimal)
