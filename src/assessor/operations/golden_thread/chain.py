"""The whole chain from evidence to result, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import (
    ActionStep,
    Closure,
    Goal,
    GoalFinding,
    Measure,
    Meeting,
    Noun,
    Objective,
    Protocol,
    StatusUpdate,
    Training,
)
from assessor.operations.findings.areas import AreaRow, gather_areas
from assessor.operations.findings.gathering import Gathered, gather
from assessor.operations.names import roster_codes

N = TypeVar("N", bound=Noun)


@dataclass(frozen=True)
class Chain:
    """Every element of the chain. Valid while the session is open."""

    findings: tuple[Gathered, ...]
    areas: tuple[AreaRow, ...]
    goals: tuple[Goal, ...]
    answered: Mapping[str, frozenset[str]]
    """The findings each goal answers, by the goal's id."""
    objectives: tuple[Objective, ...]
    actions: tuple[ActionStep, ...]
    updates: tuple[StatusUpdate, ...]
    measures: tuple[Measure, ...]
    protocols: tuple[Protocol, ...]
    trainings: tuple[Training, ...]
    meetings: tuple[Meeting, ...]
    closures: tuple[Closure, ...]
    names: Mapping[str, str]
    """The names of the roster and their codes."""

    def objectives_of(self, goal_id: str) -> list[Objective]:
        """The objectives of a goal."""
        return [objective for objective in self.objectives if objective.goal_id == goal_id]

    def measure(self, measure_id: str | None) -> Measure | None:
        """The measure of an id, or None."""
        return next((measure for measure in self.measures if measure.id == measure_id), None)


def read_chain(session: Session) -> Chain:
    """Read the chain inside an open lookup."""
    return Chain(
        findings=tuple(gather(session)),
        areas=tuple(gather_areas(session)),
        goals=_all(session, Goal, "position"),
        answered=_answered(session),
        objectives=_all(session, Objective, "position"),
        actions=_all(session, ActionStep, "position"),
        updates=_all(session, StatusUpdate, "updated_on"),
        measures=_all(session, Measure, "position"),
        protocols=_all(session, Protocol, "position"),
        trainings=_all(session, Training, "position"),
        meetings=_all(session, Meeting, "meets_on"),
        closures=_all(session, Closure, "first_on"),
        names=roster_codes(session),
    )


def _all(session: Session, noun: type[N], order: str) -> tuple[N, ...]:
    columns = noun.__mapper__.columns
    return tuple(session.scalars(select(noun).order_by(columns[order], columns["id"])))


def _answered(session: Session) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for goal_id, finding_id in session.execute(select(GoalFinding.goal_id, GoalFinding.finding_id)):
        found[goal_id] = found.get(goal_id, frozenset()) | {finding_id}
    return found
