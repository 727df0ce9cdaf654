"""Small figures: twenty dots, confidence dots, a rubric level, a priority on its scale, a rate."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assessor.charts.figures import figure, percent
from assessor.charts.spacing import push_apart
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, told
from assessor.charts.widths import fit_text, text_width

CONCERN_DOTS = 3


@dataclass(frozen=True)
class ConfidenceRow:
    """One part of the confidence in a finding: how many of three dots are filled, and what that means."""

    label: str
    concern: int  # 0 none … 3 serious
    words: str


def draw_twenty(share: float, style: ChartStyle, reading: str, width: float = 164) -> str:
    """Twenty dots in a row, one for each 5 percent, rounded to the nearest."""
    _check("share", share, 0, 100)
    pitch = width / 20
    radius = pitch * 0.395
    drawing = Drawing(width, pitch * 1.1, told(reading, [percent(share)]), style)
    filled, color = math.floor(share / 5 + 0.5), style.colors.accent
    for place in range(20):
        fill = color if place < filled else style.colors.ground
        drawing.circle(pitch * (place + 0.5), pitch * 0.55, radius, fill, color, pitch * 0.1)
    return drawing.svg()


def draw_confidence(
    rows: Sequence[ConfidenceRow], style: ChartStyle, reading: str, width: float = 164
) -> str:
    """The parts of a confidence under each other: name, three dots, words. The fewer filled, the surer."""
    colors, pitch = style.colors, style.label * 15 / 9
    title = told(reading, [f"{row.label}: {row.words}" for row in rows])
    drawing = Drawing(width, max(pitch * len(rows), pitch), title, style)
    radius, step = style.label * 0.51, style.label * 13 / 9
    words = max((text_width(row.words, style.note, style.sans) for row in rows), default=0)
    left = min(max(67 * style.label / 9, width * 0.4), max(width - words - step * 3 - 4, width * 0.3))
    for place, row in enumerate(rows):
        _check(row.label, row.concern, 0, CONCERN_DOTS)
        middle = pitch * (place + 0.5)
        drawing.text(
            0, middle, fit_text(row.label, left - 4, style.label, style.sans), style.label, colors.ink
        )
        for dot in range(CONCERN_DOTS):
            fill, edge = (colors.ink, colors.ink) if dot < row.concern else (colors.ground, colors.quiet)
            drawing.circle(left + radius + step * dot + 0.4, middle, radius, fill, edge, 0.75)
        said = fit_text(row.words, width - left - step * 3 - 2, style.note, style.sans)
        drawing.text(width, middle, said, style.note, colors.grey, anchor="end")
    return drawing.svg()


def draw_level(
    level: int | None, style: ChartStyle, reading: str, highest: int = 3, width: float = 164, words: str = ""
) -> str:
    """A rubric level on its bar, filled up to it; `words` where there is no level."""
    if level is not None:
        _check("level", level, 0, highest)
    colors, cells = style.colors, highest + 1
    value = f"{level} / {highest}" if level is not None else words
    drawing = Drawing(width, 16 + 10.5 + style.note * 2, told(reading, [value]), style)
    step = (width + 1.25) / cells
    for place in range(cells):
        left, reached = step * place + 0.4, level is not None and place <= level
        fill, edge = (colors.accent, colors.accent) if reached else (colors.ground, colors.quiet)
        drawing.rect(left, 13, step - 2.05, 10.5, fill, edge, 0.75)
        middle, bold = left + (step - 2.05) / 2, place == level
        ink = colors.ink if bold else colors.grey
        drawing.text(middle, 24 + style.note, str(place), style.note, ink, 600 if bold else 400, "middle")
        if bold:
            drawing.polygon([(middle - 4, 3.5), (middle + 4, 3.5), (middle, 10.5)], colors.ink)
    if level is None:
        drawing.text(0, 6, fit_text(words, width, style.note, style.sans), style.note, colors.grey)
    return drawing.svg()


def draw_priority(
    score: float,
    style: ChartStyle,
    reading: str,
    cuts: tuple[float, float] = (45, 70),
    bands: tuple[str, str, str] = ("low", "medium", "high"),
    width: float = 164,
) -> str:
    """A priority score of 0 to 100 on its scale of three bands; `cuts` are where medium and high begin."""
    _check("score", score, 0, 100)
    colors, size = style.colors, style.label + 0.5
    here = sum(score >= cut for cut in cuts)
    drawing = Drawing(
        width, size + 14 + style.note * 2.2, told(reading, [f"{figure(score)} / 100, {bands[here]}"]), style
    )
    top = size + 6
    edges = [0, *(width * cut / 100 for cut in cuts), width]
    for fill, (start, end) in zip(colors.bands, pairwise(edges), strict=True):
        drawing.rect(start, top, end - start, 8, fill)
    names = [fit_text(name, width / 3 - 6, style.note, style.sans, 600) for name in bands]
    widths = [text_width(name, style.note, style.sans, 600) for name in names]
    middles = [(start + end) / 2 for start, end in pairwise(edges)]
    for place, at in enumerate(push_apart(middles, widths, 0, width, 5)):
        ink, weight = (colors.ink, 600) if place == here else (colors.grey, 400)
        drawing.text(at, top + 10 + style.note, names[place], style.note, ink, weight, "middle")
    _draw_score(drawing, score, width, top, size)
    return drawing.svg()


def _draw_score(drawing: Drawing, score: float, width: float, top: float, size: float) -> None:
    style, colors = drawing.style, drawing.style.colors
    x = min(max(width * score / 100, 1), width - 1)
    drawing.line(x, top - 5, x, top + 13, colors.ink, 1.75)
    half = text_width(figure(score), size, style.sans, 600) / 2
    at = min(max(x, half), width - half)
    drawing.text(at, size * 0.55, figure(score), size, colors.ink, 700 if style.is_paper else 600, "middle")


def draw_rate(share: float, style: ChartStyle, reading: str, width: float = 42, height: float = 3.5) -> str:
    """A rate as a bar on its ground; a rate above 0 is never invisible."""
    _check("share", share, 0, 100)
    drawing = Drawing(width, height, told(reading, [percent(share)]), style)
    drawing.rect(0, 0, width, height, style.colors.empty)
    length = width * share / 100
    drawing.rect(0, 0, max(length, 1.0) if share > 0 else 0, height, style.colors.accent)
    return drawing.svg()


def _check(what: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise ValueError(f"{what} is {low:g} to {high:g}, not {value}")
