"""Plain text transcripts: chats, and paragraphs headed by a speaker in one of several ways of writing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from assessor.exchange.speaker_names_alone import headed_by_name_alone
from assessor.exchange.speaker_styles import OTTER, TEXT, Style, likeliest_style
from assessor.exchange.speakers import Spoken, name_speakers, transcript_of
from assessor.exchange.texts import DecodedText, with_plain_line_ends
from assessor.exchange.transcript_heads import (
    Head,
    find_moment,
    is_otter,
    may_be_head,
    read_head,
    without_advert,
)
from assessor.exchange.utterances import Transcript

_FEWEST_OF_OTTER = 3


def read_speaker_text(decoded: DecodedText, *, paragraphs: bool = False) -> Transcript:
    """The transcript in a plain text; what stands before the first speaker and is no head stays unattributed.

    With `paragraphs` each line is a paragraph of its own; else lines without a blank one between belong
    together, broken by whoever wrote them.
    """
    lines = with_plain_line_ends(decoded.text).split("\n")
    from_otter = is_otter(lines)
    lines = without_advert(lines)
    style = likeliest_style(lines, is_sure=from_otter)
    if style:
        pieces, head, kind = _read_styled(lines, style, from_otter, paragraphs)
        read = transcript_of(kind, pieces, title=head.title, encoding=decoded.encoding)
        return replace(read, heading=head.lines, held=_held(head), by_clock=style.by_clock)
    alone = headed_by_name_alone(lines)
    if alone:
        read = transcript_of(
            OTTER if from_otter else TEXT, alone.pieces, title=alone.head.title, encoding=decoded.encoding
        )
        return replace(read, heading=alone.head.lines, held=_held(alone.head))
    named = _by_name(lines, paragraphs)
    notes = () if any(piece.written for piece in named) else ("No speakers were found in the text.",)
    return transcript_of(TEXT, named, encoding=decoded.encoding, notes=notes)


def _read_styled(
    lines: list[str], style: Style, from_otter: bool, is_docx: bool
) -> tuple[list[Spoken], Head, str]:
    """What is said under headings of a style, the head above it, and what the text is called."""
    first = next(place for place, line in enumerate(lines) if style.pattern.match(line))
    headed = sum(style.pattern.match(line) is not None for line in lines)
    kind = style.kind
    if kind == OTTER and not (from_otter or headed >= _FEWEST_OF_OTTER):
        kind = TEXT
    head = Head()
    if (kind == OTTER or is_docx) and may_be_head(lines[:first]):
        head, lines = read_head(lines[:first]), lines[first:]
    return list(_headed(lines, style)), head, OTTER if from_otter else kind


def _headed(lines: list[str], style: Style) -> Iterator[Spoken]:
    """Each headed line and each further paragraph of the same speaker."""
    start: int | None = None
    end: int | None = None
    name: str | None = None
    is_headed = False
    said: list[str] = []
    for line in [*lines, ""]:
        match = style.pattern.match(line)
        if said and (match or not line.strip()):
            yield Spoken(start, end, name, "\n".join(said), is_headed)
            said, start, end, is_headed = [], None, None, False
        if match:
            name, is_headed = match["name"].strip(), True
            found = match.groupdict()
            start, end = _milliseconds(found.get("time")), _milliseconds(found.get("end"))
            said = [match["said"].strip()] if match["said"].strip() else []
        elif line.strip():
            said.append(line.strip())


def _by_name(lines: list[str], paragraphs: bool) -> list[Spoken]:
    """Lines with names before a colon; those beneath without a blank line between go with the line above."""
    filled = [(place, line.strip()) for place, line in enumerate(lines) if line.strip()]
    named = name_speakers([Spoken(None, None, None, line) for _, line in filled])
    has_gaps = bool(filled) and filled[-1][0] - filled[0][0] >= len(filled)
    joins = not paragraphs and (has_gaps or any(piece.written for piece in named))
    blocks: list[list[Spoken]] = []
    last = -2
    for (place, _), piece in zip(filled, named, strict=True):
        goes_on = (joins and place == last + 1) or (bool(blocks) and not blocks[-1][-1].text)
        if blocks and goes_on and not piece.is_headed:
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
        last = place
    return [
        replace(block[0], text="\n".join(piece.text for piece in block if piece.text)) for block in blocks
    ]


def _held(head: Head) -> datetime | None:
    return next((moment for line in head.lines if (moment := find_moment(line))), None)


def _milliseconds(time: str | None) -> int | None:
    if not time:
        return None
    whole, _, fraction = time.replace(",", ".").partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)
