"""The page of a form's texts: title, what is read first, how to answer, thanks, in both languages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.survey_forms.form_details import FormDetails
from assessor.terms import Group
from assessor.ui.assess.survey_forms.form_words import group_word
from assessor.ui.assess.survey_forms.side_by_side import SideBySide, in_both
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.text_fields import LongTextField, NumberField
from assessor.ui.widgets.texts import Paragraph, Text


class FirstQuestion(QWidget):
    """What a form without questions begins with; `asked` opens the item bank, `second_asked` writes one."""

    asked = Signal()
    second_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = PlainButton(self.tr("Choose from the item bank"), "list-checks")
        self.second = QuietButton(self.tr("Write a question"))
        self.button.clicked.connect(self.asked)
        self.second.clicked.connect(self.second_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(self.tr("No question yet"), Role.BODY_BOLD))
        column.addWidget(
            Paragraph(
                self.tr("Take questions from the item bank, so that groups and waves can be compared."),
                Role.BODY,
                "ink2",
            )
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self.second)
        row.addStretch(1)
        column.addLayout(row)


class FormTextsPage(Detail):
    """`edited` tells the column and its value."""

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.about = Paragraph("", Role.BODY, "ink2")
        self.group = ChoiceField(self.tr("Asked of"), [Choice(one, group_word(one)) for one in Group])
        self.minutes = NumberField(self.tr("Minutes"), least=1, most=240)
        self.anonymous = Switch(self.tr("Anonymous"))
        self.empty = FirstQuestion()
        self.fields |= {"group": self.group, "minutes": self.minutes}
        self._place()
        for name, field in self.fields.items():
            field.edited.connect(lambda value, name=name: self.edited.emit(name, value))
        self.anonymous.clicked.connect(lambda on: self.edited.emit("is_anonymous", on))

    def show_form(self, form: FormDetails, *, may_change: bool) -> None:
        """Show the texts of a form."""
        for name, field in self.fields.items():
            field.set_value(getattr(form, name))
            field.set_read_only(not may_change)
        self.group.set_read_only(not may_change or any(item.is_banked for item in form.items))
        self.anonymous.setChecked(form.is_anonymous)
        self.anonymous.setEnabled(may_change)
        self.about.setText(self._about(form))
        self.about.setVisible(bool(self.about.text()))

    def _place(self) -> None:
        self.column.addWidget(self.about)
        self.title = self._add_both("title", self.tr("Title, as respondents read it"), 1, Role.BODY_BOLD)
        self.column.addWidget(SideBySide(self.group, self.minutes))
        self.column.addWidget(self.anonymous)
        self.column.addWidget(self.empty)
        self._add_both("opening", self.tr("Read first, a paragraph a line"), 4)
        self._add_both("instruction", self.tr("How to answer"), 2)
        self._add_both("thanks", self.tr("Thanks, at the end"), 1)

    def _add_both(self, name: str, label: str, lines: int, role: Role = Role.BODY) -> LongTextField:
        english = LongTextField(label, role=role, least_lines=lines)
        spanish = LongTextField(
            self.tr("In Spanish: {label}").format(label=label), self.tr("Not translated"), role, lines
        )
        self.fields |= {name: english, f"{name}_es": spanish}
        self.column.addWidget(in_both(english, spanish, self.tr("Spanish")))
        return english

    def _about(self, form: FormDetails) -> str:
        said = []
        if not form.is_own:
            said.append(self.tr("A form of the library. Make it your own to change it."))
        elif form.is_frozen:
            said.append(
                self.tr(
                    "Answers came in with this form, so it stays as it is. Make a new version to change it."
                )
            )
        if form.begun_from:
            said.append(self.tr("Begun from “{title}”.").format(title=form.begun_from))
        if form.waves:
            said.append(self.tr("Used in: {waves}.").format(waves=", ".join(form.waves)))
        return " ".join(said)
