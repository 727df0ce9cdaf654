"""The text of a document as one reads it: paragraphs of pieces, each piece knowing its place in the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assessor.exchange.document_lines import (
    Line,
    goes_on,
    heading_level,
    line_width,
    lines_of,
    number_of,
    running_heads,
    without_figures,
)

_MARKUP = re.compile(r"\*\*|__|\[([^\]]+)\]\([^)]*\)")
_LEADERS = re.compile(r"[.·…_]{6,}|(?:\. ){5,}")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_WRAPPED = frozenset({"pdf", "txt"})
_HEADS_AT_LEAST = 60
_LONGEST_SECTION = 40
_FEWEST_DOTS = 5
_INDENT = 4


class ParagraphKind(StrEnum):
    """How a paragraph is set."""

    TEXT = "text"
    HEADING = "heading"
    NUMBERED = "numbered"
    QUIET = "quiet"


class PieceStyle(StrEnum):
    """How a piece is set."""

    PLAIN = "plain"
    BOLD = "bold"
    NUMBER = "number"


@dataclass(frozen=True)
class Piece:
    """Words shown as they stand in the page from `start` on, or set between them where `start` is None."""

    text: str
    start: int | None = None
    style: PieceStyle = PieceStyle.PLAIN


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `section` is the number or heading it stands under, `level` the heading's or indent's."""

    page: int
    pieces: tuple[Piece, ...]
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    section: str = ""

    @property
    def text(self) -> str:
        """The paragraph as it is shown."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class _Habits:
    """What the pages of a document have in common."""

    format: str
    running: frozenset[str]
    width: int


def paragraphs_of(kind: str, pages: Sequence[str], no_text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a PDF, DOCX, … by `kind`; a page without words says `no_text` in place."""
    is_wrapped = kind in _WRAPPED
    habits = _Habits(
        kind,
        running_heads(pages) if kind == "pdf" else frozenset(),
        line_width(pages) if is_wrapped else 0,
    )
    found: list[Paragraph] = []
    for number, page in enumerate(pages, start=1):
        of_page = list(_paragraphs_of_page(habits, number, page))
        found += of_page or [Paragraph(number, (Piece(no_text),), ParagraphKind.QUIET)]
    return tuple(_under_sections(_without_lone_headings(found)))


def _paragraphs_of_page(habits: _Habits, number: int, page: str) -> Iterator[Paragraph]:
    for lines in _grouped(habits, lines_of(page)):
        if habits.running and without_figures(lines[0].text) in habits.running:
            yield Paragraph(number, (Piece(lines[0].text, lines[0].start),), ParagraphKind.QUIET)
        elif habits.format == "md":
            yield _markdown(number, lines)
        else:
            yield _paragraph(number, lines)


