"""Bringing documents in: chosen or dropped files are read one after another, with progress and cancel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from assessor.operations.document_imports import AlreadyHere, import_document
from assessor.operations.document_versions import import_newer_version
from assessor.progress import Work
from assessor.terms import CannotDo
from assessor.ui.assess.documents.document_kinds import kind_of
from assessor.ui.jobs import Job
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.ui.screens import Screen

_ENDINGS = ("pdf", "docx", "odt", "txt", "md")


class DocumentImport(QObject):
    """Imports files. `imported` tells the id of each document that came in."""

    imported = Signal(str)
    found_here = Signal(str)
    """The id of the document that a file is already."""

    def __init__(self, screen: "Screen", line: JobLine) -> None:
        super().__init__(screen)
        self._screen, self._line = screen, line
        self._waiting: list[_Asked] = []
        self._failures: list[str] = []
        self._here: list[_Asked] = []
        self._now: _Asked | None = None
        self._job: Job | None = None
        line.ended.connect(self._end)
        screen.problem.asked.connect(self._bring_in_anew)

    @property
    def is_running(self) -> bool:
        """Whether a file is being read."""
        return self._job is not None

    def choose(self) -> None:
        """Ask for files and import them."""
        self.bring_in([Path(name) for name in self._ask_for_files(self.tr("Import documents"))])

    def choose_newer(self, earlier_id: str) -> None:
        """Ask for the newer version of a document and import it."""
        for name in self._ask_for_files(self.tr("Import newer version"))[:1]:
            self.bring_in_newer(earlier_id, Path(name))

    def _ask_for_files(self, title: str) -> list[str]:
        endings = " ".join(f"*.{ending}" for ending in _ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(
            self._screen,
            title,
            "",
            self.tr("Documents ({endings})").format(endings=endings) + ";;" + self.tr("All files (*)"),
        )
        return names

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Import files, after those that are being imported."""
        self._add([_Asked(path) for path in paths])

    def bring_in_newer(self, earlier_id: str, path: Path) -> None:
        """Import the newer version of a document."""
        self._add([_Asked(path, earlier_id)])

    def _add(self, asked: list["_Asked"]) -> None:
        self._waiting += asked
        if self._job is None and self._waiting:
            self._begin_next()

    def cancel(self) -> None:
        """Stop reading, and leave what is still waiting."""
        if self._job is not None:
            self._job.cancel()

    def _begin_next(self) -> None:
        asked = self._now = self._waiting.pop(0)
        self._job = Job(lambda: self._import(asked), self)
        self._job.finished.connect(self.imported.emit)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._waiting.clear)
        self._line.follow(self._job, self.tr("Reading {name}").format(name=asked.path.name))

    def _import(self, asked: "_Asked") -> Work[str]:
        engagement, path = self._screen.engagement, asked.path
        if asked.earlier_id:
            return import_newer_version(engagement, asked.earlier_id, path, anew=asked.is_anew)
        return import_document(engagement, path, kind=kind_of(path.stem), anew=asked.is_anew)

    def _bring_in_anew(self) -> None:
        """Bring in what is here already as documents of their own."""
        here, self._here = self._here, []
        self._screen.problem.clear()
        self._add([replace(asked, is_anew=True) for asked in here])

    def _failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyHere) and self._now is not None:
            self._here.append(self._now)
            self._failures.append(str(error))
            self.found_here.emit(error.document_id)
        elif self._waiting or self._failures:  # the line is needed for the next file
            self._failures.append(str(error) if isinstance(error, CannotDo) else "")

    def _end(self) -> None:
        """A file is done: the line tells it after everyone else has heard."""
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        if self._waiting:
            self._begin_next()
        elif self._failures:
            self._line.hide()
            way_out = self.tr("Bring it in anew") if self._here else ""
            self._screen.problem.tell(" ".join(filter(None, self._failures)), way_out)
            self._failures.clear()


@dataclass(frozen=True)
class _Asked:
    """A file to import: as the newer version of a document, and also where it is here already."""

    path: Path
    earlier_id: str = ""
    is_anew: bool = False
