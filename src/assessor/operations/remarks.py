"""Remarks: noted live line by line, mended afterwards, cleared for quotation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import Draft, Participant, Remark, RemarkCode, RemarkSpeaker, Seat
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Clearance, Fidelity, RemarkKind


@dataclass(frozen=True)
class RemarkRow:
    """A line of the notes as it is shown."""

    id: str
    position: int
    said_at: datetime
    question: str
    kind: RemarkKind
    fidelity: Fidelity
    text: str
    is_quote: bool
    clearance: Clearance
    agree: int | None
    dissent: int | None
    present: int | None
    setting: str
    behavior: str
    speakers: tuple[str, ...]
    """Participant codes; empty when it is not known who spoke."""
    codes: tuple[str, ...]


_COLUMNS = tuple(name for name in RemarkRow.__dataclass_fields__ if name not in {"speakers", "codes"})


def list_remarks(engagement: Engagement, sitting_id: str) -> list[RemarkRow]:
    """Every remark of a sitting in its order."""
    with engagement.reading() as session:
        remarks = session.execute(
            select(*(getattr(Remark, name) for name in _COLUMNS))
            .where(Remark.sitting_id == sitting_id)
            .order_by(Remark.position)
        ).all()
        speakers = _gather(
            session,
            select(RemarkSpeaker.remark_id, Participant.code)
            .join(Participant, Participant.id == RemarkSpeaker.participant_id)
            .join(Remark, Remark.id == RemarkSpeaker.remark_id)
            .where(Remark.sitting_id == sitting_id)
            .order_by(Participant.code),
        )
        codes = _gather(
            session,
            select(RemarkCode.remark_id, RemarkCode.code)
            .join(Remark, Remark.id == RemarkCode.remark_id)
            .where(Remark.sitting_id == sitting_id)
            .order_by(RemarkCode.code),
        )
    return [
        RemarkRow(**row._mapping, speakers=tuple(speakers.get(row.id, ())), codes=tuple(codes.get(row.id, ())))
        for row in remarks
    ]


def note_remark(
    engagement: Engagement,
    sitting_id: str,
    text: str,
    *,
    speakers: Sequence[str] = (),
    said_at: datetime | None = None,
    draft: str = "",
    **values: Any,
) -> str:
    """Add a remark at the end of a sitting and return its id.

    `speakers` are participant ids. `draft` names the kept line that the remark replaces, so that a crash
    leaves either the line or the remark. Raises CannotDo for an empty text.
    """
    if not text.strip():
        raise CannotDo("There is nothing to note yet. Type what was said.")
    with engagement.change("Note remark") as session:
        last = session.scalar(select(func.max(Remark.position)).where(Remark.sitting_id == sitting_id))
        remark = Remark(
            sitting_id=sitting_id,
            position=0 if last is None else last + 1,
            said_at=said_at or datetime.now(UTC),
            text=text.strip(),
            **values,
        )
        session.add(remark)
        session.flush()
        _set_speakers(session, remark.id, speakers)
        if draft:
            session.execute(delete(Draft).where(Draft.key == draft))
        return remark.id


def edit_remark(engagement: Engagement, remark_id: str, **values: Any) -> None:
    """Correct a remark; its first wording stays in the history."""
    with engagement.change("Edit remark") as session:
        set_values(session, Remark, remark_id, values)


def attribute_remark(engagement: Engagement, remark_id: str, speakers: Sequence[str]) -> None:
    """Say who made a remark: participant ids, none when unknown."""
    with engagement.change("Attribute remark") as session:
        session.execute(delete(RemarkSpeaker).where(RemarkSpeaker.remark_id == remark_id))
        _set_speakers(session, remark_id, speakers)


def tally_agreement(engagement: Engagement, remark_id: str, agree: int, dissent: int) -> None:
    """Note how many agreed and dissented, out of those present when it was said."""
    with engagement.change("Tally agreement") as session:
        remark = session.get(Remark, remark_id)
        if remark is None:
            raise CannotDo("This remark was removed. Undo brings it back.")
        remark.agree, remark.dissent = agree, dissent
        remark.present = _count_present(session, remark.sitting_id, remark.said_at)


def clear_quote(engagement: Engagement, remark_id: str, clearance: Clearance) -> None:
    """Decide whether a quotation may be printed.

    Raises CannotDo when clearing words whose speaker did not agree to be quoted, or that are not verbatim.
    """
    with engagement.change(
        "Clear quotation" if clearance is Clearance.CLEARED else "Withhold quotation"
    ) as session:
        remark = session.get(Remark, remark_id)
        if remark is None:
            raise CannotDo("This remark was removed. Undo brings it back.")
        if clearance is Clearance.CLEARED:
            _check_may_be_quoted(session, remark)
        remark.clearance = clearance


def code_remark(engagement: Engagement, remark_id: str, codes: Sequence[str]) -> None:
    """File a remark under codes of the codebook, in place of those it had."""
    with engagement.change("Code remark") as session:
        session.execute(delete(RemarkCode).where(RemarkCode.remark_id == remark_id))
        session.add_all(RemarkCode(remark_id=remark_id, code=code) for code in codes)


def remove_remark(engagement: Engagement, remark_id: str) -> None:
    """Remove a remark."""
    with engagement.change("Remove remark") as session:
        session.execute(delete(Remark).where(Remark.id == remark_id))


def _set_speakers(session: Session, remark_id: str, speakers: Sequence[str]) -> None:
    session.add_all(RemarkSpeaker(remark_id=remark_id, participant_id=speaker) for speaker in speakers)


def _check_may_be_quoted(session: Session, remark: Remark) -> None:
    refusing = session.scalars(
        select(Participant.code)
        .join(RemarkSpeaker, RemarkSpeaker.participant_id == Participant.id)
        .where(RemarkSpeaker.remark_id == remark.id, Participant.may_be_quoted.is_(False))
    ).all()
    if refusing:
        raise CannotDo(
            f"{', '.join(refusing)} did not agree to be quoted. Paraphrase it in the finding instead."
        )
    if remark.fidelity is not Fidelity.VERBATIM:
        raise CannotDo(
            "Only words noted word for word can be quoted. Check the wording, then mark it verbatim."
        )


def _count_present(session: Session, sitting_id: str, at: datetime) -> int:
    seats = session.execute(select(Seat.joined_at, Seat.left_at).where(Seat.sitting_id == sitting_id))
    return sum((joined is None or joined <= at) and (left is None or left > at) for joined, left in seats)


def _gather(session: Session, query: Any) -> dict[str, list[str]]:
    gathered: dict[str, list[str]] = {}
    for key, value in session.execute(query):
        gathered.setdefault(key, []).append(value)
    return gathered
