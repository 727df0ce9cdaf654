"""Cells of the grid of program data as they are typed or pasted: one change for all, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.measures import find_shipped_measure
from assessor.model import Measure
from assessor.operations.measures.measure_checks import check_arrests, is_pair_of_arrests
from assessor.operations.measures.measure_parts import ALL, Entry, Whom, drop_entry, find_entry, put_entry
from assessor.operations.measures.measure_values import rate_of
from assessor.operations.measures.typed_values import TypedValue, read_value
from assessor.operations.periods import Period
from assessor.store import Engagement
from assessor.terms import CannotDo, ValueState


@dataclass(frozen=True)
class TypedCell:
    """What was typed for a measure in a period; an empty text clears it."""

    measure_id: str
    period: Period
    text: str
    whom: Whom = ALL


class RefusedCell(CannotDo):
    """What was typed in a cell cannot be taken; `place` is its place among those typed together."""

    def __init__(self, why: str, place: int) -> None:
        self.place = place
        super().__init__(why)


def enter_cells(engagement: Engagement, cells: Sequence[TypedCell]) -> None:
    """Enter what was typed in cells, all of it or nothing.

    A count among others gives the rate the measure is told as. Raises RefusedCell for what is no value, or
    for more arrests than referrals.
    """
    typed = [_typed(cell, place) for place, cell in enumerate(cells)]
    label = "Enter value" if len(cells) == 1 else f"Enter {len(cells)} values"
    if not any(cell.text.strip() for cell in cells):
        label = "Clear value" if len(cells) == 1 else f"Clear {len(cells)} values"
    with engagement.change(label) as session:
        for place, (cell, value) in enumerate(zip(cells, typed, strict=True)):
            _put(session, cell, value, place)
        session.flush()
        _check(session, cells)


def _typed(cell: TypedCell, place: int) -> TypedValue | None:
    if not cell.text.strip():
        return None
    try:
        return read_value(cell.text)
    except CannotDo as error:
        raise RefusedCell(str(error), place) from error


def _put(session: Session, cell: TypedCell, typed: TypedValue | None, place: int) -> None:
    if typed is None:
        drop_entry(session, cell.measure_id, cell.period.starts_on, cell.whom)
        return
    measure = session.get(Measure, cell.measure_id)
    if measure is None:
        raise RefusedCell("This measure was removed meanwhile. Undo brings it back.", place)
    before = find_entry(session, cell.measure_id, cell.period.starts_on, cell.whom)
    try:
        entry = _entry(measure.code, cell, typed, before)
    except CannotDo as error:
        raise RefusedCell(str(error), place) from error
    put_entry(session, cell.measure_id, entry)


def _entry(code: str, cell: TypedCell, typed: TypedValue, before: Entry | None) -> Entry:
    note = before.note if before else ""
    if typed.counted is not None and typed.among is not None:
        value = rate_of(code, typed.counted, typed.among)
        state = ValueState.VALUE if typed.counted else ValueState.ZERO
        return Entry(cell.period, cell.whom, state, value, typed.counted, typed.among, note)
    if typed.value is not None and typed.value < 0:
        raise CannotDo(f"{typed.value:f} is below zero. Type s for suppressed or nc for not collected.")
    counted = _count(code, typed)
    return Entry(cell.period, cell.whom, typed.state, typed.value, counted, note=note)


def _count(code: str, typed: TypedValue) -> int | None:
    """The number as a count where the measure counts something, and is no rate, mean or median."""
    known = find_shipped_measure(code)
    if known is None or known.numerator is None or known.denominator is not None or typed.value is None:
        return None
    return int(typed.value) if typed.value == typed.value.to_integral_value() else None


def _check(session: Session, cells: Sequence[TypedCell]) -> None:
    """Hold arrests to referrals in every period touched."""
    codes = {row.id: row.code for row in session.execute(select(Measure.id, Measure.code))}
    for place, cell in reversed(list(enumerate(cells))):
        if is_pair_of_arrests(codes.get(cell.measure_id, "")):
            try:
                check_arrests(session, cell.period.starts_on)
            except CannotDo as error:
                raise RefusedCell(str(error), place) from error


def typed_words(state: ValueState, value: Decimal | None, counted: int | None, among: int | None) -> str:
    """What one would type for a value: "7/412", "1.9", "0", "nc", "s"."""
    if state is ValueState.NOT_COLLECTED:
        return "nc"
    if state is ValueState.SUPPRESSED:
        return "s"
    if counted is not None and among is not None:
        return f"{counted}/{among}"
    return "0" if state is ValueState.ZERO or value is None else f"{value:f}"
