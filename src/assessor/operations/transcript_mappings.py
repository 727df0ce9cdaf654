"""Transcripts read and not brought in yet, and the mapping that says whose each speaker's words are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from assessor.exchange.reading import read_transcript_file
from assessor.exchange.utterances import Transcript, Utterance
from assessor.operations.seats import SeatRow
from assessor.progress import Work
from assessor.terms import CannotDo, Group, SittingKind

_FIRST_WORDS = 90


class Part(StrEnum):
    """What a speaker of a transcript is to the engagement."""

    KNOWN = "known"
    NEW = "new"
    SAME = "same"
    OURS = "ours"
    UNKNOWN = "unknown"
    NOBODY = "nobody"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Whose:
    """Whose the words of a speaker are.

    KNOWN: of `participant_id`. NEW: of a new participant of `group`, a community partner until someone says
    better. SAME: of the one `speaker` is. OURS: of
    the facilitator, noted as the observer's. UNKNOWN: of a person not known yet. NOBODY: it is no name, but
    belongs to the words after it. LEFT_OUT: not brought in.
    """

    part: Part
    participant_id: str = ""
    group: Group | None = None
    speaker: str = ""


@dataclass(frozen=True)
class SpeakerFound:
    """A speaker of a transcript: the name, how much they say and how they begin."""

    name: str
    written: tuple[str, ...]
    utterances: int
    words: int
    first_words: str


@dataclass(frozen=True)
class TranscriptRead:
    """A transcript that was read and not brought in."""

    path: Path
    transcript: Transcript
    speakers: tuple[SpeakerFound, ...]

    @property
    def said(self) -> tuple[Utterance, ...]:
        """The utterances with words in them."""
        return tuple(each for each in self.transcript.utterances if each.text.strip())

    @property
    def begins_ms(self) -> int:
        """Where its times begin: at nought, or at the first by the clock."""
        times = (each.start_ms for each in self.transcript.utterances if each.start_ms is not None)
        return min(times, default=0) if self.transcript.by_clock else 0

    @property
    def length(self) -> timedelta:
        """From its beginning to the last moment it tells."""
        times = [each.end_ms or each.start_ms or 0 for each in self.transcript.utterances]
        return timedelta(milliseconds=max(max(times, default=0) - self.begins_ms, 0))


@dataclass(frozen=True)
class TranscriptMapping:
    """What becomes of a transcript: its speakers, and the sitting, a new one or that of `sitting_id`."""

    whose: Mapping[str, Whose]
    kind: SittingKind
    title: str
    started_at: datetime
    group: Group | None = None
    site_id: str | None = None
    sitting_id: str | None = None
    recording: str = ""
    keeps_names: bool = True
    """Whether names go into the roster; else they are dropped for good."""
    seats: tuple[SeatRow, ...] = field(default=(), compare=False)


def read_transcript(path: Path, encoding: str | None = None) -> Work[TranscriptRead]:
    """Read a transcript in a process apart. Raises UnreadableFile, or CannotDo when nothing is said in it."""
    transcript = yield from read_transcript_file(path, encoding)
    if not any(utterance.text.strip() for utterance in transcript.utterances):
        raise CannotDo(f"“{path.name}” holds no words that were said. Choose another file.")
    return TranscriptRead(path, transcript, _speakers(transcript))


def whose_is(mapping: TranscriptMapping, speaker: str) -> Whose:
    """Whose the words of a speaker are in the end. Raises CannotDo where that leads nowhere."""
    seen = {speaker}
    whose = mapping.whose.get(speaker)
    while whose is not None and whose.part is Part.SAME:
        if whose.speaker in seen:
            raise CannotDo(f"“{speaker}” is said to be somebody who is said to be “{speaker}”. Choose one.")
        seen.add(whose.speaker)
        whose = mapping.whose.get(whose.speaker)
    if whose is None:
        raise CannotDo(f"Nobody has said who “{speaker}” is. Choose a participant or a group.")
    return whose


def _speakers(transcript: Transcript) -> tuple[SpeakerFound, ...]:
    words = dict.fromkeys((speaker.name for speaker in transcript.speakers), 0)
    first: dict[str, str] = {}
    for utterance in transcript.utterances:
        if utterance.speaker is not None:
            words[utterance.speaker] += len(utterance.text.split())
            first.setdefault(utterance.speaker, _beginning(utterance.text))
    return tuple(
        SpeakerFound(each.name, each.written, each.utterances, words[each.name], first.get(each.name, ""))
        for each in transcript.speakers
    )


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _FIRST_WORDS:
        return words
    return f"{words[:_FIRST_WORDS].rpartition(' ')[0] or words[:_FIRST_WORDS]} …"
