"""The confidence check, prevalence and triangulation."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.confidence import (
    Concerns,
    Confidence,
    Support,
    judge_confidence,
    prevalence,
    prevalence_score,
    triangulate,
)
from assessor.terms import Group, Method


@pytest.mark.parametrize(
    ("concerns", "level"),
    [
        ((0, 0, 0, 0), Confidence.HIGH),
        ((1, 1, 0, 0), Confidence.HIGH),
        ((1, 1, 1, 0), Confidence.MODERATE),
        ((3, 2, 0, 0), Confidence.MODERATE),
        ((3, 3, 0, 0), Confidence.LOW),
        ((2, 2, 2, 2), Confidence.LOW),
        ((3, 3, 3, 0), Confidence.VERY_LOW),
        ((3, 3, 3, 3), Confidence.VERY_LOW),
    ],
)
def test_confidence_falls_with_the_sum_of_concerns(concerns, level):
    assert judge_confidence(Concerns(*concerns)) is level


def test_each_level_has_a_factor_and_a_meaning():
    assert [level.factor for level in Confidence] == [Decimal(f) for f in ("1.0", "0.9", "0.75", "0.5")]
    assert all(level.meaning for level in Confidence)


@pytest.mark.parametrize("concern", [-1, 4])
def test_a_concern_outside_0_to_3_is_refused(concern):
    with pytest.raises(ValueError, match="between 0 and 3"):
        Concerns(0, 0, concern, 0)


@pytest.mark.parametrize(
    ("raised", "asked", "score"),
    [
        (0, 5, 1),
        (1, 5, 1),
        (2, 5, 2),
        (1, 3, 2),
        (1, 2, 3),
        (3, 5, 3),
        (2, 3, 4),
        (4, 5, 4),
        (5, 6, 5),
        (5, 5, 5),
    ],
)
def test_prevalence_is_the_share_of_groups_asked_in_five_steps(raised, asked, score):
    assert prevalence_score(prevalence(raised, asked)) == score


def test_prevalence_of_a_point_nobody_was_asked_about_is_not_zero():
    assert prevalence(0, 0) is None


def test_prevalence_outside_0_to_100_is_refused():
    with pytest.raises(ValueError, match="between 0 and 100"):
        prevalence_score(Decimal(101))
    with pytest.raises(ValueError, match="no part"):
        prevalence(3, 2)


@pytest.mark.parametrize(
    ("methods", "groups", "support"),
    [
        (3, 0, Support.CORROBORATED),
        (3, 1, Support.CORROBORATED),
        (2, 2, Support.CORROBORATED),
        (2, 1, Support.PARTLY),
        (1, 2, Support.PARTLY),
        (1, 5, Support.PARTLY),
        (1, 1, Support.SINGLE_SOURCE),
        (0, 0, Support.SINGLE_SOURCE),
    ],
)
def test_a_finding_is_corroborated_by_methods_and_groups(methods, groups, support):
    assert triangulate(set(list(Method)[:methods]), set(list(Group)[:groups])) is support


def test_supervisors_are_not_a_group_that_corroborates():
    assert triangulate({Method.INT}, {Group.SRO, Group.SUP}) is Support.SINGLE_SOURCE


@given(st.tuples(*[st.integers(0, 3)] * 4), st.permutations(range(4)))
def test_the_order_of_concerns_does_not_matter(concerns, order):
    assert judge_confidence(Concerns(*concerns)) is judge_confidence(Concerns(*(concerns[i] for i in order)))


def test_more_evidence_never_weakens_a_finding():
    strength = list(Support)[::-1]
    for m, g in product(range(7), range(6)):
        here = strength.index(triangulate(set(list(Method)[:m]), set(list(Group)[:g])))
        assert strength.index(triangulate(set(list(Method)[: m + 1]), set(list(Group)[:g]))) >= here
        assert strength.index(triangulate(set(list(Method)[:m]), set(list(Group)[: g + 1]))) >= here
