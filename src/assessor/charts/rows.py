"""What rows of several charts share: words where there is no bar, and the check of percentages."""

import math
from collections.abc import Sequence

from assessor.charts.svg import Drawing
from assessor.charts.widths import text_width, wrap_text

_SWATCH = 12.0  # the hatch before the words on paper


def check_shares(label: str, shares: Sequence[float]) -> bool:
    """True if these are percentages of one whole; raises ValueError (in words) if not."""
    if any(not math.isfinite(share) or share < 0 for share in shares):
        raise ValueError(f"{label!r}: shares are percentages from 0 up, not {list(shares)}")
    if abs(sum(shares) - 100) > len(shares) / 2:
        raise ValueError(f"{label!r}: shares make {sum(shares):g}%, not 100%")
    return True


def check_amounts(values: Sequence[float | None]) -> list[float]:
    """The amounts that are known; raises ValueError where one is not a number from 0 up."""
    known = [value for value in values if value is not None]
    if any(not math.isfinite(value) or value < 0 for value in known):
        raise ValueError(f"amounts are numbers from 0 up, not {known}")
    return known


def draw_label(
    drawing: Drawing, label: str, left: float, middle: float, width: float, weight: int = 400
) -> None:
    """A row's name, on two lines where one is too short."""
    style = drawing.style
    one_line = text_width(label, style.label, style.sans, weight) <= width
    size = style.label if one_line or not style.is_paper else style.note
    lines = wrap_text(label, width, size, style.sans, weight, 2)
    pitch = size * (1.0 if style.is_paper else 1.2)
    for place, line in enumerate(lines):
        center = middle + pitch * (place - (len(lines) - 1) / 2)
        drawing.text(left, center, line, size, style.colors.ink, weight)


def draw_hidden(
    drawing: Drawing, words: str, left: float, middle: float, width: float, most: float = 25.5
) -> None:
    """The frame or hatch of what is too small to show, with the words that say so; at most `most` high."""
    style, colors = drawing.style, drawing.style.colors
    if style.is_paper:
        lines = wrap_text(words, width - _SWATCH - 13, style.note, style.sans, 400, 2 if most >= 25 else 1)
        height = min(most, 16.5 if len(lines) < 2 else 25.5)
        drawing.hatch(left, middle - height / 2, _SWATCH, height)
        drawing.rect(left + _SWATCH, middle - height / 2, width - _SWATCH, height, colors.ground)
        drawing.rect(left, middle - height / 2, width - 0.4, height, "none", colors.rule_light, 0.75)
        _draw_lines(drawing, lines, left + _SWATCH + 7, middle, 10)
        return
    room = min(width, text_width(words, style.note, style.sans) + 40)
    height = min(24.0, most)
    drawing.hatch(left, middle - height / 2, room, height)
    draw_eye(drawing, left + 16, middle)
    _draw_lines(drawing, wrap_text(words, room - 36, style.note, style.sans, 400, 1), left + 30, middle, 16)


def draw_words(drawing: Drawing, words: str, left: float, middle: float, width: float) -> None:
    """Plain words in place of a bar: "Not asked of teachers"."""
    style = drawing.style
    _draw_lines(drawing, wrap_text(words, width, style.note, style.sans), left, middle, style.note * 1.3)


def _draw_lines(drawing: Drawing, lines: Sequence[str], left: float, middle: float, pitch: float) -> None:
    style = drawing.style
    start = middle - pitch * (len(lines) - 1) / 2
    for place, line in enumerate(lines):
        drawing.text(left, start + pitch * place, line, style.note, style.colors.grey)


def draw_eye(drawing: Drawing, x: float, y: float, scale: float = 1.0) -> None:
    """A closed eye, 14 across at a scale of 1."""
    color = drawing.style.colors.grey
    lid = [(-6, -1), (-3, 1.8), (0, 2.8), (3, 1.8), (6, -1)]
    drawing.path_line([(x + left * scale, y + top * scale) for left, top in lid], color, 1.2 * scale)
    for start, end in (((-4.2, 1), (-5.6, 3.6)), ((0, 3), (0, 5.6)), ((4.2, 1), (5.6, 3.6))):
        spots = [(x + left * scale, y + top * scale) for left, top in (start, end)]
        drawing.line(*spots[0], *spots[1], color, 1.2 * scale)
