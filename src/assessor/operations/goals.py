"""Goals of the plan: what is to become true, and the findings each one answers."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select

from assessor.model import Finding, Goal, GoalFinding
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingKind, FindingStatus


@dataclass(frozen=True)
class GoalRow:
    """A goal as a list shows it."""

    id: str
    number: int
    title: str
    owner: str
    findings: int


@dataclass(frozen=True)
class AnsweredFinding:
    """A finding that a goal answers, or could answer."""

    id: str
    number: int
    kind: FindingKind
    title: str
    status: FindingStatus
    is_answered: bool
    other_goals: tuple[int, ...]
    """Numbers of the other goals that answer it."""


@dataclass(frozen=True)
class GoalDetails:
    """Everything recorded of one goal."""

    id: str
    number: int
    library_key: str
    title: str
    rationale: str
    summary: str
    owner: str
    risk: str
    risk_response: str
    balance_note: str
    findings: tuple[AnsweredFinding, ...]


def list_goals(engagement: Engagement) -> list[GoalRow]:
    """The goals in their order, numbered from 1."""
    answered = (
        select(func.count(GoalFinding.id))
        .where(GoalFinding.goal_id == Goal.id)
        .correlate(Goal)
        .scalar_subquery()
    )
    query = select(Goal.id, Goal.title, Goal.owner, answered).order_by(Goal.position, Goal.id)
    with engagement.reading() as session:
        return [
            GoalRow(row_id, number, title, owner, findings)
            for number, (row_id, title, owner, findings) in enumerate(session.execute(query), start=1)
        ]


def get_goal(engagement: Engagement, goal_id: str) -> GoalDetails:
    """One goal with the findings it answers. Raises CannotDo when it is gone."""
    with engagement.reading() as session:
        goal = session.get(Goal, goal_id)
        if goal is None:
            raise CannotDo("This goal was removed. Undo brings it back.")
        return GoalDetails(
            goal.id,
            next(row.number for row in list_goals(engagement) if row.id == goal_id),
            goal.library_key,
            goal.title,
            goal.rationale,
            goal.summary,
            goal.owner,
            goal.risk,
            goal.risk_response,
            goal.balance_note,
            tuple(row for row in list_answerable(engagement, goal_id) if row.is_answered),
        )


def list_answerable(engagement: Engagement, goal_id: str) -> list[AnsweredFinding]:
    """Every finding, with whether this goal answers it and which others do; the answered ones first."""
    with engagement.reading() as session:
        numbers = {row.id: row.number for row in list_goals(engagement)}
        answered_by: dict[str, list[str]] = {}
        for finding_id, other in session.execute(select(GoalFinding.finding_id, GoalFinding.goal_id)):
            answered_by.setdefault(finding_id, []).append(other)
        query = select(Finding.id, Finding.number, Finding.kind, Finding.title, Finding.status)
        rows = [
            AnsweredFinding(
                *row,
                goal_id in answered_by.get(row[0], []),
                tuple(sorted(numbers[goal] for goal in answered_by.get(row[0], []) if goal != goal_id)),
            )
            for row in session.execute(query.order_by(Finding.number))
        ]
    return sorted(rows, key=lambda row: (not row.is_answered, row.number))


def add_goal(engagement: Engagement, title: str, **values: Any) -> str:
    """Add a goal at the end and return its id."""
    with engagement.change("Add goal") as session:
        goal = Goal(title=title, position=next_position(session, Goal), **values)
        session.add(goal)
        session.flush()
        return goal.id


def edit_goal(engagement: Engagement, goal_id: str, **values: Any) -> None:
    """Change what is recorded of a goal."""
    with engagement.change("Edit goal") as session:
        set_values(session, Goal, goal_id, values)


def move_goal(engagement: Engagement, goal_id: str, by: int) -> None:
    """Move a goal up (negative) or down."""
    with engagement.change("Move goal") as session:
        move_by(session, Goal, goal_id, by)


def remove_goal(engagement: Engagement, goal_id: str) -> None:
    """Remove a goal with its objectives and action steps."""
    with engagement.change("Remove goal") as session:
        session.execute(delete(Goal).where(Goal.id == goal_id))


def answer_finding(engagement: Engagement, goal_id: str, finding_id: str) -> None:
    """Tie a goal to a finding that it answers, or a strength that it protects; twice is once."""
    with engagement.change("Tie goal to finding") as session:
        pair = (GoalFinding.goal_id == goal_id, GoalFinding.finding_id == finding_id)
        if session.scalar(select(GoalFinding.id).where(*pair)) is None:
            session.add(GoalFinding(goal_id=goal_id, finding_id=finding_id))


def unanswer_finding(engagement: Engagement, goal_id: str, finding_id: str) -> None:
    """Take the tie between a goal and a finding away."""
    with engagement.change("Untie goal from finding") as session:
        session.execute(
            delete(GoalFinding).where(GoalFinding.goal_id == goal_id, GoalFinding.finding_id == finding_id)
        )
