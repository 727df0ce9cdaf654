"""Scores of a policy rubric: percent by group and overall, bands, and the cap by absent critical criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from assessor.analysis.rounding import decimal_of, shown

HIGHEST_LEVEL: Final = 3
CRITICAL_WEIGHT: Final = 2


class RubricBand(StrEnum):
    """How a rubric result reads."""

    WEAK = "weak"
    DEVELOPING = "developing"
    SOUND = "sound"
    STRONG = "strong"


_BAND_FROM = ((85, RubricBand.STRONG), (65, RubricBand.SOUND), (40, RubricBand.DEVELOPING))


@dataclass(frozen=True)
class Rating:
    """A criterion's level 0–3, or None where it does not apply; weight 1, or 2 where it is critical."""

    criterion: str
    group: str
    level: int | None
    weight: int = 1

    def __post_init__(self) -> None:
        if self.level is not None and not 0 <= self.level <= HIGHEST_LEVEL:
            raise ValueError(f"{self.criterion}: level {self.level} is not between 0 and {HIGHEST_LEVEL}")
        if self.weight not in (1, CRITICAL_WEIGHT):
            raise ValueError(f"{self.criterion}: weight {self.weight} is neither 1 nor {CRITICAL_WEIGHT}")

    @property
    def critical_zero(self) -> bool:
        """Whether a critical criterion is absent."""
        return self.weight == CRITICAL_WEIGHT and self.level == 0


@dataclass(frozen=True)
class GroupScore:
    """What a group of criteria reached: points of the points it could have, N/A left out."""

    group: str
    points: int
    possible: int
    not_applicable: int

    @property
    def percent(self) -> Decimal | None:
        """Points / possible × 100; None where nothing applies."""
        return decimal_of(Fraction(100 * self.points, self.possible)) if self.possible else None

    @property
    def band(self) -> RubricBand | None:
        """The group's band; groups are not capped."""
        return None if self.percent is None else band_of(self.percent)


@dataclass(frozen=True)
class RubricScore:
    """What a document set reached; each of `critical_zeros` calls for a draft finding and caps the band."""

    groups: tuple[GroupScore, ...]
    percent: Decimal | None
    band: RubricBand | None
    uncapped_band: RubricBand | None
    critical_zeros: tuple[str, ...]

    @property
    def capped(self) -> bool:
        """Whether the band would be better without the critical criteria that are absent."""
        return self.band is not self.uncapped_band


def band_of(percent: Decimal) -> RubricBand:
    """Return the band of a percentage as it is shown with one decimal (domain.md 1.3: 40, 65, 85)."""
    value = shown(percent, 1)
    return next((band for least, band in _BAND_FROM if value >= least), RubricBand.WEAK)


def score_group(group: str, ratings: Sequence[Rating]) -> GroupScore:
    """Return Σ(weight × level) and Σ(weight × 3) of the ratings of one group, N/A left out.

    Source: domain.md 1.3. Criteria not rated yet are not among the ratings.
    """
    ours = [rating for rating in ratings if rating.group == group]
    rated = [(rating.weight, rating.level) for rating in ours if rating.level is not None]
    return GroupScore(
        group,
        sum(weight * level for weight, level in rated),
        sum(weight * HIGHEST_LEVEL for weight, _ in rated),
        len(ours) - len(rated),
    )


def score_rubric(
    ratings: Sequence[Rating], group_weights: Mapping[str, Fraction | int] | None = None
) -> RubricScore:
    """Return the scores of all groups, in the order they come, and overall.

    Overall is the weighted mean of the groups' percentages. Without `group_weights` a group weighs what its
    applicable criteria weigh, which makes the overall percentage that of all criteria together. A critical
    criterion at 0 caps the overall band at developing. Source: domain.md 1.3.
    Raises ValueError where a group has no weight, or no weight above 0.
    """
    groups = tuple(score_group(group, ratings) for group in dict.fromkeys(rating.group for rating in ratings))
    percent = _weighted_mean(groups, group_weights)
    zeros = tuple(rating.criterion for rating in ratings if rating.critical_zero)
    uncapped = None if percent is None else band_of(percent)
    reaches_beyond = uncapped in (RubricBand.SOUND, RubricBand.STRONG)
    band = RubricBand.DEVELOPING if zeros and reaches_beyond else uncapped
    return RubricScore(groups, percent, band, uncapped, zeros)


def _weighted_mean(
    groups: Sequence[GroupScore], weights: Mapping[str, Fraction | int] | None
) -> Decimal | None:
    scored = [group for group in groups if group.possible]
    if not scored:
        return None
    if weights is not None and any(weights.get(group.group, 0) <= 0 for group in scored):
        raise ValueError("every group needs a weight above 0")
    weighed = [Fraction(group.possible if weights is None else weights[group.group]) for group in scored]
    reached = [Fraction(100 * group.points, group.possible) for group in scored]
    total = sum((weight * share for weight, share in zip(weighed, reached, strict=True)), Fraction())
    return decimal_of(total / sum(weighed, Fraction()))
