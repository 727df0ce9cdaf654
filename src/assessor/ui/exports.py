"""Exporting the whole engagement as JSON: what that means, where to, and how far it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assessor.ui.jobs import Job
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.texts import Paragraph, Text

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

SUFFIX = ".json"
_WIDTH = 480


class ExportEngagementDialog(QDialog):
    """Says that an export is plain text, asks where to, and writes it."""

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engagement = engagement
        self.written: Path | None = None
        self.setWindowTitle(self.tr("Export as JSON"))
        self.setFixedWidth(_WIDTH)
        self.choose = PrimaryButton(self.tr("Choose a file…"))
        self.choose.setDefault(True)
        self.choose.clicked.connect(self._ask_where)
        self.cancel = PlainButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.job = JobLine()
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need; a dialog does not see to it by itself."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(_WIDTH))
        super().showEvent(event)

    @staticmethod
    def ask(engagement: "Engagement", parent: QWidget | None = None) -> Path | None:
        """The file that was written, or None."""
        dialog = ExportEngagementDialog(engagement, parent)
        dialog.exec()
        return dialog.written

    def write_to(self, target: Path) -> None:
        """Write the export there and close when it is done."""
        from assessor.operations.exports import export_engagement

        job = Job(lambda: export_engagement(self._engagement, target), self)
        job.finished.connect(self._done)
        for ended in (job.failed, job.cancelled):
            ended.connect(lambda: self.choose.setEnabled(True))
        self.choose.setEnabled(False)
        self.job.follow(job, self.tr("Exporting"))

    def _ask_where(self) -> None:
        proposed = self._engagement.path.with_suffix(SUFFIX)
        words = self.tr("JSON (*{suffix})").format(suffix=SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export as JSON"), str(proposed), words)
        if name:
            self.write_to(Path(name))

    def _done(self, target: Path) -> None:
        self.written = target
        self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("Export as JSON"), Role.TITLE))
        column.addWidget(Paragraph(self._explanation()))
        column.addWidget(self.job)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.choose)
        column.addLayout(row)

    def _explanation(self) -> str:
        said = self.tr(
            "The export holds everything: notes, names, answers, documents and the history. "
            "It is plain text that anyone who has the file can read."
        )
        if self._engagement.is_encrypted:
            said += " " + self.tr("The passphrase of this engagement does not protect it.")
        return said
