"""The list of sections: a switch or a lock, the name, how many faults, and the pages."""

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from assessor.palette import PAGE_MARGIN
from assessor.ui.report.plan_sections import SectionRow
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.marks import SWITCH_HEIGHT, SWITCH_WIDTH, draw_switch
from assessor.ui.widgets.paint import draw_text, icon, painting, text_width
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.tags import Meaning, draw_tag, tag_width

_ROW, _NAME, _GAP, _PAGES = 32, 40, 8, 40
SECTION_ROLE = int(Qt.ItemDataRole.UserRole)


class SectionModel(QAbstractListModel):
    """The sections of the plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SectionRow] = []

    def show_rows(self, rows: list[SectionRow]) -> None:
        """Show these sections."""
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = SECTION_ROLE) -> object:
        """The section, its name, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == SECTION_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.CheckStateRole and row.is_optional:
            return Qt.CheckState.Checked if row.is_in else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(row)
        return None

    def _spoken(self, row: SectionRow) -> str:
        said = [row.title]
        if not row.is_optional:
            said.append(self.tr("in every plan"))
        elif not row.is_in:
            said.append(self.tr("left out"))
        if row.pages:
            said.append(self.tr("pages {pages}").format(pages=row.pages))
        if row.faults:
            said.append(self.tr("{faults} to mend").format(faults=row.faults))
        if row.looks:
            said.append(self.tr("{looks} worth a look").format(looks=row.looks))
        return ", ".join(said)


class SectionDelegate(QStyledItemDelegate):
    """Paints a section 40 high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # Qt's
        """One line."""
        return QSize(option.rect.width(), look().row_height(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one section."""
        row = index.data(SECTION_ROLE)
        if not isinstance(row, SectionRow):
            return
        with painting(painter):
            is_selected = paint_row_ground(painter, option, ruled=False)
            rect = QRectF(option.rect).adjusted(PAGE_MARGIN, 0, -PAGE_MARGIN, 0)
            middle = rect.center().y()
            if row.is_optional:
                draw_switch(painter, rect.left(), middle - SWITCH_HEIGHT / 2, is_on=row.is_in)
            else:
                icon(painter, "lock", "ink2", rect.left() + (SWITCH_WIDTH - 16) / 2, middle - 8, 16)
            right = self._paint_right(painter, row, rect, "ink2" if is_selected else "ink3")
            left = rect.left() + _NAME
            words = QRectF(left, rect.top(), right - left, rect.height())
            role = Role.BODY_BOLD if is_selected else Role.BODY
            draw_text(painter, row.title, role, words, "ink" if row.is_in else "ink3")

    def _paint_right(self, painter: QPainter, row: SectionRow, rect: QRectF, quiet: str) -> float:
        width = text_width(row.pages, Role.BODY, tabular=True)
        pages = QRectF(rect.right() - width, rect.top(), width, rect.height())
        draw_text(painter, row.pages, Role.BODY, pages, quiet, tabular=True)
        right = rect.right() - max(width, _PAGES) - _GAP
        for number, meaning in ((row.looks, Meaning.WATCH), (row.faults, Meaning.CONCERN)):
            if number:
                right -= tag_width(str(number))
                draw_tag(painter, right, rect.center().y() - 10, str(number), meaning)
                right -= _GAP
        return right


class SectionList(QListView):
    """Chooses a section (`chosen`) and switches it on or off (`switched`: key and whether it is in)."""

    chosen = Signal(str)
    switched = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.sections = SectionModel(self)
        self.can_switch = True
        self.setModel(self.sections)
        self.setItemDelegate(SectionDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(self._moved)

    def show_rows(self, rows: list[SectionRow]) -> None:
        """Show these sections; the chosen one stays."""
        self.sections.show_rows(rows)

    def row(self, key: str) -> SectionRow | None:
        """The section of a key."""
        rows = (self.sections.index(n).data(SECTION_ROLE) for n in range(self.sections.rowCount()))
        return next((row for row in rows if isinstance(row, SectionRow) and row.key == key), None)

    def chosen_row(self) -> SectionRow | None:
        """The section that is chosen."""
        row = self.currentIndex().data(SECTION_ROLE)
        return row if isinstance(row, SectionRow) else None

    def choose_page(self, page: int) -> None:
        """Mark the section that a page belongs to, counted from 1, without telling."""
        for number in range(self.sections.rowCount()):
            row = self.sections.index(number).data(SECTION_ROLE)
            if row.first is not None and row.first <= page <= (row.last or row.first):
                if self.currentIndex().row() != number:
                    self.selectionModel().blockSignals(True)
                    self.setCurrentIndex(self.sections.index(number))
                    self.selectionModel().blockSignals(False)
                    self.viewport().update()
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the switch switches, elsewhere it chooses."""
        index = self.indexAt(event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress and index.isValid():
            left = self.visualRect(index).left() + PAGE_MARGIN
            if left <= event.position().x() <= left + SWITCH_WIDTH and self._switch(index):
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space switches."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._switch(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _switch(self, index: QModelIndex) -> bool:
        row = index.data(SECTION_ROLE)
        if not isinstance(row, SectionRow) or not row.is_optional or not self.can_switch:
            return False
        self.switched.emit(row.key, not row.is_in)
        return True

    def _moved(self, index: QModelIndex) -> None:
        row = index.data(SECTION_ROLE)
        if isinstance(row, SectionRow):
            self.chosen.emit(row.key)
