"""A line typed in the note-taking room, read: who spoke, what kind of line it is, who agreed, who left."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assessor.terms import Fidelity, RemarkKind

NONVERBAL = ("nod", "laugh", "sigh", "silence", "crosstalk", "tension")
"""What can be seen or heard without words; each can be shortened as far as it stays clear."""

_SPEAKERS = re.compile(
    r"(?P<seats>\d{1,2}(?:\s?[+,]\s?\d{1,2})*)\s+(?P<rest>.*)|\?\s+(?P<unknown>.*)", re.DOTALL
)
_VOICES = re.compile(r"(?:[+=\-−–][\d\s,]*\d[\s,]*)+")
_VOICE = re.compile(r"(?P<sign>[+=\-−–])(?P<seats>[\d\s,]+)")
_HANDS = re.compile(
    r"#\s?(?P<agree>\d{1,3})(?:\s?[-−–]\s?(?P<dissent>\d{1,3}))?(?:\s?/\s?(?P<present>\d{1,3}))?"
)
_PRESENCE = re.compile(r"/(?P<verb>out|in)(?P<seats>(?:[\s,+]+\d{1,2})+)[\s,]*", re.IGNORECASE)
_JUMP = re.compile(r"/(?P<question>\w{1,12})")
_SIGN = re.compile(r":(?P<word>[A-Za-z]+)[.,:]?\s*(?P<rest>.*)", re.DOTALL)
_SEATS_ALONE = re.compile(r"\d{1,2}(?:[\s,+]+\d{1,2})*")
_OPENING, _CLOSING = '"“„', '"”'
ELLIPSES = ("…", "...")
_CONCERN, _NEARLY = "!!", "~"
_MARKS_ALONE = {";;", ">>", ":", _CONCERN, _NEARLY, "/"}


@dataclass(frozen=True)
class Speakers:
    """Who a line begins with: seats, or nobody known. `typed` is how it was written, blank included."""

    seats: tuple[int, ...]
    typed: str

    @property
    def is_unknown(self) -> bool:
        """Whether it was marked that the note-taker did not see who spoke."""
        return not self.seats


@dataclass(frozen=True)
class NotedLine:
    """A line of the notes."""

    text: str
    kind: RemarkKind = RemarkKind.SAID
    fidelity: Fidelity = Fidelity.PARAPHRASE
    is_quote: bool = False
    seats: tuple[int, ...] = ()


@dataclass(frozen=True)
class TalliedLine:
    """Who agreed with the last remark, dissented or stood between: by seat, or by number of hands."""

    agree: int = 0
    dissent: int = 0
    agree_seats: tuple[int, ...] = ()
    dissent_seats: tuple[int, ...] = ()
    neutral_seats: tuple[int, ...] = ()
    present: int | None = None
    """How many were counted as present, where that was typed (`#5/9`)."""


@dataclass(frozen=True)
class PresenceLine:
    """Who left the table (`/out 9`), or came to it (`/in 9`)."""

    seats: tuple[int, ...]
    is_there: bool


@dataclass(frozen=True)
class JumpLine:
    """The code of a question to ask now (`/T4`)."""

    question: str


@dataclass(frozen=True)
class ConcernLine:
    """A concern for someone's safety, which is kept apart from the notes (`!!`)."""

    text: str
    seats: tuple[int, ...] = ()


TypedLine = NotedLine | TalliedLine | PresenceLine | JumpLine | ConcernLine | None
"""None where nothing was typed that could be noted."""


def split_speakers(typed: str, seats: Collection[int]) -> tuple[Speakers | None, str]:
    """The speakers a line begins with and the rest of it.

    `seats` are the numbers given at the table: a number nobody has is a number, not a speaker.
    """
    match = _SPEAKERS.match(typed)
    if match is None:
        return None, typed
    if match["unknown"] is not None:
        return Speakers((), typed[: match.start("unknown")]), match["unknown"]
    named = _numbers(match["seats"])
    if not set(named) <= set(seats):
        return None, typed
    return Speakers(named, typed[: match.start("rest")]), match["rest"]


