"""One training session: what, for whom, when, and who came."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.operations.trainings import TrainingRow, TrainingState
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Fact, FactsStrip, SectionHeading
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField


class TrainingDetail(Detail):
    """Shows a session. `edited` tells field and value; `removed` when it is to go."""

    edited = Signal(str, object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.tag = Tag("")
        self.core = Switch(self.tr("Part of the core set"))
        self.core.clicked.connect(lambda on: self.edited.emit("is_core", on))
        self.facts = FactsStrip()
        self.form = Form()
        self.form.edited.connect(self.edited)
        self.goal = ChoiceField(self.tr("Serves"))
        self.remove = QuietButton(self.tr("Remove this training"), "trash-2")
        self.remove.clicked.connect(self.removed)
        self._fill()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.tag)
        head.addStretch(1)
        head.addWidget(self.core)
        self.column.addLayout(head)
        for widget in (self.title_field, self.facts, self.form):
            self.column.addWidget(widget)
        self.column.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_training(self, row: TrainingRow, goals: Sequence[Choice], today: date) -> None:
        """Show a session as it stands on a day."""
        word, meaning = state_word(row, today)
        self.tag.show_as(word, meaning)
        self.core.setChecked(row.is_core)
        self.goal.show_choices(goals)
        self.form.show_values(lambda name: getattr(row, name))
        self.title_field.set_value(row.title)
        self.facts.show_facts(
            [
                Fact(f"{row.hours:f} h" if row.hours is not None else "–", self.tr("Length")),
                Fact(self._when(row), self.tr("Held") if row.held_on else self.tr("Planned")),
                Fact(_came(row), self.tr("Came, of those invited")),
            ]
        )

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the session be read but not changed."""
        self.form.set_read_only(is_read_only)
        self.title_field.set_read_only(is_read_only)
        self.core.setEnabled(not is_read_only)
        self.remove.setVisible(not is_read_only)

    def _fill(self) -> None:
        form = self.form
        self.title_field = LongTextField(self.tr("Training"), role=Role.TITLE, least_lines=1)
        self.title_field.edited.connect(lambda value: self.edited.emit("title", value))
        form.add_beside(audience=TextField(self.tr("For whom")), owner=TextField(self.tr("Owner")))
        form.add_beside(
            code=TextField(self.tr("Code")), hours=NumberField(self.tr("Hours"), least=0, most=400)
        )
        form.column.addWidget(SectionHeading(self.tr("When and who")))
        form.add_beside(planned_on=DateField(self.tr("Planned for")), held_on=DateField(self.tr("Held on")))
        form.add_beside(
            invited=NumberField(self.tr("Invited"), least=0), attended=NumberField(self.tr("Came"), least=0)
        )
        form.add("content", LongTextField(self.tr("What it covers, one item a line")))
        form.add("goal_id", self.goal)

    def _when(self, row: TrainingRow) -> str:
        day = row.held_on or row.planned_on
        return long_day(day) if day else self.tr("No date yet")


def state_word(row: TrainingRow, today: date) -> tuple[str, Meaning]:
    """How far a session is, as a word and its meaning."""

    translate = QCoreApplication.translate
    words = {
        TrainingState.NO_DATE: (translate("plan", "No date yet"), Meaning.WATCH),
        TrainingState.PLANNED: (translate("plan", "Planned"), Meaning.NEUTRAL),
        TrainingState.OVERDUE: (translate("plan", "Overdue"), Meaning.CONCERN),
        TrainingState.HELD: (translate("plan", "Held"), Meaning.GOOD),
        TrainingState.SHORT: (translate("plan", "Short by {count}").format(count=row.missed), Meaning.WATCH),
    }
    return words[row.state(today)]


def _came(row: TrainingRow) -> str:
    if row.attended is None:
        return "–"
    return f"{row.attended}" if row.invited is None else f"{row.attended} / {row.invited}"
