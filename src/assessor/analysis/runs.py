"""Run charts of a measure over periods: the median, limits for counts, and signals of a real change."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from statistics import mean, median
from typing import Final

from assessor.analysis.rounding import decimal_of
from assessor.terms import Direction, ValueState

POINTS_OF_A_RUN: Final = 6
_WITH_NUMBER = (ValueState.VALUE, ValueState.ZERO)


class SignalKind(StrEnum):
    """What shows that something changed."""

    RUN = "run"
    OUTSIDE_LIMITS = "outside_limits"


@dataclass(frozen=True)
class Point:
    """A measure in one period: a number only where its state says there is one. Zero is not blank."""

    period: str
    state: ValueState
    value: Decimal | None = None

    def __post_init__(self) -> None:
        fits = {
            ValueState.VALUE: self.value is not None,
            ValueState.ZERO: self.value in (None, Decimal(0)),
            ValueState.NOT_COLLECTED: self.value is None,
            ValueState.SUPPRESSED: self.value is None,
        }
        if not fits[self.state]:
            raise ValueError(f"{self.period}: a value that is {self.state} cannot be {self.value}")

    @property
    def number(self) -> Decimal | None:
        """The number to chart: 0 for a zero, None where nothing was collected or it is suppressed."""
        return Decimal(0) if self.state is ValueState.ZERO else self.value


@dataclass(frozen=True)
class Limits:
    """The mean of a count, and three Poisson standard deviations below (not under 0) and above."""

    mean: Decimal
    lower: Decimal
    upper: Decimal


@dataclass(frozen=True)
class Signal:
    """A sign of a real change: the first and last of the chart's points that show it, and on which side.

    `better` tells whether the change is for the better, None for a measure with no better direction.
    """

    kind: SignalKind
    first: int
    last: int
    above: bool
    better: bool | None


@dataclass(frozen=True)
class RunChart:
    """A measure's points with their median; limits only for counts; None where there is no number."""

    points: tuple[Point, ...]
    median: Decimal | None
    limits: Limits | None
    signals: tuple[Signal, ...]


def poisson_limits(average: Decimal | Fraction) -> Limits:
    """Return mean ± 3√mean of a count in a period, the lower one not under 0.

    Source: domain.md 6.4. Raises ValueError for a negative mean.
    """
    if average < 0:
        raise ValueError(f"a mean count of {average} cannot be")
    center = decimal_of(Fraction(average))
    spread = 3 * center.sqrt(Context(prec=28))
    return Limits(center, max(center - spread, Decimal(0)), center + spread)


def run_chart(
    points: Sequence[Point],
    direction: Direction,
    *,
    is_count: bool = False,
    baseline_points: int | None = None,
) -> RunChart:
    """Return the run chart of a measure's points, oldest first.

    Median and limits are those of the first `baseline_points` points, or of all. Neither periods without a
    number nor points on the median make or break a run (the latter after Perla, Provost and Murray 2011, BMJ
    Quality & Safety 20, 46–51). Limits are for counts in equally long periods (`is_count`).
    Source: domain.md 6.4.
    """
    numbers = [(place, point.number) for place, point in enumerate(points)]
    known = [(place, number) for place, number in numbers if number is not None]
    until = len(points) if baseline_points is None else baseline_points
    base = [Fraction(number) for place, number in known if place < until]
    if not base:
        return RunChart(tuple(points), None, None, ())
    middle = decimal_of(median(base))
    limits = poisson_limits(mean(base)) if is_count else None
    signals = [*_runs(known, middle, direction), *(_outside(known, limits, direction) if limits else [])]
    return RunChart(tuple(points), middle, limits, tuple(sorted(signals, key=lambda s: (s.first, s.kind))))


def _runs(known: Sequence[tuple[int, Decimal]], middle: Decimal, direction: Direction) -> list[Signal]:
    """Return the stretches of six points or more on one side of the median."""
    stretches: list[tuple[bool, list[int]]] = []
    for place, number in known:
        if number == middle:
            continue
        above = number > middle
        if not stretches or stretches[-1][0] is not above:
            stretches.append((above, []))
        stretches[-1][1].append(place)
    return [
        Signal(SignalKind.RUN, places[0], places[-1], above, _better(above, direction))
        for above, places in stretches
        if len(places) >= POINTS_OF_A_RUN
    ]


def _outside(known: Sequence[tuple[int, Decimal]], limits: Limits, direction: Direction) -> list[Signal]:
    return [
        Signal(
            SignalKind.OUTSIDE_LIMITS,
            place,
            place,
            number > limits.upper,
            _better(number > limits.upper, direction),
        )
        for place, number in known
        if not limits.lower <= number <= limits.upper
    ]


def _better(above: bool, direction: Direction) -> bool | None:
    """Return whether the side is the better one; None where the measure has no better direction."""
    if direction in (Direction.CONTEXT, Direction.BAND):
        return None
    return above is (direction is Direction.HIGHER)
