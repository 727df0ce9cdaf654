"""Choosing a measure from the library by typing, or beginning one's own."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.instruments.measures import Measure, get_measure_library, list_shipped_measures
from assessor.palette import PAGE_MARGIN
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.headed_lists import HeadedList, LedRow, RowGroup
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text


class LibraryPicker(Ground):
    """A search over the measures not taken yet. `picked` tells a code, `own_asked` that it is none."""

    picked = Signal(str)
    own_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.search = TextField(self.tr("Find by word or number"), self.tr("As in calls, training, K14"))
        self.list = HeadedList(self.tr("Measures of the library"))
        self.nothing = Paragraph(self.tr("No measure of the library has these words."), tone="ink3")
        self.own = PlainButton(self.tr("One of our own"), "plus")
        self.close_button = QuietButton(self.tr("Cancel"))
        self._measures: list[Measure] = []
        self._lay_out()
        self.search.line.textEdited.connect(lambda _text: self._filter())
        self.search.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._pick())
        self.own.clicked.connect(self.own_asked)
        self.close_button.clicked.connect(self.closed)

    def start(self, taken: frozenset[str]) -> None:
        """Offer what is not taken yet, and begin with typing."""
        self._measures = [each for each in list_shipped_measures() if each.code not in taken]
        self.search.set_value("")
        self._filter()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search to the list by Down, take by Enter, give up by Escape."""
        key = pressed_key(event)
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        if watched is self.search.line and key == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick()
            return True
        return super().eventFilter(watched, event)

    def _pick(self) -> None:
        if self.list.chosen_id:
            self.picked.emit(self.list.chosen_id)

    def _filter(self) -> None:
        words = self.search.line.text().lower().split()
        found = [m for m in self._measures if all(word in _searched(m) for word in words)]
        rows = tuple(LedRow(m.code, m.name, second=m.definition, tag=m.unit, lead=m.code) for m in found)
        self.list.show_groups([RowGroup("", rows)])
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def _lay_out(self) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 12)
        column.setSpacing(8)
        column.addWidget(Text(self.tr("Add a measure"), Role.TITLE))
        column.addWidget(Paragraph(get_measure_library().purpose))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.own, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self.nothing)
        self.search.line.setProperty("quiet", False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.list, 1)
        whole.addStretch(0)


def _searched(measure: Measure) -> str:
    return f"{measure.code} {measure.name} {measure.definition} {measure.unit} {measure.source}".lower()
