"""The seats of the note-taking room: who speaks, who spoke last, who agreed, who is not there."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QSizePolicy, QWidget

from assessor.operations.note_counts import NoteCounts
from assessor.operations.seats import SeatRow
from assessor.ui.assess.sitting_words import remarks_words, seat_label
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, icon, painting_on
from assessor.ui.widgets.texts import explain

_DISC, _CELL_WIDTH, _CELL_HEIGHT, _MARK = 44, 60, 60, 18
_A_ROW = 5


class Voice(StrEnum):
    """What someone did on the last tally."""

    NONE = ""
    AGREES = "agrees"
    DISSENTS = "dissents"
    SILENT = "silent"


class SeatDisc(QAbstractButton):
    """One seat: a disc with its number and how many remarks were made there. A click names the speaker."""

    left_or_back = Signal(str)

    def __init__(self, seat: SeatRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat = seat
        self._count, self._voice = 0, Voice.NONE
        self._is_now = self._was_last = False
        self._is_there = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # digits and F keys name seats; the line keeps the focus
        self.setFixedSize(_CELL_WIDTH, _CELL_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def show_state(self, counts: NoteCounts, now: Sequence[int]) -> None:
        """Show what is known of the seat; `now` are the seats named in the line being typed."""
        code = self.seat.code
        self._count = counts.remarks.get(code, 0)
        self._is_there = code in counts.present
        self._is_now = self.seat.number in now
        self._was_last = code in counts.spoke_last
        tallied = bool(counts.agreeing or counts.dissenting) and self._is_there
        self._voice = (
            Voice.AGREES
            if code in counts.agreeing
            else Voice.DISSENTS
            if code in counts.dissenting
            else Voice.SILENT
            if tallied
            else Voice.NONE
        )
        self._say()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the disc and its mark."""
        disc = QRectF((_CELL_WIDTH - _DISC) / 2, (_CELL_HEIGHT - _DISC) / 2, _DISC, _DISC)
        with painting_on(self) as painter:
            self._paint_disc(painter, disc)
            tone = "onaccent" if self._is_now else "ink" if self._is_there else "ink3"
            center = Qt.AlignmentFlag.AlignHCenter
            label = seat_label(self.seat.number)
            if self._is_there:
                draw_text(painter, label, Role.LIVE_BOLD, disc.adjusted(0, 5, 0, -19), tone, center)
                quiet = "onaccent" if self._is_now else "ink2"
                draw_text(painter, str(self._count), Role.SMALL, disc.adjusted(0, 24, 0, -5), quiet, center)
            else:
                draw_text(painter, label, Role.LIVE_BOLD, disc, tone, center)
            if self._voice:
                self._paint_voice(painter, QPointF(disc.right() - 4, disc.top() + 4))

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        painter.setBrush(look().color("accent" if self._is_now else "surface"))
        tone, width = ("accent", 3.0) if self._is_now or self._was_last else ("edge", 1.5)
        if self.underMouse():
            tone = "accent"
        style = Qt.PenStyle.SolidLine if self._is_there else Qt.PenStyle.DashLine
        painter.setPen(QPen(look().color(tone), width, style))
        painter.drawEllipse(disc.adjusted(1.5, 1.5, -1.5, -1.5))

    def _paint_voice(self, painter: QPainter, center: QPointF) -> None:
        square = QRectF(center.x() - _MARK / 2, center.y() - _MARK / 2, _MARK, _MARK)
        tone = {Voice.AGREES: "good", Voice.DISSENTS: "concern"}.get(self._voice, "edge")
        painter.setBrush(look().color("surface"))
        painter.setPen(QPen(look().color(tone), 1.5))
        painter.drawEllipse(square.adjusted(1, 1, -1, -1))
        if self._voice is Voice.SILENT:
            fill(painter, QRectF(center.x() - 1, center.y() - 1, 2, 2), "ink3", 1)
        else:
            name = "check" if self._voice is Voice.AGREES else "minus"
            icon(painter, name, tone, square.left() + 3, square.top() + 3, 12)

    def _say(self) -> None:
        words = [seat_label(self.seat.number), self.seat.code, remarks_words(self._count), self._voice.value]
        if not self._is_there:
            words.append(self.tr("not there"))
        sentence = ", ".join(word for word in words if word)
        self.setAccessibleName(sentence)
        explain(self, sentence)

    def _offer(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(
            self.tr("Left now") if self._is_there else self.tr("Is back"),
            lambda: self.left_or_back.emit(self.seat.id),
        )
        menu.popup(self.mapToGlobal(place))


class SeatDiscs(QWidget):
    """The discs in rows."""

    named = Signal(int)
    left_or_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._discs: list[SeatDisc] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_seats(self, seats: Sequence[SeatRow]) -> None:
        """Show these seats."""
        if [disc.seat.id for disc in self._discs] == [seat.id for seat in seats]:
            for disc, seat in zip(self._discs, seats, strict=True):
                disc.seat = seat
            return
        for disc in self._discs:
            self._grid.removeWidget(disc)
            disc.hide()
            disc.deleteLater()
        self._discs = [SeatDisc(seat, self) for seat in seats]
        for place, disc in enumerate(self._discs):
            disc.clicked.connect(lambda _=False, disc=disc: self.named.emit(disc.seat.number))
            disc.left_or_back.connect(self.left_or_back)
            self._grid.addWidget(disc, place // _A_ROW, place % _A_ROW)
            disc.show()

    def show_state(self, counts: NoteCounts, now: Sequence[int]) -> None:
        """Show what is known of every seat."""
        for disc in self._discs:
            disc.show_state(counts, now)

    def sizeHint(self) -> QSize:
        """As many rows as needed."""
        rows = -(-len(self._discs) // _A_ROW)
        return QSize(_A_ROW * _CELL_WIDTH, rows * _CELL_HEIGHT)


def left_at(seats: Sequence[SeatRow], now: datetime) -> list[SeatRow]:
    """Those who were there and left."""
    return [seat for seat in seats if seat.left_at is not None and seat.left_at <= now]
