"""The numbers of a chart as a table: read by a screen reader, walked by keys, copied as lines with tabs."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assessor.charts.tables import NONE, ChartTable, TableRow
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, hatch, painting, text_width
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex
from assessor.ui.widgets.table_models import RowTableModel
from assessor.ui.widgets.texts import plain_tip

_ROW, _HEAD, _INSET, _PART = 32, 44, 8, 16
_NARROWEST, _WIDEST, _FIRST = 56, 120, 180
_NOTHING = ChartTable("", (), ())


class ChartTableModel(RowTableModel[TableRow]):
    """The rows of a chart's table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, parent)
        self.table = _NOTHING

    def show_table(self, table: ChartTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self._columns, self._rows = len(table.headings), list(table.rows)
        self.endResetModel()

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> object:
        """A cell's words, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        words = row.cells[index.column()] if index.column() < len(row.cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words if row.is_head or not index.column() else self._told(row, index.column(), words)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The headings, the first above words and the others above figures."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and not section:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.table.headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _told(self, row: TableRow, column: int, words: str) -> str:
        """A figure with the row and the column it stands in."""
        return f"{row.cells[0]}, {self.table.headings[column]}: {words}"


class _Cells(QStyledItemDelegate):
    """Heads of rows are bold, figures stand at the right, what is hidden is hatched."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # all alike
        """One line."""
        return QSize(_NARROWEST, look().row_height(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, TableRow):
            return
        words, column = str(index.data(Qt.ItemDataRole.DisplayRole)), index.column()
        room = QRectF(option.rect).adjusted(
            _INSET + (_PART if row.is_part and not column else 0), 0, -_INSET, 0
        )
        role = Role.BODY_BOLD if row.is_head else Role.BODY_MEDIUM if not column else Role.BODY
        is_figure = column and not is_untold(row)
        side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
        with painting(painter):
            paint_row_ground(painter, option)
            if row.is_hidden and column:
                area = QRectF(option.rect).adjusted(2, 3, -2, -4)
                hatch(painter, area, look().color("surface"), look().color("chip"))
            tone = "ink2" if row.is_hidden and column else "ink"
            draw_text(painter, words, role, room, tone, side, tabular=bool(column))


class ChartTableView(QTableView):
    """A chart's numbers, as high as its rows. Copying takes the chosen rows, or all where none is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChartTableModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setFixedHeight(_HEAD)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )

    def show_table(self, table: ChartTable) -> None:
        """Show the numbers of a chart."""
        self.setAccessibleName(table.caption)
        self.clearSpans()
        self._model.show_table(table)
        self.verticalHeader().setDefaultSectionSize(look().row_height(_ROW))
        for place, row in enumerate(table.rows):
            if row.is_head:
                self.setSpan(place, 0, 1, max(len(table.headings), 1))
            elif is_untold(row) and len(table.headings) > 2:
                self.setSpan(place, 1, 1, len(table.headings) - 1)
        self._fit_columns(table)
        rows = len(table.rows) * look().row_height(_ROW)
        self.setFixedHeight(_HEAD + rows + self.horizontalScrollBar().sizeHint().height())

    def chosen_text(self) -> str:
        """The chosen rows with the headings, or the whole table, as lines with tabs."""
        table = self._model.table
        chosen = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        rows = tuple(table.rows[place] for place in chosen) if len(chosen) > 1 else table.rows
        return ChartTable(table.caption, table.headings, rows).as_text()

    def copy(self) -> None:
        """Put the numbers on the clipboard, as spreadsheets take them."""
        QGuiApplication.clipboard().setText(self.chosen_text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with the usual key."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first column what the figures leave."""
        super().resizeEvent(event)
        self._fit_first()

    def _fit_columns(self, table: ChartTable) -> None:
        header = self.horizontalHeader()
        rows = [row for row in table.rows if not row.is_head and not is_untold(row)]
        for column in range(1, len(table.headings)):
            cells = [text_width(row.cells[column], Role.BODY) for row in rows if len(row.cells) > column]
            heads = [text_width(word, Role.SMALL_MEDIUM) for word in table.headings[column].split()]
            words = max([*cells, *heads], default=0)
            self.setColumnWidth(column, min(max(words + 2 * _INSET + 4, _NARROWEST), _WIDEST))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._fit_first()

    def _fit_first(self) -> None:
        others = sum(self.columnWidth(column) for column in range(1, self._model.columnCount()))
        if self._model.columnCount():
            self.setColumnWidth(0, max(_FIRST, self.viewport().width() - others))


def is_untold(row: TableRow) -> bool:
    """Whether one sentence stands in the place of all figures of a row."""
    rest = set(row.cells[2:])
    return (
        len(row.cells) > 2 and (rest == {NONE} or rest == {row.cells[1]}) and bool(row.cells[1].strip(NONE))
    )
