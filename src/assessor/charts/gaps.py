"""Dumbbells: how far two groups lie apart on a scale of 1 to 5, widest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor.charts.figures import figure, signed
from assessor.charts.rows import draw_label, draw_words
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.widths import fit_text, text_width
from assessor.palette import GROUP_SHAPES
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
) -> str:
    """The chart as SVG, its rows named by the order given. The axis is never cut, differences from 0.8 up
    are strong, rows without means come last with their words. Raises ValueError for a mean outside 1 to 5."""
    if not rows:
        return draw_nothing(words.nothing, width, style, reading)
    given = [(_checked(row), index) for index, row in enumerate(rows)]
    ordered = sorted(given, key=lambda pair: (pair[0].gap is None, -abs(pair[0].gap or 0)))
    frame = _frame(rows, style, width)
    title = told(reading, [_row_told(row, words) for row, _ in ordered])
    drawing = Drawing(width, frame.bottom + style.note * 1.9, title, style)
    _draw_head(drawing, groups, words)
    _draw_axis(drawing, frame)
    for place, (row, index) in enumerate(ordered):
        with drawing.group(f"row-{index}"):
            _draw_row(drawing, frame, row, frame.head + frame.row * (place + 0.5), groups)
    return drawing.svg()


def _checked(row: GapRow) -> GapRow:
    means = [mean for mean in (row.first, row.second) if mean is not None]
    if any(not LOWEST <= mean <= HIGHEST for mean in means):
        raise ValueError(f"{row.label!r}: means are {LOWEST} to {HIGHEST}, not {means}")
    return row


def _row_told(row: GapRow, words: GapWords) -> str:
    if row.gap is None or row.first is None or row.second is None:
        return f"{row.label}: {row.words.rstrip('.')}"
    a, b, gap = figure(row.first, 1), figure(row.second, 1), signed(row.gap)
    return words.told.format(label=row.label, first=words.first, a=a, second=words.second, b=b, gap=gap)


def _frame(rows: Sequence[GapRow], style: ChartStyle, width: float) -> _Frame:
    widest = max(text_width(row.label, style.label, style.sans, 500) for row in rows)
    left = min(max(widest + 18, width * 0.3), width * 0.42)
    head, row = (style.note * 2, 17.5) if style.is_paper else (32.0, 32.0)
    right = width - text_width("−0.0", style.label, style.sans, 600) - style.label * 1.6
    return _Frame(left, right, head, row, head + row * len(rows))


def _draw_head(drawing: Drawing, groups: tuple[Group, Group], words: GapWords) -> None:
    style, middle = drawing.style, drawing.style.note * 0.75
    gap = text_width(words.difference, style.note, style.sans)
    room = (drawing.width - gap - 16) / 2
    x = style.note / 2
    for group, name in zip(groups, (words.first, words.second), strict=True):
        _draw_mark(drawing, group, x, middle)
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
    drawing: Drawing, frame: _Frame, row: GapRow, middle: float, groups: tuple[Group, Group]
) -> None:
    style, colors = drawing.style, drawing.style.colors
    draw_label(drawing, row.label, 0, middle, frame.left - 12, 400 if style.is_paper else 500)
    if row.gap is None or row.first is None or row.second is None:
        drawing.rect(frame.left - 1, middle - 9, drawing.width - frame.left + 1, 18, colors.ground)
        draw_words(drawing, row.words, frame.left, middle, drawing.width - frame.left)
        return
    is_strong = abs(row.gap) >= STRONG
    first, second = frame.place(row.first), frame.place(row.second)
    width = (3 if is_strong else 2) * style.label / 13
    drawing.line(first, middle, second, middle, colors.ink if is_strong else colors.rule, width)
    apart = abs(first - second)
    aside = style.note * 0.3 if apart < style.note * 0.4 else 0  # one above the other where they would hide
    _draw_mark(drawing, groups[1], second, middle + aside, is_free=apart > style.note)
    _draw_mark(drawing, groups[0], first, middle - aside, is_free=apart > style.note)
    ink, weight = (colors.ink, 600) if is_strong else (colors.grey, 400)
    drawing.text(drawing.width, middle, signed(row.gap), style.label, ink, weight, "end")


def _draw_mark(drawing: Drawing, group: Group, x: float, y: float, is_free: bool = True) -> None:
    style = drawing.style
    halo = "" if is_free else style.colors.ground
    drawing.mark(GROUP_SHAPES[group], x, y, style.note, style.colors.groups[group], halo)
