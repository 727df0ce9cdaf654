"""Captions with times: WebVTT as Zoom, Teams and others write it, and SRT."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assessor.exchange.caption_times import ARROW, read_times
from assessor.exchange.speakers import Spoken, canonical_name, name_speakers, split_name, transcript_of
from assessor.exchange.texts import DecodedText, with_plain_line_ends
from assessor.exchange.utterances import Transcript

_WEB = "WEBVTT"
_COMMENT = re.compile(r"^(NOTE|STYLE|REGION)(\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]*)>")
_LONGEST_NAME = 120
_VOICE_END = "</v>"
_TAG = re.compile(
    r"</?(?:c|i|b|u|v|ruby|rt|lang)(?:\.[^\s<>]*)?(?:\s[^<>]*)?>|<(?:\d+:)?\d+:\d+[.,]\d+>"
    r"|</?font[^<>]*>|\{\\an?\d\}",
    re.IGNORECASE,
)
_NEW_LINE_OF_TALK = re.compile(r"^\s*[-–—>]")


@dataclass(frozen=True)
class _Cue:
    """A block of a caption file: its times, and its lines of text."""

    start_ms: int | None
    end_ms: int | None
    lines: tuple[str, ...]


def looks_like_captions(text: str) -> bool:
    """Whether a text is WebVTT by its first line, or has the arrows of caption times."""
    return _is_web(text) or ARROW in text


def read_captions(decoded: DecodedText, name: str) -> Transcript:
    """The transcript in a WebVTT or SRT text; raises UnreadableFile with the line of a broken time."""
    text = with_plain_line_ends(decoded.text)
    web = _is_web(text)
    cues = _with_text(_cues(text.split("\n"), name, web))
    pieces = name_speakers([piece for cue in cues for piece in _pieces(cue)])
    notes = () if pieces else ("The file has no captions.",)
    title = text.lstrip().split("\n", 1)[0].removeprefix(_WEB).strip(" -\t") if web else ""
    kind = "webvtt" if web else "srt"
    spoken = [replace(piece, text=_joined(piece.text)) for piece in _by_speaker(pieces)]
    return transcript_of(kind, spoken, title=title, encoding=decoded.encoding, notes=notes)


def _is_web(text: str) -> bool:
    return text.lstrip().startswith(_WEB)


def _cues(lines: list[str], name: str, web: bool) -> Iterator[_Cue]:
    blocks = list(_blocks(lines))
    if web:
        # A cue may follow the heading without a blank line.
        number, block = blocks[0]
        first = next((place for place, line in enumerate(block) if ARROW in line), len(block))
        blocks[0] = number + first, block[first:]
    following: list[list[str]] = [*(block for _, block in blocks[1:]), []]
    for (number, block), after in zip(blocks, following, strict=True):
        is_comment = web and block and _COMMENT.match(block[0])
        if block and not is_comment and not _is_number(block, after):
            yield from _cues_in(number, block, name)


def _is_number(block: list[str], after: list[str]) -> bool:
    """Whether a block is but the number of the cue after it, or of one that was cut off."""
    return len(block) == 1 and block[0].strip().isdecimal() and (not after or ARROW in after[0])


def _with_text(cues: Iterable[_Cue]) -> Iterator[_Cue]:
    """The cues, where a blank line parts times from their text put together again."""
    empty: _Cue | None = None
    for cue in cues:
        if empty is not None and cue.start_ms is None:
            yield replace(empty, lines=cue.lines)
            empty = None
            continue
        empty = cue if cue.start_ms is not None and not cue.lines else None
        if empty is None:
            yield cue


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
    times = [place for place, line in enumerate(block) if ARROW in line]
    if not times:
        yield _Cue(None, None, tuple(block))
        return
    if times[0] > 1:
        yield _Cue(None, None, tuple(block[: times[0] - 1]))
    # Where the blank line is missing between two cues, the number of the second ends the text of the first.
    ends = [place - 1 if block[place - 1].strip().isdecimal() else place for place in times[1:]]
    for place, end in zip(times, [*ends, len(block)], strict=True):
        start_ms, end_ms = read_times(block[place], number + place, name)
        yield _Cue(start_ms, end_ms, tuple(block[place + 1 : end]))


def _pieces(cue: _Cue) -> Iterator[Spoken]:
    """What is said in a cue, one piece for each voice named in it; lines are still apart."""
    parts = _VOICE.split("\n".join(line.strip() for line in cue.lines))
    if before := _plain(parts[0]):
        yield Spoken(cue.start_ms, cue.end_ms, None, before)
    for voice, said in zip(parts[1::2], parts[2::2], strict=True):
        name, is_closed = html.unescape(voice).strip()[:_LONGEST_NAME] or None, _VOICE_END in said
        yield Spoken(cue.start_ms, cue.end_ms, name, _plain(said), is_closed=is_closed)


def _by_speaker(pieces: list[Spoken]) -> Iterator[Spoken]:
    """The pieces, one that holds lines of several known speakers parted where each begins."""
    known = {canonical_name(written) for written in {piece.written for piece in pieces} if written}
    for piece in pieces:
        lines = piece.text.split("\n")
        part = replace(piece, text=lines[0])
        for line in lines[1:]:
            split = split_name(line)
            if split and canonical_name(split[0]) in known:
                yield part
                part = replace(piece, written=split[0], text=split[1], is_headed=True)
            else:
                part = replace(part, text=f"{part.text}\n{line}")
        yield part


def _joined(text: str) -> str:
    """Lines are broken for the screen, so they are joined by a blank, except where one begins new talk."""
    first, *lines = text.split("\n")
    for line in lines:
        mark = "\n" if _NEW_LINE_OF_TALK.match(line) else " "
        first = f"{first}{mark}{line.strip()}" if first else line.strip()
    return first


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()
