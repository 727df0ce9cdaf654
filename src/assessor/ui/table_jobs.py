"""Bringing a table in off the screen's thread: one job at a time, given up without anything left behind."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from assessor.ui.jobs import Job
from assessor.ui.widgets.job_lines import JobLine


class TableJobs(QObject):
    """`proposed` tells how a table that was read may be brought in, `brought_in` what came of it."""

    proposed = Signal(object)
    brought_in = Signal(object)

    def __init__(self, line: JobLine, parent: QObject) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self._line = line
        self._is_given_up = False

    def cancel(self) -> None:
        """End what still runs; nothing of it is kept, and what was read comes to nothing."""
        self._is_given_up = True
        self._line.hide()
        if self.job is not None:
            self.job.cancel()

    def run_reading(self, work: Any, doing: str) -> None:
        """Read a table, and propose it unless it was given up meanwhile."""
        self._run(work, doing, self._propose)

    def run_bringing_in(self, work: Any, doing: str) -> None:
        """Bring in the table that is shown."""
        self._run(work, doing, self.brought_in)

    def _propose(self, proposal: object) -> None:
        if not self._is_given_up:
            self.proposed.emit(proposal)

    def _run(self, work: Any, doing: str, done: Any) -> None:
        if self.job is not None and self.job.is_running:
            return
        self._is_given_up = False
        self.job = Job(work, self)
        self.job.finished.connect(done)
        self._line.follow(self.job, doing)
