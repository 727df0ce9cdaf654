"""The notes of a sitting as a list; the chosen line opens in its place and can be mended there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from assessor.operations.remarks import RemarkRow
from assessor.terms import RemarkKind
from assessor.ui.assess.sittings.note_line import RECORD, NoteDelegate
from assessor.ui.assess.sittings.note_rows import NOTE_ROLE, NoteRow, NotesModel
from assessor.ui.assess.sittings.remark_editor import RemarkEditor
from assessor.ui.widgets.row_models import AnyIndex


class RemarkList(QListView):
    """Note rows. Enter, a click or `open_remark` opens a line; `opened` tells which, empty for none."""

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.editor = RemarkEditor(self.viewport())
        self.editor.hide()
        self.open_id = ""
        self.notes = NotesModel(self)
        self.delegate = NoteDelegate(RECORD, self._open_height, self)
        self.setModel(self.notes)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.editor.grown.connect(self._grow)
        self.editor.closed.connect(self.close_remark)
        self.verticalScrollBar().valueChanged.connect(self._place_editor)
        self._height = 0
        self._is_growing = False

    def show_notes(self, rows: Sequence[NoteRow], labels: Mapping[str, str]) -> None:
        """Show these rows; an open line stays open while it is there."""
        self.delegate.show_seats(labels)
        self.notes.show_rows(rows)
        if self.open_id and self.notes.place_of(self.open_id) < 0:
            self.close_open()
        row = self.open_row
        if row is not None:
            self.editor.show_remark(row)
        self.scheduleDelayedItemsLayout()

    @property
    def open_row(self) -> RemarkRow | None:
        """The remark that is open."""
        place = self.notes.place_of(self.open_id) if self.open_id else -1
        row = self.notes.rows[place] if place >= 0 else None
        return row if isinstance(row, RemarkRow) else None

    @property
    def current_id(self) -> str:
        """The row the selection is on."""
        row = self.currentIndex().data(NOTE_ROLE)
        return row.id if isinstance(row, RemarkRow) else ""

    def open_remark(self, remark_id: str) -> bool:
        """Open a line in its place; whether it is there."""
        place = self.notes.place_of(remark_id)
        if place < 0:
            return False
        if remark_id != self.open_id:
            self.editor.text.finish()
            self.open_id = remark_id
            self.setCurrentIndex(self.notes.index(place))
            row = self.open_row
            if row is not None:
                self.editor.problem.clear()
                self.editor.show_remark(row)
            self.editor.show()
            self.opened.emit(remark_id)
        self._grow()
        self.scrollTo(self.notes.index(place))
        self.editor.text.editor.setFocus()
        return True

    def close_remark(self) -> None:
        """Close the open line and go on from there."""
        self.close_open()
        self.setFocus()

    def close_open(self) -> None:
        """Close the open line, if one is; what was typed there is saved."""
        if not self.open_id:
            return
        self.editor.text.finish()
        self.open_id = ""
        self.editor.hide()
        self.scheduleDelayedItemsLayout()
        self.opened.emit("")

    def doItemsLayout(self) -> None:
        """Lay the rows out, and the editor over its row."""
        super().doItemsLayout()
        self._place_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line the selection is on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._open_at(self.currentIndex()):
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens a line."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._open_at(self.indexAt(event.position().toPoint()))

    def _open_at(self, index: QModelIndex) -> bool:
        row = index.data(NOTE_ROLE)
        if not isinstance(row, RemarkRow) or row.kind is RemarkKind.OFF_RECORD:
            return False
        return self.open_remark(row.id)

    def _open_height(self, index: AnyIndex) -> int | None:
        row = index.data(NOTE_ROLE)
        if not self.open_id or not isinstance(row, RemarkRow) or row.id != self.open_id:
            return None
        return self.editor.height_at(self.viewport().width())

    def _grow(self) -> None:
        if self._is_growing or not self.open_id:
            return
        self._is_growing = True
        try:
            height = self.editor.height_at(self.viewport().width())
            if height != self._height:
                self._height = height
                self.scheduleDelayedItemsLayout()
            self._place_editor()
        finally:
            self._is_growing = False

    def _place_editor(self) -> None:
        place = self.notes.place_of(self.open_id) if self.open_id else -1
        if place >= 0:
            rect = self.visualRect(self.notes.index(place))
            self.editor.setGeometry(rect.left(), rect.top(), self.viewport().width(), rect.height())
