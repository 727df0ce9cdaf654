"""Where seats stand round a table: evenly along its shape, or where somebody moved them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from assessor.operations.seats import WHOLE
from assessor.terms import TableShape

DISC = 42
MARK = 18
_INSET = DISC / 2 + MARK / 2 - 2
_REACH = DISC / 2 + 18
"""From the middle of a seat to the edge of the table."""
_ROUND = 0.38
"""The radius of a rectangle's corners, of its shorter side."""
_ARM = 16
_BESIDE_FACILITATOR = 74
_LEAST_GAP = DISC + 4


@dataclass(frozen=True)
class Room:
    """A table of a shape in a view of a size."""

    shape: TableShape
    width: float
    height: float

    @property
    def floor(self) -> QRectF:
        """Where the middle of a seat can stand."""
        return QRectF(0, 0, self.width, self.height).adjusted(_INSET, _INSET, -_INSET, -_INSET)

    @property
    def facilitator(self) -> QPointF:
        """The facilitator sits at the top; at a horseshoe in its opening."""
        return QPointF(self._around.center().x(), self._around.top())

    @property
    def table(self) -> QPainterPath:
        """The outline of the table."""
        inner = self._around.adjusted(_REACH, _REACH, -_REACH, -_REACH)
        path = QPainterPath()
        if self.shape is TableShape.CIRCLE:
            path.addEllipse(inner)
        elif self.shape is TableShape.RECTANGLE:
            radius = min(inner.width(), inner.height()) * _ROUND
            path.addRoundedRect(inner, radius, radius)
        else:
            path = _horseshoe(inner.adjusted(0, -_REACH, 0, 0))
        return path

    @property
    def middle(self) -> QRectF:
        """Where words stand on the table, or between its arms."""
        inner = self._around.adjusted(_REACH, _REACH, -_REACH, -_REACH)
        sides = _ARM + 6 if self.shape is TableShape.HORSESHOE else 8
        return inner.adjusted(sides, 0, -sides, 0)

    def even_places(self, count: int) -> list[QPointF]:
        """So many seats at the same distance from each other, clockwise from the facilitator's left hand."""
        path = self._seats
        length = path.length()
        is_open = self.shape is TableShape.HORSESHOE
        margin = 0.0 if is_open else min(max(length / (count + 1), _BESIDE_FACILITATOR), length / 2)
        step = (length - 2 * margin) / (count - 1) if count > 1 else 0.0
        first = margin if count > 1 else length / 2
        return [path.pointAtPercent(path.percentAtLength(first + step * place)) for place in range(count)]

    def places(self, kept: Sequence[tuple[int | None, int | None]]) -> list[QPointF]:
        """Where each seat stands: where it was put, else at its even place."""
        even = self.even_places(len(kept))
        return [
            self.place_of(x, y) if x is not None and y is not None else place
            for (x, y), place in zip(kept, even, strict=True)
        ]

    def disc(self, count: int) -> float:
        """How large a seat is drawn: smaller only where very many would touch."""
        if count < 2:
            return DISC
        gap = self._seats.length() / (count + 1)
        return DISC if gap >= _LEAST_GAP else max(gap - 4, DISC / 2)

    def place_of(self, x: int, y: int) -> QPointF:
        """The point of a kept place."""
        floor = self.floor
        return QPointF(floor.left() + floor.width() * x / WHOLE, floor.top() + floor.height() * y / WHOLE)

    def kept(self, point: QPointF) -> tuple[int, int]:
        """A point as it is kept; within the room."""
        floor = self.floor
        x = (point.x() - floor.left()) / max(floor.width(), 1) * WHOLE
        y = (point.y() - floor.top()) / max(floor.height(), 1) * WHOLE
        return min(max(round(x), 0), WHOLE), min(max(round(y), 0), WHOLE)

    @property
    def _around(self) -> QRectF:
        """What the seats stand on."""
        floor = self.floor
        if self.shape is not TableShape.CIRCLE:
            return floor
        side = min(floor.width(), floor.height())
        return QRectF(floor.center().x() - side / 2, floor.top(), side, side)

    @property
    def _seats(self) -> QPainterPath:
        """The line the seats stand on, clockwise."""
        around = self._around
        if self.shape is TableShape.HORSESHOE:
            return _open_line(around)
        if self.shape is TableShape.CIRCLE:
            return _line_from_top(around, around.width() / 2)
        return _line_from_top(around, min(around.width(), around.height()) * _ROUND)


def _line_from_top(rect: QRectF, radius: float) -> QPainterPath:
    """A rounded rectangle drawn clockwise from the middle of its top."""
    double = radius * 2
    right, bottom = rect.right() - double, rect.bottom() - double
    path = QPainterPath(QPointF(rect.center().x(), rect.top()))
    path.lineTo(rect.right() - radius, rect.top())
    path.arcTo(QRectF(right, rect.top(), double, double), 90, -90)
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.arcTo(QRectF(right, bottom, double, double), 0, -90)
    path.lineTo(rect.left() + radius, rect.bottom())
    path.arcTo(QRectF(rect.left(), bottom, double, double), 270, -90)
    path.lineTo(rect.left(), rect.top() + radius)
    path.arcTo(QRectF(rect.left(), rect.top(), double, double), 180, -90)
    path.closeSubpath()
    return path


def _open_line(rect: QRectF) -> QPainterPath:
    """A U drawn clockwise from the top of its right arm."""
    radius = min(rect.width(), rect.height()) / 3
    double = radius * 2
    path = QPainterPath(rect.topRight())
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.arcTo(QRectF(rect.right() - double, rect.bottom() - double, double, double), 0, -90)
    path.lineTo(rect.left() + radius, rect.bottom())
    path.arcTo(QRectF(rect.left(), rect.bottom() - double, double, double), 270, -90)
    path.lineTo(rect.topLeft())
    return path


def _horseshoe(rect: QRectF) -> QPainterPath:
    """A U of one breadth, open at the top."""
    outer, inner = _open_line(rect), _open_line(rect.adjusted(_ARM, 0, -_ARM, -_ARM))
    path = QPainterPath(outer)
    path.connectPath(inner.toReversed())
    path.closeSubpath()
    return path
