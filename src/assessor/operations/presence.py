"""Who comes to the table and who leaves it while people talk, by the numbers of the seats."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assessor.model import Absence, Draft, Participant, Seat, Sitting
from assessor.operations.participants import next_code
from assessor.store import Engagement
from assessor.terms import CannotDo


def note_left(
    engagement: Engagement,
    sitting_id: str,
    numbers: Sequence[int],
    at: datetime | None = None,
    *,
    draft: str = "",
) -> None:
    """Note that those at these seats left. `draft` names the kept line that said so.

    Raises CannotDo where nobody sits, or where all of them had left before.
    """
    with engagement.change("Note early leaver") as session:
        seats = _seats(session, sitting_id)
        _check_known(numbers, seats)
        here = [number for number in numbers if seats[number].left_at is None]
        if not here:
            raise CannotDo(f"{_names(numbers)} left already.")
        for number in here:
            seats[number].left_at = at or datetime.now(UTC)
        _drop(session, draft)


def note_came(
    engagement: Engagement,
    sitting_id: str,
    numbers: Sequence[int],
    at: datetime | None = None,
    *,
    draft: str = "",
) -> None:
    """Note that those at these seats are back; the next free number seats someone new of the same group.

    Raises CannotDo for another number, where it is not known of which group someone new is, or where all of
    them were there before.
    """
    moment = at or datetime.now(UTC)
    with engagement.change("Note arrival") as session:
        seats = _seats(session, sitting_id)
        has_changed = False
        for number in numbers:
            if number not in seats:
                seats[number] = _seat_newcomer(session, sitting_id, number, seats, moment)
            elif seats[number].left_at is not None:
                _return(session, seats[number], moment)
            else:
                continue
            has_changed = True
        if not has_changed:
            raise CannotDo(f"{_names(numbers)} is here already.")
        _drop(session, draft)


def _seats(session: Session, sitting_id: str) -> dict[int, Seat]:
    return {seat.number: seat for seat in session.scalars(select(Seat).where(Seat.sitting_id == sitting_id))}


def _return(session: Session, seat: Seat, moment: datetime) -> None:
    if seat.left_at is not None:
        session.add(Absence(seat_id=seat.id, left_at=seat.left_at, returned_at=moment))
    seat.left_at = None


def _seat_newcomer(
    session: Session, sitting_id: str, number: int, seats: dict[int, Seat], moment: datetime
) -> Seat:
    free = next(one for one in range(1, len(seats) + 2) if one not in seats)
    if number != free:
        raise CannotDo(f"Nobody sits at P{number}. The next free number is {free}.")
    group = session.get_one(Sitting, sitting_id).group
    if group is None:
        raise CannotDo("This sitting is of several groups. Seat someone new in its record, with their group.")
    participant = Participant(
        group=group, code=next_code(group, set(session.scalars(select(Participant.code))))
    )
    session.add(participant)
    session.flush()
    seat = Seat(sitting_id=sitting_id, participant_id=participant.id, number=number, joined_at=moment)
    session.add(seat)
    return seat


def _check_known(numbers: Sequence[int], seats: dict[int, Seat]) -> None:
    missing = [number for number in numbers if number not in seats]
    if missing:
        raise CannotDo(f"Nobody sits at {_names(missing)}. Correct the numbers.")


def _names(numbers: Sequence[int]) -> str:
    return ", ".join(f"P{number}" for number in numbers)


def _drop(session: Session, draft: str) -> None:
    if draft:
        session.execute(delete(Draft).where(Draft.key == draft))
