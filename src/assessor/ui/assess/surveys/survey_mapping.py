"""The import page: how a table was read, what each column is used as, and what would come of it."""

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal

from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.operations.survey_mappings import list_constructs, replace_column
from assessor.operations.survey_previews import ImportPreview, preview_import
from assessor.operations.survey_proposals import ImportProposal
from assessor.operations.survey_waves import WaveRow
from assessor.terms import CannotDo, Group
from assessor.ui.assess.surveys.survey_column_editor import ColumnEditor
from assessor.ui.assess.surveys.survey_columns import ColumnTable, column_row
from assessor.ui.assess.surveys.survey_words import group_in_sentence, joined, say
from assessor.ui.typeface import Role
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.panes import Columns, Detail, above_table
from assessor.ui.widgets.sections import Fact, FactsStrip, SectionHeading
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text

_SIDE = 368
_ENCODINGS = ("utf-8", "cp1252", "latin-1", "mac-roman", "utf-16")
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_MOST_HEADER_ROWS = 4
_MOST_LISTED = 4
_NEW = ""


class ReadingSide(Detail):
    """Everything one may settle: the wave, who answered, how the file is read, and the chosen column."""

    def __init__(self) -> None:
        super().__init__("canvas", spacing=8)
        self.wave = ChoiceField(self.tr("Bring the answers into"))
        self.title = TextField(self.tr("Title of the new wave"))
        self.group = ChoiceField(self.tr("Who answered, where no column says so"))
        self.header_rows = ChoiceField(self.tr("Header rows"))
        self.encoding = ChoiceField(self.tr("Encoding"))
        self.column_editor = ColumnEditor()
        self.header_rows.show_choices([Choice(n, str(n)) for n in range(1, _MOST_HEADER_ROWS + 1)])
        self.group.show_choices(
            [Choice(_NEW, self.tr("Not known")), *(Choice(group.value, group.label) for group in Group)]
        )
        self.column.addWidget(self.column_editor)
        self.column.addWidget(SectionHeading(self.tr("The whole table")))
        for field in (self.wave, self.title, self.group, self.header_rows, self.encoding):
            self.column.addWidget(field)


class ImportPage(Columns):
    """Settles a mapping with a live count of what it brings. Nothing is written before Import."""

    asked_to_read = Signal(object)
    """TableChoices to read the file again by."""
    changed = Signal()
    """Whether it can be brought in may be another: see `complaint`."""

    def __init__(self) -> None:
        super().__init__("survey_import")
        self.tool = Text("", Role.BODY_BOLD)
        self.read_as = Paragraph("", Role.BODY, "ink2")
        self.facts = FactsStrip()
        self.groups = Paragraph("", Role.BODY, "ink2")
        self.problem = ErrorLine()
        self.table = ColumnTable(self.tr("Columns"))
        self.side = ReadingSide()
        left = above_table((self.tool, self.read_as, self.facts, self.groups, self.problem), self.table)
        self.add(left, 800, grows=True, least=520)
        self.add(self.side, _SIDE, least=320)
        self.proposal: ImportProposal | None = None
        self.mapping = Mapping((), ())
        self.complaint = ""
        self._constructs = dict(list_constructs())
        self._wire()

    def show_proposal(self, proposal: ImportProposal, waves: list[WaveRow]) -> None:
        """Begin with what is proposed for a table; a title typed before stays."""
        is_same_file = self.proposal is not None and self.proposal.source.path == proposal.source.path
        self.proposal, self.mapping = proposal, proposal.mapping
        side, table = self.side, proposal.table
        new = Choice(_NEW, self.tr("A new wave"))
        side.wave.show_choices([new, *(Choice(wave.id, wave.title) for wave in waves)])
        if not is_same_file:
            side.wave.set_value(_NEW)
            side.title.set_value(proposal.source.path.stem)
        side.group.set_value(self.mapping.group)
        side.header_rows.set_value(table.header_rows)
        encodings = dict.fromkeys([table.encoding, *_ENCODINGS])
        side.encoding.show_choices([Choice(each, each.upper()) for each in encodings])
        side.encoding.set_value(table.encoding)
        self.tool.setText(proposal.source.path.name)
        self.read_as.setText(_read_words(proposal))
        self._show_columns()
        first = next((c.position for c in self.mapping.columns if c.use is not Use.IGNORE), 0)
        self.table.choose(first)
        self._show_column(first)
        self._show_title()

    @property
    def wave_id(self) -> str | None:
        """The wave the answers go into; None for a new one."""
        return str(self.side.wave.value() or "") or None

    @property
    def title(self) -> str:
        """The title of the new wave."""
        return self.side.title.value()

    def _wire(self) -> None:
        side = self.side
        self.table.chosen.connect(self._show_column)
        side.column_editor.changed.connect(self._change_column)
        side.wave.edited.connect(self._show_title)
        side.group.edited.connect(self._change_group)
        side.header_rows.edited.connect(lambda _rows: self._read_again())
        side.encoding.edited.connect(lambda _encoding: self._read_again())

    def _read_again(self) -> None:
        if self.proposal is not None:
            rows, encoding = self.side.header_rows.value(), self.side.encoding.value()
            known = self.proposal.source.choices
            choices = replace(known, header_rows=int(str(rows)), encoding=str(encoding))
            self.asked_to_read.emit(choices)

    def _change_group(self, group: object) -> None:
        self.mapping = replace(self.mapping, group=str(group or ""))
        self._show_columns()

    def _change_column(self, changed: ColumnMapping) -> None:
        self.mapping = replace_column(self.mapping, changed)
        self._show_columns()

    def _show_title(self) -> None:
        self.side.title.setVisible(self.wave_id is None)

    def _show_column(self, place: int) -> None:
        if self.proposal is not None:
            column = self.proposal.table.columns[place]
            self.side.column_editor.show_column(column, self.mapping.columns[place], self._constructs)

    def _show_columns(self) -> None:
        if self.proposal is None:
            return
        pairs = zip(self.proposal.table.columns, self.mapping.columns, strict=True)
        self.table.show_rows([column_row(*pair, self._constructs) for pair in pairs])
        self.side.group.setVisible(all(column.use is not Use.GROUP for column in self.mapping.columns))
        self.complaint = ""
        try:
            preview = preview_import(self.proposal, self.mapping)
        except CannotDo as error:
            self.complaint = str(error)
            self.problem.tell(self.complaint)
        else:
            self.problem.clear()
            self._show_preview(self.proposal, preview)
        self.changed.emit()

    def _show_preview(self, proposal: ImportProposal, preview: ImportPreview) -> None:
        self.facts.show_facts(
            [
                Fact(f"{preview.responses:,}", self.tr("answers")),
                Fact(f"{preview.questions:,}", self.tr("questions")),
                Fact(f"{len(proposal.private_columns):,}", self.tr("columns dropped")),
                Fact(f"{preview.unread:,}", self.tr("values not read")),
                Fact(f"{preview.rows_without_answers:,}", self.tr("empty rows")),
            ]
        )
        if not preview.responses:
            self.complaint = self.tr("No column is used as a question that anybody answered.")
        self.groups.setText(_preview_words(preview))


