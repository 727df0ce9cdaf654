"""What the grid of coverage shows: rows that unfold into rows, and cells with a figure, a tint or bars."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QWidget

from assessor.terms import Group
from assessor.ui.widgets.row_models import AnyIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
CELL_ROLE = ROW_ROLE + 1


@dataclass(frozen=True)
class GridCell:
    """A cell: `step` is its tint (None: none), `bars` are new codes a session (None: not coded)."""

    key: str = ""
    """What its detail is found by; empty where there is nothing to show."""
    figure: str = ""
    rest: str = ""
    step: int | None = None
    hidden: str = ""
    is_late: bool = False
    is_watched: bool = False
    """Whether it has a watch outline: asked, and no answer."""
    bars: tuple[int | None, ...] = ()
    icon: str = ""
    icon_tone: str = "ink3"
    spoken: str = ""


@dataclass(frozen=True)
class GridRow:
    """A row with a cell a column, and the rows it unfolds into."""

    key: str
    label: str
    cells: tuple[GridCell, ...]
    group: Group | None = None
    code: str = ""
    """A quiet lead before the label of an inner row."""
    rows: "tuple[GridRow, ...]" = ()
    level: int = 0


@dataclass(frozen=True)
class GridColumn:
    """A column: its word, the group whose mark stands before it, and whether it is wide."""

    label: str
    short: str = ""
    """Its word where there is little room."""
    group: Group | None = None
    is_wide: bool = False


@dataclass
class Shown:
    """What is shown now."""

    columns: tuple[GridColumn, ...] = ()
    rows: list[GridRow] = field(default_factory=list)
    visible: list[GridRow] = field(default_factory=list)
    unfolded: set[str] = field(default_factory=set)


class GridModel(QAbstractTableModel):
    """Rows by columns; the first column is the row's own name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """The columns beside the first."""
        return self._shown.columns

    def show_rows(self, columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> None:
        """Show these; where the same rows stay visible only their words change."""
        before = ([row.key for row in self._shown.visible], self._shown.columns)
        visible = self._visible(list(rows))
        if before == ([row.key for row in visible], tuple(columns)) and visible:
            self._shown.rows, self._shown.visible = list(rows), visible
            last = self.index(len(visible) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._shown.columns, self._shown.rows, self._shown.visible = tuple(columns), list(rows), visible
        self.endResetModel()

    def is_unfolded(self, row: GridRow) -> bool:
        """Whether its inner rows are shown."""
        return row.key in self._shown.unfolded

    def unfold(self, keys: set[str]) -> None:
        """Show the inner rows of these rows, and of no others."""
        self.beginResetModel()
        self._shown.unfolded = keys
        self._shown.visible = self._visible(self._shown.rows)
        self.endResetModel()

    @property
    def unfolded(self) -> set[str]:
        """The rows whose inner rows are shown."""
        return set(self._shown.unfolded)

    @property
    def foldable(self) -> set[str]:
        """The rows that have inner rows."""
        return {row.key for row in self._shown.rows if row.rows}

    def row(self, place: int) -> GridRow | None:
        """The row at a place."""
        return self._shown.visible[place] if 0 <= place < len(self._shown.visible) else None

    def place_of(self, cell_key: str) -> tuple[int, int] | None:
        """Row and column of a cell that is visible."""
        for place, row in enumerate(self._shown.visible):
            for column, cell in enumerate(row.cells, start=1):
                if cell.key == cell_key:
                    return place, column
        return None

    def holder_of(self, cell_key: str) -> str:
        """The row to unfold so that a cell is visible; empty where none need be."""
        for row in self._shown.rows:
            if any(cell.key == cell_key for inner in row.rows for cell in inner.cells):
                return row.key
        return ""

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Rows visible."""
        return 0 if parent is not None and parent.isValid() else len(self._shown.visible)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """The name and the columns."""
        return 0 if parent is not None and parent.isValid() else len(self._shown.columns) + 1

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> object:
        """The row, the cell, or what a screen reader says."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        cell = row.cells[index.column() - 1] if index.column() else None
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return (cell.hidden or cell.figure + cell.rest) if cell else row.label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return cell.spoken if cell else f"{row.code}, {row.label}" if row.code else row.label
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of columns and rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._shown.columns[section - 1].label if section else ""
        row = self.row(section)
        return row.label if row else None

    def _visible(self, rows: list[GridRow]) -> list[GridRow]:
        found: list[GridRow] = []
        for row in rows:
            found.append(row)
            if row.key in self._shown.unfolded:
                found.extend(row.rows)
        return found
