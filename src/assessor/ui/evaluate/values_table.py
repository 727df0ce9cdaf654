"""The table of a measure's values, edited in place by keyboard: a number, or z, n and s for what has none."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assessor.terms import ValueState
from assessor.ui.evaluate.values_model import PeriodLine, ValueColumn, ValuesModel
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.hidden_cell import draw_hidden
from assessor.ui.widgets.paint import draw_text, hairline, outline, painting, text_width
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex

_ROW, _HEAD = 36, 32
_WIDTHS = {ValueColumn.PERIOD: 120, ValueColumn.VALUE: 152, ValueColumn.COUNTED: 136}
_STATES = {Qt.Key.Key_Z: "z", Qt.Key.Key_N: "n", Qt.Key.Key_S: "s"}
_INSET = 8


class ValuesTable(QTableView):
    """Shows ValuesModel as high as it is. `state_keyed` tells the line and z, n or s; `removed` the line."""

    state_keyed = Signal(object, str)
    removed = Signal(object)
    reached = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = ValuesModel(self)
        self.setModel(self.values)
        self.setItemDelegate(_ValueDelegate(self))
        self.setAccessibleName(self.tr("Values by period"))
        self.setAccessibleDescription(
            self.tr("Type a number, or Z for zero, N for not collected, S for suppressed")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self._hide_selection()
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self._set_heads()
        self.values.modelReset.connect(self._fit)
        self.values.dataChanged.connect(lambda *_: self._fit())
        look().changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """Every line: the page scrolls, not the table."""
        return QSize(480, self._height)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its first columns."""
        return QSize(sum(_WIDTHS.values()), self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a state by its letter, edit by Enter, remove by Delete."""
        index, key = self.currentIndex(), event.key()
        line = index.data(ROW_ROLE)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        can_edit = bool(self.values.flags(index) & Qt.ItemFlag.ItemIsEditable)
        is_editing = self.state() is QAbstractItemView.State.EditingState  # the editor hands Enter on
        if not plain or not isinstance(line, PeriodLine) or not can_edit or is_editing:
            super().keyPressEvent(event)
        elif key in _STATES and index.column() == ValueColumn.VALUE:
            self.state_keyed.emit(line, _STATES[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(index)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(line)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell where the keyboard is, so that the page can scroll there."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.reached.emit(self.mapTo(self.window(), self.visualRect(current).center()))

    def put_current(self, row: int, column: int) -> None:
        """Put the keyboard on a cell."""
        if self.values.rowCount():
            self.setCurrentIndex(self.values.index(min(max(row, 0), self.values.rowCount() - 1), column))

    @property
    def _height(self) -> int:
        return _HEAD + self.values.rowCount() * look().row_height(_ROW) + 1

    def _set_heads(self) -> None:
        heads = _Heads(self)
        self.setHorizontalHeader(heads)
        heads.setFixedHeight(_HEAD)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(ValueColumn.NOTE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _hide_selection(self) -> None:
        """The delegate paints what is chosen; Qt's own ground would shine through at the seams."""
        palette = self.palette()
        palette.setBrush(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().row_height(_ROW))
        self.setFixedHeight(self._height)


class _Heads(QHeaderView):
    """The heads of the columns, on one edge with what stands beneath."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a head and the hairline beneath."""
        words = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        with painting(painter):
            area = QRectF(rect)
            painter.fillRect(area, look().color("surface"))
            cell = area.adjusted(0 if logicalIndex == ValueColumn.PERIOD else _INSET, 0, -_INSET, 0)
            draw_text(painter, str(words), Role.SMALL_MEDIUM, cell, "ink3")
            hairline(painter, area.left(), area.bottom() - 1, area.right(), area.bottom())


class _ValueDelegate(QStyledItemDelegate):
    """Paints the four states, and edits as text."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:  # noqa: ARG002  # Qt hands it over
        """A line that saves on Enter and gives up on Escape."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(f"{index.model().headerData(index.column(), Qt.Orientation.Horizontal)}")
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a cell."""
        line = index.data(ROW_ROLE)
        model = index.model()
        if not isinstance(line, PeriodLine) or not isinstance(model, ValuesModel):
            return
        rect, column = QRectF(option.rect), ValueColumn(index.column())
        with painting(painter):
            view = option.widget
            is_here = (
                bool(option.state & QStyle.StateFlag.State_Selected) and view is not None and view.hasFocus()
            )
            painter.fillRect(rect, look().color("accentsoft" if is_here else "surface"))
            hairline(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom())
            cell = rect.adjusted(0 if column is ValueColumn.PERIOD else _INSET, 0, -_INSET, -1)
            if column is ValueColumn.PERIOD and is_here:
                cell.adjust(_INSET, 0, 0, 0)
            _paint_cell(painter, cell, line, column, model.words(line, column))
            if is_here:
                outline(painter, rect, "accent", 4, 2)


def _paint_cell(painter: QPainter, cell: QRectF, line: PeriodLine, column: ValueColumn, words: str) -> None:
    state = None if line.value is None else line.value.state
    if column is ValueColumn.VALUE and state is ValueState.SUPPRESSED:
        width = text_width(words, Role.BODY) + 40
        draw_hidden(
            painter,
            QRectF(cell.left() - 4, cell.top() + 6, min(width, cell.width()), cell.height() - 12),
            words,
        )
        return
    is_quiet = state is None or (column is ValueColumn.VALUE and state is ValueState.NOT_COLLECTED)
    role = Role.BODY_MEDIUM if column is ValueColumn.VALUE and not is_quiet else Role.BODY
    token = "ink3" if is_quiet else "ink" if column <= ValueColumn.VALUE else "ink2"  # tokens of the palette
    draw_text(painter, words, role, cell, token, tabular=column is not ValueColumn.NOTE)
