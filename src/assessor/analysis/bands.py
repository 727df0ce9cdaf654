"""The four bands of survey results: the program's convention, not a norm."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assessor.analysis.rounding import shown


class Band(StrEnum):
    """How a survey result reads."""

    STRENGTH = "strength"
    STEADY = "steady"
    WATCH = "watch"
    CONCERN = "concern"


_MEAN_FROM = ((Decimal("4.0"), Band.STRENGTH), (Decimal("3.4"), Band.STEADY), (Decimal("3.0"), Band.WATCH))
_FAVORABLE_FROM = ((Decimal(75), Band.STRENGTH), (Decimal(60), Band.STEADY), (Decimal(45), Band.WATCH))
_BEST_FIRST = tuple(Band)


@dataclass(frozen=True)
class Banding:
    """The band of a result, and those its mean and its % favorable have alone."""

    band: Band
    by_mean: Band | None
    by_favorable: Band | None

    @property
    def split(self) -> bool:
        """Whether mean and % favorable tell different stories: then look at the distribution."""
        return None not in (self.by_mean, self.by_favorable) and self.by_mean != self.by_favorable


def band_of_mean(mean: Decimal) -> Band:
    """Return the band of a mean, 1–5, as it is shown with two decimals (domain.md 2.5 item 6)."""
    value = shown(mean, 2)
    return next((band for least, band in _MEAN_FROM if value >= least), Band.CONCERN)


def band_of_favorable(percent: Decimal) -> Band:
    """Return the band of a % favorable, 0–100, as it is shown with one decimal (domain.md 2.5 item 6)."""
    value = shown(percent, 1)
    return next((band for least, band in _FAVORABLE_FROM if value >= least), Band.CONCERN)


def band(mean: Decimal | None, favorable: Decimal | None) -> Banding | None:
    """Return the band of a result: the first of the list that its mean or its % favorable reaches.

    Five-point scale; `favorable` of those with an opinion, 0–100; None where there is neither number.
    Source: domain.md 2.5 item 6 (mean ≥ 4.0 or favorable ≥ 75 % strength; 3.4 or 60 steady; 3.0 or 45 watch).
    """
    by_mean = None if mean is None else band_of_mean(mean)
    by_favorable = None if favorable is None else band_of_favorable(favorable)
    found = [one for one in (by_mean, by_favorable) if one is not None]
    return Banding(min(found, key=_BEST_FIRST.index), by_mean, by_favorable) if found else None
