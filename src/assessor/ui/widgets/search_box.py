"""The search box of the header: what one can find or do, listed beneath while typing."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, icon, outline, painting_on, text_width
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow

_WIDTH, _HEIGHT, _MOST_ROWS = 320, 32, 8
_LIST_HEIGHT = 360


@dataclass(frozen=True)
class Found:
    """Something that can be found: its words, the icon, and what choosing it does."""

    title: str
    second: str
    icon: str
    run: Callable[[], object]


Finder = Callable[[str], list[Found]]


class SearchBox(QLineEdit):
    """320×32 with its key; arrows move through what is found, Enter takes it, Escape leaves."""

    left = Signal()

    def __init__(self, find: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._found: list[Found] = []
        self._list: _FoundList | None = None
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setObjectName("search")
        self.setAccessibleName(self.tr("Find or do"))
        self.setFrame(False)
        self.setStyleSheet("QLineEdit { background: transparent; border: none; padding: 0 48px 0 36px; }")
        self.textEdited.connect(self._typed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the glass, the hint and the key; then the text."""
        with painting_on(self) as painter:
            rect = QRectF(self.rect())
            fill(painter, rect, "sunken")
            if self.hasFocus():
                focus_ring(painter, rect, 4)
            icon(painter, "search", "ink3", 12, 8, 16)
            if not self.text():
                draw_text(painter, self.tr("Find or do…"), Role.BODY, rect.adjusted(36, 0, -60, 0), "ink3")
            self._paint_key(painter, rect)
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through what is found, take it or leave."""
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in moves and self._list is not None:
            self._list.move_by(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.place if self._list is not None else 0)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when focus goes elsewhere."""
        super().focusOutEvent(event)
        self._leave()

    def _paint_key(self, painter: QPainter, rect: QRectF) -> None:
        words = self.tr("Ctrl K")
        width = text_width(words, Role.SMALL) + 12
        key = QRectF(rect.right() - width - 8, 8, width, 16)
        outline(painter, key, "edge", 3)
        draw_text(painter, words, Role.SMALL, key, "ink3", Qt.AlignmentFlag.AlignHCenter)

    def _typed(self, text: str) -> None:
        self._found = self._find(text.strip())[:_MOST_ROWS] if text.strip() else []
        if not text.strip():
            self._close_list()
            return
        if self._list is None:
            self._list = _FoundList(self.window())
            self._list.taken.connect(self._take)
        self._list.show_found(self._found)
        self._list.stand_under(self)

    def _take(self, place: int) -> None:
        if 0 <= place < len(self._found):
            found = self._found[place]
            self._leave()
            self.clearFocus()
            found.run()

    def _leave(self) -> None:
        self.clear()
        self._close_list()

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None


class _FoundList(QFrame):
    taken = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._list = RowList(self.tr("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self._list)

    @property
    def place(self) -> int:
        """Which row is chosen."""
        return self._list.currentIndex().row()

    def show_found(self, found: list[Found]) -> None:
        """List what was found, or say that nothing was."""
        rows = [ListRow(str(n), one.title, one.second, one.icon) for n, one in enumerate(found)]
        self._list.show_rows(rows or [ListRow("", self.tr("Nothing found"), self.tr("Try fewer letters"))])
        if found:
            self._list.choose("0")

    def move_by(self, step: int) -> None:
        """Choose the next or the one before."""
        rows = self._list.rows.rowCount()
        place = (self.place + step) % max(rows, 1)
        self._list.setCurrentIndex(self._list.rows.index(place))

    def stand_under(self, box: QWidget) -> None:
        """Show under the search box, aligned with it."""
        height = 10 + sum(self._list.sizeHintForRow(n) for n in range(self._list.rows.rowCount()))
        self.resize(QSize(box.width() + 80, min(max(height, 52), _LIST_HEIGHT)))
        self.move(box.mapTo(self.window(), QPoint(0, box.height() + 4)))
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the row that is clicked, before the click takes focus from the box."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.taken.emit(self._list.indexAt(event.position().toPoint()).row())  # type: ignore[attr-defined]
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the ground and its edge."""
        with painting_on(self) as painter:
            fill(painter, self.rect(), "raised")
            outline(painter, self.rect(), "edge")
