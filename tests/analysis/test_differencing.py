"""Rulings on filters, waves, depth and comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.differencing import rule_on_comments, rule_on_depth, rule_on_filter, rule_on_wave_table

EVERYBODY = frozenset(range(51))


def test_a_filter_that_leaves_four_out_is_blocked():
    ruling = rule_on_filter(EVERYBODY - {0, 1, 2, 3}, [EVERYBODY])
    assert not ruling.allowed
    assert "fewer than 10" in ruling.why


def test_a_filter_that_leaves_ten_out_and_the_same_filter_again_are_allowed():
    assert rule_on_filter(EVERYBODY - set(range(10)), [EVERYBODY]).allowed
    assert rule_on_filter(EVERYBODY, [EVERYBODY]).allowed


def test_a_filter_is_held_against_everything_already_shown():
    assert not rule_on_filter(frozenset(range(20)), [EVERYBODY, frozenset(range(25))]).allowed


def test_a_filter_that_few_people_fit_is_blocked():
    assert not rule_on_filter(frozenset(range(9)), []).allowed


def test_a_subgroup_whose_number_hardly_changed_is_not_compared_between_waves():
    assert not rule_on_wave_table(30, 32).allowed
    assert not rule_on_wave_table(30, 30).allowed
    assert rule_on_wave_table(30, 40).allowed
    assert not rule_on_wave_table(8, 40).allowed
    with pytest.raises(ValueError, match="never negative"):
        rule_on_wave_table(-1, 10)


def test_a_table_has_two_demographic_variables_at_most():
    assert rule_on_depth(["grade", "language"]).allowed
    assert rule_on_depth(["grade", "language", "grade"]).allowed
    assert not rule_on_depth(["grade", "language", "sex"]).allowed


def test_comments_need_ten_in_the_group_even_inside_the_organizations():
    assert rule_on_comments(10).allowed
    assert not rule_on_comments(9, threshold=5).allowed
    assert not rule_on_comments(12, threshold=15).allowed


@given(st.frozensets(st.integers(0, 40)), st.frozensets(st.integers(0, 40)))
def test_two_filters_are_ruled_on_alike_whichever_came_first(one, other):
    if min(len(one), len(other)) >= 10:
        assert rule_on_filter(one, [other]) == rule_on_filter(other, [one])
