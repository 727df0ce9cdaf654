"""People as codes: who took part, for which group, and with what consent."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import Participant, Remark, RemarkSpeaker, Seat, Site, Sitting
from assessor.operations.names import conceal_values
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@dataclass(frozen=True)
class ParticipantRow:
    """A participant as a list shows them: never by name."""

    id: str
    code: str
    group: Group
    site_id: str | None
    site: str
    description: str
    takes_part: bool
    may_be_quoted: bool
    may_be_recorded: bool


@dataclass(frozen=True)
class SatRow:
    """A sitting someone was at."""

    sitting_id: str
    title: str
    code: str
    number: int
    remarks: int


@dataclass(frozen=True)
class ParticipantDetails:
    """A participant with the sittings they were at."""

    id: str
    code: str
    group: Group
    site_id: str | None
    description: str
    takes_part: bool
    may_be_quoted: bool
    may_be_recorded: bool
    sat: tuple[SatRow, ...]


def list_participants(engagement: Engagement, group: Group | None = None) -> list[ParticipantRow]:
    """Everyone who takes part, by group and code."""
    query = (
        select(
            Participant.id,
            Participant.code,
            Participant.group,
            Participant.site_id,
            func.coalesce(Site.name, ""),
            Participant.description,
            Participant.takes_part,
            Participant.may_be_quoted,
            Participant.may_be_recorded,
        )
        .outerjoin(Site, Site.id == Participant.site_id)
        .order_by(Participant.group, Participant.code)
    )
    if group is not None:
        query = query.where(Participant.group == group)
    with engagement.reading() as session:
        return [ParticipantRow(*row) for row in session.execute(query)]


def get_participant(engagement: Engagement, participant_id: str) -> ParticipantDetails:
    """One participant and where they sat. Raises CannotDo when they were removed."""
    with engagement.reading() as session:
        person = session.get(Participant, participant_id)
        if person is None:
            raise CannotDo("This participant was removed. Undo brings them back.")
        remarks = (
            select(func.count())
            .select_from(RemarkSpeaker)
            .join(Remark, Remark.id == RemarkSpeaker.remark_id)
            .where(Remark.sitting_id == Sitting.id, RemarkSpeaker.participant_id == participant_id)
            .scalar_subquery()
        )
        sat = session.execute(
            select(Sitting.id, Sitting.title, Sitting.code, Seat.number, remarks)
            .join(Seat, Seat.sitting_id == Sitting.id)
            .where(Seat.participant_id == participant_id)
            .order_by(Sitting.started_at, Sitting.title)
        )
        values = {
            name: getattr(person, name) for name in ParticipantDetails.__dataclass_fields__ if name != "sat"
        }
        return ParticipantDetails(**values, sat=tuple(SatRow(*row) for row in sat))


def add_participant(engagement: Engagement, group: Group, code: str = "", **values: Any) -> str:
    """Add a participant and return the id; without a code the next free one of the group is given.

    Raises CannotDo when the code is taken.
    """
    with engagement.change(f"Add participant, {group.label.lower()}") as session:
        taken = set(session.scalars(select(Participant.code)))
        if code in taken:
            raise CannotDo(f"The code {code} is taken. Choose another.")
        values = conceal_values(session, values)
        participant = Participant(group=group, code=code or next_code(group, taken), **values)
        session.add(participant)
        session.flush()
        return participant.id


def edit_participant(engagement: Engagement, participant_id: str, **values: Any) -> None:
    """Change what is recorded of a participant: code, group, site, description or consent.

    Raises CannotDo when a new code is empty or taken.
    """
    with engagement.change("Edit participant") as session:
        if "code" in values:
            values["code"] = str(values["code"]).strip()
            _check_code(session, participant_id, values["code"])
        set_values(session, Participant, participant_id, conceal_values(session, values))


def remove_participant(engagement: Engagement, participant_id: str) -> None:
    """Remove a participant with the name on the roster and the ties to remarks."""
    with engagement.change("Remove participant") as session:
        session.execute(delete(Participant).where(Participant.id == participant_id))


def next_code(group: Group, taken: set[str]) -> str:
    """The next code of a group that is not taken."""
    number = 1
    while (code := f"{group.value}-{number:02d}") in taken:
        number += 1
    return code


def _check_code(session: Session, participant_id: str, code: str) -> None:
    if not code:
        raise CannotDo("A participant needs a code, such as TCH-01.")
    taken = session.scalar(
        select(Participant.id).where(Participant.code == code, Participant.id != participant_id)
    )
    if taken:
        raise CannotDo(f"The code {code} is taken. Choose another.")
