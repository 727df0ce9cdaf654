"""Remarks: noted live line by line, mended afterwards, cleared for quotation."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, select
from sqlalchemy.orm import Session

from assessor.model import Draft, Participant, Remark, RemarkCode, RemarkSpeaker, RemarkVoice
from assessor.operations.names import conceal, conceal_values
from assessor.operations.off_record import refuse_off_record
from assessor.operations.rows import set_values
from assessor.operations.seats import list_seats
from assessor.operations.typed_lines import is_stub
from assessor.store import Engagement
from assessor.terms import CannotDo, Clearance, Fidelity, RemarkKind


@dataclass(frozen=True)
class RemarkRow:
    """A line of the notes as it is shown."""

    id: str
    position: int
    said_at: datetime
    ended_at: datetime | None
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
    speaker_ids: tuple[str, ...]
    codes: tuple[str, ...]
    agreeing: tuple[str, ...]
    """Codes of those who agreed, where it was noted who did."""
    dissenting: tuple[str, ...]
    neutral: tuple[str, ...]
    """Codes of those who said that they neither agree nor dissent."""
    refusing: tuple[str, ...]
    """Codes of the speakers who did not agree to be quoted."""

    @property
    def silent(self) -> int:
        """Those present who said nothing to it: neither yes nor no, nor that they stand between."""
        spoken = (self.agree or 0) + (self.dissent or 0) + len(self.neutral)
        return max((self.present or 0) - spoken, 0)

    @property
    def is_unfinished(self) -> bool:
        """Whether words were begun and are to be finished after the session."""
        return self.is_quote and is_stub(self.text)

    @property
    def why_not_quoted(self) -> str:
        """The sentence that says why it may not be quoted; empty when it may."""
        if self.refusing:
            return _refused(self.refusing)
        return "" if self.fidelity is Fidelity.VERBATIM else _NOT_VERBATIM


_GATHERED = {"speakers", "speaker_ids", "codes", "agreeing", "dissenting", "neutral", "refusing"}
_COLUMNS = tuple(name for name in RemarkRow.__dataclass_fields__ if name not in _GATHERED)
_NOT_VERBATIM = "Only words noted word for word can be quoted. Check the wording, then mark it verbatim."


def list_remarks(engagement: Engagement, sitting_id: str, newest: int | None = None) -> list[RemarkRow]:
    """The remarks of a sitting in their order: every one, or so many of the newest."""
    which = Remark.sitting_id == sitting_id
    if newest is not None:
        last = select(Remark.position).where(which).order_by(Remark.position.desc())
        least = last.offset(newest - 1).limit(1).scalar_subquery()
        which = and_(which, Remark.position >= func.coalesce(least, 0))
    with engagement.reading() as session:
        return _rows(session, which)


def get_remarks(engagement: Engagement, remark_ids: Sequence[str]) -> list[RemarkRow]:
    """These remarks, in their order; those that were removed are left out."""
    with engagement.reading() as session:
        return _rows(session, Remark.id.in_(remark_ids))


def _rows(session: Session, which: ColumnElement[bool]) -> list[RemarkRow]:
    columns = (getattr(Remark, name) for name in _COLUMNS)
    remarks = session.execute(select(*columns).where(which).order_by(Remark.position)).all()
    speakers = _people(session, RemarkSpeaker, which, Participant.may_be_quoted)
    voices = _people(session, RemarkVoice, which, RemarkVoice.agrees)
    codes: dict[str, list[str]] = defaultdict(list)
    filed = select(RemarkCode.remark_id, RemarkCode.code).join(Remark, Remark.id == RemarkCode.remark_id)
    for remark_id, code in session.execute(filed.where(which).order_by(RemarkCode.code)):
        codes[remark_id].append(code)
    return [
        RemarkRow(
            **dict(zip(_COLUMNS, row, strict=True)),
            speakers=tuple(code for _, code, _ in speakers[row.id]),
            speaker_ids=tuple(person for person, _, _ in speakers[row.id]),
            codes=tuple(codes[row.id]),
            agreeing=tuple(code for _, code, agrees in voices[row.id] if agrees),
            dissenting=tuple(code for _, code, agrees in voices[row.id] if agrees is False),
            neutral=tuple(code for _, code, agrees in voices[row.id] if agrees is None),
            refusing=tuple(code for _, code, may_be_quoted in speakers[row.id] if not may_be_quoted),
        )
        for row in remarks
    ]


def sitting_of(engagement: Engagement, remark_id: str) -> str:
    """The sitting in whose notes a remark stands; empty when there is no such remark."""
    with engagement.reading() as session:
        return session.scalar(select(Remark.sitting_id).where(Remark.id == remark_id)) or ""


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
    leaves either the line or the remark. Names of the roster become codes. Raises CannotDo for an empty
    text, and off the record.
    """
    if not text.strip():
        raise CannotDo("There is nothing to note yet. Type what was said.")
    with engagement.change("Note remark") as session:
        refuse_off_record(session, sitting_id)
        last = session.scalar(select(func.max(Remark.position)).where(Remark.sitting_id == sitting_id))
        remark = Remark(
            sitting_id=sitting_id,
            position=0 if last is None else last + 1,
            said_at=said_at or datetime.now(UTC),
            text=conceal(session, text.strip()),
            **values,
        )
        session.add(remark)
        session.flush()
        _set_speakers(session, remark.id, speakers)
        if draft:
            session.execute(delete(Draft).where(Draft.key == draft))
        return remark.id


