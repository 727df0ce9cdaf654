"""Rubric scores: the golden vector of domain.md 10 and the rules of 1.3."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.rounding import shown
from assessor.analysis.rubrics import Rating, RubricBand, band_of, score_group, score_rubric

GOLDEN = [
    Rating("A1", "A", 2, weight=2),
    Rating("A2", "A", 3),
    Rating("A3", "A", 1),
    Rating("A4", "A", None),
    Rating("A5", "A", 2),
]
levels = st.one_of(st.none(), st.integers(0, 3))
ratings = st.lists(
    st.builds(Rating, st.text("AB1", max_size=2), st.sampled_from("ABC"), levels, st.sampled_from([1, 2]))
)


def test_the_group_percent_is_that_of_the_golden_vector():
    score = score_group("A", GOLDEN)
    assert (score.points, score.possible, score.not_applicable) == (10, 15, 1)
    assert str(shown(score.percent, 1)) == "66.7"
    assert score.band is RubricBand.SOUND


def test_a_criterion_that_does_not_apply_leaves_the_denominator():
    assert score_group("A", [Rating("A1", "A", 3), Rating("A2", "A", None)]).percent == 100
    assert score_group("A", [Rating("A2", "A", None)]).percent is None


def test_overall_every_criterion_weighs_the_same_unless_groups_are_weighed():
    rated = [Rating("A1", "A", 3), Rating("B1", "B", 0), Rating("B2", "B", 0)]
    assert str(shown(score_rubric(rated).percent, 1)) == "33.3"
    assert score_rubric(rated, {"A": 1, "B": 1}).percent == 50
    with pytest.raises(ValueError, match="weight above 0"):
        score_rubric(rated, {"A": 1})


@pytest.mark.parametrize(
    ("percent", "band"),
    [
        ("39.9", RubricBand.WEAK),
        ("40", RubricBand.DEVELOPING),
        ("64.9", RubricBand.DEVELOPING),
        ("64.95", RubricBand.SOUND),
        ("65", RubricBand.SOUND),
        ("84.9", RubricBand.SOUND),
        ("85", RubricBand.STRONG),
    ],
)
def test_a_percent_falls_into_its_band(percent, band):
    assert band_of(Decimal(percent)) is band


def test_an_absent_critical_criterion_caps_the_overall_band_at_developing_and_is_named():
    rated = [Rating("A1", "A", 0, weight=2), *(Rating(f"B{n}", "B", 3) for n in range(20))]
    score = score_rubric(rated)
    assert score.percent > 85
    assert (score.band, score.uncapped_band) == (RubricBand.DEVELOPING, RubricBand.STRONG)
    assert score.capped
    assert score.critical_zeros == ("A1",)


def test_an_absent_standard_criterion_caps_nothing():
    score = score_rubric([Rating("A2", "A", 0), *(Rating(f"B{n}", "B", 3) for n in range(20))])
    assert score.band is RubricBand.STRONG
    assert not score.capped


def test_a_weak_result_is_not_lifted_by_the_cap():
    score = score_rubric([Rating("A1", "A", 0, weight=2)])
    assert score.band is RubricBand.WEAK
    assert not score.capped


def test_nothing_rated_has_no_score():
    score = score_rubric([])
    assert (score.percent, score.band, score.groups) == (None, None, ())


@pytest.mark.parametrize("wrong", [{"level": 4}, {"level": -1}, {"level": 1, "weight": 3}])
def test_levels_and_weights_outside_the_model_are_refused(wrong):
    with pytest.raises(ValueError, match="A1"):
        Rating("A1", "A", **wrong)


@given(ratings)
def test_scores_stay_between_0_and_100_and_are_those_of_all_criteria_together(rated):
    score = score_rubric(rated)
    points = sum(r.weight * r.level for r in rated if r.level is not None)
    possible = sum(r.weight * 3 for r in rated if r.level is not None)
    if possible:
        assert 0 <= score.percent <= 100
        assert score.percent == score_group("A", [Rating("x", "A", r.level, r.weight) for r in rated]).percent
        assert float(score.percent) == pytest.approx(100 * points / possible)
    else:
        assert score.percent is None


@given(ratings, st.data())
def test_raising_a_level_never_lowers_the_overall_percent(rated, data):
    open_ones = [place for place, rating in enumerate(rated) if rating.level is not None and rating.level < 3]
    if open_ones:
        place = data.draw(st.sampled_from(open_ones))
        one = rated[place]
        better = [
            *rated[:place],
            Rating(one.criterion, one.group, one.level + 1, one.weight),
            *rated[place + 1 :],
        ]
        assert score_rubric(better).percent > score_rubric(rated).percent
