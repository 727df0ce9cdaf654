"""The form as respondents get it: printed in the background, its pages shown, in each of its languages."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.survey_forms.form_details import FormDetails
from assessor.palette import PAGE_MARGIN
from assessor.progress import Progress, Work
from assessor.ui.jobs import Job
from assessor.ui.typeface import Role
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.pages_view import PagesView
from assessor.ui.widgets.printed_plan import PrintedPlan
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.texts import Text

if TYPE_CHECKING:
    from assessor.report.printing import Printed
    from assessor.store.engagement import Engagement


class FormPreview(QWidget):
    """Pages of one form. It prints them when asked to show it, and anew when the form changed."""

    def __init__(self, engagement: "Engagement") -> None:
        super().__init__()
        self._engagement = engagement
        self._folder = QTemporaryDir()
        self._count = 0
        self._job: Job | None = None
        self._printed: PrintedPlan | None = None
        self._form: FormDetails | None = None
        self._wanted: tuple[FormDetails, str] | None = None
        languages = [Segment("en", self.tr("English")), Segment("es", self.tr("Spanish"))]
        self.languages = Segments(languages, self.tr("Language of the preview"))
        self.languages.chosen.connect(lambda _key: self._print())
        self.told = Text(self.tr("As respondents get it on paper"), Role.BODY, "ink3")
        self.job = JobLine()
        self.pages = PagesView()
        self._place()

    def show_form(self, form: FormDetails) -> None:
        """Show a form, printed anew where it changed since."""
        self._form = form
        self.languages.setVisible(form.has_spanish)
        if not form.has_spanish:
            self.languages.choose("en")
        self._print()

    def close_pages(self) -> None:
        """Let go of the pages and end what prints."""
        self._form = None
        if self._job is not None:
            self._job.cancel()
        self._show(None)

    def _print(self) -> None:
        if self._form is None or (self._form, self.languages.key) == self._wanted:
            return
        if self._job is not None and self._job.is_running:
            self._job.cancel()
        form, language = self._wanted = (self._form, self.languages.key)
        self._count += 1
        target = Path(self._folder.filePath(f"{self._count}.pdf"))
        job = self._job = Job(lambda: print_form(self._engagement, form, language, target), self)
        job.finished.connect(lambda printed: self._arrived(job, printed))
        self._show(None)
        self.job.follow(job, self.tr("Laying out the form"))

    def _arrived(self, job: Job, printed: "Printed") -> None:
        if job is self._job and self._form is not None:
            self._show(PrintedPlan(printed.path))

    def _show(self, printed: PrintedPlan | None) -> None:
        self.pages.show_plan(printed)
        if self._printed is not None:
            self._printed.close()
        self._printed = printed

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        head.setSpacing(16)
        head.addWidget(self.languages)
        head.addWidget(self.told)
        head.addWidget(self.job)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)


def print_form(engagement: "Engagement", form: FormDetails, language: str, target: Path) -> Work["Printed"]:
    """Print a form in a language; raises CannotDo where it does not stand in it whole."""
    from assessor.operations.paper.paper_forms import gather_paper_form
    from assessor.report.printing import print_paper_form

    yield Progress(0, 1, "Laying out the form")
    paper = gather_paper_form(engagement, form.key, form.version, language)
    return (yield from print_paper_form(paper, target))
