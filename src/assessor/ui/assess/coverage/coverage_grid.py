"""The grid of coverage: rows unfold, cells are tinted, and everything is done by keys as well."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from assessor.ui.assess.coverage.coverage_painting import CELL, ROW, GridDelegate
from assessor.ui.assess.coverage.coverage_rows import CELL_ROLE, GridCell, GridColumn, GridModel, GridRow
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.group_marks import SIZE, draw_group_mark
from assessor.ui.widgets.paint import draw_text, painting, text_width

_HEADER, _PADDING, _MARK_GAP = 32, 8, 6
_LABELS, _LEAST_LABELS, _NARROW, _WIDE = 224, 156, 680, 1.6
_LEAST_COLUMN = 40


class _ColumnsHeader(QHeaderView):
    def __init__(self, grid: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(_LEAST_COLUMN)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        with painting(painter):
            painter.fillRect(rect, look().color("surface"))
            if not section or not isinstance(model, GridModel):
                return
            column = model.columns[section - 1]
            left, room = rect.left() + _PADDING, rect.width() - _PADDING - 4
            words = next((word for word in (column.label, column.short) if _fits(column, word, room)), "")
            if column.group is not None and words:
                draw_group_mark(painter, column.group, left, rect.center().y() - SIZE / 2)
                left += SIZE + _MARK_GAP
            place = QRectF(left, rect.top(), rect.right() - left, rect.height())
            draw_text(painter, words or column.short or column.label, Role.SMALL, place, "ink3")


def _fits(column: GridColumn, words: str, room: int) -> bool:
    mark = SIZE + _MARK_GAP if column.group is not None else 0
    return bool(words) and text_width(words, Role.SMALL) + mark <= room


class CoverageGrid(QTableView):
    """`moved` tells the cell one came to, `entered` that Enter was pressed on one, `typed` a digit on one."""

    moved = Signal(object)
    entered = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self.setItemDelegate(GridDelegate(self))
        self.setHorizontalHeader(_ColumnsHeader(self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_HEADER + CELL)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentChanged.connect(self._moved)
        self._told = ""

    @property
    def chosen(self) -> GridCell | None:
        """The cell one is on; None on a row's name."""
        cell = self.currentIndex().data(CELL_ROLE)
        return cell if isinstance(cell, GridCell) else None

    def choose(self, cell_key: str) -> bool:
        """Come to a cell, unfolding what holds it; whether it is there."""
        holder = self.grid.holder_of(cell_key)
        if holder and holder not in self.grid.unfolded:
            self._unfold(self.grid.unfolded | {holder})
        place = self.grid.place_of(cell_key)
        if place is None:
            return False
        self.setCurrentIndex(self.grid.index(*place))
        self.scrollTo(self.currentIndex())
        return True

    def keep_place(self) -> None:
        """Come to the cell one was on before the rows changed, or to the first."""
        if not self.currentIndex().isValid() and not (self._told and self.choose(self._told)):
            self.setCurrentIndex(self.grid.index(0, min(1, self.grid.columnCount() - 1)))
        self._tell()
        self._share_width()

    def fold(self, row: GridRow, *, is_open: bool) -> None:
        """Show or fold the inner rows of a row, and stay on it."""
        if row.rows and self.grid.is_unfolded(row) != is_open:
            self._unfold(self.grid.unfolded ^ {row.key})

    def fold_all(self, *, is_open: bool) -> None:
        """Show or fold the inner rows of every row."""
        self._unfold(self.grid.foldable if is_open else set())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and unfold on a row's name; Enter goes into the detail, a digit begins to type a number."""
        row = self.grid.row(self.currentIndex().row())
        on_name = self.currentIndex().column() == 0
        key = event.key()
        if row is not None and on_name and self._folds(row, key):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.entered.emit()
        elif self.chosen is not None and event.text().isdecimal() and not event.modifiers():
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins in the first cell."""
        self.keep_place()
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their share."""
        super().resizeEvent(event)
        self._share_width()

    def _folds(self, row: GridRow, key: int) -> bool:
        if not row.rows:
            return False
        is_open = self.grid.is_unfolded(row)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.fold(row, is_open=not is_open)
        elif key == Qt.Key.Key_Right and not is_open:
            self.fold(row, is_open=True)
        elif key == Qt.Key.Key_Left and is_open:
            self.fold(row, is_open=False)
        else:
            return False
        return True

    def _unfold(self, keys: set[str]) -> None:
        row, column = self.grid.row(self.currentIndex().row()), self.currentIndex().column()
        self.grid.unfold(keys)
        places = range(self.grid.rowCount())
        found = next((n for n in places if row is not None and self.grid.row(n) == row), 0)
        if self.grid.rowCount():
            self.setCurrentIndex(self.grid.index(found, max(column, 0)))

    def _clicked(self, index: QModelIndex) -> None:
        row = self.grid.row(index.row())
        if row is not None and not index.column():
            self.fold(row, is_open=not self.grid.is_unfolded(row))

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        cell = self.chosen
        if cell is not None:
            self._told = cell.key
            self.moved.emit(cell)

    def _share_width(self) -> None:
        columns = self.grid.columns
        if not columns:
            return
        width = self.viewport().width()
        labels = _LEAST_LABELS if width < _NARROW else _LABELS
        shares = [_WIDE if column.is_wide else 1.0 for column in columns]
        self.setColumnWidth(0, labels)
        for number, share in enumerate(shares, start=1):
            room = int((width - labels) * share / sum(shares))
            self.setColumnWidth(number, max(room, _LEAST_COLUMN))
