"""A document read against a rubric: one rating a criterion."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Practice


class PolicyReview(Noun):
    """One reading of a document by one reviewer."""

    __tablename__ = "policy_review"

    document_id: Mapped[str] = owned_by("document")
    rubric_key: Mapped[str]
    rubric_version: Mapped[int]
    reviewer: Mapped[str] = mapped_column(default="")
    started_on: Mapped[date | None]
    carried_from_id: Mapped[str | None] = refers_to("policy_review")
    """The reading of the earlier version whose ratings were carried over."""


class CriterionRating(Noun):
    """The level given to one criterion, 0 to 3, or why it does not apply."""

    __tablename__ = "criterion_rating"
    __table_args__ = (UniqueConstraint("review_id", "criterion"),)

    review_id: Mapped[str] = owned_by("policy_review")
    criterion: Mapped[str]
    level: Mapped[int | None]
    not_applicable_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    practice: Mapped[Practice | None]
    rated_on: Mapped[date | None]
    own_level: Mapped[int | None]
    """The level this reader gave alone, where both readers agreed on another afterwards."""
    is_carried: Mapped[bool] = mapped_column(default=False)
    """Carried over from the earlier version, and not yet looked at in this one."""


class RequirementCheck(Noun):
    """Whether a document meets one requirement of a state (domain.md 1.2)."""

    __tablename__ = "requirement_check"
    __table_args__ = (UniqueConstraint("review_id", "requirement"),)

    review_id: Mapped[str] = owned_by("policy_review")
    requirement: Mapped[str]
    is_met: Mapped[bool]
    note: Mapped[str] = mapped_column(default="")
    finding_id: Mapped[str | None] = refers_to("finding")
    """The finding drafted because it is not met."""
    is_carried: Mapped[bool] = mapped_column(default=False)
    """Carried over from the earlier version, and not yet looked at in this one."""
