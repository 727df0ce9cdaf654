"""Evidence from documents: passages marked in them, and the levels given to rubric criteria."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.rubrics import Criterion, Rubric, get_rubric
from assessor.model import CriterionRating, Document, Passage, PolicyReview
from assessor.operations.evidence.ties import Description
from assessor.operations.evidence.wording import document_words, place_words
from assessor.terms import CannotDo


def describe_passages(session: Session, ids: Iterable[str]) -> dict[str, Description]:
    """What passages say as evidence, by id."""
    query = (
        select(Passage, Document.kind, Document.title, CriterionRating.criterion)
        .join(Document, Document.id == Passage.document_id)
        .outerjoin(CriterionRating, CriterionRating.id == Passage.rating_id)
        .where(Passage.id.in_(set(ids)))
    )
    return {row.Passage.id: _describe_passage(row) for row in session.execute(query)}


def _describe_passage(row: Any) -> Description:
    passage: Passage = row.Passage
    return Description(
        heading=", ".join(filter(None, [document_words(row.kind, row.title), row.criterion])),
        words=passage.text,
        is_quote=True,
        note=place_words(passage.page, passage.section),
        sources=frozenset([passage.document_id]),
        seen_as=passage.text,
        is_passage=True,
    )


def describe_ratings(session: Session, ids: Iterable[str]) -> dict[str, Description]:
    """What ratings say as evidence, by id: the passage the rating cites, or what its level means."""
    wanted = set(ids)
    query = (
        select(
            CriterionRating, PolicyReview.rubric_key, PolicyReview.rubric_version,
            Document.id.label("document_id"), Document.kind, Document.title,
        )
        .join(PolicyReview, PolicyReview.id == CriterionRating.review_id)
        .join(Document, Document.id == PolicyReview.document_id)
        .where(CriterionRating.id.in_(wanted))
    )  # fmt: skip
    cited, rubrics = _cited(session, wanted), Rubrics()
    return {
        row.CriterionRating.id: _describe_rating(row, cited.get(row.CriterionRating.id), rubrics)
        for row in session.execute(query)
    }


def _cited(session: Session, rating_ids: set[str]) -> dict[str, Passage]:
    """The first passage each rating cites."""
    query = select(Passage).where(Passage.rating_id.in_(rating_ids)).order_by(Passage.page, Passage.start)
    cited: dict[str, Passage] = {}
    for passage in session.scalars(query):
        cited.setdefault(str(passage.rating_id), passage)
    return cited


def _describe_rating(row: Any, cited: Passage | None, rubrics: "Rubrics") -> Description:
    rating: CriterionRating = row.CriterionRating
    level = "not applicable" if rating.level is None else f"at level {rating.level}"
    document = document_words(row.kind, row.title)
    return Description(
        heading=f"{document}, {rating.criterion} {level}",
        words=cited.text if cited else _meaning(row, rubrics),
        is_quote=cited is not None,
        note=place_words(cited.page, cited.section) if cited else row.title if row.title != document else "",
        sources=frozenset([row.document_id]),
        seen_as=level,
        is_passage=cited is not None,
    )


def _meaning(row: Any, rubrics: "Rubrics") -> str:
    rating: CriterionRating = row.CriterionRating
    criterion = rubrics.find(row.rubric_key, row.rubric_version, rating.criterion)
    if criterion is None or rating.level is None:
        return rating.not_applicable_reason
    return criterion.levels[rating.level]


class Rubrics:
    """The rubrics as shipped, each read once."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, int], Rubric | None] = {}

    def find(self, key: str, version: int, code: str) -> Criterion | None:
        """A criterion, or None where it is not shipped any more."""
        if (key, version) not in self._read:
            self._read[key, version] = _get(key, version)
        rubric = self._read[key, version]
        if rubric is None or code not in {criterion.code for criterion in rubric.criteria}:
            return None
        return rubric.get_criterion(code)


def _get(key: str, version: int) -> Rubric | None:
    try:
        return get_rubric(key, version)
    except CannotDo:
        return None
