"""Entering what was typed in the table of values into the record."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessor.operations.measures import measure_values
from assessor.operations.measures.typed_values import TypedValue, read_counts, read_value
from assessor.operations.periods import Period, read_period
from assessor.terms import CannotDo, ValueState
from assessor.ui.evaluate.values_model import PeriodLine, ValueColumn

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


def enter_cell(
    engagement: "Engagement", measure_id: str, line: PeriodLine, column: ValueColumn, text: str
) -> Period | None:
    """Enter what was typed in a cell. Returns the period typed on the line that has no value yet.

    Raises CannotDo with a sentence; nothing is changed then.
    """
    if column is ValueColumn.PERIOD:
        return _enter_period(engagement, line, text)
    if column is ValueColumn.VALUE:
        _enter_value(engagement, measure_id, line, text)
    elif column is ValueColumn.COUNTED:
        _enter_counted(engagement, measure_id, line, text)
    elif line.value is None:
        raise CannotDo(QCoreApplication.translate("measures", "Type the value first, then its note."))
    else:
        measure_values.edit_value(engagement, line.value.id, note=text)
    return None


def remove_line(engagement: "Engagement", line: PeriodLine) -> bool:
    """Remove the value of a line; whether there was one."""
    if line.value is not None:
        measure_values.remove_value(engagement, line.value.id)
    return line.value is not None


def _enter_period(engagement: "Engagement", line: PeriodLine, text: str) -> Period | None:
    period = read_period(text)
    if line.value is None:
        return period
    measure_values.edit_value(
        engagement, line.value.id, period_start=period.starts_on, period_label=period.label
    )
    return None


def _enter_value(engagement: "Engagement", measure_id: str, line: PeriodLine, text: str) -> None:
    if not text:
        remove_line(engagement, line)
        return
    typed = read_value(text)
    if typed.counted is not None and typed.among is not None:
        _enter_counts(engagement, measure_id, line, typed.counted, typed.among)
        return
    measure_values.enter_value(
        engagement,
        measure_id,
        line.period.starts_on,
        typed.value,
        state=typed.state,
        period_label=line.period.label,
        note=_note(line),
        **_counts_kept(line, typed),
    )


def _enter_counted(engagement: "Engagement", measure_id: str, line: PeriodLine, text: str) -> None:
    counted, among = read_counts(text)
    if counted is not None and among is not None:
        _enter_counts(engagement, measure_id, line, counted, among)
    elif line.value is None:
        raise CannotDo(
            QCoreApplication.translate(
                "measures", "Write among how many, as in 7 of 412, or type the value first."
            )
        )
    else:
        measure_values.edit_value(engagement, line.value.id, numerator=counted, denominator=None)


def _enter_counts(
    engagement: "Engagement", measure_id: str, line: PeriodLine, counted: int, among: int
) -> None:
    measure_values.enter_counts(
        engagement,
        measure_id,
        line.period.starts_on,
        counted,
        among,
        period_label=line.period.label,
        note=_note(line),
    )


def _counts_kept(line: PeriodLine, typed: TypedValue) -> dict[str, int | None]:
    """A count alone stays beside a new value; a rate's counts would no longer give it."""
    if line.value is None or typed.state is not ValueState.VALUE or line.value.denominator is not None:
        return {}
    return {"numerator": line.value.numerator}


def _note(line: PeriodLine) -> str:
    return "" if line.value is None else line.value.note
