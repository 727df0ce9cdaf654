"""Transcripts brought in: a remark an utterance, speakers as codes, and their names only on the roster."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.exchange.reading import read_transcript_file
from assessor.exchange.utterances import Transcript
from assessor.model import Participant, Remark, RemarkSpeaker, RosterEntry, Seat, Sitting
from assessor.operations.participants import next_code
from assessor.operations.pseudonyms import Pseudonyms
from assessor.operations.sittings import next_sitting_code
from assessor.progress import Progress, Work
from assessor.store import Engagement
from assessor.terms import CannotDo, Fidelity, Group, SittingKind

_MOST_IN_AN_INTERVIEW = 2


@dataclass(frozen=True)
class Imported:
    """What came of a transcript."""

    sitting_id: str
    remarks: int
    speakers: int


def import_transcript(
    engagement: Engagement,
    path: Path,
    *,
    title: str = "",
    group: Group | None = None,
    kind: SittingKind | None = None,
    started_at: datetime | None = None,
) -> Work[Imported]:
    """Bring a transcript in as a sitting held, as one change.

    Without a `kind` more than two speakers make it a focus group; without a `started_at` it ended just now;
    without a `group` its speakers are entered as community partners until someone says better. Machines
    mishear, so its words are nearly verbatim until they were checked. Names stand on the roster and nowhere
    else: in titles and texts codes take their place.
    Raises UnreadableFile when it cannot be read, CannotDo when nothing is said in it.
    """
    transcript = yield from read_transcript_file(path)
    said = _count_said(transcript, path.name)
    yield Progress(1, 2, "Bringing it in")
    start = started_at or datetime.now(UTC) - timedelta(milliseconds=_length(transcript))
    kind = kind or _kind(transcript)
    with engagement.change(f"Import {kind.value.replace('_', ' ')} transcript") as session:
        people = _enter_speakers(session, transcript, group)
        pseudonyms = Pseudonyms(_written_names(session, transcript, people))
        shown = pseudonyms.replace(title.strip() or transcript.title or path.stem.replace("_", " "))
        taken = set(session.scalars(select(Sitting.code)))
        sitting = Sitting(
            kind=kind,
            title=shown,
            code=next_sitting_code(kind, group, taken),
            group=group,
            started_at=start,
            ended_at=start + timedelta(milliseconds=_length(transcript)),
        )
        session.add(sitting)
        session.flush()
        session.add_all(
            Seat(sitting_id=sitting.id, participant_id=person.id, number=number, joined_at=start)
            for number, person in enumerate(dict.fromkeys(people.values()), start=1)
        )
        _note(session, sitting, transcript, people, pseudonyms)
        return Imported(sitting.id, said, len(set(people.values())))


def _count_said(transcript: Transcript, name: str) -> int:
    said = sum(bool(utterance.text.strip()) for utterance in transcript.utterances)
    if not said:
        raise CannotDo(f"“{name}” holds no words that were said. Choose another file.")
    return said


def _kind(transcript: Transcript) -> SittingKind:
    many = len(transcript.speakers) > _MOST_IN_AN_INTERVIEW
    return SittingKind.FOCUS_GROUP if many else SittingKind.INTERVIEW


def _length(transcript: Transcript) -> int:
    times = [each.end_ms or each.start_ms or 0 for each in transcript.utterances]
    return max(times, default=0)


def _enter_speakers(session: Session, transcript: Transcript, group: Group | None) -> dict[str, Participant]:
    """A participant a speaker: the one whose name the roster has, else a new one, entered there."""
    known = {
        entry.name.casefold(): session.get_one(Participant, entry.participant_id)
        for entry in session.scalars(select(RosterEntry))
    }
    codes = set(session.scalars(select(Participant.code)))
    people: dict[str, Participant] = {}
    for speaker in transcript.speakers:
        person = known.get(speaker.name.casefold())
        if person is None:
            belongs_to = group or Group.PRT
            person = Participant(group=belongs_to, code=next_code(belongs_to, codes))
            codes.add(person.code)
            session.add(person)
            session.flush()
            session.add(RosterEntry(participant_id=person.id, name=speaker.name))
            known[speaker.name.casefold()] = person
        people[speaker.name] = person
    return people


def _written_names(
    session: Session, transcript: Transcript, people: Mapping[str, Participant]
) -> dict[str, str]:
    """Every way a name is written, of the speakers and of all on the roster, with the code to say instead."""
    rows = session.execute(
        select(RosterEntry.name, Participant.code).join(
            Participant, Participant.id == RosterEntry.participant_id
        )
    )
    written: dict[str, str] = {row[0]: row[1] for row in rows}
    for speaker in transcript.speakers:
        for name in (speaker.name, *speaker.written):
            written[name] = people[speaker.name].code
    return written


def _note(
    session: Session,
    sitting: Sitting,
    transcript: Transcript,
    people: Mapping[str, Participant],
    pseudonyms: Pseudonyms,
) -> None:
    start = sitting.started_at or datetime.now(UTC)
    at = start
    said = (utterance for utterance in transcript.utterances if utterance.text.strip())
    speaking = []
    for position, utterance in enumerate(said):
        if utterance.start_ms is not None:
            at = start + timedelta(milliseconds=utterance.start_ms)
        remark = Remark(
            sitting_id=sitting.id,
            position=position,
            said_at=at,
            text=pseudonyms.replace(utterance.text.strip()),
            fidelity=Fidelity.NEAR,
        )
        session.add(remark)
        speaking.append((remark, utterance.speaker))
    session.flush()
    session.add_all(
        RemarkSpeaker(remark_id=remark.id, participant_id=people[speaker].id)
        for remark, speaker in speaking
        if speaker is not None
    )
