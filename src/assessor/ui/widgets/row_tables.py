"""Tables of rows chosen as wholes: no grid, no editing, one row at a time; `chosen` tells its place."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTableView, QWidget

from assessor.ui.theme import look

ROW = 36


class RowTable(QTableView):
    """The frame of such a table; a subclass sets its model and delegate, then calls `follow_rows`."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        palette = self.palette()  # the delegate paints what is chosen; Qt's ground would shine through
        palette.setBrush(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look().row_height(ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def follow_rows(self) -> None:
        """Tell which row is chosen from now on."""
        self.selectionModel().currentRowChanged.connect(self._moved)

    def choose(self, place: int) -> None:
        """Put the selection on a row."""
        self.setCurrentIndex(self.model().index(place, 0))

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())
