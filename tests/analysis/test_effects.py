"""Effect sizes and reliability: golden vectors, independent formulas, limits."""

from math import sqrt
from random import Random
from statistics import correlation, mean, variance

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessor.analysis.effects import (
    Effect,
    Sample,
    Standing,
    compare_means,
    cronbach_alpha,
    pooled_sd,
    reliability,
    spearman_brown,
)

FIRST, SECOND = Sample(3.9, 0.8, 14), Sample(3.3, 0.9, 38)
ROWS = [(4, 5, 4), (3, 3, 2), (5, 5, 5), (2, 3, 2), (4, 4, 5), (3, 2, 3)]
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


def test_cronbachs_alpha_is_that_of_the_golden_vector():
    assert [round(variance(column), 4) for column in zip(*ROWS, strict=True)] == [1.1, 1.4667, 1.9]
    assert round(variance([sum(row) for row in ROWS]), 4) == 11.4667
    assert round(cronbach_alpha(ROWS), 4) == 0.9157


def test_alpha_stays_hidden_under_thirty_persons():
    found = reliability(ROWS)
    assert (found.value, found.standing, found.n, found.reading) == (None, Standing.HIDDEN, 6, "")


def test_alpha_is_indicative_from_thirty_to_ninety_nine_and_full_from_a_hundred():
    assert reliability(ROWS * 5).standing is Standing.INDICATIVE
    assert reliability(ROWS * 16).standing is Standing.INDICATIVE
    assert reliability(ROWS * 17).standing is Standing.FULL
    assert reliability(ROWS * 5).reading == "excellent"


def test_alpha_needs_three_items_and_complete_rows():
    with pytest.raises(ValueError, match="three items"):
        cronbach_alpha([(1, 2), (2, 3)])
    with pytest.raises(ValueError, match="complete rows"):
        reliability([(1, 2, 3), (1, 2)])


def test_alpha_is_undefined_where_all_totals_are_equal():
    assert cronbach_alpha([(1, 2, 3), (3, 2, 1)]) is None
    assert reliability([(3, 3, 3)] * 30).value is None


def test_spearman_brown_is_that_of_the_golden_vector():
    assert round(spearman_brown(0.55), 4) == 0.7097


def test_a_pair_of_items_is_judged_by_spearman_brown():
    rows = [(1, 2), (2, 2), (3, 4), (5, 4), (4, 5)] * 6
    assert reliability(rows).value == pytest.approx(spearman_brown(correlation(*zip(*rows, strict=True))))


def test_a_pair_of_items_that_nobody_answered_differently_has_no_reliability():
    assert reliability([(3, 4)] * 30).value is None
    assert reliability([(1, 5), (5, 1)] * 15).value is None


def test_a_single_item_and_nobody_have_no_reliability():
    assert reliability([(3,)] * 40) is None
    assert reliability([]) is None


@given(samples, samples)
def test_effects_turn_their_sign_with_their_sides_and_g_is_the_smaller(first, second):
    effect, back = compare_means(first, second), compare_means(second, first)
    assert effect.d == pytest.approx(-back.d)
    assert abs(effect.g) <= abs(effect.d)


@given(samples, samples, st.floats(0.5, 3), st.floats(-2, 2))
def test_an_effect_does_not_depend_on_the_unit(first, second, factor, offset):
    moved = [Sample(s.mean * factor + offset, s.sd * factor, s.n) for s in (first, second)]
    assert compare_means(*moved).d == pytest.approx(compare_means(first, second).d, abs=1e-9)


@given(st.lists(st.tuples(*[st.integers(1, 5)] * 4), min_size=3, max_size=30))
def test_alpha_agrees_with_its_covariance_form(rows):
    totals = [sum(row) for row in rows]
    assume(len(set(totals)) > 1)
    columns = list(zip(*rows, strict=True))
    centered = [[x - mean(column) for x in column] for column in columns]
    shared = sum(
        sum(a * b for a, b in zip(centered[i], centered[j], strict=True)) / (len(rows) - 1)
        for i in range(4)
        for j in range(4)
        if i != j
    )
    assert cronbach_alpha(rows) == pytest.approx(4 / 3 * shared / variance(totals), abs=1e-9)
    assert cronbach_alpha(rows) <= 1 + 1e-12


def test_hedges_g_is_nearly_unbiased_where_d_is_too_large():
    random, found = Random(7), []  # noqa: S311 - a repeatable sample, no secret
    for _ in range(4000):
        groups = [[random.gauss(centre, 1) for _ in range(10)] for centre in (0.8, 0)]
        found.append(compare_means(*(Sample(mean(g), sqrt(variance(g)), 10) for g in groups)))
    assert abs(mean(effect.g for effect in found) - 0.8) < 0.02
    assert mean(effect.d for effect in found) > 0.82
