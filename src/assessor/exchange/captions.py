"""Captions with times: WebVTT as Zoom, Teams and others write it, and SRT."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assessor.exchange.speakers import Spoken, name_speakers, transcript_of
from assessor.exchange.texts import DecodedText, with_plain_line_ends
from assessor.exchange.unreadable import UnreadableFile, printable
from assessor.exchange.utterances import Transcript

_WEB = "WEBVTT"
_ARROW = "-->"
_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"^\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?$")
_COMMENT = re.compile(r"^(NOTE|STYLE|REGION)(\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]*)>")
_TAG = re.compile(
    r"</?(?:c|i|b|u|v|ruby|rt|lang)(?:\.[^\s<>]*)?(?:\s[^<>]*)?>|<(?:\d+:)?\d+:\d+[.,]\d+>"
    r"|</?font[^<>]*>|\{\\an?\d\}",
    re.IGNORECASE,
)
_NEW_LINE_OF_TALK = re.compile(r"^\s*[-–—>]")
_SHOWN = 40
_MINUTE, _HOUR = 60_000, 3_600_000


@dataclass(frozen=True)
class _Cue:
    """A block of a caption file: its times, and its lines of text."""

    start_ms: int | None
    end_ms: int | None
    lines: tuple[str, ...]


def looks_like_captions(text: str) -> bool:
    """Whether a text is WebVTT by its first line, or has the arrows of caption times."""
    return _is_web(text) or _ARROW in text


def read_captions(decoded: DecodedText, name: str) -> Transcript:
    """The transcript in a WebVTT or SRT text; raises UnreadableFile with the line of a broken time."""
    text = with_plain_line_ends(decoded.text)
    web = _is_web(text)
    pieces = name_speakers([piece for cue in _cues(text.split("\n"), name, web) for piece in _pieces(cue)])
    notes = () if pieces else ("The file has no captions.",)
    title = text.lstrip().split("\n", 1)[0].removeprefix(_WEB).strip(" -\t") if web else ""
    kind = "vtt" if web else "srt"
    return transcript_of(kind, pieces, title=title, encoding=decoded.encoding, notes=notes)


def _is_web(text: str) -> bool:
    return text.lstrip().startswith(_WEB)


def _cues(lines: list[str], name: str, web: bool) -> Iterator[_Cue]:
    heading = web
    for number, block in _blocks(lines):
        if heading:
            # A cue may follow the heading without a blank line.
            first = next((place for place, line in enumerate(block) if _ARROW in line), len(block))
            if first < len(block):
                yield from _cues_in(number + first, block[first:], name)
            heading = False
        elif not (web and _COMMENT.match(block[0])):
            yield from _cues_in(number, block, name)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of filled lines, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield len(lines) - len(block) + 1, block


def _cues_in(number: int, block: list[str], name: str) -> Iterator[_Cue]:
    """The cues of a block; a block without a time is talk whose time is missing."""
    times = [place for place, line in enumerate(block) if _ARROW in line]
    if not times:
        if not (len(block) == 1 and block[0].strip().isdecimal()):
            yield _Cue(None, None, tuple(block))
        return
    if times[0] > 1:
        yield _Cue(None, None, tuple(block[: times[0] - 1]))
    # Where the blank line is missing between two cues, the number of the second ends the text of the first.
    ends = [place - 1 if block[place - 1].strip().isdecimal() else place for place in times[1:]]
    for place, end in zip(times, [*ends, len(block)], strict=True):
        start_ms, end_ms = _times(block[place], number + place, name)
        yield _Cue(start_ms, end_ms, tuple(block[place + 1 : end]))


def _times(line: str, number: int, name: str) -> tuple[int, int]:
    match = _TIMING.match(line)
    if not match:
        shown = printable(line.strip(), _SHOWN)
        why = f"line {number} has the times “{shown}”, not written as hours:minutes:seconds.milliseconds"
        raise UnreadableFile(name, why, "correct that line or export the transcript again")
    clock = match.groups()
    return _milliseconds(clock[:4]), _milliseconds(clock[4:])


def _milliseconds(clock: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = clock
    thousandths = int((fraction or "0").ljust(3, "0"))
    return int(hours or 0) * _HOUR + int(minutes or 0) * _MINUTE + int(seconds or 0) * 1000 + thousandths


def _pieces(cue: _Cue) -> Iterator[Spoken]:
    """What is said in a cue, one piece for each voice named in it."""
    text = _joined(cue.lines)
    parts = _VOICE.split(text)
    if before := _plain(parts[0]):
        yield Spoken(cue.start_ms, cue.end_ms, None, before)
    for voice, said in zip(parts[1::2], parts[2::2], strict=True):
        yield Spoken(cue.start_ms, cue.end_ms, html.unescape(voice).strip() or None, _plain(said))


def _joined(lines: tuple[str, ...]) -> str:
    """Lines are broken for the screen, so they are joined by a blank, except where one begins new talk."""
    text = ""
    for line in lines:
        mark = "\n" if _NEW_LINE_OF_TALK.match(line) else " "
        text = f"{text}{mark}{line.strip()}" if text else line.strip()
    return text


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()
