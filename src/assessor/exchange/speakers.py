"""Who speaks: names before a colon told from other words, and the ways of writing one name joined."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assessor.exchange.utterances import Speaker, Transcript, Utterance

_NAME_BEFORE_COLON = re.compile(r"^(?P<name>[^\W\d_][^:\n]{0,59}?)\s?:(?:\s+|$)(?P<said>.*)$", re.DOTALL)
_NUMBERED = re.compile(r"^(?P<name>\[?[^\W\d_]{1,20}\s?\d{1,3}\]?)\s?:(?:\s+|$)(?P<said>.*)$", re.DOTALL)
_NO_SPEAKERS = (
    *("note", "notes", "q", "a", "re", "fw", "fwd", "cc", "subject", "date", "time", "place", "location"),
    *("http", "https", "ftp", "question", "answer", "example", "for example", "ps", "p.s", "warning"),
    *("todo", "to do", "summary", "keywords", "summary keywords", "speakers", "title", "agenda", "action"),
    *("actions", "action items"),
)
_ASIDE = re.compile(r"\s*(\([^()]*\)|\|.*)$")
_CAPITALIZED = re.compile(r"^[^\W\d_a-z]")
_MOST_WORDS = 6
_MOSTLY = 0.6
_SENTENCE_MARKS = re.compile(r"[?!,;]|\.\s+[a-z]")


@dataclass(frozen=True)
class Spoken:
    """A piece of talk with the name the file gives for it, as written, or None."""

    start_ms: int | None
    end_ms: int | None
    written: str | None
    text: str


def split_name(text: str) -> tuple[str, str] | None:
    """A likely name before a colon and what is said after it, or None; whether it is one, others must say."""
    match = _NAME_BEFORE_COLON.match(text) or _NUMBERED.match(text)
    if not match:
        return None
    name = match["name"].strip()
    plain = name.strip("[]*- ").casefold()
    if plain in _NO_SPEAKERS or len(name.split()) > _MOST_WORDS or _SENTENCE_MARKS.search(name):
        return None
    return name, match["said"].strip()


def name_speakers(pieces: Sequence[Spoken]) -> list[Spoken]:
    """The pieces, with names before a colon taken for speakers where the whole file bears it out.

    A name counts when it recurs, or when most pieces begin with one and it is written like a name.
    A piece without a name goes on with the speaker before it.
    """
    splits = [None if piece.written else split_name(piece.text) for piece in pieces]
    times = Counter(canonical_name(split[0]) for split in splits if split)
    listed = {canonical_name(piece.written) for piece in pieces if piece.written}
    mostly = bool(pieces) and sum(split is not None for split in splits) >= _MOSTLY * len(pieces)
    named: list[Spoken] = []
    current: str | None = None
    for piece, split in zip(pieces, splits, strict=True):
        text = piece.text
        if piece.written:
            current = piece.written
        elif split and _is_speaker(split[0], times, listed, mostly):
            current = split[0]
            text = split[1]
        named.append(Spoken(piece.start_ms, piece.end_ms, current, text))
    return named


def canonical_name(written: str) -> str:
    """A name to tell speakers by: without pronouns, school, brackets, case and surplus blanks."""
    name = " ".join(written.split()).strip("[]*")
    while (shorter := _ASIDE.sub("", name).strip()) and shorter != name:
        name = shorter
    return name.rstrip(": ").casefold()


def transcript_of(
    kind: str, pieces: Sequence[Spoken], *, title: str = "", encoding: str = "", notes: Sequence[str] = ()
) -> Transcript:
    """A transcript of named pieces, each speaker under the commonest way their name is written."""
    ways: dict[str, Counter[str]] = {}
    for piece in pieces:
        if piece.written:
            ways.setdefault(canonical_name(piece.written), Counter())[piece.written] += 1
    names = {key: _display_name(counts) for key, counts in ways.items()}
    utterances = tuple(
        Utterance(piece.start_ms, piece.end_ms, _named(piece, names), piece.text)
        for piece in pieces
        if piece.text or piece.written
    )
    times = Counter(utterance.speaker for utterance in utterances)
    speakers = tuple(Speaker(names[key], tuple(counts), times[names[key]]) for key, counts in ways.items())
    return Transcript(kind, title, utterances, speakers, times[None], encoding, tuple(notes))


def _named(piece: Spoken, names: dict[str, str]) -> str | None:
    return names[canonical_name(piece.written)] if piece.written else None


def _display_name(counts: Counter[str]) -> str:
    written = counts.most_common(1)[0][0]
    name = " ".join(written.split()).strip("[]*").rstrip(": ")
    shorter = _ASIDE.sub("", name).strip()
    return shorter or name


def _is_speaker(name: str, times: Counter[str], listed: set[str], mostly: bool) -> bool:
    key = canonical_name(name)
    if key in listed or times[key] > 1:
        return True
    return mostly and all(_CAPITALIZED.match(word) for word in name.split() if word[:1].isalpha())
