"""The picture of the seats round their table: what stands where, what each disc shows, and its words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from assessor.operations.seats import SeatRow
from assessor.terms import TableShape
from assessor.ui.assess.seat_map.seat_items import SeatItem, SeatState
from assessor.ui.assess.seat_map.seat_places import Room
from assessor.ui.assess.seat_map.seat_states import seat_words
from assessor.ui.assess.seat_map.table_items import FacilitatorItem, TableItem
from assessor.ui.assess.sittings.sitting_words import seat_label
from assessor.ui.widgets.texts import plain_tip

HEIGHT = 276
_LEAST_WIDTH, _LEAST_ROOM = 240, 160


class SeatView(QGraphicsView):
    """Seats as discs round a table, and the facilitator's place. Only what differs is painted again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items_by_id: dict[str, SeatItem] = {}
        self.table = TableItem()
        self.facilitator = FacilitatorItem(self.tr("Facilitator"))
        self._shape = TableShape.RECTANGLE
        self._states: dict[str, SeatState] = {}
        self._held: SeatItem | None = None
        """A seat that is being dragged stays under the pointer."""
        self._chosen = ""
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # a dozen items that may move
        scene.addItem(self.table)
        scene.addItem(self.facilitator)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QGraphicsView { background: transparent; border: none; }")
        self.viewport().setAutoFillBackground(False)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setFixedHeight(HEIGHT)

    def show_seats(self, seats: Sequence[SeatRow], shape: TableShape) -> None:
        """Show these seats round a table of that shape; a disc that stays is not made anew."""
        self._shape = shape
        for gone in self.items_by_id.keys() - {seat.id for seat in seats}:
            self.scene().removeItem(self.items_by_id.pop(gone))
            self._states.pop(gone, None)
        for seat in seats:
            if seat.id not in self.items_by_id:
                self.items_by_id[seat.id] = SeatItem(seat)
                self.scene().addItem(self.items_by_id[seat.id])
            self.items_by_id[seat.id].seat = seat
        self.items_by_id = {seat.id: self.items_by_id[seat.id] for seat in seats}
        if self._chosen not in self.items_by_id:
            self._chosen = ""
        self._place()
        self._say()

    def show_states(self, states: dict[str, SeatState], bold: str, quiet: str = "") -> None:
        """Show what is known of each seat by its id, and words on the table; only what differs repaints."""
        self.table.show_words(bold, quiet)
        if states != self._states:
            self._states = dict(states)
            self._paint_states()
            self._say()

    def sizeHint(self) -> QSize:
        """Room for a table of nine."""
        return QSize(304, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the room."""
        super().resizeEvent(event)
        self._place()

    def _choose(self, seat_id: str) -> None:
        if seat_id != self._chosen:
            self._chosen = seat_id
            self._paint_states()
            self._say()

    def _paint_states(self) -> None:
        for seat_id, item in self.items_by_id.items():
            state = self._states.get(seat_id, SeatState())
            is_chosen = seat_id == self._chosen
            item.show_state(SeatState(**{**state.__dict__, "is_chosen": is_chosen}))

    def _place(self) -> None:
        room, items = self._room, self._items
        self.setSceneRect(0, 0, room.width, room.height)
        self.table.place(room.table, room.middle)
        self.facilitator.setPos(room.facilitator)
        disc = room.disc(len(items))
        places = room.places([(item.seat.x, item.seat.y) for item in items])
        for item, place in zip(items, places, strict=True):
            item.resize(disc)
            if item is not self._held:
                item.setPos(place)

    def _say(self) -> None:
        """Tell the seats and their states in words, to the pointer and to a screen reader."""
        words = []
        for item in self._items:
            sentence = seat_words(item.seat, self._states.get(item.seat.id, item.state))
            item.setToolTip(plain_tip(sentence))
            words.append(sentence)
        name = self.tr("Seats")
        if self._chosen in self.items_by_id:
            chosen = self.items_by_id[self._chosen].seat
            name = self.tr("Seats, {seat} chosen").format(seat=seat_label(chosen.number))
        self.setAccessibleName("; ".join([name, *words]) if words else name)

    @property
    def _items(self) -> list[SeatItem]:
        return list(self.items_by_id.values())

    @property
    def _room(self) -> Room:
        size = self.viewport().size()
        return Room(self._shape, max(size.width(), 160), max(size.height(), 160))
