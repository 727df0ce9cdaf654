"""Bringing a table of program data in: chosen, read, and its values kept, off the screen's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from assessor.exchange.measure_tables import MeasureChoices
from assessor.operations.measures.measure_imports import import_measures
from assessor.operations.measures.measure_proposals import propose_measures
from assessor.ui.assess.program_data.measure_import_page import MeasureImportPage
from assessor.ui.table_jobs import TableJobs
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class MeasureImporting(TableJobs):
    """`proposed` tells a MeasureProposal, `brought_in` a MeasurePreview; the job line says what runs."""

    def __init__(
        self, engagement: "Engagement", page: MeasureImportPage, line: JobLine, parent: QWidget
    ) -> None:
        super().__init__(line, parent)
        self._engagement, self._page, self._screen = engagement, page, parent
        self._path = Path()
        page.asked_to_read.connect(self._read_again)

    def ask(self) -> None:
        """Choose the file to bring in."""
        words = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._screen, self.tr("Choose a table of program data"), "", words
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path, choices: MeasureChoices | None = None) -> None:
        """Read a table and propose how to bring it in."""
        self._path = path
        work = partial(propose_measures, self._engagement, path, choices)
        self.run_reading(work, self.tr("Reading the table"))

    def bring_in(self) -> None:
        """Keep the values of the table that is shown, as its columns are settled."""
        page = self._page
        if page.proposal is not None and not page.complaint:
            work = partial(import_measures, self._engagement, page.proposal, page.mapping)
            self.run_bringing_in(work, self.tr("Bringing in the values"))

    def _read_again(self, choices: MeasureChoices) -> None:
        self.read(self._path, choices)
