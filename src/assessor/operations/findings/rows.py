"""Findings as screens and reports get them: rows, details, groups and goals."""

from dataclasses import dataclass

from assessor.model import Finding
from assessor.operations.evidence.support import Support
from assessor.operations.findings.numbers import FindingNumbers
from assessor.terms import FindingKind, FindingStatus, Group, Raised

ASKED_GROUPS = (Group.SRO, Group.ADM, Group.TCH, Group.STU, Group.PAR, Group.PRT)
"""The groups every finding is told for; supervisors only where something is recorded of them."""


@dataclass(frozen=True)
class GroupRow:
    """What one group did with the point."""

    group: Group
    raised: Raised
    where_asked: str = ""
    extent: str = ""
    is_recorded: bool = False
    """Set by the consultant; otherwise told by the evidence that is tied."""
    is_hidden: bool = False
    """Nothing stands behind it but a result hidden for too few answers."""


@dataclass(frozen=True)
class GoalLink:
    """A goal that answers the finding."""

    id: str
    number: int
    title: str


@dataclass(frozen=True)
class FindingRow:
    """A finding as the list and the map show it."""

    id: str
    number: int
    kind: FindingKind
    title: str
    status: FindingStatus
    impact: int | None
    effort: int | None
    urgency: int | None
    codes: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    numbers: FindingNumbers
    has_goal: bool


@dataclass(frozen=True)
class FindingDetails:
    """Everything recorded of one finding, and what is computed of it."""

    id: str
    number: int
    kind: FindingKind
    title: str
    short_title: str
    statement: str
    status: FindingStatus
    impact: int | None
    urgency: int | None
    effort: int | None
    method_limits: int | None
    coherence: int | None
    adequacy: int | None
    relevance: int | None
    confidence_note: str
    is_legal: bool
    is_safety: bool
    is_equity: bool
    is_privacy: bool
    override_note: str
    other_explanation: str
    proposed_response: str
    schools: str
    evidence_claim: str
    is_single_perspective: bool
    no_goal_reason: str
    key_figure: str
    key_figure_label: str
    partner_comment: str
    codes: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    goals: tuple[GoalLink, ...]
    support: Support
    numbers: FindingNumbers

    @property
    def why_not_verified(self) -> str:
        """Why the finding cannot be verified, as a sentence; empty when it can."""
        return cannot_verify(self.title, self.support)


def cannot_verify(title: str, support: Support) -> str:
    """Why a finding cannot be verified, and what to do, as a sentence; empty when it can (domain.md 4.3)."""
    if not title.strip():
        return "A finding without a title cannot be verified. Say it in one plain claim."
    if not support.missing:
        return ""
    return (
        f"“{title}” cannot be verified: {support.missing}. "
        "Tie evidence from two meetings or sources, or one passage of a policy document."
    )


COLUMNS = tuple(
    name
    for name in FindingDetails.__dataclass_fields__
    if name not in {"codes", "groups", "goals", "support", "numbers"}
)


def columns_of(finding: Finding) -> dict[str, object]:
    """The columns of a finding as its details hold them."""
    return {name: getattr(finding, name) for name in COLUMNS}
