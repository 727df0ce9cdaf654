"""Tying evidence to a finding, weighing it, and letting go of it again."""

from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import (
    AuditItem,
    CriterionRating,
    Evidence,
    Finding,
    Measure,
    Passage,
    Remark,
    Sitting,
    SurveyWave,
)
from assessor.operations.evidence.describing import describe
from assessor.operations.evidence.ties import COLUMNS, Tie, list_ties, method_of_sitting
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, Method, RemarkKind, Stance

_GONE = "This was removed meanwhile. Undo brings it back."


def tie_remark(engagement: Engagement, finding_id: str, remark_id: str, stance: Stance = Stance.FOR) -> str:
    """Tie a remark to a finding and return the id of the evidence. Raises CannotDo when it is tied."""
    with engagement.change("Tie remark to finding") as session:
        return add_tie(session, finding_id, remark_tie(session, remark_id), stance)


def tie_passage(engagement: Engagement, finding_id: str, passage_id: str, stance: Stance = Stance.FOR) -> str:
    """Tie a marked passage to a finding. As `tie_remark`."""
    with engagement.change("Tie passage to finding") as session:
        return add_tie(session, finding_id, passage_tie(session, passage_id), stance)


def tie_rating(engagement: Engagement, finding_id: str, rating_id: str, stance: Stance = Stance.FOR) -> str:
    """Tie the level of a rubric criterion to a finding. As `tie_remark`."""
    with engagement.change("Tie rating to finding") as session:
        return add_tie(session, finding_id, rating_tie(session, rating_id), stance)


def tie_survey_result(
    engagement: Engagement,
    finding_id: str,
    wave_id: str,
    question: str,
    group: Group,
    stance: Stance = Stance.FOR,
) -> str:
    """Tie what a group answered to a question or a construct to a finding. As `tie_remark`."""
    with engagement.change("Tie survey result to finding") as session:
        return add_tie(session, finding_id, survey_tie(session, wave_id, question, group), stance)


def tie_measure(engagement: Engagement, finding_id: str, measure_id: str, stance: Stance = Stance.FOR) -> str:
    """Tie the newest value of a measure to a finding. As `tie_remark`."""
    with engagement.change("Tie measure to finding") as session:
        return add_tie(session, finding_id, measure_tie(session, measure_id), stance)


def tie_sitting(engagement: Engagement, finding_id: str, sitting_id: str, stance: Stance = Stance.FOR) -> str:
    """Tie how many interviews or groups of a kind raised the point to a finding. As `tie_remark`."""
    with engagement.change("Tie interviews to finding") as session:
        return add_tie(session, finding_id, sitting_tie(session, sitting_id), stance)


def tie_candidate(engagement: Engagement, finding_id: str, tie: Tie, stance: Stance = Stance.FOR) -> str:
    """Tie what `list_evidence_candidates` offered to a finding. As `tie_remark`."""
    with engagement.change("Tie evidence to finding") as session:
        return add_tie(session, finding_id, tie, stance)


def untie(engagement: Engagement, evidence_id: str) -> None:
    """Let go of a piece of evidence; what it points to stays."""
    with engagement.change("Untie evidence") as session:
        session.execute(delete(Evidence).where(Evidence.id == evidence_id))


def set_stance(engagement: Engagement, evidence_id: str, stance: Stance) -> None:
    """Say whether a piece of evidence speaks for the finding or against it."""
    label = "Count evidence against" if stance is Stance.AGAINST else "Count evidence for"
    with engagement.change(label) as session:
        set_values(session, Evidence, evidence_id, {"stance": stance})


def weigh_evidence(engagement: Engagement, evidence_id: str, weighed: str) -> None:
    """Write down why the finding stands in spite of a piece of evidence against it."""
    with engagement.change("Weigh evidence") as session:
        set_values(session, Evidence, evidence_id, {"weighed": weighed.strip()})


def edit_evidence(engagement: Engagement, evidence_id: str, **values: Any) -> None:
    """Change what is noted of a piece of evidence: its summary, its verdict or its stance."""
    with engagement.change("Edit evidence") as session:
        set_values(session, Evidence, evidence_id, values)


def accept_evidence_as_it_is(engagement: Engagement, evidence_id: str) -> None:
    """Say that the finding stands on evidence as it reads now, after it changed."""
    with engagement.change("Accept changed evidence") as session:
        row = session.get(Evidence, evidence_id)
        if row is None:
            raise CannotDo(_GONE)
        tie = Tie(**{name: getattr(row, name) for name in COLUMNS})
        row.seen_as = describe(session, [tie])[tie.id].seen_as


def add_tie(session: Session, finding_id: str, tie: Tie, stance: Stance = Stance.FOR) -> str:
    """Add a tie inside an open change; notes what it says today. Raises CannotDo when it is there already."""
    if session.get(Finding, finding_id) is None:
        raise CannotDo(_GONE)
    if tie.target in {each.target for each in list_ties(session, finding_id)}:
        raise CannotDo("This is tied to the finding already. Choose another piece of evidence.")
    last = session.scalar(select(func.max(Evidence.position)).where(Evidence.finding_id == finding_id))
    row = Evidence(**{**tie.values, "finding_id": finding_id, "stance": stance, "position": (last or 0) + 1})
    session.add(row)
    session.flush()
    kept = Tie(**{name: getattr(row, name) for name in COLUMNS})
    row.seen_as = describe(session, [kept])[kept.id].seen_as
    session.flush()
    return row.id


def remark_tie(session: Session, remark_id: str) -> Tie:
    """The tie to a remark, by the method of its sitting."""
    remark = session.get(Remark, remark_id)
    sitting = session.get(Sitting, remark.sitting_id) if remark else None
    if remark is not None and remark.kind is RemarkKind.OFF_RECORD:
        raise CannotDo("A while off the record holds no words, so nothing can rest on it.")
    if sitting is None or remark is None:
        raise CannotDo(_GONE)
    return Tie(
        remark_id=remark_id, method=method_of_sitting(sitting.kind, sitting.group), group=sitting.group
    )


def passage_tie(session: Session, passage_id: str) -> Tie:
    """The tie to a passage."""
    _require(session, Passage, passage_id)
    return Tie(passage_id=passage_id, method=Method.DOC)


def rating_tie(session: Session, rating_id: str) -> Tie:
    """The tie to a rating."""
    _require(session, CriterionRating, rating_id)
    return Tie(rating_id=rating_id, method=Method.DOC)


def survey_tie(session: Session, wave_id: str, question: str, group: Group) -> Tie:
    """The tie to a survey result."""
    _require(session, SurveyWave, wave_id)
    return Tie(wave_id=wave_id, question=question, group=group, method=Method.SRV)


def measure_tie(session: Session, measure_id: str) -> Tie:
    """The tie to a measure."""
    _require(session, Measure, measure_id)
    return Tie(measure_id=measure_id, method=Method.ADM)


def audit_item_tie(session: Session, audit_item_id: str) -> Tie:
    """The tie to an item of an audit, which was seen."""
    _require(session, AuditItem, audit_item_id)
    return Tie(audit_item_id=audit_item_id, method=Method.OBS)


def sitting_tie(session: Session, sitting_id: str) -> Tie:
    """The tie to sittings of one kind and group, by one of them."""
    sitting = session.get(Sitting, sitting_id)
    if sitting is None:
        raise CannotDo(_GONE)
    method = method_of_sitting(sitting.kind, sitting.group)
    return Tie(sitting_id=sitting_id, method=method, group=sitting.group)


def _require(session: Session, noun: type[Any], row_id: str) -> None:
    if session.get(noun, row_id) is None:
        raise CannotDo(_GONE)
