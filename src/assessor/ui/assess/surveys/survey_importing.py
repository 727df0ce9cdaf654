"""Bringing a table in: chosen, read and shown, and its answers kept, off the screen's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor.exchange.mappings import mapping_to_json
from assessor.exchange.survey_tables import TableChoices
from assessor.operations.survey_imports import import_survey
from assessor.operations.survey_proposals import propose_import
from assessor.ui.assess.surveys.survey_mapping import ImportPage
from assessor.ui.jobs import Job
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class Importing(QObject):
    """`proposed` tells an ImportProposal, `brought_in` an Imported; the job line says what runs or failed."""

    proposed = Signal(object)
    brought_in = Signal(object)

    def __init__(self, engagement: "Engagement", page: ImportPage, line: JobLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._engagement, self._page, self._line, self._screen = engagement, page, line, parent
        self._job: Job | None = None
        self._path = Path()
        page.asked_to_read.connect(self._read_again)

    def ask(self) -> None:
        """Choose the file to bring in."""
        words = self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._screen, self.tr("Choose a table of answers"), "", words)
        if name:
            self.read(Path(name))

    def read(self, path: Path, choices: TableChoices | None = None) -> None:
        """Read a table and propose how to bring it in."""
        self._path = path
        self._run(partial(propose_import, path, choices), self.tr("Reading the table"), self.proposed)

    def bring_in(self) -> None:
        """Keep the answers of the table that is shown, as its columns are settled."""
        page = self._page
        if page.proposal is None or page.complaint:
            return
        work = partial(
            import_survey,
            self._engagement,
            page.proposal.source.path,
            title=page.title,
            wave_id=page.wave_id,
            mapping=mapping_to_json(page.mapping),
            choices=page.proposal.source.choices,
        )
        self._run(work, self.tr("Bringing in the answers"), self.brought_in)

    def cancel(self) -> None:
        """End what still runs; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()

    def _read_again(self, choices: TableChoices) -> None:
        self.read(self._path, choices)

    def _run(self, work: Any, doing: str, done: Any) -> None:
        if self._job is not None and self._job.is_running:
            return
        self._job = Job(work, self)
        self._job.finished.connect(done)
        self._line.follow(self._job, doing)
