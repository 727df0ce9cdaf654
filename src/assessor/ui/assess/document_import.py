"""Bringing documents in: chosen or dropped files are read one after another, with progress and cancel."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from assessor.operations.document_imports import import_document
from assessor.progress import Work
from assessor.terms import CannotDo
from assessor.ui.assess.document_kinds import kind_of
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
        self._failures: list[str] = []
        self._job: Job | None = None
        line.ended.connect(self._end)

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
        if self._job is None and self._waiting:
            self._begin_next()

    def cancel(self) -> None:
        """Stop reading, and leave what is still waiting."""
        if self._job is not None:
            self._job.cancel()

    def _begin_next(self) -> None:
        path = self._waiting.pop(0)
        self._job = Job(lambda: self._import(path), self)
        self._job.finished.connect(self.imported.emit)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._waiting.clear)
        self._line.follow(self._job, self.tr("Reading {name}").format(name=path.name))

    def _import(self, path: Path) -> Work[str]:
        return import_document(self._screen.engagement, path, kind=kind_of(path.stem))

    def _failed(self, error: Exception) -> None:
        if self._waiting or self._failures:  # the line is needed for the next file
            self._failures.append(str(error) if isinstance(error, CannotDo) else "")

    def _end(self) -> None:
        """A file is done: the line tells it after everyone else has heard."""
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        if self._waiting:
            self._begin_next()
        elif self._failures:
            self._screen.problem.tell(" ".join(filter(None, self._failures)))
            self._failures.clear()
