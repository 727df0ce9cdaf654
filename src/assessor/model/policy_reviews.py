"""A document read against a rubric: one rating a criterion."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by
from assessor.terms import Practice


class PolicyReview(Noun):
    """One reading of a document by one reviewer."""

    __tablename__ = "policy_review"

    document_id: Mapped[str] = owned_by("document")
    rubric_key: Mapped[str]
    rubric_version: Mapped[int]
    reviewer: Mapped[str] = mapped_column(default="")
    started_on: Mapped[date | None]


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
