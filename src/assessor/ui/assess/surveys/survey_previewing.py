"""What would come of an import, counted anew at each change: at once, or for a large table in a job."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from assessor.exchange.mappings import Mapping
from assessor.operations.surveys.survey_previews import ImportPreview, ImportPreviewer
from assessor.operations.surveys.survey_proposals import ImportProposal
from assessor.progress import Progress, Work
from assessor.terms import CannotDo
from assessor.ui.jobs import Job

_ROWS_AT_ONCE, _COLUMNS_AT_ONCE = 5_000, 200


class Previewing(QObject):
    """`counted` tells an ImportPreview, `refused` the sentence why a mapping cannot be used."""

    counted = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._previewer: ImportPreviewer | None = None
        self._is_large = False
        self._job: Job | None = None
        self._waiting: Mapping | None = None

    def begin(self, proposal: ImportProposal) -> None:
        """Count for another table from now on."""
        self._previewer = ImportPreviewer(proposal)
        table = proposal.table
        self._is_large = table.height > _ROWS_AT_ONCE or len(table.columns) > _COLUMNS_AT_ONCE
        self._waiting = None

    def ask(self, mapping: Mapping) -> None:
        """Count what a mapping brings in; of several asked for while one is counted, only the last."""
        previewer = self._previewer
        if previewer is None:
            return
        if not self._is_large:
            try:
                self.counted.emit(previewer.preview(mapping))
            except CannotDo as error:
                self.refused.emit(str(error))
        elif self._job is not None and self._job.is_running:
            self._waiting = mapping
        else:
            self._job = Job(partial(_count, previewer, mapping), self)
            self._job.finished.connect(self._counted)
            self._job.failed.connect(self._failed)
            self._job.start()

    def _counted(self, preview: object) -> None:
        if not self._ask_waiting():
            self.counted.emit(preview)

    def _failed(self, error: Exception) -> None:
        if not self._ask_waiting():
            self.refused.emit(str(error))

    def _ask_waiting(self) -> bool:
        mapping, self._waiting = self._waiting, None
        if mapping is not None and self._job is not None:
            self._job.is_running = False
            self.ask(mapping)
        return mapping is not None


def _count(previewer: ImportPreviewer, mapping: Mapping) -> Work[ImportPreview]:
    yield Progress(0, 1, "")
    return previewer.preview(mapping)
