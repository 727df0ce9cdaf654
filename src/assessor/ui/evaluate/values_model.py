"""The periods of a measure as a table: what is known of each, and one line more for the next."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtWidgets import QWidget

from assessor.operations.measures.measure_figures import figure_of
from assessor.operations.measures.measures import MeasureDetails, ValueRow
from assessor.operations.periods import Period
from assessor.terms import ValueState
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex


class ValueColumn(IntEnum):
    """The columns of the table."""

    PERIOD = 0
    VALUE = 1
    COUNTED = 2
    NOTE = 3


@dataclass(frozen=True)
class PeriodLine:
    """A line of the table: a period, and its value unless it is the line for the next one."""

    period: Period
    value: ValueRow | None
    figure: str

    @property
    def counted(self) -> str:
        """What was counted and among how many: "7 of 412"."""
        if self.value is None or self.value.numerator is None:
            return ""
        if self.value.denominator is None:
            return f"{self.value.numerator:,}"
        return f"{self.value.numerator:,} of {self.value.denominator:,}"


class ValuesModel(QAbstractTableModel):
    """Lines of periods, the newest first under the one for the next. `typed` tells line, column and text."""

    typed = Signal(object, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PeriodLine] = []
        self._is_read_only = False

    @property
    def lines(self) -> list[PeriodLine]:
        """The lines from the top."""
        return self._lines

    def show_measure(self, measure: MeasureDetails, following: Period, *, is_read_only: bool) -> None:
        """Show a measure's periods, and the line for the one that follows."""
        lines = [
            PeriodLine(Period(each.period_start, each.period_label), each, figure_of(measure, each.value))
            for each in reversed(measure.values)
        ]
        if not is_read_only:
            lines.insert(0, PeriodLine(following, None, ""))
        self._is_read_only = is_read_only
        if len(lines) == len(self._lines):
            self._lines = lines
            if lines:
                last = self.index(len(lines) - 1, len(ValueColumn) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Period, value, counted, note."""
        return 0 if parent is not None and parent.isValid() else len(ValueColumn)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Everything can be edited in place."""
        flags = super().flags(index)
        return flags if self._is_read_only else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return [self.tr("Period"), self.tr("Value"), self.tr("Counted"), self.tr("Note")][section]
        return None

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> object:
        """The line itself, a cell's words, what stands in its editor, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line, column = self._lines[index.row()], ValueColumn(index.column())
        if role == ROW_ROLE:
            return line
        if role == Qt.ItemDataRole.EditRole:
            return self._editable(line, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.period.label}, {self.words(line, column) or self.tr('empty')}"
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed, where it differs."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        line, column = self._lines[index.row()], ValueColumn(index.column())
        if str(value).strip() != self._editable(line, column):
            self.typed.emit(line, int(column), str(value).strip())
        return True

    def words(self, line: PeriodLine, column: ValueColumn) -> str:
        """A cell in words."""
        if column is ValueColumn.PERIOD:
            return line.period.label
        if line.value is None:
            return self.tr("Type a number") if column is ValueColumn.VALUE else ""
        if column is ValueColumn.COUNTED:
            return line.counted
        if column is ValueColumn.NOTE:
            return line.value.note
        return {
            ValueState.NOT_COLLECTED: self.tr("Not collected"),
            ValueState.SUPPRESSED: self.tr("Too few to show"),
        }.get(line.value.state, line.figure)

    def _editable(self, line: PeriodLine, column: ValueColumn) -> str:
        if column is not ValueColumn.VALUE:
            return self.words(line, column)
        number = None if line.value is None else line.value.value
        return "" if number is None else f"{number:f}"
