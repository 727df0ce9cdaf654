"""Everything one may settle of a table on its way in: the wave, who answered, how it is read, a column."""

from dataclasses import replace

from PySide6.QtCore import Signal

from assessor.exchange.survey_tables import MOST_HEADER_ROWS, SurveyTable, TableChoices
from assessor.exchange.survey_tools import SurveyTool
from assessor.exchange.tables import DELIMITERS
from assessor.exchange.texts import ENCODINGS
from assessor.operations.surveys.survey_proposals import ImportProposal
from assessor.operations.surveys.survey_waves import WaveRow
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_column_editor import ColumnEditor
from assessor.ui.assess.surveys.survey_import_words import delimiter_word
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import TextField

_NEW = ""


class ReadingSide(Detail):
    """`asked_to_read` tells TableChoices to read the file again by."""

    asked_to_read = Signal(object)

    def __init__(self) -> None:
        super().__init__("canvas", spacing=8)
        self.wave = ChoiceField(self.tr("Bring the answers into"))
        self.title = TextField(self.tr("Title of the new wave"))
        self.group = ChoiceField(self.tr("Who answered, where no column says so"))
        self.sheet = ChoiceField(self.tr("Sheet"))
        self.header_rows = ChoiceField(self.tr("Header rows"))
        self.tool = ChoiceField(self.tr("Exported from"))
        self.encoding = ChoiceField(self.tr("Encoding"))
        self.delimiter = ChoiceField(self.tr("Cells are separated by"))
        self.column_editor = ColumnEditor()
        self.column.addWidget(self.column_editor)
        self.column.addWidget(SectionHeading(self.tr("The whole table")))
        for field in (
            self.wave, self.title, self.group, self.sheet, self.header_rows, self.tool, self.encoding,
            self.delimiter,
        ):  # fmt: skip
            self.column.addWidget(field)
        self._choices = TableChoices()
        self._fill()
        self._wire()

    def show_proposal(self, proposal: ImportProposal, waves: list[WaveRow], *, is_same_file: bool) -> None:
        """Show how a table was read; a wave chosen and a title typed before stay for the same file."""
        table, self._choices = proposal.table, proposal.source.choices
        new = Choice(_NEW, self.tr("A new wave"))
        self.wave.show_choices([new, *(Choice(wave.id, wave.title) for wave in waves)])
        if not is_same_file:
            self.wave.set_value(_NEW)
            self.title.set_value(proposal.source.path.stem)
        self.group.set_value(proposal.mapping.group)
        self.header_rows.set_value(table.header_rows)
        self.tool.set_value(table.source_tool)
        self._show_file(table)
        self.show_title()

    def show_title(self) -> None:
        """Ask for a title where the wave is new."""
        self.title.setVisible(not self.wave.value())

    def _show_file(self, table: SurveyTable) -> None:
        """What is asked of a text only, or of a workbook only."""
        is_book = bool(table.sheets)
        self.sheet.show_choices([Choice(name, name) for name in table.sheets])
        self.sheet.set_value(table.sheet)
        encodings = dict.fromkeys([table.encoding, *ENCODINGS])
        self.encoding.show_choices([Choice(each, each.upper()) for each in encodings])
        self.encoding.set_value(table.encoding)
        self.delimiter.set_value(table.delimiter)
        self.sheet.setVisible(len(table.sheets) > 1)
        self.encoding.setVisible(not is_book)
        self.delimiter.setVisible(not is_book)

    def _fill(self) -> None:
        self.header_rows.show_choices([Choice(n, str(n)) for n in range(1, MOST_HEADER_ROWS + 1)])
        self.group.show_choices(
            [Choice(_NEW, self.tr("Not known")), *(Choice(group.value, group.label) for group in Group)]
        )
        self.tool.show_choices([Choice(tool, tool.label) for tool in SurveyTool if tool.holds_responses])
        self.delimiter.show_choices([Choice(each, delimiter_word(each)) for each in DELIMITERS])

    def _wire(self) -> None:
        self.wave.edited.connect(self.show_title)
        # Where the headings end depends on the sheet and the tool, so it is found out again.
        self.sheet.edited.connect(lambda name: self._ask(sheet=name, header_rows=None, tool=None))
        self.tool.edited.connect(lambda tool: self._ask(tool=tool, header_rows=None))
        self.header_rows.edited.connect(lambda rows: self._ask(header_rows=rows))
        self.encoding.edited.connect(lambda encoding: self._ask(encoding=encoding))
        self.delimiter.edited.connect(lambda delimiter: self._ask(delimiter=delimiter))

    def _ask(self, **settled: object) -> None:
        self.asked_to_read.emit(replace(self._choices, **settled))  # type: ignore[arg-type]
