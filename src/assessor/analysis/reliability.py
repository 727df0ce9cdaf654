"""Reliability: how well the items of a scale hang together across persons."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import sqrt
from typing import Final

from assessor.analysis.rounding import shown
from assessor.analysis.tallies import ItemColumn

LEAST_FOR_ALPHA: Final = 30
LEAST_FOR_FULL_ALPHA: Final = 100
ALPHA: Final = "Cronbach’s alpha"
SPEARMAN_BROWN: Final = "Spearman–Brown"
NOT_OF_SCHOOLS: Final = (
    "Reliability here tells how well the items of a construct hang together from person to person. "
    "It does not prove that the mean of a school is reliable: that also depends on how many people of the "
    "school answered and on how far schools differ from one another."
)
"""What has to stand beside any reliability (domain.md 2.5 item 10)."""
_READINGS = (
    (Decimal("0.9"), "excellent"),
    (Decimal("0.8"), "good"),
    (Decimal("0.7"), "acceptable"),
    (Decimal("0.6"), "questionable"),
    (Decimal("0.5"), "poor"),
)


class Standing(StrEnum):
    """How far a reliability may be shown."""

    HIDDEN = "hidden"
    INDICATIVE = "indicative"
    FULL = "full"


@dataclass(frozen=True)
class Reliability:
    """How well the items of a scale hang together: `value` up to 1, None where it is hidden or undefined.

    `n` persons answered every one of the `items`.
    """

    value: float | None
    n: int
    items: int
    standing: Standing

    @property
    def coefficient(self) -> str:
        """What it is called: alpha from three items on, Spearman–Brown for two."""
        return ALPHA if self.items > 2 else SPEARMAN_BROWN

    @property
    def reading(self) -> str:
        """The usual word, from excellent (≥ .9) to unacceptable (< .5), as it is shown with two decimals.

        Empty without a value.
        """
        if self.value is None:
            return ""
        value = shown(Fraction(self.value), 2)
        return next((word for least, word in _READINGS if value >= least), "unacceptable")


def cronbach_alpha(rows: Sequence[Sequence[int]]) -> float | None:
    """Return Cronbach's alpha of persons × items, None where all totals are equal; to show: `reliability`.

    α = k/(k−1) × (1 − Σs_i²/s_T²), sample variances, exact to the last step.
    Source: domain.md 2.5 item 10. Raises ValueError under three items or two persons, or for unequal rows.
    """
    items = len(rows[0]) if rows else 0
    if items < 3 or len(rows) < 2 or set(map(len, rows)) != {items}:
        raise ValueError("alpha needs two complete rows or more of three items or more")
    total = _squares(map(sum, rows), len(rows))
    if total == 0:
        return None
    parts = sum((_squares(column, len(rows)) for column in zip(*rows, strict=True)), Fraction())
    return float(Fraction(items, items - 1) * (1 - parts / total))


def spearman_brown(r: float) -> float:
    """Return the reliability of a two-item scale from its items' correlation: 2r / (1 + r).

    Source: domain.md 2.5 item 10. Raises ValueError for r outside −1 < r ≤ 1.
    """
    if not -1 < r <= 1:
        raise ValueError(f"{r} is no correlation above −1")
    return 2 * r / (1 + r)


def reliability(columns: Sequence[ItemColumn]) -> Reliability | None:
    """Return the reliability that may be shown of items answered by a group; None under two items.

    Alpha from three items on, Spearman–Brown for two, over those who answered every item on the scale:
    whoever left one blank or did not know is left out. Hidden under 30 such persons, indicative to 99.
    Source: domain.md 2.5 item 10.
    """
    items = len(columns)
    if items < 2:
        return None
    rows = list(filter(all, zip(*(column.places for column in columns), strict=True)))
    n = len(rows)
    if n < LEAST_FOR_ALPHA:
        return Reliability(None, n, items, Standing.HIDDEN)
    standing = Standing.INDICATIVE if n < LEAST_FOR_FULL_ALPHA else Standing.FULL
    return Reliability(cronbach_alpha(rows) if items > 2 else _of_two_items(rows), n, items, standing)


def _of_two_items(rows: Sequence[Sequence[int]]) -> float | None:
    """Spearman–Brown of a pair; None where one of them was answered alike by all, or r is −1."""
    first, second = zip(*rows, strict=True)
    spreads = _squares(first, len(rows)) * _squares(second, len(rows))
    if spreads == 0:
        return None
    products = sum(count * x * y for (x, y), count in Counter(rows).items())
    shared = products - Fraction(sum(first) * sum(second), len(rows))
    if shared < 0 and shared * shared == spreads:
        return None
    return spearman_brown(min(float(shared) / sqrt(spreads), 1.0))


def _squares(values: Iterable[int], n: int) -> Fraction:
    """The sum of squared deviations from the mean of `n` values, exact."""
    counts = Counter(values)
    total = sum(value * count for value, count in counts.items())
    squares = sum(value * value * count for value, count in counts.items())
    return squares - Fraction(total * total, n)
