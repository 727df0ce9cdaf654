"""Reliability: golden vectors, independent formulas, what is left out and what is hidden."""

from statistics import correlation, mean, variance

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.analysis.item_columns import columns_of

from assessor.analysis.reliability import (
    ALPHA,
    SPEARMAN_BROWN,
    Reliability,
    Standing,
    cronbach_alpha,
    reliability,
    spearman_brown,
)
from assessor.analysis.surveys import DK

ROWS = [(4, 5, 4), (3, 3, 2), (5, 5, 5), (2, 3, 2), (4, 4, 5), (3, 2, 3)]


def told(rows):
    """The reliability of persons × items."""
    return reliability(columns_of(rows))


def test_cronbachs_alpha_is_that_of_the_golden_vector():
    assert [round(variance(column), 4) for column in zip(*ROWS, strict=True)] == [1.1, 1.4667, 1.9]
    assert round(variance([sum(row) for row in ROWS]), 4) == 11.4667
    assert round(cronbach_alpha(ROWS), 4) == 0.9157


def test_alpha_stays_hidden_under_thirty_persons():
    found = told(ROWS)
    assert (found.value, found.standing, found.n, found.reading) == (None, Standing.HIDDEN, 6, "")


def test_alpha_is_indicative_from_thirty_to_ninety_nine_and_full_from_a_hundred():
    assert told(ROWS * 5).standing is Standing.INDICATIVE
    assert told(ROWS * 16).standing is Standing.INDICATIVE
    assert told(ROWS * 17).standing is Standing.FULL
    assert told(ROWS * 5).reading == "excellent"


def test_alpha_needs_three_items_and_complete_rows():
    with pytest.raises(ValueError, match="three items"):
        cronbach_alpha([(1, 2), (2, 3)])
    with pytest.raises(ValueError, match="three items"):
        cronbach_alpha([(1, 2, 3), (1, 2)])


def test_alpha_is_undefined_where_all_totals_are_equal():
    assert cronbach_alpha([(1, 2, 3), (3, 2, 1)]) is None
    assert told([(3, 3, 3)] * 30).value is None


def test_spearman_brown_is_that_of_the_golden_vector():
    assert round(spearman_brown(0.55), 4) == 0.7097


def test_a_pair_of_items_is_judged_by_spearman_brown():
    rows = [(1, 2), (2, 2), (3, 4), (5, 4), (4, 5)] * 6
    assert told(rows).value == pytest.approx(spearman_brown(correlation(*zip(*rows, strict=True))))


def test_a_pair_of_items_that_nobody_answered_differently_has_no_reliability():
    assert told([(3, 4)] * 30).value is None
    assert told([(1, 5), (5, 1)] * 15).value is None


def test_a_single_item_has_no_reliability():
    assert told([(3,)] * 40) is None


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


def test_only_those_who_answered_every_item_on_the_scale_are_looked_at():
    partly = [(4, None, 4), (DK, 3, 2), (5, 5, DK), (None, None, None)]
    found = told([*ROWS * 5, *partly])
    assert (found.n, found.value) == (30, told(ROWS * 5).value)


@pytest.mark.parametrize(
    ("value", "word"),
    [(0.895, "excellent"), (0.894, "good"), (0.7, "acceptable"), (0.599, "questionable"), (0.5, "poor"),
     (0.49, "unacceptable"), (-0.2, "unacceptable")],
)  # fmt: skip
def test_the_reading_is_that_of_the_value_as_it_is_shown(value, word):
    assert Reliability(value, 120, 4, Standing.FULL).reading == word


def test_a_pair_is_told_by_spearman_brown_and_more_items_by_alpha():
    assert told([row[:2] for row in ROWS * 5]).coefficient == SPEARMAN_BROWN
    assert told(ROWS * 5).coefficient == ALPHA


def test_nobody_with_an_opinion_is_hidden_and_not_a_fault():
    assert told([(DK, DK, None)] * 40).standing is Standing.HIDDEN
