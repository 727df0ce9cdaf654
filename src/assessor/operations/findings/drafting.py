"""Draft findings from what was assessed, tied to it at once: ratings, survey results, remarks, audits."""

from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.analysis.bands import Band, band_of_favorable
from assessor.instruments.audits import get_audit_checklist
from assessor.instruments.rubrics import Criterion
from assessor.model import (
    Audit,
    AuditItem,
    CriterionRating,
    FindingCode,
    Passage,
    PolicyReview,
    Remark,
    RemarkCode,
)
from assessor.operations.evidence.of_documents import Rubrics
from assessor.operations.evidence.survey_results import SurveyResults
from assessor.operations.evidence.ties import Tie
from assessor.operations.evidence.tying import (
    add_tie,
    audit_item_tie,
    passage_tie,
    rating_tie,
    remark_tie,
    survey_tie,
)
from assessor.operations.findings.editing import new_finding
from assessor.operations.surveys.survey_result_rows import Audience
from assessor.store import Engagement
from assessor.terms import AuditAnswer, CannotDo, FindingKind, Group

_TITLE = 120
_GAP_LEVEL = 2
"""Ratings up to this level are a gap; above it the document is sound."""
_REMOVED = "This was removed meanwhile. Undo brings it back."


def draft_finding_from_rating(engagement: Engagement, rating_id: str) -> str:
    """Draft a finding from a rubric rating and its passages, filed under the criterion's barriers.

    Returns the finding's id. Raises CannotDo while the criterion has no level.
    """
    with engagement.change("Draft finding from rating") as session:
        return draft_from_rating(session, rating_id)


def draft_finding_from_survey_result(
    engagement: Engagement, wave_id: str, question: str, group: Group, kind: FindingKind | None = None
) -> str:
    """Draft a finding from what a group answered, and return its id. Raises CannotDo where it is hidden.

    Without a kind, results in the band of strengths make a strength and all others a barrier. The title is
    printed in the plan: it names the share only where the public may see it.
    """
    with engagement.change("Draft finding from survey result") as session:
        results = SurveyResults(session)
        found = results.get(wave_id, question, group)
        if found is None or found.favorable is None:
            raise CannotDo("Too few of this group answered to draft a finding from it. Choose another group.")
        is_strong = band_of_favorable(Decimal(found.favorable)) is Band.STRENGTH
        chosen = kind or (FindingKind.STRENGTH if is_strong else FindingKind.BARRIER)
        wording = results.wording(wave_id, question, group).rstrip(".")
        public = SurveyResults(session, Audience.PUBLIC).get(wave_id, question, group)
        told = f", {public.claim}" if public is not None and not public.is_hidden else ""
        title = f"{group.label}: “{wording}”{told}"
        finding = new_finding(session, chosen, _short(title))
        add_tie(session, finding.id, survey_tie(session, wave_id, question, group))
        return finding.id


def draft_finding_from_remark(
    engagement: Engagement, remark_id: str, kind: FindingKind = FindingKind.BARRIER
) -> str:
    """Draft a finding from a remark, filed under the remark's codes, and return its id."""
    with engagement.change("Draft finding from remark") as session:
        remark = session.get(Remark, remark_id)
        if remark is None:
            raise CannotDo(_REMOVED)
        finding = new_finding(session, kind, _short(remark.text))
        codes = session.scalars(select(RemarkCode.code).where(RemarkCode.remark_id == remark_id))
        _file(session, finding.id, tuple(sorted(codes)))
        add_tie(session, finding.id, remark_tie(session, remark_id))
        return finding.id


def draft_finding_from_passage(
    engagement: Engagement, passage_id: str, kind: FindingKind = FindingKind.BARRIER
) -> str:
    """Draft a finding from a marked passage, and return its id."""
    with engagement.change("Draft finding from passage") as session:
        passage = session.get(Passage, passage_id)
        if passage is None:
            raise CannotDo(_REMOVED)
        finding = new_finding(session, kind, _short(passage.text))
        add_tie(session, finding.id, passage_tie(session, passage_id))
        return finding.id


