"""Who sits at a sitting: given seats that are digits to type, arriving late, leaving early."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from assessor.model import Absence, Participant, Seat
from assessor.operations.names import conceal_values
from assessor.operations.participants import next_code
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import Group

WHOLE = 1000
"""A room is this wide and high: places are kept in thousandths, so that they fit a window of any size."""
CONSENTS = ("takes_part", "may_be_quoted", "may_be_recorded")
"""What each person is asked before a sitting begins (domain.md 3.2)."""


@dataclass(frozen=True)
class SeatRow:
    """A participant at a sitting."""

    id: str
    number: int
    participant_id: str
    code: str
    group: Group
    description: str
    takes_part: bool
    may_be_quoted: bool
    may_be_recorded: bool
    x: int | None
    """Where the seat stands, in thousandths of the room's width and height; None where nobody moved it."""
    y: int | None
    joined_at: datetime | None
    left_at: datetime | None
    absences: tuple[tuple[datetime, datetime], ...] = ()
    """When they had left, and when they were back."""

    def is_present(self, at: datetime) -> bool:
        """Whether they were there at a moment."""
        has_come = self.joined_at is None or self.joined_at <= at
        has_gone = self.left_at is not None and self.left_at <= at
        return has_come and not has_gone and not any(gone <= at < back for gone, back in self.absences)


def list_seats(session: Session, sitting_id: str) -> tuple[SeatRow, ...]:
    """Everyone seated at a sitting, by number."""
    absences: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
    away = select(Absence.seat_id, Absence.left_at, Absence.returned_at).join(
        Seat, Seat.id == Absence.seat_id
    )
    for seat_id, left, back in session.execute(
        away.where(Seat.sitting_id == sitting_id).order_by(Absence.left_at)
    ):
        absences[seat_id].append((left, back))
    seats = session.execute(
        select(
            Seat.id,
            Seat.number,
            Seat.participant_id,
            Participant.code,
            Participant.group,
            Participant.description,
            Participant.takes_part,
            Participant.may_be_quoted,
            Participant.may_be_recorded,
            Seat.x,
            Seat.y,
            Seat.joined_at,
            Seat.left_at,
        )
        .join(Participant, Participant.id == Seat.participant_id)
        .where(Seat.sitting_id == sitting_id)
        .order_by(Seat.number)
    )
    return tuple(SeatRow(**row._mapping, absences=tuple(absences[row.id])) for row in seats)


def seat_participant(
    engagement: Engagement, sitting_id: str, participant_id: str, at: datetime | None = None
) -> str:
    """Give a participant the next free seat and return its id."""
    with engagement.change("Seat participant") as session:
        taken = set(session.scalars(select(Seat.number).where(Seat.sitting_id == sitting_id)))
        number = next(n for n in range(1, len(taken) + 2) if n not in taken)
        seat = Seat(sitting_id=sitting_id, participant_id=participant_id, number=number, joined_at=at)
        session.add(seat)
        session.flush()
        return seat.id


def seat_new_participants(
    engagement: Engagement, sitting_id: str, group: Group, count: int, **values: Any
) -> list[str]:
    """Add `count` participants of a group and seat them, as one change; returns the seats' ids."""
    label = "Seat 1 participant" if count == 1 else f"Seat {count} participants"
    with engagement.change(label) as session:
        codes = set(session.scalars(select(Participant.code)))
        taken = set(session.scalars(select(Seat.number).where(Seat.sitting_id == sitting_id)))
        values = conceal_values(session, values)
        seats = []
        for number in [n for n in range(1, len(taken) + count + 1) if n not in taken][:count]:
            participant = Participant(group=group, code=next_code(group, codes), **values)
            codes.add(participant.code)
            session.add(participant)
            session.flush()
            seat = Seat(sitting_id=sitting_id, participant_id=participant.id, number=number)
            session.add(seat)
            seats.append(seat)
        session.flush()
        return [seat.id for seat in seats]


def seat_participants(engagement: Engagement, sitting_id: str, participant_ids: Sequence[str]) -> list[str]:
    """Give known participants the next free seats, as one change; those seated already keep theirs."""
    with engagement.change("Seat participants") as session:
        here = session.execute(
            select(Seat.number, Seat.participant_id).where(Seat.sitting_id == sitting_id)
        ).all()
        taken, seated = {number for number, _ in here}, {participant for _, participant in here}
        new = [one for one in dict.fromkeys(participant_ids) if one not in seated]
        free = [n for n in range(1, len(taken) + len(new) + 1) if n not in taken]
        seats = [
            Seat(sitting_id=sitting_id, participant_id=participant_id, number=number)
            for number, participant_id in zip(free, new, strict=False)
        ]
        session.add_all(seats)
        session.flush()
        return [seat.id for seat in seats]


def return_to_seat(engagement: Engagement, seat_id: str, at: datetime | None = None) -> None:
    """Note that someone who had left is back: they are not counted for the while between."""
    with engagement.change("Note return") as session:
        left = session.scalar(select(Seat.left_at).where(Seat.id == seat_id))
        if left is not None:
            session.add(Absence(seat_id=seat_id, left_at=left, returned_at=at or datetime.now(UTC)))
        set_values(session, Seat, seat_id, {"left_at": None})


def leave_seat(engagement: Engagement, seat_id: str, at: datetime | None = None) -> None:
    """Note that someone left, so that later counts have the right denominator."""
    with engagement.change("Note early leaver") as session:
        set_values(session, Seat, seat_id, {"left_at": at or datetime.now(UTC)})


def move_seat(engagement: Engagement, seat_id: str, x: int, y: int) -> None:
    """Put a seat at a place of the room, in thousandths of its width and height."""
    if not (0 <= x <= WHOLE and 0 <= y <= WHOLE):
        raise ValueError(f"{x}, {y} lies outside the room, which is {WHOLE} wide and high")
    with engagement.change("Move seat") as session:
        set_values(session, Seat, seat_id, {"x": x, "y": y})


def arrange_evenly(engagement: Engagement, sitting_id: str) -> None:
    """Have all seats of a sitting stand evenly round the table again."""
    with engagement.change("Arrange seats evenly") as session:
        session.execute(update(Seat).where(Seat.sitting_id == sitting_id).values(x=None, y=None))


def consent_all(engagement: Engagement, sitting_id: str, which: str, *, is_given: bool) -> None:
    """Note of everyone seated that they agree, or not, to one thing: a column of Participant."""
    if which not in CONSENTS:
        raise KeyError(which)
    with engagement.change("Note consent of everyone" if is_given else "Take back consent") as session:
        people = select(Seat.participant_id).where(Seat.sitting_id == sitting_id)
        session.execute(update(Participant).where(Participant.id.in_(people)).values({which: is_given}))


def remove_seat(engagement: Engagement, seat_id: str) -> None:
    """Take someone off a sitting who was never there."""
    with engagement.change("Remove seat") as session:
        session.execute(delete(Seat).where(Seat.id == seat_id))