def _grouped(habits: _Habits, lines: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not (line.text and _joins(habits, group[-1], line)):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


def _joins(habits: _Habits, line: Line, after: Line) -> bool:
    if habits.format == "md":
        begins = number_of(after.text) or after.text[0] in "#>|"
        return not (begins or _MARKDOWN_HEADING.match(line.text))
    if habits.running and {without_figures(line.text), without_figures(after.text)} & habits.running:
        return False
    return goes_on(line, after, habits.width)


def _paragraph(page: int, lines: list[Line]) -> Paragraph:
    level = heading_level(lines[0].text) if len(lines) == 1 else 0
    if level:
        return Paragraph(page, tuple(_inline(lines, markdown=False)), ParagraphKind.HEADING, level)
    return _numbered(page, lines, markdown=False)


def _markdown(page: int, lines: list[Line]) -> Paragraph:
    heading = _MARKDOWN_HEADING.match(lines[0].text)
    if heading:
        pieces = tuple(_inline([_cut(lines[0], heading.end()), *lines[1:]], markdown=True))
        return Paragraph(page, pieces, ParagraphKind.HEADING, len(heading.group(1)))
    if lines[0].text.startswith("> "):
        return _numbered(page, [_cut(lines[0], 2), *lines[1:]], markdown=True)
    return _numbered(page, lines, markdown=True)


def _numbered(page: int, lines: list[Line], *, markdown: bool) -> Paragraph:
    first, level = lines[0], lines[0].indent // _INDENT
    number = number_of(first.text)
    if not number:
        return Paragraph(page, tuple(_inline(lines, markdown=markdown)), level=level)
    rest = first.text[len(number) :]
    lines = [_cut(first, len(number) + len(rest) - len(rest.lstrip())), *lines[1:]]
    shown = "•" if number in "*-·▪◦o" else number
    mark = Piece(shown, first.start, PieceStyle.NUMBER)
    pieces = (mark, Piece("\t"), *_inline(lines, markdown=markdown))
    return Paragraph(page, pieces, ParagraphKind.NUMBERED, level)


def _cut(line: Line, length: int) -> Line:
    return Line(line.start + length, line.text[length:], line.indent)


def _inline(lines: list[Line], *, markdown: bool) -> Iterator[Piece]:
    """The lines as pieces with a blank between, without leaders, and without the marks of Markdown."""
    style = PieceStyle.PLAIN
    for place, line in enumerate(lines):
        if place and not _ends_in_hyphen(lines[place - 1].text, line.text):
            yield Piece(" ")
        if not markdown and not _may_hold_leaders(line.text):
            yield from _stretch(line, 0, len(line.text), style)
            continue
        done = 0
        for mark in (_MARKUP if markdown else _LEADERS).finditer(line.text):
            yield from _stretch(line, done, mark.start(), style)
            if not markdown:
                yield Piece(" … ")
            elif mark.group(1):
                yield from _stretch(line, mark.start(1), mark.end(1), style)
            else:
                style = PieceStyle.BOLD if style is PieceStyle.PLAIN else PieceStyle.PLAIN
            done = mark.end()
        yield from _stretch(line, done, len(line.text), style)


def _may_hold_leaders(text: str) -> bool:
    """Whether it is worth looking for them: most lines are told by counting, which costs next to nothing."""
    return sum(text.count(mark) for mark in ".·…_") >= _FEWEST_DOTS


def _stretch(line: Line, start: int, end: int, style: PieceStyle) -> Iterator[Piece]:
    if end > start:
        yield Piece(line.text[start:end], line.start + start, style)


def _ends_in_hyphen(text: str, after: str) -> bool:
    return text.endswith("-") and not text.endswith(" -") and after[:1].islower()


def _without_lone_headings(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """A title-like line that heads nothing (a name under a signature) is ordinary text."""
    kept: list[Paragraph] = []
    after: Paragraph | None = None
    for one in reversed(paragraphs):
        bare = one.kind is ParagraphKind.HEADING and one.level == 2 and not number_of(one.text)
        heads = after is not None and (
            after.kind is not ParagraphKind.TEXT or len(after.text) >= _HEADS_AT_LEAST
        )
        kept.append(replace(one, kind=ParagraphKind.TEXT, level=0) if bare and not heads else one)
        after = after if one.kind is ParagraphKind.QUIET else kept[-1]
    return reversed(kept)


def _under_sections(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    section = ""
    for one in paragraphs:
        section = _section_begun(one) or section
        yield Paragraph(one.page, one.pieces, one.kind, one.level, section) if section else one


def _section_begun(paragraph: Paragraph) -> str:
    number = number_of(paragraph.text).strip("§ ").rstrip(".)")
    if number[:1].isdigit():
        return number
    if paragraph.kind is not ParagraphKind.HEADING:
        return ""
    if number and not number.startswith("("):
        return f"§ {number}"
    text = paragraph.text.strip()
    if len(text) <= _LONGEST_SECTION:
        return text
    return text[:_LONGEST_SECTION].rsplit(" ", 1)[0].rstrip(",;") + "…"
