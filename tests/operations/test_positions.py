"""Order among siblings survives moving, ends and removal."""

import pytest

from assessor.operations import goals
from assessor.store import Engagement
from assessor.terms import CannotDo


def _titles(engagement: Engagement) -> list[str]:
    return [goal.title for goal in goals.list_goals(engagement)]


@pytest.fixture
def three(engagement: Engagement) -> dict[str, str]:
    """Three goals by title."""
    return {title: goals.add_goal(engagement, title) for title in ("One", "Two", "Three")}


def test_a_row_moves_up_and_down_among_its_siblings(engagement: Engagement, three: dict[str, str]) -> None:
    goals.move_goal(engagement, three["Three"], -2)
    assert _titles(engagement) == ["Three", "One", "Two"]
    goals.move_goal(engagement, three["Three"], 1)
    assert _titles(engagement) == ["One", "Three", "Two"]


def test_a_row_at_the_end_stays_and_leaves_nothing_to_undo(
    engagement: Engagement, three: dict[str, str]
) -> None:
    goals.move_goal(engagement, three["Three"], 1)
    assert engagement.can_undo() == "Add goal"


def test_a_row_added_after_a_removal_comes_last(engagement: Engagement, three: dict[str, str]) -> None:
    goals.remove_goal(engagement, three["One"])
    goals.add_goal(engagement, "Four")
    assert _titles(engagement) == ["Two", "Three", "Four"]


def test_moving_what_is_gone_says_so(engagement: Engagement, three: dict[str, str]) -> None:
    goals.remove_goal(engagement, three["One"])
    with pytest.raises(CannotDo, match="removed meanwhile"):
        goals.move_goal(engagement, three["One"], 1)
