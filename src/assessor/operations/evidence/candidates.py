"""What could be tied to a finding: remarks, passages, ratings, survey results, measures, interview counts."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import (
    AuditItem,
    CriterionRating,
    Measure,
    Passage,
    Remark,
    RemarkCode,
    Sitting,
    SurveyWave,
)
from assessor.operations.evidence.describing import describe
from assessor.operations.evidence.of_audits import TELLING_ANSWERS
from assessor.operations.evidence.survey_results import SurveyResults
from assessor.operations.evidence.ties import Description, EvidenceKind, Tie, list_ties, method_of_sitting
from assessor.store import Engagement
from assessor.terms import Group, Method, RemarkKind, SittingKind

LIMIT = 60
_BATCH = 400
_TIEABLE = (RemarkKind.SAID, RemarkKind.OBSERVER, RemarkKind.NONVERBAL, RemarkKind.TALLY)


@dataclass(frozen=True)
class EvidenceCandidate:
    """Something that could be tied, said as evidence says it."""

    tie: Tie
    kind: EvidenceKind
    method: Method
    heading: str
    words: str
    is_quote: bool
    note: str
    groups: tuple[Group, ...]
    codes: tuple[str, ...]
    is_hidden: bool


def list_evidence_candidates(
    engagement: Engagement,
    typed: str = "",
    *,
    finding_id: str | None = None,
    kinds: Collection[EvidenceKind] = (),
    limit: int = LIMIT,
) -> list[EvidenceCandidate]:
    """What holds every word typed in its heading, words, note or codes; all when nothing is typed.

    Leaves out what is tied to the finding already. At most `limit`, passages and ratings first.
    """
    words = typed.casefold().split()
    found: list[EvidenceCandidate] = []
    with engagement.reading() as session:
        tied = {tie.target for tie in list_ties(session, finding_id)} if finding_id else set()
        results, codes = SurveyResults(session), _codes(session)
        ties = (tie for tie in _all(session, kinds, results) if tie.target not in tied)
        while len(found) < limit and (batch := list(islice(ties, _BATCH))):
            numbered = [
                replace(tie, id=str(number), finding_id=finding_id or "") for number, tie in enumerate(batch)
            ]
            said = describe(session, numbered, results)
            offered = (_candidate(tie, said[tie.id], codes.get(tie.target_id, ())) for tie in numbered)
            found += [each for each in offered if all(word in _text(each) for word in words)]
    return found[:limit]


def count_evidence_candidates(engagement: Engagement) -> int:
    """How much could be tied: 0 tells that nothing has been assessed yet."""
    with engagement.reading() as session:
        return sum(1 for _ in _all(session, (), SurveyResults(session)))


def _all(session: Session, kinds: Collection[EvidenceKind], results: SurveyResults) -> Iterator[Tie]:
    listers: dict[EvidenceKind, Callable[[Session], Iterator[Tie]]] = {
        EvidenceKind.PASSAGE: _passages,
        EvidenceKind.RATING: _ratings,
        EvidenceKind.REMARK: _remarks,
        EvidenceKind.SURVEY_RESULT: partial(_survey_results, results),
        EvidenceKind.SITTING: _sittings,
        EvidenceKind.MEASURE: _measures,
        EvidenceKind.AUDIT_ITEM: _audit_items,
    }
    for kind, lister in listers.items():
        if not kinds or kind in kinds:
            yield from lister(session)


def _passages(session: Session) -> Iterator[Tie]:
    query = select(Passage.id).order_by(Passage.document_id, Passage.page, Passage.start)
    for row_id in session.scalars(query):
        yield Tie(passage_id=row_id, method=Method.DOC)


def _ratings(session: Session) -> Iterator[Tie]:
    query = select(CriterionRating.id).where(CriterionRating.level.is_not(None))
    for row_id in session.scalars(query.order_by(CriterionRating.review_id, CriterionRating.criterion)):
        yield Tie(rating_id=row_id, method=Method.DOC)


def _remarks(session: Session) -> Iterator[Tie]:
    query = select(Remark.id, Sitting.kind, Sitting.group).join(Sitting, Sitting.id == Remark.sitting_id)
    query = query.where(Remark.kind.in_(_TIEABLE), Remark.text != "").order_by(
        Remark.said_at, Remark.position
    )
    for row_id, kind, group in session.execute(query):
        yield Tie(remark_id=row_id, method=method_of_sitting(kind, group), group=group)


def _survey_results(results: SurveyResults, session: Session) -> Iterator[Tie]:
    for wave_id in session.scalars(select(SurveyWave.id).order_by(SurveyWave.opened_on)):
        asked = results.questions(wave_id)
        constructs = dict.fromkeys(each.construct for each in asked if each.construct)
        for question in (*constructs, *(each.code for each in asked)):
            for group in results.groups(wave_id):
                if results.get(wave_id, question, group) is not None:
                    yield Tie(wave_id=wave_id, question=question, group=group, method=Method.SRV)


def _sittings(session: Session) -> Iterator[Tie]:
    """One of each kind and group that was held."""
    query = select(Sitting.id, Sitting.kind, Sitting.group).where(Sitting.started_at.is_not(None))
    firsts: dict[tuple[SittingKind, Group | None], str] = {}
    for row_id, kind, group in session.execute(query.order_by(Sitting.started_at)):
        firsts.setdefault((kind, group), row_id)
    for (kind, group), row_id in firsts.items():
        yield Tie(sitting_id=row_id, method=method_of_sitting(kind, group), group=group)


def _measures(session: Session) -> Iterator[Tie]:
    for row_id in session.scalars(select(Measure.id).order_by(Measure.position, Measure.code)):
        yield Tie(measure_id=row_id, method=Method.ADM)


def _audit_items(session: Session) -> Iterator[Tie]:
    query = select(AuditItem.id).where(AuditItem.answer.in_(TELLING_ANSWERS))
    for row_id in session.scalars(query.order_by(AuditItem.audit_id, AuditItem.item)):
        yield Tie(audit_item_id=row_id, method=Method.OBS)


def _codes(session: Session) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for remark_id, code in session.execute(select(RemarkCode.remark_id, RemarkCode.code)):
        found[remark_id] = (*found.get(remark_id, ()), code)
    return found


def _candidate(tie: Tie, said: Description, codes: tuple[str, ...]) -> EvidenceCandidate:
    return EvidenceCandidate(
        tie=replace(tie, id="", finding_id=""),
        kind=tie.kind,
        method=tie.method,
        heading=said.heading,
        words=said.words,
        is_quote=said.is_quote,
        note=said.note,
        groups=tuple(group for group in Group if group in said.groups),
        codes=codes,
        is_hidden=said.is_hidden,
    )


def _text(candidate: EvidenceCandidate) -> str:
    groups = [group.label for group in candidate.groups]
    return " ".join(
        [candidate.heading, candidate.words, candidate.note, *candidate.codes, *groups]
    ).casefold()
