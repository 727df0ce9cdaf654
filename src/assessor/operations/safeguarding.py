"""Concerns for someone's safety: set apart from the notes and from every export, and told to whoever must."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from assessor.model import (
    Client,
    Draft,
    Evidence,
    Participant,
    Remark,
    RemarkSpeaker,
    SafeguardingNote,
    Sitting,
)
from assessor.operations.names import conceal
from assessor.operations.off_record import refuse_off_record
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, RemarkKind

MARK = "!!"
"""What a line begins with that is set apart."""


@dataclass(frozen=True)
class ConcernRow:
    """A concern, and to whom it was told."""

    id: str
    sitting_id: str | None
    sitting: str
    participant_id: str | None
    code: str
    """Code of who said it; empty where that is not known."""
    said_at: datetime
    question: str
    text: str
    told_to: str
    told_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether it was told to nobody yet."""
        return self.told_at is None


def list_concerns(engagement: Engagement, sitting_id: str | None = None) -> list[ConcernRow]:
    """The concerns of one sitting, or of all, as they were said. Ask only when asked to."""
    query: Select[*tuple[Any, ...]] = (
        select(
            SafeguardingNote.id,
            SafeguardingNote.sitting_id,
            func.coalesce(Sitting.title, ""),
            SafeguardingNote.participant_id,
            func.coalesce(Participant.code, ""),
            SafeguardingNote.said_at,
            SafeguardingNote.question,
            SafeguardingNote.text,
            SafeguardingNote.told_to,
            SafeguardingNote.told_at,
        )
        .outerjoin(Sitting, Sitting.id == SafeguardingNote.sitting_id)
        .outerjoin(Participant, Participant.id == SafeguardingNote.participant_id)
        .order_by(SafeguardingNote.said_at, SafeguardingNote.id)
    )
    if sitting_id is not None:
        query = query.where(SafeguardingNote.sitting_id == sitting_id)
    with engagement.reading() as session:
        return [ConcernRow(*row) for row in session.execute(query)]


def count_concerns(engagement: Engagement, sitting_id: str | None = None) -> tuple[int, int]:
    """How many concerns there are of one sitting, or of all, and how many of them were told to nobody yet."""
    told = SafeguardingNote.told_at.is_not(None)
    query = select(func.count(), func.count().filter(~told)).select_from(SafeguardingNote)
    if sitting_id is not None:
        query = query.where(SafeguardingNote.sitting_id == sitting_id)
    with engagement.reading() as session:
        count, still_open = session.execute(query).one()
    return count, still_open


def get_reporting_contact(engagement: Engagement) -> str:
    """Whom the client named for concerns; empty where nobody was entered."""
    with engagement.reading() as session:
        return session.scalar(select(Client.reporting_contact)) or ""


def note_concern(
    engagement: Engagement,
    sitting_id: str,
    text: str,
    *,
    said_at: datetime | None = None,
    question: str = "",
    participant_id: str | None = None,
    draft: str = "",
) -> str:
    """Set a concern apart and return its id: the notes, searches, reports and exports do not have it.

    `draft` names the kept line that it replaces. Raises CannotDo for an empty text, and off the record.
    """
    words = text.strip().removeprefix(MARK).strip()
    if not words:
        raise CannotDo("There is nothing to set apart yet. Type what was said.")
    with engagement.change("Set a concern apart") as session:
        refuse_off_record(session, sitting_id)
        concern = SafeguardingNote(
            sitting_id=sitting_id,
            participant_id=participant_id,
            said_at=said_at or datetime.now(UTC),
            question=question,
            text=conceal(session, words),
        )
        session.add(concern)
        session.flush()
        if draft:
            session.execute(delete(Draft).where(Draft.key == draft))
        return concern.id


def set_remark_apart(engagement: Engagement, remark_id: str) -> str:
    """Make a concern of a remark noted already, under its id, and return that.

    Its earlier wordings stay in the journal, shown nowhere and left out of exports; findings lose their tie
    to it. Raises CannotDo when it was removed, or holds no words.
    """
    with engagement.change("Set a concern apart") as session:
        remark = session.get(Remark, remark_id)
        if remark is None:
            raise CannotDo("This remark was removed. Undo brings it back.")
        if remark.kind is RemarkKind.OFF_RECORD:
            raise CannotDo("A while off the record holds no words to set apart.")
        concern = SafeguardingNote(
            id=remark_id,
            sitting_id=remark.sitting_id,
            participant_id=_only_speaker(session, remark_id),
            said_at=remark.said_at,
            question=remark.question,
            text=conceal(session, remark.text),
        )
        session.execute(delete(Evidence).where(Evidence.remark_id == remark_id))
        session.execute(delete(Remark).where(Remark.id == remark_id))
        session.add(concern)
        return remark_id


def report_concern(
    engagement: Engagement, concern_id: str, told_to: str, told_at: datetime | None = None
) -> None:
    """Note to whom a concern was told, and when. Raises CannotDo when it is not said to whom."""
    if not told_to.strip():
        raise CannotDo("Enter whom you told: a name or an office.")
    with engagement.change("Note who was told of a concern") as session:
        values = {"told_to": told_to.strip(), "told_at": told_at or datetime.now(UTC)}
        set_values(session, SafeguardingNote, concern_id, values)


def edit_concern(engagement: Engagement, concern_id: str, **values: Any) -> None:
    """Complete a concern: its words, who said it, whom it was told to and when."""
    with engagement.change("Edit a concern") as session:
        if "text" in values:
            values = {**values, "text": conceal(session, values["text"])}
        set_values(session, SafeguardingNote, concern_id, values)


def remove_concern(engagement: Engagement, concern_id: str) -> None:
    """Remove a concern."""
    with engagement.change("Remove a concern") as session:
        session.execute(delete(SafeguardingNote).where(SafeguardingNote.id == concern_id))


def _only_speaker(session: Session, remark_id: str) -> str | None:
    speakers = session.scalars(
        select(RemarkSpeaker.participant_id).where(RemarkSpeaker.remark_id == remark_id)
    ).all()
    return speakers[0] if len(speakers) == 1 else None
