"""An audit as a whole: where, when and by whom, its sections counted, and what changed since before."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.instruments.audits import Section
from assessor.operations.audits import Answers, AuditDetails, AuditItemRow
from assessor.palette import RADIUS_SMALL
from assessor.terms import AuditAnswer
from assessor.ui.assess.audits.audit_words import ANSWER_MEANINGS, answer_word, count_words, day_words
from assessor.ui.assess.people.emptying import empty
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.link_lines import LinkLine
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, hairline, painting_on
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Fact, FactsStrip, NoteBox, SectionHeading
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph

_BAR, _BAR_HEIGHT, _ROW = 160, 8, 44


class SectionRow(KeyboardRing, QPushButton):
    """A section with its answers as a bar; a click leads to its items."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section, self._words = section, ""
        self._tally: Answers = {}
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Answers) -> None:
        """Show how many items have which answer."""
        self._tally = counts
        words = count_words(counts) or self.tr("Nothing answered yet")
        self._words = words
        self.setAccessibleName(f"{self._section.title}: {words}")
        self.update()

    def sizeHint(self) -> QSize:
        """Title and words, and the bar."""
        return QSize(480, look().row_height(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Room for some words and the bar."""
        return QSize(320, look().row_height(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint title, words and bar."""
        rect = QRectF(self.rect())
        with painting_on(self) as painter:
            if self.underMouse():
                painter.fillRect(rect, look().color("canvas"))
            hairline(painter, 0, rect.bottom() - 1, rect.right(), rect.bottom())
            room = rect.width() - _BAR - 16
            middle = rect.height() / 2
            draw_text(painter, self._section.title, Role.BODY_MEDIUM, QRectF(0, middle - 19, room, 20))
            draw_text(painter, self._words, Role.SMALL, QRectF(0, middle, room, 18), "ink3")
            self._paint_bar(rect.right() - _BAR, middle - _BAR_HEIGHT / 2)
            if self.has_ring:
                focus_ring(painter, rect, RADIUS_SMALL)

    def _paint_bar(self, left: float, top: float) -> None:
        each = _BAR / len(self._section.items)
        answers = [answer for answer in AuditAnswer for _ in range(self._tally.get(answer, 0))]
        with painting_on(self) as painter:
            for number in range(len(self._section.items)):
                cell = QRectF(left + number * each, top, each - 2, _BAR_HEIGHT)
                meaning = ANSWER_MEANINGS[answers[number]] if number < len(answers) else None
                token = "ring" if meaning is None else "ink3" if meaning is Meaning.NEUTRAL else meaning.token
                fill(painter, cell, token, 2)


class AuditSummary(Detail):
    """Shows an audit. `edited` tells a column and its value; `item_asked` an item to go to."""

    edited = Signal(str, object)
    item_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.fields = {
            "site_id": ChoiceField(self.tr("Site")),
            "held_on": DateField(self.tr("Day")),
            "auditor": TextField(self.tr("Auditor")),
        }
        self.note = LongTextField(
            self.tr("Note on the audit"),
            self.tr("With whom you walked, and what was not seen"),
            least_lines=2,
        )
        self.remove = IconButton("trash-2", self.tr("Remove this audit"))
        self.facts = FactsStrip()
        self.purpose = Paragraph()
        self.confidential = NoteBox(self.tr("For this audit alone"), "", "lock")
        self.before = Paragraph("", Role.BODY, "ink2")
        self.changes_heading = SectionHeading(self.tr("Since the audit before"))
        self.changes, self.sections = QVBoxLayout(), QVBoxLayout()
        self._rows: dict[str, SectionRow] = {}
        self._lay_out()
        for name, field in {**self.fields, "note": self.note}.items():
            field.edited.connect(lambda value, name=name: self.edited.emit(name, value))

    def show_audit(
        self, audit: AuditDetails, sites: Sequence[Choice], today: date, *, is_read_only: bool
    ) -> None:
        """Show an audit."""
        site = self.fields["site_id"]
        if isinstance(site, ChoiceField):
            site.show_choices(sites)
        for name, field in {**self.fields, "note": self.note}.items():
            field.set_value(getattr(audit, name))
            field.set_read_only(is_read_only)
        self.remove.setVisible(not is_read_only)
        self.purpose.setText(audit.checklist.purpose)
        self.confidential.show_note(self.tr("For this audit alone"), audit.checklist.confidential)
        self.before.setText("\n".join(f"• {line}" for line in audit.checklist.before))
        self._show_facts(audit)
        self._show_sections(audit)
        self._show_changes(audit, today)

    def _show_facts(self, audit: AuditDetails) -> None:
        counts = audit.count()
        answered = self.tr("of {count} answered").format(count=len(audit.items))
        facts = [Fact(str(audit.answered), answered)]
        facts += [Fact(str(counts.get(answer, 0)), answer_word(answer)) for answer in AuditAnswer]
        self.facts.show_facts(facts)

    def _show_sections(self, audit: AuditDetails) -> None:
        if list(self._rows) != [section.code for section in audit.checklist.sections]:
            empty(self.sections)
            self._rows = {section.code: SectionRow(section) for section in audit.checklist.sections}
            for code, row in self._rows.items():
                first = next(each for each in audit.checklist.sections if each.code == code).items[0].code
                row.clicked.connect(lambda _=False, first=first: self.item_asked.emit(first))
                self.sections.addWidget(row)
        for code, row in self._rows.items():
            row.show_counts(audit.count(code))

    def _show_changes(self, audit: AuditDetails, today: date) -> None:
        empty(self.changes)
        is_known = audit.before_on is not None
        self.changes_heading.setVisible(is_known)
        if not is_known:
            return
        changed = sorted((row for row in audit.items.values() if row.change), key=lambda row: row.change)
        better = sum(row.change > 0 for row in changed)
        words = self.tr("{day}: {better} better, {worse} worse").format(
            day=day_words(audit.before_on, today), better=better, worse=len(changed) - better
        )
        self.changes_heading.set_note(words)
        for row in changed:
            self.changes.addWidget(self._change(row))

    def _change(self, row: AuditItemRow) -> LinkLine:
        line = LinkLine("arrow-up" if row.change > 0 else "arrow-down")
        then = answer_word(row.before) if row.before else ""
        now = answer_word(row.answer) if row.answer else ""
        words = self.tr("{code} {then} → {now}: {statement}")
        line.show_line(words.format(code=row.item.code, then=then, now=now.lower(), statement=row.item.text))
        line.clicked.connect(lambda _=False, code=row.item.code: self.item_asked.emit(code))
        return line

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        for field in self.fields.values():
            head.addWidget(field, 1)
        head.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignBottom)
        for layout in (self.changes, self.sections):
            layout.setSpacing(0)
        self.column.addLayout(head)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.confidential)
        self.column.addWidget(SectionHeading(self.tr("By section")))
        self.column.addLayout(self.sections)
        self.column.addWidget(self.changes_heading)
        self.column.addLayout(self.changes)
        self.column.addWidget(self.note)
        self.column.addWidget(SectionHeading(self.tr("Before you walk")))
        self.column.addWidget(self.purpose)
        self.column.addWidget(self.before)
