"""Documents handed over: their text, their original, and the passages marked in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, aliased

from assessor.model import CriterionRating, Document, DocumentPage, Passage, PolicyReview
from assessor.operations.policy_reviews import rating_of
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo


@dataclass(frozen=True)
class DocumentRow:
    """A document as a list shows it."""

    id: str
    title: str
    kind: str
    format: str
    file_name: str
    dated_on: date | None
    received_on: date | None
    note: str
    words: int
    has_text: bool
    earlier_id: str | None
    """The version this one replaces."""
    newer_id: str | None
    """The version that replaces this one."""
    pages: int


@dataclass(frozen=True)
class Span:
    """Words of a page: from `start` up to `end`, in code points of its text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True)
class PassageRow:
    """Words marked in a document."""

    id: str
    page: int
    start: int
    end: int
    text: str
    section: str
    rating_id: str | None
    criterion: str
    review_id: str = ""
    """The reading whose rating rests on it."""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.page, self.start, self.end)


@dataclass(frozen=True)
class DocumentContent:
    """The text of a document by page, and what is marked in it."""

    document: DocumentRow
    pages: tuple[str, ...]
    passages: tuple[PassageRow, ...]


def list_documents(engagement: Engagement) -> list[DocumentRow]:
    """All documents by title, earlier versions after the newest."""
    with engagement.reading() as session:
        rows = [DocumentRow(*row) for row in session.execute(_rows().order_by(Document.title))]
    return sorted(rows, key=lambda row: (row.title, row.newer_id is not None))


