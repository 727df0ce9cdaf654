"""Response rates."""

import pytest

from assessor.analysis.responses import EXPECTED, response_rate
from assessor.terms import Group


def test_a_rate_is_the_completed_of_the_invited():
    assert response_rate(Group.TCH, 38, 50).percent == 76


@pytest.mark.parametrize(
    ("group", "completed", "invited"),
    [(Group.TCH, 59, 100), (Group.STU, 69, 100), (Group.PAR, 19, 100), (Group.SRO, 1, 2), (Group.ADM, 3, 4)],
)
def test_a_rate_under_what_is_expected_of_the_group_carries_a_caution(group, completed, invited):
    assert "caution" in response_rate(group, completed, invited).caution


@pytest.mark.parametrize(
    ("group", "completed", "invited"),
    [(Group.TCH, 60, 100), (Group.STU, 70, 100), (Group.PAR, 20, 100), (Group.SRO, 2, 2), (Group.PRT, 1, 9)],
)
def test_a_rate_as_high_as_expected_carries_none(group, completed, invited):
    assert response_rate(group, completed, invited).caution == ""


def test_the_caution_says_what_is_expected_of_the_group_and_of_parents_nothing_is():
    assert "everybody is expected" in response_rate(Group.SRO, 3, 4).caution
    assert "70% or more of the sampled classes" in response_rate(Group.STU, 3, 10).caution
    assert response_rate(Group.PAR, 9, 100).caution == (
        "9.0% answered; that is fewer than 20%: read this with caution."
    )
    assert Group.PAR not in EXPECTED


def test_an_unknown_number_of_invited_gives_no_rate_and_says_so():
    rate = response_rate(Group.PAR, 12, 0)
    assert rate.percent is None
    assert "not known" in rate.caution


@pytest.mark.parametrize(("completed", "invited"), [(-1, 4), (5, 4), (1, -2)])
def test_counts_that_cannot_be_are_refused(completed, invited):
    with pytest.raises(ValueError, match="cannot have answered"):
        response_rate(Group.TCH, completed, invited)
