"""The map of findings by impact and effort: filled is high, broken is doubtful, larger scores higher."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assessor.charts.placing import Disc, Grid, Label, NameType, place_names, row_needs, spread_discs
from assessor.charts.spacing import Box
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Anchor, Drawing, draw_nothing, told
from assessor.charts.widths import fit_text, text_width

HIGHEST = 5
IMPACT_CUT = 4  # from here up it is a quick win or a major project
EFFORT_CUT = 2  # up to here it is a quick win or a fill-in


@dataclass(frozen=True)
class PriorityPoint:
    """A finding on the map: impact and effort 1 to 5, score 0 to 100."""

    code: str
    name: str
    impact: int
    effort: int
    score: int
    is_high: bool = False
    is_doubtful: bool = False  # low confidence


@dataclass(frozen=True)
class PriorityWords:
    """The words the chart itself says."""

    impact: str = "Impact: 1 slight to 5 safety, rights or survival of the program"
    effort: str = "Effort: 1 light → 5 heavy"
    quadrants: tuple[str, str, str, str] = ("Quick wins", "Major projects", "Fill-ins", "Reconsider")
    told: str = "impact {impact}, effort {effort}, score {score}"
    high: str = "high"
    doubtful: str = "low confidence"
    nothing: str = "No findings yet."


def draw_priorities(
    points: Sequence[PriorityPoint],
    style: ChartStyle,
    reading: str,
    width: float = 384,
    words: PriorityWords = PriorityWords(),
) -> str:
    """The map as SVG, as high as it needs to be; names that find no free place are left to the table beside.
    Raises ValueError for an impact or effort outside 1 to 5."""
    if not points:
        return draw_nothing(words.nothing, width, style, reading)
    lowest = min(3, *(_checked(point).impact for point in points))
    discs = [Disc(point.effort - 1, HIGHEST - point.impact, _radius(point.score, style)) for point in points]
    grid = _grid(discs, lowest, width, style)
    title = told(reading, [_point_told(point, words) for point in points])
    drawing = Drawing(width, grid.box.bottom + style.label * 3.6, title, style)
    taken = _draw_ground(drawing, grid, lowest, words)
    placed = spread_discs(discs, grid)
    type_ = NameType(style.sans, style.note, style.note * 1.25, (grid.columns[1] - grid.columns[0]) * 1.4)
    names = place_names([point.name for point in points], placed, grid, taken, type_)
    for index, (point, disc, name) in enumerate(zip(points, placed, names, strict=True)):
        with drawing.group(f"point-{index}"):
            _draw_point(drawing, point, disc)
            if name:
                _draw_name(drawing, name, type_)
    return drawing.svg()


def _checked(point: PriorityPoint) -> PriorityPoint:
    if not (1 <= point.impact <= HIGHEST and 1 <= point.effort <= HIGHEST):
        raise ValueError(f"{point.code}: impact and effort are 1 to {HIGHEST}")
    return point


def _radius(score: int, style: ChartStyle) -> float:
    return (1.2 + 0.195 * max(42, min(100, score))) * math.sqrt(style.label / 9)


def _point_told(point: PriorityPoint, words: PriorityWords) -> str:
    said = words.told.format(impact=point.impact, effort=point.effort, score=point.score)
    more = [words.high] * point.is_high + [words.doubtful] * point.is_doubtful
    return ", ".join([f"{point.code} {point.name}: {said}", *more])


def _grid(discs: Sequence[Disc], lowest: int, width: float, style: ChartStyle) -> Grid:
    size = style.label / 9
    left, top = 34 * size, 17 * size
    rows = HIGHEST - lowest + 1
    margin = 16 * size
    heights = row_needs(discs, rows, (62 if rows == 3 else 56) * size, 130 * size)
    heights[0] += margin
    heights[-1] += margin
    edges = [top]
    for height in heights:
        edges.append(edges[-1] + height)
    columns = tuple(left + (width - left) * column / HIGHEST for column in range(HIGHEST + 1))
    cuts = (columns[EFFORT_CUT], edges[HIGHEST - IMPACT_CUT + 1])
    return Grid(columns, tuple(edges), margin, cuts)


def _draw_ground(drawing: Drawing, grid: Grid, lowest: int, words: PriorityWords) -> list[Box]:
    """The quadrants, the scales and their words; returns the room the quadrants' names take."""
    style, colors, box = drawing.style, drawing.style.colors, grid.box
    cut_x, cut_y = grid.cuts
    quick, major, rest = colors.quadrants
    drawing.rect(box.left, box.top, cut_x - box.left, cut_y - box.top, quick)
    drawing.rect(cut_x, box.top, box.right - cut_x, cut_y - box.top, major)
    drawing.rect(box.left, cut_y, box.right - box.left, box.bottom - cut_y, rest)
    if not style.is_paper:
        drawing.line(cut_x, box.top, cut_x, box.bottom, colors.rule, 1)
        drawing.line(box.left, cut_y, box.right, cut_y, colors.rule, 1)
    size = style.label
    upward = fit_text(f"↑ {words.impact}", drawing.width, size, style.sans, 600)
    drawing.text(0, size * 0.6, upward, size, colors.ink, 600)
    drawing.text(box.right, box.bottom + size * 2.9, words.effort, size, colors.ink, 600, "end")
    for column in range(HIGHEST):
        x = (grid.columns[column] + grid.columns[column + 1]) / 2
        drawing.text(x, box.bottom + size * 1.2, str(column + 1), size, colors.grey, anchor="middle")
    for row, impact in enumerate(range(HIGHEST, lowest - 1, -1)):
        margin = grid.margin * ((row == 0) - (impact == lowest))
        y = (grid.rows[row] + grid.rows[row + 1] + margin) / 2
        drawing.text(box.left - size, y, str(impact), size, colors.grey, anchor="end")
    return _draw_quadrant_names(drawing, box, words)


