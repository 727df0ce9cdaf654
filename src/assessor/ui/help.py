"""What explains the program: the keys, and what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from assessor import __version__
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton
from assessor.ui.widgets.texts import Paragraph, Text


class _HelpDialog(QDialog):
    """A quiet dialog with a title, something to read, and Close."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(16)
        self._column.addWidget(Text(title, Role.TITLE))

    def _add_close(self) -> None:
        close = PlainButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        self._column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)


class KeysDialog(_HelpDialog):
    """The keys that work everywhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Keys"))
        keys = {
            "Ctrl K": self.tr("Find or do anything"),
            "Ctrl 1 … 9": self.tr("Go to a screen"),
            "Ctrl Z": self.tr("Undo: the text in focus first, then the engagement"),
            "Ctrl Shift Z": self.tr("Redo"),
            "F6": self.tr("Move to Undo on the message at the bottom"),
            "F10": self.tr("Open the menu"),
            "Tab": self.tr("Move to the next field, list or button"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, (key, words) in enumerate(keys.items()):
            grid.addWidget(Text(key, Role.BODY_MEDIUM), row, 0)
            grid.addWidget(Text(words, Role.BODY, "ink2"), row, 1)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        self._add_close()


class AboutDialog(_HelpDialog):
    """What the program is, and its version."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Assessor", parent)
        words = self.tr(
            "Version {version}. Assess and improve how School Resource Officers and school administrators "
            "work together. Everything stays in the engagement's own file on this computer."
        )
        self._column.addWidget(Paragraph(words.format(version=__version__)))
        self._add_close()
