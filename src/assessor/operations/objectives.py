"""Objectives of a goal: how far, by when, told by which measure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select

from assessor.instruments.measures import get_measure_library
from assessor.model import Measure, Objective
from assessor.operations.measures.measures import put_library_measure
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Direction


@dataclass(frozen=True)
class TiedMeasure:
    """The measure that tells an objective: its baseline and target are the objective's."""

    id: str
    code: str
    title: str
    definition: str
    unit: str
    source: str
    frequency: str
    direction: Direction
    baseline: Decimal | None
    baseline_period: str
    baseline_plan: str
    target: Decimal | None
    target_on: date | None


@dataclass(frozen=True)
class ObjectiveDetails:
    """Everything recorded of one objective."""

    id: str
    goal_id: str
    text: str
    who: str
    due_on: date | None
    attainable_reason: str
    milestones: str
    review_note: str
    measure: TiedMeasure | None


def list_tied_measures(engagement: Engagement) -> list[TiedMeasure]:
    """Every measure of the engagement, for tying one to an objective."""
    query = select(*_MEASURE_COLUMNS).order_by(Measure.position, Measure.code)
    with engagement.reading() as session:
        return [TiedMeasure(*row) for row in session.execute(query)]


def list_measures_to_add(engagement: Engagement) -> list[tuple[str, str]]:
    """Code and name of each library measure that takes a target and is not in the engagement yet."""
    with engagement.reading() as session:
        taken = set(session.scalars(select(Measure.code)))
    shipped = get_measure_library().measures
    return [(each.code, each.name) for each in shipped if each.takes_target and each.code not in taken]


def get_objective(engagement: Engagement, objective_id: str) -> ObjectiveDetails:
    """One objective with its measure. Raises CannotDo when it is gone."""
    with engagement.reading() as session:
        found = session.get(Objective, objective_id)
        if found is None:
            raise CannotDo("This objective was removed. Undo brings it back.")
        measure = session.execute(select(*_MEASURE_COLUMNS).where(Measure.id == found.measure_id)).first()
        return ObjectiveDetails(
            found.id,
            found.goal_id,
            found.text,
            found.who,
            found.due_on,
            found.attainable_reason,
            found.milestones,
            found.review_note,
            None if measure is None else TiedMeasure(*measure),
        )


def add_objective(engagement: Engagement, goal_id: str, text: str, **values: Any) -> str:
    """Add an objective at the end of a goal and return its id."""
    with engagement.change("Add objective") as session:
        position = next_position(session, Objective, (Objective.goal_id == goal_id,))
        objective = Objective(goal_id=goal_id, text=text, position=position, **values)
        session.add(objective)
        session.flush()
        return objective.id


def edit_objective(engagement: Engagement, objective_id: str, **values: Any) -> None:
    """Change what is recorded of an objective."""
    with engagement.change("Edit objective") as session:
        set_values(session, Objective, objective_id, values)


def tie_measure(engagement: Engagement, objective_id: str, measure_id: str | None) -> None:
    """Say which measure tells an objective; None unties it."""
    with engagement.change("Tie measure to objective") as session:
        set_values(session, Objective, objective_id, {"measure_id": measure_id})


def tie_library_measure(engagement: Engagement, objective_id: str, code: str) -> str:
    """Tie a measure of the library that the engagement does not have yet, and return its id."""
    with engagement.change("Tie measure to objective") as session:
        measure_id = put_library_measure(session, code)
        set_values(session, Objective, objective_id, {"measure_id": measure_id})
        return measure_id


def set_course(
    engagement: Engagement,
    objective_id: str,
    *,
    baseline: Decimal | None,
    target: Decimal | None,
    target_on: date | None,
) -> None:
    """Set where an objective's measure starts, where it is to be, and by when; the objective's date follows.

    Blanks the goal library left in the objective's text ({x}, {y}, {date}) are filled in.
    Raises CannotDo when the objective has no measure.
    """
    with engagement.change("Set baseline and target") as session:
        objective: Any = set_values(session, Objective, objective_id, {"due_on": target_on})
        if objective.measure_id is None:
            raise CannotDo("This objective has no measure. Tie one to it first.")
        objective.text = _filled_in(objective.text, baseline, target, target_on)
        course = {"baseline": baseline, "target": target, "target_on": target_on}
        set_values(session, Measure, objective.measure_id, course)


def move_objective(engagement: Engagement, objective_id: str, by: int) -> None:
    """Move an objective up (negative) or down within its goal."""
    with engagement.change("Move objective") as session:
        goal_id = session.scalar(select(Objective.goal_id).where(Objective.id == objective_id))
        move_by(session, Objective, objective_id, by, (Objective.goal_id == goal_id,))


def remove_objective(engagement: Engagement, objective_id: str) -> None:
    """Remove an objective with its action steps."""
    with engagement.change("Remove objective") as session:
        session.execute(delete(Objective).where(Objective.id == objective_id))


def _filled_in(text: str, baseline: Decimal | None, target: Decimal | None, target_on: date | None) -> str:
    if baseline is not None:
        text = text.replace("{x}", f"{baseline:f}")
    if target is not None:
        text = text.replace("{y}", f"{target:f}")
    if target_on is not None:
        text = text.replace("{date}", f"{target_on:%B} {target_on.day}, {target_on.year}")
    return text


_MEASURE_COLUMNS = [getattr(Measure, name) for name in TiedMeasure.__dataclass_fields__]
