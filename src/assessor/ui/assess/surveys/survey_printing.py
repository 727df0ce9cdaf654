"""Printing the results of a wave: seen first as it will be on paper, then saved."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from assessor.progress import Progress, Work
from assessor.terms import CannotDo
from assessor.ui.jobs import Job
from assessor.ui.screens import Screen
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.pages_view import PagesView
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.printed_plan import PrintedPlan
from assessor.ui.widgets.texts import Paragraph, Text

if TYPE_CHECKING:
    from assessor.operations.surveys.survey_publishing import Publication
    from assessor.report.printing import Printed
    from assessor.store.engagement import Engagement


class PrintPage(Ground):
    """The pages of the printed results, what deserves a look, and where to save them."""

    def __init__(self) -> None:
        super().__init__("canvas")
        self.back = QuietButton(self.tr("Back to the results"), "arrow-left")
        self.save = PrimaryButton(self.tr("Save as PDF…"), "download")
        self.zoom = IconButton("scan-search", self.tr("One page or two"))
        self.count = Text("", Role.BODY, "ink3")
        self.remarks = Paragraph("", Role.SMALL, "watch")
        self.job, self.pages = JobLine(), PagesView()
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 24, 8)
        top.setSpacing(12)
        top.addWidget(self.back)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.zoom)
        top.addWidget(self.save)
        self.job.setContentsMargins(24, 0, 24, 0)
        self.remarks.setContentsMargins(24, 0, 24, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        for widget in (self.job, self.remarks):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.zoom.clicked.connect(self.pages.widen)


class SurveyPrinting(QObject):
    """Prints what the public may see of a wave, shows the pages, and saves them where a person says."""

    said = Signal(str, bool)

    def __init__(self, engagement: "Engagement", page: PrintPage, screen: Screen) -> None:
        super().__init__(screen)
        self._engagement, self._page, self._screen = engagement, page, screen
        self._folder = QTemporaryDir()
        self._shown: PrintedPlan | None = None
        self._publication: Publication | None = None
        self._job: Job | None = None
        self._count = 0
        self._name = ""
        page.save.clicked.connect(self._ask)

    def print_wave(self, wave_id: str, title: str) -> None:
        """Print a wave's results as they stand now, to look at."""
        if self._job is not None and self._job.is_running:
            return
        self._count += 1
        self._name = title
        self._page.save.setEnabled(False)
        self._page.count.setText("")
        self._page.remarks.hide()
        target, engagement = Path(self._folder.filePath(f"{self._count}.pdf")), self._engagement
        self._job = Job(lambda: _print(engagement, wave_id, target), self)
        self._job.finished.connect(self._show)
        self._page.job.follow(self._job, self.tr("Printing the results"))

    def save_to(self, target: Path) -> None:
        """Save the pages that are shown, and note whom they show. Raises CannotDo where either cannot be."""
        from assessor.operations.surveys.survey_publishing import publishing

        if self._shown is None or self._publication is None:
            return
        with publishing(self._engagement, self._publication):
            _copy(self._shown.path, target)
        said = self.tr("{pages} pages are in {name}.")
        self.said.emit(said.format(pages=len(self._shown), name=target.name), False)

    def close(self) -> None:
        """End what still runs, and let go of the pages."""
        if self._job is not None:
            self._job.cancel()
        self._let_go()

    def _let_go(self) -> None:
        if self._shown is not None:
            self._page.pages.show_plan(None)
            self._shown.close()
            self._shown = None

    def _show(self, made: "tuple[Publication, Printed]") -> None:
        self._let_go()
        self._publication, printed = made
        self._shown = PrintedPlan(printed.path)
        self._page.pages.show_plan(self._shown)
        self._page.count.setText(self.tr("{n} pages").format(n=len(self._shown)))
        self._page.remarks.setText("\n".join(printed.remarks))
        self._page.remarks.setVisible(bool(printed.remarks))
        self._page.save.setEnabled(True)

    def _ask(self) -> None:
        from assessor.operations.surveys.survey_publishing import check_can_note

        if self._engagement.read_only:
            self._screen.attempt(lambda: check_can_note(self._engagement))
            return
        name = f"{self._engagement.path.stem} {self._name}".strip()
        proposed = str(self._engagement.path.with_name(f"{name}.pdf"))
        chosen, _ = QFileDialog.getSaveFileName(
            self._screen, self.tr("Save results"), proposed, self.tr("PDF (*.pdf)")
        )
        if chosen:
            self._screen.attempt(lambda: self.save_to(Path(chosen)))


def _print(engagement: "Engagement", wave_id: str, target: Path) -> Work["tuple[Publication, Printed]"]:
    from assessor.operations.surveys.survey_publishing import gather_publication
    from assessor.report.printing import print_survey_report

    yield Progress(0, 1, "Gathering the results")
    publication = gather_publication(engagement, wave_id)
    return publication, (yield from print_survey_report(publication.report, target))


def _copy(pages: Path, target: Path) -> None:
    try:
        shutil.copyfile(pages, target)
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotDo(f"{target.name} could not be written: {why}. Choose another place.") from error
