"""Which finding comes first: the priority score, its level, overrides, and quadrants of impact and effort."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessor.analysis.confidence import Confidence

HIGH_FROM: Final = Decimal(70)
MEDIUM_FROM: Final = Decimal(45)
HIGH_IMPACT: Final = 4
LOW_EFFORT: Final = 2


class PriorityLevel(StrEnum):
    """How soon a finding needs an answer."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Quadrant(StrEnum):
    """What impact and effort suggest."""

    QUICK_WIN = "quick_win"
    MAJOR_PROJECT = "major_project"
    FILL_IN = "fill_in"
    RECONSIDER = "reconsider"


@dataclass(frozen=True)
class Weights:
    """What impact, urgency and prevalence weigh in the priority score; together 1."""

    impact: Decimal = Decimal("0.45")
    urgency: Decimal = Decimal("0.30")
    prevalence: Decimal = Decimal("0.25")

    def __post_init__(self) -> None:
        weights = (self.impact, self.urgency, self.prevalence)
        if min(weights) < 0 or sum(weights) != 1:
            raise ValueError("the weights of impact, urgency and prevalence are 1 together, none below 0")


STANDARD_WEIGHTS: Final = Weights()


@dataclass(frozen=True)
class Judgment:
    """What a priority rests on: impact, urgency, prevalence (1–5), confidence, flags and override note."""

    impact: int
    urgency: int
    prevalence: int
    confidence: Confidence
    legal: bool = False
    safety: bool = False
    override_note: str = ""

    def __post_init__(self) -> None:
        if any(not 1 <= value <= 5 for value in (self.impact, self.urgency, self.prevalence)):
            raise ValueError("impact, urgency and prevalence are between 1 and 5")


@dataclass(frozen=True)
class Priority:
    """A finding's score, the level by score alone, its level after overrides, and why the two differ."""

    score: Decimal
    level_by_score: PriorityLevel
    level: PriorityLevel
    note_needed: bool
    why: str


def priority_score(judgment: Judgment, weights: Weights = STANDARD_WEIGHTS) -> Decimal:
    """Return 20 × (0.45 impact + 0.30 urgency + 0.25 prevalence) × confidence factor: 10–100, exact.

    Source: domain.md 4.7.
    """
    weighed = (
        weights.impact * judgment.impact
        + weights.urgency * judgment.urgency
        + weights.prevalence * judgment.prevalence
    )
    return 20 * weighed * judgment.confidence.factor


def level_of(score: Decimal) -> PriorityLevel:
    """Return the level of a score, unrounded: from 70 high, from 45 medium, else low (domain.md 4.7)."""
    if score >= HIGH_FROM:
        return PriorityLevel.HIGH
    return PriorityLevel.MEDIUM if score >= MEDIUM_FROM else PriorityLevel.LOW


def rate_priority(judgment: Judgment, weights: Weights = STANDARD_WEIGHTS) -> Priority:
    """Return a finding's priority with its overrides.

    A legal or safety flag lifts to high whatever the score. With very low confidence nothing is high without
    a note: until there is one, such a finding stays at medium and `note_needed` tells. Source: domain.md 4.7.
    """
    score = priority_score(judgment, weights)
    by_score = level_of(score)
    flags = [name for name, set_ in (("legal", judgment.legal), ("safety", judgment.safety)) if set_]
    wanted = PriorityLevel.HIGH if flags else by_score
    unsure = judgment.confidence is Confidence.VERY_LOW and wanted is PriorityLevel.HIGH
    if unsure and not judgment.override_note.strip():
        why = "Held at medium: with very low confidence, say in a note why it should be high."
        return Priority(score, by_score, PriorityLevel.MEDIUM, note_needed=True, why=why)
    lifted = wanted is not by_score
    why = f"Lifted to high by its {' and '.join(flags)} flag{'s' * (len(flags) - 1)}." if lifted else ""
    return Priority(score, by_score, wanted, note_needed=False, why=why)


def quadrant(impact: int, effort: int) -> Quadrant:
    """Return what impact (high from 4) and effort (low to 2) suggest, each 1–5.

    Source: domain.md 4.7. Raises ValueError outside 1–5.
    """
    if not (1 <= impact <= 5 and 1 <= effort <= 5):
        raise ValueError("impact and effort are between 1 and 5")
    if impact >= HIGH_IMPACT:
        return Quadrant.QUICK_WIN if effort <= LOW_EFFORT else Quadrant.MAJOR_PROJECT
    return Quadrant.FILL_IN if effort <= LOW_EFFORT else Quadrant.RECONSIDER
