"""The roster: the names behind the codes, in one table, which can be destroyed for good."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, func, select

from assessor.model import RosterEntry, RowChange
from assessor.store import Engagement


@dataclass(frozen=True)
class RosterRow:
    """The name behind a code."""

    name: str
    contact: str


@dataclass(frozen=True)
class Forgotten:
    """What was forgotten for good, and the copies beside the file that still hold it."""

    names: int
    copies_left: tuple[Path, ...]
    """Copies that Assessor made and could not open: they are to be deleted by hand."""


def get_roster_entry(engagement: Engagement, participant_id: str) -> RosterRow:
    """The name and contact behind a code; both empty when the roster has none. Ask only when asked to."""
    with engagement.reading() as session:
        found = session.execute(
            select(RosterEntry.name, RosterEntry.contact).where(RosterEntry.participant_id == participant_id)
        ).first()
    return RosterRow(*found) if found else RosterRow("", "")


def count_roster(engagement: Engagement) -> int:
    """How many names the roster holds."""
    with engagement.reading() as session:
        return session.scalar(select(func.count()).select_from(RosterEntry)) or 0


def holds_names(engagement: Engagement) -> bool:
    """Whether there is a name to destroy: on the roster, or struck from it and kept by the history."""
    kept = select(RowChange.number).where(
        RowChange.table_name == RosterEntry.__tablename__,
        func.coalesce(RowChange.after, RowChange.before).contains('"name"'),
    )
    with engagement.reading() as session:
        return session.scalar(kept.limit(1)) is not None


def enter_in_roster(engagement: Engagement, participant_id: str, name: str, contact: str = "") -> None:
    """Note the name behind a code, in the roster and nowhere else; neither name nor contact takes it out."""
    with engagement.change("Enter name in roster" if name or contact else "Strike from roster") as session:
        session.execute(delete(RosterEntry).where(RosterEntry.participant_id == participant_id))
        if name or contact:
            session.add(RosterEntry(participant_id=participant_id, name=name, contact=contact))


def forget_name(engagement: Engagement, participant_id: str) -> Forgotten:
    """Take the name behind one code out of the file for good: undo cannot bring it back."""
    count = 1 if get_roster_entry(engagement, participant_id) != RosterRow("", "") else 0
    left = engagement.forget("Forget a name", RosterEntry.__tablename__, participant_id=participant_id)
    return Forgotten(count, left)


def destroy_roster(engagement: Engagement) -> Forgotten:
    """Take every name out of the file for good, those struck or changed before among them.

    Nothing is left of them in the roster, the journal, the free pages of the file, its log, or the copies
    that Assessor made beside it; undo cannot bring them back. Copies and exports made by hand stay as they
    are. People keep their codes.
    """
    count = count_roster(engagement)
    return Forgotten(count, engagement.forget("Destroy roster", RosterEntry.__tablename__))
