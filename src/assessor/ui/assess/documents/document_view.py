"""The text of a document on its sheet: read-only, marked passages painted beneath, their tags beside."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from assessor.operations.documents import Span
from assessor.ui.assess.documents.criterion_keys import CriterionKeys
from assessor.ui.assess.documents.document_setting import LEFT, PAGE_GAP, RIGHT, set_document
from assessor.ui.assess.documents.passage_margin import WIDTH, PassageMargin
from assessor.ui.assess.documents.passage_painting import (
    Highlight,
    line_rects,
    paint_found,
    paint_highlight,
    visible_blocks,
)
from assessor.ui.assess.documents.reading_text import ReadingText
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, hairline, painting_on

_CONTEXT = 96  # px kept above a passage that is brought into view
_GAP = 8


class DocumentView(KeyboardRing, QTextEdit):
    """Shows a ReadingText. `passage_chosen` tells a passage clicked, `moved` that the sight has changed."""

    passage_chosen = Signal(str)
    moved = Signal()
    focus_moved = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.reading = ReadingText(())
        self._chosen_criterion = ""
        self.keys = CriterionKeys(self)
        self.margin = PassageMargin(self)
        self.margin.chosen.connect(self.passage_chosen)
        self._document: QTextDocument | None = None
        self._highlights: list[Highlight] = []
        self._found: list[tuple[int, int]] = []
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        look().changed.connect(self._set)

    def show_reading(self, reading: ReadingText) -> None:
        """Show a document from its beginning."""
        self.reading = reading
        self._found = []
        self.show_highlights([], self._chosen_criterion)
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_highlights(self, highlights: Sequence[Highlight], chosen_criterion: str) -> None:
        """Show what is marked, the chosen criterion's passages in accent."""
        self._highlights = sorted(highlights, key=lambda one: (one.start, one.end))
        self._chosen_criterion = chosen_criterion
        self.margin.show_highlights(self._highlights, chosen_criterion)
        self.viewport().update()

    def show_found(self, found: list[tuple[int, int]]) -> None:
        """Show what was searched for."""
        self._found = found
        self.viewport().update()

    @property
    def selected(self) -> list[Span]:
        """The words selected, by page; nothing without a selection."""
        cursor = self.textCursor()
        return self.reading.spans(cursor.selectionStart(), cursor.selectionEnd())

    @property
    def top_position(self) -> int:
        """The position of the first line in sight."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).position()

    def bring_into_view(self, start: int) -> None:
        """Scroll so that words can be seen, unless they can already."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, self.document().characterCount() - 1))
        place = self.cursorRect(cursor)
        if place.top() >= 0 and place.bottom() + Role.PASSAGE.line <= self.viewport().height():
            return
        bar = self.verticalScrollBar()
        top = bar.value() + place.top() - _CONTEXT
        bar.setValue(self._paragraph_top(top) if top > 0 else 0)

    def select(self, start: int, end: int) -> None:
        """Select words and bring them into view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.bring_into_view(start)

    def drop_selection(self) -> None:
        """Leave the caret where the selection ended."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def passages_at(self, position: int) -> list[Highlight]:
        """The passages that hold a position, the shortest first."""
        held = [one for one in self._highlights if one.start <= position < one.end]
        return sorted(held, key=lambda one: one.end - one.start)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the passages and page marks, then the words over them."""
        with painting_on(self.viewport()) as painter:
            for block in visible_blocks(self):
                self._paint_page_mark(painter, block.blockNumber())
                begins, ends = block.position(), block.position() + block.length()
                for one in self._in_order_of_painting(begins, ends):
                    rects = list(line_rects(self, block, one.start, one.end))
                    paint_highlight(painter, rects, is_chosen=one.criterion == self._chosen_criterion)
                for start, end in self._found:
                    if start < ends and end > begins:
                        paint_found(painter, list(line_rects(self, block, start, end)))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the margin beside the text."""
        super().resizeEvent(event)
        area = self.viewport().geometry()
        self.margin.setGeometry(area.right() + 1, area.top(), WIDTH, area.height())
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that focus has moved."""
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop a letter no digit followed; tell that focus has moved."""
        self.keys.forget()
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Name a criterion by letter and digit; choose the passage at the caret by Enter."""
        if self.keys.heard(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            held = self.passages_at(self.textCursor().position())
            if held:
                self.passage_chosen.emit(held[0].passage_id)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the passage clicked, where nothing was selected."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            held = self.passages_at(self.cursorForPosition(event.position().toPoint()).position())
            if held:
                self.passage_chosen.emit(held[0].passage_id)

    def _paragraph_top(self, y: int) -> int:
        """The top of the paragraph at a height, or the height itself where the paragraph is long."""
        layout = self.document().documentLayout()
        block = self.document().findBlock(layout.hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit))
        top = round(layout.blockBoundingRect(block).top())
        return top - _GAP if 0 <= y - top <= _CONTEXT else y

    def _in_order_of_painting(self, begins: int, ends: int) -> list[Highlight]:
        here = [one for one in self._highlights if one.start < ends and one.end > begins]
        return sorted(here, key=lambda one: one.criterion == self._chosen_criterion)

    def _paint_page_mark(self, painter: QPainter, number: int) -> None:
        paragraphs = self.reading.paragraphs
        if not 0 < number < len(paragraphs) or paragraphs[number].page == paragraphs[number - 1].page:
            return
        block = self.document().findBlockByNumber(number)
        top = block.layout().position().y() - self.verticalScrollBar().value()
        y = top - PAGE_GAP / 2
        words = self.tr("Page {number}").format(number=paragraphs[number].page)
        draw_text(painter, words, Role.SMALL, QRectF(LEFT, y + 2, 120, 16), "ink3")
        hairline(painter, LEFT, y, self.viewport().width() - RIGHT, y + 1)

    def _set(self) -> None:
        """Set the document in the look worn, at the place it was."""
        before, cursor = self.verticalScrollBar().value(), self.textCursor().position()
        document = set_document(self.reading)
        document.setParent(self)
        old, self._document = self._document, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        kept = self.textCursor()
        kept.setPosition(min(cursor, document.characterCount() - 1))
        self.setTextCursor(kept)
        self.verticalScrollBar().setValue(before)

    def _scrolled(self) -> None:
        self.margin.update()
        self.moved.emit()
