"""The stream of lines in the note-taking room: the newest at the bottom, just above the line being typed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from assessor.ui.assess.note_line import LIVE, NoteDelegate
from assessor.ui.assess.note_rows import NoteRow, NotesModel

_MOST_SHOWN = 400
"""More lines than a long session has; each would cost time when a line is noted."""


class NoteStream(QListView):
    """Note rows, painted in the measures of the room; nothing in it takes the focus."""

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
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @property
    def content_height(self) -> int:
        """How high all rows are together."""
        return sum(self.sizeHintForRow(place) for place in range(self.notes.rowCount()))


class LiveNotes(QWidget):
    """Holds the stream at the bottom while it is short, and at its newest line when it is long."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stream = NoteStream(name, self)

    def show_notes(self, rows: Sequence[NoteRow], labels: Mapping[str, str]) -> None:
        """Show the notes and go to the newest line; the oldest of very many stand in the record only."""
        self.stream.delegate.show_seats(labels)
        self.stream.notes.show_rows(rows[-_MOST_SHOWN:])
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the newest line in sight."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        self.stream.resize(self.width(), self.height())
        self.stream.doItemsLayout()
        height = min(self.stream.content_height, self.height())
        self.stream.setGeometry(0, self.height() - height, self.width(), height)
        self.stream.scrollToBottom()
