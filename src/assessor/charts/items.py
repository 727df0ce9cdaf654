"""Items with their groups beneath: a diverging bar a group, so that what they say can be compared."""

from dataclasses import dataclass, replace

from assessor.charts.agreement import (
    AgreementRow,
    AgreementWords,
    agreement_cells,
    agreement_headings,
    row_told,
)
from assessor.charts.diverging import Axis, Reach, axis_between, draw_bar, draw_scale, reach_of
from assessor.charts.rows import check_shares, draw_hidden, draw_words
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.tables import ChartTable, TableRow
from assessor.charts.widths import fit_text, text_width, wrap_text
from assessor.palette import GROUP_SHAPES

ITEM_WORDS = AgreementWords(total="Favorable")
_ITEM_LINES = 3


@dataclass(frozen=True)
class ItemBlock:
    """An item as it was worded, and what each group answered to it; groups hidden keep their row."""

    code: str
    wording: str
    rows: tuple[AgreementRow, ...]
    note: str = ""  # "Worded in reverse. Not asked of students."


@dataclass(frozen=True)
class ItemsChart:
    """Items under one reading. Charts that are compared share their reach, and the first has the head."""

    reading: str
    blocks: tuple[ItemBlock, ...]
    words: AgreementWords = ITEM_WORDS
    reach: Reach | None = None
    has_head: bool = True
    beside: tuple[AgreementRow, ...] = ()  # rows of the charts it stands with: all bars begin in one place

    @property
    def shared_reach(self) -> Reach:
        """What the widest bars take on either side."""
        if self.reach is not None:
            return self.reach
        rows = [row for block in self.blocks for row in block.rows]
        return reach_of(row.shares for row in rows if row.shares and check_shares(row.label, row.shares))

    def by_item(self) -> tuple["ItemsChart", ...]:
        """A chart an item on the same scale, so that pages can break between them."""
        reach, rows = self.shared_reach, tuple(row for block in self.blocks for row in block.rows)
        return tuple(
            replace(
                self, reading=block.wording, blocks=(block,), reach=reach, has_head=not place, beside=rows
            )
            for place, block in enumerate(self.blocks)
        )

    def draw(self, style: ChartStyle, width: float) -> str:
        """The items under each other."""
        if not self.blocks:
            return draw_nothing(self.words.nothing, width, style, self.reading)
        sizes = _sizes(self, style, width)
        heights = [sizes.height(block, style) for block in self.blocks]
        title = told(self.reading, [_told(block, self.words) for block in self.blocks])
        drawing = Drawing(width, sizes.head + sum(heights), title, style)
        if self.has_head:
            _draw_head(drawing, sizes, self.words)
        top = sizes.head
        for index, (block, height) in enumerate(zip(self.blocks, heights, strict=True)):
            with drawing.group(f"row-{index}"):
                _draw_block(drawing, sizes, block, top, height)
            top += height
        return drawing.svg()

    def table(self) -> ChartTable:
        """The items as heads, and a row of figures a group beneath each."""
        headings = agreement_headings(self.words)
        rows: list[TableRow] = []
        for block in self.blocks:
            head = " · ".join(part for part in (block.code, block.wording, block.note) if part)
            rows += [TableRow((head,), is_head=True)] if head else []
            cells = (agreement_cells(row, headings) for row in block.rows)
            rows += [replace(row, is_part=bool(head)) for row in cells]
        return ChartTable(self.reading, headings, tuple(rows))


@dataclass(frozen=True)
class _Sizes:
    """Where things stand, and how high they are."""

    margin: float
    left: float  # of the bars
    right: float
    ends: tuple[float, float]  # of the two columns of figures
    axis: Axis
    head: float
    row: float
    bar: float
    line: float  # of the wording
    above: float
    below: float

    def lines(self, block: ItemBlock, style: ChartStyle) -> tuple[str, ...]:
        """The wording, as wide as the chart."""
        room = self.ends[1] - self.margin - _code_width(block, style)
        return wrap_text(block.wording, room, style.label, style.sans, 500, _ITEM_LINES)

    def height(self, block: ItemBlock, style: ChartStyle) -> float:
        """How high an item with its groups is."""
        lines = len(self.lines(block, style)) + bool(block.note)
        return self.above + self.line * lines + self.row * len(block.rows) + self.below


def _code_width(block: ItemBlock, style: ChartStyle) -> float:
    return text_width(_code(block, style), style.note, style.sans, 600) + 8 if block.code else 0.0


def _code(block: ItemBlock, style: ChartStyle) -> str:
    return fit_text(block.code, style.note * 8, style.note, style.sans, 600)


