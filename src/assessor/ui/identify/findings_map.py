"""The map of impact and effort: findings as shapes by kind, in four quadrants."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from assessor.analysis.priorities import HIGH_IMPACT, LOW_EFFORT, Quadrant
from assessor.operations.findings import FindingRow
from assessor.terms import FindingKind
from assessor.ui.identify.finding_words import KIND_MEANINGS, title_of, word
from assessor.ui.identify.map_points import STEPS, MapPoint, place_points, point_toward
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, focus_ring, hairline, painting, painting_on, text_width
from assessor.ui.widgets.texts import plain_tip

_HEIGHT, _PLOT_HEIGHT, _AXIS = 272, 244, 28
_SIZE, _REACH, _RING = 16.0, 12.0, 13.0
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


def draw_kind(
    painter: QPainter, kind: FindingKind, at: QPointF, size: float, tone: str, *, filled: bool
) -> None:
    """Draw the shape of a kind of finding around a point: triangle, circle or diamond."""
    with painting(painter):
        painter.setPen(QPen(look().color(tone), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                            Qt.PenJoinStyle.RoundJoin))  # fmt: skip
        painter.setBrush(look().color(tone) if filled else look().color("surface"))
        half = size / 2
        if kind is FindingKind.STRENGTH:
            painter.drawEllipse(at, half * 0.9, half * 0.9)
        elif kind is FindingKind.OPPORTUNITY:
            steps = [(0, -half), (half, 0), (0, half), (-half, 0)]
            painter.drawPolygon(QPolygonF([at + QPointF(*step) for step in steps]))
        else:
            steps = [(0, -half * 0.95), (half, half * 0.8), (-half, half * 0.8)]
            painter.drawPolygon(QPolygonF([at + QPointF(*step) for step in steps]))


class FindingsMap(KeyboardRing, QWidget):
    """Shows the rated findings. `chosen` tells the one a person went to, by pointer or arrow keys."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FindingRow] = ()
        self._chosen_id = ""
        self.setObjectName("findings_map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._describe()

    def show_findings(self, rows: Sequence[FindingRow]) -> None:
        """Show these findings; those without impact or effort have no place yet."""
        self._rows = rows
        self._describe()
        self.update()

    def choose(self, finding_id: str) -> None:
        """Show which finding is chosen."""
        self._chosen_id = finding_id
        self._describe()
        self.update()

    @property
    def points(self) -> list[MapPoint]:
        """Where the findings stand now."""
        return place_points(self._rows, self._plot)

    def sizeHint(self) -> QSize:
        """As in the design, as wide as the pane."""
        return QSize(296, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the nearest point in the direction of an arrow."""
        if event.key() not in _ARROWS:
            super().keyPressEvent(event)
            return
        found = point_toward(self.points, self._chosen_id, event.key())
        if found is not None:
            self.chosen.emit(found.finding_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point under the pointer."""
        found = self._point_at(event.position())
        if found is not None:
            self.chosen.emit(found.finding_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where one can click."""
        found = self._point_at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        """Say the title of the point under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._point_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(title_of(found.title)) if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint quadrants, axes and points."""
        with painting_on(self) as painter:
            self._paint_quadrants(painter)
            self._paint_axes(painter)
            for point in self.points:
                if point.finding_id != self._chosen_id:
                    draw_kind(
                        painter, point.kind, point.at, _SIZE, KIND_MEANINGS[point.kind].token, filled=False
                    )
            self._paint_chosen(painter)
            if self.has_ring:
                focus_ring(painter, self._plot.adjusted(-3, -3, 3, 3))

    @property
    def _plot(self) -> QRectF:
        return QRectF(_AXIS, 0, self.width() - _AXIS - 1, _PLOT_HEIGHT)

    @property
    def _cut(self) -> QPointF:
        """Where the quadrants meet: between effort 2 and 3, and under impact 4."""
        plot = self._plot
        x = plot.left() + plot.width() * LOW_EFFORT / STEPS
        return QPointF(round(x), round(plot.bottom() - plot.height() * (HIGH_IMPACT - 1) / STEPS))

    def _paint_quadrants(self, painter: QPainter) -> None:
        plot, cut = self._plot, self._cut
        painter.fillRect(plot, look().color("canvas"))
        painter.fillRect(QRectF(plot.topLeft(), cut), look().color("accentsoft"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look().color("line"))
        painter.drawRect(plot.adjusted(0.5, 0.5, -0.5, -0.5))
        hairline(painter, cut.x(), plot.top(), cut.x() + 1, plot.bottom(), "edge")
        hairline(painter, plot.left(), cut.y(), plot.right(), cut.y() + 1, "edge")
        right = Qt.AlignmentFlag.AlignRight
        top, low = plot.top() + 4, plot.bottom() - 20
        left = QRectF(plot.left() + 8, top, plot.width() / 2, 16)
        far = QRectF(plot.center().x(), top, plot.width() / 2 - 8, 16)
        draw_text(painter, word(Quadrant.QUICK_WIN), Role.SMALL_BOLD, left, "accent")
        draw_text(painter, word(Quadrant.MAJOR_PROJECT), Role.SMALL, far, "ink3", right)
        left.moveTop(low)
        far.moveTop(low)
        draw_text(painter, word(Quadrant.FILL_IN), Role.SMALL, left, "ink3")
        draw_text(painter, word(Quadrant.RECONSIDER), Role.SMALL, far, "ink3", right)

    def _paint_axes(self, painter: QPainter) -> None:
        plot = self._plot
        right = Qt.AlignmentFlag.AlignRight
        below = QRectF(plot.left(), plot.bottom() + 8, plot.width(), 16)
        draw_text(painter, self.tr("Less effort"), Role.SMALL, below, "ink3")
        draw_text(painter, self.tr("More effort"), Role.SMALL, below, "ink3", right)
        with painting(painter):
            painter.translate(6, plot.bottom())
            painter.rotate(-90)
            along = QRectF(0, 0, plot.height(), 16)
            draw_text(painter, self.tr("Less"), Role.SMALL, along, "ink3")
            draw_text(painter, self.tr("More impact"), Role.SMALL, along, "ink3", right)

    def _paint_chosen(self, painter: QPainter) -> None:
        chosen = next((point for point in self.points if point.finding_id == self._chosen_id), None)
        if chosen is None:
            return
        with painting(painter):
            painter.setBrush(look().color("accentsoft"))
            painter.setPen(QPen(look().color("accent"), 1.5))
            painter.drawEllipse(chosen.at, _RING, _RING)
        draw_kind(painter, chosen.kind, chosen.at, _SIZE, "accent", filled=True)

    def _point_at(self, place: QPointF) -> MapPoint | None:
        near = [(QPointF(point.at - place).manhattanLength(), point) for point in self.points]
        reached = [(far, point) for far, point in near if far <= _REACH * 1.4]
        return min(reached, key=lambda found: found[0])[1] if reached else None

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Map of impact and effort"))
        chosen = next((row for row in self._rows if row.id == self._chosen_id), None)
        if chosen is None or chosen.numbers.quadrant is None:
            self.setAccessibleDescription("")
            return
        said = self.tr("{title}: {quadrant}, impact {impact}, effort {effort}")
        self.setAccessibleDescription(
            said.format(
                title=title_of(chosen.title),
                quadrant=word(chosen.numbers.quadrant),
                impact=chosen.impact,
                effort=chosen.effort,
            )
        )


class KindLegend(QWidget):
    """What the shapes on the map stand for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(20)
        self.setAccessibleName(", ".join(word(kind) for kind in FindingKind))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint shape and word of each kind."""
        x = 0.0
        with painting_on(self) as painter:
            for kind in FindingKind:
                tone = KIND_MEANINGS[kind].token
                draw_kind(painter, kind, QPointF(x + 7, 10), 12, tone, filled=False)
                width = text_width(word(kind), Role.SMALL)
                draw_text(painter, word(kind), Role.SMALL, QRectF(x + 18, 0, width, 20), tone)
                x += 18 + width + 16
