"""Reviews of the plan: what was seen, and for each goal the decision to continue, adjust or stop."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select

from assessor.model import Cycle, Goal, GoalReview, Review
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, ReviewDecision


@dataclass(frozen=True)
class ReviewRow:
    """A review as a list shows it."""

    id: str
    title: str
    reviewed_on: date
    goals: int


@dataclass(frozen=True)
class GoalReviewRow:
    """A goal under review; the decision is None while it is open."""

    goal_id: str
    number: int
    goal: str
    decision: ReviewDecision | None
    reason: str
    change: str


@dataclass(frozen=True)
class ReviewDetails:
    """A review with a line for every goal of the plan."""

    id: str
    title: str
    reviewed_on: date
    took_part: str
    what_we_saw: str
    feedback: str
    next_review_on: date | None
    goals: tuple[GoalReviewRow, ...]


def list_reviews(engagement: Engagement) -> list[ReviewRow]:
    """All reviews, newest first."""
    goals = select(func.count()).where(GoalReview.review_id == Review.id).scalar_subquery()
    query = select(Review.id, Review.title, Review.reviewed_on, goals).order_by(Review.reviewed_on.desc())
    with engagement.reading() as session:
        return [ReviewRow(*row) for row in session.execute(query)]


def get_review(engagement: Engagement, review_id: str) -> ReviewDetails:
    """One review, with every goal and what was decided for it. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        review = session.get(Review, review_id)
        if review is None:
            raise CannotDo("This review was removed. Undo brings it back.")
        rows = session.execute(
            select(
                Goal.id,
                func.row_number().over(order_by=Goal.position),
                Goal.title,
                GoalReview.decision,
                func.coalesce(GoalReview.reason, ""),
                func.coalesce(GoalReview.change, ""),
            )
            .outerjoin(GoalReview, (GoalReview.goal_id == Goal.id) & (GoalReview.review_id == review_id))
            .order_by(Goal.position)
        )
        fields = {
            name: getattr(review, name) for name in ReviewDetails.__dataclass_fields__ if name != "goals"
        }
        return ReviewDetails(**fields, goals=tuple(GoalReviewRow(*row) for row in rows))


def record_review(engagement: Engagement, title: str, reviewed_on: date, **values: Any) -> str:
    """Record a review of the current cycle and return its id. Raises CannotDo without a title."""
    if not title.strip():
        raise CannotDo("A review needs a title, such as Fall term.")
    with engagement.change("Record review") as session:
        cycle_id = session.scalar(select(Cycle.id).order_by(Cycle.number.desc()).limit(1))
        review = Review(title=title.strip(), reviewed_on=reviewed_on, **{"cycle_id": cycle_id, **values})
        session.add(review)
        session.flush()
        return review.id


def edit_review(engagement: Engagement, review_id: str, **values: Any) -> None:
    """Change what is recorded of a review."""
    with engagement.change("Edit review") as session:
        set_values(session, Review, review_id, values)


def withdraw_decision(engagement: Engagement, review_id: str, goal_id: str) -> None:
    """Leave a goal undecided again."""
    with engagement.change("Withdraw decision on a goal") as session:
        session.execute(
            delete(GoalReview).where(GoalReview.review_id == review_id, GoalReview.goal_id == goal_id)
        )


def decide_on_goal(
    engagement: Engagement,
    review_id: str,
    goal_id: str,
    decision: ReviewDecision,
    reason: str = "",
    change: str = "",
) -> None:
    """Record what a review decided for a goal, in place of what it had decided."""
    with engagement.change(f"Decide to {decision.value} a goal") as session:
        session.execute(
            delete(GoalReview).where(GoalReview.review_id == review_id, GoalReview.goal_id == goal_id)
        )
        session.add(
            GoalReview(review_id=review_id, goal_id=goal_id, decision=decision, reason=reason, change=change)
        )


def remove_review(engagement: Engagement, review_id: str) -> None:
    """Remove a review with its decisions."""
    with engagement.change("Remove review") as session:
        session.execute(delete(Review).where(Review.id == review_id))
