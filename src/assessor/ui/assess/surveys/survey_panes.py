"""The two panes of the constructs: what a group says, and where two groups differ."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.surveys.survey_results import WaveResults
from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.surveys.survey_exhibits import ExhibitView
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PrimaryButton, QuietButton
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import FactsStrip, NoteBox
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import Paragraph, Text


class SaidPane(Detail):
    """What a group says: a bar for each construct, the chosen one in words, and what is hidden."""

    def __init__(self) -> None:
        super().__init__(spacing=0)
        inner = self.widget()
        whole = inner.layout() if inner else None
        if whole is not None:
            whole.setContentsMargins(0, 16, 0, 24)
        self.title = Text("", Role.TITLE)
        self.rate = Text("", Role.BODY, "ink3")
        self.caution = Paragraph("", Role.SMALL, "watch")
        self.figure = ExhibitView(inset=PAGE_MARGIN)
        self.chart = self.figure.chart
        self.chosen = Text("", Role.BODY_BOLD, lines=3)
        self.facts = Paragraph("", Role.BODY, "ink2")
        self.hidden = NoteBox(self.tr("Hidden"), "", "eye-off")
        self.questions, self.comments = QuietButton("", flush=True), QuietButton("", flush=True)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.rate)
        self.column.addLayout(_inset(head))
        self.column.addLayout(_inset(self.caution))
        self.column.addSpacing(4)
        self.column.addWidget(self.figure)
        for part, above in ((self.chosen, 12), (self.facts, 0), (self.hidden, 12)):
            self.column.addSpacing(above)
            self.column.addLayout(_inset(part))
        links = QHBoxLayout()
        links.setSpacing(24)
        links.addWidget(self.questions)
        links.addWidget(self.comments)
        links.addStretch(1)
        self.column.addSpacing(8)
        self.column.addLayout(_inset(links))

    def show_links(self, results: WaveResults) -> None:
        """Say how many other questions there are, and how many comments wait to be cleared."""
        number, waiting = len(results.questions), results.comments_waiting
        said = self.tr("Other questions ({number})").format(number=number)
        self.questions.setText(said)
        self.questions.setVisible(bool(number))
        words = self.tr("Comments, {waiting} to clear") if waiting else self.tr("Comments")
        self.comments.setText(words.format(waiting=waiting))
        self.comments.setVisible(any(question.kind == "text" for question in results.questions))


class DifferencePane(Detail):
    """Where two groups differ, what only the consultant may read, and the finding to draft."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", Role.TITLE)
        self.figure = ExhibitView(32, is_ruled=False)
        self.chart = self.figure.chart
        self.nothing = Paragraph("", Role.BODY, "ink2")
        self.only_here = NoteBox(self.tr("For you only"), "", "eye", Meaning.WATCH)
        self.draft = PrimaryButton("", "plus")
        self.draft.setObjectName("draft_finding")
        self.items = QuietButton(self.tr("Show items"))
        self.hint = Paragraph("", Role.SMALL, "ink3")
        self.facts = FactsStrip()
        self.others = QuietButton(self.tr("Compare other groups"), flush=True)
        self.by_item = QuietButton("", flush=True)
        doings = QHBoxLayout()
        doings.setSpacing(12)
        for button in (self.draft, self.items):
            doings.addWidget(button)
        doings.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.figure)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.only_here)
        self.column.addLayout(doings)
        for widget in (self.hint, self.facts):
            self.column.addWidget(widget)
        links = QHBoxLayout()
        links.setSpacing(24)
        links.addWidget(self.by_item)
        links.addWidget(self.others)
        links.addStretch(1)
        self.column.addLayout(links)


def _inset(content: QWidget | QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
    if isinstance(content, QWidget):
        column.addWidget(content)
    else:
        column.addLayout(content)
    return column
