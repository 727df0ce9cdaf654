"""A second reader of the same document: a reading of one's own, blind at first, then side by side."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from assessor.analysis.agreement import Agreement, agreement
from assessor.instruments.rubrics import get_rubric
from assessor.model import CriterionRating, PolicyReview
from assessor.operations.contents import keep_content
from assessor.operations.policy_reviews import rating_of
from assessor.store import Engagement
from assessor.terms import CannotDo

_DECIDED = or_(CriterionRating.level.is_not(None), CriterionRating.not_applicable_reason != "")


@dataclass(frozen=True)
class ReadingRow:
    """One reading of a document: whose it is, and how far."""

    id: str
    reviewer: str
    started_on: date | None
    rated: int


@dataclass(frozen=True)
class OtherRating:
    """What another reader of the same document gave a criterion.

    Where this reader has not decided yet, `is_hidden`, and the level is not told.
    """

    reviewer: str
    level: int | None
    rated_on: date | None
    is_hidden: bool = False
    review_id: str = ""


@dataclass(frozen=True)
class Difference:
    """A criterion to which two readers gave different levels; None where one left it out."""

    criterion: str
    mine: int | None
    theirs: int | None


@dataclass(frozen=True)
class ReadingComparison:
    """Two readings side by side, by the criteria both have decided."""

    other: ReadingRow
    agreement: Agreement
    differences: tuple[Difference, ...]


def list_readings(engagement: Engagement, document_id: str) -> list[ReadingRow]:
    """The readings of a document, the first one first."""
    with engagement.reading() as session:
        return _readings(session, document_id)


def begin_second_reading(
    engagement: Engagement, document_id: str, reviewer: str, on: date | None = None
) -> str:
    """Begin another person's own reading of a document; returns the review's id.

    Raises CannotDo without a name, and where that person reads the document already.
    """
    name = reviewer.strip()
    if not name:
        raise CannotDo("A second reading needs a reader. Write who reads.")
    rubric = get_rubric()
    with engagement.change(f"Begin {name}’s reading") as session:
        names = {row.reviewer.casefold() for row in _readings(session, document_id)}
        if name.casefold() in names:
            raise CannotDo(f"{name} reads this document already. Go on with that reading.")
        keep_content(session, "rubrics", rubric.key, rubric.version)
        review = PolicyReview(
            document_id=document_id,
            rubric_key=rubric.key,
            rubric_version=rubric.version,
            reviewer=name,
            started_on=on,
        )
        session.add(review)
        session.flush()
        return review.id


def list_other_ratings(engagement: Engagement, review_id: str) -> dict[str, OtherRating]:
    """What the other reader of the same document decided, by criterion; blind until this one has decided."""
    with engagement.reading() as session:
        other = _other_reading(session, review_id)
        if other is None:
            return {}
        mine = set(_decided(session, review_id))
        return {
            code: OtherRating(
                other.reviewer,
                rating.level if code in mine else None,
                rating.rated_on if code in mine else None,
                is_hidden=code not in mine,
                review_id=other.id,
            )
            for code, rating in _decided(session, other.id).items()
        }


def compare_readings(engagement: Engagement, review_id: str) -> ReadingComparison | None:
    """A reading beside the other reader's; None where there is none.

    Agreement counts the levels each gave alone, on criteria neither left out; source: domain.md 1.3.
    """
    with engagement.reading() as session:
        other = _other_reading(session, review_id)
        if other is None:
            return None
        mine, theirs = _decided(session, review_id), _decided(session, other.id)
        both = sorted(mine.keys() & theirs.keys())
        alone = [(_alone(mine[code]), _alone(theirs[code])) for code in both]
        now = [(code, mine[code].level, theirs[code].level) for code in both]
    pairs = [(one, two) for one, two in alone if one is not None and two is not None]
    differences = (Difference(code, one, two) for code, one, two in now if one != two)
    return ReadingComparison(other, agreement(pairs), tuple(differences))


def take_over_level(engagement: Engagement, review_id: str, criterion: str, on: date | None = None) -> None:
    """Take over the other reader's decision as the agreed one; one's own level stays on record beside it.

    Raises CannotDo while either reader has not decided.
    """
    with engagement.change(f"Take over the level of {criterion}") as session:
        other = _other_reading(session, review_id)
        theirs = _decided(session, other.id).get(criterion) if other else None
        if theirs is None or criterion not in _decided(session, review_id):
            raise CannotDo(f"{criterion} is not rated by both readers yet. Rate it first.")
        rating = rating_of(session, review_id, criterion)
        if rating.own_level is None:
            rating.own_level = rating.level
        rating.level, rating.not_applicable_reason = theirs.level, theirs.not_applicable_reason
        rating.rated_on = on


def _readings(session: Session, document_id: str) -> list[ReadingRow]:
    rated = (
        select(func.count())
        .where(CriterionRating.review_id == PolicyReview.id, _DECIDED)
        .correlate(PolicyReview)
        .scalar_subquery()
    )
    query = (
        select(PolicyReview.id, PolicyReview.reviewer, PolicyReview.started_on, rated)
        .where(PolicyReview.document_id == document_id)
        .order_by(PolicyReview.started_on, PolicyReview.id)
    )
    return [ReadingRow(*row) for row in session.execute(query)]


def _other_reading(session: Session, review_id: str) -> ReadingRow | None:
    """The reading beside this one: of several the one that is furthest."""
    document_id = session.scalar(select(PolicyReview.document_id).where(PolicyReview.id == review_id))
    others = [row for row in _readings(session, document_id or "") if row.id != review_id]
    return max(others, key=lambda row: row.rated, default=None)


def _decided(session: Session, review_id: str) -> dict[str, CriterionRating]:
    rows = session.scalars(select(CriterionRating).where(CriterionRating.review_id == review_id, _DECIDED))
    return {row.criterion: row for row in rows}


def _alone(rating: CriterionRating) -> int | None:
    return rating.level if rating.own_level is None else rating.own_level
