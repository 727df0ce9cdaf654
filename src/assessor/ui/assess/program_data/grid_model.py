"""The grid as a model: rows of measures or their parts under periods, edited cell by cell or in blocks."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from assessor.operations.measures.program_data import Grid, GridCell, GridRow
from assessor.ui.assess.program_data.grid_words import spoken
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex
from assessor.ui.widgets.texts import plain_tip


@dataclass(frozen=True)
class Refusal:
    """What was typed in a cell and could not be taken, and why."""

    text: str
    why: str


@dataclass(frozen=True)
class ShownCell:
    """A cell as it is painted: what is known, or what was refused."""

    cell: GridCell | None
    refusal: Refusal | None = None


class GridModel(QAbstractTableModel):
    """Shows a grid. `typed` tells the places and texts that were typed together: [(row, column, text)]."""

    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None
        self._is_read_only = False
        self._refused: dict[tuple[object, ...], Refusal] = {}

    def show_grid(self, grid: Grid, *, is_read_only: bool) -> None:
        """Show a grid; one of the same size only changes its words."""
        same = self.grid is not None and _shape(self.grid) == _shape(grid)
        self._is_read_only = is_read_only
        if not same:
            self.beginResetModel()
        self.grid = grid
        if not same:
            self.endResetModel()
        elif grid.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(grid.rows) - 1, len(grid.periods) - 1))

    def row(self, place: int) -> GridRow | None:
        """A row of the grid; None beyond its end."""
        return self.grid.rows[place] if self.grid and 0 <= place < len(self.grid.rows) else None

    def shown(self, index: AnyIndex) -> ShownCell:
        """A cell as it is painted."""
        row = self.row(index.row())
        if row is None:
            return ShownCell(None)
        return ShownCell(row.cells[index.column()], self._refused.get(self._key(index.row(), index.column())))

    def refuse(self, row: int, column: int, text: str, why: str) -> None:
        """Keep what was typed beside why it cannot be taken."""
        self._refused[self._key(row, column)] = Refusal(text, why)
        self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def accept(self, places: Iterable[tuple[int, int]]) -> None:
        """Forget what was refused in these cells."""
        for row, column in places:
            self._refused.pop(self._key(row, column), None)

    def forget_refused(self) -> None:
        """Forget whatever was refused."""
        self._refused.clear()

    def rowCount(self, parent: QModelIndex | AnyIndex | None = None) -> int:
        """How many rows."""
        return 0 if self.grid is None or (parent is not None and parent.isValid()) else len(self.grid.rows)

    def columnCount(self, parent: QModelIndex | AnyIndex | None = None) -> int:
        """How many periods."""
        return 0 if self.grid is None or (parent is not None and parent.isValid()) else len(self.grid.periods)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Everything can be edited in place."""
        flags = super().flags(index)
        can_edit = index.isValid() and not self._is_read_only
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Periods above, measures at the left."""
        if self.grid is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.grid.periods[section].label if role == Qt.ItemDataRole.DisplayRole else None
        row = self.grid.rows[section]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.code} {row.title}"
        return (
            plain_tip(f"{row.code} {row.title}, {row.unit}") if role == Qt.ItemDataRole.ToolTipRole else None
        )

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> object:
        """The cell itself, what stands in its editor, or what a screen reader says."""
        if not index.isValid() or self.grid is None:
            return None
        shown = self.shown(index)
        if role == ROW_ROLE:
            return shown
        if role == Qt.ItemDataRole.EditRole:
            return shown.refusal.text if shown.refusal else shown.cell.typed if shown.cell else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.refusal.text if shown.refusal else shown.cell.figure if shown.cell else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row, period = self.grid.rows[index.row()], self.grid.periods[index.column()]
            said = shown.refusal.why if shown.refusal else spoken(shown.cell)
            return f"{row.code} {row.title}, {period.label}, {said}"
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed, where it differs."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value).strip()
        if text != self.data(index, Qt.ItemDataRole.EditRole):
            self.typed.emit([(index.row(), index.column(), text)])
        return True

    def _key(self, row: int, column: int) -> tuple[object, ...]:
        if self.grid is None:
            return ()
        shown = self.grid.rows[row]
        return (shown.measure_id, shown.whom, self.grid.periods[column].starts_on)


def _shape(grid: Grid) -> tuple[object, ...]:
    return (grid.periods, tuple((row.measure_id, row.whom) for row in grid.rows))
