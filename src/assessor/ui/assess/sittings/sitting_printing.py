"""Printing a session's record and the card of keys: asked where to, then done in the background."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor.progress import Progress, Work
from assessor.ui.jobs import Job
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.report.printing import Printed
    from assessor.store.engagement import Engagement


class SittingPrinting(QObject):
    """Prints to files of the person's; how far it is and what went wrong is told in a job line."""

    said = Signal(str, bool)

    def __init__(self, engagement: "Engagement", line: JobLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._engagement, self._line, self._window = engagement, line, parent
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being printed now."""
        return self._job is not None and self._job.is_running

    def ask_for_record(self, sitting_id: str, code: str) -> None:
        """Ask where to, and print the record of a sitting there."""
        name = f"{self._engagement.path.stem} {code}".strip()
        target = self._ask(self.tr("Print record"), name)
        if target:
            self.print_record(sitting_id, target)

    def ask_for_keys(self) -> None:
        """Ask where to, and print the card of keys there."""
        target = self._ask(self.tr("Print keys card"), self.tr("Keys for taking notes"))
        if target:
            self.print_keys(target)

    def print_record(self, sitting_id: str, target: Path) -> None:
        """Print the record of a sitting as it stands now."""
        engagement = self._engagement
        self._start(lambda: _record(engagement, sitting_id, target), self.tr("Printing the record"))

    def print_keys(self, target: Path) -> None:
        """Print the card of the note-taking room's keys."""
        self._start(lambda: _keys(target), self.tr("Printing the keys"))

    def _ask(self, title: str, name: str) -> Path | None:
        proposed = str(self._engagement.path.with_name(f"{name}.pdf"))
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, proposed, self.tr("PDF (*.pdf)"))
        return Path(chosen) if chosen else None

    def _start(self, make_work: Callable[[], Work["Printed"]], doing: str) -> None:
        if self.is_running:
            return
        self._job = Job(make_work, self)
        self._job.finished.connect(self._tell)
        self._line.follow(self._job, doing)

    def _tell(self, printed: "Printed") -> None:
        said = (
            self.tr("1 page is in {name}.") if printed.pages == 1 else self.tr("{pages} pages are in {name}.")
        )
        words = [said.format(pages=printed.pages, name=printed.path.name), *printed.remarks[:1]]
        self.said.emit(" ".join(words), False)


def _record(engagement: "Engagement", sitting_id: str, target: Path) -> Work["Printed"]:
    from assessor.operations.session_records import gather_session_record
    from assessor.report.printing import print_session_record

    yield Progress(0, 1, "Gathering the record")
    return (yield from print_session_record(gather_session_record(engagement, sitting_id), target))


def _keys(target: Path) -> Work["Printed"]:
    from assessor.report.printing import print_keys_card

    return (yield from print_keys_card(target))
