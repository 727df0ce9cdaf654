"""One requirement of a state: its words, from when it holds, and whether the document meets it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.requirements import RequirementRow
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.text_fields import LongTextField
from assessor.ui.widgets.texts import Paragraph, Text, explain

_CODE = 48
_MET, _NOT_MET = "met", "not_met"


class RequirementView(QWidget):
    """`decided` tells True, False or None; `criterion_asked` a code; `finding_asked` to make or show one."""

    decided = Signal(object)
    noted = Signal(str)
    criterion_asked = Signal(str)
    finding_asked = Signal()

    def __init__(self, row: RequirementRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        code = row.requirement.code
        self._is_met: bool | None = None
        self._is_carried = False
        self.carried = Tag(self.tr("to confirm"), Meaning.WATCH, "")
        explain(self.carried, self.tr("Carried over from the earlier version: choose again what still holds"))
        self.choice = Segments(self._choices(None), self.tr("{code} is met").format(code=code))
        self.note = LongTextField(
            self.tr("Note on {code}").format(code=code),
            self.tr("Where it stands, or what is missing"),
            least_lines=1,
        )
        self.note.label.hide()
        self.finding = QuietButton("", flush=True)
        self.choice.chosen.connect(self._chosen)
        self.note.edited.connect(self.noted.emit)
        self.finding.clicked.connect(self.finding_asked)
        self._build(row)
        self.show_requirement(row, is_read_only=False)

    def show_requirement(self, row: RequirementRow, *, is_read_only: bool) -> None:
        """Show what was decided."""
        self._is_met, self._is_carried = row.is_met, row.is_carried
        self.carried.setVisible(row.is_carried)
        self.choice.show_segments(self._choices(row.is_met))
        self.choice.choose("" if row.is_met is None else _MET if row.is_met else _NOT_MET)
        self.choice.setEnabled(not is_read_only)
        self.note.set_value(row.note)
        self.note.set_read_only(is_read_only)
        self.note.setVisible(row.is_met is not None and bool(row.note or not is_read_only))
        has_finding = row.finding_id is not None
        self.finding.setText(self.tr("Go to its finding") if has_finding else self.tr("Draft a finding"))
        self.finding.setVisible(has_finding or (row.is_met is False and not is_read_only))

    def _build(self, row: RequirementRow) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        code = QVBoxLayout()
        label = Text(row.requirement.code, Role.BODY_BOLD, "ink3")
        label.setFixedWidth(_CODE)
        code.addWidget(label)
        code.addStretch(1)
        across.addLayout(code)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Paragraph(row.requirement.text, Role.BODY))
        if row.requirement.effective_on is not None:
            column.addLayout(self._day(row.requirement.effective_on))
        column.addLayout(self._decision(row))
        column.addWidget(self.note)
        column.addWidget(Hairline())
        across.addLayout(column, 1)

    def _day(self, day: date) -> QHBoxLayout:
        line = QHBoxLayout()
        is_ahead = day > date.today()  # noqa: DTZ011  # the day on the wall
        words = self.tr("Holds from {day}") if is_ahead else self.tr("In force since {day}")
        meaning = Meaning.WATCH if is_ahead else Meaning.NEUTRAL
        line.addWidget(Tag(words.format(day=long_day(day)), meaning, ""))
        line.addStretch(1)
        return line

    def _decision(self, row: RequirementRow) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.choice)
        line.addWidget(self.carried)
        for criterion in row.requirement.criteria:
            button = QuietButton(criterion, flush=True)
            button.setAccessibleName(self.tr("Go to {criterion}").format(criterion=criterion))
            button.clicked.connect(lambda _on=False, code=criterion: self.criterion_asked.emit(code))
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.finding)
        return line

    def _choices(self, is_met: bool | None) -> list[Segment]:
        return [
            Segment(_MET, self.tr("Met"), icon="check" if is_met else ""),
            Segment(_NOT_MET, self.tr("Not met"), icon="x" if is_met is False else ""),
        ]

    def _chosen(self, key: str) -> None:
        chosen = key == _MET
        takes_back = chosen is self._is_met and not self._is_carried
        self.decided.emit(None if takes_back else chosen)
