"""The stream of lines in the note-taking room: the newest at the bottom, just above the line being typed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from assessor.operations.remarks import RemarkRow
from assessor.ui.assess.room.room_notes import MOST_SHOWN
from assessor.ui.assess.sittings.note_line import LIVE, NoteDelegate
from assessor.ui.assess.sittings.note_rows import NoteRow, NotesModel, QuestionRow

_MORE = 60
"""So many rows beyond the most shown are dropped together."""


class NoteStream(QTableView):
    """Note rows, painted in the measures of the room; nothing in it takes the focus.

    A table of one column: it keeps each row's height, so that one line more measures one line and no other.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.notes = NotesModel(self)
        self.delegate = NoteDelegate(LIVE, lambda _index: None, self)
        self.setModel(self.notes)
        self.setItemDelegate(self.delegate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        down.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where they have another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.measure()

    def measure(self, first: int = 0) -> None:
        """Give the rows from `first` on the height of their words."""
        option = QStyleOptionViewItem()
        option.widget = self
        for place in range(first, self.notes.rowCount()):
            self.measure_row(place, option)

    def measure_row(self, place: int, option: QStyleOptionViewItem) -> None:
        """Give one row the height of its words."""
        height = self.delegate.sizeHint(option, self.notes.index(place)).height()
        if height != self.rowHeight(place):
            self.setRowHeight(place, height)

    @property
    def content_height(self) -> int:
        """How high all rows are together."""
        return self.verticalHeader().length()


class LiveNotes(QWidget):
    """Holds the stream at the bottom while it is short, and at its newest line when it is long."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stream = NoteStream(name, self)

    @property
    def last(self) -> NoteRow | None:
        """The newest row."""
        return self.stream.notes.rows[-1] if self.stream.notes.rows else None

    def show_notes(self, rows: Sequence[NoteRow], labels: Mapping[str, str]) -> None:
        """Show the notes and go to the newest line."""
        self.stream.delegate.show_seats(labels)
        self.stream.notes.show_rows(rows)
        self.stream.measure()
        self._settle()

    def add_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show more at the end; a question on which nothing was said gives way to the next one."""
        if not rows:
            return
        notes = self.stream.notes
        if isinstance(rows[0], QuestionRow) and isinstance(self.last, QuestionRow):
            notes.drop_last()
            if isinstance(self.last, RemarkRow) and self.last.question == rows[0].code:
                rows = rows[1:]  # back to what was asked before: nothing new begins
        if not rows:
            self._settle()
            return
        first = notes.rowCount()
        notes.add_rows(rows)
        self.stream.measure(first)
        if notes.rowCount() > MOST_SHOWN + _MORE:
            notes.drop_oldest(_MORE)
        self._settle()

    def show_again(self, row: NoteRow) -> None:
        """Show what a row says now."""
        if (place := self.stream.notes.replace_row(row)) >= 0:
            self.stream.measure(place)
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the newest line in sight."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        height = min(self.stream.content_height, self.height())
        self.stream.setGeometry(0, self.height() - height, self.width(), height)
        self.stream.updateGeometries()  # Qt does so only with the next event, and would scroll too short
        self.stream.scrollToBottom()
