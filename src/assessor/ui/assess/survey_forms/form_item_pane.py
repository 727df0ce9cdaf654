"""The pane of one question of a survey form: its words and answers in both languages, edited in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from assessor.operations.survey_forms.form_details import FormDetails, FormItemRow
from assessor.operations.surveys.survey_mappings import list_constructs
from assessor.terms import Group
from assessor.ui.assess.sittings.warning_lines import WarningLines
from assessor.ui.assess.survey_forms.form_words import list_kinds, list_scales, warnings_of
from assessor.ui.assess.survey_forms.side_by_side import SideBySide, in_both
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Text

_ON_POINTS = ("scale", "rating", "yes_no", "stage")
_WITHOUT_CHOICES = ("number", "text")
OWN_SCALE = ""
_FACTS = 500


class FormItemPane(Detail):
    """`edited` tells the column and its value; `scale_chosen` a scale of the item bank."""

    edited = Signal(str, object)
    heading_edited = Signal(str, str)
    scale_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.code = Text("", Role.TITLE)
        self.origin = Text("", Role.BODY, "ink3")
        self.up = IconButton("arrow-up", self.tr("Ask it earlier (Alt+Up)"))
        self.down = IconButton("arrow-down", self.tr("Ask it later (Alt+Down)"))
        self.remove = IconButton("trash-2", self.tr("Remove this question"))
        self.warnings = WarningLines()
        self.kind = ChoiceField(self.tr("Answered by"), [Choice(*pair) for pair in list_kinds()])
        constructs = [Choice(code, name) for code, name in list_constructs()]
        self.construct = ChoiceField(self.tr("Measures"), [Choice("", self.tr("No construct")), *constructs])
        self.scale = ChoiceField(self.tr("Scale"), self._scales())
        self.reversed = Switch(self.tr("Reversed: agreeing is worse"))
        self.begin_heading = QuietButton(self.tr("Begin a heading here"), flush=True)
        self.fields: dict[str, Field] = {"kind": self.kind, "construct": self.construct}
        self.title = TextField(self.tr("Heading"))
        self.title_es = TextField(self.tr("In Spanish: Heading"), self.tr("Not translated"))
        self.headings: dict[str, Field] = {"section": self.title, "section_es": self.title_es}
        self._place()
        self._wire()

    def show_item(self, form: FormDetails, item: FormItemRow, *, may_change: bool) -> None:
        """Show a question of a form."""
        self.code.setText(item.code)
        self.code.setMinimumWidth(self.code.sizeHint().width())
        self.origin.setText(self.tr("Item bank") if item.is_banked else self.tr("Own question"))
        self.warnings.show_sentences(warnings_of(item))
        for name, field in self.fields.items():
            field.set_value(_shown(item, name))
            field.set_read_only(not may_change)
        for name, field in self.headings.items():
            field.set_value(getattr(item, name))
            field.set_read_only(not may_change)
        self.scale.set_value(item.scale)
        self.scale.set_read_only(not may_change)
        self.reversed.setChecked(item.is_reversed)
        self.reversed.setEnabled(may_change)
        self._fold(form, item, may_change=may_change)

    def _fold(self, form: FormDetails, item: FormItemRow, *, may_change: bool) -> None:
        """Show only what this kind of question has."""
        self.scale.setVisible(item.kind == "scale")
        self.construct.setVisible(item.kind in ("scale", "yes_no"))
        self.reversed.setVisible(item.kind == "scale" and form.group is not Group.STU)
        self.choices.setVisible(item.kind not in _WITHOUT_CHOICES)
        on_points = self.tr("Answers from the lowest, one a line")
        self.fields["choices"].label.setText(
            on_points if item.kind in ("scale", "rating", "stage") else self.tr("Answers, one a line")
        )
        self.dont_know.setVisible(item.kind in _ON_POINTS)
        for button in (self.up, self.down, self.remove):
            button.setVisible(may_change)
        is_first = next((one.id for one in form.items if one.section == item.section), "") == item.id
        self.begin_heading.setVisible(may_change and not (item.section and is_first))
        for part in (self.heading, self.heading_title):
            part.setVisible(bool(item.section))

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.code, self.origin):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        self.column.addLayout(head)
        self.column.addWidget(self.warnings)
        self.column.addWidget(self._both("text", self.tr("Question"), 2, Role.LIVE))
        self.column.addWidget(SideBySide(self.kind, self.scale, self.construct, least=_FACTS))
        self.column.addWidget(self.reversed)
        self.choices = self._both("choices", self.tr("Answers from the lowest, one a line"), 2)
        self.dont_know = self._both("dont_know", self.tr("Answer off the scale"), 1)
        self.column.addWidget(self.choices)
        self.column.addWidget(self.dont_know)
        self.heading_title = SectionHeading(
            self.tr("Heading above it"), self.tr("for all questions under it")
        )
        self.heading = in_both(self.title, self.title_es, self.tr("Spanish"))
        self.column.addWidget(self.heading_title)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.begin_heading)

    def _both(self, name: str, label: str, lines: int, role: Role = Role.BODY) -> SideBySide:
        english = LongTextField(label, role=role, least_lines=lines)
        hint = self.tr("Not translated")
        spanish = LongTextField(self.tr("In Spanish: {label}").format(label=label), hint, role, lines)
        self.fields |= {name: english, f"{name}_es": spanish}
        return in_both(english, spanish, self.tr("Spanish"))

    def _wire(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(lambda value, name=name: self.edited.emit(name, _kept(name, value)))
        for name, field in self.headings.items():
            column = name.replace("section", "title")
            field.edited.connect(lambda value, column=column: self.heading_edited.emit(column, str(value)))
        self.reversed.clicked.connect(lambda on: self.edited.emit("is_reversed", on))
        self.scale.edited.connect(lambda code: self.scale_chosen.emit(str(code)))

    def _scales(self) -> list[Choice]:
        return [*(Choice(*pair) for pair in list_scales()), Choice(OWN_SCALE, self.tr("Own words"))]


def _shown(item: FormItemRow, name: str) -> object:
    value = getattr(item, name)
    return "\n".join(value) if isinstance(value, tuple) else value


def _kept(name: str, value: object) -> object:
    if not name.startswith("choices"):
        return value
    return [line.strip() for line in str(value).split("\n")] if value else []
