"""Differences: between groups, and between the two sides of a pair."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from assessor.analysis.effects import Effect, Sample, compare_means
from assessor.analysis.rounding import decimal_of, shown
from assessor.analysis.surveys import AGREEMENT, Answer, Scale, Summary

FLAG_POINTS: Final = Decimal("0.50")
FLAG_PERCENT: Final = Decimal(15)
STAGES_TO_DISCUSS: Final = 2


@dataclass(frozen=True)
class Gap:
    """How far two groups are apart, first minus second, with both numbers of persons.

    `points` in scale points, `favorable` in percentage points; `effect` None under ten persons on a side.
    """

    first_n: int
    second_n: int
    points: Decimal
    favorable: Decimal
    effect: Effect | None

    @property
    def flagged(self) -> bool:
        """Whether the gap is ≥ 0.50 points or ≥ 15 points of % favorable, each as it is shown."""
        return is_wide(self.points, self.favorable)


@dataclass(frozen=True)
class MirrorGap:
    """The SRO's answers minus the administrator's, item by item, where both gave an opinion."""

    differences: tuple[tuple[str, int], ...]
    left_out: tuple[str, ...]

    @property
    def mean_absolute(self) -> Decimal | None:
        """The mean difference without signs, in scale points (measure K30); None without a pair."""
        if not self.differences:
            return None
        return decimal_of(Fraction(sum(abs(gap) for _, gap in self.differences), len(self.differences)))


@dataclass(frozen=True)
class StageGap:
    """The SRO's stage rating minus the administrator's, 0–5 each; both are shown side by side."""

    sro: int
    administrator: int

    @property
    def difference(self) -> int:
        """Stages between the two ratings, signed."""
        return self.sro - self.administrator

    @property
    def to_discuss(self) -> bool:
        """Whether the two are two stages apart or more (domain.md 2.4)."""
        return abs(self.difference) >= STAGES_TO_DISCUSS


def is_wide(points: Decimal | None, favorable: Decimal | None) -> bool:
    """Return whether a difference is to be flagged: ≥ 0.50 scale points or ≥ 15 percentage points, as shown.

    Source: domain.md 2.5 item 7. None where one of the two is not known.
    """
    if points is not None and abs(shown(points, 2)) >= FLAG_POINTS:
        return True
    return favorable is not None and abs(shown(favorable, 1)) >= FLAG_PERCENT


def compare_groups(first: Summary, second: Summary) -> Gap | None:
    """Return how far two groups are apart on the items both forms share; None where a side has no score.

    Source: domain.md 2.5 items 7 and 8.
    """
    means = (first.mean, second.mean)
    favorable = (first.percent_favorable, second.percent_favorable)
    if means[0] is None or means[1] is None or favorable[0] is None or favorable[1] is None:
        return None
    effect = None
    if first.sd is not None and second.sd is not None:
        effect = compare_means(
            Sample(float(means[0]), float(first.sd), first.n),
            Sample(float(means[1]), float(second.sd), second.n),
        )
    return Gap(first.n, second.n, means[0] - means[1], favorable[0] - favorable[1], effect)


def mirror_gap(
    sro: Mapping[str, Answer], administrator: Mapping[str, Answer], scale: Scale = AGREEMENT
) -> MirrorGap:
    """Return the gaps between the two sides of a pair on the items both were asked, in the SRO form's order.

    Answers by item key, reverse items already turned round; an item where a side has no opinion is left
    out and named. Source: domain.md 2.5 item 7, measure K30. Raises ValueError for a number off the scale.
    """
    differences, left_out = [], []
    for item in (item for item in sro if item in administrator):
        ours, theirs = sro[item], administrator[item]
        scale.check(ours)
        scale.check(theirs)
        if isinstance(ours, int) and isinstance(theirs, int):
            differences.append((item, ours - theirs))
        else:
            left_out.append(item)
    return MirrorGap(tuple(differences), tuple(left_out))


def stage_gap(sro: int, administrator: int) -> StageGap:
    """Return both stage ratings side by side. Source: domain.md 2.4. Raises ValueError outside 0–5."""
    if not (0 <= sro <= 5 and 0 <= administrator <= 5):
        raise ValueError(f"stages {sro} and {administrator} are not both between 0 and 5")
    return StageGap(sro, administrator)
