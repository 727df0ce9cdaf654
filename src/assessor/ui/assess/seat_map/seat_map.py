"""The seats round their table: a click names who speaks, and arranging puts each seat where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from assessor.operations.seats import WHOLE, SeatRow
from assessor.terms import TableShape
from assessor.ui.assess.seat_map.seat_items import SeatItem
from assessor.ui.assess.seat_map.seat_view import SeatView
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import focus_ring, painting

_STEP, _LEAP = 10, 50
"""Thousandths of the room an arrow key moves a seat by, and with Shift."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class SeatMap(KeyboardRing, SeatView):
    """Seats as discs round a table.

    While people talk it never takes the focus, and a seat moves only while `is_arranging` or with Alt held.
    While arranging it takes keys: a digit or Page Down chooses a seat, arrow keys move it.
    """

    named = Signal(int)
    left_or_back = Signal(str)
    moved = Signal(str, int, int)
    """A seat was dropped there, in thousandths of the room."""
    evened = Signal()
    """All seats are to stand evenly again."""
    arranged = Signal()
    """Arranging was left with Escape."""

    def __init__(self, *, is_arranging: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers_leaving = True
        self._pressed: tuple[SeatItem, QPointF] | None = None
        self._press_at = QPointF()
        self.set_arranging(is_arranging)

    @property
    def is_arranging(self) -> bool:
        """Whether seats can be moved."""
        return self._is_arranging

    def set_arranging(self, is_on: bool) -> None:
        """Let seats be moved, with mouse and keys; else a click names who speaks."""
        self._is_arranging = is_on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_on else Qt.FocusPolicy.NoFocus)
        self._show_cursor()
        if not is_on:
            self._choose("")

    def show_seats(self, seats: Sequence[SeatRow], shape: TableShape) -> None:
        """Show these seats round a table of that shape."""
        super().show_seats(seats, shape)
        self._show_cursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a seat."""
        item = self._seat_at(event.position())
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()  # the page below may want it
            return
        self._pressed = (item, event.position() - item.pos())
        self._press_at = event.position()
        if self._is_arranging:
            self._choose(item.seat.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the seat held."""
        super().mouseMoveEvent(event)
        if self._pressed is None:
            return
        item, grip = self._pressed
        far = (event.position() - self._press_at).manhattanLength() >= QApplication.startDragDistance()
        may_move = self._is_arranging or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if far and may_move:
            self._held = item
        if self._held:
            room = self._room
            item.setPos(room.place_of(*room.kept(event.position() - grip)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the seat; or a click was meant."""
        if self._pressed is None:
            event.ignore()
            return
        item, was_dragged = self._pressed[0], self._held is not None
        self._pressed, self._held = None, None
        if was_dragged:
            self.moved.emit(item.seat.id, *self._room.kept(item.pos()))
        elif not self._is_arranging and self._seat_at(event.position()) is item:
            self.named.emit(item.seat.number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be noted of a seat."""
        item = self._seat_at(QPointF(event.pos()))
        menu = QMenu(self)
        if item is not None and self.offers_leaving:
            is_there = self._states.get(item.seat.id, item.state).is_there
            words = self.tr("Left now") if is_there else self.tr("Is back")
            menu.addAction(words, lambda: self.left_or_back.emit(item.seat.id))
        if self._is_arranging:
            menu.addAction(self.tr("Arrange evenly"), self.evened.emit)
        if not menu.isEmpty():
            menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page: there is nothing to scroll here."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what the arrow keys will move."""
        super().focusInEvent(event)
        if self.has_ring and not self._chosen:
            self._turn(1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring any more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: ARG002  # Qt's
        """Paint the ring of keyboard focus."""
        if self.has_ring:
            with painting(painter):
                focus_ring(painter, self.sceneRect().adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose and move seats while arranging."""
        if not self._is_arranging or not self._pressed_key(event):
            event.ignore()

    def _pressed_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._step(key, _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP)
        elif key in _TURNS:
            self._turn(_TURNS[key])
        elif event.text().isdigit():
            self._choose(next((i.seat.id for i in self._items if str(i.seat.number) == event.text()), ""))
        elif key == Qt.Key.Key_Escape:
            self._choose("")
            self.arranged.emit()
        else:
            return False
        return True

    def _step(self, key: Qt.Key, by: int) -> None:
        if not self._chosen:
            self._turn(1)
            return
        item = self.items_by_id[self._chosen]
        x, y = self._room.kept(item.pos())
        right, down = _ARROWS[key]
        there = min(max(x + right * by, 0), WHOLE), min(max(y + down * by, 0), WHOLE)
        if there != (x, y):
            self.moved.emit(item.seat.id, *there)

    def _turn(self, by: int) -> None:
        ids = list(self.items_by_id)
        if ids:
            here = ids.index(self._chosen) if self._chosen in ids else -1 if by > 0 else 0
            self._choose(ids[(here + by) % len(ids)])

    def _seat_at(self, point: QPointF) -> SeatItem | None:
        item = self.itemAt(point.toPoint())
        return item if isinstance(item, SeatItem) else None

    def _show_cursor(self) -> None:
        hand = Qt.CursorShape.OpenHandCursor if self._is_arranging else Qt.CursorShape.PointingHandCursor
        for item in self._items:
            item.setCursor(hand)
