"""Lists of rows: a title up to two lines, a second line, marks, and a tag or number at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from assessor.terms import Group, Raised
from assessor.ui.widgets.tags import Meaning

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class ListRow:
    """What a row shows. Only `element_id` and `title` must be given."""

    element_id: str
    title: str
    second: str = ""
    icon: str = ""
    icon_meaning: Meaning = Meaning.NEUTRAL
    number: str = ""  # in a filled cell at the right: high ink, middle accentmid, low chip
    number_rank: int = 0  # 2 high, 1 middle, 0 low
    tag: str = ""  # at the right of the title, where there is no number
    tag_meaning: Meaning = Meaning.NEUTRAL
    trailing: str = ""  # at the right of the second line
    trailing_meaning: Meaning = Meaning.NEUTRAL
    raised: tuple[tuple[Group, Raised | None], ...] = ()  # marks in front of the second line
    said: bool = False  # the title is words said: serif

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        marks = [f"{g.label}: {(r or 'hidden').replace('_', ' ')}" for g, r in self.raised]
        parts = [self.title, self.number, self.tag, self.second, self.trailing, *marks]
        return ", ".join(part for part in parts if part)


class RowModel(QAbstractListModel):
    """The rows of a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these rows; the same elements in the same order only change their words."""
        rows = list(rows)
        if [row.element_id for row in rows] == [row.element_id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, element_id: str) -> int:
        """The place of an element; -1 when it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.element_id == element_id), -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> object:
        """The row itself, its title, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None


class RowList(QListView):
    """A list of ListRow. `chosen` tells the element the selection came to; `opened` on Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from assessor.ui.widgets.row_delegate import RowDelegate

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
