"""Effect sizes: how large a difference between two groups is beside the differences within them."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import sqrt
from typing import Final

from assessor.analysis.rounding import shown

LEAST_FOR_EFFECT: Final = 10
SMALL_SAMPLE: Final = 20
_SIZES = ((Decimal("0.8"), "large"), (Decimal("0.5"), "medium"), (Decimal("0.2"), "small"))


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
        """negligible, small (0.2), medium (0.5) or large (0.8), as it is shown with two decimals."""
        size = abs(shown(Fraction(self.reported), 2))
        return next((word for least, word in _SIZES if size >= least), "negligible")


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
