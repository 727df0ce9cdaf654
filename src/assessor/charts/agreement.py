"""Diverging bars from disagree to agree, a row a group or construct, centered on the neutral."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor.charts.diverging import Axis, Shares, axis_between, draw_bar, draw_scale, reach_of
from assessor.charts.figures import percent
from assessor.charts.rows import check_shares, draw_hidden, draw_words
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.tables import NONE, ChartTable, TableRow, untold
from assessor.charts.widths import fit_text, text_width, wrap_text
from assessor.terms import Group


@dataclass(frozen=True)
class AgreementRow:
    """One row: percentages from strongly disagree to strongly agree, or the words why there are none."""

    label: str
    shares: Shares | None
    note: str = ""  # under the label: "n 14"
    group: Group | None = None  # colors the label on paper
    words: str = ""  # stands in place of the bar
    is_hidden: bool = False  # suppressed, not merely not asked
    is_part: bool = False  # an item under the row above: set in, and lighter
    n: int | None = None
    favorable: str = ""  # as it may be told: "43%", "≥ 95%"; else the two shares that agree
    dont_know: str = ""  # "12%"

    @property
    def agreeing(self) -> str:
        """The share that stands at the end of the bar."""
        if self.favorable or self.shares is None:
            return self.favorable
        return percent(self.shares[3] + self.shares[4])


@dataclass(frozen=True)
class AgreementWords:
    """The words the chart itself says."""

    answers: tuple[str, str, str, str, str] = (
        "strongly disagree",
        "disagree",
        "neither",
        "agree",
        "strongly agree",
    )
    ends: tuple[str, str, str] = ("Disagree", "Neither", "Agree")
    scale_ends: tuple[str, str] = ("Strongly disagree", "Strongly agree")
    unit: str = "% of answers"
    total: str = "Agree"
    nothing: str = "No answers yet."
    asked: str = "What was asked"
    n: str = "n"
    dont_know: str = "Don’t know"


@dataclass(frozen=True)
class AgreementChart:
    """Rows of answers under one reading."""

    reading: str
    rows: tuple[AgreementRow, ...]
    words: AgreementWords = AgreementWords()

    def draw(self, style: ChartStyle, width: float) -> str:
        """The diverging bars."""
        return draw_agreement(self.rows, style, self.reading, width, words=self.words)

    def table(self) -> ChartTable:
        """Each row's n, five shares, the share that agrees, and those who do not know."""
        headings = agreement_headings(self.words)
        return ChartTable(self.reading, headings, tuple(agreement_cells(row, headings) for row in self.rows))


def agreement_headings(words: AgreementWords) -> tuple[str, ...]:
    """What the columns of a table of answers are called."""
    answers = (answer[:1].upper() + answer[1:] for answer in words.answers)
    return (words.asked, words.n, *answers, words.total, words.dont_know)


def agreement_cells(row: AgreementRow, headings: tuple[str, ...]) -> TableRow:
    """The figures of a row, as its bar shows them; of those who answered alike only what may be told."""
    if row.shares is None and row.n is None:
        return untold(row.label, row.words, headings, is_hidden=row.is_hidden, is_part=row.is_part)
    n = "" if row.n is None else f"{row.n:,}"
    shares = [percent(share) for share in row.shares] if row.shares else [row.words, *[NONE] * 4]
    cells = (row.label, n or NONE, *shares, row.agreeing or NONE, row.dont_know or NONE)
    return TableRow(cells, is_part=row.is_part)


@dataclass(frozen=True)
class _Frame:
    """Where things stand; made once for the whole chart."""

    width: float
    left: float  # of the bars
    right: float
    axis: Axis
    head: float
    row: float
    bar: float


def draw_agreement(
    rows: Sequence[AgreementRow],
    style: ChartStyle,
    reading: str,
    width: float = 384,
    reach: tuple[float, float] | None = None,
    words: AgreementWords = AgreementWords(),
) -> str:
    """The chart as SVG. `reach` fixes the percentages shown left and right of the center, for charts that are
    compared; otherwise the widest rows decide. Raises ValueError for shares that are no percentages."""
    if not rows:
        return draw_nothing(words.nothing, width, style, reading)
    frame = _frame(rows, style, width, reach)
    title = told(reading, [row_told(row, words) for row in rows])
    drawing = Drawing(width, frame.head + frame.row * len(rows), title, style)
    (_paper_head if style.is_paper else _screen_head)(drawing, frame, words)
    for index, row in enumerate(rows):
        with drawing.group(f"row-{index}"):
            _draw_row(drawing, frame, row, frame.head + frame.row * index)
    return drawing.svg()