def get_document(engagement: Engagement, document_id: str) -> DocumentRow:
    """One document. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        row = session.execute(_rows().where(Document.id == document_id)).first()
    if row is None:
        raise CannotDo("This document was removed. Undo brings it back.")
    return DocumentRow(*row)


def get_document_content(engagement: Engagement, document_id: str) -> DocumentContent:
    """One document with its text and passages, in the order of the text."""
    with engagement.reading() as session:
        document = get_document(engagement, document_id)
        pages = session.scalars(
            select(DocumentPage.text)
            .where(DocumentPage.document_id == document_id)
            .order_by(DocumentPage.number)
        ).all()
        passages = list_passages(engagement, document_id)
    return DocumentContent(document, tuple(pages), tuple(passages))


def list_passages(engagement: Engagement, document_id: str) -> list[PassageRow]:
    """What is marked in a document, in the order of the text."""
    query = (
        select(
            Passage.id,
            Passage.page,
            Passage.start,
            Passage.end,
            Passage.text,
            Passage.section,
            Passage.rating_id,
            func.coalesce(CriterionRating.criterion, ""),
            func.coalesce(CriterionRating.review_id, ""),
        )
        .outerjoin(CriterionRating, CriterionRating.id == Passage.rating_id)
        .where(Passage.document_id == document_id)
        .order_by(Passage.page, Passage.start)
    )
    with engagement.reading() as session:
        return [PassageRow(*row) for row in session.execute(query)]


def find_document(engagement: Engagement, element_id: str) -> str:
    """The document a passage, rating or review belongs to; empty when it belongs to none."""
    of_rating = (
        select(PolicyReview.document_id)
        .join(CriterionRating, CriterionRating.review_id == PolicyReview.id)
        .where(CriterionRating.id == element_id)
    )
    queries = (
        select(Passage.document_id).where(Passage.id == element_id),
        of_rating,
        select(PolicyReview.document_id).where(PolicyReview.id == element_id),
    )
    with engagement.reading() as session:
        found = (session.scalar(query) for query in queries)
        return next((document_id for document_id in found if document_id), "")


def read_original(engagement: Engagement, document_id: str) -> bytes:
    """The file as it was handed over. Raises CannotDo when the document was removed."""
    with engagement.reading() as session:
        attachment = session.scalar(select(Document.attachment).where(Document.id == document_id))
    if attachment is None:
        raise CannotDo("This document was removed. Undo brings it back.")
    return engagement.read_attachment(attachment)


def edit_document(engagement: Engagement, document_id: str, **values: Any) -> None:
    """Change what is recorded of a document: title, kind, dates, standing remark."""
    with engagement.change("Edit document") as session:
        set_values(session, Document, document_id, values)


def remove_document(engagement: Engagement, document_id: str) -> None:
    """Remove a document with its review and passages."""
    with engagement.change("Remove document") as session:
        session.execute(delete(Document).where(Document.id == document_id))


def mark_passage(
    engagement: Engagement,
    document_id: str,
    page: int,
    start: int,
    end: int,
    *,
    review_id: str = "",
    criterion: str = "",
    section: str = "",
) -> str:
    """Mark words of a page, by code points, as evidence for a criterion; returns the passage's id.

    Raises CannotDo when no words are chosen.
    """
    span = Span(page, start, end)
    marked = mark_passages(
        engagement, document_id, [span], review_id=review_id, criterion=criterion, section=section
    )
    return marked[0]


def mark_passages(
    engagement: Engagement,
    document_id: str,
    spans: Sequence[Span],
    *,
    review_id: str = "",
    criterion: str = "",
    section: str = "",
) -> list[str]:
    """Mark words that may run over several pages, one passage a page; returns the passages' ids.

    Words marked for the same criterion before are not marked twice. Raises CannotDo when no words are chosen.
    """
    with engagement.change(f"Mark passage for {criterion}" if criterion else "Mark passage") as session:
        rating = rating_of(session, review_id, criterion) if criterion else None
        rating_id = rating.id if rating else None
        marked = [_marked(session, document_id, span, rating_id, section) for span in spans]
        found = [passage_id for passage_id in marked if passage_id]
        if not found:
            raise CannotDo("No words are chosen. Select the words in the text first.")
        return found


def cite_page(
    engagement: Engagement, document_id: str, page: int, *, review_id: str, criterion: str, words: str = ""
) -> str:
    """Cite a page of a scan by hand as evidence for a criterion, with the words that stand there.

    Returns the passage's id. Raises CannotDo where the document has no such page, or has text to mark.
    """
    with engagement.change(f"Cite page {page} for {criterion}") as session:
        document = session.get(Document, document_id)
        last = session.scalar(
            select(func.max(DocumentPage.number)).where(DocumentPage.document_id == document_id)
        )
        if document is None:
            raise CannotDo("This document was removed. Undo brings it back.")
        if document.has_text:
            raise CannotDo("This document has text. Select the words in it and mark them.")
        if not 1 <= page <= (last or 0):
            raise CannotDo(f"There is no page {page}. The document has {last or 0}.")
        rating = rating_of(session, review_id, criterion)
        text = words.strip() or f"Page {page}"
        passage = Passage(document_id=document_id, rating_id=rating.id, page=page, start=0, end=0, text=text)
        session.add(passage)
        session.flush()
        return passage.id


def unmark_passage(engagement: Engagement, passage_id: str) -> None:
    """Take a mark away."""
    with engagement.change("Unmark passage") as session:
        session.execute(delete(Passage).where(Passage.id == passage_id))


def _marked(session: Session, document_id: str, span: Span, rating_id: str | None, section: str) -> str:
    """The id of the passage at a span, made when there is none yet; empty where the span holds no words."""
    text = session.scalar(
        select(DocumentPage.text).where(
            DocumentPage.document_id == document_id, DocumentPage.number == span.page
        )
    )
    words = (text or "")[span.start : span.end]
    if not words.strip():
        return ""
    place = {"document_id": document_id, "page": span.page, "start": span.start, "end": span.end}
    there = session.scalar(select(Passage.id).filter_by(rating_id=rating_id, **place))
    if there is not None:
        return there
    passage = Passage(rating_id=rating_id, text=words, section=section, **place)
    session.add(passage)
    session.flush()
    return passage.id


def _rows() -> Any:
    newer = aliased(Document)
    replaced_by = (
        select(func.min(newer.id))
        .where(newer.earlier_id == Document.id)
        .correlate(Document)
        .scalar_subquery()
    )
    pages = (
        select(func.count())
        .where(DocumentPage.document_id == Document.id)
        .correlate(Document)
        .scalar_subquery()
    )
    return select(
        Document.id,
        Document.title,
        Document.kind,
        Document.format,
        Document.file_name,
        Document.dated_on,
        Document.received_on,
        Document.note,
        Document.words,
        Document.has_text,
        Document.earlier_id,
        replaced_by,
        pages,
    )
