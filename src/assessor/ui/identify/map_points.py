"""Where findings stand on the map of impact and effort, and which one lies in a direction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

from assessor.operations.findings import FindingRow
from assessor.terms import FindingKind

STEPS = 5
STEP_APART = 24.0


@dataclass(frozen=True)
class MapPoint:
    """A finding on the map, with its place in the plot."""

    finding_id: str
    kind: FindingKind
    title: str
    impact: int
    effort: int
    at: QPointF


def place_points(rows: Sequence[FindingRow], plot: QRectF) -> list[MapPoint]:
    """The rated findings in their cells; those in one cell stand side by side, then in rows."""
    cells: dict[tuple[int, int], list[FindingRow]] = defaultdict(list)
    for row in rows:
        if row.impact and row.effort:
            cells[row.effort, row.impact].append(row)
    return [
        MapPoint(row.id, row.kind, row.title, impact, effort, at)
        for (effort, impact), inside in sorted(cells.items())
        for row, at in zip(inside, _spread(len(inside), cell_rect(plot, effort, impact)), strict=True)
    ]


def cell_rect(plot: QRectF, effort: int, impact: int) -> QRectF:
    """The cell of an effort and an impact, 1 to 5: effort to the right, impact upward."""
    width, height = plot.width() / STEPS, plot.height() / STEPS
    return QRectF(plot.left() + (effort - 1) * width, plot.bottom() - impact * height, width, height)


def _spread(count: int, cell: QRectF) -> list[QPointF]:
    """Places for `count` points in a cell, centered; closer together where there are many."""
    across = max(1, min(count, int(cell.width() // STEP_APART)))
    down = -(-count // across)
    step = min(STEP_APART, cell.height() / down)
    places = []
    for number in range(count):
        line, column = divmod(number, across)
        in_line = min(across, count - line * across)
        x = cell.center().x() + (column - (in_line - 1) / 2) * STEP_APART
        y = cell.center().y() + (line - (down - 1) / 2) * step
        places.append(QPointF(x, y))
    return places


_DIRECTIONS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ASIDE = 2.5
"""How much worse a step aside is than one straight on."""


def point_toward(points: Sequence[MapPoint], chosen_id: str, key: int) -> MapPoint | None:
    """The nearest point in the direction of an arrow; the first where none is chosen, None at the edge."""
    start = next((point for point in points if point.finding_id == chosen_id), None)
    if start is None:
        return points[0] if points else None
    way = _DIRECTIONS[Qt.Key(key)]
    best: tuple[float, MapPoint] | None = None
    for point in points:
        gap = point.at - start.at
        ahead = QPointF.dotProduct(gap, way)
        aside = abs(gap.x() * way.y()) + abs(gap.y() * way.x())
        cost = ahead + _ASIDE * aside
        if ahead > 1 and (best is None or cost < best[0]):
            best = (cost, point)
    return best[1] if best else None
