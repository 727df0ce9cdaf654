"""People as codes: who took part, for which group, with what consent, and the roster of names apart."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select

from assessor.model import Participant, RosterEntry, Site
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


def add_participant(engagement: Engagement, group: Group, code: str = "", **values: Any) -> str:
    """Add a participant and return the id; without a code the next free one of the group is given.

    Raises CannotDo when the code is taken.
    """
    with engagement.change(f"Add participant, {group.label.lower()}") as session:
        taken = set(session.scalars(select(Participant.code)))
        if code in taken:
            raise CannotDo(f"The code {code} is taken. Choose another.")
        participant = Participant(group=group, code=code or next_code(group, taken), **values)
        session.add(participant)
        session.flush()
        return participant.id


def edit_participant(engagement: Engagement, participant_id: str, **values: Any) -> None:
    """Change what is recorded of a participant: group, site, description or consent."""
    with engagement.change("Edit participant") as session:
        set_values(session, Participant, participant_id, values)


def remove_participant(engagement: Engagement, participant_id: str) -> None:
    """Remove a participant with the name on the roster and the ties to remarks."""
    with engagement.change("Remove participant") as session:
        session.execute(delete(Participant).where(Participant.id == participant_id))


def enter_in_roster(engagement: Engagement, participant_id: str, name: str, contact: str = "") -> None:
    """Note the name behind a code, in the roster and nowhere else."""
    with engagement.change("Enter name in roster") as session:
        session.execute(delete(RosterEntry).where(RosterEntry.participant_id == participant_id))
        session.add(RosterEntry(participant_id=participant_id, name=name, contact=contact))


def next_code(group: Group, taken: set[str]) -> str:
    """The next code of a group that is not taken."""
    number = 1
    while (code := f"{group.value}-{number:02d}") in taken:
        number += 1
    return code
