"""Measures: taken from the library or one's own, with definition, baseline and target."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from assessor.instruments.measures import get_shipped_measure
from assessor.model import Measure, MeasureValue, Objective
from assessor.operations.contents import keep_content
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Direction, ValueState

_WHAT_IS_COUNTED = ("definition", "formula", "unit")


@dataclass(frozen=True)
class MeasureRow:
    """A measure as a list shows it, with its newest value."""

    id: str
    code: str
    title: str
    unit: str
    direction: Direction
    baseline: Decimal | None
    target: Decimal | None
    latest: Decimal | None
    latest_label: str
    latest_state: ValueState | None
    objectives: int


@dataclass(frozen=True)
class ValueRow:
    """A measure in one period."""

    id: str
    period_start: date
    period_label: str
    state: ValueState
    value: Decimal | None
    numerator: int | None
    denominator: int | None
    note: str
    definition_version: int = 1
    """The version of the definition it was counted by."""
    import_id: str | None = None
    """The table it came with; None where it was typed."""


@dataclass(frozen=True)
class MeasureDetails:
    """A measure with its definition and every value, the oldest first."""

    id: str
    code: str
    definition_version: int
    title: str
    definition: str
    formula: str
    unit: str
    source: str
    frequency: str
    caveat: str
    direction: Direction
    quality: str
    baseline: Decimal | None
    baseline_period: str
    baseline_plan: str
    target: Decimal | None
    target_on: date | None
    outlook: Decimal | None
    outlook_on: date | None
    balances_id: str | None
    values: tuple[ValueRow, ...]


def list_measures(engagement: Engagement) -> list[MeasureRow]:
    """All measures in their order."""
    newest = (
        select(
            MeasureValue.measure_id,
            MeasureValue.value,
            MeasureValue.period_label,
            MeasureValue.state,
            func.row_number()
            .over(partition_by=MeasureValue.measure_id, order_by=MeasureValue.period_start.desc())
            .label("age"),
        )
    ).subquery()
    objectives = select(func.count()).where(Objective.measure_id == Measure.id).scalar_subquery()
    query = (
        select(
            Measure.id,
            Measure.code,
            Measure.title,
            Measure.unit,
            Measure.direction,
            Measure.baseline,
            Measure.target,
            newest.c.value,
            func.coalesce(newest.c.period_label, ""),
            newest.c.state,
            objectives,
        )
        .outerjoin(newest, (newest.c.measure_id == Measure.id) & (newest.c.age == 1))
        .order_by(Measure.position, Measure.code)
    )
    with engagement.reading() as session:
        return [MeasureRow(*row) for row in session.execute(query)]


def get_measure(engagement: Engagement, measure_id: str) -> MeasureDetails:
    """One measure with its values. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        measure = session.get(Measure, measure_id)
        if measure is None:
            raise CannotDo("This measure was removed. Undo brings it back.")
        values = session.execute(
            select(*(getattr(MeasureValue, name) for name in ValueRow.__dataclass_fields__))
            .where(MeasureValue.measure_id == measure_id)
            .order_by(MeasureValue.period_start)
        )
        fields = {
            name: getattr(measure, name) for name in MeasureDetails.__dataclass_fields__ if name != "values"
        }
        return MeasureDetails(**fields, values=tuple(ValueRow(*row) for row in values))


def add_measure(engagement: Engagement, code: str, title: str, **values: Any) -> str:
    """Add a measure of one's own and return its id."""
    with engagement.change(f"Add measure {code}") as session:
        last = session.scalar(select(func.max(Measure.position))) or 0
        measure = Measure(code=code, title=title, position=last + 1, **values)
        session.add(measure)
        session.flush()
        return measure.id


def add_measure_from_library(engagement: Engagement, code: str, **values: Any) -> str:
    """Add one of the measures K01 to K32 with its whole definition and return its id."""
    with engagement.change(f"Add measure {code}") as session:
        return put_library_measure(session, code, **values)


def put_library_measure(session: Session, code: str, **values: Any) -> str:
    """Put a measure of the library into an open change and return its id."""
    library, known = get_shipped_measure(code)
    keep_content(session, "measures", library.key, library.version)
    last = session.scalar(select(func.max(Measure.position))) or 0
    fields = {
        "definition_version": known.definition_version,
        "title": known.name,
        "definition": known.definition,
        "formula": known.formula,
        "unit": known.unit,
        "source": known.source,
        "frequency": ", ".join(known.frequency),
        "caveat": " ".join(known.caveats),
        "direction": known.direction,
        "position": last + 1,
    }
    measure = Measure(code=code, **{**fields, **values})
    session.add(measure)
    session.flush()
    return measure.id


def edit_measure(engagement: Engagement, measure_id: str, **values: Any) -> None:
    """Change a measure's definition, baseline or target.

    Another definition, formula or unit is a new version of the definition as soon as something was counted
    by the one that stands: values keep the version they were counted by, and are compared within it only.
    """
    with engagement.change("Edit measure") as session:
        before = session.get(Measure, measure_id)
        told = {name: getattr(before, name) for name in _WHAT_IS_COUNTED if before and name in values}
        measure = set_values(session, Measure, measure_id, values)
        if any(value != values[name] for name, value in told.items()) and _is_counted(session, measure):
            measure.definition_version += 1


def keep_definition(engagement: Engagement, measure_id: str) -> None:
    """Say that the definition only reads otherwise: every value counts as taken by it."""
    with engagement.change("Keep one definition") as session:
        measure = session.get(Measure, measure_id)
        if measure is not None:
            session.execute(
                update(MeasureValue)
                .where(MeasureValue.measure_id == measure_id)
                .values(definition_version=measure.definition_version)
            )


def _is_counted(session: Session, measure: Measure) -> bool:
    """Whether there is a value by the definition as it stands."""
    return (
        session.scalar(
            select(MeasureValue.id)
            .where(
                MeasureValue.measure_id == measure.id,
                MeasureValue.definition_version == measure.definition_version,
            )
            .limit(1)
        )
        is not None
    )


def remove_measure(engagement: Engagement, measure_id: str) -> None:
    """Remove a measure with its values; objectives that used it are left without one."""
    with engagement.change("Remove measure") as session:
        session.execute(delete(Measure).where(Measure.id == measure_id))


def add_balance_measure(engagement: Engagement, measure_id: str, code: str) -> str:
    """Add a measure of the library, to be watched beside another, and return its id."""
    with engagement.change(f"Add measure {code} to watch beside") as session:
        return put_library_measure(session, code, balances_id=measure_id)
