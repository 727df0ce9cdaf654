"""The pane of one guide question: its words, its probes and its minutes, edited in place."""

from PySide6.QtWidgets import QHBoxLayout

from assessor.operations.guide_checks import find_protected, get_student_advice
from assessor.operations.guides import GuideDetails, QuestionRow
from assessor.operations.surveys.survey_mappings import list_constructs
from assessor.ui.assess.sittings.sheets import Sheet
from assessor.ui.assess.sittings.sitting_words import remarks_words
from assessor.ui.assess.sittings.warning_lines import WarningLines
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField
from assessor.ui.widgets.texts import Text

_MOST_WIDTH = 680


class GuideQuestionPane(Sheet):
    """Fields that save themselves; `fields` maps the column each one writes."""

    def __init__(self) -> None:
        super().__init__()
        self.code = Text("", Role.TITLE)
        self.noted = Tag("", Meaning.NEUTRAL)
        self.up = IconButton("arrow-up", self.tr("Ask it earlier (Alt+Up)"))
        self.down = IconButton("arrow-down", self.tr("Ask it later (Alt+Down)"))
        self.remove = IconButton("trash-2", self.tr("Remove this question"))
        self.text = LongTextField(self.tr("Question, as it is asked"), role=Role.PASSAGE)
        self.warnings = WarningLines()
        self.title = TextField(self.tr("Title, for lists"), self.tr("The first words of the question"))
        self.probes = LongTextField(
            self.tr("Probes, one a line"), self.tr("When? Who else? What came of it?"), least_lines=3
        )
        self.minutes = NumberField(self.tr("Minutes"), least=0, most=240)
        constructs = [Choice(code, name) for code, name in list_constructs()]
        self.constructs = ChoiceField(self.tr("Asks about"), [Choice("", self.tr("Anything")), *constructs])
        self.fields: dict[str, Field] = {
            "text": self.text,
            "title": self.title,
            "probes": self.probes,
            "minutes": self.minutes,
            "constructs": self.constructs,
        }
        self._place()

    def show_question(self, guide: GuideDetails, question: QuestionRow, *, may_change: bool) -> None:
        """Show a question of a guide."""
        self.code.setText(question.code)
        self.noted.show_as(remarks_words(question.remarks), Meaning.NEUTRAL)
        self.noted.setVisible(question.remarks > 0)
        advice = get_student_advice()
        self.warnings.show_sentences([f"{area}. {advice}" for area in find_protected(guide, question)])
        self.text.set_value(question.text)
        self.title.set_value(question.title)
        self.probes.set_value(question.probes)
        self.minutes.set_value(question.minutes)
        self.constructs.set_value(next(iter(question.construct.split()), ""))
        for field in self.fields.values():
            field.set_read_only(not may_change)
        for button in (self.up, self.down, self.remove):
            button.setVisible(may_change)

    def _place(self) -> None:
        self.limit(_MOST_WIDTH)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.code)
        head.addSpacing(4)
        head.addWidget(self.noted)
        head.addStretch(1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        foot.setSpacing(24)
        foot.addWidget(self.minutes)
        foot.addWidget(self.constructs, 1)
        self.column.addLayout(head)
        for widget in (self.text, self.warnings, self.title, self.probes):
            self.column.addWidget(widget)
        self.column.addLayout(foot)
