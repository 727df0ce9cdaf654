"""One cell of the map: what was held, what is planned by when, edited in place, and its sessions."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.coverage_cells import SURVEY, CoverageCell
from assessor.operations.coverages import Coverage, Heard
from assessor.ui.assess.coverage.coverage_words import (
    day_word,
    group_word,
    hidden_reason,
    method_word,
    state_words,
    tr,
)
from assessor.ui.assess.sittings.sitting_words import KIND_ICONS
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.detail_columns import DetailColumn
from assessor.ui.widgets.hidden_cell import HiddenCell
from assessor.ui.widgets.link_lines import LinkLine
from assessor.ui.widgets.sections import Fact, FactsStrip, SectionHeading
from assessor.ui.widgets.text_fields import NumberField
from assessor.ui.widgets.texts import Paragraph

_MOST = 99_999


class LinkLines(QWidget):
    """Lines that each lead to an element; `asked` tells which."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: list[tuple[str, str, str]] = []
        self.lines: list[LinkLine] = []

    def show_lines(self, lines: list[tuple[str, str, str]]) -> None:
        """Show these: id, icon and words of each."""
        if lines == self._shown:
            return
        self._shown = lines
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [self._line(*line) for line in lines]

    def _line(self, element_id: str, icon: str, words: str) -> LinkLine:
        line = LinkLine(icon)
        line.show_line(words)
        line.clicked.connect(lambda: self.asked.emit(element_id))
        self._column.addWidget(line)
        return line


