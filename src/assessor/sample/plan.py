"""The plan: six goals with their objectives, and actions that stand where they stand in January."""

from decimal import Decimal

from assessor.operations.action_steps import add_action, update_status
from assessor.operations.goals import add_goal, answer_finding
from assessor.operations.objectives import add_objective, set_course, tie_measure
from assessor.sample.story import Story
from assessor.sample.texts import Table, read_text
from assessor.terms import ActionStatus


def tell_plan(story: Story) -> None:
    """Add every goal with the findings it answers, its objectives and its actions."""
    for text in read_text("plan")["goals"]:
        goal_id = add_goal(story.engagement, text["title"], cycle_id=story.cycle, **text["values"])
        story.goals[text["key"]] = goal_id
        for finding in text["findings"]:
            answer_finding(story.engagement, goal_id, story.findings[finding])
        for objective in text["objectives"]:
            _add_objective(story, goal_id, objective)


def _add_objective(story: Story, goal_id: str, text: Table) -> None:
    objective_id = add_objective(story.engagement, goal_id, text["text"], **text["values"])
    story.objectives[text["key"]] = objective_id
    tie_measure(story.engagement, objective_id, story.measures[text["measure"]])
    set_course(
        story.engagement,
        objective_id,
        baseline=Decimal(text["baseline"]) if "baseline" in text else None,
        target=Decimal(text["target"]),
        target_on=text["target_on"],
    )
    for action in text["actions"]:
        _add_action(story, objective_id, action)


def _add_action(story: Story, objective_id: str, text: Table) -> None:
    exact = {name: Decimal(value) for name, value in text.get("exact", {}).items()}
    action_id = add_action(story.engagement, objective_id, text["title"], **text["values"], **exact)
    story.actions[text["key"]] = action_id
    for update in text.get("updates", ()):
        update_status(
            story.engagement,
            action_id,
            ActionStatus(update["status"]),
            update["percent"],
            update["note"],
            update["on"],
            evidence=update["evidence"],
        )
