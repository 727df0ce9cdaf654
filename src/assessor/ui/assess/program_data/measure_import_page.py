"""The import page of program data: how a table was read, what its columns are, and what would come of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from assessor.exchange.measure_mappings import Layout, MeasureMapping
from assessor.operations.measures.measure_imports import MeasurePreview, preview_measures
from assessor.operations.measures.measure_names import get_known
from assessor.operations.measures.measure_proposals import MeasureProposal
from assessor.operations.measures.measure_tables import Fate
from assessor.terms import CannotDo
from assessor.ui.assess.program_data.import_words import (
    added_words,
    column_row,
    line_of,
    line_rows,
    read_words,
)
from assessor.ui.assess.program_data.measure_import_side import ImportSide
from assessor.ui.assess.program_data.measure_lines_table import WordTable
from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.panes import Columns, above_table
from assessor.ui.widgets.sections import Fact, FactsStrip
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.texts import Paragraph, Text

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_SIDE = 344
_LINES, _COLUMNS = "lines", "columns"


class MeasureImportPage(Columns):
    """Settles a mapping with what it brings beside it. Nothing is written before Import."""

    asked_to_read = Signal(object)
    changed = Signal()
    """Whether it can be brought in may be another: see `complaint`."""

    def __init__(self) -> None:
        super().__init__("measure_import")
        self.name = Text("", Role.BODY_BOLD)
        self.read_as = Paragraph("", Role.BODY, "ink2")
        self.facts = FactsStrip()
        self.added = Paragraph("", Role.BODY, "ink2")
        self.problem = ErrorLine()
        self.views = Segments(
            [Segment(_LINES, self.tr("What comes of it")), Segment(_COLUMNS, self.tr("Columns"))],
            self.tr("Shown of the table"),
        )
        self.lines = WordTable(
            self.tr("What comes of it"),
            [self.tr("Becomes"), self.tr("Measure"), self.tr("Period"), self.tr("Of"), self.tr("Value"),
             self.tr("Why, or from where")],
            (104, 96, 96, 144, 168, 0),
        )  # fmt: skip
        self.columns = WordTable(
            self.tr("Columns"),
            [self.tr("Column in the table"), self.tr("Used as"), self.tr("Of"), self.tr("Cells")],
            (0, 144, 144, 232),
        )
        self.tables = QStackedWidget()
        for table in (self.lines, self.columns):
            self.tables.addWidget(table)
        self.side = ImportSide()
        told = (self.name, self.read_as, self.facts, self.added, self.problem, self.views)
        self.add(above_table(told, self.tables), 840, grows=True, least=480)
        self.add(self.side, _SIDE, least=304)
        self.proposal: MeasureProposal | None = None
        self.mapping = MeasureMapping((), ())
        self.complaint = ""
        self._preview: MeasurePreview | None = None
        self._engagement: Engagement | None = None
        self._wire()

    def show_proposal(self, engagement: "Engagement", proposal: MeasureProposal) -> None:
        """Begin with what is proposed for a table."""
        self._engagement, self.proposal, self.mapping = engagement, proposal, proposal.mapping
        is_crdc = proposal.mapping.layout is Layout.CRDC
        self.views.setVisible(not is_crdc)
        self.name.setText(proposal.path.name)
        self.read_as.setText(read_words(proposal, proposal.mapping))
        self.side.show_proposal(proposal, proposal.mapping, get_known(engagement))
        self._show_mapping()
        used = (c.position for c in self.mapping.columns if c.role.has_numbers)
        self.columns.choose(next(used, 0))
        self._view(_COLUMNS if self._preview is None and not is_crdc else _LINES)

    def _wire(self) -> None:
        self.views.chosen.connect(self._view)
        self.columns.chosen.connect(self.side.show_column)
        self.lines.chosen.connect(self._show_line)
        self.side.changed.connect(self._change)
        self.side.asked_to_read.connect(self.asked_to_read)

    def _view(self, key: str) -> None:
        self.views.choose(key)
        self.tables.setCurrentWidget(self.columns if key == _COLUMNS else self.lines)
        if key == _COLUMNS:
            self.side.show_column(self.columns.currentIndex().row())
        else:
            self._show_line(self.lines.currentIndex().row())

    def _show_line(self, place: int) -> None:
        if self.views.key != _COLUMNS:
            self.side.show_line(line_of(self._preview, place) if self._preview else None)

    def _change(self, mapping: MeasureMapping) -> None:
        self.mapping = mapping
        self._show_mapping()

    def _show_mapping(self) -> None:
        if self.proposal is None or self._engagement is None:
            return
        self.columns.show_rows([column_row(self.proposal, column) for column in self.mapping.columns])
        self.complaint, self._preview = "", None
        try:
            preview = preview_measures(self._engagement, self.proposal, self.mapping)
        except CannotDo as error:
            self.complaint = str(error)
            self.problem.tell(self.complaint)
            self.lines.show_rows([])
            self.facts.setVisible(False)
            self.added.setVisible(False)
        else:
            self.problem.clear()
            self._preview = preview
            self._show_preview(preview)
        self.changed.emit()

    def _show_preview(self, preview: MeasurePreview) -> None:
        counts = (
            (Fate.TAKEN, self.tr("taken")),
            (Fate.CHANGED, self.tr("changed")),
            (Fate.SAME, self.tr("here already")),
            (Fate.REFUSED, self.tr("refused")),
            (Fate.ELSEWHERE, self.tr("of other schools")),
        )
        self.facts.setVisible(True)
        self.facts.show_facts([Fact(f"{preview.count(fate):,}", word) for fate, word in counts])
        self.added.setText(added_words(preview))
        self.added.setVisible(bool(self.added.text()))
        self.lines.show_rows(line_rows(preview))
        self._show_line(max(self.lines.currentIndex().row(), 0))
        if not preview.wanted:
            self.complaint = self.tr("Nothing of this table would be taken as its columns are used.")
