"""Answers counted by column agree with going from person to person, and with pandas and SciPy."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from statistics import mean, stdev

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from tests.analysis.item_columns import column_of, columns_of, summarize_construct, summarize_item

from assessor.analysis.effects import Sample, compare_means
from assessor.analysis.gaps import compare_groups
from assessor.analysis.reliability import reliability
from assessor.analysis.rounding import decimal_of
from assessor.analysis.surveys import DK, Scale, reverse_score
from assessor.analysis.tallies import ItemColumn, tally_item, tally_items

answers = st.one_of(st.integers(1, 5), st.just(DK), st.none())
groups = st.integers(1, 7).flatmap(
    lambda items: st.lists(st.lists(answers, min_size=items, max_size=items), min_size=1, max_size=25)
)


def _person_by_person(persons):
    """Scores by the rule as domain.md words it: half of the items and two of them, a single one as it is."""
    scores = []
    for person in persons:
        points = [answer for answer in person if isinstance(answer, int)]
        if 2 * len(points) >= len(person) and len(points) >= min(2, len(person)):
            scores.append(Fraction(sum(points), len(points)))
    return scores


def _drawn(seed, people, items, missing=0.15):
    """Answers that hang together, some not known, some left blank."""
    chance = Random(seed)  # noqa: S311 - the same answers each time, no secret
    rows = []
    for _ in range(people):
        leaning = chance.gauss(3.3, 0.9)
        row = [min(max(round(chance.gauss(leaning, 0.8)), 1), 5) for _ in range(items)]
        rows.append([chance.choice((DK, None)) if chance.random() < missing else point for point in row])
    return rows


def _frame(rows):
    return pd.DataFrame([[point if isinstance(point, int) else np.nan for point in row] for row in rows])


@given(groups)
def test_columns_give_the_same_exact_numbers_as_going_from_person_to_person(persons):
    summary, scores = summarize_construct(persons), _person_by_person(persons)
    given_answers = [answer for person in persons for answer in person]
    assert summary.n == len(scores)
    assert summary.mean == (decimal_of(mean(scores)) if scores else None)
    if len(scores) > 1:
        assert abs(summary.sd - stdev(map(decimal_of, scores))) < Decimal("1e-24")
    else:
        assert summary.sd is None
    assert summary.distribution == tuple(given_answers.count(point) for point in (1, 2, 3, 4, 5))
    assert summary.favorable == given_answers.count(4) + given_answers.count(5)
    assert (summary.dont_know, summary.blank) == (given_answers.count(DK), given_answers.count(None))
    assert summary.respondents == sum(any(answer is not None for answer in person) for person in persons)


@given(groups, st.data())
def test_two_groups_counted_together_are_one_group(persons, data):
    cut = data.draw(st.integers(1, len(persons)))
    first, second = persons[:cut], persons[cut:]
    if second:
        both = tally_items(columns_of(first)) + tally_items(columns_of(second))
        assert both.summary == summarize_construct(persons)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("items", [1, 2, 3, 6])
def test_means_deviations_and_shares_are_those_of_pandas(seed, items):
    rows = _drawn(seed, 83, items)
    frame = _frame(rows)
    enough = frame.notna().sum(axis=1) >= max(min(2, items), -(-items // 2))
    scores = frame.mean(axis=1)[enough]
    summary = summarize_construct(rows)
    assert summary.n == len(scores)
    assert float(summary.mean) == pytest.approx(scores.mean(), abs=1e-12)
    assert float(summary.sd) == pytest.approx(scores.std(), abs=1e-12)
    favorable = (frame >= 4).sum().sum() / frame.notna().sum().sum() * 100
    assert float(summary.percent_favorable) == pytest.approx(favorable, abs=1e-10)
    known = sum(answer is not None for row in rows for answer in row)
    of_all = (frame >= 4).sum().sum() / known * 100
    assert float(summary.percent_favorable_of_all) == pytest.approx(of_all, abs=1e-10)


@pytest.mark.parametrize("seed", range(8))
def test_reversed_items_are_those_of_a_reversed_table(seed):
    rows = _drawn(seed, 61, 4)
    turned = [[row[0], reverse_score(row[1]), row[2], reverse_score(row[3])] for row in rows]
    frame = _frame(rows)
    frame[[1, 3]] = 6 - frame[[1, 3]]
    scores = frame.mean(axis=1)[frame.notna().sum(axis=1) >= 2]
    assert float(summarize_construct(turned).mean) == pytest.approx(scores.mean(), abs=1e-12)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("items", [3, 4, 7])
def test_alpha_is_that_of_the_covariances_of_complete_rows(seed, items):
    rows = _drawn(seed, 160, items)
    covariances = _frame(rows).dropna().cov().to_numpy()
    expected = items / (items - 1) * (1 - np.trace(covariances) / covariances.sum())
    found = reliability(columns_of(rows))
    assert found.n == len(_frame(rows).dropna())
    assert found.value == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("seed", range(8))
def test_spearman_brown_is_that_of_scipys_correlation(seed):
    rows = _drawn(seed, 90, 2)
    whole = _frame(rows).dropna()
    r = stats.pearsonr(whole[0], whole[1]).statistic
    assert reliability(columns_of(rows)).value == pytest.approx(2 * r / (1 + r), abs=1e-12)


@pytest.mark.parametrize("seed", range(8))
def test_hedges_g_follows_from_scipys_t(seed):
    first, second = (
        _frame(_drawn(seed, 40, 4, 0)).mean(axis=1),
        _frame(_drawn(seed + 50, 17, 4, 0)).mean(axis=1),
    )
    effect = compare_means(*(Sample(each.mean(), each.std(), len(each)) for each in (first, second)))
    n1, n2 = len(first), len(second)
    d = stats.ttest_ind(first, second).statistic * np.sqrt(1 / n1 + 1 / n2)
    assert effect.d == pytest.approx(d, abs=1e-10)
    assert effect.g == pytest.approx(d * (1 - 3 / (4 * (n1 + n2) - 9)), abs=1e-10)
    assert effect.reported == effect.g


@pytest.mark.parametrize("seed", range(4))
def test_a_gap_is_the_difference_of_pandas_means(seed):
    first, second = _drawn(seed, 30, 5), _drawn(seed + 9, 44, 5)
    gap = compare_groups(summarize_construct(first), summarize_construct(second))
    means = [
        _frame(rows).mean(axis=1)[_frame(rows).notna().sum(axis=1) >= 3].mean() for rows in (first, second)
    ]
    assert float(gap.points) == pytest.approx(means[0] - means[1], abs=1e-12)


def test_nobody_one_person_and_only_dont_know_have_what_can_be_said_of_them():
    nobody, one, unknowing = summarize_item([]), summarize_item([4]), summarize_item([DK] * 12)
    assert (nobody.n, nobody.mean, nobody.sd, nobody.percent_dont_know) == (0, None, None, None)
    assert (one.n, one.mean, one.sd, one.percent_favorable) == (1, 4, None, 100)
    assert (unknowing.n, unknowing.respondents, unknowing.mean, unknowing.percent_dont_know) == (
        0,
        12,
        None,
        100,
    )
    assert unknowing.percent_favorable is None
    assert unknowing.percent_favorable_of_all == 0


def test_all_alike_have_no_spread_and_no_reliability():
    alike = [[4, 4, 4]] * 40
    assert summarize_construct(alike).sd == 0
    assert reliability(columns_of(alike)).value is None


def test_a_scale_from_zero_counts_its_lowest_point_as_an_answer():
    scale = Scale(0, 3, 2)
    summary = summarize_construct([[0, 0], [0, 3], [None, None]], scale)
    assert (summary.n, summary.respondents, summary.mean) == (2, 2, Decimal("0.75"))
    assert summary.distribution == (3, 0, 0, 1)


def test_items_on_different_scales_are_not_added_up():
    with pytest.raises(ValueError, match="one scale"):
        tally_items([column_of([1, 2]), column_of([1, 2], Scale(1, 7, 5))])
    with pytest.raises(ValueError, match="different scales"):
        tally_item({1: 2}) + tally_item({1: 2}, Scale(1, 7, 5))
    with pytest.raises(ValueError, match="one scale"):
        tally_items([])


def test_an_answer_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="not between 1 and 5"):
        ItemColumn((None, 6), [1])
    with pytest.raises(ValueError, match="not between 1 and 5"):
        tally_item({0: 3})


def test_columns_of_unlike_length_are_refused():
    with pytest.raises(ValueError, match="argument 2 is"):
        tally_items([column_of([1, 2]), column_of([1])])
