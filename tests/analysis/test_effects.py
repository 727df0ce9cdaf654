"""Effect sizes: golden vectors, independent formulas, limits."""

from math import sqrt
from random import Random
from statistics import mean, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.effects import Effect, Sample, compare_means, pooled_sd

FIRST, SECOND = Sample(3.9, 0.8, 14), Sample(3.3, 0.9, 38)
samples = st.builds(Sample, st.floats(1, 5), st.floats(0.1, 2), st.integers(10, 400))


def test_cohens_d_and_hedges_g_are_those_of_the_golden_vector():
    effect = compare_means(FIRST, SECOND)
    assert round(pooled_sd(FIRST, SECOND), 4) == 0.8751
    assert round(effect.d, 4) == 0.6856
    assert round(effect.g, 4) == 0.6753


def test_g_is_reported_while_a_group_is_under_twenty():
    assert compare_means(FIRST, SECOND).reported == compare_means(FIRST, SECOND).g
    larger = compare_means(Sample(3.9, 0.8, 20), SECOND)
    assert larger.reported == larger.d


@pytest.mark.parametrize(
    ("d", "word"), [(0.19, "negligible"), (0.2, "small"), (-0.5, "medium"), (0.79, "medium"), (0.8, "large")]
)
def test_the_size_of_an_effect_is_said_in_words(d, word):
    assert Effect(d, d, 40).size == word


def test_there_is_no_effect_size_under_ten_persons():
    assert compare_means(Sample(4, 1, 9), Sample(3, 1, 50)) is None


def test_there_is_no_effect_size_where_nobody_differs():
    assert compare_means(Sample(4, 0, 12), Sample(3, 0, 12)) is None


def test_a_pooled_standard_deviation_needs_two_persons_in_each_group():
    with pytest.raises(ValueError, match="two persons"):
        pooled_sd(Sample(3, 0, 1), SECOND)


@given(samples, samples)
def test_effects_turn_their_sign_with_their_sides_and_g_is_the_smaller(first, second):
    effect, back = compare_means(first, second), compare_means(second, first)
    assert effect.d == pytest.approx(-back.d)
    assert abs(effect.g) <= abs(effect.d)


@given(samples, samples, st.floats(0.5, 3), st.floats(-2, 2))
def test_an_effect_does_not_depend_on_the_unit(first, second, factor, offset):
    moved = [Sample(s.mean * factor + offset, s.sd * factor, s.n) for s in (first, second)]
    assert compare_means(*moved).d == pytest.approx(compare_means(first, second).d, abs=1e-9)


def test_hedges_g_is_nearly_unbiased_where_d_is_too_large():
    random, found = Random(7), []  # noqa: S311 - a repeatable sample, no secret
    for _ in range(4000):
        groups = [[random.gauss(centre, 1) for _ in range(10)] for centre in (0.8, 0)]
        found.append(compare_means(*(Sample(mean(g), sqrt(variance(g)), 10) for g in groups)))
    assert abs(mean(effect.g for effect in found) - 0.8) < 0.02
    assert mean(effect.d for effect in found) > 0.82
