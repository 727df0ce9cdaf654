"""Scores of notes taken from a sample discussion: who spoke, what was worth quoting, and who agreed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from assessor.terms import Fidelity

LATEST: Final = 15.0
"""Seconds after the last word within which a line can still be about what was said."""
SLACK: Final = 2.0
"""Seconds before the first word: a line may be begun when it is seen who draws breath."""
NEARLY: Final = 0.8
"""Words are nearly those said from this similarity on; 1.0 is word for word."""
_LEAST_LETTERS, _STEM = 4, 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Told:
    """Something said in the sample discussion, from one second of it to another."""

    seconds: float
    until: float
    seats: tuple[int, ...]
    """Who said it; nobody for words of whoever asks, which need not be noted."""
    words: str
    quote: str = ""
    """The part worth quoting; empty where there is none."""
    agree: int | None = None
    """How many agreed; None where nobody showed it."""
    dissent: int | None = None


@dataclass(frozen=True)
class LineTaken:
    """A line of the notes, begun at a second of the discussion."""

    seconds: float
    seats: tuple[int, ...]
    text: str
    fidelity: Fidelity = Fidelity.PARAPHRASE
    is_quote: bool = False
    agree: int | None = None
    dissent: int | None = None

    @property
    def is_marked(self) -> bool:
        """Whether its words are said to be those spoken, at least nearly."""
        return self.is_quote or self.fidelity is not Fidelity.PARAPHRASE


class Caught(StrEnum):
    """What became of words worth quoting."""

    EXACT = "exact"
    NEARLY = "nearly"
    OVERSTATED = "overstated"
    """Nearly, but marked word for word: captured, and to be checked."""
    UNMARKED = "unmarked"
    """The words are there, but nothing says that they are those spoken."""
    MISSED = "missed"


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether none is missing."""
        return self.count == self.of


@dataclass(frozen=True)
class Judged:
    """Something said, beside the line that comes nearest to it; None where it was not noted."""

    told: Told
    line: LineTaken | None
    quote: Caught | None
    """None where nothing in it was worth quoting."""
    is_counted: bool | None
    """Whether the votes were noted in equal numbers; None where there were none."""

    @property
    def has_right_seats(self) -> bool:
        """Whether the line names those who said it, and nobody else."""
        return self.line is not None and set(self.line.seats) == set(self.told.seats)

    @property
    def is_quoted(self) -> bool:
        """Whether the words worth quoting were captured."""
        return self.quote in {Caught.EXACT, Caught.NEARLY, Caught.OVERSTATED}

    @property
    def is_flawless(self) -> bool:
        """Whether nothing of it was missed."""
        return (
            self.has_right_seats
            and self.quote in {None, Caught.EXACT, Caught.NEARLY}
            and (self.is_counted is not False)
        )


@dataclass(frozen=True)
class NoteScores:
    """Everything said by those at the table, judged, in the order it was said."""

    judged: tuple[Judged, ...]

    @property
    def noted(self) -> Share:
        """How many of the things said were noted at all."""
        return Share(sum(one.line is not None for one in self.judged), len(self.judged))

    @property
    def attribution(self) -> Share:
        """Of those noted, how many bear the right speaker."""
        return Share(sum(one.has_right_seats for one in self.judged), self.noted.count)

    @property
    def quotes(self) -> Share:
        """Of the words worth quoting, how many were captured."""
        worth = [one for one in self.judged if one.quote is not None]
        return Share(sum(one.is_quoted for one in worth), len(worth))

    @property
    def counts(self) -> Share:
        """Of the votes, how many were noted in equal numbers."""
        votes = [one.is_counted for one in self.judged if one.is_counted is not None]
        return Share(sum(votes), len(votes))

    @property
    def missed(self) -> tuple[Judged, ...]:
        """Those of which something was missed."""
        return tuple(one for one in self.judged if not one.is_flawless)


def score_notes(told: Sequence[Told], lines: Iterable[LineTaken]) -> NoteScores:
    """Judge the lines of a note-taker by what was said.

    Each line belongs to one thing said: among those that began no more than SLACK seconds after the line and
    ended no more than LATEST seconds before it, the one that holds the largest share of the line's words
    (a word counts by its first five letters, those under four letters only where there are no others); of
    equals the later one. A line in other words belongs to what someone at the table said last. Out of all
    windows it belongs to nothing.

    attribution = things said whose line names exactly their speakers / things said that have a line; where
    there are several lines the most similar one decides. noted = things said that have a line / things said.
    quotes = words worth quoting found, with a similarity of at least NEARLY, in a line marked as quotation,
    nearly or word for word / words worth quoting. Similarity is the best of 2·M/T over words (difflib:
    M words that match in order, T words in both) for any stretch of the line about as long as the quote.
    counts = votes with the same numbers for and against on a line of theirs / votes.
    """
    found: dict[int, list[LineTaken]] = {}
    for line in lines:
        place = _place_of(line, told)
        if place is not None:
            found.setdefault(place, []).append(line)
    return NoteScores(tuple(_judge(one, found.get(place, ())) for place, one in enumerate(told) if one.seats))


def word_similarity(quote: str, text: str) -> float:
    """How alike the words of a quotation and the best stretch of a text are, 0 to 1.

    Letter case and punctuation do not count. Stretches up to a quarter longer or shorter than the quotation,
    and at least two words so, are compared.
    """
    wanted, words = _words(quote), _words(text)
    if not wanted or not words:
        return 0.0
    spare = max(len(wanted) // 4, 2)
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    best = 0.0
    for length in range(max(len(wanted) - spare, 1), len(wanted) + spare + 1):
        for start in range(max(len(words) - length, 0) + 1):
            matcher.set_seq1(words[start : start + length])
            best = max(best, matcher.ratio())
    return best


def _place_of(line: LineTaken, told: Sequence[Told]) -> int | None:
    near = [
        place for place, one in enumerate(told) if one.seconds - SLACK <= line.seconds <= one.until + LATEST
    ]
    best = max(near, key=lambda place: (_share(line.text, told[place].words), place), default=None)
    if best is not None and _share(line.text, told[best].words):
        return best
    begun = (place for place in near if told[place].seats and told[place].seconds <= line.seconds)
    return max(begun, default=None)


def _judge(told: Told, lines: Sequence[LineTaken]) -> Judged:
    line = max(lines, key=lambda one: _share(told.words, one.text), default=None)
    caught = min((_caught(told.quote, one) for one in lines), key=list(Caught).index, default=Caught.MISSED)
    is_counted = any((one.agree, one.dissent or 0) == (told.agree, told.dissent or 0) for one in lines)
    return Judged(
        told,
        line,
        caught if told.quote else None,
        is_counted if told.agree is not None or told.dissent is not None else None,
    )


def _caught(quote: str, line: LineTaken) -> Caught:
    alike = word_similarity(quote, line.text)
    if alike < NEARLY:
        return Caught.MISSED
    if not line.is_marked:
        return Caught.UNMARKED
    if alike == 1:
        return Caught.EXACT
    return Caught.OVERSTATED if line.fidelity is Fidelity.VERBATIM else Caught.NEARLY


def _share(part: str, whole: str) -> float:
    """The share of the words of `part` that `whole` holds too."""
    stems = _stems(part)
    return len(stems & _stems(whole)) / len(stems) if stems else 0.0


def _stems(text: str) -> frozenset[str]:
    words = _words(text)
    long = [word for word in words if len(word) >= _LEAST_LETTERS]
    return frozenset(word[:_STEM] for word in long or words)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]
