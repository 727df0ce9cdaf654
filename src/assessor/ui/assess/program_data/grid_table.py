"""The grid as one types in it: like a spreadsheet, with arrow keys, blocks copied and pasted, Delete."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from assessor.ui.assess.program_data.grid_model import GridModel
from assessor.ui.assess.program_data.grid_painting import COLUMN, GridDelegate, PeriodHeads, RowHeads
from assessor.ui.theme import look
from assessor.ui.widgets.row_models import AnyIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_PASTED = 5_000
_WIDEST = 200


class GridTable(QTableView):
    """Shows GridModel. `came_to` tells the row and column the keyboard is on."""

    came_to = Signal(int, int)
    too_much = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self.setItemDelegate(GridDelegate(self))
        self.setHorizontalHeader(PeriodHeads(self))
        self.setVerticalHeader(RowHeads(self))
        self.setAccessibleName(self.tr("Program data"))
        self.setAccessibleDescription(
            self.tr("Type a number, 0 for a true zero, nc for not collected, s for suppressed, or 7/412")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        palette = self.palette()
        palette.setBrush(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.grid.modelReset.connect(self.share_room)
        look().changed.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let few periods share the room there is."""
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Make the columns as wide as there is room for, and not too wide."""
        room = self.viewport().width() // max(self.grid.columnCount(), 1)
        self.horizontalHeader().setDefaultSectionSize(min(max(room, COLUMN), _WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste and clear blocks; Enter edits; everything else as in any table."""
        is_editing = self.state() is QAbstractItemView.State.EditingState
        can_edit = bool(self.grid.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable)
        if is_editing:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_block()
        elif event.matches(QKeySequence.StandardKey.Paste) and can_edit:
            self.paste_block(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and can_edit:
            self.clear_block()
        elif event.key() in _ENTER and not event.modifiers() and can_edit:
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.grid.forget_refused()
            self.viewport().update()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go one cell down after Enter, as a spreadsheet does."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            here = self.currentIndex()
            below = self.grid.index(here.row() + 1, here.column())
            if below.isValid():
                self.setCurrentIndex(below)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell where the keyboard is."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.came_to.emit(current.row(), current.column())

    def copy_block(self) -> None:
        """Put the chosen cells on the clipboard, as a spreadsheet takes them."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        if not chosen:
            return
        lines: dict[int, list[str]] = {}
        for row, column in chosen:
            text = self.grid.data(self.grid.index(row, column), Qt.ItemDataRole.EditRole)
            lines.setdefault(row, []).append(str(text))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines.values()))

    def paste_block(self, text: str) -> None:
        """Type a block from the current cell on; what goes beyond the grid is not taken."""
        here = self.currentIndex()
        lines = text.rstrip("\r\n").splitlines()
        if not here.isValid() or not lines:
            return
        typed = [
            (here.row() + down, here.column() + right, cell.strip())
            for down, line in enumerate(lines)
            for right, cell in enumerate(line.split("\t"))
        ]
        inside = [cell for cell in typed if self.grid.index(cell[0], cell[1]).isValid()]
        if len(inside) < len(typed) or len(typed) > _MOST_PASTED:
            self.too_much.emit()
            return
        self.grid.typed.emit(inside)

    def clear_block(self) -> None:
        """Clear the chosen cells."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        if chosen:
            self.grid.typed.emit([(row, column, "") for row, column in chosen])

    def put_current(self, row: int, column: int) -> None:
        """Put the keyboard on a cell, or on the nearest there is."""
        if self.grid.rowCount() and self.grid.columnCount():
            at = self.grid.index(
                min(max(row, 0), self.grid.rowCount() - 1), min(max(column, 0), self.grid.columnCount() - 1)
            )
            self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)
