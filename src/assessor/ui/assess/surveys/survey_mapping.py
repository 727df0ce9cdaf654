"""The import page: how a table was read, what each column is used as, and what would come of it."""

from dataclasses import replace

from PySide6.QtCore import Signal

from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.operations.surveys.survey_dry_runs import tell_columns, tell_unclear
from assessor.operations.surveys.survey_mappings import list_constructs, replace_column
from assessor.operations.surveys.survey_previews import ColumnPreview, ImportPreview
from assessor.operations.surveys.survey_proposals import ImportProposal
from assessor.operations.surveys.survey_waves import WaveRow
from assessor.ui.assess.surveys.survey_column_rows import ColumnRow, Showing, column_row, segments_of
from assessor.ui.assess.surveys.survey_columns import ColumnTable
from assessor.ui.assess.surveys.survey_import_words import earlier_words, facts_of, preview_words, read_words
from assessor.ui.assess.surveys.survey_previewing import Previewing
from assessor.ui.assess.surveys.survey_reading_side import ReadingSide
from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.panes import Columns, above_table
from assessor.ui.widgets.sections import FactsStrip
from assessor.ui.widgets.segments import Segments
from assessor.ui.widgets.texts import Paragraph, Text

_SIDE = 344


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
        self.earlier = Paragraph("", Role.BODY, "ink2")
        self.facts = FactsStrip()
        self.groups = Paragraph("", Role.BODY, "ink2")
        self.problem = ErrorLine()
        self.showing = Segments([], self.tr("Columns to show"))
        self.table = ColumnTable(self.tr("Columns"))
        self.side = ReadingSide()
        told = (self.tool, self.read_as, self.earlier, self.facts, self.groups, self.problem, self.showing)
        self.add(above_table(told, self.table), 824, grows=True, least=560)
        self.add(self.side, _SIDE, least=304)
        self.proposal: ImportProposal | None = None
        self.mapping = Mapping((), ())
        self.complaint = ""
        self._constructs = dict(list_constructs())
        self._told: dict[int, ColumnPreview] = {}
        self._unclear: dict[int, str] = {}
        self._previewing = Previewing(self)
        self._wire()

    def show_proposal(self, proposal: ImportProposal, waves: list[WaveRow]) -> None:
        """Begin with what is proposed for a table; a title typed before stays."""
        is_same_file = self.proposal is not None and self.proposal.source.path == proposal.source.path
        self.proposal, self.mapping = proposal, proposal.mapping
        self._told, self._unclear = {}, {}
        self.side.show_proposal(proposal, waves, is_same_file=is_same_file)
        self.tool.setText(proposal.source.path.name)
        self.read_as.setText(read_words(proposal))
        self.earlier.setText(earlier_words(proposal))
        self.earlier.setVisible(proposal.earlier is not None)
        self.facts.show_facts([])
        self.groups.setText("")
        self.showing.choose(Showing.ALL)
        self._previewing.begin(proposal)
        self._show_columns()
        first = next((c.position for c in self.mapping.columns if c.use is not Use.IGNORE), 0)
        self.table.choose(first)
        self._show_column(first)
        self._count()

    @property
    def wave_id(self) -> str | None:
        """The wave the answers go into; None for a new one."""
        return str(self.side.wave.value() or "") or None

    @property
    def title(self) -> str:
        """The title of the new wave."""
        return self.side.title.value()

    def _wire(self) -> None:
        self.table.chosen.connect(self._show_column)
        self.showing.chosen.connect(lambda _key: self._show_columns())
        self.side.column_editor.changed.connect(self._change_column)
        self.side.group.edited.connect(self._change_group)
        self.side.asked_to_read.connect(self.asked_to_read)
        self._previewing.counted.connect(self._show_preview)
        self._previewing.refused.connect(self._show_complaint)

    def _change_group(self, group: object) -> None:
        self.mapping = replace(self.mapping, group=str(group or ""))
        self._count()

    def _change_column(self, changed: ColumnMapping) -> None:
        self.mapping = replace_column(self.mapping, changed)
        self._show_columns()
        self._count()

    def _count(self) -> None:
        """Have counted what the mapping brings in; until then it cannot be."""
        self.side.group.setVisible(all(column.use is not Use.GROUP for column in self.mapping.columns))
        self.complaint = self.tr("Assessor is counting what this brings in. Wait a moment.")
        self._previewing.ask(self.mapping)
        self.changed.emit()

    def _show_column(self, position: int) -> None:
        if self.proposal is not None:
            column, mapped = self.proposal.table.columns[position], self.mapping.columns[position]
            self.side.column_editor.show_column(column, mapped, self._constructs)
            self._show_fate(position)

    def _show_fate(self, position: int) -> None:
        self.side.column_editor.show_fate(self._told.get(position), self._unclear.get(position, ""))

    def _show_columns(self) -> None:
        rows = self._rows()
        self.showing.show_segments(segments_of(rows))
        self.table.show_rows([row for row in rows if row.is_in(Showing(self.showing.key))])

    def _rows(self) -> list[ColumnRow]:
        if self.proposal is None:
            return []
        earlier = self.proposal.earlier
        new = set(earlier.new) if earlier else set()
        pairs = zip(self.proposal.table.columns, self.mapping.columns, strict=True)
        return [
            column_row(
                column,
                mapped,
                self._told.get(column.position),
                is_new=column.position in new,
                is_unclear=column.position in self._unclear,
            )
            for column, mapped in pairs
        ]

    def _show_complaint(self, complaint: str) -> None:
        self.complaint = complaint
        self.problem.tell(complaint)
        self.changed.emit()

    def _show_preview(self, preview: ImportPreview) -> None:
        self._told = {column.position: column for column in preview.columns}
        self._unclear = self._list_unclear(preview)
        self.complaint = ""
        if not preview.responses:
            self.complaint = self.tr("No column is used as a question that anybody answered.")
        self.problem.clear()
        self.facts.show_facts(facts_of(preview))
        self.groups.setText(preview_words(preview))
        self._show_columns()
        self._show_fate(self.side.column_editor.position)
        self.changed.emit()

    def _list_unclear(self, preview: ImportPreview) -> dict[int, str]:
        """The columns to check, by their places, and why: as a dry run tells them."""
        if self.proposal is None:
            return {}
        columns = tell_columns(self.proposal, self.mapping)
        return {one.position - 1: one.reason for one in tell_unclear(self.proposal, columns, preview)}
