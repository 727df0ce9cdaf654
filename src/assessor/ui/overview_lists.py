"""The short lists of the overview: a line or two each, and each line leads to where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.paint import draw_text, hairline, icon, outline, painting, text_width
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex, ListRow, RowModel
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.texts import Text, explain

ONE_LINE, TWO_LINES = 28, 44
_ICON, _CHEVRON, _GAP = 16, 14, 12
_LEAD = 48


class ShortRowDelegate(QStyledItemDelegate):
    """Paints ListRow in one line or two: the tag at the left (a time), trailing or number at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One line, or two where there is a second."""
        row = index.data(ROW_ROLE)
        return QSize(option.rect.width(), height_of(row) if isinstance(row, ListRow) else ONE_LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row under its hairline."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ListRow):
            return
        rect = QRectF(option.rect)
        with painting(painter):
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            painter.fillRect(rect, look().color("canvas" if hovered else "surface"))
            hairline(painter, rect.left(), rect.top(), rect.right(), rect.top() + 1)
            if option.state & QStyle.StateFlag.State_HasFocus:
                outline(painter, rect, "accent", 2, 2)
            left = rect.left() + self._paint_left(painter, row, rect)
            right = rect.right() - self._paint_right(painter, row, rect)
            self._paint_words(painter, row, QRectF(left, rect.top(), right - left - _GAP, rect.height()))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say the whole row, since it may be cut."""
        row = index.data(ROW_ROLE)
        if isinstance(row, ListRow):
            explain(view, row.spoken)
        return super().helpEvent(event, view, option, index)

    def _paint_left(self, painter: QPainter, row: ListRow, rect: QRectF) -> float:
        if row.icon:
            top = rect.top() + (rect.height() - _ICON) / 2
            icon(painter, row.icon, row.icon_meaning.token, rect.left(), top, _ICON)
            return _ICON + _GAP
        if row.tag:
            lead = QRectF(rect.left(), rect.top(), _LEAD, rect.height())
            draw_text(painter, row.tag, Role.BODY, lead, "ink3", tabular=True)
            return max(_LEAD, text_width(row.tag, Role.BODY, tabular=True) + 8)
        return 0

    def _paint_right(self, painter: QPainter, row: ListRow, rect: QRectF) -> float:
        if row.number:
            top = rect.top() + (rect.height() - _CHEVRON) / 2
            icon(painter, "chevron-right", "ink3", rect.right() - _CHEVRON, top, _CHEVRON)
            width = text_width(row.number, Role.BODY_BOLD, tabular=True)
            left = rect.right() - _CHEVRON - 8 - width
            cell = QRectF(left, rect.top(), width, rect.height())
            draw_text(painter, row.number, Role.BODY_BOLD, cell, tabular=True)
            return width + _CHEVRON + 8
        width = text_width(row.trailing, Role.BODY)
        cell = QRectF(rect.right() - width, rect.top(), width, rect.height())
        tone = "ink3" if row.trailing_meaning is Meaning.NEUTRAL else row.trailing_meaning.token
        draw_text(painter, row.trailing, Role.BODY, cell, tone)
        return width

    def _paint_words(self, painter: QPainter, row: ListRow, room: QRectF) -> None:
        if not row.second:
            draw_text(painter, row.title, Role.BODY, room)
            return
        draw_text(painter, row.title, Role.BODY, QRectF(room.left(), room.top() + 4, room.width(), 20))
        second = QRectF(room.left(), room.top() + 23, room.width(), 16)
        draw_text(painter, row.second, Role.SMALL, second, "ink3")


def height_of(row: ListRow) -> int:
    """The height of a row in px."""
    return TWO_LINES if row.second else ONE_LINE


class ShortList(QListView):
    """As high as its rows. `opened` tells the element of a row that was clicked or entered."""

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ShortRowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these rows, all of them."""
        self.rows.show_rows(rows)
        self.setFixedHeight(max(sum(map(height_of, rows)), 1))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the top."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        super().focusInEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, ListRow):
            self.opened.emit(row.element_id)


class ListSection(QWidget):
    """A heading with a count, a short list, and a line where there is nothing to list.

    `opened` tells the element of a row, `asked` the link beside the heading. Of more rows than `most`, a link
    shows the rest where the heading has none of its own.
    """

    opened = Signal(str)
    asked = Signal()

    def __init__(self, title: str, nothing: str, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []
        self._most, self._is_whole, self._link = 3, False, link
        self._count = Tag("", Meaning.NEUTRAL, "")
        self._action = QuietButton(link, flush=True)
        self._action.setFixedHeight(ONE_LINE)
        self._action.clicked.connect(self._link_clicked)
        self.list = ShortList(title)
        self.list.opened.connect(self.opened)
        self._nothing = Text(nothing, Role.BODY, "ink3")
        self._nothing.setFixedHeight(ONE_LINE)
        self._lay_out(title)
        self.show_rows([])

    def show_rows(self, rows: list[ListRow], count: int = 0, meaning: Meaning = Meaning.NEUTRAL) -> None:
        """Show these rows and, beside the heading, how many there are in all."""
        self._rows = rows
        self._count.setVisible(count > 0)
        self._count.show_as(f"{count:,}", meaning, "")
        self._fit()

    def show_most(self, most: int) -> None:
        """Show at most so many rows."""
        if most != self._most:
            self._most = most
            self._fit()

    def _fit(self) -> None:
        shown = self._rows if self._is_whole else self._rows[: self._most]
        self.list.show_rows(shown)
        self.list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        if not self._link:
            is_cut = len(self._rows) > self._most
            words = self.tr("Show fewer") if self._is_whole else self.tr("Show all")
            self._action.setText(words)
            self._action.setVisible(is_cut)

    def show_whole(self, is_whole: bool = True) -> None:
        """Show all rows, however many, or no more than there is room for."""
        self._is_whole = is_whole
        self._fit()

    def _link_clicked(self) -> None:
        if self._link:
            self.asked.emit()
        else:
            self.show_whole(not self._is_whole)

    def _lay_out(self, title: str) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(0, 0, 0, 0)
        heading.setSpacing(8)
        name = Text(title, Role.BODY_BOLD)
        name.setFixedHeight(ONE_LINE)
        heading.addWidget(name)
        heading.addWidget(self._count)
        heading.addStretch(1)
        heading.addWidget(self._action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
