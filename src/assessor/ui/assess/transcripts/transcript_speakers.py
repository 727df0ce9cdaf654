"""The table of the speakers of a transcript: what becomes of each, how much they say and how they begin."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assessor.palette import SELECTION_BAR
from assessor.ui.assess.transcripts.transcript_words import say
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, hairline, painting
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.row_tables import RowTable
from assessor.ui.widgets.table_models import RowTableModel
from assessor.ui.widgets.texts import plain_tip

_ROW, _LINE, _INSET = 52, 20, 8
_HEADINGS = (
    QT_TRANSLATE_NOOP("transcripts", "Speaker in the file"),
    QT_TRANSLATE_NOOP("transcripts", "Becomes"),
    QT_TRANSLATE_NOOP("transcripts", "Says"),
)
_BECOMES, _SAYS = 176, 96
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class SpeakerRow:
    """A speaker as the table shows them: two lines in every cell."""

    name: str
    first_words: str
    becomes: str
    kind: str
    utterances: str
    words: str
    is_left_out: bool = False

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """The two lines of each cell."""
        return (self.name, self.first_words), (self.becomes, self.kind), (self.utterances, self.words)


class SpeakersModel(RowTableModel[SpeakerRow]):
    """The speakers of a transcript that is being brought in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(_HEADINGS), parent)

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> object:
        """A cell's words, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        first, second = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{first}\n{second}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for cell in row.cells for part in cell if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(_HEADINGS[section])
        return None


class SpeakersDelegate(QStyledItemDelegate):
    """Paints a cell: a line in ink, and a quiet one beneath."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # all alike
        """Two lines."""
        return QSize(60, look().row_height(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, SpeakerRow):
            return
        first, second = row.cells[index.column()]
        area = QRectF(option.rect)
        left, width = area.left() + _INSET, area.width() - _INSET - 4
        top = area.top() + (area.height() - 2 * _LINE) / 2 if second else area.center().y() - _LINE / 2
        strong = Role.BODY_MEDIUM if index.column() < 2 else Role.BODY
        with painting(painter):
            is_selected = paint_row_ground(painter, option)
            if is_selected and index.column():  # one bar a row
                bar = QRectF(area.left(), area.top(), SELECTION_BAR, area.height())
                painter.fillRect(bar, look().color("accentsoft"))
                hairline(painter, bar.left(), area.bottom() - 1, bar.right(), area.bottom())
            tone = "ink3" if row.is_left_out else "ink"
            draw_text(painter, first, strong, QRectF(left, top, width, _LINE), tone)
            draw_text(painter, second, Role.SMALL, QRectF(left, top + _LINE, width, _LINE), "ink3")


class SpeakersTable(RowTable):
    """The speakers; `chosen` tells the place of the one selected, `opened` that they are to be edited."""

    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.speakers = SpeakersModel(self)
        self.setModel(self.speakers)
        self.setItemDelegate(SpeakersDelegate(self))
        self.verticalHeader().setDefaultSectionSize(look().row_height(_ROW))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in ((1, _BECOMES), (2, _SAYS)):
            self.setColumnWidth(place, width)
        self.follow_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the fields of the speaker."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
