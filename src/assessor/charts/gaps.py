"""Dumbbells: how far two groups lie apart on a scale of 1 to 5, widest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor.charts.figures import figure, signed
from assessor.charts.rows import draw_hidden, draw_label, draw_words
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.tables import NONE, ChartTable, TableRow, untold
from assessor.charts.widths import fit_text, text_width
from assessor.palette import GROUP_SHAPES, Shape
from assessor.terms import Group

LOWEST, HIGHEST = 1, 5
STRONG = 0.8  # from this difference up it is a reason to ask


@dataclass(frozen=True)
class GapRow:
    """What two groups say of one thing, as means of 1 to 5, or the words why there are none."""

    label: str
    first: float | None
    second: float | None
    words: str = ""
    is_flagged: bool = False  # far enough apart to talk about
    is_hidden: bool = False
    numbers: tuple[int, int] | None = None  # how many stand behind each mean
    favorable: tuple[str, str] | None = None  # "43%", "71%"
    favorable_gap: str = ""  # "+28"

    @property
    def gap(self) -> float | None:
        """The second group's mean less the first's, to one decimal as it is shown."""
        if self.first is None or self.second is None:
            return None
        return float(signed(self.second - self.first).replace("−", "-"))


@dataclass(frozen=True)
class GapWords:
    """The two groups as they are named above the chart, and what the figure at the right is."""

    first: str = "SROs"
    second: str = "Administrators"
    difference: str = "Admin. less SRO"
    told: str = "{label}: {first} {a}, {second} {b}, difference {gap}"
    nothing: str = "Nothing to compare yet."
    flagged: str = "flagged"
    sides: tuple[str, str] = ("", "")  # in the table, where they are not named as above the chart
    columns: tuple[str, str, str] = ("{group}, n", "{group}, mean", "{group}, favorable")
    asked: str = "What was asked"
    points: str = "Difference, points"
    favorable_gap: str = "Difference, favorable"
    flag: str = "Flag"


@dataclass(frozen=True)
class GapChart:
    """Pairs of means under one reading: two groups, or with `is_change` one group earlier and later."""

    reading: str
    rows: tuple[GapRow, ...]
    groups: tuple[Group, Group] = (Group.SRO, Group.ADM)
    words: GapWords = GapWords()
    is_change: bool = False

    def draw(self, style: ChartStyle, width: float) -> str:
        """The dumbbells, widest first."""
        return draw_gaps(self.rows, style, self.reading, width, self.groups, self.words, self.is_change)

    def table(self) -> ChartTable:
        """Both sides of each row with their numbers, and the differences, in the order drawn."""
        words = self.words
        names = [side or name for side, name in zip(words.sides, (words.first, words.second), strict=True)]
        sides = [column.format(group=name) for name in names for column in words.columns]
        headings = (words.asked, *sides, words.points, words.favorable_gap, words.flag)
        rows = tuple(_cells(row, words, headings) for row, _ in _ordered(self.rows))
        return ChartTable(self.reading, headings, rows)


def _cells(row: GapRow, words: GapWords, headings: tuple[str, ...]) -> TableRow:
    if row.gap is None:
        return untold(row.label, row.words, headings, is_hidden=row.is_hidden, is_part=False)
    cells = [row.label]
    for side, mean in enumerate((row.first, row.second)):
        n = f"{row.numbers[side]:,}" if row.numbers else NONE
        favorable = row.favorable[side] if row.favorable else NONE
        cells += [n, NONE if mean is None else figure(mean, 1), favorable]
    flag = words.flagged if row.is_flagged else NONE
    return TableRow((*cells, signed(row.gap), row.favorable_gap or NONE, flag))


@dataclass(frozen=True)
class _Mark:
    shape: Shape
    color: str


@dataclass(frozen=True)
class _Frame:
    left: float
    right: float
    head: float
    row: float
    bottom: float

    def place(self, mean: float) -> float:
        """Where a mean stands."""
        return self.left + (self.right - self.left) * (mean - LOWEST) / (HIGHEST - LOWEST)


def draw_gaps(
    rows: Sequence[GapRow],
    style: ChartStyle,
    reading: str,
    width: float = 424,
    groups: tuple[Group, Group] = (Group.SRO, Group.ADM),
    words: GapWords = GapWords(),
    is_change: bool = False,
) -> str:
    """The chart as SVG, its rows named by the order given. The axis is never cut, differences from 0.8 up
    are strong, rows without means come last with their words. Raises ValueError for a mean outside 1 to 5."""
    if not rows:
        return draw_nothing(words.nothing, width, style, reading)
    ordered = _ordered(rows)
    frame = _frame(rows, style, width)
    marks = _marks(groups, style, is_change)
    title = told(reading, [_row_told(row, words) for row, _ in ordered])
    drawing = Drawing(width, frame.bottom + style.note * 1.9, title, style)
    _draw_head(drawing, marks, words)
    _draw_axis(drawing, frame)
    for place, (row, index) in enumerate(ordered):
        with drawing.group(f"row-{index}"):
            _draw_row(drawing, frame, row, frame.head + frame.row * (place + 0.5), marks)
    return drawing.svg()


def _ordered(rows: Sequence[GapRow]) -> list[tuple[GapRow, int]]:
    """Widest first, those without means last, each with its place as given."""
    given = [(_checked(row), index) for index, row in enumerate(rows)]
    return sorted(given, key=lambda pair: (pair[0].gap is None, -abs(pair[0].gap or 0)))


def _checked(row: GapRow) -> GapRow:
    means = [mean for mean in (row.first, row.second) if mean is not None]
    if any(not LOWEST <= mean <= HIGHEST for mean in means):
        raise ValueError(f"{row.label!r}: means are {LOWEST} to {HIGHEST}, not {means}")
    return row


def _row_told(row: GapRow, words: GapWords) -> str:
    if row.gap is None or row.first is None or row.second is None:
        return f"{row.label}: {row.words.rstrip('.')}"
    a, b, gap = figure(row.first, 1), figure(row.second, 1), signed(row.gap)
    told_ = words.told.format(label=row.label, first=words.first, a=a, second=words.second, b=b, gap=gap)
    return f"{told_}, {words.flagged}" if row.is_flagged else told_


def _frame(rows: Sequence[GapRow], style: ChartStyle, width: float) -> _Frame:
    widest = max(text_width(row.label, style.label, style.sans, 500) for row in rows)
    left = min(max(widest + 18, width * 0.3), width * 0.42)
    is_long = widest + 18 > left + 1
    head = style.note * 2 if style.is_paper else 32.0
    row = (24.5 if is_long else 17.5) if style.is_paper else (40.0 if is_long else 32.0)
    right = width - text_width("−0.0", style.label, style.sans, 600) - style.label * 1.9
    return _Frame(left, right, head, row, head + row * len(rows))


def _marks(groups: tuple[Group, Group], style: ChartStyle, is_change: bool) -> tuple[_Mark, _Mark]:
    """How each side is drawn: two groups by their shapes, or one group hollow before and filled after."""
    colors = style.colors
    first, second = (_Mark(GROUP_SHAPES[group], colors.groups[group]) for group in groups)
    return (_Mark(Shape.RING, first.color), second) if is_change else (first, second)


def _draw_head(drawing: Drawing, marks: tuple[_Mark, _Mark], words: GapWords) -> None:
    style, middle = drawing.style, drawing.style.note * 0.75
    gap = text_width(words.difference, style.note, style.sans)
    room = (drawing.width - gap - 16) / 2
    x = style.note / 2
    for mark, name in zip(marks, (words.first, words.second), strict=True):
        _draw_mark(drawing, mark, x, middle)
        said = fit_text(name, room - style.note * 1.6, style.note, style.sans)
        drawing.text(x + style.note, middle, said, style.note, style.colors.ink)
        x += style.note * 2.8 + text_width(said, style.note, style.sans)
    said = fit_text(words.difference, drawing.width * 0.4, style.note, style.sans)
    drawing.text(drawing.width, middle, said, style.note, style.colors.grey, anchor="end")


def _draw_axis(drawing: Drawing, frame: _Frame) -> None:
    style, colors = drawing.style, drawing.style.colors
    for mean in range(LOWEST, HIGHEST + 1):
        x = frame.place(mean)
        drawing.line(x, frame.head, x, frame.bottom, colors.rule_light, 0.75 if style.is_paper else 1)
        drawing.text(x, frame.bottom + style.note, str(mean), style.note, colors.grey, anchor="middle")


def _draw_row(
    drawing: Drawing, frame: _Frame, row: GapRow, middle: float, marks: tuple[_Mark, _Mark]
) -> None:
    style, colors = drawing.style, drawing.style.colors
    draw_label(drawing, row.label, 0, middle, frame.left - 12, 400 if style.is_paper else 500)
    if row.gap is None or row.first is None or row.second is None:
        room = drawing.width - frame.left
        if row.is_hidden:
            draw_hidden(drawing, row.words, frame.left, middle, room, frame.row - 3)
        else:
            drawing.rect(frame.left - 1, middle - 9, room + 1, 18, colors.ground)
            draw_words(drawing, row.words, frame.left, middle, room)
        return
    is_strong = abs(row.gap) >= STRONG
    first, second = frame.place(row.first), frame.place(row.second)
    width = (3 if is_strong else 2) * style.label / 13
    drawing.line(first, middle, second, middle, colors.ink if is_strong else colors.rule, width)
    apart = abs(first - second)
    aside = style.note * 0.3 if apart < style.note * 0.4 else 0  # one above the other where they would hide
    _draw_mark(drawing, marks[1], second, middle + aside, is_free=apart > style.note)
    _draw_mark(drawing, marks[0], first, middle - aside, is_free=apart > style.note)
    ink, weight = (colors.ink, 600) if is_strong else (colors.grey, 400)
    said = signed(row.gap)
    drawing.text(drawing.width, middle, said, style.label, ink, weight, "end")
    if row.is_flagged:
        end = drawing.width - text_width(said, style.label, style.sans, weight) - style.label * 0.35
        draw_flag(drawing, end, middle)


def draw_flag(drawing: Drawing, right: float, middle: float) -> None:
    """A pennant, which says that two sides lie far enough apart to talk about it."""
    size, color = drawing.style.label * 0.75, drawing.style.colors.watch
    left, top = right - size * 0.8, middle - size * 0.6
    drawing.line(left, top, left, top + size * 1.2, color, size * 0.14)
    drawing.polygon([(left, top), (right, top + size * 0.32), (left, top + size * 0.64)], color)


def _draw_mark(drawing: Drawing, mark: _Mark, x: float, y: float, is_free: bool = True) -> None:
    halo = "" if is_free else drawing.style.colors.ground
    drawing.mark(mark.shape, x, y, drawing.style.note, mark.color, halo)
