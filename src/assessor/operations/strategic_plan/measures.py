"""The measures: run charts, definitions, and the care each needs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessor.operations.strategic_plan.levels import Health
from assessor.terms import Direction, ValueState


@dataclass(frozen=True)
class MeasureValue:
    """A measure's value in one period: zero is not blank."""

    period: date  # its first day
    value: Decimal | None
    state: ValueState = ValueState.VALUE
    definition: int = 1  # the version of the definition it was counted by
    label: str = ""  # "Fall 2026"; empty: the month of the period


@dataclass(frozen=True)
class ActionMark:
    """Where an action took effect."""

    period: date
    codes: str  # "A2.1, A2.2"


@dataclass(frozen=True)
class Measure:
    """One measure (domain.md 6)."""

    code: str  # "K06"
    name: str
    unit: str  # "per 100 students"
    direction: Direction = Direction.LOWER
    values: tuple[MeasureValue, ...] = ()
    baseline: Decimal | None = None  # the median of the year before the plan
    target: Decimal | None = None  # None for a balance measure
    marks: tuple[ActionMark, ...] = ()
    health: Health = Health.NO_DATA
    status: str = ""  # "Steady"; empty: the usual word for its health
    scale_top: Decimal | None = None  # None: the chart chooses
    balance: bool = False
    definition: str = ""  # a measure without one is not in the table of definitions
    source: str = ""
    take_care: str = ""


@dataclass(frozen=True)
class Measures:
    """How we will know."""

    claim: str = ""
    caption: str = ""  # "Six measures by school month, September 2025 to January 2027."; empty: made
    baseline_of: str = ""  # "the school year before the plan"
    target_on: date | None = None  # the month the targets are for
    left_out: str = ""  # "June to August are left out."
    measures: tuple[Measure, ...] = ()
    signals: str = ""  # which measures show a signal, in words
