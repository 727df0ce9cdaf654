"""Who was heard, and how, as a model of groups by methods: its figures and its words."""

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QWidget

from assessor.operations.coverage_cells import CoverageCell
from assessor.operations.coverages import METHODS, Coverage
from assessor.terms import Group
from assessor.ui.overview_words import tr
from assessor.ui.widgets.row_models import AnyIndex

_STEPS = (0.0, 0.35, 0.7, 1.0)
CELL_ROLE = int(Qt.ItemDataRole.UserRole)


def heat_step(part: float) -> int:
    """The step of the tint: none, some, over a third, over two thirds, all."""
    if part <= 0:
        return 0
    return 1 + sum(part >= step for step in _STEPS[1:])


class CoverageModel(QAbstractTableModel):
    """Groups down, methods across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage: Coverage | None = None

    def show_coverage(self, coverage: Coverage) -> None:
        """Show who was heard by now."""
        same = self._coverage is not None and self._coverage.groups == coverage.groups
        if same:
            self._coverage = coverage
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._coverage = coverage
        self.endResetModel()

    def group(self, row: int) -> Group | None:
        """The group of a row."""
        return self._coverage.groups[row] if self._coverage else None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """The groups."""
        if parent is not None and parent.isValid():
            return 0
        return len(self._coverage.groups) if self._coverage else 0

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """The methods."""
        return 0 if parent is not None and parent.isValid() else len(METHODS)

    def data(self, index: AnyIndex, role: int = CELL_ROLE) -> object:
        """The cell, its figures, or what a screen reader says."""
        if self._coverage is None or not index.isValid():
            return None
        cell = self._coverage.cell(self._coverage.groups[index.row()], METHODS[index.column()])
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(figures(cell))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of methods and groups."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return methods()[section]
        group = self.group(section)
        return group.label if group else None


def methods() -> list[str]:
    """The methods in the plural, in their order."""
    return [tr("Survey"), tr("Interviews"), tr("Focus groups"), tr("Observation"), tr("Joint session")]


def figures(cell: CoverageCell) -> tuple[str, str]:
    """What stands in a cell: the figure, and of how many."""
    if cell.done is None:
        return cell.hidden, ""
    if not cell.is_used:
        return "–", ""
    return f"{cell.done:,}", tr(" of {planned}").format(planned=f"{cell.planned:,}") if cell.planned else ""


def spoken(cell: CoverageCell) -> str:
    """A cell in words."""
    name = f"{cell.group.label}, {methods()[METHODS.index(cell.method)].lower()}"
    if cell.done is None:
        return tr("{name}: {hidden}, too few to show").format(name=name, hidden=cell.hidden)
    if not cell.is_used:
        return tr("{name}: not planned").format(name=name)
    late = tr(", past its planned date") if cell.is_overdue else ""
    return f"{name}: {''.join(figures(cell))}{late}"
