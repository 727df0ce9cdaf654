"""Bringing a table of program data in: chosen, read, and its values kept, off the screen's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor.exchange.measure_tables import MeasureChoices
from assessor.operations.measure_imports import import_measures
from assessor.operations.measure_proposals import propose_measures
from assessor.ui.assess.program_data.measure_import_page import MeasureImportPage
from assessor.ui.jobs import Job
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class MeasureImporting(QObject):
    """`proposed` tells a MeasureProposal, `brought_in` a MeasurePreview; the job line says what runs."""

    proposed = Signal(object)
    brought_in = Signal(object)

    def __init__(
        self, engagement: "Engagement", page: MeasureImportPage, line: JobLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._engagement, self._page, self._line, self._screen = engagement, page, line, parent
        self._job: Job | None = None
        self._path = Path()
        page.asked_to_read.connect(self._read_again)

    def ask(self) -> None:
        """Choose the file to bring in."""
        words = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._screen, self.tr("Choose a table of program data"), "", words
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path, choices: MeasureChoices | None = None) -> None:
        """Read a table and propose how to bring it in."""
        self._path = path
        work = partial(propose_measures, self._engagement, path, choices)
        self._run(work, self.tr("Reading the table"), self.proposed)

    def bring_in(self) -> None:
        """Keep the values of the table that is shown, as its columns are settled."""
        page = self._page
        if page.proposal is not None and not page.complaint:
            work = partial(import_measures, self._engagement, page.proposal, page.mapping)
            self._run(work, self.tr("Bringing in the values"), self.brought_in)

    def cancel(self) -> None:
        """End what still runs; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()

    def _read_again(self, choices: MeasureChoices) -> None:
        self.read(self._path, choices)

    def _run(self, work: Any, doing: str, done: Any) -> None:
        if self._job is not None and self._job.is_running:
            return
        self._job = Job(work, self)
        self._job.finished.connect(done)
        self._line.follow(self._job, doing)
