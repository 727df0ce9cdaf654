"""The table of columns on the import page: what each is called, used as, and matched with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from assessor.exchange.mappings import ColumnMapping, Use
from assessor.exchange.survey_tables import Column
from assessor.palette import SELECTION_BAR
from assessor.ui.assess.surveys.survey_words import say, use_word
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, hairline, painting, text_width
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.table_models import RowTableModel
from assessor.ui.widgets.texts import plain_tip

_ROW, _INSET = 36, 8
_HEADINGS = (
    QT_TRANSLATE_NOOP("surveys", "Column in the table"),
    QT_TRANSLATE_NOOP("surveys", "Used as"),
    QT_TRANSLATE_NOOP("surveys", "Code"),
    QT_TRANSLATE_NOOP("surveys", "Construct"),
    QT_TRANSLATE_NOOP("surveys", "Values"),
)
_WIDTHS = (0, 150, 72, 150, 190)
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class ColumnRow:
    """A column as the table shows it."""

    name: str
    cells: tuple[str, ...]
    is_dropped: bool
    is_quiet: bool


def column_row(column: Column, mapped: ColumnMapping, constructs: dict[str, str]) -> ColumnRow:
    """What the table says of a column."""
    if column.private:
        dropped = say(QT_TRANSLATE_NOOP("surveys", "Dropped: {reason}"), reason=column.reason)
        return ColumnRow(column.name, (dropped,), True, True)
    construct = constructs.get(mapped.construct, mapped.construct)
    if mapped.reverse:
        construct = say(QT_TRANSLATE_NOOP("surveys", "{construct}, reversed"), construct=construct)
    cells = (use_word(mapped.use), mapped.code, construct, _values(column, mapped))
    name = column.name if column.question in ("", column.name) else f"{column.name}  {column.question}"
    if column.sub_question:
        name = f"{name} – {column.sub_question}"
    return ColumnRow(name, cells, False, mapped.use is Use.IGNORE)


class ColumnModel(RowTableModel[ColumnRow]):
    """The columns of a table that is being brought in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(_HEADINGS), parent)

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> object:
        """A cell's words, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cells = (row.name, *row.cells)
            words = cells[index.column()] if index.column() < len(cells) else ""
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.name, *row.cells) if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(_HEADINGS[section])
        return None


class ColumnDelegate(QStyledItemDelegate):
    """Paints a cell; what is dropped is struck through."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # all alike
        """One line."""
        return QSize(60, look().row_height(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ColumnRow):
            return
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = QRectF(option.rect).adjusted(_INSET, 0, -4, 0)
        tone = "ink3" if row.is_quiet else "ink" if index.column() < 2 else "ink2"
        role = Role.BODY_MEDIUM if index.column() == 0 and not row.is_quiet else Role.BODY
        with painting(painter):
            is_selected = paint_row_ground(painter, option)
            if is_selected and index.column():  # one bar a row
                area = QRectF(option.rect)
                bar = QRectF(area.left(), area.top(), SELECTION_BAR, area.height())
                painter.fillRect(bar, look().color("accentsoft"))
                hairline(painter, bar.left(), area.bottom() - 1, bar.right(), area.bottom())
            draw_text(painter, words, role, room, tone)
            if row.is_dropped and index.column() == 0:
                width = min(text_width(words, role), room.width())
                middle = room.center().y()
                hairline(painter, room.left(), middle, room.left() + width, middle + 1, "ink3")


class ColumnTable(QTableView):
    """The columns; `chosen` tells the place of the one the selection is on."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.columns = ColumnModel(self)
        self.setModel(self.columns)
        self.setItemDelegate(ColumnDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look().row_height(_ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(place, width)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_rows(self, rows: Sequence[ColumnRow]) -> None:
        """Show the columns; the reason why one is dropped runs through."""
        self.columns.show_rows(rows)
        self.clearSpans()
        for place, row in enumerate(rows):
            if row.is_dropped:
                self.setSpan(place, 1, 1, len(_HEADINGS) - 1)

    def choose(self, place: int) -> None:
        """Put the selection on a column."""
        self.setCurrentIndex(self.columns.index(place, 0))

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())


def _values(column: Column, mapped: ColumnMapping) -> str:
    """The values of a column, as they are read."""
    if mapped.use is Use.SCALE:
        if not mapped.scores:
            return say(QT_TRANSLATE_NOOP("surveys", "No points yet"))
        said = QT_TRANSLATE_NOOP("surveys", "{low}–{high}: {first} … {last}")
        ordered = sorted(mapped.scores, key=lambda pair: pair[1])
        return say(said, low=mapped.low, high=mapped.high, first=ordered[0][0], last=ordered[-1][0])
    if mapped.use is Use.GROUP:
        return ", ".join(dict.fromkeys(code for _, code in mapped.names))
    if mapped.option:
        return mapped.option
    return ", ".join(entry.value for entry in column.guess.values[:4])
