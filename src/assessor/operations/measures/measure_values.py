"""Values of measures entered period by period: numbers, true zeros, not collected and suppressed."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.analysis.rounding import shown
from assessor.instruments.measures import Measure as LibraryMeasure
from assessor.instruments.measures import find_shipped_measure
from assessor.model import Measure, MeasureValue
from assessor.operations.measures.measure_checks import check_arrests, check_state
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, ValueState


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
        entry = put_value(
            session,
            measure_id,
            period_start=period_start,
            period_label=period_label or f"{period_start:%b} {period_start:%y}",
            state=state,
            value=Decimal(0) if state is ValueState.ZERO else value,
            **more,
        )
        check_arrests(session, period_start)
        return entry.id


def put_value(session: Session, measure_id: str, *, period_start: date, **fields: Any) -> MeasureValue:
    """Put a value into an open change, in place of the one there was, by the definition as it now reads."""
    here = (MeasureValue.measure_id == measure_id, MeasureValue.period_start == period_start)
    session.execute(delete(MeasureValue).where(*here))
    version = session.scalar(select(Measure.definition_version).where(Measure.id == measure_id))
    entry = MeasureValue(
        measure_id=measure_id, period_start=period_start, definition_version=version or 1, **fields
    )
    session.add(entry)
    session.flush()
    return entry


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
    with engagement.reading() as session:
        code = session.scalar(select(Measure.code).where(Measure.id == measure_id)) or ""
    return enter_value(
        engagement,
        measure_id,
        period_start,
        rate_of(code, numerator, denominator),
        period_label=period_label,
        note=note,
        numerator=numerator,
        denominator=denominator,
    )


def rate_of(code: str, numerator: int, denominator: int) -> Decimal:
    """The rate that a measure tells of two counts, to two decimals: per as many as the library says.

    Raises CannotDo for none to count among.
    """
    if denominator <= 0:
        raise CannotDo("A rate needs some to count among. Write 7 of 412, or the value alone.")
    known: LibraryMeasure | None = find_shipped_measure(code)
    per = (known.per if known else None) or 100
    return shown(Fraction(per * numerator, denominator), 2)


def remove_value(engagement: Engagement, value_id: str) -> None:
    """Remove a value: nothing is known of the period then."""
    with engagement.change("Remove value") as session:
        session.execute(delete(MeasureValue).where(MeasureValue.id == value_id))
