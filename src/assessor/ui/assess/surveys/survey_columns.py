"""The table of columns on the import page: what each is called and used as, and what becomes of its cells."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from assessor.ui.assess.surveys.survey_column_rows import ColumnRow
from assessor.ui.assess.surveys.survey_words import say
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, hairline, painting, text_width
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.row_tables import RowTable
from assessor.ui.widgets.table_models import RowTableModel
from assessor.ui.widgets.texts import plain_tip

_ROW, _INSET, _LINE = 48, 8, 18
_HEADINGS = (
    QT_TRANSLATE_NOOP("surveys", "Column"),
    QT_TRANSLATE_NOOP("surveys", "Used as"),
    QT_TRANSLATE_NOOP("surveys", "Code"),
    QT_TRANSLATE_NOOP("surveys", "Taken"),
    QT_TRANSLATE_NOOP("surveys", "Changed"),
    QT_TRANSLATE_NOOP("surveys", "Refused"),
)
_WIDTHS = (0, 116, 72, 72, 80, 76)
_CODE, _FIRST_NUMBER, _REFUSED = 2, 3, 5
_NARROW = 640
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class ColumnModel(RowTableModel[ColumnRow]):
    """The columns of a table that is being brought in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(_HEADINGS), parent)

    def place_of(self, position: int) -> int | None:
        """In which row a column of the table is shown; None where it is not."""
        return next((place for place, row in enumerate(self._rows) if row.position == position), None)

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
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{row.name}\n{row.values}" if index.column() == 0 else words)
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.as_sentence()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(_HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= _FIRST_NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class ColumnDelegate(QStyledItemDelegate):
    """Paints a cell; the name of what is dropped is struck through."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # all alike
        """A name and, below it, the values."""
        return QSize(60, look().row_height(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ColumnRow):
            return
        room = QRectF(option.rect).adjusted(_INSET, 0, -_INSET, 0)
        with painting(painter):
            painter.setClipRect(option.rect)
            paint_row_ground(painter, _whole_row(option))
            if index.column() == 0:
                _draw_name(painter, row, room)
            else:
                _draw_cell(painter, row, str(index.data(Qt.ItemDataRole.DisplayRole)), index.column(), room)


def _whole_row(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """The same for the whole row, so that its bar and outline go around all cells and not around each."""
    row = QStyleOptionViewItem(option)
    if isinstance(option.widget, QTableView):
        header = option.widget.horizontalHeader()
        row.rect = QRect(-header.offset(), option.rect.top(), header.length(), option.rect.height())
    return row


def _draw_name(painter: QPainter, row: ColumnRow, room: QRectF) -> None:
    role = Role.BODY if row.is_quiet else Role.BODY_MEDIUM
    has_values = bool(row.values)
    top = room.center().y() - (_LINE if has_values else _LINE / 2)
    first = QRectF(room.left(), top, room.width(), _LINE)
    draw_text(painter, row.name, role, first, "ink3" if row.is_quiet else "ink")
    if row.reason:
        width = min(text_width(row.name, role), room.width())
        middle = first.center().y()
        hairline(painter, room.left(), middle, room.left() + width, middle + 1, "ink3")
    if has_values:
        draw_text(painter, row.values, Role.SMALL, first.translated(0, _LINE), "ink3")


def _draw_cell(painter: QPainter, row: ColumnRow, words: str, column: int, room: QRectF) -> None:
    is_number = column >= _FIRST_NUMBER and not row.reason
    tone = "ink3" if row.is_quiet else "watch" if column == _REFUSED and words else "ink2"
    align = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    draw_text(painter, words, Role.BODY, room, tone, align, tabular=is_number)


class ColumnTable(RowTable):
    """The columns; `chosen` tells the place of the one the selection is on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.columns = ColumnModel(self)
        self.setModel(self.columns)
        self.setItemDelegate(ColumnDelegate(self))
        self.verticalHeader().setDefaultSectionSize(look().row_height(_ROW))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(place, width)
        self.follow_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the codes make way for the names; the editor tells them."""
        self.setColumnHidden(_CODE, event.size().width() < _NARROW)
        super().resizeEvent(event)

    def show_rows(self, rows: Sequence[ColumnRow]) -> None:
        """Show the columns; the reason why one is dropped runs through. The chosen one stays chosen."""
        chosen = self.currentIndex().data(ROW_ROLE)
        self.columns.show_rows(rows)
        self.clearSpans()
        for place, row in enumerate(rows):
            if row.reason:
                self.setSpan(place, 1, 1, len(_HEADINGS) - 1)
        if isinstance(chosen, ColumnRow):
            self.choose(chosen.position)

    def choose(self, position: int) -> None:
        """Put the selection on a column of the table, where it is shown."""
        place = self.columns.place_of(position)
        if place is not None and place != self.currentIndex().row():
            self.setCurrentIndex(self.columns.index(place, 0))

    def _moved(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, ColumnRow):
            self.chosen.emit(row.position)