def _draw_quadrant_names(drawing: Drawing, box: Box, words: PriorityWords) -> list[Box]:
    style, colors = drawing.style, drawing.style.colors
    size = style.label + 1
    places: list[tuple[float, float, Anchor]] = [
        (box.left + 8, box.top + size, "start"),
        (box.right - 8, box.top + size, "end"),
        (box.left + 8, box.bottom - size, "start"),
        (box.right - 8, box.bottom - size, "end"),
    ]
    taken = []
    for (x, y, anchor), name, color in zip(
        places, words.quadrants, (colors.deep, colors.deep, colors.grey, colors.grey), strict=True
    ):
        drawing.text(x, y, name, size, color, 600, anchor)
        width = text_width(name, size, style.sans, 600)
        left = x if anchor == "start" else x - width
        taken.append(Box(left, y - size * 0.6, left + width, y + size * 0.6))
    return taken


def _draw_point(drawing: Drawing, point: PriorityPoint, disc: Disc) -> None:
    style, colors = drawing.style, drawing.style.colors
    fill = colors.accent if point.is_high else colors.ground
    core = disc.radius - (2 if point.is_high and point.is_doubtful else 0)
    if point.is_doubtful:
        drawing.circle(disc.x, disc.y, core, fill)
        drawing.circle(disc.x, disc.y, disc.radius, "none", colors.accent, 1.5, "3 2")
    else:
        drawing.circle(disc.x, disc.y, disc.radius, fill, colors.accent, 1.5)
    size = style.label + 0.5
    room = core * 2 - 3
    size *= min(1.0, room / max(text_width(point.code, size, style.sans, 600), 0.1))
    ink = colors.onaccent if point.is_high else colors.deep
    if size >= 4:
        drawing.text(disc.x, disc.y, point.code, size, ink, 600, "middle")


def _draw_name(drawing: Drawing, label: Label, type_: NameType) -> None:
    anchor: Anchor = "start" if label.side == "right" else "end" if label.side == "left" else "middle"
    x = {"start": label.box.left, "end": label.box.right}.get(anchor, (label.box.left + label.box.right) / 2)
    for place, line in enumerate(label.lines):
        y = label.box.top + type_.leading * (place + 0.5)
        drawing.text(x, y, line, type_.size, drawing.style.colors.ink, anchor=anchor)
