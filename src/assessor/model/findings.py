"""Findings: claims with their ratings, who raised them, and the evidence for and against."""

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import FindingKind, FindingStatus, Group, Method, Raised, Stance


class Finding(Noun):
    """A plain claim about how the partnership works (domain.md 4.3)."""

    __tablename__ = "finding"

    number: Mapped[int]
    kind: Mapped[FindingKind]
    title: Mapped[str]
    short_title: Mapped[str] = mapped_column(default="")
    statement: Mapped[str] = mapped_column(default="")
    status: Mapped[FindingStatus] = mapped_column(default=FindingStatus.DRAFT)
    cycle_id: Mapped[str | None] = refers_to("cycle")
    impact: Mapped[int | None]
    urgency: Mapped[int | None]
    effort: Mapped[int | None]
    method_limits: Mapped[int | None]
    coherence: Mapped[int | None]
    adequacy: Mapped[int | None]
    relevance: Mapped[int | None]
    confidence_note: Mapped[str] = mapped_column(default="")
    is_legal: Mapped[bool] = mapped_column(default=False)
    is_safety: Mapped[bool] = mapped_column(default=False)
    is_equity: Mapped[bool] = mapped_column(default=False)
    is_privacy: Mapped[bool] = mapped_column(default=False)
    override_note: Mapped[str] = mapped_column(default="")
    other_explanation: Mapped[str] = mapped_column(default="")
    proposed_response: Mapped[str] = mapped_column(default="")
    schools: Mapped[str] = mapped_column(default="")
    evidence_claim: Mapped[str] = mapped_column(default="")
    is_single_perspective: Mapped[bool] = mapped_column(default=False)
    no_goal_reason: Mapped[str] = mapped_column(default="")
    key_figure: Mapped[str] = mapped_column(default="")
    """Strengths: the figure printed large, as in "71%"."""
    key_figure_label: Mapped[str] = mapped_column(default="")
    partner_comment: Mapped[str] = mapped_column(default="")


class FindingCode(Noun):
    """A code of the codebook that a finding is filed under."""

    __tablename__ = "finding_code"

    finding_id: Mapped[str] = owned_by("finding")
    code: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    """The first code leads: it names the finding in print."""


class FindingGroup(Noun):
    """What a stakeholder group did with the point, and where it was asked."""

    __tablename__ = "finding_group"

    finding_id: Mapped[str] = owned_by("finding")
    group: Mapped[Group]
    raised: Mapped[Raised]
    where_asked: Mapped[str] = mapped_column(default="")
    extent: Mapped[str] = mapped_column(default="")
    """How widely, as in "in two of three groups"."""


class Evidence(Noun):
    """A tie from a finding to the place it rests on. Just one of the references is set."""

    __tablename__ = "evidence"

    finding_id: Mapped[str] = owned_by("finding")
    method: Mapped[Method]
    stance: Mapped[Stance] = mapped_column(default=Stance.FOR)
    remark_id: Mapped[str | None] = refers_to("remark")
    passage_id: Mapped[str | None] = refers_to("passage")
    rating_id: Mapped[str | None] = refers_to("criterion_rating")
    wave_id: Mapped[str | None] = refers_to("survey_wave")
    question: Mapped[str] = mapped_column(default="")
    """Survey results: question or construct code."""
    group: Mapped[Group | None]
    measure_id: Mapped[str | None] = refers_to("measure")
    sitting_id: Mapped[str | None] = refers_to("sitting")
    audit_item_id: Mapped[str | None] = refers_to("audit_item")
    summary: Mapped[str] = mapped_column(default="")
    """What it shows, in a line of the consultant's own."""
    weighed: Mapped[str] = mapped_column(default="")
    """Against: why the finding stands all the same."""
    seen_as: Mapped[str] = mapped_column(default="")
    """What it rested on when it was tied, so that a later change of it shows."""
    position: Mapped[int] = mapped_column(default=0)


class MissingStrength(Noun):
    """Why an assessed area names no strength."""

    __tablename__ = "missing_strength"

    area: Mapped[str]
    """Area of the codebook, as in "communication"."""
    reason: Mapped[str]
