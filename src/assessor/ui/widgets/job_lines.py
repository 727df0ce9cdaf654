"""Long work shown in place: what is being done, how far it is, and Cancel."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from assessor.progress import Progress
from assessor.ui.errors import sentence_for
from assessor.ui.jobs import Job
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.paint import fill, painting_on
from assessor.ui.widgets.texts import Text


class Bar(QProgressBar):
    """A bar 4 px high; 0 to 1000."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 1000)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(160, 4)

    def minimumSizeHint(self) -> QSize:
        """A short one."""
        return QSize(48, 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the bar."""
        top = (self.height() - 4) / 2
        with painting_on(self) as painter:
            fill(painter, QRectF(0, top, self.width(), 4), "ring", 2)
            if self.value() > 0:
                fill(painter, QRectF(0, top, max(self.width() * self.value() / 1000, 4), 4), "accent", 2)


class JobLine(QWidget):
    """Shows one job at a time; hidden while none runs. Says in place why a job failed."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        self._doing = Text("", Role.BODY, "ink2")
        self._bar = Bar(self.tr("Progress"))
        self._cancel = QuietButton(self.tr("Cancel"))
        self.problem = ErrorLine()
        for widget in (self._doing, self._bar, self._cancel, self.problem):
            row.addWidget(widget)
        row.addStretch(1)
        self.hide()

    def follow(self, job: Job, doing: str) -> None:
        """Show a job until its end, and start it."""
        self._doing.setText(doing)
        self._bar.setValue(0)
        self._show_running(True)
        self.problem.clear()
        job.progressed.connect(self._progressed)
        job.finished.connect(self._ended)
        job.cancelled.connect(self._ended)
        job.failed.connect(self._failed)
        self._cancel.clicked.connect(job.cancel)
        self.show()
        job.start()

    def _progressed(self, progress: Progress) -> None:
        self._bar.setValue(round(1000 * progress.done / max(progress.total, 1)))
        if progress.doing:
            self._doing.setText(progress.doing)

    def _ended(self) -> None:
        self.hide()
        self.ended.emit()

    def _failed(self, error: Exception) -> None:
        self._show_running(False)
        self.problem.tell(sentence_for(error))
        self.ended.emit()

    def _show_running(self, is_running: bool) -> None:
        for widget in (self._doing, self._bar, self._cancel):
            widget.setVisible(is_running)
