"""The widgets of the pairs and their places: pairs left, the two in the middle, their answers right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.ui.assess.dyads.pair_facts import PairFacts
from assessor.ui.assess.dyads.paired_list import PairedHead, PairedList
from assessor.ui.widgets.buttons import IconButton, PrimaryButton
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.sections import NoteBox
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import Paragraph


class PairedPage(Ground):
    """The answers side by side, and beneath them what is held back of the chosen question."""

    def __init__(self) -> None:
        super().__init__("surface")
        self.waits = NoteBox(self.tr("Not shared"), "", "lock")
        self.discuss = NoteBox(self.tr("To talk about"), "", "message-square", Meaning.WATCH)
        self.apart = NoteBox(self.tr("How far apart"), "", "scale")
        self.list = PairedList(self.tr("Answers of the two side by side"))
        self.head = PairedHead(self.list)
        self.chosen = Paragraph()
        self.hold_sro = Switch(self.tr("SRO: consultant only"))
        self.hold_administrator = Switch(self.tr("Administrator: consultant only"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        notes = QVBoxLayout()
        notes.setContentsMargins(16, 0, 16, 0)
        notes.setSpacing(8)
        for note in (self.waits, self.discuss, self.apart):
            notes.addWidget(note)
        column.addSpacing(12)
        column.addLayout(notes)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 16)
        foot.setSpacing(8)
        foot.addWidget(self.chosen)
        switches = QHBoxLayout()
        switches.setSpacing(24)
        switches.addWidget(self.hold_sro)
        switches.addWidget(self.hold_administrator)
        switches.addStretch(1)
        foot.addLayout(switches)
        column.addLayout(foot)


class DyadsLayout(QWidget):
    """Everything beneath the head, and what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.back = IconButton("arrow-left", self.tr("Back to the surveys"))
        self.add = PrimaryButton(self.tr("Pair"), "plus")
        self.list = RowList(self.tr("Pairs"))
        self.facts, self.paired = PairFacts(), PairedPage()
        self.empty = EmptyState(
            "users",
            self.tr("No pair yet"),
            self.tr(
                "The SRO and the administrator of a school answered about each other. When both agree, their"
                " answers stand side by side here: for the two and the named leaders, and for nobody else."
            ),
            self.tr("Add a pair"),
        )
        columns = Columns("dyads")
        columns.add(self.list, 208, least=128)
        columns.add(self.facts, 272, least=224)
        columns.add(self.paired, 712, grows=True, least=464)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(columns)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stack)
