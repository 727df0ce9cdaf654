"""What every transcript becomes: utterances in order, with times and speakers where the file has them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Utterance:
    """A piece of talk as the file cuts it, a caption or paragraph; times are milliseconds from the start."""

    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    text: str
    is_headed: bool = False
    """Whether the speaker's name stands with it, and not with an utterance before."""


@dataclass(frozen=True)
class Speaker:
    """A speaker by one name, the ways the file writes it, and how many utterances are theirs."""

    name: str
    written: tuple[str, ...]
    utterances: int


@dataclass(frozen=True)
class Transcript:
    """A transcript; `format` is webvtt, srt, text, docx, otter or zoom_chat.

    `unattributed` counts utterances without a speaker. `heading` is what stands above the talk and is none;
    `held` when it was held, in the zone of the program where it has none; `by_clock` whether the times are
    those of the day and not counted from the beginning.
    """

    format: str
    title: str
    utterances: tuple[Utterance, ...]
    speakers: tuple[Speaker, ...]
    unattributed: int
    encoding: str = ""
    notes: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    held: datetime | None = None
    by_clock: bool = False


@dataclass(frozen=True)
class Turn:
    """What one speaker said without a break, with the places of the utterances it joins."""

    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    text: str
    utterances: tuple[int, ...]


def join_turns(transcript: Transcript) -> tuple[Turn, ...]:
    """The transcript for reading: utterances of one speaker in a row joined, unattributed ones alone."""
    turns: list[list[int]] = []
    for place, utterance in enumerate(transcript.utterances):
        previous = transcript.utterances[place - 1] if place else None
        same = (
            previous is not None and utterance.speaker is not None and utterance.speaker == previous.speaker
        )
        if same:
            turns[-1].append(place)
        else:
            turns.append([place])
    return tuple(_joined(transcript.utterances, places) for places in turns)


def _joined(utterances: tuple[Utterance, ...], places: list[int]) -> Turn:
    parts = [utterances[place] for place in places]
    ends = [part.end_ms for part in parts if part.end_ms is not None]
    starts: Iterable[int] = (part.start_ms for part in parts if part.start_ms is not None)
    text = " ".join(part.text for part in parts)
    return Turn(next(iter(starts), None), ends[-1] if ends else None, parts[0].speaker, text, tuple(places))
