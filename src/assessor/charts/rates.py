"""Response rates: of those invited in each group how many answered, and how many were expected to."""

from dataclasses import dataclass

from assessor.charts.figures import percent
from assessor.charts.rows import check_amounts, draw_hidden, draw_words
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.tables import NONE, ChartTable, TableRow
from assessor.charts.widths import fit_text, text_width
from assessor.palette import GROUP_SHAPES
from assessor.terms import Group


@dataclass(frozen=True)
class RateRow:
    """A group: how many were invited and answered, as far as it is known and may be shown."""

    label: str
    group: Group | None
    invited: int | None
    answered: int | None
    rate: float | None = None  # 0 to 100
    expected: int | None = None  # the least % that should answer
    words: str = ""  # stands for the bar: hidden, or not known how many were invited
    is_hidden: bool = False

    @property
    def is_low(self) -> bool:
        """Whether fewer answered than were expected to, compared as the rate is shown in full."""
        return self.rate is not None and self.expected is not None and round(self.rate, 1) < self.expected


@dataclass(frozen=True)
class RateWords:
    """The words the chart itself says."""

    group: str = "Group"
    invited: str = "Invited"
    answered: str = "Answered"
    rate: str = "Rate"
    expected: str = "Expected"
    counts: str = "{answered} of {invited}"
    line: str = "expected"
    low: str = "{expected}% expected"
    hidden: str = "hidden"
    unknown: str = "not known"
    nothing: str = "Nobody was invited yet."


@dataclass(frozen=True)
class RatesChart:
    """The groups of a wave under one reading."""

    reading: str
    rows: tuple[RateRow, ...]
    words: RateWords = RateWords()

    def draw(self, style: ChartStyle, width: float) -> str:
        """A bar a group on the ground of all who were invited, and the line of what is expected."""
        if not self.rows:
            return draw_nothing(self.words.nothing, width, style, self.reading)
        check_amounts([row.rate for row in self.rows])
        frame = _frame(self, style, width)
        title = told(self.reading, [_told(row, self.words) for row in self.rows])
        drawing = Drawing(width, frame.head + frame.row * len(self.rows), title, style)
        _draw_head(drawing, frame, self.words)
        for index, row in enumerate(self.rows):
            with drawing.group(f"row-{index}"):
                _draw_row(drawing, frame, row, frame.head + frame.row * (index + 0.5), self.words)
        return drawing.svg()

    def table(self) -> ChartTable:
        """Invited, answered, the rate, and the rate expected."""
        words = self.words
        headings = (words.group, words.invited, words.answered, words.rate, words.expected)
        return ChartTable(self.reading, headings, tuple(_cells(row, words) for row in self.rows))


@dataclass(frozen=True)
class _Frame:
    left: float
    right: float  # of the bars
    counts: float  # where counts end
    head: float
    row: float
    bar: float


def _counts(row: RateRow, words: RateWords) -> str:
    """How many answered, of how many."""
    if row.answered is None:
        return ""
    if row.invited is None:
        return f"{row.answered:,}"
    return words.counts.format(answered=f"{row.answered:,}", invited=f"{row.invited:,}")


def _low(row: RateRow, words: RateWords) -> str:
    return words.low.format(expected=row.expected) if row.is_low else ""


def _frame(chart: RatesChart, style: ChartStyle, width: float) -> _Frame:
    size = style.label
    widest = max(text_width(row.label, size, style.sans, 500) for row in chart.rows)
    counts = max(text_width(_counts(row, chart.words), size, style.sans) for row in chart.rows)
    low = max(text_width(_low(row, chart.words), style.note, style.sans) for row in chart.rows)
    left = min(widest + size * 2.6, width * 0.34)
    end = width - text_width("100%", size, style.sans, 600) - size * 1.2
    right = end - max(counts, low) - size * 1.6
    return _Frame(left, right, end, *((15.75, 22.75, 9.0) if style.is_paper else (28.0, 44.0, 16.0)))


def _draw_head(drawing: Drawing, frame: _Frame, words: RateWords) -> None:
    style, colors, middle = drawing.style, drawing.style.colors, frame.head * 0.4
    size = style.note
    drawing.text(frame.counts, middle, words.answered, size, colors.grey, anchor="end")
    drawing.text(drawing.width, middle, words.rate, size, colors.grey, anchor="end")
    drawing.line(
        frame.left + 1, middle - size * 0.5, frame.left + 1, middle + size * 0.5, colors.ink, size / 8
    )
    drawing.text(frame.left + size * 0.7, middle, words.line, size, colors.grey)


def _draw_row(drawing: Drawing, frame: _Frame, row: RateRow, middle: float, words: RateWords) -> None:
    style, colors, size = drawing.style, drawing.style.colors, drawing.style.label
    if row.group is not None:
        drawing.mark(GROUP_SHAPES[row.group], size * 0.55, middle, style.note, colors.groups[row.group])
    label = fit_text(row.label, frame.left - size * 2, size, style.sans, 500)
    drawing.text(size * 1.5, middle, label, size, colors.ink, 400 if style.is_paper else 500)
    if row.rate is None:
        room = drawing.width - frame.left
        if row.is_hidden:
            draw_hidden(drawing, row.words, frame.left, middle, room, frame.row - 4)
        else:
            draw_words(drawing, row.words, frame.left, middle, frame.right - frame.left)
            drawing.text(frame.counts, middle, _counts(row, words), size, colors.ink, anchor="end")
        return
    length = frame.right - frame.left
    drawing.rect(frame.left, middle - frame.bar / 2, length, frame.bar, colors.empty)
    drawing.rect(
        frame.left, middle - frame.bar / 2, length * min(row.rate, 100) / 100, frame.bar, colors.accent
    )
    if row.expected is not None:
        x, reach = frame.left + length * row.expected / 100, frame.bar / 2 + size * 0.3
        drawing.line(x - 0.5, middle - reach, x - 0.5, middle + reach, colors.ink, size / 7)
    low = _low(row, words)
    above = style.note * 0.62 if low else 0
    drawing.text(frame.counts, middle - above, _counts(row, words), size, colors.ink, anchor="end")
    drawing.text(frame.counts, middle + above, low, style.note, colors.watch, anchor="end")
    drawing.text(drawing.width, middle - above, percent(row.rate), size, colors.ink, 600, "end")


def _cells(row: RateRow, words: RateWords) -> TableRow:
    answered = f"{row.answered:,}" if row.answered is not None else row.words
    rate = percent(row.rate) if row.rate is not None else words.hidden if row.is_hidden else NONE
    invited = words.unknown if row.invited is None else f"{row.invited:,}"
    expected = NONE if row.expected is None else f"{row.expected}%"
    return TableRow((row.label, invited, answered, rate, expected), is_hidden=row.is_hidden)


def _told(row: RateRow, words: RateWords) -> str:
    if row.rate is None:
        return (
            f"{row.label}: {', '.join(part for part in (_counts(row, words), row.words.rstrip('.')) if part)}"
        )
    parts = (_counts(row, words), percent(row.rate), _low(row, words))
    return f"{row.label}: {', '.join(part for part in parts if part)}"
