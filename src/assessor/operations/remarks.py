"""Remarks: noted live line by line, mended afterwards, cleared for quotation."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import Draft, Participant, Remark, RemarkCode, RemarkSpeaker, RemarkVoice
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
        """Those present who neither agreed nor dissented."""
        return max((self.present or 0) - (self.agree or 0) - (self.dissent or 0), 0)

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


@dataclass(frozen=True)
class KeptLine:
    """A line that was typed and not yet noted, and the moment of its first key."""

    text: str
    begun_at: datetime | None


_GATHERED = {"speakers", "speaker_ids", "codes", "agreeing", "dissenting", "neutral", "refusing"}
_COLUMNS = tuple(name for name in RemarkRow.__dataclass_fields__ if name not in _GATHERED)
_NOT_VERBATIM = "Only words noted word for word can be quoted. Check the wording, then mark it verbatim."


def list_remarks(engagement: Engagement, sitting_id: str) -> list[RemarkRow]:
    """Every remark of a sitting in its order."""
    with engagement.reading() as session:
        remarks = session.execute(
            select(*(getattr(Remark, name) for name in _COLUMNS))
            .where(Remark.sitting_id == sitting_id)
            .order_by(Remark.position)
        ).all()
        speakers = _people(session, RemarkSpeaker, sitting_id, Participant.may_be_quoted)
        voices = _people(session, RemarkVoice, sitting_id, RemarkVoice.agrees)
        codes: dict[str, list[str]] = defaultdict(list)
        filed = (
            select(RemarkCode.remark_id, RemarkCode.code)
            .join(Remark, Remark.id == RemarkCode.remark_id)
            .where(Remark.sitting_id == sitting_id)
            .order_by(RemarkCode.code)
        )
        for remark_id, code in session.execute(filed):
            codes[remark_id].append(code)
    return [
        RemarkRow(
            **row._mapping,
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


def keep_line(engagement: Engagement, sitting_id: str, text: str, begun_at: datetime | None) -> None:
    """Keep the line being typed with the moment of its first key; an empty text drops it."""
    moment = begun_at.isoformat() if begun_at else ""
    engagement.keep_draft(line_key(sitting_id), f"{moment} {text}" if text else "")


def get_line(engagement: Engagement, sitting_id: str) -> KeptLine:
    """The line kept for a sitting; an empty one when there is none."""
    moment, _, text = engagement.get_draft(line_key(sitting_id)).partition(" ")
    return KeptLine(text, datetime.fromisoformat(moment) if moment else None)


def line_key(sitting_id: str) -> str:
    """The name under which the line being typed is kept."""
    return f"line {sitting_id}"


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
    """Correct a remark; its first wording stays in the history. Other words must be cleared anew."""
    with engagement.change("Edit remark") as session:
        if values.keys() & {"text", "fidelity"}:
            _take_clearance_back(session, remark_id)
        set_values(session, Remark, remark_id, values)


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
    session: Session, tie: type[RemarkSpeaker] | type[RemarkVoice], sitting_id: str, says: Any
) -> dict[str, list[tuple[str, str, Any]]]:
    """Id and code of those tied to each remark of a sitting, and what `says` tells of them."""
    query = (
        select(tie.remark_id, Participant.id, Participant.code, says)
        .join(Participant, Participant.id == tie.participant_id)
        .join(Remark, Remark.id == tie.remark_id)
        .where(Remark.sitting_id == sitting_id)
        .order_by(Participant.code)
    )
    found: dict[str, list[tuple[str, str, Any]]] = defaultdict(list)
    for remark_id, person, code, told in session.execute(query):
        found[remark_id].append((person, code, told))
    return found
