"""A document rated against a rubric: one rating a criterion, passages as its evidence, scores by group."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, func, literal, select
from sqlalchemy.orm import Session

from assessor.analysis.rubrics import GroupScore, Rating, RubricScore, score_rubric
from assessor.instruments.rubrics import Rubric, get_rubric
from assessor.model import CriterionRating, Document, Evidence, Passage, PolicyReview
from assessor.operations.contents import keep_content
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Practice


@dataclass(frozen=True)
class RatingRow:
    """The rating of one criterion."""

    id: str
    criterion: str
    level: int | None
    not_applicable_reason: str
    note: str
    practice: Practice | None
    passages: int
    finding_id: str | None = None
    """The finding that rests on this rating, or on the one it was carried over from."""
    own_level: int | None = None
    """The level given alone, where both readers agreed on another afterwards."""
    is_carried: bool = False
    """Carried over from the earlier version, and not confirmed yet."""

    @property
    def is_rated(self) -> bool:
        """Whether the reviewer has decided: a level, or why it does not apply."""
        return self.level is not None or bool(self.not_applicable_reason)


@dataclass(frozen=True)
class ReviewDetails:
    """One reading of a document: ratings by criterion, and what they come to."""

    id: str
    document_id: str
    document: str
    reviewer: str
    rubric: Rubric
    ratings: dict[str, RatingRow]
    score: RubricScore
    groups: dict[str, GroupScore]
    carried_from: str = ""
    """The reading of the earlier version that this one began from; empty without one."""

    @property
    def carried(self) -> int:
        """How many decisions were carried over and are not confirmed yet."""
        return sum(rating.is_rated and rating.is_carried for rating in self.ratings.values())

    @property
    def rated(self) -> int:
        """How many criteria are decided."""
        return sum(rating.is_rated for rating in self.ratings.values())


def begin_review(engagement: Engagement, document_id: str, reviewer: str = "", on: date | None = None) -> str:
    """Begin reading a document against the newest rubric, or go on with the reading there is."""
    there = find_review(engagement, document_id, reviewer)
    if there is not None:
        return there
    rubric = get_rubric()
    with engagement.change("Begin policy review") as session:
        keep_content(session, "rubrics", rubric.key, rubric.version)
        review = PolicyReview(
            document_id=document_id,
            rubric_key=rubric.key,
            rubric_version=rubric.version,
            reviewer=reviewer,
            started_on=on,
        )
        session.add(review)
        session.flush()
        return review.id


def get_review(engagement: Engagement, review_id: str) -> ReviewDetails:
    """A reading with its ratings and scores. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        found = session.execute(
            select(PolicyReview, Document.title)
            .join(Document, Document.id == PolicyReview.document_id)
            .where(PolicyReview.id == review_id)
        ).first()
        if found is None:
            raise CannotDo("This review was removed. Undo brings it back.")
        review, title = found
        ratings = _list_ratings(session, review)
    rubric = get_rubric(review.rubric_key, review.rubric_version)
    score = score_rubric(
        [
            Rating(each.code, each.group, ratings[each.code].level, each.weight)
            for each in rubric.criteria
            if each.code in ratings and ratings[each.code].is_rated
        ]
    )
    return ReviewDetails(
        id=review.id,
        document_id=review.document_id,
        document=title,
        reviewer=review.reviewer,
        rubric=rubric,
        ratings=ratings,
        score=score,
        groups={group.group: group for group in score.groups},
        carried_from=review.carried_from_id or "",
    )


def find_review(engagement: Engagement, document_id: str, reviewer: str = "") -> str | None:
    """The reading of a document: the reviewer's own before another's; None when it was not read yet."""
    with engagement.reading() as session:
        found = session.execute(
            select(PolicyReview.id, PolicyReview.reviewer)
            .where(PolicyReview.document_id == document_id)
            .order_by(PolicyReview.started_on, PolicyReview.id)
        ).all()
    own = (row.id for row in found if row.reviewer == reviewer)
    return next(own, found[0].id if found else None)


def list_reviews(engagement: Engagement) -> list[ReviewDetails]:
    """Every reading, by the document's title."""
    with engagement.reading() as session:
        ids = session.scalars(
            select(PolicyReview.id)
            .join(Document, Document.id == PolicyReview.document_id)
            .order_by(Document.title)
        ).all()
    return [get_review(engagement, review_id) for review_id in ids]


def rate_criterion(
    engagement: Engagement, review_id: str, criterion: str, level: int, on: date | None = None
) -> str:
    """Give a criterion a level from 0 to 3 and return the rating's id."""
    with engagement.change(f"Rate {criterion} at level {level}") as session:
        return set_level(session, review_id, criterion, level, on).id


