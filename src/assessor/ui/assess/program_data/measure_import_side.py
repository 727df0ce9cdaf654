"""What can be settled of a table of program data: the chosen column, and the table as a whole."""

from dataclasses import replace

from PySide6.QtCore import Signal

from assessor.exchange.measure_mappings import NEW, Layout, MeasureColumn, MeasureMapping, Role
from assessor.exchange.measure_tables import MeasureChoices
from assessor.operations.measures.measure_names import Known
from assessor.operations.measures.measure_proposals import MeasureProposal
from assessor.operations.measures.measure_tables import TableLine
from assessor.ui.assess.program_data.import_words import examples_of, measure_word, role_word
from assessor.ui.assess.program_data.measure_line_meaning import LineMeaning
from assessor.ui.typeface import Role as TextRole
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text

_ENCODINGS = ("utf-8", "cp1252", "latin-1", "mac-roman", "utf-16")
_MOST_HEADER_ROWS = 10


class ImportSideLayout(Detail):
    """The fields of the chosen column, and of the whole table."""

    def __init__(self) -> None:
        super().__init__("canvas", spacing=8)
        self.line = LineMeaning()
        self.name = Text("", TextRole.TITLE, lines=2)
        self.examples = Paragraph("", TextRole.SMALL, "ink3")
        self.role = ChoiceField(self.tr("Used as"))
        self.measure = ChoiceField(self.tr("Numbers of"))
        self.column_period = TextField(self.tr("Period of this column"), self.tr("As in Fall 2026"))
        self.heading = SectionHeading(self.tr("The whole table"))
        self.table_measure = ChoiceField(self.tr("Measure, where no column tells it"))
        self.period = TextField(self.tr("Period, where no column tells it"), self.tr("As in 2025–26"))
        self.district = TextField(self.tr("District, by name or 7-digit LEAID"))
        self.not_collected = TextField(self.tr("Stands for not collected"))
        self.suppressed = TextField(self.tr("Stands for suppressed"))
        self.sheet = ChoiceField(self.tr("Sheet"))
        self.header_row = ChoiceField(self.tr("Row of the headings"))
        self.encoding = ChoiceField(self.tr("Encoding"))
        self.role.show_choices([Choice(role, role_word(role)) for role in Role])
        self.header_row.show_choices([Choice(n, str(n)) for n in range(1, _MOST_HEADER_ROWS + 1)])
        self.of_column = (self.name, self.examples, self.role, self.measure, self.column_period)
        self.of_table = (
            self.table_measure, self.period, self.district, self.not_collected, self.suppressed, self.sheet,
            self.header_row, self.encoding,
        )  # fmt: skip
        for widget in (self.line, *self.of_column, self.heading, *self.of_table):
            self.column.addWidget(widget)


