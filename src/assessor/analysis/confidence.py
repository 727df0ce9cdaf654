"""How sure a finding is: the confidence check, prevalence, and how many sources bear it out."""

from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessor.analysis.rounding import percent
from assessor.terms import Group, Method

MOST_CONCERN: Final = 3
EVIDENCE_GROUPS: Final = frozenset({Group.SRO, Group.ADM, Group.TCH, Group.STU, Group.PAR, Group.PRT})


class Confidence(StrEnum):
    """How fair a picture a finding gives."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"

    @property
    def factor(self) -> Decimal:
        """What a priority score is multiplied by."""
        return _FACTORS[self]

    @property
    def meaning(self) -> str:
        """What the level says of the finding."""
        return _MEANINGS[self]


_FACTORS = {
    Confidence.HIGH: Decimal("1.0"),
    Confidence.MODERATE: Decimal("0.9"),
    Confidence.LOW: Decimal("0.75"),
    Confidence.VERY_LOW: Decimal("0.5"),
}
_MEANINGS = {
    Confidence.HIGH: "very likely a fair picture",
    Confidence.MODERATE: "likely a fair picture",
    Confidence.LOW: "possibly a fair picture",
    Confidence.VERY_LOW: "unclear whether it is a fair picture",
}
_MOST_CONCERNS = ((2, Confidence.HIGH), (5, Confidence.MODERATE), (8, Confidence.LOW))


class Support(StrEnum):
    """How many independent sources bear a finding out."""

    CORROBORATED = "corroborated"
    PARTLY = "partly"
    SINGLE_SOURCE = "single_source"


@dataclass(frozen=True)
class Concerns:
    """The four components of the confidence check, each from 0 (no concern) to 3 (serious)."""

    method_limits: int
    coherence: int
    adequacy: int
    relevance: int

    def __post_init__(self) -> None:
        if any(not 0 <= concern <= MOST_CONCERN for concern in self.components):
            raise ValueError(f"a concern is between 0 and {MOST_CONCERN}")

    @property
    def components(self) -> tuple[int, int, int, int]:
        """The four in their order."""
        return (self.method_limits, self.coherence, self.adequacy, self.relevance)


def judge_confidence(concerns: Concerns) -> Confidence:
    """Return the level of the sum of concerns: 0–2 high, 3–5 moderate, 6–8 low, 9–12 very low.

    Source: domain.md 4.5 (components after GRADE-CERQual; call it "confidence check", not its rating).
    """
    total = sum(concerns.components)
    return next((level for most, level in _MOST_CONCERNS if total <= most), Confidence.VERY_LOW)


def prevalence(raised: int, asked: int) -> Decimal | None:
    """Return the % of the groups asked that raised a point, 0–100; None where none was asked.

    Source: domain.md 4.6. Raises ValueError where more raised it than were asked.
    """
    return percent(raised, asked)


def prevalence_score(share: Decimal) -> int:
    """Return prevalence as 1–5: to 20% 1, to 40% 2, to 60% 3, to 80% 4, above 5.

    Source: domain.md 4.7. Raises ValueError outside 0–100.
    """
    if not 0 <= share <= 100:
        raise ValueError(f"{share}% is not between 0 and 100")
    return 1 + sum(share > step for step in (20, 40, 60, 80))


def triangulate(methods: Set[Method], groups: Set[Group]) -> Support:
    """Return how far a finding is corroborated, by the methods and the stakeholder groups of its evidence.

    Corroborated: three methods, or two methods and two groups; partly: two of either. Supervisors are
    not counted. Source: domain.md 4.6.
    """
    by_method, by_group = len(methods), len(groups & EVIDENCE_GROUPS)
    if by_method >= 3 or (by_method >= 2 and by_group >= 2):
        return Support.CORROBORATED
    return Support.PARTLY if by_method == 2 or by_group >= 2 else Support.SINGLE_SOURCE
