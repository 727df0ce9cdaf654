"""Files of survey forms: XLSForms written and taken in, paper forms printed, off the screen's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from assessor.operations.survey_forms import xlsforms
from assessor.operations.survey_forms.form_details import FormDetails
from assessor.terms import Group
from assessor.ui.assess.survey_forms.form_preview import print_form
from assessor.ui.assess.survey_forms.form_words import group_word
from assessor.ui.jobs import Job
from assessor.ui.widgets.job_lines import JobLine

if TYPE_CHECKING:
    from assessor.exchange.xlsforms import XlsForm
    from assessor.report.printing import Printed
    from assessor.store.engagement import Engagement


class FormFiles(QObject):
    """`read` tells the form of a file with its path, `printed` a sentence."""

    read = Signal(object, object)
    printed = Signal(str)

    def __init__(self, engagement: "Engagement", line: JobLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._engagement, self._line, self._screen = engagement, line, parent
        self._job: Job | None = None

    def ask_for_form(self) -> None:
        """Choose an XLSForm to take in."""
        words = self.tr("XLSForms (*.xlsx *.ods);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._screen, self.tr("Choose an XLSForm"), "", words)
        if name:
            self.read_form(Path(name))

    def read_form(self, path: Path) -> None:
        """Read an XLSForm."""

        def told(form: "XlsForm") -> None:
            self.read.emit(form, path)

        self._run(partial(xlsforms.read_xlsform, path), self.tr("Reading the form"), told)

    def ask_where(self, title: str, name: str, kinds: str) -> Path | None:
        """Where a file is to be written; None where a person thinks better of it."""
        proposed = str(self._engagement.path.with_name(name))
        chosen, _ = QFileDialog.getSaveFileName(self._screen, title, proposed, kinds)
        return Path(chosen) if chosen else None

    def print_to(self, form: FormDetails, language: str, target: Path) -> None:
        """Print the paper form."""
        work = partial(print_form, self._engagement, form, language, target)
        self._run(work, self.tr("Printing the form"), self._tell)

    def cancel(self) -> None:
        """End what still runs."""
        if self._job is not None:
            self._job.cancel()

    def _tell(self, printed: "Printed") -> None:
        one, many = self.tr("1 page is in {name}."), self.tr("{pages} pages are in {name}.")
        said = one if printed.pages == 1 else many
        words = [said.format(pages=printed.pages, name=printed.path.name), *printed.remarks[:1]]
        self.printed.emit(" ".join(words))

    def _run(self, work: Any, doing: str, done: Any) -> None:
        if self._job is not None and self._job.is_running:
            return
        self._job = Job(work, self)
        self._job.finished.connect(done)
        self._line.follow(self._job, doing)


def group_menu(parent: QWidget, title: str, chosen: Any, but: Group | None = None) -> QMenu:
    """A menu of the groups a form can ask, without one; `chosen` is called with the group."""
    menu = QMenu(title, parent)
    for group in Group:
        if group is not but:
            menu.addAction(group_word(group)).triggered.connect(lambda _=False, group=group: chosen(group))
    return menu
