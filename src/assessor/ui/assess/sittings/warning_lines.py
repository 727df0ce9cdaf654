"""Sentences that say what to look at again, each with its mark; they block nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.texts import Paragraph


class WarningLines(QWidget):
    """Sentences on what to look at again; nothing while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these."""
        if list(sentences) == self.sentences:
            return
        self.sentences = list(sentences)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in self.sentences:
            self._column.addWidget(_warning(sentence))
        self.setAccessibleName(" ".join(self.sentences))
        self.setVisible(bool(self.sentences))


def _warning(sentence: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Icon("triangle-alert", "watch", 16), alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(Paragraph(sentence, Role.BODY, "watch"), 1)
    return line
