"""The key figures of the summary page, edited line by line."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.plans import KeyFigureRow
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Text

_FIGURE_WIDTH = 112
_MOST_PRINTED = 4


class KeyFigureLine(QWidget):
    """One figure and what it counts."""

    edited = Signal(str, object)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, number: int, is_last: bool) -> None:
        super().__init__()
        self.figure = TextField(self.tr("Figure {number}").format(number=number), "46%")
        self.figure.setFixedWidth(_FIGURE_WIDTH)
        self.counts = TextField(self.tr("What it counts"), self.tr("of calls were for school rules"))
        up = IconButton("chevron-up", self.tr("Move figure {number} up").format(number=number))
        down = IconButton("chevron-down", self.tr("Move figure {number} down").format(number=number))
        remove = IconButton("trash-2", self.tr("Remove figure {number}").format(number=number))
        self.doings = (up, down, remove)
        up.setEnabled(number > 1)
        down.setEnabled(not is_last)
        self.figure.edited.connect(lambda value: self.edited.emit("figure", value))
        self.counts.edited.connect(lambda value: self.edited.emit("label", value))
        up.clicked.connect(lambda: self.moved.emit(-1))
        down.clicked.connect(lambda: self.moved.emit(1))
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.figure)
        row.addWidget(self.counts, 1)
        for button in self.doings:
            row.addWidget(button)

    def show_row(self, row: KeyFigureRow) -> None:
        """Show a figure."""
        self.figure.set_value(row.figure)
        self.counts.set_value(row.label)


class KeyFigureRows(QWidget):
    """All of them. `edited` tells id, column and value; `moved` id and steps; `removed` the id."""

    added = Signal()
    edited = Signal(str, str, object)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self.lines: list[KeyFigureLine] = []
        self._note = Text("", Role.SMALL, "ink3")
        self.add = QuietButton(self.tr("Key figure"), "plus")
        self.add.clicked.connect(self.added)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(self.tr("Key figures"), Role.SMALL, "ink3"))
        column.addLayout(self._rows)
        column.addWidget(self._note)
        column.addWidget(self.add)

    def show_rows(self, rows: list[KeyFigureRow], *, is_read_only: bool = False) -> None:
        """Show these figures; the same ones in the same order keep their fields."""
        if [row.id for row in rows] != self._ids:
            self._rebuild(rows)
        for line, row in zip(self.lines, rows, strict=True):
            line.show_row(row)
            for field in (line.figure, line.counts):
                field.set_read_only(is_read_only)
            for button in line.doings:
                button.setVisible(not is_read_only)
        self.add.setVisible(not is_read_only)
        self._note.setText(_note(len(rows)))
        self._note.setVisible(bool(self._note.text()))

    def _rebuild(self, rows: list[KeyFigureRow]) -> None:
        for old in self.lines:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._ids = [row.id for row in rows]
        self.lines = []
        for number, row in enumerate(rows, start=1):
            line = KeyFigureLine(number, number == len(rows))
            line.edited.connect(lambda column, value, key=row.id: self.edited.emit(key, column, value))
            line.moved.connect(lambda steps, key=row.id: self.moved.emit(key, steps))
            line.removed.connect(lambda key=row.id: self.removed.emit(key))
            self.lines.append(line)
            self._rows.addWidget(line)


def _note(count: int) -> str:
    if count <= _MOST_PRINTED:
        return ""
    words = QCoreApplication.translate("KeyFigureRows", "The first {most} are printed.")
    return words.format(most=_MOST_PRINTED)
