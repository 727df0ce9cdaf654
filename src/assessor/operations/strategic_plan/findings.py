"""The findings: what was found, how sure we are, who raised it, how soon it matters."""

from dataclasses import dataclass, field
from decimal import Decimal

from assessor.operations.strategic_plan.front import Quote
from assessor.operations.strategic_plan.levels import (
    Concern,
    ConfidenceLevel,
    PriorityLevel,
    Quadrant,
    Support,
)
from assessor.terms import FindingStatus, Group, Practice, Raised


@dataclass(frozen=True)
class Priority:
    """A priority score and what it is made of (domain.md 4.7)."""

    level: PriorityLevel
    score: int  # 10 to 100
    impact: int  # 1 to 5, as the next three
    urgency: int
    prevalence: int
    effort: int
    quadrant: Quadrant
    raised_by_flag: str = ""  # "legal" or "safety": high whatever the score


NOT_RATED = Priority(PriorityLevel.OPEN, 0, 0, 0, 0, 0, Quadrant.OPEN)


@dataclass(frozen=True)
class Confidence:
    """The confidence check: four components and what they come to (domain.md 4.5)."""

    level: ConfidenceLevel
    method_limits: Concern = Concern.NONE
    coherence: Concern = Concern.NONE
    adequacy: Concern = Concern.NONE
    relevance: Concern = Concern.NONE
    note: str = ""  # "The log misses calls made in person."


@dataclass(frozen=True)
class Corroboration:
    """How many methods and groups stand behind a finding (domain.md 4.6)."""

    support: Support
    methods: int
    groups: int


@dataclass(frozen=True)
class GroupAnswers:
    """How one group answered one survey item; shares are None where the group is hidden."""

    group: Group
    n: int | None  # None where hidden
    shares: tuple[int, int, int, int, int] | None  # percent, strongly disagree to strongly agree
    dont_know: int | None = None  # percent
    label: str = ""  # "Teachers, staff"; empty: the group's name
    agree: int | None = None  # percent who agree, rounded once; None: the sum of the rounded shares

    @property
    def agreeing(self) -> int | None:
        """Percent who agree; None where hidden."""
        if self.shares is None:
            return None
        return sum(self.shares[3:]) if self.agree is None else self.agree


@dataclass(frozen=True)
class SurveyItem:
    """One survey item and every group's answers."""

    code: str  # "ROL6"
    wording: str
    answers: tuple[GroupAnswers, ...]
    claim: str = ""  # what the figure shows
    wave: str = ""  # "spring 2026"
    note: str = ""  # further words of the source line
    perception_gap: str = ""  # margin; empty: none worth a word


@dataclass(frozen=True)
class CountedShare:
    """One bar of counted evidence."""

    name: str
    percent: int | None  # None: hidden


@dataclass(frozen=True)
class CountedEvidence:
    """Counted evidence: shares of a whole."""

    claim: str
    counted: str  # "Share of 402 calls, September 2025 to May 2026."
    shares: tuple[CountedShare, ...]
    source: str = ""
    stressed: int = 0  # which bar the claim is about


@dataclass(frozen=True)
class DocumentRating:
    """What the document says: one rubric criterion and its level."""

    criterion: str  # "B4"
    wording: str  # "A procedure tells staff when to call"
    level: int | None  # 0 to 3; None: not applicable
    meaning: str = ""  # "named but no procedure"
    reference: str = ""  # "Agreement of 2019, section 4.2, page 6."
    practice: Practice | None = None


@dataclass(frozen=True)
class RaisedBy:
    """What one group did with the point."""

    group: Group
    where: str  # "2 focus groups, 61 comments"
    outcome: Raised
    note: str = ""  # "in both groups"


@dataclass(frozen=True)
class Finding:
    """One finding."""

    code: str  # "F1"
    claim: str  # the heading: a sentence a board member could repeat
    priority: Priority
    confidence: Confidence
    corroboration: Corroboration
    brief: str = ""  # the claim in the table of findings; empty: the claim
    short_name: str = ""  # two words beside its circle; empty: only the code
    topic: str = ""  # "who handles a disrupted class", in the contents; empty: the brief
    category: str = ""  # "Roles"
    barrier: str = ""  # "discipline drift"
    barrier_code: str = ""  # "B-ROL2"
    schools: str = ""
    goals: tuple[str, ...] = ()  # codes of the goals that answer it
    statement: tuple[str, ...] = ()  # paragraphs
    quotes: tuple[Quote, ...] = ()  # the first stands large
    counter_voice: Quote | None = None
    survey: SurveyItem | None = None
    evidence_claim: str = ""  # heading of the second page
    counted: CountedEvidence | None = None
    document: DocumentRating | None = None
    raised_by: tuple[RaisedBy, ...] = ()
    raised_percent: int | None = None  # share of the groups asked that raised it
    other_explanation: str = ""
    proposal: str = ""
    partner_comment: str = ""  # what the partners said to it, where they dispute it
    status: FindingStatus = FindingStatus.VERIFIED


@dataclass(frozen=True)
class Weights:
    """The weights of the priority score (domain.md 4.7)."""

    impact: Decimal = Decimal("0.45")
    urgency: Decimal = Decimal("0.30")
    prevalence: Decimal = Decimal("0.25")
    reason: str = ""  # why they differ from the usual ones


@dataclass(frozen=True)
class Findings:
    """Every finding, in the order of priority."""

    findings: tuple[Finding, ...] = ()
    priorities_claim: str = ""
    weights: Weights = field(default_factory=Weights)