def set_level(
    session: Session, review_id: str, criterion: str, level: int, on: date | None
) -> CriterionRating:
    """Give a criterion a level inside an open change. Raises CannotDo for one that is none."""
    if level not in (0, 1, 2, 3):
        raise CannotDo(f"{level} is no level. Choose 0, 1, 2 or 3.")
    rating = rating_of(session, review_id, criterion)
    rating.level, rating.not_applicable_reason = level, ""
    rating.rated_on, rating.is_carried = on, False
    session.flush()
    return rating


def leave_out_criterion(engagement: Engagement, review_id: str, criterion: str, reason: str) -> str:
    """Say why a criterion does not apply; it leaves the score. Raises CannotDo without a reason."""
    if not reason.strip():
        raise CannotDo(f"{criterion} can be left out only with a reason. Write why it does not apply.")
    values = {
        "level": None,
        "not_applicable_reason": reason.strip(),
        "is_carried": False,
    }
    return _set_rating(engagement, f"Leave out {criterion}", review_id, criterion, values)


def clear_rating(engagement: Engagement, review_id: str, criterion: str) -> str:
    """Take a level back, keeping note and passages."""
    values = {"level": None, "not_applicable_reason": "", "own_level": None, "is_carried": False}
    return _set_rating(engagement, f"Clear the rating of {criterion}", review_id, criterion, values)


def confirm_rating(engagement: Engagement, review_id: str, criterion: str, on: date | None = None) -> None:
    """Say that a rating carried over from the earlier version still holds."""
    with engagement.change(f"Confirm {criterion}") as session:
        rating = rating_of(session, review_id, criterion)
        set_values(session, CriterionRating, rating.id, {"is_carried": False, "rated_on": on})


def note_on_criterion(engagement: Engagement, review_id: str, criterion: str, note: str) -> str:
    """Write the reviewer's note."""
    return _set_rating(engagement, f"Note on {criterion}", review_id, criterion, {"note": note})


def compare_with_practice(
    engagement: Engagement, review_id: str, criterion: str, practice: Practice | None
) -> str:
    """Say how what is written compares with what is done."""
    return _set_rating(
        engagement, f"Compare {criterion} with practice", review_id, criterion, {"practice": practice}
    )


def rating_of(session: Session, review_id: str, criterion: str) -> CriterionRating:
    """The rating of a criterion in a reading, made when there is none yet."""
    found = session.scalar(
        select(CriterionRating).where(
            CriterionRating.review_id == review_id, CriterionRating.criterion == criterion
        )
    )
    if found is None:
        found = CriterionRating(review_id=review_id, criterion=criterion)
        session.add(found)
        session.flush()
    return found


def remove_review(engagement: Engagement, review_id: str) -> None:
    """Remove a reading with its ratings; the document stays."""
    with engagement.change("Remove policy review") as session:
        session.execute(delete(PolicyReview).where(PolicyReview.id == review_id))


def _set_rating(
    engagement: Engagement, label: str, review_id: str, criterion: str, values: dict[str, Any]
) -> str:
    with engagement.change(label) as session:
        rating = rating_of(session, review_id, criterion)
        set_values(session, CriterionRating, rating.id, values)
        return rating.id


def find_finding(session: Session, rating: CriterionRating) -> str | None:
    """The finding that rests on a rating, or on the rating it was carried over from."""
    review = session.get(PolicyReview, rating.review_id)
    earlier = {} if review is None else _findings_of(session, review.carried_from_id or "")
    return _findings_of(session, rating.review_id).get(rating.criterion) or earlier.get(rating.criterion)


def _findings_of(session: Session, review_id: str) -> dict[str, str]:
    """The finding that rests on each rating of a review, by criterion."""
    query = (
        select(CriterionRating.criterion, func.min(Evidence.finding_id))
        .join(Evidence, Evidence.rating_id == CriterionRating.id)
        .where(CriterionRating.review_id == review_id)
        .group_by(CriterionRating.criterion)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _list_ratings(session: Session, review: PolicyReview) -> dict[str, RatingRow]:
    passages = select(func.count()).where(Passage.rating_id == CriterionRating.id).scalar_subquery()
    findings = _findings_of(session, review.carried_from_id) if review.carried_from_id else {}
    findings |= _findings_of(session, review.id)
    rows = session.execute(
        select(
            CriterionRating.id,
            CriterionRating.criterion,
            CriterionRating.level,
            CriterionRating.not_applicable_reason,
            CriterionRating.note,
            CriterionRating.practice,
            passages,
            literal(None),
            CriterionRating.own_level,
            CriterionRating.is_carried,
        ).where(CriterionRating.review_id == review.id)
    )
    return {row.criterion: replace(RatingRow(*row), finding_id=findings.get(row.criterion)) for row in rows}
