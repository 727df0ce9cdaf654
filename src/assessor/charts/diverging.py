"""Bars that diverge from the middle of the neutral: where they stand, and how one is drawn."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assessor.charts.figures import percent
from assessor.charts.svg import Drawing
from assessor.charts.widths import text_width

Shares = tuple[float, float, float, float, float]
Reach = tuple[float, float]

_LEAST_REACH = 26.0  # percent on either side, so that the words above the bars find room


@dataclass(frozen=True)
class Axis:
    """Where the middle of the neutral stands, and how many units a percent is long."""

    center: float
    scale: float


def reach_of(shares: Iterable[Shares]) -> Reach:
    """The percentages that the widest rows take left and right of the middle."""
    known = list(shares)
    before = max((row[0] + row[1] + row[2] / 2 for row in known), default=50.0)
    after = max((row[2] / 2 + row[3] + row[4] for row in known), default=50.0)
    return before, after


def axis_between(left: float, right: float, reach: Reach) -> Axis:
    """The axis on which rows of this reach fill the room."""
    before, after = (max(side, _LEAST_REACH) for side in reach)
    scale = (right - left) / max(before + after, 100)
    return Axis(left + before * scale + (right - left - (before + after) * scale) / 2, scale)


def draw_bar(drawing: Drawing, axis: Axis, shares: Shares, middle: float, height: float) -> None:
    """One bar with its figures, as far as they fit."""
    style, colors = drawing.style, drawing.style.colors
    edge = axis.center - (shares[0] + shares[1] + shares[2] / 2) * axis.scale
    edges = [edge]
    for share in shares:
        edges.append(edges[-1] + share * axis.scale)
    if not style.is_paper:
        edges = [float(round(edge)) for edge in edges]
    weight, inks = (400 if style.is_paper else 500), colors.agreement_ink
    for (start, end), fill, ink, share in zip(pairwise(edges), colors.agreement, inks, shares, strict=True):
        length = end - start - style.gap
        drawing.rect(start, middle - height / 2, length, height, fill)
        said, size = percent(share).rstrip("%"), style.note
        fits = length >= text_width(said, size, style.sans, 500) + 3
        if share >= style.least_labeled * 100 and fits:
            drawing.text(start + length / 2, middle, said, size, ink, weight, "middle")


def draw_scale(
    drawing: Drawing, ends: tuple[str, str], left: float, middle: float, most: float = math.inf
) -> float:
    """The five colors between the words of their ends; where it stops. Without words where `most` is less."""
    style, colors = drawing.style, drawing.style.colors
    size = 14.0 if style.is_paper else 20.0
    words = [text_width(end, style.note, style.sans) for end in ends]
    whole = sum(words) + 5 * round(size * 1.2) + 12
    if left + whole > most:
        return left
    drawing.text(left, middle, ends[0], style.note, colors.grey)
    x = round(left + words[0] + 8)
    for color in colors.agreement:
        drawing.rect(x, middle - size / 4, size, size / 2, color)
        x += round(size * 1.2)
    drawing.text(x + 4, middle, ends[1], style.note, colors.grey)
    return x + 4 + words[1]
