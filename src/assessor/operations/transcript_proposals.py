"""What is likeliest for a transcript: who its speakers are, what it is called, and when it was held."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.exchange.utterances import Transcript
from assessor.model import RosterEntry, Sitting
from assessor.operations.seats import SeatRow, list_seats
from assessor.operations.speaker_labels import group_by_label, is_label, is_ours, name_key, seat_by_label
from assessor.operations.transcript_mappings import (
    Part,
    SpeakerFound,
    TranscriptMapping,
    TranscriptRead,
    Whose,
)
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

_MOST_IN_AN_INTERVIEW = 2
_USUAL_HOUR = 9
_MADE_BY_TOOLS = re.compile(
    r"GMT\d{8}-\d{6}|\bRecording\b|\.transcript\b|\.cc\b|\botter[ .]ai\b"
    r"|\d{4}-\d{2}-\d{2}[ T]\d{2}[.\-]\d{2}[.\-]\d{2}",
    re.IGNORECASE,
)
_LONGEST_TITLE = 200
_WITHOUT_NAME = "Transcript"


def propose_mapping(
    engagement: Engagement,
    read: TranscriptRead,
    *,
    group: Group | None = None,
    sitting_id: str | None = None,
    kind: SittingKind | None = None,
    title: str = "",
    started_at: datetime | None = None,
) -> TranscriptMapping:
    """What is likeliest: names of the roster known, others new; the seats of a sitting given in their order.

    Without a `group` new participants are of the one their title tells, or of none yet. Without a `kind`
    more than two speakers make a focus group.
    """
    with engagement.reading() as session:
        sitting = session.get(Sitting, sitting_id) if sitting_id else None
        seats = list_seats(session, sitting_id) if sitting_id else ()
        whose = _propose_speakers(
            read.speakers, _roster(session), seats, group or (sitting.group if sitting else None)
        )
        many = sum(each.part is not Part.OURS for each in whose.values()) > 1
        return TranscriptMapping(
            whose=whose,
            kind=kind or (sitting.kind if sitting else _kind(read, many)),
            title=title.strip() or (sitting.title if sitting else title_of(read.transcript, read.path)),
            started_at=started_at or _likely_start(read, sitting),
            group=sitting.group if sitting else group,
            site_id=sitting.site_id if sitting else None,
            sitting_id=sitting_id,
            recording=sitting.recording if sitting else "",
            seats=seats,
        )


def _roster(session: Session) -> dict[str, str]:
    """The participant behind each name on the roster."""
    rows = session.execute(select(RosterEntry.name, RosterEntry.participant_id))
    return {name_key(name): participant_id for name, participant_id in rows}


def _propose_speakers(
    speakers: Sequence[SpeakerFound], roster: Mapping[str, str], seats: Sequence[SeatRow], group: Group | None
) -> dict[str, Whose]:
    """Known by the roster, by the number of a seat, as another spelling; then by the order of free seats."""
    by_number = {seat.number: seat.participant_id for seat in seats}
    whose: dict[str, Whose] = {}
    spelled: dict[str, str] = {}
    for speaker in speakers:
        key = name_key(speaker.name)
        known = roster.get(key) or by_number.get(seat_by_label(speaker.name) or 0)
        if is_ours(speaker.name):
            whose[speaker.name] = Whose(Part.OURS)
        elif known:
            whose[speaker.name] = Whose(Part.KNOWN, known)
        elif key in spelled and not is_label(speaker.name):
            whose[speaker.name] = Whose(Part.SAME, speaker=spelled[key])
        else:
            whose[speaker.name] = Whose(Part.NEW, group=group or group_by_label(speaker.written))
        spelled.setdefault(key, speaker.name)
    return _seated(whose, seats)


def _seated(whose: dict[str, Whose], seats: Sequence[SeatRow]) -> dict[str, Whose]:
    """Those not known yet given the seats nobody was found for, in their order."""
    taken = {each.participant_id for each in whose.values()}
    free = iter([seat.participant_id for seat in seats if seat.participant_id not in taken])
    return {
        name: Whose(Part.KNOWN, seat) if each.part is Part.NEW and (seat := next(free, "")) else each
        for name, each in whose.items()
    }


def _kind(read: TranscriptRead, many: bool) -> SittingKind:
    return (
        SittingKind.FOCUS_GROUP
        if len(read.speakers) > _MOST_IN_AN_INTERVIEW and many
        else SittingKind.INTERVIEW
    )


def _likely_start(read: TranscriptRead, sitting: Sitting | None) -> datetime:
    """What the sitting or the file tells, at the hour of its clock where it has one; else it ended now."""
    if sitting is not None and sitting.started_at:
        return sitting.started_at
    held = read.transcript.held
    if held is None and sitting is not None and sitting.planned_on:
        held = datetime.combine(sitting.planned_on, datetime.min.time())
    if held is None and read.transcript.by_clock:
        held = datetime.combine(datetime.now(UTC).astimezone().date(), datetime.min.time())
    if held is None:
        return datetime.now(UTC) - read.length
    if held.tzinfo is None and not (held.hour or held.minute):
        clock = (
            timedelta(milliseconds=read.begins_ms)
            if read.transcript.by_clock
            else timedelta(hours=_USUAL_HOUR)
        )
        held = held + clock
    return held.astimezone(UTC)


def title_of(transcript: Transcript, path: Path) -> str:
    """The title the file gives itself, or its name without what meeting tools add to it."""
    name = _MADE_BY_TOOLS.sub(" ", path.stem.replace("_", " "))
    return (transcript.title.strip() or " ".join(name.split()).strip("- ") or _WITHOUT_NAME)[:_LONGEST_TITLE]
