"""The welcome screen: begin an engagement, open one, or look at the sample."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assessor.progress import Work
from assessor.ui.jobs import Job
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text

SUFFIX = ".assessor"
_LEFT_WIDTH = 520


class WelcomeLayout(QWidget):
    """New at the left, what was opened last at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.client = TextField(self.tr("Whom is it for?"), self.tr("Name of the district or agency"))
        self.client.line.setProperty("quiet", False)
        self.place = Text("", Role.SMALL, "ink3")
        self.change_place = QuietButton(self.tr("Change…"), flush=True)
        self.begin = PrimaryButton(self.tr("Begin engagement"))
        self.problem = ErrorLine()
        self.open = PlainButton(self.tr("Open…"), "folder-open")
        self.sample = PlainButton(self.tr("Look at the sample"), "book-open")
        self.job = JobLine()
        self.recent = RowList(self.tr("Opened last"))
        self.none_yet = Paragraph(
            self.tr("Nothing yet. Engagements you open are listed here; each is one file that you keep."),
            tone="ink3",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._right(), 1)

    def _left(self) -> QWidget:
        pane = Ground("surface")
        pane.setFixedWidth(_LEFT_WIDTH)
        column = QVBoxLayout(pane)
        column.setContentsMargins(64, 64, 64, 32)
        column.setSpacing(16)
        column.addWidget(Text("Assessor", Role.PAGE))
        column.addWidget(
            Paragraph(self.tr("Assess and improve how SROs and school administrators work together."))
        )
        column.addSpacing(24)
        column.addWidget(SectionHeading(self.tr("New engagement")))
        column.addWidget(self.client)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.place, 1)
        place.addWidget(self.change_place)
        column.addLayout(place)
        column.addWidget(self.problem)
        column.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.addWidget(self.job)
        others = QHBoxLayout()
        others.setSpacing(12)
        others.addWidget(self.open)
        others.addWidget(self.sample)
        others.addStretch(1)
        column.addLayout(others)
        return pane

    def _right(self) -> QWidget:
        pane = Ground("canvas")
        column = QVBoxLayout(pane)
        column.setContentsMargins(32, 64, 32, 32)
        column.setSpacing(12)
        column.addWidget(SectionHeading(self.tr("Opened last")))
        column.addWidget(self.none_yet)
        column.addWidget(self.recent, 1)
        column.addStretch(0)
        return pane


class Welcome(QWidget):
    """Asks for an engagement: `begun` tells path and client of a new one, `opened` the path of another."""

    begun = Signal(Path, str)
    opened = Signal(Path)

    def __init__(self, recent: list[Path]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Assessor"))
        self.setMinimumSize(960, 600)
        self.resize(1280, 720)
        self.view = WelcomeLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._folder = _usual_folder()
        self._path: Path | None = None
        self.view.client.line.textChanged.connect(self._show_place)
        self.view.change_place.clicked.connect(self._change_place)
        self.view.begin.clicked.connect(self._begin)
        self.view.client.line.returnPressed.connect(self._begin)
        self.view.open.clicked.connect(self.ask_and_open)
        self.view.sample.clicked.connect(self.open_sample)
        self.view.recent.opened.connect(self._open_recent)
        self.view.recent.clicked.connect(lambda: self._open_recent(self.view.recent.chosen_id))
        self.show_recent(recent)
        self._show_place()
        self.view.client.line.setFocus()

    @property
    def path(self) -> Path:
        """Where the new engagement will be kept."""
        name = _as_file_name(self.view.client.value()) or self.tr("Engagement")
        return self._path or self._folder / f"{name}{SUFFIX}"

    def show_recent(self, paths: list[Path]) -> None:
        """List what was opened last."""
        rows = [ListRow(str(path), path.stem, str(path.parent), "file-text") for path in paths]
        self.view.recent.show_rows(rows, choose_first=False)
        self.view.recent.setVisible(bool(rows))
        self.view.none_yet.setVisible(not rows)

    def tell(self, sentence: str) -> None:
        """Say in place what went wrong."""
        self.view.problem.tell(sentence)

    def keep_in(self, path: Path) -> None:
        """Keep the new engagement in this file."""
        self._path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        self._show_place()

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        path = ask_for_engagement(self)
        if path is not None:
            self.opened.emit(path)

    def _open_recent(self, name: str) -> None:
        if self.isVisible():  # a double click comes twice, and the first has opened it
            self.opened.emit(Path(name))

    def _show_place(self) -> None:
        self.view.problem.clear()
        self.view.place.setText(self.tr("Will be kept in {path}").format(path=self.path))

    def _change_place(self) -> None:
        words = self.tr("Engagements (*{suffix})").format(suffix=SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Keep it in"), str(self.path), words)
        if name:
            self.keep_in(Path(name))

    def _begin(self) -> None:
        client = self.view.client.value()
        if client:
            self.begun.emit(self.path, client)
        else:
            self.tell(self.tr("Write the name of the district or agency first."))

    def open_sample(self) -> None:
        """Open the sample engagement, made first where it was never looked at."""
        kept = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        path = Path(kept) / f"{self.tr('Sample engagement')}{SUFFIX}"
        if path.exists():
            self.opened.emit(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        job = Job(lambda: _made_sample(path), self)
        job.finished.connect(lambda: self.opened.emit(path))
        self.view.job.follow(job, self.tr("Making the sample"))


def _made_sample(path: Path) -> Work[Path]:
    """Make the sample beside its place, and put it there only when it is whole."""
    from assessor.sample import make_sample

    unfinished = path.with_name(f"{path.name}.part")
    left_behind = [path.with_name(f"{unfinished.name}{end}") for end in ("", "-wal", "-shm", "-journal")]
    try:
        for left in left_behind:
            left.unlink(missing_ok=True)
        yield from make_sample(unfinished, None)
        return unfinished.replace(path)
    finally:
        for left in left_behind:
            left.unlink(missing_ok=True)


def ask_for_engagement(parent: QWidget) -> Path | None:
    """Ask for the file of an engagement."""
    translate = QCoreApplication.translate
    words = translate("Welcome", "Engagements (*{suffix})").format(suffix=SUFFIX)
    title = translate("Welcome", "Open an engagement")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(_usual_folder()), words)
    return Path(name) if name else None


def _usual_folder() -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or QDir.homePath())


def _as_file_name(client: str) -> str:
    return "".join(letter for letter in client if letter.isalnum() or letter in " -_").strip()[:80]
