"""Reviews of the plan: what the measures show, and what is decided for each goal."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import ReviewDecision


class Review(Noun):
    """One look at the results together."""

    __tablename__ = "review"

    title: Mapped[str]
    reviewed_on: Mapped[date]
    cycle_id: Mapped[str | None] = refers_to("cycle")
    took_part: Mapped[str] = mapped_column(default="")
    what_we_saw: Mapped[str] = mapped_column(default="")
    feedback: Mapped[str] = mapped_column(default="")
    next_review_on: Mapped[date | None]


class GoalReview(Noun):
    """What a review decided for one goal, and why."""

    __tablename__ = "goal_review"

    review_id: Mapped[str] = owned_by("review")
    goal_id: Mapped[str] = owned_by("goal")
    decision: Mapped[ReviewDecision]
    reason: Mapped[str] = mapped_column(default="")
    change: Mapped[str] = mapped_column(default="")
