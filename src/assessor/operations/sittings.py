"""Interviews, focus groups, joint sessions and observations: planned, held, closed, and who was there."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import Absence, Asking, Remark, SafeguardingNote, Seat, Site, Sitting
from assessor.operations.guides import follow_guide
from assessor.operations.names import conceal, conceal_values
from assessor.operations.off_record import ON_RECORD, end_running
from assessor.operations.rows import set_values
from assessor.operations.seats import SeatRow, list_seats
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind, TableShape

_CODE_PARTS = {
    SittingKind.INTERVIEW: "INT",
    SittingKind.FOCUS_GROUP: "FG",
    SittingKind.JOINT_SESSION: "JS",
    SittingKind.OBSERVATION: "OBS",
}


@dataclass(frozen=True)
class SittingRow:
    """A sitting as a list shows it."""

    id: str
    kind: SittingKind
    title: str
    code: str
    group: Group | None
    site: str
    planned_on: date | None
    started_at: datetime | None
    ended_at: datetime | None
    debriefed_at: datetime | None
    seats: int
    remarks: int

    @property
    def needs_debrief(self) -> bool:
        """Whether it is over, was noted, and nobody has marked its debrief as done."""
        return self.ended_at is not None and self.debriefed_at is None and self.remarks > 0


@dataclass(frozen=True)
class SittingDetails:
    """A sitting with everyone at it."""

    id: str
    kind: SittingKind
    title: str
    code: str
    group: Group | None
    site_id: str | None
    guide_key: str
    guide_version: int
    question: str
    facilitator: str
    note_taker: str
    planned_on: date | None
    started_at: datetime | None
    ended_at: datetime | None
    minutes: int
    table_shape: TableShape
    recording: str
    themes: str
    surprises: str
    differences: str
    follow_ups: str
    memo: str
    debriefed_at: datetime | None
    seats: tuple[SeatRow, ...]


def list_sittings(engagement: Engagement, *kinds: SittingKind) -> list[SittingRow]:
    """All sittings of the kinds named, or of every kind, newest first; those only planned come first."""
    seats = select(func.count()).where(Seat.sitting_id == Sitting.id).scalar_subquery()
    remarks = select(func.count()).where(Remark.sitting_id == Sitting.id, ON_RECORD).scalar_subquery()
    query = (
        select(
            Sitting.id,
            Sitting.kind,
            Sitting.title,
            Sitting.code,
            Sitting.group,
            func.coalesce(Site.name, "").label("site"),
            Sitting.planned_on,
            Sitting.started_at,
            Sitting.ended_at,
            Sitting.debriefed_at,
            seats.label("seats"),
            remarks.label("remarks"),
        )
        .outerjoin(Site, Site.id == Sitting.site_id)
        .order_by(
            Sitting.started_at.is_not(None), Sitting.started_at.desc(), Sitting.planned_on, Sitting.title
        )
    )
    if kinds:
        query = query.where(Sitting.kind.in_(kinds))
    with engagement.reading() as session:
        return [SittingRow(**row._mapping) for row in session.execute(query)]


def get_sitting(engagement: Engagement, sitting_id: str) -> SittingDetails:
    """One sitting with its seats. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        sitting = session.get(Sitting, sitting_id)
        if sitting is None:
            raise CannotDo("This sitting was removed. Undo brings it back.")
        values = {
            name: getattr(sitting, name) for name in SittingDetails.__dataclass_fields__ if name != "seats"
        }
        return SittingDetails(**values, seats=list_seats(session, sitting_id))


def add_sitting(engagement: Engagement, kind: SittingKind, title: str, **values: Any) -> str:
    """Add a sitting, with a code of its own such as TCH-FG2, and return its id."""
    with engagement.change(f"Add {kind.value.replace('_', ' ')}") as session:
        taken = set(session.scalars(select(Sitting.code)))
        code = values.pop("code", "") or next_sitting_code(kind, values.get("group"), taken)
        values = conceal_values(session, values)
        sitting = Sitting(kind=kind, title=conceal(session, title), code=code, **values)
        session.add(sitting)
        session.flush()
        return sitting.id