def _sizes(chart: ItemsChart, style: ChartStyle, width: float) -> _Sizes:
    margin = 0.0
    rows = chart.beside or [row for block in chart.blocks for row in block.rows]
    labels = [(row.label, row.note) for row in rows]
    size = style.label
    widest = max(
        (
            text_width(label, size, style.sans) + text_width(note, style.note, style.sans)
            for label, note in labels
        ),
        default=0,
    )
    left = margin + min(max(widest + size * 3.2, size * 9), width * 0.36)
    columns = [
        text_width(words, style.note, style.sans) + size
        for words in (chart.words.total, chart.words.dont_know)
    ]
    last = width - margin
    ends = (last - columns[1], last)
    right = ends[0] - columns[0]
    axis = axis_between(left, right, chart.shared_reach)
    if style.is_paper:
        head = 19.25 if chart.has_head else 0.0
        return _Sizes(margin, left, right, ends, axis, head, 15.75, 11.5, 12.25, 5.25, 7)
    rounded = Axis(round(axis.center), axis.scale)
    return _Sizes(margin, left, right, ends, rounded, 36.0 if chart.has_head else 0.0, 26, 18, 18, 10, 10)


def _draw_head(drawing: Drawing, sizes: _Sizes, words: AgreementWords) -> None:
    style, colors = drawing.style, drawing.style.colors
    middle = sizes.head / 2 - (2 if style.is_paper else 1)
    scale = draw_scale(drawing, words.scale_ends, sizes.margin, middle, sizes.right)
    unit = fit_text(words.unit, sizes.right - scale - style.note, style.note, style.sans)
    drawing.text(sizes.right, middle, unit, style.note, colors.grey, anchor="end")
    for end, said in zip(sizes.ends, (words.total, words.dont_know), strict=True):
        drawing.text(end, middle, said, style.note, colors.grey, anchor="end")
    thick = 0.75 if style.is_paper else 1
    drawing.line(0, sizes.head - 0.5, drawing.width, sizes.head - 0.5, colors.rule_light, thick)


def _draw_block(drawing: Drawing, sizes: _Sizes, block: ItemBlock, top: float, height: float) -> None:
    style, colors = drawing.style, drawing.style.colors
    middle = top + sizes.above + sizes.line / 2
    drawing.text(sizes.margin, middle, _code(block, style), style.note, colors.accent, 600)
    for line in sizes.lines(block, style):
        drawing.text(
            sizes.margin + _code_width(block, style),
            middle,
            line,
            style.label,
            colors.ink,
            600 if style.is_paper else 500,
        )
        middle += sizes.line
    if block.note:
        note = fit_text(
            block.note, sizes.ends[1] - sizes.margin - _code_width(block, style), style.note, style.sans
        )
        drawing.text(sizes.margin + _code_width(block, style), middle, note, style.note, colors.grey)
        middle += sizes.line
    middle += (sizes.row - sizes.line) / 2
    x = sizes.axis.center
    first = middle - sizes.row / 2
    drawing.line(x, first, x, first + sizes.row * len(block.rows), colors.rule, 0.75, "3 3")
    for row in block.rows:
        _draw_row(drawing, sizes, row, middle)
        middle += sizes.row
    bottom = top + height - 0.5
    drawing.line(0, bottom, drawing.width, bottom, colors.rule_light, 0.5 if style.is_paper else 1)


def _draw_row(drawing: Drawing, sizes: _Sizes, row: AgreementRow, middle: float) -> None:
    style, colors = drawing.style, drawing.style.colors
    size = style.note
    x = sizes.margin + size / 2
    if row.group is not None:
        drawing.mark(GROUP_SHAPES[row.group], x, middle, size * 0.85, colors.groups[row.group])
    note = text_width(row.note, style.note, style.sans)
    room = sizes.left - sizes.margin - size * 1.6 - note - size * 1.8
    label = fit_text(row.label, room, style.label, style.sans)
    drawing.text(sizes.margin + size * 1.6, middle, label, style.label, colors.ink)
    drawing.text(sizes.left - size, middle, row.note, style.note, colors.grey, anchor="end")
    if row.shares:
        draw_bar(drawing, sizes.axis, row.shares, middle, sizes.bar)
        drawing.text(sizes.ends[0], middle, row.agreeing, style.label, colors.ink, 600, "end")
        drawing.text(sizes.ends[1], middle, row.dont_know, style.label, colors.grey, 400, "end")
        return
    width = sizes.ends[1] - sizes.left
    if row.is_hidden:
        draw_hidden(drawing, row.words, sizes.left, middle, width, sizes.row - 3)
        return
    ground = text_width(row.words, style.note, style.sans) + 6
    drawing.rect(sizes.left, middle - sizes.bar / 2, min(ground, width), sizes.bar, colors.ground)
    draw_words(drawing, row.words, sizes.left, middle, sizes.right - sizes.left)
    drawing.text(sizes.ends[0], middle, row.agreeing, style.label, colors.ink, 600, "end")
    drawing.text(sizes.ends[1], middle, row.dont_know, style.label, colors.grey, 400, "end")


def _told(block: ItemBlock, words: AgreementWords) -> str:
    return "; ".join([block.note.rstrip("."), *(row_told(row, words) for row in block.rows)])
