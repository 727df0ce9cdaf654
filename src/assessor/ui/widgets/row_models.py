"""What lists of rows show: title, second line, marks, and a tag or number at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

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
