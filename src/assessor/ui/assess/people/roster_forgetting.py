"""Forgetting names for good, in place: the first press says what will be lost, the second does it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.sections import NoteBox
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import announce


class ForgettingBox(QWidget):
    """A quiet button; pressed, it makes way for what will be lost, and a button that does it."""

    confirmed = Signal()

    def __init__(self, word: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.ask = QuietButton(word, "trash-2", flush=True)
        self.loss = NoteBox("", "", "triangle-alert", Meaning.CONCERN)
        self.do, self.keep = PlainButton(word, "trash-2"), PlainButton(keep)
        self._sure = QWidget()
        sure = QVBoxLayout(self._sure)
        sure.setContentsMargins(0, 0, 0, 0)
        sure.setSpacing(12)
        sure.addWidget(self.loss)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.keep)
        pair.addWidget(self.do)
        pair.addStretch(1)
        sure.addLayout(pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ask)
        column.addWidget(self._sure)
        self._sure.hide()
        self.ask.clicked.connect(self._open)
        self.keep.clicked.connect(self.settle)
        self.do.clicked.connect(self._confirm)

    def say_loss(self, title: str, text: str, doing: str) -> None:
        """Say what will be lost, and what the second button does."""
        self._told = f"{title} {text}"
        self.loss.show_note(title, text)
        self.do.setText(doing)

    def settle(self) -> None:
        """Ask for nothing any more."""
        had_focus = self._sure.isAncestorOf(self.focusWidget() or self)
        self._sure.hide()
        self.ask.show()
        if had_focus:
            self.ask.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was asked before the roster was hidden is not asked any more."""
        super().hideEvent(event)
        self._sure.hide()
        self.ask.show()

    def _open(self) -> None:
        self.ask.hide()
        self._sure.show()
        self.keep.setFocus()  # a second Enter in a row keeps everything
        announce(self, self._told)

    def _confirm(self) -> None:
        self.settle()
        self.confirmed.emit()


class MentionsBox(QWidget):
    """That a name just entered stands in notes already, and the button that puts the code there."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = NoteBox("", "", "search", Meaning.WATCH)
        self.put = PlainButton("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.put)
        row.addStretch(1)
        column.addLayout(row)
        self.put.clicked.connect(self.asked)

    def show_mentions(self, places: int, code: str) -> None:
        """Say in how many texts the name stands; nothing where it stands in none."""
        self.setVisible(places > 0)
        title = self.tr("This name stands in 1 place of the notes")
        if places != 1:
            title = self.tr("This name stands in {places} places of the notes").format(places=f"{places:,}")
        text = self.tr(
            "The code can stand there instead, in the history of those texts too. That is for good: "
            "undo does not bring a name back."
        )
        self.note.show_note(title, text)
        self.put.setText(self.tr("Put {code} there").format(code=code))
