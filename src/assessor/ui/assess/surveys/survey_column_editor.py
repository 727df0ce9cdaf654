"""The fields of one column of a table that is being brought in."""

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.exchange.mappings import ColumnMapping, Use
from assessor.exchange.survey_tables import Column
from assessor.operations.surveys.survey_answers import without_contacts
from assessor.operations.surveys.survey_mappings import read_values, use_column, values_as_text
from assessor.operations.surveys.survey_previews import ColumnPreview
from assessor.terms import CannotDo
from assessor.ui.assess.surveys.survey_fates import fate_words
from assessor.ui.assess.surveys.survey_words import say, use_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph, Text

_EXAMPLES = 6
_WITH_VALUES = (Use.SCALE, Use.GROUP, Use.SITE)
_IN_CONSTRUCT = (Use.SCALE, Use.YES_NO)


class ColumnEditor(QWidget):
    """Edits how a column is read; `changed` tells its new mapping."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = Text("", Role.TITLE, lines=3)
        self.dropped = Paragraph("", Role.BODY, "watch")
        self.use = ChoiceField(self.tr("Used as"))
        self.code = TextField(self.tr("Code"))
        self.wording = LongTextField(self.tr("Words of the question"), least_lines=1)
        self.construct = ChoiceField(self.tr("Construct"))
        self.reverse = Switch(self.tr("Worded in reverse"))
        self.values = LongTextField(self.tr("What each value stands for"), least_lines=3)
        self.examples = Paragraph("", Role.SMALL, "ink3")
        self.unclear = Paragraph("", Role.BODY, "watch")
        self.fate = Paragraph("", Role.BODY, "ink2")
        self.use.show_choices([Choice(use, use_word(use)) for use in Use])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self.name, self.dropped, self.examples, self.unclear, self.fate, self.use, self.code,
            self.wording, self.construct, self.reverse, self.values,
        ):  # fmt: skip
            column.addWidget(widget)
        self._column: Column | None = None
        self._mapped = ColumnMapping(0)
        self._wire()

    def show_column(self, column: Column, mapped: ColumnMapping, constructs: dict[str, str]) -> None:
        """Show a column; what is being typed into another is kept first."""
        for field in (self.code, self.wording, self.values):
            field.finish()
        self._column, self._mapped = column, mapped
        none = Choice("", self.tr("None"))
        self.construct.show_choices([none, *(Choice(code, name) for code, name in constructs.items())])
        self._show()

    @property
    def position(self) -> int:
        """The place of the column that is shown."""
        return self._mapped.position

    def show_fate(self, told: ColumnPreview | None, unclear: str) -> None:
        """Say what would become of the column's cells, and what is unclear in it."""
        is_used = self._mapped.use is not Use.IGNORE
        fate = fate_words(told) if told and is_used else ""
        if not is_used and self._column is not None and self._column.reason and not self._column.private:
            said = QT_TRANSLATE_NOOP("surveys", "Not used, because it {reason}.")
            fate = say(said, reason=self._column.reason)
        self.fate.setText(fate)
        self.fate.setVisible(bool(fate))
        said = QT_TRANSLATE_NOOP("surveys", "To check: it {reason}.")
        self.unclear.setText(say(said, reason=unclear) if unclear and is_used else "")
        self.unclear.setVisible(bool(self.unclear.text()))

    def _wire(self) -> None:
        self.use.edited.connect(self._put_to)
        self.code.edited.connect(lambda code: self._tell(replace(self._mapped, code=str(code))))
        self.wording.edited.connect(lambda words: self._tell(replace(self._mapped, wording=str(words))))
        self.construct.edited.connect(lambda code: self._tell(replace(self._mapped, construct=str(code))))
        self.reverse.clicked.connect(lambda on: self._tell(replace(self._mapped, reverse=bool(on))))
        self.values.edited.connect(self._take_values)

    def _put_to(self, use: object) -> None:
        if self._column is not None and isinstance(use, Use):
            self._tell(use_column(self._column, self._mapped, use))

    def _take_values(self, text: object) -> None:
        try:
            self._tell(read_values(self._mapped, str(text)))
        except CannotDo as error:
            self.values.refuse(str(error))

    def _tell(self, mapped: ColumnMapping) -> None:
        self._mapped = mapped
        self._show()
        self.changed.emit(mapped)

    def _show(self) -> None:
        column, mapped = self._column, self._mapped
        if column is None:
            return
        self.name.setText(column.name)
        is_item = mapped.use.is_item
        said = QT_TRANSLATE_NOOP("surveys", "Dropped: it {reason}. Nothing of it enters the engagement.")
        self.dropped.setText(say(said, reason=column.reason))
        self.examples.setText("" if column.private else _examples(column))
        self.use.set_value(mapped.use)
        self.code.set_value(mapped.code)
        self.wording.set_value(mapped.wording)
        self.construct.set_value(mapped.construct)
        self.reverse.setChecked(mapped.reverse)
        self.values.set_value(values_as_text(column, mapped))
        self.dropped.setVisible(column.private)
        for widget, is_shown in (
            (self.examples, True),
            (self.use, True),
            (self.code, is_item),
            (self.wording, is_item),
            (self.construct, mapped.use in _IN_CONSTRUCT),
            (self.reverse, mapped.use is Use.SCALE),
            (self.values, mapped.use in _WITH_VALUES),
        ):
            widget.setVisible(is_shown and not column.private)


def _examples(column: Column) -> str:
    """How many answered, and the commonest answers."""
    guess = column.guess
    values = " · ".join(
        f"{without_contacts(entry.value)} ({entry.count:,})" for entry in guess.values[:_EXAMPLES]
    )
    said = QT_TRANSLATE_NOOP("surveys", "{n} answers, {distinct} different: {values}")
    return say(said, n=f"{guess.answered:,}", distinct=f"{guess.distinct:,}", values=values)
