"""Bringing a table in: chosen, read and shown, and its answers kept, off the screen's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from assessor.exchange.survey_tables import TableChoices
from assessor.operations.survey_imports import ImportRow, import_proposal
from assessor.operations.survey_kept_tables import save_kept_table
from assessor.operations.survey_proposals import propose_import
from assessor.ui.assess.surveys.survey_mapping import ImportPage
from assessor.ui.jobs import Job
from assessor.ui.screens import Screen
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class Importing(QObject):
    """`proposed` tells an ImportProposal, `brought_in` an Imported; the job line says what runs or failed."""

    proposed = Signal(object)
    brought_in = Signal(object)

    def __init__(self, engagement: "Engagement", page: ImportPage, line: JobLine, parent: Screen) -> None:
        super().__init__(parent)
        self._engagement, self._page, self._line, self._screen = engagement, page, line, parent
        self.job: Job | None = None
        self._is_given_up = False
        self._path = Path()
        page.asked_to_read.connect(self._read_again)

    def ask(self) -> None:
        """Choose the file to bring in."""
        words = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._screen, self.tr("Choose a table of answers"), "", words)
        if name:
            self.read(Path(name))

    def read(self, path: Path, choices: TableChoices | None = None) -> None:
        """Read a table and propose how to bring it in."""
        self._path = path
        work = partial(propose_import, path, choices, engagement=self._engagement)
        self._run(work, self.tr("Reading the table"), self._propose)

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
        self._run(work, self.tr("Bringing in the answers"), self.brought_in)

    def save_table(self, row: ImportRow) -> None:
        """Choose where to write the table that an import came with."""
        name, _ = QFileDialog.getSaveFileName(self._screen, self.tr("Save the table"), row.file_name)
        if name:
            done = self.tr("Table saved")
            self._screen.attempt(
                lambda: save_kept_table(self._engagement, row.id, Path(name)), done=done, undoable=False
            )

    def cancel(self) -> None:
        """End what still runs; nothing of it is kept, and what was read comes to nothing."""
        self._is_given_up = True
        self._line.hide()
        if self.job is not None:
            self.job.cancel()

    def _propose(self, proposal: object) -> None:
        if not self._is_given_up:
            self.proposed.emit(proposal)

    def _read_again(self, choices: TableChoices) -> None:
        self.read(self._path, choices)

    def _run(self, work: Any, doing: str, done: Any) -> None:
        if self.job is not None and self.job.is_running:
            return
        self._is_given_up = False
        self.job = Job(work, self)
        self.job.finished.connect(done)
        self._line.follow(self.job, doing)
