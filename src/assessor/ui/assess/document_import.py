"""Bringing documents in: chosen or dropped files are read one after another, with progress and cancel."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from assessor.operations.documents import import_document
from assessor.ui.jobs import Job
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.ui.screens import Screen

_ENDINGS = ("pdf", "docx", "odt", "txt", "md")


class DocumentImport(QObject):
    """Imports files. `imported` tells the id of each document that came in."""

    imported = Signal(str)

    def __init__(self, screen: "Screen", line: JobLine) -> None:
        super().__init__(screen)
        self._screen, self._line = screen, line
        self._waiting: list[Path] = []
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether a file is being read."""
        return self._job is not None

    def choose(self) -> None:
        """Ask for files and import them."""
        endings = " ".join(f"*.{ending}" for ending in _ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(
            self._screen,
            self.tr("Import documents"),
            "",
            self.tr("Documents ({endings})").format(endings=endings) + ";;" + self.tr("All files (*)"),
        )
        self.bring_in([Path(name) for name in names])

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Import files, after those that are being imported."""
        self._waiting += paths
        if self._job is None:
            self._begin_next()

    def _begin_next(self) -> None:
        if not self._waiting:
            return
        path = self._waiting.pop(0)
        self._job = Job(lambda: import_document(self._screen.engagement, path), self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._end)
        self._job.cancelled.connect(self._cancelled)
        self._line.follow(self._job, self.tr("Reading {name}").format(name=path.name))

    def _finished(self, document_id: str) -> None:
        self.imported.emit(document_id)
        self._end()

    def _cancelled(self) -> None:
        self._waiting.clear()
        self._end()

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self._begin_next()
