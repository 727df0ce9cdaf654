"""Who sits at a sitting: given seats that are digits to type, arriving late, leaving early."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select

from assessor.model import Participant, Seat
from assessor.operations.participants import next_code
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import Group


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


def return_to_seat(engagement: Engagement, seat_id: str) -> None:
    """Note that someone is back, or had never left."""
    with engagement.change("Note return") as session:
        set_values(session, Seat, seat_id, {"left_at": None})


def leave_seat(engagement: Engagement, seat_id: str, at: datetime | None = None) -> None:
    """Note that someone left, so that later counts have the right denominator."""
    with engagement.change("Note early leaver") as session:
        set_values(session, Seat, seat_id, {"left_at": at or datetime.now(UTC)})


def remove_seat(engagement: Engagement, seat_id: str) -> None:
    """Take someone off a sitting who was never there."""
    with engagement.change("Remove seat") as session:
        session.execute(delete(Seat).where(Seat.id == seat_id))
