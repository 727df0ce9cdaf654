"""Construct profiles: what each group's answers come to, a column a group, so that shapes can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from assessor.charts.figures import figure
from assessor.charts.gaps import HIGHEST, LOWEST
from assessor.charts.rows import draw_eye, draw_label
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.tables import NONE, ChartTable, TableRow
from assessor.charts.widths import fit_text, text_width
from assessor.palette import GROUP_SHAPES
from assessor.terms import Group


class Reading(StrEnum):
    """How a mean reads; the words are those of analysis.bands."""

    STRENGTH = "strength"
    STEADY = "steady"
    WATCH = "watch"
    CONCERN = "concern"


@dataclass(frozen=True)
class ProfileCell:
    """What a group's answers to a construct come to, or the words why it is not told."""

    mean: float | None = None
    band: Reading | None = None
    n: int | None = None
    favorable: str = ""
    words: str = ""
    is_hidden: bool = False


@dataclass(frozen=True)
class ProfileColumn:
    """A group; its n stands beneath its name."""

    label: str
    n: str
    group: Group | None
    is_hidden: bool = False


@dataclass(frozen=True)
class ProfileRow:
    """A construct, and a cell for each group."""

    label: str
    cells: tuple[ProfileCell, ...]


@dataclass(frozen=True)
class ProfileWords:
    """The words the chart itself says."""

    construct: str = "Construct"
    bands: tuple[str, str, str, str] = ("strength", "steady", "watch", "concern")
    answered: str = "Answered"
    hidden: str = "hidden"
    not_asked: str = "not asked"
    nothing: str = "No answers yet."


@dataclass(frozen=True)
class ProfileChart:
    """Constructs by groups under one reading."""

    reading: str
    columns: tuple[ProfileColumn, ...]
    rows: tuple[ProfileRow, ...]
    words: ProfileWords = ProfileWords()

    def draw(self, style: ChartStyle, width: float) -> str:
        """A column a group, its means from 1 to 5 joined from construct to construct."""
        if not self.rows or not self.columns:
            return draw_nothing(self.words.nothing, width, style, self.reading)
        frame = _frame(self, style, width)
        drawing = Drawing(width, frame.bottom + style.note * 2.6, told(self.reading, _told(self)), style)
        for place, row in enumerate(self.rows):
            middle = frame.middle(place)
            drawing.line(0, frame.top(place), width, frame.top(place), style.colors.rule_light, 0.5)
            weight = 400 if style.is_paper else 500
            draw_label(drawing, row.label, 0, middle, frame.left - style.label, weight)
        for place, column in enumerate(self.columns):
            with drawing.group(f"column-{place}"):
                _draw_column(drawing, frame, place, column, [row.cells[place] for row in self.rows])
        _draw_legend(drawing, frame, self.words)
        return drawing.svg()

    def table(self) -> ChartTable:
        """The means, and how each reads."""
        headings = (self.words.construct, *(column.label for column in self.columns))
        if not self.rows:
            return ChartTable(self.reading, headings, ())
        head = TableRow((self.words.answered, *(column.n for column in self.columns)))
        rows = (_cells(row, self.words) for row in self.rows)
        return ChartTable(self.reading, headings, (head, *rows))


@dataclass(frozen=True)
class _Frame:
    left: float
    column: float
    inset: float
    head: float
    row: float
    bottom: float

    def top(self, place: int) -> float:
        """The upper edge of a row."""
        return self.head + self.row * place

    def middle(self, place: int) -> float:
        """The middle of a row."""
        return self.top(place) + self.row / 2

    def x(self, column: int, mean: float) -> float:
        """Where a mean stands in a column."""
        start = self.left + self.column * column + self.inset
        return start + (self.column - 2 * self.inset) * (mean - LOWEST) / (HIGHEST - LOWEST)


def _frame(chart: ProfileChart, style: ChartStyle, width: float) -> _Frame:
    widest = max(text_width(row.label, style.label, style.sans, 500) for row in chart.rows)
    left = min(max(widest + style.label * 1.6, width * 0.16), width * 0.26)
    column = min((width - left) / len(chart.columns), style.label * 13)
    head, row = (28.0, 19.25) if style.is_paper else (44.0, 36.0)
    return _Frame(left, column, column * 0.12, head, row, head + row * len(chart.rows))


def _draw_column(
    drawing: Drawing, frame: _Frame, place: int, column: ProfileColumn, cells: Sequence[ProfileCell]
) -> None:
    style, colors = drawing.style, drawing.style.colors
    start, size = frame.left + frame.column * place, style.note
    middle = frame.head * 0.28
    if column.group is not None:
        drawing.mark(
            GROUP_SHAPES[column.group], start + frame.inset, middle, size, colors.groups[column.group]
        )
    name = start + frame.inset + size
    room = frame.column - frame.inset - size * 1.1
    drawing.text(name, middle, fit_text(column.label, room, size, style.sans, 600), size, colors.ink, 600)
    drawing.text(name, middle + size * 1.25, fit_text(column.n, room, size, style.sans), size, colors.grey)
    for mean in (LOWEST, (LOWEST + HIGHEST) / 2, HIGHEST):
        x = frame.x(place, mean)
        drawing.line(x, frame.head, x, frame.bottom, colors.rule_light, 0.75)
        drawing.text(x, frame.bottom + size * 0.85, f"{mean:.0f}", style.tiny, colors.grey, anchor="middle")
    color = colors.groups[column.group] if column.group else colors.ink
    for row, (before, after) in enumerate(pairwise(cells)):
        if before.mean is not None and after.mean is not None:
            spots = [
                (frame.x(place, before.mean), frame.middle(row)),
                (frame.x(place, after.mean), frame.middle(row + 1)),
            ]
            drawing.path_line(spots, color, size * 0.1)
    for row, cell in enumerate(cells):
        _draw_cell(drawing, frame, (place, row), cell, color)


