"""How well two reviewers of the same criteria agree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from assessor.analysis.rounding import percent

LEAST_DOUBLE_RATED: Final = 20


@dataclass(frozen=True)
class Agreement:
    """How many criteria two reviewers rated, and on how many they agree.

    `percent` (0–100) and `kappa` (1 perfect, 0 as by chance) are None under 20 criteria rated by both; kappa
    also where chance alone would make them agree on everything.
    """

    double_rated: int
    same: int
    percent: Decimal | None
    kappa: float | None


def agreement(pairs: Sequence[tuple[int, int]]) -> Agreement:
    """Return how far two reviewers agree on the criteria to which both gave a level.

    Source: domain.md 1.3.
    """
    same = sum(first == second for first, second in pairs)
    if len(pairs) < LEAST_DOUBLE_RATED:
        return Agreement(len(pairs), same, None, None)
    return Agreement(len(pairs), same, percent(same, len(pairs)), weighted_kappa(pairs))


def weighted_kappa(pairs: Sequence[tuple[int, int]], *, quadratic: bool = False) -> float | None:
    """Return Cohen's weighted kappa: 1 − observed / expected disagreement; None where none is expected.

    Disagreement weighs as the levels apart (linear), or as their square. Source: Cohen (1968), Psychological
    Bulletin 70, 213–220; domain.md 1.3. Not for showing under 20 pairs: `agreement`.
    """
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    power = 2 if quadratic else 1
    observed = sum(abs(one - other) ** power for one, other in pairs) * len(pairs)
    expected = sum(
        abs(one - other) ** power * times * other_times
        for one, times in first.items()
        for other, other_times in second.items()
    )
    return float(1 - Fraction(observed, expected)) if expected else None
