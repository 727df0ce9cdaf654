"""What a gap leads to: a critical criterion rated 0 makes its draft finding at once (domain.md 1.3)."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assessor.instruments.rubrics import Criterion, get_rubric
from assessor.model import CriterionRating, Evidence, Finding, FindingGroup, Passage, PolicyReview
from assessor.operations.findings.drafting import draft_from_rating, title_of_rating
from assessor.operations.policy_reviews import find_finding, set_level
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingStatus


def rate_with_consequence(
    engagement: Engagement, review_id: str, criterion: str, level: int, on: date | None = None
) -> str:
    """Rate a criterion; returns the id of the draft finding made because it is critical and at 0, or "".

    A draft made so goes again with the same change when the level rises and nobody has touched it.
    """
    with engagement.change(f"Rate {criterion} at level {level}") as session:
        rating = set_level(session, review_id, criterion, level, on)
        rubric = _rubric_criterion(session, review_id, criterion)
        if not rubric.critical:
            return ""
        drafted = find_finding(session, rating)
        if level == 0 and drafted is None:
            return draft_from_rating(session, rating.id)
        if level > 0 and drafted is not None:
            _take_back(session, drafted, rating, rubric)
        return ""


def _rubric_criterion(session: Session, review_id: str, criterion: str) -> Criterion:
    review = session.get(PolicyReview, review_id)
    if review is None:
        raise CannotDo("This review was removed. Undo brings it back.")
    return get_rubric(review.rubric_key, review.rubric_version).get_criterion(criterion)


def _take_back(session: Session, finding_id: str, rating: CriterionRating, criterion: Criterion) -> None:
    """Remove a draft that still reads as it was made from level 0."""
    finding = session.get(Finding, finding_id)
    if finding is None or finding.status is not FindingStatus.DRAFT:
        return
    as_made = title_of_rating(rating.criterion, criterion, 0)
    is_own_words = finding.title != as_made or finding.statement not in ("", rating.note)
    is_judged = any((finding.impact, finding.urgency, finding.effort))
    if is_own_words or is_judged or _rests_on_more(session, finding_id, rating.id):
        return
    session.execute(delete(Finding).where(Finding.id == finding_id))


def _rests_on_more(session: Session, finding_id: str, rating_id: str) -> bool:
    """Whether anybody tied more to a finding, or noted who raised it."""
    ours = select(Passage.id).where(Passage.rating_id == rating_id)
    ties = session.scalars(select(Evidence).where(Evidence.finding_id == finding_id)).all()
    passages = set(session.scalars(ours))
    is_tied = any(tie.rating_id != rating_id and tie.passage_id not in passages for tie in ties)
    raised = session.scalar(select(FindingGroup.id).where(FindingGroup.finding_id == finding_id).limit(1))
    return is_tied or raised is not None