def draft_finding_from_audit_item(engagement: Engagement, audit_item_id: str) -> str:
    """Draft a finding from an item of an audit, filed under its barriers, and return its id.

    It speaks of the system in the checklist's own words; the item's note is confidential and stays where it
    is. Raises CannotDo where the answer says nothing of the site.
    """
    with engagement.change("Draft finding from audit") as session:
        row = session.get(AuditItem, audit_item_id)
        audit = session.get(Audit, row.audit_id) if row else None
        if row is None or audit is None:
            raise CannotDo(_REMOVED)
        item = get_audit_checklist(audit.checklist_key, audit.checklist_version).items[row.item]
        titles = {
            AuditAnswer.IN_PLACE: item.text,
            AuditAnswer.PARTLY: f"Only in part: {_small(item.text)}",
            AuditAnswer.NOT_IN_PLACE: item.finding,
        }
        if row.answer not in titles:
            raise CannotDo(f"{row.item} says nothing of the school yet. Answer it first.")
        is_fine = row.answer is AuditAnswer.IN_PLACE
        kind = FindingKind.STRENGTH if is_fine else FindingKind.BARRIER
        finding = new_finding(session, kind, _short(titles[row.answer]))
        _file(session, finding.id, () if is_fine else item.barriers)
        add_tie(session, finding.id, audit_item_tie(session, row.id))
        return finding.id


def draft_finding_from_evidence(
    engagement: Engagement, tie: Tie, title: str, kind: FindingKind = FindingKind.BARRIER
) -> str:
    """Draft a finding from anything that `list_evidence_candidates` offers, and return its id."""
    with engagement.change("Draft finding from evidence") as session:
        finding = new_finding(session, kind, _short(title))
        add_tie(session, finding.id, tie)
        return finding.id


def draft_from_rating(session: Session, rating_id: str) -> str:
    """Draft a finding from a rating inside an open change. As `draft_finding_from_rating`."""
    rating, criterion = _rated(session, rating_id)
    if rating.level is None:
        raise CannotDo(f"{rating.criterion} has no level yet. Rate it first.")
    is_gap = rating.level <= _GAP_LEVEL
    kind = FindingKind.BARRIER if is_gap else FindingKind.STRENGTH
    title = title_of_rating(rating.criterion, criterion, rating.level)
    finding = new_finding(session, kind, title, statement=rating.note)
    if criterion and is_gap:
        _file(session, finding.id, criterion.barriers)
    add_tie(session, finding.id, rating_tie(session, rating_id))
    of_rating = select(Passage.id).where(Passage.rating_id == rating_id)
    for passage_id in session.scalars(of_rating.order_by(Passage.page, Passage.start)).all():
        add_tie(session, finding.id, passage_tie(session, passage_id))
    return finding.id


def title_of_rating(code: str, criterion: Criterion | None, level: int) -> str:
    """What a finding drafted from a level is called: the criterion, and what the level says."""
    return _short(f"{criterion.title}: {_small(criterion.levels[level])}" if criterion else code)


def _rated(session: Session, rating_id: str) -> tuple[CriterionRating, Criterion | None]:
    rating = session.get(CriterionRating, rating_id)
    review = session.get(PolicyReview, rating.review_id) if rating else None
    if rating is None or review is None:
        raise CannotDo(_REMOVED)
    return rating, Rubrics().find(review.rubric_key, review.rubric_version, rating.criterion)


def _file(session: Session, finding_id: str, codes: tuple[str, ...]) -> None:
    session.add_all(
        FindingCode(finding_id=finding_id, code=code, position=place)
        for place, code in enumerate(dict.fromkeys(codes))
    )


def _short(text: str) -> str:
    """A text as a title: one line, cut at a word."""
    line = " ".join(text.split()).rstrip(".")
    if len(line) <= _TITLE:
        return line
    return line[:_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
