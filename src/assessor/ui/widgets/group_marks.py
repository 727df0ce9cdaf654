"""The marks of the stakeholder groups: hue and shape together, and what became of a point in each group."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from assessor.palette import GROUP_SHAPES, Shape
from assessor.terms import Group, Raised
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import hairline, hatch, outline, painting, painting_on
from assessor.ui.widgets.texts import Text

SIZE = 12


def draw_group_mark(painter: QPainter, group: Group, x: float, y: float, size: float = SIZE) -> None:
    """Draw a group's mark in a square of `size` px whose left top corner is at x, y."""
    color = look().group_color(group)
    square = QRectF(x, y, size, size)
    with painting(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        shape = GROUP_SHAPES[group]
        if shape is Shape.DISC:
            painter.drawEllipse(_inset(square, 0.04))
        elif shape is Shape.SQUARE:
            painter.drawRect(_inset(square, 0.1))
        elif shape is Shape.RING:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, size / 5))
            painter.drawEllipse(_inset(square, 0.14))
        else:
            painter.drawPolygon(_polygon(shape, square))


def draw_raised(painter: QPainter, group: Group, raised: Raised | None, x: float, y: float) -> None:
    """Draw what became of a point in a group; None is a hatch: too few to show."""
    if raised is None:
        hatch(
            painter,
            QRectF(x + 1, y + 1, 10, 10),
            look().color("surface"),
            look().color("ink3"),
            band=1.5,
            radius=2,
        )
    elif raised is Raised.RAISED:
        draw_group_mark(painter, group, x, y)
    elif raised is Raised.ASKED_NOT_RAISED:
        outline(painter, QRectF(x + 1.5, y + 1.5, 9, 9), "ink3", 4.5)
    else:
        hairline(painter, x + 4, y + SIZE / 2 - 0.5, x + 9, y + SIZE / 2 + 0.5, "ink3")


class GroupMark(QWidget):
    """A group's mark by itself; give its word nearby."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self.setAccessibleName(group.label)
        self.setToolTip(group.label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of 12 px."""
        return QSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the mark."""
        with painting_on(self) as painter:
            draw_group_mark(painter, self._group, 0, 0)


class GroupName(QWidget):
    """A group's mark and its word."""

    def __init__(self, group: Group, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(GroupMark(group))
        row.addWidget(Text(word or group.label, Role.BODY))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def _inset(square: QRectF, part: float) -> QRectF:
    inset = square.width() * part
    return square.adjusted(inset, inset, -inset, -inset)


def _polygon(shape: Shape, square: QRectF) -> QPolygonF:
    if shape is Shape.TRIANGLE:
        points = [(0.5, 0.04), (1, 0.94), (0, 0.94)]
    elif shape is Shape.DIAMOND:
        points = [(0.5, -0.04), (1.04, 0.5), (0.5, 1.04), (-0.04, 0.5)]
    elif shape is Shape.HEXAGON:
        points = [(0.5 + 0.52 * cos(pi / 3 * k), 0.5 + 0.52 * sin(pi / 3 * k)) for k in range(6)]
    else:
        a, b = 0.33, 0.67
        points = [
            (a, 0),
            (b, 0),
            (b, a),
            (1, a),
            (1, b),
            (b, b),
            (b, 1),
            (a, 1),
            (a, b),
            (0, b),
            (0, a),
            (a, a),
        ]
    side, left, top = square.width(), square.left(), square.top()
    return QPolygonF([QPointF(left + side * px, top + side * py) for px, py in points])
