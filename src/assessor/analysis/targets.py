"""Targets: baselines, the planned path from baseline to target, and how a measure stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from assessor.analysis.rounding import decimal_of, shown
from assessor.analysis.runs import Point
from assessor.terms import Direction, ValueState

ON_TRACK_FROM: Final = 90
WATCH_FROM: Final = 70
SMALL_YEARLY_COUNT: Final = 20
POOLED_YEARS: Final = 3


class Status(StrEnum):
    """How a measure stands against its plan."""

    ON_TRACK = "on_track"
    WATCH = "watch"
    OFF = "off"
    NO_DATA = "no_data"
    SUPPRESSED = "suppressed"
    DEFINITION_CHANGED = "definition_changed"


@dataclass(frozen=True)
class PlannedPath:
    """Where a measure is to be on which day: baseline first, then milestones, the target last.

    At least one stop, days rising. One stop alone is a level to reach or to keep.
    """

    stops: tuple[tuple[date, Decimal], ...]

    def __post_init__(self) -> None:
        if not self.stops or any(later[0] <= earlier[0] for earlier, later in pairwise(self.stops)):
            raise ValueError("a planned path needs stops on days that rise")

    def planned_on(self, day: date) -> Decimal:
        """Return the value planned for a day: straight lines between the stops, level before and after."""
        if day <= self.stops[0][0]:
            return self.stops[0][1]
        for (start, low), (end, high) in pairwise(self.stops):
            if day <= end:
                gone = Fraction((day - start).days, (end - start).days)
                return decimal_of(Fraction(low) + (Fraction(high) - Fraction(low)) * gone)
        return self.stops[-1][1]


@dataclass(frozen=True)
class Baseline:
    """What a measure is compared with: its value and the years it comes from."""

    value: Decimal
    years: tuple[int, ...]

    @property
    def pooled(self) -> bool:
        """Whether it is a mean of several years."""
        return len(self.years) > 1


def baseline_of_counts(counts: Mapping[int, int]) -> Baseline | None:
    """Return the baseline of yearly counts before the plan: the last full year, or the mean of three.

    Pooled where the last year counts fewer than 20; only years collected are among the counts.
    Source: domain.md 6.4. None without a year.
    """
    if not counts:
        return None
    years = sorted(counts)
    kept = years[-POOLED_YEARS:] if counts[years[-1]] < SMALL_YEARLY_COUNT else years[-1:]
    return Baseline(decimal_of(Fraction(sum(counts[year] for year in kept), len(kept))), tuple(kept))


def attainment(actual: Decimal, planned: Decimal, baseline: Decimal, direction: Direction) -> Decimal:
    """Return how much of the planned path is reached, in %: from 100 where it is, below 0 where it got worse.

    Where a change for the better was planned, its share that came about; else the level itself as a share of
    the planned level. Source: domain.md 6.4. Raises ValueError for a direction other than LOWER and HIGHER.
    """
    if direction not in (Direction.LOWER, Direction.HIGHER):
        raise ValueError(f"a measure that is {direction} has no path for the better")
    sign = 1 if direction is Direction.HIGHER else -1
    ahead = sign * (Fraction(actual) - Fraction(planned))
    change = sign * (Fraction(planned) - Fraction(baseline))
    if change > 0:
        return decimal_of(100 * (change + ahead) / change)
    if ahead >= 0:
        return Decimal(100)
    part, whole = (actual, planned) if direction is Direction.HIGHER else (planned, actual)
    return decimal_of(100 * Fraction(part) / Fraction(whole)) if whole > 0 else Decimal(0)


def status_of_attainment(percent: Decimal) -> Status:
    """Return on track from 90 %, watch from 70 %, else off, as shown with one decimal (domain.md 6.4)."""
    value = shown(percent, 1)
    if value >= ON_TRACK_FROM:
        return Status.ON_TRACK
    return Status.WATCH if value >= WATCH_FROM else Status.OFF


def judge_status(
    point: Point | None,
    day: date,
    path: PlannedPath,
    direction: Direction,
    *,
    same_definition: bool = True,
    band: tuple[Decimal, Decimal] | None = None,
) -> Status | None:
    """Return how a measure's point, for the period that ends on `day`, stands against its planned path.

    None for a measure with no better direction. A measure with a target band is judged by `band` (lowest and
    highest value, both good), others by the path. Source: domain.md 6.4.
    Raises ValueError for a band measure without its band.
    """
    if point is None or point.state is ValueState.NOT_COLLECTED:
        return Status.NO_DATA
    if point.state is ValueState.SUPPRESSED:
        return Status.SUPPRESSED
    if not same_definition:
        return Status.DEFINITION_CHANGED
    actual = point.number
    if direction is Direction.CONTEXT or actual is None:
        return None
    if direction is Direction.BAND:
        return _status_in_band(actual, band)
    return status_of_attainment(attainment(actual, path.planned_on(day), path.stops[0][1], direction))


def off_for_two_periods(statuses: Sequence[Status | None]) -> bool:
    """Return whether the last two periods are off target: the plan needs a revision (domain.md 5.10)."""
    return list(statuses[-2:]) == [Status.OFF, Status.OFF]


def _status_in_band(actual: Decimal, band: tuple[Decimal, Decimal] | None) -> Status:
    if band is None or band[0] > band[1]:
        raise ValueError("a measure with a target band needs its lowest and highest good value")
    lowest, highest = band
    if actual < lowest:
        return status_of_attainment(attainment(actual, lowest, lowest, Direction.HIGHER))
    return status_of_attainment(attainment(actual, highest, highest, Direction.LOWER))
