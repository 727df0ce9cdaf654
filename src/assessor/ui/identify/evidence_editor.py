"""What unfolds beneath a piece of evidence: its side, what is noted of it, and where it comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.evidence import EvidenceKind, EvidenceRow
from assessor.terms import Stance
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph


class EvidenceEditor(QWidget):
    """Edits one tie in place; every signal tells what a person did."""

    stance_chosen = Signal(str, str)
    """Id of the evidence, and the stance."""
    noted = Signal(str, str, str)
    """Id of the evidence, "summary" or "weighed", and the text."""
    accepted = Signal(str)
    untied = Signal(str)
    source_asked = Signal(object)
    """The row, to go to what it points to."""

    def __init__(self, row: EvidenceRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.stance = Segments(
            [Segment(Stance.FOR, self.tr("Speaks for it")), Segment(Stance.AGAINST, self.tr("Against it"))],
            self.tr("Side of this evidence"),
        )
        self.summary = TextField(self.tr("What it shows"), self.tr("In a line of your own"))
        self.weighed = LongTextField(
            self.tr("Weighed"), self.tr("Why the finding stands all the same"), least_lines=1
        )
        self.was = Paragraph("", Role.SMALL, "watch")
        self.accept = PlainButton(self.tr("Accept as it is now"), "check")
        self.source = QuietButton(self.tr("Show it where it is"), "external-link", flush=True)
        self.untie = QuietButton(self.tr("Untie"), "trash-2", flush=True)
        self._lay_out()
        self._wire()
        self.show_row(row)

    def show_row(self, row: EvidenceRow) -> None:
        """Show what is recorded of this piece of evidence."""
        self.row = row
        self.stance.choose(row.stance)
        self.summary.set_value(row.summary)
        self.weighed.set_value(row.weighed)
        self.weighed.setVisible(row.stance is Stance.AGAINST)
        self.was.setText(self.tr("When it was tied it said: {words}").format(words=row.seen_as))
        self.was.setVisible(row.has_changed)
        self.accept.setVisible(row.has_changed)
        self.source.setVisible(row.kind is not EvidenceKind.GONE)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        for field in (self.summary, self.weighed):
            field.set_read_only(is_read_only)
        for doing in (self.stance, self.accept, self.untie):
            doing.setEnabled(not is_read_only)

    def _lay_out(self) -> None:
        doings = QHBoxLayout()
        doings.setSpacing(4)
        doings.addWidget(self.source)
        doings.addStretch(1)
        doings.addWidget(self.untie)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.was)
        column.addWidget(self.accept)
        column.addWidget(self.stance)
        column.addWidget(self.weighed)
        column.addWidget(self.summary)
        column.addLayout(doings)

    def _wire(self) -> None:
        self.stance.chosen.connect(lambda stance: self.stance_chosen.emit(self.row.id, stance))
        self.summary.edited.connect(lambda text: self.noted.emit(self.row.id, "summary", text))
        self.weighed.edited.connect(lambda text: self.noted.emit(self.row.id, "weighed", text))
        self.accept.clicked.connect(lambda: self.accepted.emit(self.row.id))
        self.untie.clicked.connect(lambda: self.untied.emit(self.row.id))
        self.source.clicked.connect(lambda: self.source_asked.emit(self.row))
