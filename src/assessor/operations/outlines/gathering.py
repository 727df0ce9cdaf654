"""Gathering the outline from the record: numbered, judged and counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import ActionStep, Goal, GoalFinding, Measure, Objective, StatusUpdate
from assessor.operations.action_steps import NEWEST_FIRST
from assessor.operations.outlines.judging import Period, judge_light, judge_smart
from assessor.operations.outlines.lines import ActionLine, CourseLine, GoalLine, ObjectiveLine, Outline
from assessor.operations.plans import get_plan
from assessor.store import Engagement
from assessor.terms import ActionStatus

Row = TypeVar("Row")


def get_outline(engagement: Engagement, as_of: date) -> Outline:
    """The whole plan as it stands on a day."""
    with engagement.reading() as session:
        plan = get_plan(engagement)
        gathered = _Gathered(session, Period(plan.starts_on, plan.ends_on), as_of)
        goals = session.scalars(select(Goal).order_by(Goal.position, Goal.id))
        return Outline(
            draft=plan.draft,
            is_adopted=plan.adopted_on is not None,
            starts_on=plan.starts_on,
            ends_on=plan.ends_on,
            as_of=as_of,
            goals=tuple(gathered.goal_line(goal, number) for number, goal in enumerate(goals, start=1)),
        )


class _Gathered:
    """The rows under the goals, read in five queries however long the plan is."""

    def __init__(self, session: Session, period: Period, as_of: date) -> None:
        self._period, self._as_of = period, as_of
        self._findings = Counter(session.scalars(select(GoalFinding.goal_id)))
        self._measures = {measure.id: measure for measure in session.scalars(select(Measure))}
        self._objectives = _by_owner(
            session.scalars(select(Objective).order_by(Objective.position, Objective.id)), "goal_id"
        )
        self._actions = _by_owner(
            session.scalars(select(ActionStep).order_by(ActionStep.position, ActionStep.id)), "objective_id"
        )
        self._updates = _updates(session)

    def goal_line(self, goal: Goal, number: int) -> GoalLine:
        """A goal with all beneath it."""
        findings = self._findings[goal.id]
        objectives, before = [], 0
        for place, objective in enumerate(self._objectives[goal.id], start=1):
            actions = self._action_lines(objective.id, number, before)
            before += len(actions)
            objectives.append(self._objective_line(objective, f"{number}.{place}", findings, actions))
        return GoalLine(goal.id, number, goal.title, goal.owner, findings, tuple(objectives))

    def _objective_line(
        self, objective: Objective, number: str, findings: int, actions: tuple[ActionLine, ...]
    ) -> ObjectiveLine:
        measure = self._measures.get(objective.measure_id or "")
        return ObjectiveLine(
            id=objective.id,
            goal_id=objective.goal_id,
            number=number,
            text=objective.text,
            due_on=objective.due_on,
            course=None if measure is None else _course(measure),
            smart=judge_smart(objective, measure, findings, self._period),
            actions=actions,
        )

    def _action_lines(self, objective_id: str, goal_number: int, before: int) -> tuple[ActionLine, ...]:
        return tuple(
            self._action_line(action, f"A{goal_number}.{place}")
            for place, action in enumerate(self._actions[objective_id], start=before + 1)
        )

    def _action_line(self, action: ActionStep, code: str) -> ActionLine:
        light, why = judge_light(action, self._updates[action.id], self._as_of)
        return ActionLine(
            id=action.id,
            objective_id=action.objective_id,
            code=code,
            title=action.title,
            owner=action.owner,
            start_on=action.start_on,
            due_on=action.due_on,
            rhythm=action.rhythm,
            status=action.status,
            percent=action.percent,
            light=light,
            why=why,
        )


def _course(measure: Measure) -> CourseLine:
    return CourseLine(
        measure_id=measure.id,
        code=measure.code,
        title=measure.title,
        unit=measure.unit,
        direction=measure.direction,
        baseline=measure.baseline,
        target=measure.target,
        target_on=measure.target_on,
    )


def _updates(session: Session) -> defaultdict[str, list[tuple[date, ActionStatus]]]:
    """The status updates of every action step, the newest first."""
    query = select(StatusUpdate.action_step_id, StatusUpdate.updated_on, StatusUpdate.status)
    found: defaultdict[str, list[tuple[date, ActionStatus]]] = defaultdict(list)
    for action_id, updated_on, status in session.execute(query.order_by(*NEWEST_FIRST)):
        found[action_id].append((updated_on, status))
    return found


def _by_owner(rows: Iterable[Row], column: str) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found
