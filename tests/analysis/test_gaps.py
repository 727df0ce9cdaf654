"""Gaps between groups and pairs."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.item_columns import summarize_item

from assessor.analysis.gaps import compare_groups, mirror_gap, stage_gap
from assessor.analysis.rounding import shown
from assessor.analysis.surveys import DK

ITEMS = ("COM1", "COM2", "COM3", "COM4", "ROL1")
points = st.lists(st.integers(1, 5), min_size=1, max_size=30)


def answers_of(*given_answers):
    return dict(zip(ITEMS, given_answers, strict=True))


def test_the_mirror_gap_is_the_sro_minus_the_administrator():
    gap = mirror_gap(answers_of(4, 3, 5, 2, 4), answers_of(5, 5, 4, 4, 4))
    assert [difference for _, difference in gap.differences] == [-1, -2, 1, -2, 0]
    assert str(shown(gap.mean_absolute, 2)) == "1.20"


def test_an_item_without_an_opinion_on_one_side_is_left_out_and_named():
    gap = mirror_gap({"COM1": 4, "COM2": DK, "X": 3}, {"COM1": None, "COM2": 2, "Y": 1})
    assert gap.differences == ()
    assert gap.left_out == ("COM1", "COM2")
    assert gap.mean_absolute is None


def test_two_stages_apart_is_something_to_discuss():
    assert stage_gap(2, 4).difference == -2
    assert stage_gap(2, 4).to_discuss
    assert not stage_gap(3, 4).to_discuss
    with pytest.raises(ValueError, match="between 0 and 5"):
        stage_gap(6, 1)


def test_a_gap_of_half_a_point_is_flagged():
    gap = compare_groups(summarize_item([3, 3]), summarize_item([3, 2]))
    assert gap.points == Decimal("0.5")
    assert gap.favorable == 0
    assert gap.flagged


def test_a_gap_of_fifteen_percentage_points_is_flagged():
    first = summarize_item([4] * 15 + [3] * 85)
    second = summarize_item([3] * 100)
    assert compare_groups(first, second).favorable == 15
    assert compare_groups(first, second).flagged


def test_a_smaller_gap_is_not_flagged():
    first = summarize_item([4] * 14 + [3] * 86)
    assert not compare_groups(first, summarize_item([3] * 100)).flagged


def test_there_is_no_gap_to_a_group_without_a_score():
    assert compare_groups(summarize_item([4]), summarize_item([DK])) is None


def test_small_groups_get_no_effect_size():
    nine = summarize_item([4] * 5 + [2] * 4)
    ten = summarize_item([4] * 5 + [2] * 5)
    assert compare_groups(nine, ten).effect is None
    assert compare_groups(ten, ten).effect.d == 0


@given(points, points)
def test_a_gap_turns_its_sign_with_its_sides(first, second):
    ahead = compare_groups(summarize_item(first), summarize_item(second))
    back = compare_groups(summarize_item(second), summarize_item(first))
    assert (ahead.points, ahead.favorable) == (-back.points, -back.favorable)
    assert ahead.flagged == back.flagged


@given(
    st.dictionaries(st.sampled_from(ITEMS), st.integers(1, 5)),
    st.dictionaries(st.sampled_from(ITEMS), st.integers(1, 5)),
)
def test_the_mean_absolute_mirror_gap_is_symmetric_and_at_most_four(sro, administrator):
    gap = mirror_gap(sro, administrator)
    assert gap.mean_absolute == mirror_gap(administrator, sro).mean_absolute
    assert gap.mean_absolute is None or 0 <= gap.mean_absolute <= 4
