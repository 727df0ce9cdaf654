"""A seat on the map: a disc with its number, how many remarks were made there, and a corner mark."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from assessor.operations.seats import SeatRow
from assessor.ui.assess.seat_map.seat_places import DISC, MARK
from assessor.ui.assess.sittings.sitting_words import seat_label
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import (
    draw_text,
    fill,
    icon,
    painting,
)

_CENTER = Qt.AlignmentFlag.AlignHCenter
_EDGE = 3.0


class Voice(StrEnum):
    """What someone did on the last tally."""

    NONE = ""
    AGREES = "agrees"
    DISSENTS = "dissents"
    NEUTRAL = "neutral"
    SILENT = "silent"


@dataclass(frozen=True)
class SeatState:
    """What a disc shows."""

    count: int | None = None
    """Remarks so far; None before the sitting."""
    is_now: bool = False
    was_last: bool = False
    is_there: bool = True
    voice: Voice = Voice.NONE
    is_chosen: bool = False


class SeatItem(QGraphicsItem):
    """One seat, drawn round its own middle."""

    def __init__(self, seat: SeatRow) -> None:
        super().__init__()
        self.seat = seat
        self.state = SeatState()
        self._disc = float(DISC)
        self._is_hovered = False
        self.setAcceptHoverEvents(True)
        self.setZValue(1)

    def show_state(self, state: SeatState) -> None:
        """Show another state; the same one costs nothing."""
        if state != self.state:
            self.state = state
            self.update()

    def resize(self, disc: float) -> None:
        """Draw the disc so large."""
        if disc != self._disc:
            self.prepareGeometryChange()
            self._disc = disc

    def boundingRect(self) -> QRectF:
        """Disc, ring and corner mark."""
        reach = self._disc / 2 + MARK / 2
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def shape(self) -> QPainterPath:
        """A click counts on the disc."""
        path = QPainterPath()
        path.addEllipse(QPointF(0, 0), self._disc / 2, self._disc / 2)
        return path

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Say that a click does something."""
        self._is_hovered = True
        self.update()
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Be quiet again."""
        self._is_hovered = False
        self.update()
        super().hoverLeaveEvent(event)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002  # Qt hands it over
        widget: QWidget | None = None,  # noqa: ARG002  # Qt hands it over
    ) -> None:
        """Paint disc, label, count and mark."""
        state, half = self.state, self._disc / 2
        disc = QRectF(-half, -half, self._disc, self._disc)
        with painting(painter):
            self._paint_disc(painter, disc)
            self._paint_words(painter, disc)
            if state.voice:
                self._paint_voice(painter, QPointF(half - 4, 4 - half))

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        state = self.state
        is_bold = state.is_now or state.was_last or state.is_chosen
        tone = "accent" if is_bold or self._is_hovered else "edge"
        width = _EDGE if is_bold else 1.5
        painter.setBrush(look().color("accent" if state.is_now else "surface"))
        pen = QPen(look().color(tone), width)
        if not state.is_there:
            pen.setDashPattern([3 / width, 3 / width])
        painter.setPen(pen)
        painter.drawEllipse(disc.adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _paint_words(self, painter: QPainter, disc: QRectF) -> None:
        state, label = self.state, seat_label(self.seat.number)
        role = Role.SMALL_BOLD if self._disc < DISC else Role.LIVE_BOLD if len(label) < 3 else Role.BODY_BOLD
        tone = "onaccent" if state.is_now else "ink" if state.is_there else "ink3"
        if state.count is None or not state.is_there or self._disc < DISC:
            draw_text(painter, label, role, disc, tone, _CENTER)
            return
        draw_text(painter, label, role, QRectF(disc.left(), -17, self._disc, 20), tone, _CENTER)
        quiet = "onaccent" if state.is_now else "ink2"
        below = QRectF(disc.left(), 2, self._disc, 14)
        draw_text(painter, str(state.count), Role.SMALL, below, quiet, _CENTER)

    def _paint_voice(self, painter: QPainter, center: QPointF) -> None:
        square = QRectF(center.x() - MARK / 2, center.y() - MARK / 2, MARK, MARK)
        voice = self.state.voice
        tone = {Voice.AGREES: "good", Voice.DISSENTS: "concern"}.get(voice, "edge")
        painter.setBrush(look().color("surface"))
        painter.setPen(QPen(look().color(tone), 1.5))
        painter.drawEllipse(square.adjusted(1, 1, -1, -1))
        if voice is Voice.SILENT:
            fill(painter, QRectF(center.x() - 1.5, center.y() - 1.5, 3, 3), "ink3", 1.5)
        elif voice is Voice.NEUTRAL:
            for y in (center.y() - 3, center.y() + 1.5):
                fill(painter, QRectF(center.x() - 4, y, 8, 1.5), "ink2", 0.75)
        else:
            name = "check" if voice is Voice.AGREES else "minus"
            icon(painter, name, tone, square.left() + 3, square.top() + 3, 12)