def edit_remark(engagement: Engagement, remark_id: str, **values: Any) -> None:
    """Correct a remark; its first wording stays in the history. Other words must be cleared anew."""
    with engagement.change("Edit remark") as session:
        if values.keys() & {"text", "fidelity"}:
            _take_clearance_back(session, remark_id)
        remark = set_values(session, Remark, remark_id, conceal_values(session, values))
        if remark.kind is RemarkKind.OFF_RECORD and remark.text:
            raise CannotDo("What is said off the record is not noted. Note it as a remark of its own.")


def attribute_remark(engagement: Engagement, remark_id: str, speakers: Sequence[str]) -> None:
    """Say who made a remark: participant ids, none when unknown. It must be cleared anew."""
    with engagement.change("Attribute remark") as session:
        _take_clearance_back(session, remark_id)
        session.execute(delete(RemarkSpeaker).where(RemarkSpeaker.remark_id == remark_id))
        _set_speakers(session, remark_id, speakers)


def tally_agreement(
    engagement: Engagement,
    remark_id: str,
    agree: int,
    dissent: int,
    *,
    agreeing: Sequence[str] = (),
    dissenting: Sequence[str] = (),
    neutral: Sequence[str] = (),
    present: int | None = None,
    draft: str = "",
) -> None:
    """Note how many agreed and dissented, out of those present when it was said.

    `agreeing`, `dissenting` and `neutral` are participant ids, where it was seen who; `present` is given
    where hands were counted against another number. Raises CannotDo when more voices are counted than were
    present.
    """
    with engagement.change("Tally agreement") as session:
        remark = session.get(Remark, remark_id)
        if remark is None:
            raise CannotDo("This remark was removed. Undo brings it back.")
        there = _count_present(session, remark.sitting_id, remark.said_at) if present is None else present
        if there and agree + dissent > there:
            raise CannotDo(f"{agree + dissent} voices, but only {there} were present. Count once more.")
        remark.agree, remark.dissent, remark.present = agree, dissent, there or agree + dissent
        session.execute(delete(RemarkVoice).where(RemarkVoice.remark_id == remark_id))
        session.add_all(
            RemarkVoice(remark_id=remark_id, participant_id=person, agrees=agrees)
            for people, agrees in ((agreeing, True), (dissenting, False), (neutral, None))
            for person in people
        )
        if draft:
            session.execute(delete(Draft).where(Draft.key == draft))


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


def _take_clearance_back(session: Session, remark_id: str) -> None:
    remark = session.get(Remark, remark_id)
    if remark is not None and remark.clearance is Clearance.CLEARED:
        remark.clearance = Clearance.NOT_REVIEWED


def _check_may_be_quoted(session: Session, remark: Remark) -> None:
    refusing = session.scalars(
        select(Participant.code)
        .join(RemarkSpeaker, RemarkSpeaker.participant_id == Participant.id)
        .where(RemarkSpeaker.remark_id == remark.id, Participant.may_be_quoted.is_(False))
    ).all()
    if refusing:
        raise CannotDo(_refused(refusing))
    if remark.fidelity is not Fidelity.VERBATIM:
        raise CannotDo(_NOT_VERBATIM)


def _refused(codes: Sequence[str]) -> str:
    return f"{', '.join(codes)} did not agree to be quoted. Paraphrase it in the finding instead."


def _count_present(session: Session, sitting_id: str, at: datetime) -> int:
    return sum(seat.is_present(at) for seat in list_seats(session, sitting_id))


def _people(
    session: Session, tie: type[RemarkSpeaker] | type[RemarkVoice], which: ColumnElement[bool], says: Any
) -> dict[str, list[tuple[str, str, Any]]]:
    """Id and code of those tied to each of these remarks, and what `says` tells of them."""
    query = (
        select(tie.remark_id, Participant.id, Participant.code, says)
        .join(Participant, Participant.id == tie.participant_id)
        .join(Remark, Remark.id == tie.remark_id)
        .where(which)
        .order_by(Participant.code)
    )
    found: dict[str, list[tuple[str, str, Any]]] = defaultdict(list)
    for remark_id, person, code, told in session.execute(query):
        found[remark_id].append((person, code, told))
    return found
