"""What changed since the earlier version, beside the text: counted, marked, one key from each to the next."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from assessor.analysis.text_changes import ChangeKind
from assessor.operations.document_versions import VersionComparison
from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.documents.changes_text import MOST, ChangesText
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.texts import Paragraph, Text, explain

_CONTEXT = 24


class ChangesPane(QWidget):
    """Shows a comparison. `place_asked` tells page and words of a change to be found in the text."""

    place_asked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job = JobLine()
        self.counts = Text("", Role.BODY_BOLD, lines=2)
        self.names = Paragraph("", Role.SMALL, "ink3")
        self.back = IconButton("chevron-up", self.tr("Previous change"))
        self.on = IconButton("chevron-down", self.tr("Next change"))
        self.text = _ReadOnlyText(self.tr("What changed"))
        self.text.clicked.connect(self._clicked)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self._comparison: VersionComparison | None = None
        self._shown: ChangesText | None = None
        self._build()
        look().changed.connect(self._set)

    def show_comparison(self, comparison: VersionComparison | None) -> None:
        """Show what changed; nothing while it is being compared."""
        self._comparison = comparison
        self.names.setText("")
        self.counts.setText("")
        if comparison is not None:
            self.counts.setText(self._counted(comparison))
            names = self.tr("{before} → {after}")
            self.names.setText(names.format(before=comparison.before, after=comparison.after))
        self._set()

    def step(self, step: int) -> None:
        """Go to the next change, or back, round the end."""
        if self._shown is None or not self._shown.starts:
            return
        starts, here = self._shown.starts, self.text.textCursor().position()
        place = bisect_right(starts, here) if step > 0 else bisect_left(starts, here) - 1
        self._go(starts[place % len(starts)])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.counts, 1)
        for button, words in ((self.back, "Shift+F7"), (self.on, "F7")):
            explain(button, words)
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.names)
        column.addWidget(self.job)
        column.addWidget(self.text, 1)
        for key, step in (("F7", 1), ("Shift+F7", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda step=step: self.step(step))

    def _set(self) -> None:
        paragraphs = self._comparison.paragraphs if self._comparison else ()
        before, self._shown = self._shown, ChangesText(paragraphs, self._words())
        self._shown.document.setParent(self)
        self.text.setDocument(self._shown.document)
        if before is not None:
            before.document.deleteLater()
        has_changes = bool(self._shown.starts)
        for button in (self.back, self.on):
            button.setEnabled(has_changes)

    def _words(self) -> dict[str, str]:
        return {
            "one": self.tr("1 paragraph the same"),
            "same": self.tr("{count} paragraphs the same"),
            "more": self.tr("More than {count} changes; the rest are not listed.").format(count=f"{MOST:,}"),
            "page": self.tr("p. {page}"),
            ChangeKind.ADDED.value: self.tr("+ Added"),
            ChangeKind.REMOVED.value: self.tr("− Removed"),
            ChangeKind.CHANGED.value: self.tr("~ Changed"),
            ChangeKind.MOVED.value: self.tr("→ Moved"),
        }

    def _counted(self, comparison: VersionComparison) -> str:
        words = {
            ChangeKind.CHANGED: self.tr("{count} changed"),
            ChangeKind.ADDED: self.tr("{count} added"),
            ChangeKind.REMOVED: self.tr("{count} removed"),
            ChangeKind.MOVED: self.tr("{count} moved"),
        }
        counts = [(comparison.count(kind), word) for kind, word in words.items()]
        told = [word.format(count=f"{count:,}") for count, word in counts if count]
        return " · ".join(told) or self.tr("The two versions read the same.")

    def _clicked(self, position: int) -> None:
        if self._shown is None:
            return
        block = self.text.document().findBlock(position).blockNumber()
        one = self._shown.places[block] if 0 <= block < len(self._shown.places) else None
        if one is not None and one.page_after is not None:
            self.place_asked.emit(one.page_after, one.text)

    def _go(self, position: int) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(position)
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(cursor).top() - _CONTEXT)
        self._clicked(position)


class _ReadOnlyText(QTextEdit):
    clicked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where it was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit(self.cursorForPosition(event.position().toPoint()).position())
