"""The matrix of who decides what as a table: a letter sets the part, words are shown."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from assessor.operations.role_decisions import OFFICES, RoleDecisionRow
from assessor.terms import Part
from assessor.ui.plan.decision_delegate import DecisionDelegate, DecisionHead
from assessor.ui.plan.decision_model import LINE_ROLE, NOTE, TITLE, DecisionModel, SectionLine
from assessor.ui.plan.part_words import PART_KEYS

_NOTE_SHARE, _OFFICE, _LEAST_TITLE = 0.4, 88, 200


class DecisionTable(QTableView):
    """The table. `part_set` tells decision, office and part; `asked` a doing; `chosen` the decision."""

    part_set = Signal(str, str, object)
    asked = Signal(str)
    chosen = Signal(str)
    menu_asked = Signal(QPoint, str)

    def __init__(self, offices: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = DecisionModel(offices, self)
        self.is_locked = False
        self.setModel(self.model_)
        self.setItemDelegate(DecisionDelegate(self))
        self.setAccessibleName(self.tr("Who decides what"))
        self.setHorizontalHeader(DecisionHead(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def chosen_row(self) -> RoleDecisionRow | None:
        """The decision the selection is on."""
        line = self.currentIndex().data(LINE_ROLE)
        return line if isinstance(line, RoleDecisionRow) else None

    def show_rows(self, rows: Sequence[RoleDecisionRow]) -> None:
        """Show decisions; the chosen cell stays chosen, or its neighbor is."""
        before = self.chosen_row
        row, column = self.currentIndex().row(), self.currentIndex().column() if before else 1
        self.model_.show_rows(rows)
        self._span()
        if rows and self.chosen_row is None:
            kept = self.model_.row_of(before.id) if before else -1
            self._choose_at(kept if kept >= 0 else min(max(row, 1), len(self.model_.lines) - 1), column)
        self.viewport().update()

    def choose(self, decision_id: str, column: int = 1) -> bool:
        """Put the selection on a decision; whether it is shown."""
        row = self.model_.row_of(decision_id)
        if row < 0:
            return False
        self._choose_at(row, column)
        return True

    def edit_text(self, column: int) -> None:
        """Edit title or note of the chosen decision in place."""
        if not self.is_locked and self.chosen_row is not None:
            index = self.model_.index(self.currentIndex().row(), column)
            self.setCurrentIndex(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters set the part; Return edits words; Alt with an arrow moves the decision."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        column = self.currentIndex().column()
        is_part = TITLE < column < NOTE
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif held == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.asked.emit(_MOVES[key])
        elif is_part and plain and key in PART_KEYS:
            self._set(PART_KEYS[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open(column)
        elif plain and key is Qt.Key.Key_Insert:
            self.asked.emit("add")
        elif plain and key is Qt.Key.Key_Delete and not is_part:
            self.asked.emit("remove")
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here; the search box finds words."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the chosen cell opens what it offers."""
        was = self.property("was")
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        here = (index.row(), index.column())
        if event.button() == Qt.MouseButton.LeftButton and was == here and self.chosen_row is not None:
            self._open(index.column())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which cell was chosen."""
        self.setProperty("was", (self.currentIndex().row(), self.currentIndex().column()))
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has done it."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._ask_menu(None if by_key else event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offices as wide as their words; title and note share the rest."""
        super().resizeEvent(event)
        width = self.viewport().width()
        office = _OFFICE if width >= 1000 else 76
        rest = width - office * len(OFFICES)
        note = (
            int(rest * _NOTE_SHARE)
            if rest - rest * _NOTE_SHARE >= _LEAST_TITLE
            else max(rest - _LEAST_TITLE, 0)
        )
        self.setColumnWidth(TITLE, rest - note)
        self.setColumnWidth(NOTE, note)
        for column in range(1, NOTE):
            self.setColumnWidth(column, office)
        self.resizeRowsToContents()

    def set_part(self, part: Part) -> None:
        """Set the part in the chosen cell."""
        if TITLE < self.currentIndex().column() < NOTE:
            self._set(part)

    def _open(self, column: int) -> None:
        if column in (TITLE, NOTE):
            self.edit_text(column)
        else:
            self._ask_menu(None)

    def _ask_menu(self, place: QPoint | None) -> None:
        row = self.chosen_row
        if row is None or self.is_locked:
            return
        rect = self.visualRect(self.currentIndex())
        self.menu_asked.emit(place or self.viewport().mapToGlobal(rect.bottomLeft()), row.id)

    def _set(self, part: Part) -> None:
        row = self.chosen_row
        if row is not None and not self.is_locked:
            self.part_set.emit(row.id, OFFICES[self.currentIndex().column() - 1], part)

    def _choose_at(self, row: int, column: int) -> None:
        lines = self.model_.lines
        step = 1 if row + 1 < len(lines) else -1
        while 0 <= row < len(lines) and isinstance(lines[row], SectionLine):
            row += step
        self.setCurrentIndex(self.model_.index(row, column))

    def _span(self) -> None:
        self.clearSpans()
        for row, line in enumerate(self.model_.lines):
            if isinstance(line, SectionLine):
                self.setSpan(row, 0, 1, NOTE + 1)

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Pass over headings when the arrows come to one."""
        line = current.data(LINE_ROLE)
        if isinstance(line, SectionLine) and previous.isValid():
            step = 1 if current.row() > previous.row() else -1
            row = current.row() + step
            if 0 <= row < len(self.model_.lines):
                self.setCurrentIndex(self.model_.index(row, previous.column()))
            else:
                self.setCurrentIndex(previous)
            return
        if isinstance(line, RoleDecisionRow):
            self.chosen.emit(line.id)


_MOVES = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
