"""Points of a map side by side in their cells, and their names where nothing else stands."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assessor.charts.spacing import Box
from assessor.charts.widths import text_width, wrap_text

Side = Literal["right", "left", "below", "above"]

_GAP = 3.0  # between circles, and from a circle to its name
_CLEAR = 1.5  # between a name and anything else


@dataclass(frozen=True)
class Disc:
    """A point drawn as a circle; column and row count from 0 at the left and the top."""

    column: int
    row: int
    radius: float
    x: float = 0.0
    y: float = 0.0

    @property
    def box(self) -> Box:
        """The room the circle takes, its edge included."""
        reach = self.radius + 0.75
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


@dataclass(frozen=True)
class Grid:
    """The cells of a map: where its columns and rows begin and end, and the lines no name should cross."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    margin: float  # kept free above the first row's discs and below the last one's
    cuts: tuple[float, float]  # x and y

    @property
    def box(self) -> Box:
        """The whole map."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def crosses(self, box: Box, disc: Disc) -> bool:
        """Whether any of the box lies in another quadrant than the disc."""
        x, y = self.cuts
        beside = box.left < x if disc.x > x else box.right > x
        return beside or (box.top < y if disc.y > y else box.bottom > y)


@dataclass(frozen=True)
class Label:
    """A name's lines and the box they fill."""

    lines: tuple[str, ...]
    side: Side
    box: Box


@dataclass(frozen=True)
class NameType:
    """The type names are set in."""

    family: str
    size: float
    leading: float
    room: float  # the longest line


def row_needs(discs: Sequence[Disc], rows: int, least: float, most: float) -> list[float]:
    """How high each row should be for the tallest stack in it."""
    heights = [least] * rows
    for (_, row), stack in _cells(discs).items():
        height = sum(discs[index].radius * 2 + _GAP for index in stack) + _GAP * 2
        heights[row] = max(heights[row], min(height, most))
    return heights


def spread_discs(discs: Sequence[Disc], grid: Grid) -> tuple[Disc, ...]:
    """The discs with their places: those of one cell side by side, all smaller if a cell is too full."""
    scale = min([1.0, *(_fit(discs, cell, stack, grid) for cell, stack in _cells(discs).items())])
    sized = [replace(disc, radius=disc.radius * scale) for disc in discs]
    placed = list(sized)
    for cell, stack in _cells(sized).items():
        for index, (x, y) in zip(stack, _spots(sized, cell, stack, grid), strict=True):
            placed[index] = replace(sized[index], x=x, y=y)
    return tuple(placed)


