"""The seat map as it stands in the room: with what its marks mean, and a switch to arrange it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.note_counts import NoteCounts
from assessor.operations.seats import SeatRow
from assessor.terms import TableShape
from assessor.ui.assess.seat_map.seat_map import SeatMap
from assessor.ui.assess.seat_map.seat_states import gone_words, present_words, seat_states
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.paint import draw_text, icon, painting_on, text_width
from assessor.ui.widgets.texts import Text

_SWITCH, _SIGN, _GAP = 32, 12, 6


class Legend(QWidget):
    """What the marks of the discs mean, in words; those that do not fit are left out from the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = (
            ("now", self.tr("now")),
            ("last", self.tr("before")),
            ("check", self.tr("agrees")),
            ("minus", self.tr("dissents")),
            ("absent", self.tr("absent")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = ", ".join(word for _, word in self._entries)
        self.setAccessibleName(self.tr("Marks: {words}").format(words=words))

    def sizeHint(self) -> QSize:
        """One line of small text."""
        return QSize(240, 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint signs and words, spread over the width."""
        widths = [_SIGN + _GAP + text_width(word, Role.SMALL) for _, word in self._entries]
        gap = min(max((self.width() - sum(widths)) / (len(widths) - 1), 4), 16)
        x = max((self.width() - sum(widths) - gap * (len(widths) - 1)) / 2, 0)
        with painting_on(self) as painter:
            for (sign, word), width in zip(self._entries, widths, strict=True):
                self._paint_sign(painter, sign, QRectF(x, (self.height() - _SIGN) / 2, _SIGN, _SIGN))
                rect = QRectF(x + _SIGN + _GAP, 0, width, self.height())
                draw_text(painter, word, Role.SMALL, rect, "ink3")
                x += width + gap

    def _paint_sign(self, painter: QPainter, sign: str, rect: QRectF) -> None:
        if sign in {"check", "minus"}:
            icon(painter, sign, "good" if sign == "check" else "concern", rect.left(), rect.top(), _SIGN)
            return
        pen = QPen(look().color("ink3" if sign == "absent" else "accent"), 1 if sign == "absent" else 3)
        if sign == "absent":
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(look().color("accent") if sign == "now" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(2, 2, -2, -2))


class SeatTable(QWidget):
    """Map and legend. Nothing here takes the focus while notes are taken, unless one arranges the seats."""

    arranging_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = SeatMap()
        self.legend = Legend()
        self.switch = IconButton("move", self.tr("Arrange seats"), self)
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.even = QuietButton(self.tr("Arrange evenly"), flush=True)
        self.even.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._arranging = QWidget()
        row = QHBoxLayout(self._arranging)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(self.tr("Drag the seats"), Role.SMALL, "ink3"))
        row.addStretch(1)
        row.addWidget(self.even)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.map)
        column.addWidget(self.legend)
        column.addWidget(self._arranging)
        self._arranging.hide()
        self.even.clicked.connect(self.map.evened)
        self.switch.clicked.connect(lambda: self.set_arranging(not self.map.is_arranging))
        self.map.arranged.connect(lambda: self.set_arranging(False))

    def set_arranging(self, is_on: bool) -> None:
        """Let seats be moved, until switched off again."""
        self.map.set_arranging(is_on)
        self._arranging.setVisible(is_on)
        self.legend.setVisible(not is_on)
        if is_on:
            self.switch.show_icon("check", self.tr("Done arranging"))
        else:
            self.switch.show_icon("move", self.tr("Arrange seats"))
        if not is_on:
            self.arranging_left.emit()

    def show_seats(self, seats: Sequence[SeatRow], shape: TableShape) -> None:
        """Show these seats."""
        self.map.show_seats(seats, shape)
        self.switch.setVisible(len(seats) > 1)

    def show_counts(
        self, counts: NoteCounts, seats: Sequence[SeatRow], now: datetime, named: Sequence[int]
    ) -> None:
        """Show what is known of every seat; `named` are those in the line being typed."""
        words = present_words(len(counts.present), len(seats))
        self.map.show_states(seat_states(counts, seats, named), words, gone_words(seats, now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the switch in the corner where no shape has a seat."""
        super().resizeEvent(event)
        below = self.map.geometry().bottom() - _SWITCH
        self.switch.setGeometry(self.width() - _SWITCH, below, _SWITCH, _SWITCH)
        self.switch.raise_()
