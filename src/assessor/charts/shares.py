"""Horizontal bars from zero: how often each reason or answer came up."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor.charts.figures import percent
from assessor.charts.rows import check_amounts, draw_hidden, draw_label
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.tables import NONE, ChartTable, TableRow
from assessor.charts.widths import text_width


@dataclass(frozen=True)
class ShareRow:
    """One bar: its share in percent (or any amount from 0 up, with its own figure), or why there is none."""

    label: str
    value: float | None
    is_strong: bool = False  # the bar the reading is about
    figure: str = ""  # instead of the percentage: "14 of 31"
    words: str = ""  # in place of the bar, where the value is hidden
    n: int | None = None  # how many the share is of
    dont_know: str = ""
    count: int | None = None  # how many took this answer, where the rows are answers


@dataclass(frozen=True)
class SharesWords:
    """The words the chart and its table say."""

    label: str = "Answer"
    share: str = "Share"
    n: str = "n"
    dont_know: str = "Don’t know"
    nothing: str = "Nothing counted yet."


@dataclass(frozen=True)
class SharesChart:
    """Shares or amounts under one reading; `whole` is the amount that fills the room."""

    reading: str
    rows: tuple[ShareRow, ...]
    words: SharesWords = SharesWords()
    whole: float | None = 100

    def draw(self, style: ChartStyle, width: float) -> str:
        """A bar a row."""
        return draw_shares(self.rows, style, self.reading, width, self.whole, self.words.nothing)

    def table(self) -> ChartTable:
        """Each row's figure, and where they are known its n and those who do not know."""
        words = self.words
        headings = (words.label, words.share, words.n, words.dont_know)
        return ChartTable(self.reading, headings, tuple(_cells(row) for row in self.rows))


def _cells(row: ShareRow) -> TableRow:
    people = row.n if row.n is not None else row.count
    n = NONE if people is None else f"{people:,}"
    cells = (row.label, _figure(row) or row.words or NONE, n, row.dont_know or NONE)
    return TableRow(cells, is_hidden=row.value is None)


@dataclass(frozen=True)
class _Frame:
    left: float
    right: float
    most: float
    row: float
    bar: float


def draw_shares(
    rows: Sequence[ShareRow],
    style: ChartStyle,
    reading: str,
    width: float = 384,
    whole: float | None = None,
    nothing: str = "Nothing counted yet.",
) -> str:
    """The chart as SVG. The longest bar fills the room, or `whole` does, for charts that are compared.
    Raises ValueError for an amount that is not a number from 0 up."""
    if not rows:
        return draw_nothing(nothing, width, style, reading)
    frame = _frame(rows, style, width, whole)
    title = told(reading, [f"{row.label}: {_said(row) or row.words.rstrip('.')}" for row in rows])
    drawing = Drawing(width, frame.row * len(rows), title, style)
    for index, row in enumerate(rows):
        with drawing.group(f"row-{index}"):
            _draw_row(drawing, frame, row, frame.row * (index + 0.5))
    return drawing.svg()


def _figure(row: ShareRow) -> str:
    return "" if row.value is None else row.figure or percent(row.value)


def _said(row: ShareRow) -> str:
    """The figure at the end of the bar, with the number behind it where it is known."""
    figure = _figure(row)
    beside = f"n {row.n:,}" if row.n is not None else f"{row.count:,}" if row.count is not None else ""
    return f"{figure} · {beside}" if figure and beside else figure


def _frame(rows: Sequence[ShareRow], style: ChartStyle, width: float, whole: float | None) -> _Frame:
    values = check_amounts([row.value for row in rows])
    widest = max(text_width(row.label, style.label, style.sans, 600) for row in rows)
    figures = max(text_width(_said(row), style.label, style.sans, 600) for row in rows)
    left = min(max(92.0, widest + 12), width * 0.4)
    right = max(width - min(figures, width * 0.25) - 7, left + 1)
    most = max([whole or 0, *values]) or 1.0
    return _Frame(left, right, most, *((17.5, 12.0) if style.is_paper else (40.0, 20.0)))


def _draw_row(drawing: Drawing, frame: _Frame, row: ShareRow, middle: float) -> None:
    style, colors = drawing.style, drawing.style.colors
    draw_label(drawing, row.label, 0, middle, frame.left - 8, 600 if row.is_strong else 400)
    if row.value is None:
        draw_hidden(drawing, row.words, frame.left, middle, drawing.width - frame.left - 0.5, frame.row - 3)
        return
    length = (frame.right - frame.left) * row.value / frame.most
    fill = colors.accent if row.is_strong else colors.muted
    drawing.rect(frame.left, middle - frame.bar / 2, length, frame.bar, fill)
    if length < 0.5:
        drawing.rect(frame.left, middle - frame.bar / 2, 0.75, frame.bar, colors.rule)
    drawing.text(frame.left + length + 5, middle, _said(row), style.label, colors.ink, 600)
