"""Action steps have an owner, dates, and a history of how they stood."""

from datetime import date

import pytest

from assessor.operations import action_steps, goals, objectives
from assessor.store import Engagement
from assessor.terms import ActionStatus, CannotDo


@pytest.fixture
def action(engagement: Engagement) -> str:
    """An action step to work with."""
    goal = goals.add_goal(engagement, "Discipline stays with educators")
    objective = objectives.add_objective(engagement, goal, "Cut calls")
    return action_steps.add_action(engagement, objective, "Write the guide", owner="R. Okafor")


def test_an_action_step_keeps_owner_and_dates(engagement: Engagement, action: str) -> None:
    action_steps.edit_action(engagement, action, start_on=date(2026, 11, 2), due_on=date(2026, 11, 20))
    details = action_steps.get_action(engagement, action)
    assert (details.owner, details.start_on, details.due_on) == (
        "R. Okafor",
        date(2026, 11, 2),
        date(2026, 11, 20),
    )


def test_an_action_step_cannot_end_before_it_starts(engagement: Engagement, action: str) -> None:
    action_steps.edit_action(engagement, action, start_on=date(2026, 11, 2))
    with pytest.raises(CannotDo, match="before it starts"):
        action_steps.edit_action(engagement, action, due_on=date(2026, 11, 1))
    assert action_steps.get_action(engagement, action).due_on is None


def test_status_is_not_edited_without_an_update(engagement: Engagement, action: str) -> None:
    with pytest.raises(KeyError):
        action_steps.edit_action(engagement, action, status=ActionStatus.DONE)


def test_an_update_is_kept_and_sets_the_status_in_one_change(engagement: Engagement, action: str) -> None:
    action_steps.update_status(
        engagement, action, ActionStatus.IN_PROGRESS, 40, "First draft read", date(2026, 11, 9)
    )
    details = action_steps.get_action(engagement, action)
    assert (details.status, details.percent) == (ActionStatus.IN_PROGRESS, 40)
    assert [(row.updated_on, row.note) for row in action_steps.list_updates(engagement, action)] == [
        (date(2026, 11, 9), "First draft read")
    ]
    engagement.undo()
    assert action_steps.get_action(engagement, action).status is ActionStatus.NOT_STARTED
    assert action_steps.list_updates(engagement, action) == []


def test_done_is_a_hundred_percent(engagement: Engagement, action: str) -> None:
    action_steps.update_status(engagement, action, ActionStatus.DONE, 30, "Posted", date(2026, 11, 20))
    assert action_steps.get_action(engagement, action).percent == 100


def test_an_update_for_an_earlier_day_does_not_set_the_status_back(
    engagement: Engagement, action: str
) -> None:
    action_steps.update_status(engagement, action, ActionStatus.DONE, 100, "", date(2026, 11, 20))
    action_steps.update_status(engagement, action, ActionStatus.IN_PROGRESS, 50, "", date(2026, 11, 9))
    assert action_steps.get_action(engagement, action).status is ActionStatus.DONE
    assert [row.percent for row in action_steps.list_updates(engagement, action)] == [100, 50]


def test_of_two_updates_for_a_day_the_later_entered_holds(engagement: Engagement, action: str) -> None:
    for percent in (10, 60):
        action_steps.update_status(
            engagement, action, ActionStatus.IN_PROGRESS, percent, "", date(2026, 11, 9)
        )
    assert action_steps.get_action(engagement, action).percent == 60
    assert [row.percent for row in action_steps.list_updates(engagement, action)] == [60, 10]


@pytest.mark.parametrize("status", [ActionStatus.BLOCKED, ActionStatus.DROPPED])
def test_blocked_and_dropped_need_a_reason(engagement: Engagement, action: str, status: ActionStatus) -> None:
    with pytest.raises(CannotDo, match="Say in a note why"):
        action_steps.update_status(engagement, action, status, 0, " ", date(2026, 11, 9))


def test_a_share_over_a_hundred_percent_is_refused(engagement: Engagement, action: str) -> None:
    with pytest.raises(CannotDo, match="between 0 and 100"):
        action_steps.update_status(engagement, action, ActionStatus.IN_PROGRESS, 101, "", date(2026, 11, 9))


def test_owners_are_listed_once_each(engagement: Engagement, action: str) -> None:
    objective = action_steps.get_action(engagement, action).objective_id
    action_steps.add_action(engagement, objective, "Brief staff", owner="L. Marsh")
    action_steps.add_action(engagement, objective, "Walk through calls", owner="R. Okafor")
    action_steps.add_action(engagement, objective, "Sample calls")
    assert action_steps.list_owners(engagement) == ["L. Marsh", "R. Okafor"]


def test_a_removed_action_step_comes_back_in_its_place(engagement: Engagement, action: str) -> None:
    action_steps.remove_action(engagement, action)
    with pytest.raises(CannotDo):
        action_steps.get_action(engagement, action)
    engagement.undo()
    assert action_steps.get_action(engagement, action).title == "Write the guide"