class ImportSide(ImportSideLayout):
    """Edits a mapping. `changed` tells the new one, `asked_to_read` the choices to read the file again by."""

    changed = Signal(object)
    asked_to_read = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._mapping = MeasureMapping((), ())
        self._proposal: MeasureProposal | None = None
        self._place = 0
        self._known = Known((), ())
        self.role.edited.connect(lambda role: self._change_column(role=role))
        self.measure.edited.connect(lambda code: self._change_column(measure=str(code or "")))
        self.column_period.edited.connect(lambda said: self._change_column(period=said))
        self.table_measure.edited.connect(lambda code: self._change(measure=str(code or "")))
        self.period.edited.connect(lambda said: self._change(period=said))
        self.district.edited.connect(self._change_district)
        self.not_collected.edited.connect(lambda said: self._change(not_collected=_words(said)))
        self.suppressed.edited.connect(lambda said: self._change(suppressed=_words(said)))
        self.line.measure_meant.connect(self._mean_measure)
        self.line.school_meant.connect(self._mean_school)
        for field in (self.sheet, self.header_row, self.encoding):
            field.edited.connect(lambda _value: self._read_again())

    def show_proposal(self, proposal: MeasureProposal, mapping: MeasureMapping, known: Known) -> None:
        """Begin with what is proposed for a table."""
        self._proposal, self._mapping, self._known = proposal, mapping, known
        table, is_crdc = proposal.table, mapping.layout is Layout.CRDC
        self._offer_measures(known)
        self.sheet.show_choices([Choice(name, name) for name in table.sheets])
        encodings = dict.fromkeys([table.encoding, *_ENCODINGS])
        self.encoding.show_choices([Choice(each, each.upper()) for each in encodings])
        values = (
            (self.table_measure, mapping.measure),
            (self.period, mapping.period),
            (self.district, mapping.district or proposal.choices.district),
            (self.not_collected, ", ".join(mapping.not_collected)),
            (self.suppressed, ", ".join(mapping.suppressed)),
            (self.sheet, table.sheet),
            (self.header_row, table.header_row),
            (self.encoding, table.encoding),
        )
        for field, value in values:
            field.set_value(value)
        for widget in (self.table_measure, self.not_collected, self.suppressed):
            widget.setVisible(not is_crdc)
        self.district.setVisible(is_crdc)
        self.sheet.setVisible(len(table.sheets) > 1)
        self.encoding.setVisible(not table.sheet)

    def show_line(self, line: TableLine | None) -> None:
        """Show a line of what comes of it, and no column."""
        for widget in self.of_column:
            widget.hide()
        self.line.show_line(line, self._mapping, self._known)

    def show_column(self, place: int) -> None:
        """Show a column; what is being typed into another is kept first."""
        if self._proposal is None or not 0 <= place < len(self._mapping.columns):
            return
        self.column_period.finish()
        self._place = place
        self.line.hide()
        for widget in self.of_column:
            widget.show()
        column, heading = self._mapping.columns[place], self._proposal.table.headings[place]
        self.name.setText(heading)
        self.examples.setText(examples_of(self._proposal, place))
        new = Choice(NEW + heading, measure_word(NEW + heading))
        told = Choice("", self.tr("What its row or the table says"))
        self.measure.show_choices([told, new, *self._measures])
        self.role.set_value(column.role)
        self.measure.set_value(column.measure)
        self.column_period.set_value(column.period)
        self._show_fields(column)

    def _show_fields(self, column: MeasureColumn) -> None:
        has_numbers = column.role.has_numbers
        self.measure.setVisible(has_numbers)
        self.column_period.setVisible(has_numbers)

    def _offer_measures(self, known: Known) -> None:
        self._measures = [Choice(each.code, f"{each.code}  {each.title}") for each in known.measures]
        self.table_measure.show_choices([Choice("", self.tr("None")), *self._measures])

    def _change_column(self, **values: object) -> None:
        changed = replace(self._mapping.columns[self._place], **values)  # type: ignore[arg-type]  # its own fields
        if not changed.role.has_numbers:
            changed = replace(changed, measure="", period="")
        columns = list(self._mapping.columns)
        columns[self._place] = changed
        single = {Role.MEASURE, Role.PERIOD, Role.SCHOOL, Role.STUDENTS, Role.NOTE}
        for place, other in enumerate(columns):
            if place != self._place and other.role is changed.role and changed.role in single:
                columns[place] = MeasureColumn(other.position)
        is_wide = any(each.measure or each.period for each in columns)
        self._show_fields(changed)
        self._change(columns=tuple(columns), layout=Layout.WIDE if is_wide else Layout.LONG)

    def _change(self, **values: object) -> None:
        self._mapping = replace(self._mapping, **values)  # type: ignore[arg-type]  # its own fields
        self.changed.emit(self._mapping)

    def _mean_measure(self, said: str, code: str) -> None:
        kept = [pair for pair in self._mapping.measures if pair[0].casefold() != said.casefold()]
        self._change(measures=(*kept, (said, code)))

    def _mean_school(self, said: str, site: str | None) -> None:
        kept = [pair for pair in self._mapping.schools if pair[0].casefold() != said.casefold()]
        self._change(schools=(*kept, *([(said, site)] if site is not None else [])))

    def _change_district(self, said: str) -> None:
        if self._proposal is not None:
            self.asked_to_read.emit(replace(self._proposal.choices, district=said))

    def _read_again(self) -> None:
        if self._proposal is not None:
            choices = MeasureChoices(
                encoding=str(self.encoding.value() or "") or None,
                sheet=str(self.sheet.value() or "") or None,
                header_row=int(str(self.header_row.value())),
                district=self._proposal.choices.district,
            )
            self.asked_to_read.emit(choices)


def _words(said: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in said.split(",") if word.strip())