def _frame(
    rows: Sequence[AgreementRow], style: ChartStyle, width: float, reach: tuple[float, float] | None
) -> _Frame:
    widest = max(text_width(row.label, style.label, style.sans, 600) for row in rows)
    left = max(92.0, min(widest + 12, width * 0.3)) if style.is_paper else 24 + min(widest + 16, width * 0.3)
    right = width - (0.5 if style.is_paper else 24 + 56)
    shares = [row.shares for row in rows if row.shares and check_shares(row.label, row.shares)]
    axis = axis_between(left, right, reach or reach_of(shares))
    if style.is_paper:
        return _Frame(width, left, right, axis, head=22, row=28, bar=17)
    return _Frame(width, left, right, Axis(round(axis.center), axis.scale), head=36, row=40, bar=20)


def _paper_head(drawing: Drawing, frame: _Frame, words: AgreementWords) -> None:
    style, middle = drawing.style, frame.head / 2 - 4.5
    half = text_width(words.ends[1], style.note, style.sans) / 2 + 9
    colors = style.colors
    drawing.text(frame.axis.center, middle, words.ends[1], style.note, colors.grey, anchor="middle")
    drawing.text(
        frame.axis.center - half, middle, f"← {words.ends[0]}", style.note, colors.agreement[0], 600, "end"
    )
    drawing.text(frame.axis.center + half, middle, f"{words.ends[2]} →", style.note, colors.agreement[4], 600)


def _screen_head(drawing: Drawing, frame: _Frame, words: AgreementWords) -> None:
    style, colors, middle = drawing.style, drawing.style.colors, 16.0
    scale = draw_scale(drawing, words.scale_ends, 24, middle)
    unit = fit_text(words.unit, frame.right - scale - style.note, style.note, style.sans)
    drawing.text(frame.right, middle, unit, style.note, colors.grey, anchor="end")
    drawing.text(frame.width - 24, middle, words.total, style.note, colors.grey, anchor="end")
    drawing.line(0, frame.head - 0.5, frame.width, frame.head - 0.5, colors.rule_light, 1)


def _draw_row(drawing: Drawing, frame: _Frame, row: AgreementRow, top: float) -> None:
    style, colors = drawing.style, drawing.style.colors
    middle = top + (frame.row - (0 if style.is_paper else 1)) / 2
    _draw_label(drawing, frame, row, middle)
    if row.shares:
        if not style.is_paper:
            drawing.line(
                frame.axis.center + 0.5,
                top + 4,
                frame.axis.center + 0.5,
                top + frame.row - 5,
                colors.rule,
                1,
                "4 3",
            )
        draw_bar(drawing, frame.axis, row.shares, middle, frame.bar)
    elif row.is_hidden:
        draw_hidden(drawing, row.words, frame.left, middle, frame.right - frame.left)
    else:
        draw_words(drawing, row.words, frame.left, middle, frame.right - frame.left)
    if not style.is_paper:
        bottom = top + frame.row - 0.5
        drawing.line(0, bottom, frame.width, bottom, colors.rule_light, 1)
        if row.shares:
            drawing.text(frame.width - 24, middle, row.agreeing, style.label, colors.ink, 600, "end")


def _draw_label(drawing: Drawing, frame: _Frame, row: AgreementRow, middle: float) -> None:
    style, colors = drawing.style, drawing.style.colors
    weight, left = (600, 0.0) if style.is_paper else (500, 24.0)
    if row.is_part:
        weight, left = 400, left + style.label
    color = colors.groups[row.group] if row.group and style.is_paper else colors.ink
    room = frame.left - left - 6
    lines = wrap_text(row.label, room, style.label, style.sans, weight, 1 if row.note else 2)
    notes = wrap_text(row.note, room, style.tiny, style.sans, 400, 1)
    pitch = style.label * 1.16
    start = middle - pitch * (len(lines) + len(notes) - 1) / 2
    for place, line in enumerate(lines):
        drawing.text(left, start + pitch * place, line, style.label, color, weight)
    for line in notes:
        drawing.text(left, start + pitch * len(lines), line, style.tiny, colors.grey)


def row_told(row: AgreementRow, words: AgreementWords) -> str:
    """A row in words, with the figures that stand at its end."""
    head = ", ".join(part for part in (row.label, row.note) if part)
    named = zip(words.answers, row.shares, strict=True) if row.shares else ()
    said = [f"{answer} {percent(share)}" for answer, share in named] or [row.words.rstrip(".")]
    unsure = "" if row.dont_know and row.dont_know in row.note else row.dont_know
    ends = ((words.total, row.favorable), (words.dont_know, unsure))
    said += [f"{name[:1].lower()}{name[1:]} {figure}" for name, figure in ends if figure]
    return f"{head}: {', '.join(said)}"
