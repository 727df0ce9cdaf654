"""Evidence by hand where a scan has no text to mark: the page, and the words as they stand there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from assessor.ui.widgets.buttons import PlainButton

_PAGE_WIDTH = 72
_MOST_PAGES = 99_999


class PageCitation(QWidget):
    """`cited` tells page and words; the words may be empty."""

    cited = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.words = QLineEdit(), QLineEdit()
        for line, name in (
            (self.page, self.tr("Page")),
            (self.words, self.tr("Words there, if you copy them")),
        ):
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
            line.setMinimumHeight(32)
            line.returnPressed.connect(self._cite)
        self.page.setFixedWidth(_PAGE_WIDTH)
        self.page.setValidator(QIntValidator(1, _MOST_PAGES, self.page))
        self.add = PlainButton(self.tr("Cite"))
        self.add.clicked.connect(self._cite)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.page)
        row.addWidget(self.words, 1)
        row.addWidget(self.add)

    def _cite(self) -> None:
        """Tell what was written, and make room for the next; without a page ask for it."""
        if not self.page.hasAcceptableInput():
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        page, words = int(self.page.text()), " ".join(self.words.text().split())
        self.page.clear()
        self.words.clear()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cited.emit(page, words)
