"""Lists of rows: one is chosen by pointer or arrows, and opened by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from assessor.ui.widgets.row_delegate import RowDelegate
from assessor.ui.widgets.row_models import ROW_ROLE, ListRow, RowModel


class RowList(QListView):
    """A list of ListRow. `chosen` tells the element the selection came to; `opened` on Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(self._activated)
        self._last = ""

    @property
    def chosen_id(self) -> str:
        """The element the selection is on; empty when it is on none."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.element_id if isinstance(row, ListRow) else ""

    def show_rows(self, rows: Sequence[ListRow], *, choose_first: bool = True) -> None:
        """Show rows. The chosen element stays chosen; where it is gone its neighbor is, or the first."""
        before, place = self.chosen_id, max(self.currentIndex().row(), 0)
        self.rows.show_rows(rows)
        if not rows or self.chosen_id:
            self._tell()
            return
        kept = self.rows.row_of(before)
        if kept >= 0 or before or choose_first:
            self.setCurrentIndex(self.rows.index(kept if kept >= 0 else min(place, len(rows) - 1)))
        self._tell()

    def choose(self, element_id: str) -> bool:
        """Put the selection on an element; whether it is shown."""
        place = self.rows.row_of(element_id)
        if place < 0:
            return False
        self.setCurrentIndex(self.rows.index(place))
        self.scrollTo(self.currentIndex())
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self._tell()

    def _tell(self) -> None:
        if self.chosen_id != self._last:
            self._last = self.chosen_id
            self.chosen.emit(self._last)

    def _activated(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, ListRow):
            self.opened.emit(row.element_id)
