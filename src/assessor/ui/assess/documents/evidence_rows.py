"""The passages a rating rests on: the words in serif, their place, and the way to remove the mark."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.documents import PassageRow
from assessor.ui.assess.people.emptying import empty, hidden_stop
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, outline, painting_on, text_width
from assessor.ui.widgets.texts import Paragraph, explain

_MOST = 6
_HEIGHT, _REMOVE = 24, 24


def place_words(passage: PassageRow, pages: int) -> str:
    """Where a passage stands: "p. 4, § 3.2"; without the page where there is only one."""
    section = f"§ {passage.section}" if passage.section[:1].isdigit() else passage.section
    page = f"p. {passage.page}" if pages > 1 else ""
    return ", ".join(part for part in (page, section) if part) or "p. 1"


class EvidenceRows(QWidget):
    """Passages, one a line. `asked` tells one to go to, `removed` one whose mark is to go."""

    asked = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages: list[PassageRow] = []
        self._shown: tuple[object, ...] = ()
        self._most, self._pages, self._is_read_only = _MOST, 1, False
        self._before_rows = hidden_stop(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_passages(
        self, passages: Sequence[PassageRow], pages: int, hint: str, *, is_read_only: bool, all_of_them: bool
    ) -> None:
        """Show the passages of a criterion, or how to mark one."""
        most = len(passages) if all_of_them else _MOST
        wanted = (tuple(passages), pages, hint, is_read_only, most)
        if wanted == self._shown:
            return
        self._shown = wanted
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        empty(self._column)
        before = self._before_rows
        for passage in passages[:most]:
            line = self._row(passage, pages, is_read_only)
            self._column.addWidget(line)
            before = line.follow(before)
        if not passages:
            self._column.addWidget(Paragraph(hint, Role.BODY, "ink3"))
        elif len(passages) > most:
            more = self._more(passages, pages, hint, is_read_only)
            self._column.addWidget(more)
            QWidget.setTabOrder(before, more)
        if had_focus and self._column.count():
            item = self._column.itemAt(0)
            first = item.widget() if item is not None else None
            if isinstance(first, _PassageLine):
                first.words.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, passage: PassageRow, pages: int, is_read_only: bool) -> "_PassageLine":
        row = _PassageLine(passage, place_words(passage, pages), is_read_only)
        row.asked.connect(lambda: self.asked.emit(passage.id))
        row.removed.connect(lambda: self.removed.emit(passage.id))
        return row

    def _more(self, passages: Sequence[PassageRow], pages: int, hint: str, is_read_only: bool) -> QuietButton:
        words = self.tr("Show {count} more").format(count=len(passages) - _MOST)
        button = QuietButton(words, flush=True)
        button.clicked.connect(
            lambda: self.show_passages(passages, pages, hint, is_read_only=is_read_only, all_of_them=True)
        )
        return button


class _PassageLine(QWidget):
    asked = Signal()
    removed = Signal()

    def __init__(self, passage: PassageRow, place: str, is_read_only: bool) -> None:
        super().__init__()
        words = " ".join(passage.text.split())
        self.words = _Words(words, place)
        self.words.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        self._stops: list[QWidget] = [self.words]
        if not is_read_only:
            self.words.removed.connect(self.removed)
            remove = _SmallIcon("x", self.tr("Remove the mark: {words}").format(words=words[:60]))
            explain(remove, self.tr("Remove the mark"))
            remove.clicked.connect(self.removed)
            row.addWidget(remove)
            self._stops.append(remove)

    def follow(self, before: QWidget) -> QWidget:
        """Come after `before` in the order of Tab; returns the last stop."""
        for stop in self._stops:
            QWidget.setTabOrder(before, stop)
            before = stop
        return before


class _Words(KeyboardRing, QPushButton):
    removed = Signal()

    def __init__(self, words: str, place: str) -> None:
        super().__init__()
        self._words, self._place = f"“{words}”", place
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._words}, {place}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """One line of serif."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for some words."""
        return QSize(120, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there by Enter, remove the mark by Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the words and, at the right, their place."""
        with painting_on(self) as painter:
            if self.underMouse():
                fill(painter, QRectF(self.rect()).adjusted(-4, 1, 4, -1), "canvas", 4)
            width = min(text_width(self._place, Role.SMALL), self.width() // 3)
            place = QRectF(self.width() - width, 0, width, _HEIGHT)
            draw_text(painter, self._place, Role.SMALL, place, "ink3")
            room = QRectF(0, 0, place.left() - 12, _HEIGHT)
            words = (
                look()
                .metrics(Role.QUOTE)
                .elidedText(self._words[:-1], Qt.TextElideMode.ElideRight, room.width() - 8)
            )
            draw_text(painter, f"{words}”", Role.QUOTE, room)
            if self.has_ring:
                outline(painter, QRectF(self.rect()), "accent", 4, 2)


class _SmallIcon(IconButton):
    def sizeHint(self) -> QSize:
        """A small square, as high as the line."""
        return QSize(_REMOVE, _HEIGHT)