def _draw_cell(
    drawing: Drawing, frame: _Frame, place: tuple[int, int], cell: ProfileCell, color: str
) -> None:
    style, colors = drawing.style, drawing.style.colors
    middle, left = frame.middle(place[1]), frame.left + frame.column * place[0]
    if cell.mean is not None:
        _draw_mean(drawing, frame, place, cell, color)
    elif cell.is_hidden:
        height = frame.row - style.label * 0.4
        drawing.hatch(left + frame.inset / 2, middle - height / 2, frame.column - frame.inset, height)
        draw_eye(drawing, left + frame.column / 2, middle, style.label / 13)
    else:
        drawing.rect(
            left + frame.inset / 2,
            middle - frame.row * 0.4,
            frame.column - frame.inset,
            frame.row * 0.8,
            colors.ground,
        )
        drawing.text(left + frame.column / 2, middle, NONE, style.note, colors.grey, anchor="middle")


def _draw_mean(
    drawing: Drawing, frame: _Frame, place: tuple[int, int], cell: ProfileCell, color: str
) -> None:
    style, colors = drawing.style, drawing.style.colors
    mean = cell.mean or 0.0
    if not LOWEST <= mean <= HIGHEST:
        raise ValueError(f"means are {LOWEST} to {HIGHEST}, not {mean}")
    x, middle, size = frame.x(place[0], mean), frame.middle(place[1]), style.label
    said = figure(mean, 1)
    is_left = mean > (LOWEST + HIGHEST) / 2  # the figure stands where there is more room
    width = text_width(said, size, style.sans, 600)
    mark = size * 0.95 if cell.band in (Reading.STRENGTH, Reading.WATCH, Reading.CONCERN) else 0
    start = x - size * 0.6 - width - mark if is_left else x + size * 0.6
    drawing.rect(start - 1, middle - size * 0.6, width + mark + 2, size * 1.2, colors.ground)
    drawing.text(start, middle, said, size, colors.ink, 600)
    _draw_band(drawing, cell.band, start + width + size * 0.5, middle)
    drawing.circle(x, middle, size * 0.32, color, colors.ground, 1)


def _draw_band(drawing: Drawing, band: Reading | None, x: float, middle: float) -> None:
    """The mark of a band: a check, one or two bars up; steady has none, for nothing is to be done."""
    style, colors = drawing.style, drawing.style.colors
    size = style.label
    if band is Reading.STRENGTH:
        spots = [
            (x - size * 0.24, middle),
            (x - size * 0.06, middle + size * 0.2),
            (x + size * 0.28, middle - size * 0.24),
        ]
        drawing.path_line(spots, colors.good, size * 0.13)
    for offset in {Reading.WATCH: (0.0,), Reading.CONCERN: (-0.15, 0.15)}.get(band or Reading.STEADY, ()):
        color = colors.watch if band is Reading.WATCH else colors.concern
        at = x + offset * size
        drawing.line(at, middle - size * 0.34, at, middle + size * 0.1, color, size * 0.15)
        drawing.circle(at, middle + size * 0.29, size * 0.085, color)


def _draw_legend(drawing: Drawing, frame: _Frame, words: ProfileWords) -> None:
    style, colors = drawing.style, drawing.style.colors
    middle, x, size = frame.bottom + style.note * 2.0, 0.0, style.note
    for band, word in zip(Reading, words.bands, strict=True):
        if band is Reading.STEADY:
            continue
        _draw_band(drawing, band, x + size * 0.5, middle)
        drawing.text(x + size * 1.1, middle, word, size, colors.grey)
        x += size * 2.2 + text_width(word, size, style.sans)


def _word(cell: ProfileCell, words: ProfileWords) -> str:
    return "" if cell.band is None else words.bands[list(Reading).index(cell.band)]


def _said(cell: ProfileCell, words: ProfileWords) -> str:
    """A cell in words: the mean and how it reads, or why it is not told."""
    if cell.mean is None:
        return cell.words or (words.hidden if cell.is_hidden else words.not_asked)
    return " ".join(part for part in (figure(cell.mean, 1), _word(cell, words)) if part)


def _cells(row: ProfileRow, words: ProfileWords) -> TableRow:
    return TableRow((row.label, *(_said(cell, words) for cell in row.cells)))


def _told(chart: ProfileChart) -> list[str]:
    """Each group's means in words."""
    said = []
    for place, column in enumerate(chart.columns):
        means = [f"{row.label} {_said(row.cells[place], chart.words)}" for row in chart.rows]
        said.append(f"{column.label}, {column.n}: {', '.join(means)}")
    return said
