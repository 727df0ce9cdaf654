"""Agreement of two reviewers, against formulas found in other ways."""

from fractions import Fraction
from statistics import mean, pvariance

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessor.analysis.agreement import agreement, weighted_kappa

ratings = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=50)


def test_agreement_and_kappa_are_told_only_from_twenty_criteria_on():
    few = agreement([(1, 1)] * 10 + [(2, 3)] * 9)
    assert (few.double_rated, few.same, few.percent, few.kappa) == (19, 10, None, None)
    enough = agreement([(1, 1)] * 10 + [(2, 3)] * 10)
    assert enough.percent == 50
    assert enough.kappa is not None


def test_reviewers_who_always_agree_have_a_kappa_of_one():
    assert weighted_kappa([(0, 0), (1, 1), (3, 3)]) == 1


def test_kappa_is_undefined_where_both_gave_only_one_level():
    assert weighted_kappa([(2, 2)] * 30) is None
    assert agreement([(2, 2)] * 30).percent == 100


def test_levels_far_apart_count_for_more_disagreement():
    base = [(0, 0), (1, 1), (2, 2), (3, 3)] * 5
    assert weighted_kappa([*base, (0, 1)]) > weighted_kappa([*base, (0, 3)])


@given(ratings)
def test_linear_kappa_is_the_pooled_kappa_of_all_cuts_of_the_scale(pairs):
    # Vanbelle and Albert (2009): a weighted mean of the kappas of the scale cut in two at each level.
    gained, possible = Fraction(), Fraction()
    for cut in (1, 2, 3):
        first, second = ([pair[side] >= cut for pair in pairs] for side in (0, 1))
        observed = Fraction(sum(a == b for a, b in zip(first, second, strict=True)), len(pairs))
        p, q = Fraction(sum(first), len(pairs)), Fraction(sum(second), len(pairs))
        chance = p * q + (1 - p) * (1 - q)
        gained, possible = gained + observed - chance, possible + 1 - chance
    assume(possible)
    assert weighted_kappa(pairs) == pytest.approx(float(gained / possible))


@given(ratings)
def test_quadratic_kappa_is_the_concordance_of_the_two_reviewers(pairs):
    first, second = zip(*pairs, strict=True)
    shared = mean(a * b for a, b in pairs) - mean(first) * mean(second)
    spread = pvariance(first) + pvariance(second) + (mean(first) - mean(second)) ** 2
    assume(spread > 0)
    assert weighted_kappa(pairs, quadratic=True) == pytest.approx(2 * shared / spread, abs=1e-9)


@given(ratings)
def test_it_does_not_matter_who_rated_first(pairs):
    assert agreement(pairs) == agreement([(b, a) for a, b in pairs])
