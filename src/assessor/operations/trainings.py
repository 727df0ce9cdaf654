"""Training sessions of the plan: planned, held, and who came."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select

from assessor.instruments import trainings as library
from assessor.model import Training
from assessor.operations.contents import keep_content
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo


class TrainingState(StrEnum):
    """How far a training session is."""

    NO_DATE = "no_date"
    PLANNED = "planned"
    OVERDUE = "overdue"
    SHORT = "short"
    HELD = "held"


@dataclass(frozen=True)
class TrainingRow:
    """A training session."""

    id: str
    code: str
    title: str
    audience: str
    hours: Decimal | None
    content: str
    is_core: bool
    owner: str
    planned_on: date | None
    held_on: date | None
    invited: int | None
    attended: int | None
    goal_id: str | None

    @property
    def missed(self) -> int:
        """How many of those invited were not there; 0 while either is unknown."""
        return max((self.invited or 0) - self.attended, 0) if self.attended is not None else 0

    def state(self, today: date) -> TrainingState:
        """How far the session is on a day: held, held short of those invited, overdue, planned or undated."""
        if self.held_on is not None:
            return TrainingState.SHORT if self.missed else TrainingState.HELD
        if self.planned_on is None:
            return TrainingState.NO_DATE
        return TrainingState.OVERDUE if self.planned_on < today else TrainingState.PLANNED


@dataclass(frozen=True)
class CatalogRow:
    """A session of the shipped catalog."""

    code: str
    title: str
    audience: str
    length: str
    content: tuple[str, ...]
    is_core: bool
    is_taken: bool


def list_trainings(engagement: Engagement) -> list[TrainingRow]:
    """The training sessions in their order."""
    columns = [getattr(Training, name) for name in TrainingRow.__dataclass_fields__]
    with engagement.reading() as session:
        found = session.execute(select(*columns).order_by(Training.position, Training.code))
        return [TrainingRow(*row) for row in found]


def list_catalog(engagement: Engagement) -> list[CatalogRow]:
    """The sessions of the shipped catalog, with whether the plan has them already."""
    with engagement.reading() as session:
        taken = set(session.scalars(select(Training.code)))
    return [
        CatalogRow(
            each.code, each.title, each.audience, each.length, each.content, each.core, each.code in taken
        )
        for each in library.get_training_catalog().trainings
    ]


def add_training_from_catalog(engagement: Engagement, code: str) -> str:
    """Take over a session of the catalog and return its id."""
    catalog = library.get_training_catalog()
    shipped = catalog.get_training(code)
    with engagement.change(f"Add training {code}") as session:
        keep_content(session, "trainings", catalog.key, catalog.version)
        training = Training(
            code=code,
            title=shipped.title,
            audience=shipped.audience,
            hours=None if shipped.hours is None else Decimal(shipped.hours),
            content="\n".join(shipped.content),
            is_core=shipped.core,
            position=next_position(session, Training),
        )
        session.add(training)
        session.flush()
        return training.id


def add_training(engagement: Engagement, title: str, code: str = "", **values: Any) -> str:
    """Add a training session of one's own and return its id."""
    with engagement.change("Add training") as session:
        training = Training(title=title, code=code, position=next_position(session, Training), **values)
        session.add(training)
        session.flush()
        return training.id


def edit_training(engagement: Engagement, training_id: str, **values: Any) -> None:
    """Change what is recorded of a training session."""
    with engagement.change("Edit training") as session:
        _check_attendance(set_values(session, Training, training_id, values))


def plan_training(engagement: Engagement, training_id: str, planned_on: date | None) -> None:
    """Set the day a session is planned for; None takes it away."""
    with engagement.change("Plan training") as session:
        set_values(session, Training, training_id, {"planned_on": planned_on})


def hold_training(
    engagement: Engagement,
    training_id: str,
    held_on: date,
    attended: int | None = None,
    invited: int | None = None,
) -> None:
    """Note that a session was held, how many were there and how many were invited (None: as it stands).

    Raises CannotDo when more came than were invited.
    """
    known = {"held_on": held_on, "attended": attended, "invited": invited}
    with engagement.change("Hold training") as session:
        values = {name: value for name, value in known.items() if value is not None}
        _check_attendance(set_values(session, Training, training_id, values))


def move_training(engagement: Engagement, training_id: str, by: int) -> None:
    """Move a session up (negative) or down."""
    with engagement.change("Move training") as session:
        move_by(session, Training, training_id, by)


def remove_training(engagement: Engagement, training_id: str) -> None:
    """Remove a training session."""
    with engagement.change("Remove training") as session:
        session.execute(delete(Training).where(Training.id == training_id))


def _check_attendance(training: Any) -> None:
    invited, attended = training.invited, training.attended
    if invited is not None and attended is not None and attended > invited:
        raise CannotDo(f"{attended} came and only {invited} were invited. Correct one of the two.")
