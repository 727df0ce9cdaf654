"""Practices: a sample discussion to take notes from, played line by line, with what is to be caught in it."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text, require, require_known
from assessor.terms import Group

FACILITATOR = 0
"""The seat of whoever asks the questions."""


@dataclass(frozen=True, kw_only=True)
class PracticeSeat(Record):
    """Someone at the table."""

    number: int
    description: Text


@dataclass(frozen=True, kw_only=True)
class Caption(Record):
    """What one person says, and what can be seen of the others meanwhile."""

    code: str
    seat: int
    question: str
    """The code of the guide's question it is said on."""
    text: Text
    quote: Text | None = None
    """The part of it that is worth quoting, in the same words."""
    seen: Text | None = None
    """What the others do, as the note-taker sees it."""
    agree: tuple[int, ...] = ()
    dissent: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        require(self.quote is None or self.quote in self.text, f"{self.code}: its quote stands in its text")
        require(bool(self.seen) == bool(self.agree or self.dissent), f"{self.code}: who votes is seen")
        require(not set(self.agree) & set(self.dissent), f"{self.code}: nobody agrees and dissents")


@dataclass(frozen=True, kw_only=True)
class Practice(Instrument):
    """A discussion: who sits there, the guide it follows, and what is said at the pace of reading aloud."""

    purpose: Text
    guide: str
    group: Group
    words_per_minute: int
    pause: int
    """Seconds between one caption and the next."""
    seats: tuple[PracticeSeat, ...]
    captions: tuple[Caption, ...]

    def __post_init__(self) -> None:
        numbers = [seat.number for seat in self.seats]
        require(numbers == list(range(1, len(numbers) + 1)), "its seats are numbered from 1 on")
        named = {str(seat) for one in self.captions for seat in (one.seat, *one.agree, *one.dissent)}
        require_known(named, {str(FACILITATOR), *map(str, numbers)}, "seat")
        require(bool(self.captions) and self.words_per_minute > 0, "something is said in it, at some pace")

    def seconds_of(self, text: str) -> float:
        """How long words take to be read aloud."""
        return len(text.split()) * 60 / self.words_per_minute


def get_practice(
    key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Practice:
    """A practice, the newest version unless one is named."""
    return read(Practice, "practices", key, version, language, root)
