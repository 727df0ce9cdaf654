"""Who speaks: names before a colon told from other words, and the ways of writing one name joined."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessor.exchange.utterances import Speaker, Transcript, Utterance

_COLON = r"\*{0,2}\s?:\*{0,2}(?:\s+|$)(?P<said>.*)$"
_NAME_BEFORE_COLON = re.compile(rf"^\*{{0,2}}(?P<name>[^\W\d_][^:\n]{{0,59}}?){_COLON}", re.DOTALL)
_NUMBERED = re.compile(rf"^(?P<name>\[?[^\W\d_]{{1,20}}\s?\d{{1,3}}\]?){_COLON}", re.DOTALL)
_PHONE = re.compile(rf"^(?P<name>\+?\d[\d ().*X-]{{6,22}}){_COLON}", re.DOTALL)
_NO_SPEAKERS = frozenset({
    "note", "notes", "q", "re", "fw", "fwd", "cc", "subject", "date", "time", "place", "location",
    "http", "https", "ftp", "question", "answer", "example", "for example", "ps", "p.s", "warning",
    "todo", "to do", "summary", "keywords", "summary keywords", "speakers", "title", "agenda", "action",
    "actions", "action items", "participants", "attendees", "present", "duration", "recording", "transcript",
})  # fmt: skip
_NOBODY = frozenset({
    "unknown", "unknown speaker", "speaker unknown", "unidentified", "unidentified speaker", "speaker ?",
    "inaudible", "inaudible speaker",
})  # fmt: skip
_ASIDE = re.compile(r"\s*(\([^()]*\)|\|.*)$")
_CAPITALIZED = re.compile(r"^[^\W\d_a-z]")
_MOST_WORDS = 6
_MOSTLY = 0.6
_MOST_SPEAKERS = 500
_SENTENCE_MARKS = re.compile(r"[?!;]|\.\s+[a-z]")


@dataclass(frozen=True)
class Spoken:
    """A piece of talk with the name the file gives for it, as written, or None.

    `is_headed`: whether the name stands with this very piece, and not with one before it.
    `is_closed`: whether the file says that the speaker ends with it.
    """

    start_ms: int | None
    end_ms: int | None
    written: str | None
    text: str
    is_headed: bool = False
    is_closed: bool = False


def split_name(text: str) -> tuple[str, str] | None:
    """A likely name before a colon and what is said after it, or None; whether it is one, others must say."""
    match = _NAME_BEFORE_COLON.match(text) or _NUMBERED.match(text) or _PHONE.match(text)
    if not match:
        return None
    name = match["name"].strip()
    plain = name.strip("[]*- ").casefold()
    if plain in _NO_SPEAKERS or len(name.split()) > _MOST_WORDS or _SENTENCE_MARKS.search(name):
        return None
    if "," in name and not is_capitalized(name.replace(",", " ")):
        return None
    return name, match["said"].strip()


def name_speakers(pieces: Sequence[Spoken]) -> list[Spoken]:
    """The pieces, with names before a colon taken for speakers where the whole file bears it out.

    A name counts when it recurs, when all pieces begin with one, or when most do and it is written like one.
    A piece without a name goes on with the speaker before it, unless that one has ended.
    """
    splits = [None if piece.written else split_name(piece.text) for piece in pieces]
    found = Counter(split[0] for split in splits if split)
    listed = {canonical_name(written) for written in {piece.written for piece in pieces} if written}
    share = found.total() / max(len(pieces), 1)
    speakers = _speakers_among(found, listed, share)
    if any(piece.text[:2].casefold() == "q:" for piece in pieces):
        speakers -= {"A", "a"}  # question and answer
    named: list[Spoken] = []
    current: str | None = None
    for piece, split in zip(pieces, splits, strict=True):
        text, is_headed = piece.text, piece.written is not None
        if piece.written:
            current = piece.written
        elif split and split[0] in speakers:
            (current, text), is_headed = split, True
        named.append(replace(piece, written=current, text=text, is_headed=is_headed))
        current = None if piece.is_closed else current
    return named


def canonical_name(written: str) -> str:
    """A name to tell speakers by: without pronouns, school, brackets, case, marks and surplus blanks."""
    seen = (mark for mark in unicodedata.normalize("NFC", written) if unicodedata.category(mark) != "Cf")
    name = " ".join("".join(seen).split()).strip("[]*")
    while (shorter := _ASIDE.sub("", name).strip()) and shorter != name:
        name = shorter
    return name.rstrip(": ").casefold()


def is_capitalized(name: str) -> bool:
    """Whether every word of a name begins as names do."""
    return all(_CAPITALIZED.match(word) for word in name.split() if word[:1].isalpha())


def transcript_of(
    kind: str, pieces: Sequence[Spoken], *, title: str = "", encoding: str = "", notes: Sequence[str] = ()
) -> Transcript:
    """A transcript of named pieces, each speaker under the commonest way their name is written.

    What the file gives to an unknown speaker stays without one.
    """
    ways: dict[str, Counter[str]] = {}
    keys = _keys({piece.written for piece in pieces if piece.written})
    for piece in pieces:
        if piece.written and piece.written in keys:
            ways.setdefault(keys[piece.written], Counter())[piece.written] += 1
    names = {key: _display_name(counts) for key, counts in ways.items()}
    speakers_by_way = {written: names[key] for written, key in keys.items()}
    utterances = tuple(
        Utterance(
            piece.start_ms,
            piece.end_ms,
            speakers_by_way.get(piece.written or ""),
            piece.text,
            piece.is_headed,
        )
        for piece in pieces
        if piece.text or piece.written
    )
    times = Counter(utterance.speaker for utterance in utterances)
    speakers = tuple(Speaker(names[key], tuple(counts), times[names[key]]) for key, counts in ways.items())
    return Transcript(kind, title, utterances, speakers, times[None], encoding, tuple(notes))


def _keys(written: set[str]) -> dict[str, str]:
    """What each way of writing a name is told by, without those that name nobody."""
    keys = {way: canonical_name(way) for way in written}
    return {way: key for way, key in keys.items() if key not in _NOBODY}


def _display_name(counts: Counter[str]) -> str:
    written = counts.most_common(1)[0][0]
    visible = "".join(mark for mark in written if unicodedata.category(mark) != "Cf")
    name = " ".join(visible.split()).strip("[]*").rstrip(": ")
    shorter = _ASIDE.sub("", name).strip()
    return shorter or name


def _speakers_among(found: Counter[str], listed: set[str], share: float) -> set[str]:
    """Those of the likely names, as written, that the whole file bears out; `share` is of pieces with one."""
    in_all = share == 1 and found.total() > 1
    keys = {name: canonical_name(name) for name in found}
    times: Counter[str] = Counter()
    for name, count in found.items():
        times[keys[name]] += count
    speakers = {
        name
        for name, key in keys.items()
        if key in listed or times[key] > 1 or in_all or (share >= _MOSTLY and is_capitalized(name))
    }
    return speakers if len(speakers) <= _MOST_SPEAKERS else set()
