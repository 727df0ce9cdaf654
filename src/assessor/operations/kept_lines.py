"""The line being typed in the note-taking room, kept before it is noted."""

from dataclasses import dataclass
from datetime import datetime

from assessor.operations.names import conceal
from assessor.operations.off_record import find_running
from assessor.store import Engagement

_FLAG = "!"


@dataclass(frozen=True)
class KeptLine:
    """A line that was typed and not yet noted, and the moment of its first key."""

    text: str
    begun_at: datetime | None
    is_flagged: bool = False
    """Whether it was marked as a quotation."""


def keep_line(
    engagement: Engagement,
    sitting_id: str,
    text: str,
    begun_at: datetime | None,
    *,
    is_flagged: bool = False,
) -> None:
    """Keep the line being typed with the moment of its first key; an empty text drops it.

    Names of the roster are kept as codes. Off the record nothing is kept, and what was kept before stays.
    """
    with engagement.reading() as session:
        if find_running(session, sitting_id) is not None:
            return
        text = conceal(session, text)
    moment = (begun_at.isoformat() if begun_at else "") + (_FLAG if is_flagged else "")
    engagement.keep_draft(line_key(sitting_id), f"{moment} {text}" if text else "")


def get_line(engagement: Engagement, sitting_id: str) -> KeptLine:
    """The line kept for a sitting; an empty one when there is none."""
    before, _, text = engagement.get_draft(line_key(sitting_id)).partition(" ")
    moment = before.removesuffix(_FLAG)
    return KeptLine(text, datetime.fromisoformat(moment) if moment else None, before.endswith(_FLAG))


def line_key(sitting_id: str) -> str:
    """The name under which the line being typed is kept."""
    return f"line {sitting_id}"
