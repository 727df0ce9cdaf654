"""Plain text transcripts: chats, and paragraphs headed by a speaker in one of several ways of writing."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assessor.exchange.speakers import Spoken, canonical_name, name_speakers, transcript_of
from assessor.exchange.texts import DecodedText, with_plain_line_ends
from assessor.exchange.utterances import Transcript


@dataclass(frozen=True)
class _Style:
    """A way of heading what is said; its pattern names `time`, `name` and `said` where they occur."""

    kind: str
    pattern: re.Pattern[str]


_TIME = r"(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)"
_STYLES = (
    _Style("chat", re.compile(rf"^{_TIME}\t\s*(?P<name>[^\t:]{{1,80}}):?\t\s*(?P<said>.*)$")),
    _Style("chat", re.compile(rf"^{_TIME}\s+From\s+(?P<name>.{{1,80}}?)\s+to\s+.{{1,80}}?:\s*(?P<said>.*)$")),
    _Style(
        "txt", re.compile(rf"^\[?{_TIME}\]?\s*[-–]?\s*(?P<name>[^\W\d_][^:\n]{{0,59}}?)\s?:\s*(?P<said>.*)$")
    ),
    _Style("txt", re.compile(rf"^(?P<name>[^\W\d_][^:\n\t]{{0,59}}?)(?:\s{{2,}}|\t+){_TIME}\s*(?P<said>)$")),
    _Style(
        "txt", re.compile(rf"^(?P<name>[^\W\d_][^:\n]{{0,59}}?)\s*[\[(]{_TIME}[\])]\s*:?\s*(?P<said>.*)$")
    ),
    _Style(
        "txt",
        re.compile(
            r"^\[(?!laugh|inaud|cross|pause|silence|applause|music)(?P<name>[^\W\d_][^\]\d]{0,30}\d{0,4})\]:?\s+(?P<said>.*)$"
        ),
    ),
)
_FEWEST_HEADED = 2
_HEADED_SHARE = 0.1
_MOST_SPEAKERS = 60


def read_speaker_text(decoded: DecodedText) -> Transcript:
    """The transcript in a plain text; what stands before the first speaker stays unattributed."""
    lines = with_plain_line_ends(decoded.text).split("\n")
    style = _likeliest_style(lines)
    if style:
        return transcript_of(style.kind, list(_headed(lines, style)), encoding=decoded.encoding)
    pieces = [Spoken(None, None, None, line.strip()) for line in lines if line.strip()]
    named = name_speakers(pieces)
    notes = () if any(piece.written for piece in named) else ("No speakers were found in the text.",)
    return transcript_of("txt", named, encoding=decoded.encoding, notes=notes)


def _likeliest_style(lines: list[str]) -> _Style | None:
    """The style that heads the most lines, if it heads enough and its speakers recur."""
    filled = sum(bool(line.strip()) for line in lines)
    best: tuple[int, _Style] | None = None
    for style in _STYLES:
        names = Counter(
            canonical_name(match["name"]) for line in lines if (match := style.pattern.match(line))
        )
        headed = sum(names.values())
        enough = headed >= max(_FEWEST_HEADED, _HEADED_SHARE * filled) and len(names) <= _MOST_SPEAKERS
        recurring = len(names) < headed or style.kind == "chat"
        if enough and recurring and (best is None or headed > best[0]):
            best = headed, style
    return best[1] if best else None


def _headed(lines: list[str], style: _Style) -> Iterator[Spoken]:
    """Each headed line and each further paragraph of the same speaker."""
    start: int | None = None
    name: str | None = None
    said: list[str] = []
    for line in [*lines, ""]:
        match = style.pattern.match(line)
        if said and (match or not line.strip()):
            yield Spoken(start, None, name, "\n".join(said))
            said, start = [], None
        if match:
            name = match["name"].strip()
            start = _milliseconds(match.groupdict().get("time"))
            said = [match["said"].strip()] if match["said"].strip() else []
        elif line.strip():
            said.append(line.strip())


def _milliseconds(time: str | None) -> int | None:
    if not time:
        return None
    whole, _, fraction = time.replace(",", ".").partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)