class CoverageDetailLayout(DetailColumn):
    """Title, facts, what is planned, what is still to come, and the sessions."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Paragraph("", Role.TITLE, "ink")
        self.place = Paragraph("", Role.BODY, "ink3")
        self.facts = FactsStrip()
        self.hidden = HiddenCell("")
        self.why = Paragraph("", Role.SMALL, "ink3")
        self.state = Paragraph("")
        self.planned = NumberField(self.tr("Planned"), self.tr("None"), least=0, most=_MOST)
        self.due_on = DateField(self.tr("To be done by"), self.tr("No day"))
        self.part = Paragraph("", Role.SMALL, "ink3")
        self.plan_session = PrimaryButton(self.tr("Plan a session here"), "plus")
        self.open_survey = PlainButton(self.tr("Open the survey"), "chart-line")
        self.heading = SectionHeading(self.tr("Sessions"))
        self.sessions = LinkLines()
        self._place()

    def _place(self) -> None:
        self.put(self.title)
        self.put(self.place)
        self.put(self.facts, 12)
        self.hatch = _in_line(self.hidden)
        self.put(self.hatch, 12)
        self.put(self.why, 8)
        self.put(self.state, 12)
        fields = QWidget()
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.planned, 2)
        row.addWidget(self.due_on, 3)
        self.fields = fields
        self.put(fields, 12)
        self.put(self.part, 4)
        self.buttons = _in_line(self.plan_session, self.open_survey)
        self.put(self.buttons, 16)
        self.put(self.heading, 12)
        self.put(self.sessions)


class CoverageDetail(CoverageDetailLayout):
    """Shows a cell. `planned_so` tells it with number and day, `session_asked` where one is to be planned."""

    planned_so = Signal(object, int, object)
    session_asked = Signal(object)
    asked = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cell: CoverageCell | None = None
        self.planned.edited.connect(self._plan)
        self.due_on.edited.connect(self._plan_day)
        self.planned.line.returnPressed.connect(self.left)
        self.plan_session.clicked.connect(lambda: self.session_asked.emit(self._cell))
        self.open_survey.clicked.connect(lambda: self.asked.emit("surveys", self._survey))
        self.sessions.asked.connect(lambda sitting: self.asked.emit("sittings", sitting))
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)

    def show_cell(self, coverage: Coverage, cell: CoverageCell, today: date, *, read_only: bool) -> None:
        """Show a cell of a method."""
        self._cell, site = cell, _site_name(coverage, cell.site_id)
        is_survey = cell.method == SURVEY
        self._name(f"{group_word(cell.group)}, {method_word(cell.method).lower()}", site)
        self.facts.show_facts(self._facts(cell))
        self._show_hidden(cell)
        self.state.setText(state_words(cell, today))
        self.state.set_tone("concern" if cell.is_overdue and cell.missing else "ink2")
        self.state.setVisible(bool(self.state.text()))
        may_plan = cell.site_id != ""
        self.fields.setVisible(may_plan)
        self.planned.set_value(Decimal(cell.plan.planned) if cell.plan else None)
        self.due_on.set_value(cell.plan.due_on if cell.plan else None)
        for field in (self.planned, self.due_on):
            field.set_read_only(read_only)
        self.part.setText(_part_words(coverage, cell))
        self.part.setVisible(bool(self.part.text()) and may_plan)
        self.plan_session.setVisible(not is_survey and not read_only)
        self.open_survey.setVisible(is_survey)
        self.buttons.setVisible(is_survey or not read_only)
        self._show_sessions([cell], today)

    def show_people(self, coverage: Coverage, cells: list[CoverageCell], heard: Heard, today: date) -> None:
        """Show whom of a group was heard, by all methods together."""
        self._cell = None
        self._name(tr("{group}, people heard").format(group=group_word(cells[0].group)), "")
        self.place.setText(_site_name(coverage, cells[0].site_id))
        self.facts.show_facts(_people_facts(heard.people, heard.spoke))
        self.facts.show()
        words = tr("Each person counts once, whatever they took part in. Survey answers have no names.")
        self.state.setText(words)
        self.state.set_tone("ink2")
        for widget in (self.fields, self.part, self.buttons, self.hatch, self.why):
            widget.hide()
        self._show_sessions(cells, today)

    def type_planned(self) -> None:
        """Let the number planned be typed."""
        if self.fields.isVisible():
            self.planned.line.setFocus()
            self.planned.line.selectAll()

    @property
    def _survey(self) -> str:
        return self._cell.element_id if self._cell else ""

    def _name(self, title: str, place: str) -> None:
        self.title.setText(title)
        self.place.setText(place)

    def _facts(self, cell: CoverageCell) -> list[Fact]:
        of = tr("{done} of {planned}").format(done=f"{cell.done or 0:,}", planned=f"{cell.planned:,}")
        done = of if cell.planned else f"{cell.done or 0:,}"
        if cell.method == SURVEY:
            return [Fact(done, tr("answered"))]
        return [Fact(done, tr("held")), *_people_facts(cell.people, cell.spoke)]

    def _show_hidden(self, cell: CoverageCell) -> None:
        self.facts.setVisible(cell.done is not None)
        self.hidden.setText(cell.hidden)
        self.hidden.updateGeometry()
        self.hatch.setVisible(bool(cell.hidden))
        why = hidden_reason(cell)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _show_sessions(self, cells: list[CoverageCell], today: date) -> None:
        held = {sitting.id: sitting for cell in cells for sitting in cell.sittings}
        lines = []
        for sitting in held.values():
            when = day_word(sitting.on, today) if sitting.on else tr("no day yet")
            who = len([person for person in sitting.people if person.group is cells[0].group])
            people = tr("{count} heard").format(count=who) if sitting.is_held else tr("planned")
            icon = next(mark for kind, mark in KIND_ICONS.items() if kind.value == sitting.kind)
            lines.append((sitting.id, icon, f"{when} · {people} · {sitting.title}"))
        self.sessions.show_lines(lines)
        for widget in (self.heading, self.sessions):
            widget.setVisible(bool(lines))

    def _plan(self, number: Decimal | None) -> None:
        if self._cell is not None:
            day = self._cell.plan.due_on if self._cell.plan else None
            self.planned_so.emit(self._cell, int(number or 0), day)

    def _plan_day(self, day: date | None) -> None:
        if self._cell is None:
            return
        if self._cell.plan is None:
            self.due_on.refuse(tr("Write first how many are planned."))
        else:
            self.planned_so.emit(self._cell, self._cell.plan.planned, day)


def _in_line(*widgets: QWidget) -> QWidget:
    """Widgets side by side from the left, shown and hidden together."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def _site_name(coverage: Coverage, site_id: str | None) -> str:
    if site_id is None:
        return tr("Whole district")
    return next((site.name for site in coverage.sites if site.id == site_id), tr("At no one site"))


def _people_facts(people: int, spoke: int) -> list[Fact]:
    return [Fact(f"{people:,}", tr("people heard")), Fact(f"{spoke:,}", tr("spoke"))]


def _part_words(coverage: Coverage, cell: CoverageCell) -> str:
    """How the number of a place and that of the district go together."""
    district = coverage.cell(cell.group, cell.method)
    if cell.site_id is not None:
        if district.plan is None or cell.plan is None:
            return ""
        return tr("Part of the {planned} planned in the district.").format(planned=district.planned)
    at_sites = [coverage.cell(cell.group, cell.method, site.id).plan for site in coverage.sites]
    planned = sum(plan.planned for plan in at_sites if plan)
    if not planned:
        return ""
    if cell.plan is not None and planned <= cell.plan.planned:
        return tr("{planned} of them are planned at sites.").format(planned=planned)
    return tr("The sites plan {planned}, so that many count.").format(planned=planned)
