"""Bringing a table in: chosen, read and shown, and its answers kept, off the screen's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from assessor.exchange.survey_tables import TableChoices
from assessor.operations.surveys.survey_imports import ImportRow, import_proposal
from assessor.operations.surveys.survey_kept_tables import save_kept_table
from assessor.operations.surveys.survey_proposals import propose_import
from assessor.ui.assess.surveys.survey_mapping import ImportPage
from assessor.ui.screens import Screen
from assessor.ui.table_jobs import TableJobs
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class Importing(TableJobs):
    """`proposed` tells an ImportProposal, `brought_in` an Imported; the job line says what runs or failed."""

    def __init__(self, engagement: "Engagement", page: ImportPage, line: JobLine, parent: Screen) -> None:
        super().__init__(line, parent)
        self._engagement, self._page, self._screen = engagement, page, parent
        self._path = Path()
        page.asked_to_read.connect(self._read_again)

    def ask(self) -> None:
        """Choose the file to bring in."""
        words = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._screen, self.tr("Choose a table of answers"), "", words)
        if name:
            self.read(Path(name))

    def read(self, path: Path, choices: TableChoices | None = None) -> None:
        """Read a table and propose how to bring it in."""
        self._path = path
        work = partial(propose_import, path, choices, engagement=self._engagement)
        self.run_reading(work, self.tr("Reading the table"))

    def bring_in(self) -> None:
        """Keep the answers of the table that is shown, as its columns are settled."""
        page = self._page
        if page.proposal is None or page.complaint:
            return
        work = partial(
            import_proposal,
            self._engagement,
            page.proposal,
            page.mapping,
            title=page.title,
            wave_id=page.wave_id,
        )
        self.run_bringing_in(work, self.tr("Bringing in the answers"))

    def save_table(self, row: ImportRow) -> None:
        """Choose where to write the table that an import came with."""
        name, _ = QFileDialog.getSaveFileName(self._screen, self.tr("Save the table"), row.file_name)
        if name:
            done = self.tr("Table saved")
            self._screen.attempt(
                lambda: save_kept_table(self._engagement, row.id, Path(name)), done=done, undoable=False
            )

    def _read_again(self, choices: TableChoices) -> None:
        self.read(self._path, choices)