def _cells(discs: Sequence[Disc]) -> dict[tuple[int, int], list[int]]:
    """Indices by cell, the largest first."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index in sorted(range(len(discs)), key=lambda index: (-discs[index].radius, index)):
        cells[discs[index].column, discs[index].row].append(index)
    return cells


def _room(cell: tuple[int, int], grid: Grid) -> Box:
    column, row = cell
    top = grid.rows[row] + (grid.margin if row == 0 else 0)
    bottom = grid.rows[row + 1] - (grid.margin if row == len(grid.rows) - 2 else 0)
    return Box(grid.columns[column], top, grid.columns[column + 1], bottom)


def _fit(discs: Sequence[Disc], cell: tuple[int, int], stack: Sequence[int], grid: Grid) -> float:
    """The scale, at most 1, at which all discs of a cell find room in it."""
    room, pitch = _room(cell, grid), max(discs[index].radius for index in stack) * 2 + _GAP
    if sum(discs[index].radius * 2 + _GAP for index in stack) <= room.bottom - room.top:
        return 1.0
    for step in range(20, 3, -1):
        scale = step / 20
        across = int((room.right - room.left) / (pitch * scale))
        down = int((room.bottom - room.top) / (pitch * scale))
        if across * down >= len(stack):
            return scale
    return 0.15


def _spots(
    discs: Sequence[Disc], cell: tuple[int, int], stack: Sequence[int], grid: Grid
) -> Iterator[tuple[float, float]]:
    room = _room(cell, grid)
    middle, center = (room.top + room.bottom) / 2, (room.left + room.right) / 2
    tall = sum(discs[index].radius * 2 + _GAP for index in stack) - _GAP
    if tall <= room.bottom - room.top - _GAP:
        x = center - (room.right - room.left) * (0.14 if cell[0] < len(grid.columns) - 2 else 0)
        y = middle - tall / 2
        for index in stack:
            yield x, y + discs[index].radius
            y += discs[index].radius * 2 + _GAP
        return
    pitch = discs[stack[0]].radius * 2 + _GAP
    across = max(1, int((room.right - room.left) / pitch))
    down = -(-len(stack) // across)
    across = -(-len(stack) // down)
    pitch_y = min(pitch, (room.bottom - room.top) / down)
    for place in range(len(stack)):
        row, column = divmod(place, across)
        yield center + (column - (across - 1) / 2) * pitch, middle + (row - (down - 1) / 2) * pitch_y


def place_names(
    names: Sequence[str], discs: Sequence[Disc], grid: Grid, taken: Sequence[Box], type_: NameType
) -> tuple[Label | None, ...]:
    """A place for each name beside its disc where it meets nothing; None where there is no such place.

    Several orders of placing are tried; the one that leaves fewest names out wins.
    """
    obstacles = [*taken, *(disc.box for disc in discs)]
    choices = [
        sorted(
            (
                label
                for label in _choices(name, disc, grid.box, type_)
                if _is_free(label.box, grid.box, obstacles, disc)
            ),
            key=lambda label: grid.crosses(label.box, disc),
        )
        for name, disc in zip(names, discs, strict=True)
    ]
    orders: list[Callable[[int], tuple[float, ...]]] = [
        lambda index: (len(choices[index]), index),
        lambda index: (index,),
        lambda index: (discs[index].x, discs[index].y),
        lambda index: (-discs[index].x, discs[index].y),
        lambda index: (discs[index].y, discs[index].x),
        lambda index: (-discs[index].y, -discs[index].x),
    ]
    tries = [_place_in_order(sorted(range(len(names)), key=order), choices) for order in orders]
    return min(tries, key=lambda labels: sum(label is None for label in labels))


def _place_in_order(order: Sequence[int], choices: Sequence[Sequence[Label]]) -> tuple[Label | None, ...]:
    placed: list[Label | None] = [None] * len(choices)
    for index in order:
        standing = [label.box for label in placed if label]
        free = (c for c in choices[index] if not any(c.box.overlaps(box, _CLEAR) for box in standing))
        placed[index] = next(free, None)
    return tuple(placed)


def _is_free(box: Box, frame: Box, obstacles: Sequence[Box], own: Disc) -> bool:
    clear = not any(box.overlaps(other, _CLEAR if other != own.box else 0) for other in obstacles)
    return box.within(frame) and clear


def _choices(name: str, disc: Disc, frame: Box, type_: NameType) -> Iterator[Label]:
    """Ways to set a name, the best first."""
    one = wrap_text(name, type_.room, type_.size, type_.family, lines=1)
    two = wrap_text(name, _narrow(name, type_), type_.size, type_.family)
    whole = [lines for lines in (one, two) if lines and not lines[-1].endswith("…")] or [two]
    sides: tuple[Side, ...] = ("right", "left", "below", "above")
    for side in sides:
        for lines in whole:
            for shift in (0, -0.5, 0.5, -0.9, 0.9) if side in ("right", "left") else (0,):
                moved = replace(disc, y=disc.y + disc.radius * shift)
                if lines:
                    yield Label(lines, side, _label_box(lines, moved, side, frame, type_))


def _narrow(name: str, type_: NameType) -> float:
    """The least width at which a name stands on two lines."""
    words = name.split()
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    widths = [max(text_width(part, type_.size, type_.family) for part in split) for split in splits]
    return min(type_.room, min(widths, default=type_.room) + 0.01)


def _label_box(lines: Sequence[str], disc: Disc, side: Side, frame: Box, type_: NameType) -> Box:
    width = max(text_width(line, type_.size, type_.family) for line in lines)
    height = type_.leading * len(lines)
    reach = disc.radius + 0.75 + _GAP
    if side in ("right", "left"):
        left = disc.x + reach if side == "right" else disc.x - reach - width
        return Box(left, disc.y - height / 2, left + width, disc.y + height / 2)
    top = disc.y + reach - 2 if side == "below" else disc.y - reach - height + 2
    left = max(frame.left + 2, min(disc.x - width / 2, frame.right - 2 - width))
    return Box(left, top, left + width, top + height)
