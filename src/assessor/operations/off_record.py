"""Whiles off the record: that they were and how long is kept, and nothing of what was typed meanwhile."""

from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.model import Remark, Sitting
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, RemarkKind

_REFUSED = "The session is off the record, so nothing is kept. Go back on the record first."

ON_RECORD = Remark.kind != RemarkKind.OFF_RECORD
"""What lookups take for a remark: a while off the record is none."""


def go_off_record(
    engagement: Engagement, sitting_id: str, at: datetime | None = None, question: str | None = None
) -> str:
    """Begin a while off the record, unless one runs, and return its remark's id.

    It is a remark of kind OFF_RECORD without words, with the moment it began. Until `come_back` no remark, no
    concern and no line being typed is taken for this sitting; also not after the program was killed. Undo
    does not reach it: a session is not put back on the record by mistake. Without a `question` it is filed
    under the one asked now.
    """
    with engagement.change("Go off the record", is_lasting=True) as session:
        running = find_running(session, sitting_id)
        if running is not None:
            return running.id
        last = session.scalar(select(func.max(Remark.position)).where(Remark.sitting_id == sitting_id))
        remark = Remark(
            sitting_id=sitting_id,
            position=0 if last is None else last + 1,
            said_at=at or datetime.now(UTC),
            question=session.get_one(Sitting, sitting_id).question if question is None else question,
            kind=RemarkKind.OFF_RECORD,
            text="",
        )
        session.add(remark)
        session.flush()
        return remark.id


def come_back(engagement: Engagement, sitting_id: str, at: datetime | None = None) -> None:
    """End the while off the record; nothing happens where none runs."""
    with engagement.change("Back on the record", is_lasting=True) as session:
        end_running(session, sitting_id, at or datetime.now(UTC))


def is_off_record(engagement: Engagement, sitting_id: str) -> bool:
    """Whether a sitting is off the record now."""
    return off_record_since(engagement, sitting_id) is not None


def off_record_since(engagement: Engagement, sitting_id: str) -> datetime | None:
    """When the while off the record began that runs now; None on the record."""
    with engagement.reading() as session:
        running = find_running(session, sitting_id)
        return running.said_at if running else None


def find_running(session: Session, sitting_id: str) -> Remark | None:
    """The while off the record that runs at a sitting."""
    return session.scalars(
        select(Remark).where(
            Remark.sitting_id == sitting_id,
            Remark.kind == RemarkKind.OFF_RECORD,
            Remark.ended_at.is_(None),
        )
    ).first()


def end_running(session: Session, sitting_id: str, at: datetime) -> None:
    """End the while off the record inside an open change, where one runs: never before it began."""
    running = find_running(session, sitting_id)
    if running is not None:
        set_values(session, Remark, running.id, {"ended_at": max(at, running.said_at)})


def refuse_off_record(session: Session, sitting_id: str) -> None:
    """Raise CannotDo while a sitting is off the record."""
    if find_running(session, sitting_id) is not None:
        raise CannotDo(_REFUSED)
