"""What the outline says: a line a goal, an objective and an action step, with all that a screen paints."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessor.analysis.actions import Light
from assessor.analysis.smart import SmartFact
from assessor.terms import ActionStatus, Direction


@dataclass(frozen=True)
class ActionLine:
    """An action step."""

    id: str
    objective_id: str
    code: str
    """As printed: "A2.3"."""
    title: str
    owner: str
    start_on: date | None
    due_on: date | None
    rhythm: str
    status: ActionStatus
    percent: int
    light: Light | None
    """How it is doing; None once it is dropped."""
    why: str
    """Why the light is as it is, as a sentence."""

    @property
    def has_dates(self) -> bool:
        """Whether it says when: a due date, or how often."""
        return self.due_on is not None or bool(self.rhythm)

    @property
    def is_complete(self) -> bool:
        """Whether it has an owner and says when (golden thread, G9)."""
        return bool(self.owner) and self.has_dates


@dataclass(frozen=True)
class CourseLine:
    """The measure of an objective on its way from baseline to target."""

    measure_id: str
    code: str
    title: str
    unit: str
    direction: Direction
    baseline: Decimal | None
    target: Decimal | None
    target_on: date | None


@dataclass(frozen=True)
class ObjectiveLine:
    """An objective with its measure, its SMART letters and its action steps."""

    id: str
    goal_id: str
    number: str
    """As shown: "2.1"."""
    text: str
    due_on: date | None
    course: CourseLine | None
    smart: tuple[SmartFact, ...]
    actions: tuple[ActionLine, ...]

    @property
    def met(self) -> frozenset[str]:
        """The letters that are met."""
        return frozenset(fact.letter.value for fact in self.smart if fact.met)

    @property
    def open_fact(self) -> SmartFact | None:
        """The first of the five that is not met."""
        return next((fact for fact in self.smart if not fact.met), None)


@dataclass(frozen=True)
class GoalLine:
    """A goal with its objectives."""

    id: str
    number: int
    title: str
    owner: str
    findings: int
    """How many findings it answers."""
    objectives: tuple[ObjectiveLine, ...]

    @property
    def actions(self) -> tuple[ActionLine, ...]:
        """The action steps of all its objectives."""
        return tuple(action for objective in self.objectives for action in objective.actions)

    @property
    def percent(self) -> int:
        """How far it is: the mean share done of its action steps that were not dropped, in whole %."""
        counted = [action.percent for action in self.actions if action.status is not ActionStatus.DROPPED]
        return round(sum(counted) / len(counted)) if counted else 0


@dataclass(frozen=True)
class Outline:
    """The whole plan on a day."""

    draft: str
    is_adopted: bool
    starts_on: date | None
    ends_on: date | None
    as_of: date
    goals: tuple[GoalLine, ...]

    @property
    def objectives(self) -> tuple[ObjectiveLine, ...]:
        """The objectives of all goals."""
        return tuple(objective for goal in self.goals for objective in goal.objectives)

    @property
    def actions(self) -> tuple[ActionLine, ...]:
        """The action steps of all goals."""
        return tuple(action for goal in self.goals for action in goal.actions)

    def find(self, element_id: str) -> "GoalLine | ObjectiveLine | ActionLine | None":
        """The goal, objective or action step of an id; None when it is not there."""
        return next((line for line in self.walk() if line.id == element_id), None)

    def walk(self) -> Iterator["GoalLine | ObjectiveLine | ActionLine"]:
        """Every line from top to bottom."""
        for goal in self.goals:
            yield goal
            for objective in goal.objectives:
                yield objective
                yield from objective.actions
