"""Figures of measures as they are told: as many decimals as they were written with, with sign and unit."""

from collections.abc import Iterable
from decimal import Decimal

from assessor.analysis.ratios import doubts_about_counts
from assessor.analysis.rounding import shown
from assessor.charts.figures import figure
from assessor.operations.measures.measures import MeasureDetails
from assessor.terms import ValueState

_MOST_DECIMALS = 3
_ALL_OF_THEM = 100


def decimals_of(measure: MeasureDetails) -> int:
    """How many decimals a measure is told with: as many as its values were written with, at most three."""
    known = [measure.baseline, measure.target, measure.outlook, *(value.value for value in measure.values)]
    return decimals_among(known)


def decimals_among(numbers: Iterable[Decimal | None]) -> int:
    """The most decimals that any of these numbers was written with, at most three."""
    exponents = [-int(number.as_tuple().exponent) for number in numbers if number is not None]
    return min(max([0, *exponents]), _MOST_DECIMALS)


def sign_of(unit: str) -> str:
    """The sign behind each figure of a unit: percent, or none."""
    return "%" if unit.strip().lower().startswith("percent") else ""


def suffix_of(measure: MeasureDetails) -> str:
    """The sign behind each figure: percent, or none."""
    return sign_of(measure.unit)


def figure_of(measure: MeasureDetails, value: Decimal | None) -> str:
    """A figure as it stands in a sentence: "0.28", "81%", or a dash where there is none."""
    if value is None:
        return "–"
    return figure(float(shown(value, decimals_of(measure))), decimals_of(measure)) + suffix_of(measure)


def with_unit(measure: MeasureDetails, value: Decimal | None) -> str:
    """A figure with its unit: "0.28 per 100 students"."""
    unit = "" if suffix_of(measure) else measure.unit
    return f"{figure_of(measure, value)} {unit}".strip()


def doubts_about(unit: str, value: Decimal | None, counted: int | None, among: int | None) -> tuple[str, ...]:
    """The sentences to warn with about a value: more than all, or counted among few (domain.md 6.1)."""
    if counted is not None and among is not None:
        return doubts_about_counts(among, counted)
    is_share = bool(sign_of(unit)) and value is not None and value > _ALL_OF_THEM
    return ("More than 100 percent: check the number.",) if is_share else ()


def number_words(
    state: ValueState, value: Decimal | None, counted: int | None, among: int | None, decimals: int
) -> str:
    """A value of any state in words: "1.70 (7 of 412)", "0", "not collected", "suppressed"."""
    if state is ValueState.NOT_COLLECTED:
        return "not collected"
    if state is ValueState.SUPPRESSED:
        return "suppressed"
    said = figure(float(shown(value, decimals)), decimals) if value else "0"
    if counted is None or (among is None and counted == value):
        return said
    return f"{said} ({counted:,})" if among is None else f"{said} ({counted:,} of {among:,})"
