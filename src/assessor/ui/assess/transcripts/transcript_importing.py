"""Bringing a transcript in: chosen, read, its speakers settled, and kept, off the screen's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor.operations.transcript_mappings import read_transcript
from assessor.operations.transcripts import bring_in_transcript
from assessor.ui.assess.transcripts.transcript_mapping import TranscriptPage
from assessor.ui.jobs import Job
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class TranscriptImporting(QObject):
    """`opened` tells that a transcript is to be mapped, `closed` that it is not, `brought_in` an Imported."""

    opened = Signal()
    closed = Signal()
    brought_in = Signal(object)

    def __init__(
        self, engagement: "Engagement", page: TranscriptPage, line: JobLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._engagement, self.page, self._line, self._screen = engagement, page, line, parent
        self._job: Job | None = None
        self._path = Path()
        self.is_open = False
        self.give_up = PlainButton(self.tr("Cancel"))
        self.keep = PrimaryButton(self.tr("Import"), "download")
        self.keep.setObjectName("import_transcript")
        self.give_up.clicked.connect(self.close)
        self.keep.clicked.connect(self.bring_in)
        page.changed.connect(self._show_complaint)
        page.side.encoding_chosen.connect(lambda encoding: self.read(self._path, encoding))
        self._show_buttons()

    def ask(self) -> None:
        """Choose the file to bring in."""
        kinds = self.tr("Transcripts (*.vtt *.srt *.txt *.docx);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._screen, self.tr("Choose a transcript"), "", kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path, encoding: str | None = None) -> None:
        """Read a transcript, then show whose its speakers may be."""
        self._path = path
        self._run(
            partial(read_transcript, path, encoding),
            self.tr("Reading {name}").format(name=path.name),
            self._show,
        )

    def bring_in(self) -> None:
        """Keep the transcript as it is settled."""
        page = self.page
        for field in (page.side.title, page.side.day, page.side.time, page.side.recording):
            field.finish()
        if page.read is None or page.mapping is None or page.complaint:
            return
        work = partial(bring_in_transcript, self._engagement, page.read, page.mapping)
        self._run(work, self.tr("Bringing it in"), self._finish)

    def close(self) -> None:
        """Leave the page; nothing of the transcript is kept."""
        self.cancel()
        self.is_open = False
        self.page.forget()
        self._show_buttons()
        self.closed.emit()

    def cancel(self) -> None:
        """End what still runs; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()

    def _show(self, read: Any) -> None:
        self.is_open = True
        self.page.show_transcript(read)
        self._show_buttons()
        self.opened.emit()
        self.page.begin()

    def _finish(self, done: Any) -> None:
        self.close()
        self.brought_in.emit(done)

    def _run(self, work: Any, doing: str, done: Any) -> None:
        if self._job is not None and self._job.is_running:
            return
        self._job = Job(work, self)
        self._job.finished.connect(done)
        self._line.follow(self._job, doing)

    def _show_buttons(self) -> None:
        self.give_up.setVisible(self.is_open)
        self.keep.setVisible(self.is_open)

    def _show_complaint(self) -> None:
        if self.page.complaint:
            self.keep.lock(self.page.complaint)
        else:
            self.keep.unlock()
