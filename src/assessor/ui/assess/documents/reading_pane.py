"""The reading side of a review: page, mark button and search above, the sheet with the text below."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.documents.document_view import DocumentView
from assessor.ui.assess.documents.reading_text import ReadingText, units_in
from assessor.ui.assess.documents.text_search import FindBar, TextSearch
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PrimaryButton
from assessor.ui.widgets.notices import EmptyState, Icon
from assessor.ui.widgets.paint import fill, focus_ring, outline, painting_on
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.texts import Text, announce

_WIDEST_SHEET = 760


class ReadingPane(Ground):
    """Shows a document to read. `mark_asked` when the words selected are to be marked."""

    mark_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent)
        self.view = DocumentView(self.tr("Text of the document"))
        self.view.setObjectName("document_text")
        self.find_bar = FindBar()
        self.search = TextSearch(self.view, self.find_bar)
        self.place = Text("", Role.BODY, "ink2")
        self._icon = Icon("file-text", "ink3", 16)
        self.no_text = EmptyState(
            "file-text",
            self.tr("No text to read here"),
            self.tr(
                "This document was scanned: its pages are pictures of text. Criteria can be rated with the "
                "original at hand; to mark passages, have the text recognized in a scanner or PDF program "
                "and import the file again."
            ),
            self.tr("Save the original…"),
        )
        self.mark = PrimaryButton("")
        self.mark.hide()
        self._pages, self._words, self._letter, self._code = 0, 0, "", ""
        self._can_mark = True
        self._build()
        self.mark.clicked.connect(self.mark_asked)
        self.view.moved.connect(self._show_place)
        self.view.selectionChanged.connect(self._offer_mark)
        self.view.keys.begun.connect(self._begun)
        for keys, doing in (
            (QKeySequence("Ctrl+Return"), self._ask_to_mark),
            (QKeySequence(QKeySequence.StandardKey.Find), self._to_find),
            (QKeySequence("F3"), lambda: self.search.step(1)),
            (QKeySequence("Shift+F3"), lambda: self.search.step(-1)),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(doing)

    def show_document(self, reading: ReadingText, pages: int, words: int, *, has_text: bool) -> None:
        """Show a document from its beginning, or say that it has no text."""
        self._pages, self._words = pages, words
        self.find_bar.line.clear()
        self.view.show_reading(reading)
        self._stack.setCurrentIndex(0 if has_text else 1)
        self.find_bar.setVisible(has_text)
        for widget in (self._icon, self.place):
            widget.setVisible(bool(words) or pages > 1)
        self._show_place()

    def find_words(self, page: int, words: str) -> None:
        """Bring a paragraph of a page into view, by the words it begins with, and select it."""
        wanted = " ".join(words.split())
        position = 0
        for paragraph in self.view.reading.paragraphs:
            if paragraph.page == page and " ".join(paragraph.text.split()) == wanted:
                self.view.select(position, position + units_in(paragraph.text))
                return
            position += units_in(paragraph.text) + 1

    def set_criterion(self, code: str, *, can_mark: bool) -> None:
        """Which criterion words are marked for by the button."""
        self._code, self._can_mark = code, can_mark
        self._offer_mark()

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST_SHEET)  # lines stay short enough to read on a wide screen
        across = QHBoxLayout(self)
        across.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, 0)
        across.setSpacing(0)
        across.addStretch()
        across.addWidget(inner, 1)
        across.addStretch()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.mark)
        row.addWidget(self.find_bar)
        row.addStrut(32)
        self._stack = QStackedWidget()
        self._stack.addWidget(Sheet(self.view))
        self._stack.addWidget(self.no_text)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _show_place(self) -> None:
        if self._pages < 2:
            words = self.tr("{count} words").format(count=f"{self._words:,}")
        elif not self._words:
            words = self.tr("{pages} pages").format(pages=self._pages)
        else:
            page = self._page_in_sight()
            words = self.tr("Page {page} of {pages}").format(page=page, pages=self._pages)
        if words != self.place.text():
            self.place.setText(words)

    def _page_in_sight(self) -> int:
        paragraphs = self.view.reading.paragraphs
        return self.view.reading.paragraph_at(self.view.top_position).page if paragraphs else 1

    def _begun(self, letter: str) -> None:
        self._letter = letter
        self._offer_mark()
        if letter and self.view.selected:
            announce(self.view, self.tr("{letter}, then the digit").format(letter=letter))

    def _offer_mark(self) -> None:
        code = f"{self._letter}…" if self._letter else self._code
        self.mark.setText(self.tr("Mark for {criterion}").format(criterion=code))
        is_offered = bool(self._can_mark and code and self.view.textCursor().hasSelection())
        self.mark.setVisible(is_offered and not self.find_bar.line.hasFocus())
        self.mark.setToolTip(self.tr("Ctrl+Enter, or the letter and digit of any criterion"))

    def _ask_to_mark(self) -> None:
        if self.view.textCursor().hasSelection():
            self.mark_asked.emit()

    def _to_find(self) -> None:
        self.find_bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_bar.line.selectAll()


class Sheet(QWidget):
    """The white sheet the text lies on, open at its foot."""

    def __init__(self, view: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        view.focus_moved.connect(self.update)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 0)
        column.addWidget(view)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the ground, its edge, and the ring of focus."""
        with painting_on(self) as painter:
            open_area = QRectF(self.rect()).adjusted(0, 0, 0, 8)
            fill(painter, open_area, "surface", 0)
            outline(painter, open_area, "line", 0)
            if self._view.has_ring:
                focus_ring(painter, open_area, 0)
            elif look().theme.soft_outline:
                outline(painter, open_area, "edge", 0)
