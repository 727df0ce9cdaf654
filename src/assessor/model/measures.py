"""Measures with baseline and target, and their values period by period."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Direction, ValueState


class Measure(Noun):
    """What is counted, with its whole definition (domain.md 6.3)."""

    __tablename__ = "measure"

    code: Mapped[str]
    """K01 to K32 from the library, or one's own."""
    definition_version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str]
    definition: Mapped[str] = mapped_column(default="")
    formula: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    frequency: Mapped[str] = mapped_column(default="")
    caveat: Mapped[str] = mapped_column(default="")
    direction: Mapped[Direction] = mapped_column(default=Direction.HIGHER)
    quality: Mapped[str] = mapped_column(default="C")
    baseline: Mapped[Decimal | None]
    baseline_period: Mapped[str] = mapped_column(default="")
    baseline_plan: Mapped[str] = mapped_column(default="")
    """How a baseline will be got, where there is none."""
    target: Mapped[Decimal | None]
    target_on: Mapped[date | None]
    outlook: Mapped[Decimal | None]
    outlook_on: Mapped[date | None]
    balances_id: Mapped[str | None] = refers_to("measure")
    """The measure this one is watched beside."""
    position: Mapped[int] = mapped_column(default=0)


class Counted(Noun):
    """What is known of a measure in one period, in one of four states: a number, zero, not collected,
    suppressed.
    """

    __abstract__ = True

    measure_id: Mapped[str] = owned_by("measure")
    period_start: Mapped[date]
    period_label: Mapped[str] = mapped_column(default="")
    state: Mapped[ValueState] = mapped_column(default=ValueState.VALUE)
    value: Mapped[Decimal | None]
    numerator: Mapped[int | None]
    denominator: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
    definition_version: Mapped[int] = mapped_column(default=1)
    """The version of the measure's definition it was counted by."""
    import_id: Mapped[str | None] = refers_to("measure_import")
    """The table it was brought in with; empty where it was typed."""


class MeasureValue(Counted):
    """A measure in one period."""

    __tablename__ = "measure_value"


class MeasurePart(Counted):
    """A part of it: of one school, or of one group of students (domain.md 6.2)."""

    __tablename__ = "measure_part"

    site_id: Mapped[str | None] = refers_to("site")
    subgroup: Mapped[str] = mapped_column(default="")
    """The group of students, as in "Students with disabilities (IDEA)"; empty for all."""


class MeasureImport(Noun):
    """A table of program data brought in, with the table itself: counts of schools, never of persons."""

    __tablename__ = "measure_import"

    file_name: Mapped[str]
    sha256: Mapped[str]
    kept_table: Mapped[str]
    """The hash of the attachment that holds it."""
    layout: Mapped[str]
    """How the table is built: long, wide, or crdc."""
    mapping: Mapped[dict[str, Any]]
    imported_at: Mapped[datetime]
    rows: Mapped[int]
