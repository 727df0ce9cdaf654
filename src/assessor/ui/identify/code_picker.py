"""The code picker: opens in place, finds codes by the words typed, and files under them by Enter."""

from collections.abc import Collection
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assessor.operations.codes import CodeEntry
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.tags import Meaning


class CodePicker(QWidget):
    """Offers codes. `toggled` tells a code to file under, or to take away where it is filed already."""

    toggled = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[CodeEntry] = []
        self._filed: frozenset[str] = frozenset()
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Find a code by its name or a sign of it"))
        self.typed.setAccessibleName(self.tr("Find a code"))
        self.typed.installEventFilter(self)
        self.list = RowList(self.tr("Codes"))
        self.list.setMinimumHeight(208)
        self.close_button = QuietButton(self.tr("Done"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.typed, 1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.list)
        self.typed.textEdited.connect(lambda _text: self._show())
        self.typed.returnPressed.connect(lambda: self._tell(self.list.chosen_id))
        self.list.opened.connect(self._tell)
        self.list.clicked.connect(lambda _index: self._tell(self.list.chosen_id))
        self.close_button.clicked.connect(self.closed)

    def show_codes(self, entries: list[CodeEntry], filed: Collection[str]) -> None:
        """Offer these codes, with those filed under marked."""
        self._entries, self._filed = entries, frozenset(filed)
        self._show()

    def start(self) -> None:
        """Begin anew."""
        self.typed.clear()
        self._show()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types."""
        if watched is self.typed and pressed_key(event) in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.list.keyPressEvent(cast("QKeyEvent", event))
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        words = self.typed.text().casefold().split()
        shown = [entry for entry in self._entries if all(word in _text(entry) for word in words)]
        self.list.show_rows([self._row(entry) for entry in shown])

    def _row(self, entry: CodeEntry) -> ListRow:
        is_filed = entry.code in self._filed
        return ListRow(
            entry.code,
            entry.label,
            f"{entry.code} · {entry.category} · {entry.meaning}",
            tag=self.tr("Filed") if is_filed else "",
            tag_meaning=Meaning.GOOD,
        )

    def _tell(self, code: str) -> None:
        if code:
            self.toggled.emit(code)


def _text(entry: CodeEntry) -> str:
    return " ".join([entry.code, entry.label, entry.category, entry.meaning, *entry.signs]).casefold()
