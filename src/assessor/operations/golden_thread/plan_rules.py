"""Rules over goals, objectives, action steps and what hangs on them: G5, G7 to G9, G11 and G14."""

from collections.abc import Iterator

from assessor.model import ActionStep, Measure, Objective
from assessor.operations.golden_thread.chain import Chain
from assessor.operations.golden_thread.loose_ends import Break, Element
from assessor.operations.golden_thread.naming import listed, quoted
from assessor.terms import ActionStatus

_SEVERAL_OWNERS = (";", "/", "+", "\n")


def g5_goals_answer_findings(chain: Chain) -> Iterator[Break]:
    """Every goal answers a finding."""
    for goal in chain.goals:
        if not chain.answered.get(goal.id):
            yield Break(
                Element.GOAL,
                goal.id,
                f"{quoted('Goal', goal.title)} answers no finding. Link the one it answers, or remove it.",
            )


def g7_goals_have_objectives(chain: Chain) -> Iterator[Break]:
    """Every goal has an objective."""
    for goal in chain.goals:
        if not chain.objectives_of(goal.id):
            yield Break(
                Element.GOAL,
                goal.id,
                f"{quoted('Goal', goal.title)} has no objective. Add one that says how far and by when.",
            )


def g8_objectives_complete(chain: Chain) -> Iterator[Break]:
    """Every objective has a measure, a baseline or a way to get one, a target and a date."""
    for objective in chain.objectives:
        lacks = _objective_lacks(objective, chain.measure(objective.measure_id))
        if lacks:
            yield Break(
                Element.OBJECTIVE,
                objective.id,
                f"{quoted('Objective', objective.text)} lacks {listed(lacks)}. Add what is missing.",
            )


def _objective_lacks(objective: Objective, measure: Measure | None) -> list[str]:
    has_date = objective.due_on or (measure and measure.target_on)
    open_blank = "{" in objective.text and "}" in objective.text
    tests = {
        "a measure": measure is not None,
        "a baseline or a way to get one": measure is None
        or measure.baseline is not None
        or bool(measure.baseline_plan.strip()),
        "a target": measure is None or measure.target is not None,
        "a date": bool(has_date),
        "words for its blanks": not open_blank,
    }
    return [lack for lack, holds in tests.items() if not holds]


def g9_actions_owned(chain: Chain) -> Iterator[Break]:
    """Every action step has one accountable owner and dates, and serves an objective."""
    known = {objective.id for objective in chain.objectives}
    for action in chain.actions:
        if action.status is ActionStatus.DROPPED:
            continue
        lacks = _action_lacks(action, known)
        name = quoted("Action", action.title)
        if lacks:
            yield Break(Element.ACTION_STEP, action.id, f"{name} lacks {listed(lacks)}. Add what is missing.")
        elif any(mark in action.owner.strip() for mark in _SEVERAL_OWNERS):
            yield Break(
                Element.ACTION_STEP,
                action.id,
                f"{name} names several owners. Name the one who answers for it; others support.",
            )
        elif action.start_on and action.due_on and action.due_on < action.start_on:
            yield Break(
                Element.ACTION_STEP, action.id, f"{name} is due before it starts. Change one of the dates."
            )


def _action_lacks(action: ActionStep, objectives: set[str]) -> list[str]:
    tests = {
        "an accountable owner": bool(action.owner.strip()),
        "a start date": action.start_on is not None,
        "a due date": action.due_on is not None,
        "an objective": action.objective_id in objectives,
    }
    return [lack for lack, holds in tests.items() if not holds]


def g11_nothing_loose(chain: Chain) -> Iterator[Break]:
    """Nothing in the plan hangs loose: no goal, action, protocol or training without a tie."""
    goals = {goal.id for goal in chain.goals}
    for goal in chain.goals:
        if not chain.answered.get(goal.id) and not chain.objectives_of(goal.id):
            name = quoted("Goal", goal.title)
            yield Break(
                Element.GOAL, goal.id, f"{name} hangs loose: nothing leads to it and nothing follows. Tie it."
            )
    for protocol in chain.protocols:
        if protocol.goal_id not in goals:
            name = quoted("Protocol", protocol.title)
            yield Break(
                Element.PROTOCOL,
                protocol.id,
                f"{name} serves no goal. Choose the goal it serves, or remove it.",
            )
    for training in chain.trainings:
        if training.goal_id not in goals:
            name = quoted("Training", training.title)
            yield Break(
                Element.TRAINING,
                training.id,
                f"{name} serves no goal. Choose the goal it serves, or remove it.",
            )


def g14_changes_noted(chain: Chain) -> Iterator[Break]:
    """A status change has a date and a note."""
    for action in chain.actions:
        updates = [update for update in chain.updates if update.action_step_id == action.id]
        name = quoted("Action", action.title)
        if not updates and action.status is not ActionStatus.NOT_STARTED:
            yield Break(
                Element.ACTION_STEP,
                action.id,
                f"{name} changed its status without a date and a note. Add an update and say what happened.",
            )
        before = ActionStatus.NOT_STARTED
        for update in updates:
            if update.status is not before and not update.note.strip():
                yield Break(
                    Element.ACTION_STEP,
                    action.id,
                    f"{name} changed its status on {update.updated_on:%B} {update.updated_on.day} "
                    "without a note. Say what happened.",
                )
            before = update.status
