"""Measures: taken from the library or one's own, with baseline, target and values in four states."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.analysis.rounding import shown
from assessor.instruments.measures import get_measure_library
from assessor.model import Measure, MeasureValue, Objective
from assessor.operations.contents import keep_content
from assessor.operations.measure_checks import check_arrests, check_state
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Direction, ValueState


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
    library = get_measure_library()
    known = library.get_measure(code)
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
    """Change a measure's definition, baseline or target."""
    with engagement.change("Edit measure") as session:
        set_values(session, Measure, measure_id, values)


def remove_measure(engagement: Engagement, measure_id: str) -> None:
    """Remove a measure with its values; objectives that used it are left without one."""
    with engagement.change("Remove measure") as session:
        session.execute(delete(Measure).where(Measure.id == measure_id))


def enter_value(
    engagement: Engagement,
    measure_id: str,
    period_start: date,
    value: Decimal | None = None,
    *,
    state: ValueState = ValueState.VALUE,
    period_label: str = "",
    **more: Any,
) -> str:
    """Enter a measure's value for a period, in place of the one there was; returns its id.

    A value of 0 becomes the state zero. Raises CannotDo when the state and the number do not agree, or
    when more arrests than referrals would stand in one period (every arrest is a referral, domain.md 0.4).
    """
    state = ValueState.ZERO if state is ValueState.VALUE and value == 0 else state
    check_state(state, value)
    with engagement.change("Enter value") as session:
        session.execute(
            delete(MeasureValue).where(
                MeasureValue.measure_id == measure_id, MeasureValue.period_start == period_start
            )
        )
        entry = MeasureValue(
            measure_id=measure_id,
            period_start=period_start,
            period_label=period_label or f"{period_start:%b} {period_start:%y}",
            state=state,
            value=Decimal(0) if state is ValueState.ZERO else value,
            **more,
        )
        session.add(entry)
        session.flush()
        check_arrests(session, period_start)
        return entry.id


def edit_value(engagement: Engagement, value_id: str, **values: Any) -> None:
    """Change a value's period, note, numerator or denominator.

    Raises CannotDo when more arrests than referrals would stand in one period, or for a period that has a
    value already.
    """
    with engagement.change("Edit value") as session:
        value: Any = set_values(session, MeasureValue, value_id, values)
        session.flush()
        same = select(func.count()).where(
            MeasureValue.measure_id == value.measure_id, MeasureValue.period_start == value.period_start
        )
        if (session.scalar(same) or 0) > 1:
            raise CannotDo(f"{value.period_label} has a value already. Change that one instead.")
        check_arrests(session, value.period_start)


def enter_counts(
    engagement: Engagement,
    measure_id: str,
    period_start: date,
    numerator: int,
    denominator: int,
    *,
    period_label: str = "",
    note: str = "",
) -> str:
    """Enter what was counted and among how many; the value is their rate, to two decimals.

    The rate is per as many as the library says, else percent. Raises CannotDo for none to count among.
    """
    if denominator <= 0:
        raise CannotDo("A rate needs some to count among. Write 7 of 412, or the value alone.")
    code = get_measure(engagement, measure_id).code
    per = next((each.per for each in get_measure_library().measures if each.code == code), None)
    rate = shown(Fraction((per or 100) * numerator, denominator), 2)
    return enter_value(
        engagement,
        measure_id,
        period_start,
        rate,
        period_label=period_label,
        note=note,
        numerator=numerator,
        denominator=denominator,
    )


def add_balance_measure(engagement: Engagement, measure_id: str, code: str) -> str:
    """Add a measure of the library, to be watched beside another, and return its id."""
    with engagement.change(f"Add measure {code} to watch beside") as session:
        return put_library_measure(session, code, balances_id=measure_id)


def remove_value(engagement: Engagement, value_id: str) -> None:
    """Remove a value: nothing is known of the period then."""
    with engagement.change("Remove value") as session:
        session.execute(delete(MeasureValue).where(MeasureValue.id == value_id))
