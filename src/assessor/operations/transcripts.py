"""Transcripts brought in: a remark an utterance, speakers as codes, and their names only on the roster."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from assessor.exchange.utterances import Utterance
from assessor.model import Participant, Remark, RemarkSpeaker, Seat, Sitting, new_id
from assessor.operations.pseudonyms import Pseudonyms
from assessor.operations.sittings import next_sitting_code
from assessor.operations.transcript_mappings import (
    Part,
    TranscriptMapping,
    TranscriptRead,
    Whose,
    read_transcript,
    whose_is,
)
from assessor.operations.transcript_people import enter_speakers, speaker_codes, written_names
from assessor.operations.transcript_proposals import propose_mapping
from assessor.progress import Progress, Work
from assessor.store import Engagement
from assessor.terms import CannotDo, Fidelity, Group, RemarkKind, SittingKind

_MOST_EXAMPLES = 3


@dataclass(frozen=True)
class Imported:
    """What came of a transcript."""

    sitting_id: str
    remarks: int
    speakers: int


@dataclass(frozen=True)
class TranscriptPreview:
    """What would come of a transcript as it is mapped; `codes` by speaker, for those who are participants."""

    codes: Mapping[str, str]
    title: str
    remarks: int
    unknown: int
    left_out: int
    new_participants: int
    names_replaced: int
    examples: tuple[str, ...]
    """A few texts in which names were replaced."""


def import_transcript(
    engagement: Engagement,
    path: Path,
    *,
    title: str = "",
    group: Group | None = None,
    kind: SittingKind | None = None,
    started_at: datetime | None = None,
) -> Work[Imported]:
    """Read a transcript and bring it in as is likeliest (`propose_mapping`), as one change.

    Raises UnreadableFile when it cannot be read, CannotDo when nothing is said in it.
    """
    read = yield from read_transcript(path)
    yield Progress(1, 2, "Bringing it in")
    mapping = propose_mapping(engagement, read, title=title, group=group, kind=kind, started_at=started_at)
    return (yield from bring_in_transcript(engagement, read, mapping))


def preview_transcript(
    engagement: Engagement, read: TranscriptRead, mapping: TranscriptMapping
) -> TranscriptPreview:
    """What would come of it; nothing is written. Raises CannotDo where the mapping makes no sense."""
    with engagement.reading() as session:
        codes = speaker_codes(session, read, mapping)
        names = Pseudonyms(written_names(session, read, mapping, codes))
    title = names.replace(mapping.title.strip())
    names.replaced.clear()
    remarks = unknown = 0
    examples: list[str] = []
    for _, whose, text, shown in _told(read, mapping, names):
        remarks += 1
        unknown += whose.part in (Part.UNKNOWN, Part.NOBODY)
        if shown != text and len(examples) < _MOST_EXAMPLES:
            examples.append(shown)
    new = {each.name for each in read.speakers if mapping.whose[each.name].part is Part.NEW}
    return TranscriptPreview(
        codes,
        title,
        remarks,
        unknown,
        len(read.said) - remarks,
        len(new),
        names.replaced.total(),
        tuple(examples),
    )


def bring_in_transcript(
    engagement: Engagement, read: TranscriptRead, mapping: TranscriptMapping
) -> Work[Imported]:
    """Bring a transcript in as a sitting held, as it is mapped, as one change.

    Machines mishear, so its words are nearly verbatim until they were checked. Names stand on the roster, if
    they are kept, and nowhere else: in titles and texts codes take their place.
    Raises CannotDo where the mapping makes no sense.
    """
    yield Progress(1, 2, "Bringing it in")
    with engagement.change(f"Import {mapping.kind.value.replace('_', ' ')} transcript") as session:
        codes = speaker_codes(session, read, mapping)
        names = Pseudonyms(written_names(session, read, mapping, codes))
        people = enter_speakers(session, read, mapping, codes)
        sitting = _sitting(session, read, mapping, names, _group_of(session, people))
        _seat(session, sitting, people)
        remarks = _note(session, sitting, read, mapping, names, people)
        return Imported(sitting.id, remarks, len(set(people.values())))


def _sitting(
    session: Session, read: TranscriptRead, mapping: TranscriptMapping, names: Pseudonyms, only: Group | None
) -> Sitting:
    """The new sitting, or the planned one, held from the beginning of the transcript to its end.

    Without a group chosen it is with the `only` one there is, or with several.
    """
    if mapping.sitting_id:
        sitting = session.get(Sitting, mapping.sitting_id)
        if sitting is None:
            raise CannotDo("The sitting chosen for the transcript was removed. Choose another.")
    else:
        taken = set(session.scalars(select(Sitting.code)))
        sitting = Sitting(
            kind=mapping.kind,
            title=names.replace(mapping.title.strip()),
            code=next_sitting_code(mapping.kind, mapping.group or only, taken),
            group=mapping.group or only,
            site_id=mapping.site_id,
        )
        session.add(sitting)
    sitting.started_at = sitting.started_at or mapping.started_at
    end = mapping.started_at + read.length
    sitting.ended_at = max(sitting.ended_at or end, end)
    sitting.recording = names.replace(mapping.recording.strip())
    if read.transcript.heading:
        heading = names.replace("\n".join(read.transcript.heading))
        sitting.memo = f"{sitting.memo}\n\n{heading}".strip()
    session.flush()
    return sitting


def _group_of(session: Session, people: Mapping[str, str]) -> Group | None:
    """The group of all of them, if there is one."""
    groups = set(session.scalars(select(Participant.group).where(Participant.id.in_(people.values()))))
    return groups.pop() if len(groups) == 1 else None


def _seat(session: Session, sitting: Sitting, people: Mapping[str, str]) -> None:
    """A seat for each speaker who has none; everybody seated is there from the beginning."""
    seats = session.scalars(select(Seat).where(Seat.sitting_id == sitting.id)).all()
    for seat in seats:
        seat.joined_at = seat.joined_at or sitting.started_at
    seated, taken = {seat.participant_id for seat in seats}, {seat.number for seat in seats}
    free = (number for number in range(1, len(taken) + len(people) + 1) if number not in taken)
    for participant_id in dict.fromkeys(people.values()):
        if participant_id not in seated:
            session.add(
                Seat(
                    sitting_id=sitting.id,
                    participant_id=participant_id,
                    number=next(free),
                    joined_at=sitting.started_at,
                )
            )


def _told(
    read: TranscriptRead, mapping: TranscriptMapping, names: Pseudonyms
) -> Iterator[tuple[Utterance, Whose, str, str]]:
    """Each utterance that is brought in, whose it is, its words, and its words with codes for names."""
    resolved = {each.name: whose_is(mapping, each.name) for each in read.speakers}
    for utterance in read.said:
        whose = resolved[utterance.speaker] if utterance.speaker is not None else Whose(Part.UNKNOWN)
        text = utterance.text.strip()
        if whose.part is Part.NOBODY and utterance.is_headed:
            text = f"{utterance.speaker}: {text}"
        if whose.part is not Part.LEFT_OUT:
            yield utterance, whose, text, names.replace(text)


def _note(
    session: Session,
    sitting: Sitting,
    read: TranscriptRead,
    mapping: TranscriptMapping,
    names: Pseudonyms,
    people: Mapping[str, str],
) -> int:
    """Note what was said, many rows a statement; returns how many remarks there are."""
    last = session.scalar(select(func.max(Remark.position)).where(Remark.sitting_id == sitting.id))
    first = 0 if last is None else last + 1
    remarks: list[dict[str, Any]] = []
    speaking: list[dict[str, Any]] = []
    began = at = mapping.started_at - timedelta(milliseconds=read.begins_ms)
    for position, (utterance, whose, _, text) in enumerate(_told(read, mapping, names), start=first):
        if utterance.start_ms is not None:
            at = began + timedelta(milliseconds=utterance.start_ms)
        ours = whose.part is Part.OURS
        remark_id = new_id()
        remarks.append({
            "id": remark_id, "sitting_id": sitting.id, "position": position, "said_at": at,
            "ended_at": _moment(began, utterance.end_ms), "text": text, "fidelity": Fidelity.NEAR,
            "kind": RemarkKind.OBSERVER if ours else RemarkKind.SAID,
        })  # fmt: skip
        if participant_id := people.get(utterance.speaker or ""):
            speaking.append({"id": new_id(), "remark_id": remark_id, "participant_id": participant_id})
    for noun, rows in ((Remark, remarks), (RemarkSpeaker, speaking)):
        if rows:
            session.execute(insert(noun), rows)
    return len(remarks)


def _moment(began: datetime, milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else began + timedelta(milliseconds=milliseconds)
