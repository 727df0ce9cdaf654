"""Effect sizes and reliability: how large a difference is, and how well a scale's items hang together."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import StatisticsError, correlation, variance
from typing import Final

LEAST_FOR_EFFECT: Final = 10
LEAST_FOR_ALPHA: Final = 30
LEAST_FOR_FULL_ALPHA: Final = 100
SMALL_SAMPLE: Final = 20
_SIZES = ((0.8, "large"), (0.5, "medium"), (0.2, "small"))
_READINGS = ((0.9, "excellent"), (0.8, "good"), (0.7, "acceptable"), (0.6, "questionable"), (0.5, "poor"))


@dataclass(frozen=True)
class Sample:
    """A group's mean and sample standard deviation, in scale points, and its number of persons."""

    mean: float
    sd: float
    n: int


@dataclass(frozen=True)
class Effect:
    """A standardized difference, first minus second, without unit."""

    d: float
    g: float
    smaller_n: int

    @property
    def reported(self) -> float:
        """The one to show: g where a group has fewer than 20 persons, else d."""
        return self.g if self.smaller_n < SMALL_SAMPLE else self.d

    @property
    def size(self) -> str:
        """negligible, small (0.2), medium (0.5) or large (0.8)."""
        return next((word for least, word in _SIZES if abs(self.reported) >= least), "negligible")


class Standing(StrEnum):
    """How far a reliability may be shown."""

    HIDDEN = "hidden"
    INDICATIVE = "indicative"
    FULL = "full"


@dataclass(frozen=True)
class Reliability:
    """How well the items of a scale hang together: `value` up to 1, None where it is hidden or undefined."""

    value: float | None
    n: int
    items: int
    standing: Standing

    @property
    def reading(self) -> str:
        """The usual word, from excellent (≥ .9) to unacceptable (< .5); empty without a value."""
        if self.value is None:
            return ""
        return next((word for least, word in _READINGS if self.value >= least), "unacceptable")


def pooled_sd(first: Sample, second: Sample) -> float:
    """Return the pooled sd of two groups, in scale points. Raises ValueError under two persons in one."""
    if first.n < 2 or second.n < 2:
        raise ValueError("a standard deviation needs two persons or more in each group")
    weighed = (first.n - 1) * first.sd**2 + (second.n - 1) * second.sd**2
    return sqrt(weighed / (first.n + second.n - 2))


def compare_means(first: Sample, second: Sample) -> Effect | None:
    """Return Cohen's d and Hedges' g; None with fewer than ten persons in a group, or where nobody differs.

    d = (m1 − m2) / pooled sd; g = d × (1 − 3 / (4(n1 + n2) − 9)). Source: domain.md 2.5 item 8. No p-values.
    """
    if min(first.n, second.n) < LEAST_FOR_EFFECT:
        return None
    spread = pooled_sd(first, second)
    if spread == 0:
        return None
    d = (first.mean - second.mean) / spread
    g = d * (1 - 3 / (4 * (first.n + second.n) - 9))
    return Effect(d, g, min(first.n, second.n))


def cronbach_alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Return Cronbach's alpha of persons × items, None where all totals are equal; to show it: `reliability`.

    α = k/(k−1) × (1 − Σs_i²/s_T²), sample variances. Source: domain.md 2.5 item 10.
    Raises ValueError under three items or two persons, or for rows of unequal length.
    """
    items = len(rows[0]) if rows else 0
    if items < 3 or len(rows) < 2 or any(len(row) != items for row in rows):
        raise ValueError("alpha needs two complete rows or more of three items or more")
    total: float = variance([sum(row) for row in rows])
    if total == 0:
        return None
    parts: float = sum(variance(column) for column in zip(*rows, strict=True))
    return items / (items - 1) * (1 - parts / total)


def spearman_brown(r: float) -> float:
    """Return the reliability of a two-item scale from its items' correlation: 2r / (1 + r).

    Source: domain.md 2.5 item 10. Raises ValueError for r outside −1 < r ≤ 1.
    """
    if not -1 < r <= 1:
        raise ValueError(f"{r} is no correlation above −1")
    return 2 * r / (1 + r)


def reliability(rows: Sequence[Sequence[float]]) -> Reliability | None:
    """Return the reliability that may be shown of persons × items, complete rows; None under two items.

    Alpha from three items on, Spearman–Brown for two. Hidden under 30 persons, indicative to 99.
    Source: domain.md 2.5 item 10. Raises ValueError for rows of unequal length.
    """
    n, items = len(rows), len(rows[0]) if rows else 0
    if any(len(row) != items for row in rows):
        raise ValueError("reliability needs complete rows")
    if items < 2:
        return None
    if n < LEAST_FOR_ALPHA:
        return Reliability(None, n, items, Standing.HIDDEN)
    standing = Standing.INDICATIVE if n < LEAST_FOR_FULL_ALPHA else Standing.FULL
    return Reliability(cronbach_alpha(rows) if items > 2 else _of_two_items(rows), n, items, standing)


def _of_two_items(rows: Sequence[Sequence[float]]) -> float | None:
    first, second = zip(*rows, strict=True)
    try:
        r = correlation(first, second)
    except StatisticsError:
        return None
    return spearman_brown(min(r, 1.0)) if r > -1 else None
