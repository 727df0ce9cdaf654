"""A page to take something over from the library: what there is at the left, what it brings at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.ui.widgets.buttons import PrimaryButton, QuietButton
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.sections import Hairline

_BAR = 48


class TakeOverPage(QWidget):
    """Stands in place of a screen's content. `left` when going back to the plan."""

    left = Signal()

    def __init__(self, key: str, name: str, offer: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QuietButton(self.tr("Back to the plan"), "arrow-left")
        self.back.clicked.connect(self.left)
        self.list = RowList(name)
        self.list.chosen.connect(self.show_offer)
        self.list.opened.connect(self.take)
        self.add = PrimaryButton(self.tr("Add to the plan"), "plus")
        self.add.clicked.connect(self._take_chosen)
        columns = Columns(key)
        columns.add(self.list, 352)
        columns.add(offer, 600, grows=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(Hairline())
        column.addWidget(columns, 1)

    def show_offer(self, chosen: str) -> None:
        """Show what the chosen one would bring."""
        raise NotImplementedError

    def take(self, chosen: str) -> None:
        """Tell that the chosen one is to be taken over."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(_BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 24, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.add)
        return bar

    def _take_chosen(self) -> None:
        if self.list.chosen_id:
            self.take(self.list.chosen_id)
