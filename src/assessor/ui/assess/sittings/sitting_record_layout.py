"""The widgets of a sitting's record and their places: notes in the middle, the side beside them."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.sittings.debrief_facts import DebriefFactsPane
from assessor.ui.assess.sittings.debrief_form import DebriefForm
from assessor.ui.assess.sittings.remark_list import RemarkList
from assessor.ui.assess.sittings.sitting_setup_layout import SetupLayout
from assessor.ui.assess.sittings.sitting_side import SittingSide
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PlainButton
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.sections import FactsStrip
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Text

_SIDE, _LEAST_MIDDLE = 366, 360


class RecordLayout(QWidget):
    """Title, facts and notes; the side beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.title = TextField(self.tr("Title"), role=Role.TITLE)
        self.print = IconButton("printer", self.tr("Print record…"))
        self.remove = IconButton("trash-2", self.tr("Remove this sitting"))
        self.about = Text("", Role.SMALL, "ink3")
        self.facts = FactsStrip()
        self.notes = RemarkList(self.tr("Notes"))
        self.side = SittingSide()
        self.nothing = EmptyState(
            "message-square",
            self.tr("Nothing noted yet"),
            self.tr("Take notes while people talk: a digit at the start of a line names who speaks."),
            "",
        )
        self.setup, self.form, self.counted = SetupLayout(), DebriefForm(), DebriefFactsPane()
        self.nothing_to_mend = EmptyState(
            "circle-check",
            self.tr("Nothing to mend"),
            self.tr("Every speaker is known, every quotation is verified, and every line has its question."),
            self.tr("Show all lines"),
        )
        self.pages = _stacked(self.nothing, self.setup, self.notes, self.form, self.nothing_to_mend)
        self.beside = _stacked(self.side, self.counted)
        self.views = Segments([Segment("all", self.tr("All"))], self.tr("What to show of this sitting"))
        self._notes_pane = self._middle()
        self.turn = PlainButton("")
        self.turn.clicked.connect(lambda: self.show_side(is_shown=self.beside.isHidden()))
        self._is_folded = False
        self._turning = QWidget()
        self._lay_out()
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show notes or side alone where both have no room."""
        super().resizeEvent(event)
        is_folded = self.width() < _LEAST_MIDDLE + _SIDE
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._fold()

    def show_page(self, view: str, *, has_rows: bool, has_shown: bool, has_begun: bool) -> None:
        """Show the set-up before it began; then the lines, that there are none, or the debrief."""
        is_debrief = view == "debrief" and has_rows
        before_lines = self.nothing if has_begun else self.setup
        page = self.notes if has_shown else self.nothing_to_mend if has_rows else before_lines
        self.pages.setCurrentWidget(self.form if is_debrief else page)
        before = self.beside.currentWidget()
        self.beside.setCurrentWidget(self.counted if is_debrief else self.side)
        if before is not self.beside.currentWidget():
            self._fold()

    def show_side(self, *, is_shown: bool = True) -> None:
        """Turn to the side, or back to the notes, where only one of them is shown."""
        self._fold(shows_side=is_shown)

    def _fold(self, *, shows_side: bool = False) -> None:
        self._turning.setVisible(self._is_folded)
        self._notes_pane.setVisible(not self._is_folded or not shows_side)
        self.beside.setVisible(not self._is_folded or shows_side)
        is_debrief = self.beside.currentWidget() is self.counted
        back = self.tr("Debrief") if is_debrief else self.tr("Notes")
        there = self.tr("What the notes add up to") if is_debrief else self.tr("People and guide")
        self.turn.setText(back if shows_side else there)

    def _lay_out(self) -> None:
        columns = Columns("sitting_record")
        columns.add(self._notes_pane, 600, grows=True, least=_LEAST_MIDDLE)
        columns.add(self.beside, _SIDE, least=_SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        turning = QHBoxLayout(self._turning)
        turning.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 0)
        turning.addWidget(self.turn)
        turning.addStretch(1)
        column.addWidget(self._turning)
        column.addWidget(columns, 1)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        head.setSpacing(12)
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        line.addWidget(self.print)
        line.addWidget(self.remove)
        self.title.label.hide()
        head.addLayout(line)
        head.addWidget(self.facts)
        head.addWidget(self.views)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        return middle


def _stacked(*pages: QWidget) -> QStackedWidget:
    stack = QStackedWidget()
    for page in pages:
        stack.addWidget(page)
    return stack
