"""Versions of a document: a newer one brought in, its reading begun from the earlier, and what changed."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.analysis.text_changes import (
    ChangeKind,
    WordRun,
    alike,
    compare_paragraphs,
    compare_words,
    find_words,
    follow_words,
)
from assessor.exchange.reading import read_document_file
from assessor.model import (
    CriterionRating,
    Document,
    DocumentPage,
    Passage,
    PolicyReview,
    RequirementCheck,
)
from assessor.operations.document_imports import keep_document, refuse_if_here
from assessor.operations.documents import (
    PassageRow,
    Span,
    get_document,
    get_document_content,
    list_passages,
)
from assessor.operations.version_texts import VersionText
from assessor.progress import Progress, Work
from assessor.store import Engagement
from assessor.terms import CannotDo

_LEAST_ALIKE = 0.3
"""Words with fewer in common are gone rather than changed."""


@dataclass(frozen=True)
class ChangedParagraph:
    """A paragraph of either version, and what became of it; `runs` tell the words of one that changed."""

    kind: ChangeKind
    text: str
    page_before: int | None
    page_after: int | None
    runs: tuple[WordRun, ...] = ()


@dataclass(frozen=True)
class VersionComparison:
    """Two versions of a document, paragraph by paragraph in the order of the newer one."""

    before: str
    after: str
    paragraphs: tuple[ChangedParagraph, ...]

    def count(self, kind: ChangeKind) -> int:
        """How many paragraphs fared so."""
        return sum(one.kind is kind for one in self.paragraphs)


@dataclass(frozen=True)
class FollowedPassage:
    """A passage of the earlier version and where its words stand in the newer one: nowhere when gone."""

    kind: ChangeKind
    before: PassageRow
    spans: tuple[Span, ...]
    text: str
    """The words as they read now."""


def import_newer_version(
    engagement: Engagement, earlier_id: str, source: Path, *, anew: bool = False
) -> Work[str]:
    """Bring in the newer version of a document, and begin its readings from those of the earlier one.

    Levels, reasons, notes and practice are carried over, to be confirmed; passages wherever their words still
    stand or can be followed. Returns the new document's id. Raises UnreadableFile, AlreadyHere, and CannotDo
    where the earlier version was removed or has a newer one.
    """
    earlier = get_document(engagement, earlier_id)
    if earlier.newer_id is not None:
        raise CannotDo(
            f"“{earlier.title}” has a newer version already. Bring this one in as newer than that."
        )
    text = yield from read_document_file(source)
    content = source.read_bytes()
    if not anew:
        refuse_if_here(engagement, source.name, content)
    yield Progress(0, 1, "Following the passages")
    pages = tuple(page.text for page in text.pages)
    before = get_document_content(engagement, earlier_id)
    followed = _follow(
        VersionText(earlier.format, before.pages), VersionText(text.format, pages), before.passages
    )
    with engagement.change(f"Import newer version of {earlier.title}") as session:
        document = Document(title=earlier.title, kind=earlier.kind, earlier_id=earlier_id)
        keep_document(engagement, session, document, source.name, text, content)
        _carry_over(session, earlier_id, document.id, followed)
        return document.id


def compare_versions(engagement: Engagement, document_id: str) -> Work[VersionComparison]:
    """A document beside its earlier version. Raises CannotDo where it has none."""
    yield Progress(0, 2, "Reading both versions")
    before, after, titles = _versions(engagement, document_id)
    yield Progress(1, 2, "Comparing")
    found = tuple(_changed(before, after))
    return VersionComparison(*titles, found)


def follow_passages(engagement: Engagement, review_id: str) -> Work[dict[str, tuple[FollowedPassage, ...]]]:
    """By criterion, what became of the passages of the reading this one was carried over from."""
    yield Progress(0, 1, "Following the passages")
    with engagement.reading() as session:
        review = session.get(PolicyReview, review_id)
        carried_from = session.get(PolicyReview, review.carried_from_id or "") if review else None
        if review is None or carried_from is None:
            return {}
        document_id, earlier_id, from_id = review.document_id, carried_from.document_id, carried_from.id
    ours = [one for one in list_passages(engagement, earlier_id) if one.review_id == from_id]
    if not ours:
        return {}
    before, after, _ = _versions(engagement, document_id)
    by_criterion: dict[str, tuple[FollowedPassage, ...]] = {}
    for one in _follow(before, after, ours):
        here = by_criterion.get(one.before.criterion, ())
        by_criterion[one.before.criterion] = (*here, one)
    return by_criterion


def _versions(engagement: Engagement, document_id: str) -> tuple[VersionText, VersionText, tuple[str, str]]:
    after = get_document_content(engagement, document_id)
    if after.document.earlier_id is None:
        raise CannotDo(f"“{after.document.title}” has no earlier version here. Import the newer one from it.")
    before = get_document_content(engagement, after.document.earlier_id)
    texts = (VersionText(each.document.format, each.pages) for each in (before, after))
    names = (before.document.file_name, after.document.file_name)
    return (*texts, names)  # type: ignore[return-value]


def _changed(before: VersionText, after: VersionText) -> Iterator[ChangedParagraph]:
    for one in compare_paragraphs(before.texts, after.texts):
        old = None if one.before is None else before.texts[one.before]
        new = None if one.after is None else after.texts[one.after]
        is_changed = one.kind is ChangeKind.CHANGED and old is not None and new is not None
        yield ChangedParagraph(
            one.kind,
            (new if new is not None else old) or "",
            None if one.before is None else before.paragraphs[one.before].page,
            None if one.after is None else after.paragraphs[one.after].page,
            compare_words(old or "", new or "") if is_changed else (),
        )


def _follow(before: VersionText, after: VersionText, passages: Sequence[PassageRow]) -> list[FollowedPassage]:
    """Where the words of each passage stand now: as they are, or in the paragraph that changed."""
    found: list[FollowedPassage] = []
    changed: dict[int, int] | None = None
    for passage in passages:
        start = before.place(passage.page, passage.start)
        expected = round(start / max(len(before.whole), 1) * len(after.whole))
        there = find_words(passage.text, after.whole, expected)
        if there is None:
            if changed is None:
                changed = _changed_places(before, after)
            there = _in_changed(before, after, changed, start, start + len(passage.text))
        found.append(_followed(after, passage, there))
    return found


def _changed_places(before: VersionText, after: VersionText) -> dict[int, int]:
    pairs = compare_paragraphs(before.texts, after.texts)
    return {one.before: one.after for one in pairs if one.before is not None and one.after is not None}


def _in_changed(
    before: VersionText, after: VersionText, changed: dict[int, int], start: int, end: int
) -> tuple[int, int] | None:
    number = bisect_right(before.starts, start) - 1
    if number not in changed:
        return None
    first, last = before.raw(number)
    begins, ends = after.raw(changed[number])
    there = follow_words(
        before.whole[first:last], start - first, min(end, last) - first, after.whole[begins:ends]
    )
    return None if there is None else (begins + there[0], begins + there[1])


def _followed(after: VersionText, passage: PassageRow, there: tuple[int, int] | None) -> FollowedPassage:
    words = after.whole[slice(*there)] if there else ""
    if there is None or alike(passage.text, words) < _LEAST_ALIKE:
        return FollowedPassage(ChangeKind.REMOVED, passage, (), "")
    spans = tuple(after.spans(*there))
    if passage.text.split() != words.split():
        return FollowedPassage(ChangeKind.CHANGED, passage, spans, words)
    has_moved = spans[0].page != passage.page
    return FollowedPassage(ChangeKind.MOVED if has_moved else ChangeKind.SAME, passage, spans, words)


def _carry_over(
    session: Session, earlier_id: str, document_id: str, followed: Sequence[FollowedPassage]
) -> None:
    """Begin a reading of the new document from each of the earlier one; loose passages come along."""
    ratings: dict[str, str] = {}
    for review in session.scalars(select(PolicyReview).where(PolicyReview.document_id == earlier_id)):
        carried = PolicyReview(
            document_id=document_id,
            rubric_key=review.rubric_key,
            rubric_version=review.rubric_version,
            reviewer=review.reviewer,
            started_on=review.started_on,
            carried_from_id=review.id,
        )
        session.add(carried)
        session.flush()
        ratings |= _carry_ratings(session, review.id, carried.id)
        _carry_checks(session, review.id, carried.id)
    pages = _pages(session, document_id)
    for one in followed:
        rating_id = ratings.get(one.before.rating_id or "")
        for span in one.spans:
            session.add(
                Passage(
                    document_id=document_id,
                    rating_id=rating_id,
                    page=span.page,
                    start=span.start,
                    end=span.end,
                    text=pages[span.page][span.start : span.end],
                    section=one.before.section,
                )
            )


def _carry_ratings(session: Session, from_id: str, to_id: str) -> dict[str, str]:
    """The new ratings' ids by those they were carried from."""
    carried: dict[str, str] = {}
    for rating in session.scalars(select(CriterionRating).where(CriterionRating.review_id == from_id)):
        new = CriterionRating(
            review_id=to_id,
            criterion=rating.criterion,
            level=rating.level,
            not_applicable_reason=rating.not_applicable_reason,
            note=rating.note,
            practice=rating.practice,
            rated_on=rating.rated_on,
            own_level=rating.own_level,
            is_carried=True,
        )
        session.add(new)
        session.flush()
        carried[rating.id] = new.id
    return carried


def _carry_checks(session: Session, from_id: str, to_id: str) -> None:
    checks = select(RequirementCheck).where(RequirementCheck.review_id == from_id)
    session.add_all(
        RequirementCheck(
            review_id=to_id,
            requirement=check.requirement,
            is_met=check.is_met,
            note=check.note,
            finding_id=check.finding_id,
            is_carried=True,
        )
        for check in session.scalars(checks).all()
    )


def _pages(session: Session, document_id: str) -> dict[int, str]:
    pages = select(DocumentPage.number, DocumentPage.text).where(DocumentPage.document_id == document_id)
    return {row.number: row.text for row in session.execute(pages)}
