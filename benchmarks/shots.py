"""Every screen of the sample engagement, light and dark, and every page of its plan, as pictures."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QCoreApplication, QSettings, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assessor.operations.clients import begin_engagement
from assessor.operations.documents import list_documents
from assessor.operations.gathering import gather_strategic_plan
from assessor.operations.sittings import list_sittings
from assessor.progress import finish
from assessor.report.printing import print_plan
from assessor.sample import make_sample
from assessor.store import Engagement
from assessor.ui.assess.documents.documents import DocumentsScreen
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.menus import FileActions
from assessor.ui.places import PLACES
from assessor.ui.theme import Appearance, Look, look
from assessor.ui.welcome import Welcome

_SETTLING = 200  # ms for lazy parts to arrive
_CALM = 4  # looks in a row at which nothing is under way
_PATIENCE = 150  # times as long for work in the background
_PAGE_SCALE = 1.5
_EXPORT = """Timestamp,Email Address,I am a...,COM1,TRU2,What would you change?
2027/01/12 9:00,ann@larkfield.example,Teacher,Agree,Disagree,Write to ann@larkfield.example first.
2027/01/12 9:05,bo@larkfield.example,Teacher,Strongly agree,Agree,Tell us whom to call.
2027/01/12 9:07,cy@larkfield.example,Administrator,Don't know,agreee,
2027/01/12 9:11,di@larkfield.example,Teacher,Disagree,N/A,Meet each month.
"""
_TALK = """WEBVTT

00:04.000 --> 00:09.000
<v Interviewer>When do you call the officer, Maria?

00:10.000 --> 00:16.000
<v Maria Alvarez>For a fight. Ben calls the office first.

