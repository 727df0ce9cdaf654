"""Diverging bars from disagree to agree, a row a group or construct, centered on the neutral."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assessor.charts.figures import percent
from assessor.charts.rows import check_shares, draw_hidden, draw_words
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.widths import text_width, wrap_text
from assessor.terms import Group

Shares = tuple[float, float, float, float, float]

_LEAST_REACH = 26.0  # percent on either side, so that the words above the bars find room


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


@dataclass(frozen=True)
class _Frame:
    """Where things stand; made once for the whole chart."""

    width: float
    left: float  # of the bars
    right: float
    center: float
    scale: float  # units per percent
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
    title = told(reading, [_row_told(row, words) for row in rows])
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
    before = max([reach[0]] if reach else [s[0] + s[1] + s[2] / 2 for s in shares], default=50)
    after = max([reach[1]] if reach else [s[2] / 2 + s[3] + s[4] for s in shares], default=50)
    before, after = max(before, _LEAST_REACH), max(after, _LEAST_REACH)
    scale = (right - left) / max(before + after, 100)
    center = left + before * scale + (right - left - (before + after) * scale) / 2
    if style.is_paper:
        return _Frame(width, left, right, center, scale, head=22, row=28, bar=17)
    return _Frame(width, left, right, round(center), scale, head=36, row=40, bar=20)


def _paper_head(drawing: Drawing, frame: _Frame, words: AgreementWords) -> None:
    style, middle = drawing.style, frame.head / 2 - 4.5
    half = text_width(words.ends[1], style.note, style.sans) / 2 + 9
    colors = style.colors
    drawing.text(frame.center, middle, words.ends[1], style.note, colors.grey, anchor="middle")
    drawing.text(
        frame.center - half, middle, f"← {words.ends[0]}", style.note, colors.agreement[0], 600, "end"
    )
    drawing.text(frame.center + half, middle, f"{words.ends[2]} →", style.note, colors.agreement[4], 600)


def _screen_head(drawing: Drawing, frame: _Frame, words: AgreementWords) -> None:
    style, colors, middle = drawing.style, drawing.style.colors, 16.0
    drawing.text(24, middle, words.scale_ends[0], style.note, colors.grey)
    x = round(24 + text_width(words.scale_ends[0], style.note, style.sans) + 8)
    for color in colors.agreement:
        drawing.rect(x, middle - 5, 20, 10, color)
        x += 24
    drawing.text(x + 4, middle, words.scale_ends[1], style.note, colors.grey)
    drawing.text(frame.right, middle, words.unit, style.note, colors.grey, anchor="end")
    drawing.text(frame.width - 24, middle, words.total, style.note, colors.grey, anchor="end")
    drawing.line(0, frame.head - 0.5, frame.width, frame.head - 0.5, colors.rule_light, 1)


def _draw_row(drawing: Drawing, frame: _Frame, row: AgreementRow, top: float) -> None:
    style, colors = drawing.style, drawing.style.colors
    middle = top + (frame.row - (0 if style.is_paper else 1)) / 2
    _draw_label(drawing, frame, row, middle)
    if row.shares:
        if not style.is_paper:
            drawing.line(
                frame.center + 0.5, top + 4, frame.center + 0.5, top + frame.row - 5, colors.rule, 1, "4 3"
            )
        _draw_bar(drawing, frame, row.shares, middle)
    elif row.is_hidden:
        draw_hidden(drawing, row.words, frame.left, middle, frame.right - frame.left)
    else:
        draw_words(drawing, row.words, frame.left, middle, frame.right - frame.left)
    if not style.is_paper:
        bottom = top + frame.row - 0.5
        drawing.line(0, bottom, frame.width, bottom, colors.rule_light, 1)
        if row.shares:
            agree = percent(row.shares[3] + row.shares[4])
            drawing.text(frame.width - 24, middle, agree, style.label, colors.ink, 600, "end")


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


def _draw_bar(drawing: Drawing, frame: _Frame, shares: Shares, middle: float) -> None:
    style, colors = drawing.style, drawing.style.colors
    edge = frame.center - (shares[0] + shares[1] + shares[2] / 2) * frame.scale
    edges = [edge]
    for share in shares:
        edges.append(edges[-1] + share * frame.scale)
    if not style.is_paper:
        edges = [float(round(edge)) for edge in edges]
    inks = colors.agreement_ink
    for (start, end), fill, ink, share in zip(pairwise(edges), colors.agreement, inks, shares, strict=True):
        length = end - start - style.gap
        drawing.rect(start, middle - frame.bar / 2, length, frame.bar, fill)
        said, size = percent(share).rstrip("%"), style.note
        fits = length >= text_width(said, size, style.sans, 500) + 3
        if share >= style.least_labeled * 100 and fits:
            drawing.text(
                start + length / 2, middle, said, size, ink, 400 if style.is_paper else 500, "middle"
            )


def _row_told(row: AgreementRow, words: AgreementWords) -> str:
    head = ", ".join(part for part in (row.label, row.note) if part)
    if row.shares is None:
        return f"{head}: {row.words.rstrip('.')}"
    named = zip(words.answers, row.shares, strict=True)
    return f"{head}: " + ", ".join(f"{answer} {percent(share)}" for answer, share in named)
