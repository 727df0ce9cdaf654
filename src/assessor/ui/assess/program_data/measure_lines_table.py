"""Tables of the import page: its columns as they are used, and what becomes of its lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, hairline, painting
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex
from assessor.ui.widgets.row_tables import ROW, RowTable
from assessor.ui.widgets.table_models import RowTableModel
from assessor.ui.widgets.texts import plain_tip

_INSET = 8


@dataclass(frozen=True)
class WordRow:
    """A row of words, its last cell in `tone`; a quiet one is set back."""

    cells: tuple[str, ...]
    is_quiet: bool = False
    tone: str = "ink2"


class WordModel(RowTableModel[WordRow]):
    """Rows of words under headings."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(len(headings), parent)
        self._headings = list(headings)

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> object:
        """A cell's words, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        words = row.cells[index.column()]
        return {
            ROW_ROLE: row,
            int(Qt.ItemDataRole.DisplayRole): words,
            int(Qt.ItemDataRole.ToolTipRole): plain_tip(words) if words else None,
            int(Qt.ItemDataRole.AccessibleTextRole): ", ".join(filter(None, row.cells)),
        }.get(int(role))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The headings."""
        is_heading = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if is_heading else None


class WordTable(RowTable):
    """Rows of words; `chosen` tells the place of the one the selection is on."""

    def __init__(
        self, name: str, headings: Sequence[str], widths: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self.words = WordModel(headings, self)
        self.setModel(self.words)
        self.setItemDelegate(_WordDelegate(self))
        for place, width in enumerate(widths):
            if width:
                self.setColumnWidth(place, width)
            else:
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.follow_rows()

    def show_rows(self, rows: Sequence[WordRow]) -> None:
        """Show these."""
        self.words.show_rows(rows)


class _WordDelegate(QStyledItemDelegate):
    """Paints a cell of words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # all alike
        """One line."""
        return QSize(60, look().row_height(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, WordRow):
            return
        is_last = index.column() == len(row.cells) - 1
        tone = "ink3" if row.is_quiet else row.tone if is_last else "ink2" if index.column() else "ink"
        role = Role.BODY if index.column() or row.is_quiet else Role.BODY_MEDIUM
        with painting(painter):
            if index.column():  # one bar a row
                is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
                area = QRectF(option.rect)
                painter.fillRect(area, look().color("accentsoft" if is_selected else "surface"))
                hairline(painter, area.left(), area.bottom() - 1, area.right(), area.bottom())
            else:
                paint_row_ground(painter, option)
            room = QRectF(option.rect).adjusted(_INSET, 0, -4, 0)
            draw_text(painter, row.cells[index.column()], role, room, tone)
