"""Parts of measures: what is known of one school, or of one group of students, in a period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assessor.instruments.measures import StudentGroup, get_measure_library
from assessor.model import Measure, MeasurePart, MeasureValue
from assessor.operations.periods import Period
from assessor.terms import ValueState


@dataclass(frozen=True)
class Whom:
    """Whom a value is of: all, one school, or one group of students."""

    site_id: str | None = None
    students: str = ""

    @property
    def is_all(self) -> bool:
        """Whether it is the measure's own value and no part."""
        return self.site_id is None and not self.students


ALL = Whom()
Enrolled = Mapping[Whom, int]
"""How many students are enrolled in a school year, of whom."""


@dataclass(frozen=True)
class Entry:
    """A value to be put: when, of whom, and a number or a state without one."""

    period: Period
    whom: Whom
    state: ValueState
    value: Decimal | None = None
    counted: int | None = None
    among: int | None = None
    note: str = ""


def list_student_groups() -> tuple[StudentGroup, ...]:
    """The groups of students that counts are told by, in their order."""
    return get_measure_library("crdc").groups


def put_entry(session: Session, measure_id: str, entry: Entry, import_id: str | None = None) -> None:
    """Put a value, or a part of one, into an open change in place of the one there was."""
    noun, here = _here(measure_id, entry.period.starts_on, entry.whom)
    session.execute(delete(noun).where(*here))
    version = session.scalar(select(Measure.definition_version).where(Measure.id == measure_id))
    fields: dict[str, Any] = {
        "measure_id": measure_id,
        "period_start": entry.period.starts_on,
        "period_label": entry.period.label,
        "state": entry.state,
        "value": Decimal(0) if entry.state is ValueState.ZERO else entry.value,
        "numerator": entry.counted,
        "denominator": entry.among,
        "note": entry.note,
        "definition_version": version or 1,
        "import_id": import_id,
    }
    if noun is MeasurePart:
        fields |= {"site_id": entry.whom.site_id, "subgroup": entry.whom.students}
    session.add(noun(**fields))
    session.flush()


def drop_entry(session: Session, measure_id: str, starts_on: date, whom: Whom) -> None:
    """Remove what is known of a period in an open change."""
    noun, here = _here(measure_id, starts_on, whom)
    session.execute(delete(noun).where(*here))


def find_entry(session: Session, measure_id: str, starts_on: date, whom: Whom) -> Entry | None:
    """What is known of a measure in a period; None where nothing is."""
    noun, here = _here(measure_id, starts_on, whom)
    row: Any = session.scalar(select(noun).where(*here))
    if row is None:
        return None
    period = Period(row.period_start, row.period_label)
    return Entry(period, whom, row.state, row.value, row.numerator, row.denominator, row.note)


def _here(measure_id: str, starts_on: date, whom: Whom) -> tuple[Any, tuple[Any, ...]]:
    if whom.is_all:
        return MeasureValue, (MeasureValue.measure_id == measure_id, MeasureValue.period_start == starts_on)
    return MeasurePart, (
        MeasurePart.measure_id == measure_id,
        MeasurePart.period_start == starts_on,
        MeasurePart.site_id.is_(None) if whom.site_id is None else MeasurePart.site_id == whom.site_id,
        MeasurePart.subgroup == whom.students,
    )
