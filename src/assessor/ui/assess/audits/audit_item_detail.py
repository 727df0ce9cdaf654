"""One item of an audit: the statement, what to look for, its answer, a note, and what follows from it."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.operations.audits import AuditDetails, AuditItemRow
from assessor.ui.assess.audits.audit_answers import AuditAnswers
from assessor.ui.assess.audits.audit_words import answer_word, day_words
from assessor.ui.assess.documents.criterion_titles import criteria_words
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.text_fields import LongTextField
from assessor.ui.widgets.texts import Paragraph, Text, explain


class ItemNote(LongTextField):
    """A note left by Escape; `left` when the keyboard is to go back to the list."""

    left = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on Escape, and leave."""
        if watched is self.box and pressed_key(event) == Qt.Key.Key_Escape:
            self.save()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)


class AuditItemDetail(Detail):
    """Shows an item. `noted` tells its note; `left` when the keyboard goes back to the list."""

    noted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.place = Text("", Role.SMALL_BOLD, "ink3")
        self.statement = Text("", Role.TITLE, lines=6)
        self.look_for = Paragraph()
        self.answers = AuditAnswers(self.tr("Answer"))
        self.note = ItemNote(
            self.tr("Note, for this audit alone"),
            self.tr("What is agreed, known or done; no names"),
        )
        self.before, self.change = Text("", Role.SMALL, "ink3"), Tag("")
        self.criteria = Paragraph("", Role.SMALL, "ink3")
        self.draft = QuietButton(self.tr("Draft a finding"), flush=True)
        self.finding = QuietButton(self.tr("Go to its finding"), trailing="arrow-right", flush=True)
        self.confidential = Paragraph("", Role.SMALL, "ink3")
        explain(self.draft, self.tr("Key F on the row"))
        self.note.edited.connect(self.noted)
        self.note.left.connect(self.left)
        self._lay_out()

    def show_item(self, audit: AuditDetails, row: AuditItemRow, today: date, *, is_read_only: bool) -> None:
        """Show an item as it was found."""
        section = next(each for each in audit.checklist.sections if row.item in each.items)
        self.place.setText(f"{row.item.code}  {section.title}")
        self.statement.setText(row.item.text)
        self.look_for.setText(row.item.look_for)
        self.answers.show_answers(audit.checklist.answers)
        self.answers.set_answer(row.answer)
        self.answers.setEnabled(not is_read_only)
        self.note.set_value(row.note)
        self.note.set_read_only(is_read_only)
        self.criteria.setText(
            self.tr("In the agreement review: {criteria}").format(criteria=criteria_words(row.item.criteria))
        )
        self.draft.setVisible(row.may_be_drafted and not is_read_only)
        self.finding.setVisible(bool(row.finding_id))
        self.confidential.setText(audit.checklist.confidential)
        self._show_before(audit, row, today)

    def _show_before(self, audit: AuditDetails, row: AuditItemRow, today: date) -> None:
        is_known = row.before is not None and audit.before_on is not None
        self.before.setVisible(is_known)
        self.change.setVisible(is_known and bool(row.change))
        if row.before is None:
            return
        words = self.tr("{answer} on {day}")
        self.before.setText(
            words.format(answer=answer_word(row.before), day=day_words(audit.before_on, today))
        )
        if row.change > 0:
            self.change.show_as(self.tr("Better"), Meaning.GOOD)
        else:
            self.change.show_as(self.tr("Worse"), Meaning.CONCERN)

    def _lay_out(self) -> None:
        column = self.column
        for widget in (self.place, self.statement, self.look_for, self.answers):
            column.addWidget(widget)
        before, ways, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (before, ways, foot):
            row.setSpacing(8)
        before.addWidget(self.before)
        before.addWidget(self.change)
        before.addStretch(1)
        ways.addWidget(self.draft)
        ways.addWidget(self.finding)
        ways.addStretch(1)
        foot.addWidget(Icon("lock", "ink3", 16), alignment=Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.confidential, 1)
        column.addLayout(before)
        column.addWidget(self.note)
        column.addLayout(ways)
        column.addWidget(self.criteria)
        column.addLayout(foot)