def read_line(typed: str, seats: Collection[int], *, speakers: Speakers | None = None) -> TypedLine:
    """What a line says; with `speakers` given, the line no longer begins with them."""
    if speakers is None:
        command = _read_tally(typed.strip()) or _read_command(typed.strip())
        if command is not None:
            return command
        speakers, typed = split_speakers(typed.lstrip(), seats)
    text = typed.strip()
    named = speakers.seats if speakers else ()
    if not text or text in _MARKS_ALONE:
        return None
    if text.startswith(_CONCERN):
        return ConcernLine(text.removeprefix(_CONCERN).strip(), named)
    return _read_marked(text, named, seats) or _read_said(text, named)


def begins_behavior(typed: str, codes: Collection[str]) -> bool:
    """Whether a line is nothing but a behavior code: seen once, and no more to say."""
    return typed.strip().upper() in codes


def split_behavior(typed: str, codes: Collection[str]) -> tuple[str, str]:
    """In an observation, the behavior code a line begins with (`sup `), empty where none, and the rest."""
    word, blank, rest = typed.lstrip().partition(" ")
    return (word.upper(), rest) if blank and word.upper() in codes else ("", typed)


def is_stub(text: str) -> bool:
    """Whether words were begun and left open, to be finished after the session."""
    return text.rstrip(_OPENING + _CLOSING + " ").endswith(ELLIPSES)


def _read_marked(text: str, named: tuple[int, ...], seats: Collection[int]) -> NotedLine | None:
    for mark, kind in ((";;", RemarkKind.OBSERVER), (">>", RemarkKind.PARKED)):
        if text.startswith(mark):
            return NotedLine(text.removeprefix(mark).strip(), kind, seats=named)
    sign = _SIGN.fullmatch(text)
    return _read_sign(sign["word"].lower(), sign["rest"].strip(), named, seats) if sign else None


def _read_sign(word: str, rest: str, named: tuple[int, ...], seats: Collection[int]) -> NotedLine:
    begun = [known for known in NONVERBAL if known.startswith(word)]
    shown = (begun[0] if len(begun) == 1 else word).capitalize()
    if _SEATS_ALONE.fullmatch(rest) and set(_numbers(rest)) <= set(seats):
        named, rest = (*named, *(seat for seat in _numbers(rest) if seat not in named)), ""
    return NotedLine(f"{shown}: {rest}" if rest else shown, RemarkKind.NONVERBAL, seats=named)


def _read_said(text: str, named: tuple[int, ...]) -> TypedLine:
    if text.startswith(_NEARLY):
        words = text.removeprefix(_NEARLY).strip().strip(_OPENING + _CLOSING).strip()
        return NotedLine(words, fidelity=Fidelity.NEAR, is_quote=True, seats=named) if words else None
    if text[0] not in _OPENING:
        return NotedLine(text, seats=named)
    words = text[1:].strip()
    closed = next((place for place, letter in enumerate(words) if letter in _CLOSING), None)
    if closed is not None and words[closed + 1 :].strip(" ."):
        # Spoken words with the note-taker's own around them: only part of it is word for word.
        return NotedLine(text, fidelity=Fidelity.NEAR, is_quote=True, seats=named)
    words = words.rstrip(_CLOSING + " ") if closed is None else words[:closed].strip()
    if not words:
        return None
    fidelity = Fidelity.NEAR if is_stub(words) else Fidelity.VERBATIM
    return NotedLine(words, fidelity=fidelity, is_quote=True, seats=named)


def _read_tally(text: str) -> TalliedLine | None:
    hands = _HANDS.fullmatch(text)
    if hands:
        agree, dissent, present = (hands[name] for name in ("agree", "dissent", "present"))
        return TalliedLine(int(agree), int(dissent or 0), present=int(present) if present else None)
    if not _VOICES.fullmatch(text):
        return None
    voices: dict[str, tuple[int, ...]] = {"+": (), "-": (), "=": ()}
    for voice in _VOICE.finditer(text):
        sign = voice["sign"] if voice["sign"] in voices else "-"
        voices[sign] = tuple(dict.fromkeys((*voices[sign], *_numbers(voice["seats"]))))
    agree_seats, dissent_seats, neutral = voices.values()
    return TalliedLine(len(agree_seats), len(dissent_seats), agree_seats, dissent_seats, neutral)


def _read_command(text: str) -> PresenceLine | JumpLine | None:
    presence = _PRESENCE.fullmatch(text)
    if presence:
        return PresenceLine(_numbers(presence["seats"]), presence["verb"].lower() == "in")
    jump = _JUMP.fullmatch(text)
    return JumpLine(jump["question"]) if jump else None


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", text)))