00:17.000 --> 00:21.000
<v Ben Okafor>Nobody showed me a list.
"""


def main(folder: Path) -> int:
    """Draw everything into a folder, and say where each lies."""
    folder.mkdir(parents=True, exist_ok=True)
    app = _application()
    with tempfile.TemporaryDirectory() as name:
        sample = Path(name) / "larkfield.assessor"
        finish(make_sample(sample))
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            look().wear(appearance)
            _draw_welcome(folder, appearance)
            shown = Path(shutil.copy(sample, sample.with_stem(appearance.value)))
            with Engagement.open(shown) as engagement:
                _draw_places(engagement, folder, f"{appearance.value}")
            with _empty(Path(name), appearance) as engagement:
                _draw_places(engagement, folder, f"{appearance.value}-empty")
        with Engagement.open(sample) as engagement:
            plan = gather_strategic_plan(engagement, date(2027, 1, 29))
        finish(print_plan(plan, folder / "strategic-plan.pdf"))
    _draw_pages(folder)
    app.quit()
    return 0


def _application() -> QApplication:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    settings = tempfile.mkdtemp()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
    QCoreApplication.setOrganizationName("Assessor")
    QCoreApplication.setApplicationName("Shots")
    app = QApplication([])
    Look(app, Appearance.LIGHT)
    return app


def _nothing(*_: object) -> None:
    """Pictures need no file actions."""


@contextmanager
def _empty(folder: Path, appearance: Appearance) -> Iterator[Engagement]:
    path = folder / f"empty-{appearance.value}.assessor"
    with Engagement.create(path) as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
        yield engagement


def _draw_welcome(folder: Path, appearance: Appearance) -> None:
    welcome = Welcome([])
    welcome.resize(1280, 720)
    _grab(welcome, folder / f"welcome-{appearance.value}.png")


def _draw_places(engagement: Engagement, folder: Path, suffix: str) -> None:
    window = MainWindow(engagement, FileActions(_nothing, _nothing, _nothing, _nothing, _nothing))
    window.resize(1280, 720)
    window.show()
    for place in PLACES:
        window.go(place.key)
        _grab(window, folder / f"{place.key}-{suffix}.png")
    _draw_review(window, folder, suffix)
    _draw_survey_views(window, folder, suffix)
    _draw_survey_import(window, folder / f"survey-import-{suffix}.png")
    planned = next((row for row in list_sittings(engagement) if row.seats and not row.started_at), None)
    if planned:
        window.go("sittings", planned.id)
        _grab(window, folder / f"sitting-set-up-{suffix}.png")
        _draw_room(window, folder, suffix)
    _draw_transcript(window, folder / f"transcript-mapping-{suffix}.png")
    _draw_practice(window, folder, suffix)
    window.close()


def _draw_room(window: MainWindow, folder: Path, suffix: str) -> None:
    """The room of the sitting shown: a line begun, a concern set apart, and off the record."""
    screen = window.findChild(SittingsScreen)
    assert screen is not None  # noqa: S101 - it was just gone to
    screen.take_notes()
    room = screen.room
    assert room is not None  # noqa: S101 - it was just entered
    for line in ("1 Calls the office first.", '2 "Nobody showed me a list."', "+1 3 -2"):
        QTest.keyClicks(room.input.line, line)
        QTest.keyClick(room.input.line, Qt.Key.Key_Return)
    QTest.keyClicks(room.input.line, "3 I send the student")
    _grab(window, folder / f"live-{suffix}.png")
    room.off.switch()
    _grab(window, folder / f"live-off-record-{suffix}.png")
    room.off.switch()
    room.input.clear()
    QTest.keyClicks(room.input.line, "!!Set apart")
    QTest.keyClick(room.input.line, Qt.Key.Key_Return)
    _grab(window, folder / f"live-concern-{suffix}.png")
    room.left.emit()


def _draw_practice(window: MainWindow, folder: Path, suffix: str) -> None:
    """A practice with a line taken, and its score."""
    window.go("sittings")
    screen = window.findChild(SittingsScreen)
    assert screen is not None  # noqa: S101 - it was just gone to
    screen.practicing.begin()
    practice = screen.practicing.room
    assert practice is not None  # noqa: S101 - it was just entered
    assert practice.room is not None  # noqa: S101 - it was just entered
    assert practice.player is not None  # noqa: S101 - it was just entered
    for _ in range(2):
        practice.player.move_ahead()
    QTest.keyClicks(practice.room.input.line, '4 "He stands by the second bus')
    QTest.keyClick(practice.room.input.line, Qt.Key.Key_Return)
    _grab(window, folder / f"practice-{suffix}.png")
    practice.room.end.click()
    _grab(window, folder / f"practice-score-{suffix}.png")
    practice.score.back.click()


def _draw_transcript(window: MainWindow, path: Path) -> None:
    """The speakers of a small transcript, settled before it is brought in."""
    window.go("sittings")
    screen = window.findChild(SittingsScreen)
    assert screen is not None  # noqa: S101 - it was just gone to
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "North High teachers.vtt"
        source.write_text(_TALK, encoding="utf-8")
        screen.importing.read(source)
        _grab(window, path)


def _draw_survey_views(window: MainWindow, folder: Path, suffix: str) -> None:
    """Each view of the newest wave as chart and as table."""
    window.go("surveys")
    screen = window.findChild(SurveysScreen)
    if screen is None or not screen.wave_id:
        return
    for shape in ("chart", "table"):
        screen.view.bar.shape.choose(shape)
        screen.view.bar.shape.chosen.emit(shape)
        for key, page in screen.view.views.items():
            screen.go_to(page)
            _grab(window, folder / f"surveys-{key}-{shape}-{suffix}.png")
    screen.view.bar.shape.choose("chart")
    screen.view.bar.shape.chosen.emit("chart")


def _draw_survey_import(window: MainWindow, path: Path) -> None:
    """The columns of a small export, settled before it is brought in."""
    window.go("surveys")
    screen = window.findChild(SurveysScreen)
    assert screen is not None  # noqa: S101 - it was just gone to
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "Spring, staff.csv"
        source.write_text(_EXPORT, encoding="utf-8")
        screen.importing.read(source)
        _grab(window, path)
    screen.cancel.click()


def _draw_review(window: MainWindow, folder: Path, suffix: str) -> None:
    """The agreement beside its criteria, beside what the state asks."""
    agreement = next((row for row in list_documents(window.engagement) if row.kind == "agreement"), None)
    screen = window.findChild(DocumentsScreen)
    if agreement is None or screen is None:
        return
    window.go("documents", agreement.id)
    screen.open_review(agreement.id)
    screen.reviewing.choose("B2")
    _grab(window, folder / f"policy-review-{suffix}.png")
    screen.reviewing.show_requirements()
    _grab(window, folder / f"policy-review-state-{suffix}.png")


def _grab(widget: QWidget, path: Path) -> None:
    """Draw once what works in the background has arrived."""
    widget.show()
    QTest.qWait(_SETTLING)
    calm = 0
    for _ in range(_PATIENCE):
        calm = 0 if QThreadPool.globalInstance().activeThreadCount() else calm + 1
        if calm == _CALM:
            break
        QTest.qWait(_SETTLING)
    widget.grab().save(str(path))
    print(path)


def _draw_pages(folder: Path) -> None:
    document = pypdfium2.PdfDocument(folder / "strategic-plan.pdf")
    for number, page in enumerate(document, start=1):
        path = folder / f"plan-page-{number:02d}.png"
        page.render(scale=_PAGE_SCALE).to_pil().save(path)
        print(path)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/shots")))
