"""The lines of the matrix: headings and decisions, with a column for each office."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from assessor.operations.role_decisions import OFFICES, RoleDecisionRow
from assessor.ui.plan.part_words import part_word
from assessor.ui.widgets.row_models import AnyIndex

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
TITLE, NOTE = 0, len(OFFICES) + 1


@dataclass(frozen=True)
class SectionLine:
    """A heading over decisions."""

    title: str


Line = SectionLine | RoleDecisionRow


class DecisionModel(QAbstractTableModel):
    """Sections and decisions; columns: title, offices, note. `edited` tells decision, column and text."""

    edited = Signal(str, str, str)

    def __init__(self, offices: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offices = offices
        self.lines: list[Line] = []

    def show_rows(self, rows: Sequence[RoleDecisionRow]) -> None:
        """Show decisions under their sections; the same ones in the same order only change."""
        lines: list[Line] = []
        for row in rows:
            if not any(isinstance(line, SectionLine) and line.title == row.section for line in lines):
                lines.append(SectionLine(row.section))
            lines.append(row)
        if [key_of(line) for line in lines] == [key_of(line) for line in self.lines]:
            self.lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, NOTE))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_of(self, decision_id: str) -> int:
        """Where a decision stands; -1 when it is not shown."""
        return next((n for n, line in enumerate(self.lines) if key_of(line) == decision_id), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Title, offices and note."""
        return 0 if parent.isValid() else NOTE + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Sections are passed over."""
        if not index.isValid() or isinstance(self.lines[index.row()], SectionLine):
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (TITLE, NOTE) else flags

    def data(self, index: AnyIndex, role: int = LINE_ROLE) -> object:
        """The line, its words in a column, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(line, RoleDecisionRow):
            return f"{line.title}, {self._head(index.column())}: {self._words(line, index.column())}"
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed, if it differs."""
        line = self.lines[index.row()]
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or isinstance(line, SectionLine):
            return False
        column = "title" if index.column() == TITLE else "note"
        if text == getattr(line, column) or (column == "title" and not text):
            return False
        self.edited.emit(line.id, column, text)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        is_words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._head(section) if is_words and orientation == Qt.Orientation.Horizontal else None

    def _head(self, column: int) -> str:
        if column == TITLE:
            return self.tr("Decision")
        return self.tr("Note") if column == NOTE else self._offices[column - 1]

    def _words(self, line: Line, column: int) -> str:
        if isinstance(line, SectionLine):
            return line.title if column == TITLE else ""
        if column == TITLE:
            return line.title
        return line.note if column == NOTE else part_word(line.parts[column - 1])


def key_of(line: Line) -> str:
    """What a line is known by."""
    return f"section:{line.title}" if isinstance(line, SectionLine) else line.id