def _read_words(proposal: ImportProposal) -> str:
    """How the file was read, and what was noticed."""
    table = proposal.table
    said = QT_TRANSLATE_NOOP(
        "surveys", "Read as {tool}: {encoding}, {delimiter}, {rows} rows, {columns} columns."
    )
    words = say(
        said,
        tool=table.source_tool.label,
        encoding=table.encoding.upper(),
        delimiter=_DELIMITERS.get(table.delimiter, table.delimiter),
        rows=f"{len(table.rows):,}",
        columns=len(table.columns),
    )
    parts = [words]
    if proposal.form and proposal.known:
        said = QT_TRANSLATE_NOOP("surveys", "{n} columns are known: most are in “{form}”.")
        parts.append(say(said, n=len(proposal.known), form=proposal.form.title))
    return " ".join([*parts, *table.notes])


def _preview_words(preview: ImportPreview) -> str:
    """Who answered, and the values that could not be read."""
    known = [group for group in Group if group in preview.groups]
    words = [f"{preview.groups[group]:,} {group_in_sentence(group)}" for group in known]
    if None in preview.groups:
        said = QT_TRANSLATE_NOOP("surveys", "{n} of no known group")
        words.append(say(said, n=f"{preview.groups[None]:,}"))
    parts = [f"{joined(words)}."] if words else []
    said = QT_TRANSLATE_NOOP("surveys", "Not read: {values}.")
    parts.append(_listed(said, [seen.value for seen in preview.read.unread]))
    said = QT_TRANSLATE_NOOP("surveys", "Taken for no answer: {values}.")
    parts.append(_listed(said, [seen.value for seen in preview.read.no_answers if seen.value]))
    return " ".join(part for part in parts if part)


def _listed(said: object, values: list[str]) -> str:
    """A sentence with the first few of some values, each once."""
    quoted = list(dict.fromkeys(f"“{value}”" for value in values))
    if len(quoted) > _MOST_LISTED:
        more = say(QT_TRANSLATE_NOOP("surveys", "{n} others"), n=len(quoted) - _MOST_LISTED)
        quoted = [*quoted[:_MOST_LISTED], more]
    return say(said, values=joined(quoted)) if quoted else ""
