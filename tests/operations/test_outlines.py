"""The outline numbers, judges and counts the plan as it stands on a day."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.analysis.actions import Light
from assessor.operations import action_steps, goals, objectives, plans
from assessor.operations.measures import measures
from assessor.operations.outlines import Outline, get_outline, list_owner_lines, months_of
from assessor.store import Engagement
from assessor.terms import ActionStatus, Direction

TODAY = date(2026, 11, 9)


@pytest.fixture
def plan(engagement: Engagement) -> dict[str, str]:
    """Two goals, one with two objectives and four actions."""
    plans.edit_plan(engagement, starts_on=date(2026, 11, 1), ends_on=date(2028, 6, 30), draft="3")
    goals.add_goal(engagement, "One agreement everyone knows")
    goal = goals.add_goal(engagement, "Discipline stays with educators")
    calls = measures.add_measure(engagement, "K06", "Calls for service", direction=Direction.LOWER)
    first = objectives.add_objective(engagement, goal, "Cut calls", who="Staff", measure_id=calls)
    objectives.set_course(
        engagement, first, baseline=Decimal("6.2"), target=Decimal("3.8"), target_on=date(2027, 6, 30)
    )
    second = objectives.add_objective(engagement, goal, "Raise teachers who know when to call")
    add = action_steps.add_action
    guide = add(
        engagement,
        first,
        "Write the guide",
        owner="R. Okafor",
        start_on=date(2026, 11, 2),
        due_on=date(2026, 11, 20),
    )
    sample = add(engagement, first, "Sample ten calls each month", rhythm="monthly")
    add(engagement, second, "Add the guide to the handbook", owner="L. Marsh", due_on=date(2027, 3, 26))
    late = add(engagement, second, "Orientation", owner="R. Okafor", due_on=date(2026, 11, 8))
    return {"goal": goal, "first": first, "guide": guide, "sample": sample, "late": late}


@pytest.fixture
def outline(engagement: Engagement, plan: dict[str, str]) -> Outline:
    """The plan on the day."""
    return get_outline(engagement, TODAY)


def test_everything_is_counted(outline: Outline) -> None:
    assert (len(outline.goals), len(outline.objectives), len(outline.actions)) == (2, 2, 4)
    assert (outline.draft, outline.is_adopted) == ("3", False)


def test_objectives_and_actions_are_numbered_within_their_goal(outline: Outline) -> None:
    assert [objective.number for objective in outline.objectives] == ["2.1", "2.2"]
    assert [action.code for action in outline.actions] == ["A2.1", "A2.2", "A2.3", "A2.4"]


def test_an_objective_tells_its_course_and_its_letters(outline: Outline) -> None:
    objective = outline.objectives[0]
    assert objective.course is not None
    assert (objective.course.baseline, objective.course.target) == (Decimal("6.2"), Decimal("3.8"))
    assert objective.met == {"S", "M", "A", "T"}
    assert objective.open_fact is not None
    assert objective.open_fact.to_do == "Link its goal to a finding."


def test_the_light_of_an_action_says_why(outline: Outline, plan: dict[str, str]) -> None:
    lights = {action.id: (action.light, action.why) for action in outline.actions}
    assert lights[plan["guide"]][0] is Light.AMBER
    assert lights[plan["late"]] == (Light.RED, "Overdue by 1 day.")


def test_a_long_block_is_counted_from_the_first_day_of_it(
    engagement: Engagement, plan: dict[str, str]
) -> None:
    step = plan["sample"]
    for day, status in (
        (date(2026, 10, 1), ActionStatus.BLOCKED),
        (date(2026, 10, 8), ActionStatus.IN_PROGRESS),
        (date(2026, 10, 20), ActionStatus.BLOCKED),
        (date(2026, 11, 6), ActionStatus.BLOCKED),
    ):
        action_steps.update_status(engagement, step, status, 10, "No funds", day)
    line = next(each for each in get_outline(engagement, TODAY).actions if each.id == step)
    assert (line.light, line.why) == (Light.RED, "Blocked for 20 days.")


def test_a_dropped_action_has_no_light_and_does_not_count(
    engagement: Engagement, plan: dict[str, str]
) -> None:
    action_steps.update_status(engagement, plan["guide"], ActionStatus.DONE, 100, "", TODAY)
    action_steps.update_status(engagement, plan["late"], ActionStatus.DROPPED, 0, "No need", TODAY)
    goal = get_outline(engagement, TODAY).goals[1]
    assert goal.percent == 33
    assert goal.actions[-1].light is None


def test_a_rhythm_stands_for_dates_and_an_owner_is_needed_still(
    outline: Outline, plan: dict[str, str]
) -> None:
    sample = next(action for action in outline.actions if action.id == plan["sample"])
    assert (sample.has_dates, sample.is_complete) == (True, False)


def test_a_line_is_found_by_its_id(outline: Outline, plan: dict[str, str]) -> None:
    assert outline.find(plan["goal"]) is outline.goals[1]
    assert outline.find(plan["first"]) is outline.objectives[0]
    assert outline.find(plan["guide"]) is outline.actions[0]
    assert outline.find("nowhere") is None


def test_owners_are_sorted_with_the_unowned_first_and_by_due_date(outline: Outline) -> None:
    assert [
        (lines.owner, [action.code for action in lines.actions]) for lines in list_owner_lines(outline)
    ] == [
        ("", ["A2.2"]),
        ("L. Marsh", ["A2.3"]),
        ("R. Okafor", ["A2.4", "A2.1"]),
    ]


def test_the_calendar_runs_over_the_plan_and_all_dates(outline: Outline) -> None:
    months = months_of(outline)
    assert (months[0], months[-1], len(months)) == (date(2026, 11, 1), date(2028, 6, 1), 20)


def test_an_empty_plan_shows_this_month(engagement: Engagement) -> None:
    outline = get_outline(engagement, TODAY)
    assert outline.goals == ()
    assert months_of(outline) == (date(2026, 11, 1),)
