"""Words people said that may be printed: cleared, verbatim, under a code in place of a name."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Participant, Remark, RemarkSpeaker, Seat, Sitting
from assessor.operations.evidence.listing import EvidenceRow
from assessor.operations.evidence.ties import EvidenceKind
from assessor.operations.gathering.wording import capitalized, number_word
from assessor.operations.strategic_plan.front import Quote
from assessor.store import Engagement
from assessor.terms import Clearance, SittingKind, Stance

_PLACES = {
    SittingKind.INTERVIEW: "interview",
    SittingKind.FOCUS_GROUP: "focus group",
    SittingKind.JOINT_SESSION: "joint session",
    SittingKind.OBSERVATION: "observation",
}


def quotes_among(engagement: Engagement, evidence: list[EvidenceRow], stance: Stance) -> tuple[Quote, ...]:
    """The quotations among pieces of evidence on one side, only those cleared for print."""
    ids = [
        row.target_id
        for row in evidence
        if row.kind is EvidenceKind.REMARK
        and row.stance is stance
        and row.is_quote
        and row.is_cleared
        and not row.is_withdrawn
    ]
    with engagement.reading() as session:
        cleared = set(
            session.scalars(
                select(Remark.id).where(Remark.id.in_(ids), Remark.clearance == Clearance.CLEARED)
            )
        )
        return tuple(_quote(session, remark_id) for remark_id in ids if remark_id in cleared)


def _quote(session: Session, remark_id: str) -> Quote:
    remark, sitting = session.execute(
        select(Remark, Sitting).join(Sitting, Sitting.id == Remark.sitting_id).where(Remark.id == remark_id)
    ).one()
    speakers = session.execute(
        select(Participant.description, Seat.number)
        .join(RemarkSpeaker, RemarkSpeaker.participant_id == Participant.id)
        .outerjoin(Seat, (Seat.participant_id == Participant.id) & (Seat.sitting_id == sitting.id))
        .where(RemarkSpeaker.remark_id == remark_id)
        .order_by(Seat.number)
    ).all()
    is_group = sitting.kind in {SittingKind.FOCUS_GROUP, SittingKind.JOINT_SESSION}
    seats = "".join(f"-{seat:02d}" for _, seat in speakers if seat is not None) if is_group else ""
    described = speakers[0][0] if speakers else ""
    said_in = _PLACES[sitting.kind]
    return Quote(
        code=f"{sitting.code}{seats}",
        words=remark.text.strip('“”" '),
        speaker=f"{described}, {said_in}." if described else f"{capitalized(said_in)}.",
        agreement=_agreement(remark) if is_group else "",
    )


def _agreement(remark: Remark) -> str:
    """Seat counts of a group: "Five of seven present agreed." """
    if not remark.agree or not remark.present:
        return ""
    return f"{capitalized(number_word(remark.agree))} of {number_word(remark.present)} present agreed."