def edit_sitting(engagement: Engagement, sitting_id: str, **values: Any) -> None:
    """Change what is recorded of a sitting."""
    with engagement.change("Edit sitting") as session:
        set_values(session, Sitting, sitting_id, conceal_values(session, values))


def remove_sitting(engagement: Engagement, sitting_id: str) -> None:
    """Remove a sitting with its remarks."""
    with engagement.change("Remove sitting") as session:
        session.execute(delete(Sitting).where(Sitting.id == sitting_id))


def begin_sitting(engagement: Engagement, sitting_id: str, at: datetime | None = None) -> None:
    """Start the clock of a sitting; everyone seated is present from then on."""
    moment = at or datetime.now(UTC)
    with engagement.change("Begin sitting") as session:
        set_values(session, Sitting, sitting_id, {"started_at": moment, "ended_at": None})
        for seat in session.scalars(
            select(Seat).where(Seat.sitting_id == sitting_id, Seat.joined_at.is_(None))
        ):
            seat.joined_at = moment


def end_sitting(engagement: Engagement, sitting_id: str, at: datetime | None = None) -> None:
    """Stop the clock of a sitting, and of a while off the record that runs."""
    moment = at or datetime.now(UTC)
    with engagement.change("End sitting") as session:
        end_running(session, sitting_id, moment)
        set_values(session, Sitting, sitting_id, {"ended_at": moment})


def ask_question(engagement: Engagement, sitting_id: str, question: str, at: datetime | None = None) -> None:
    """Note which guide question is being asked, and from when on."""
    with engagement.change(f"Ask {question}" if question else "Leave the guide") as session:
        set_values(session, Sitting, sitting_id, {"question": question})
        session.add(Asking(sitting_id=sitting_id, question=question, asked_at=at or datetime.now(UTC)))


def hold_on(engagement: Engagement, sitting_id: str, day: date | None) -> None:
    """Say on which day a sitting is held; one that was begun takes the times of its notes along.

    Raises CannotDo when a sitting that was held would have no day.
    """
    with engagement.change("Set day of sitting") as session:
        set_values(session, Sitting, sitting_id, {"planned_on": day})
        sitting = session.get_one(Sitting, sitting_id)
        if sitting.started_at is None:
            return
        if day is None:
            raise CannotDo("This sitting was held, so it needs its day. Choose the day it was held on.")
        by = day - sitting.started_at.astimezone().date()
        if not by:
            return
        sitting.started_at += by
        sitting.ended_at = sitting.ended_at and sitting.ended_at + by
        _move_times(session, sitting_id, by)


def choose_guide(engagement: Engagement, sitting_id: str, key: str) -> None:
    """Have a sitting follow a guide or none: one's own, or the newest version of a shipped one, kept here."""
    with engagement.change("Choose guide") as session:
        version = follow_guide(session, key)
        set_values(session, Sitting, sitting_id, {"guide_key": key, "guide_version": version, "question": ""})


def next_sitting_code(kind: SittingKind, group: Group | None, taken: set[str]) -> str:
    """The next code of a group and kind that is not taken: TCH-FG2."""
    stem = f"{group.value}-{_CODE_PARTS[kind]}" if group else _CODE_PARTS[kind]
    number = 1
    while (code := f"{stem}{number}") in taken:
        number += 1
    return code


def _move_times(session: Session, sitting_id: str, by: timedelta) -> None:
    """Move every moment noted at a sitting."""
    own = (
        (Seat, Seat.sitting_id, ("joined_at", "left_at")),
        (Remark, Remark.sitting_id, ("said_at", "ended_at")),
        (Asking, Asking.sitting_id, ("asked_at",)),
        (SafeguardingNote, SafeguardingNote.sitting_id, ("said_at",)),
    )
    rows: list[tuple[Any, tuple[str, ...]]] = [
        (row, moments)
        for noun, owner, moments in own
        for row in session.scalars(select(noun).where(owner == sitting_id))
    ]
    away = select(Absence).join(Seat, Seat.id == Absence.seat_id).where(Seat.sitting_id == sitting_id)
    rows += [(row, ("left_at", "returned_at")) for row in session.scalars(away)]
    for row, moments in rows:
        for name in moments:
            if getattr(row, name) is not None:
                setattr(row, name, getattr(row, name) + by)
