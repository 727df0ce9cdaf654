"""Find in text: what is typed, how often it occurs, and the way from one place to the next."""

import re
from bisect import bisect_left

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from assessor.ui.assess.documents.document_view import DocumentView
from assessor.ui.assess.documents.reading_text import units_in
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.paint import fill, focus_ring, icon, outline, painting_on
from assessor.ui.widgets.texts import Text, announce

_WIDTH = 176


def find_all(text: str, wanted: str) -> list[tuple[int, int]]:
    """Where `wanted` occurs in a text, whatever the case, as Qt counts positions."""
    words = [re.escape(word) for word in wanted.split()]
    if not words:
        return []
    found: list[tuple[int, int]] = []
    done, position = 0, 0
    for match in re.finditer(r"\s+".join(words), text, re.IGNORECASE):
        position += units_in(text[done : match.start()])
        end = position + units_in(match.group())
        found.append((position, end))
        done, position = match.end(), end
    return found


class FindLine(QLineEdit):
    """The line to type in. `next_asked` on Enter, `previous_asked` on Shift+Enter, `left` on Escape."""

    next_asked = Signal()
    previous_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Find in text"))
        self.setPlaceholderText(self.tr("Find in text"))
        self.setFrame(False)
        self.setFixedSize(_WIDTH, 32)
        self.setStyleSheet("QLineEdit { background: transparent; border: none; padding: 0 8px 0 36px; }")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the glass, then the text."""
        with painting_on(self) as painter:
            rect = QRectF(self.rect())
            fill(painter, rect, "surface")
            outline(painter, rect, "edge")
            if self.hasFocus():
                focus_ring(painter, rect, 4)
            icon(painter, "search", "ink3", 12, 8, 16)
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back or away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_asked if is_back else self.next_asked).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """The line, the count, and the steps back and on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FindLine()
        self.count = Text("", Role.SMALL, "ink3")
        self.back = IconButton("chevron-up", self.tr("Find the previous place"))
        self.on = IconButton("chevron-down", self.tr("Find the next place"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.count, self.back, self.on, self.line):
            row.addWidget(widget)
        self.show_count("")

    def show_count(self, words: str) -> None:
        """Say how often it occurs; nothing while nothing is searched for."""
        self.count.setText(words)
        for widget in (self.count, self.back, self.on):
            widget.setVisible(bool(words))


class TextSearch(QObject):
    """Searches a view for what is typed into a bar."""

    def __init__(self, view: DocumentView, bar: FindBar) -> None:
        super().__init__(view)
        self._view, self._bar = view, bar
        self._found: list[tuple[int, int]] = []
        bar.line.textChanged.connect(self._typed)
        bar.line.next_asked.connect(lambda: self.step(1))
        bar.line.previous_asked.connect(lambda: self.step(-1))
        bar.line.left.connect(lambda: view.setFocus(Qt.FocusReason.ShortcutFocusReason))
        bar.on.clicked.connect(lambda: self.step(1))
        bar.back.clicked.connect(lambda: self.step(-1))

    def step(self, step: int) -> None:
        """Go to the next place, or back, round the end."""
        if not self._found:
            return
        cursor = self._view.textCursor()
        here = (cursor.selectionStart(), cursor.selectionEnd())
        place = bisect_left(self._found, here)
        is_on_one = place < len(self._found) and self._found[place] == here
        if step > 0:
            place += 1 if is_on_one else 0
        else:
            place -= 1
        self._go(place % len(self._found))

    def _typed(self, text: str) -> None:
        self._found = find_all(self._view.toPlainText(), text)
        self._view.show_found(self._found)
        if not text.strip():
            self._bar.show_count("")
        elif not self._found:
            self._bar.show_count(self.tr("Not found"))
        else:
            cursor = self._view.textCursor()
            here = (cursor.selectionStart(), 0)
            self._go(bisect_left(self._found, here) % len(self._found))

    def _go(self, place: int) -> None:
        self._view.select(*self._found[place])
        words = self.tr("{place} of {count}").format(place=place + 1, count=len(self._found))
        self._bar.show_count(words)
        announce(self._bar.line, words)
