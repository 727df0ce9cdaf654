"""Where the seats of a map are, for the mouse."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from assessor.ui.assess.seat_map.seat_items import SeatItem
from assessor.ui.assess.seat_map.seat_map import SeatMap


def seat_item(seats: SeatMap, number: int) -> SeatItem:
    """The disc of a seat."""
    return next(item for item in seats.items_by_id.values() if item.seat.number == number)


def seat_point(seats: SeatMap, number: int) -> QPoint:
    """The middle of a seat, in the view."""
    return seats.mapFromScene(seat_item(seats, number).pos())


def click_seat(seats: SeatMap, number: int) -> None:
    """Click a seat."""
    QTest.mouseClick(
        seats.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, seat_point(seats, number)
    )


def drag_seat(
    seats: SeatMap, number: int, by: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Drag a seat by some px and drop it."""
    start, left = seat_point(seats, number), Qt.MouseButton.LeftButton
    QTest.mousePress(seats.viewport(), left, keys, start)
    for part in (1, 2, 3):
        _move(seats, start + by * part / 3, keys)
    QTest.mouseRelease(seats.viewport(), left, keys, start + by)


def _move(seats: SeatMap, point: QPoint, keys: Qt.KeyboardModifier) -> None:
    at = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        seats.viewport().mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        keys,
    )
    QCoreApplication.sendEvent(seats.viewport(), event)
