"""Where the window meets files: export, printing from the menu, and the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from assessor.app import Program
from assessor.operations.clients import get_client
from assessor.store import copies
from assessor.store.engagement import Engagement
from assessor.ui.exports import ExportEngagementDialog
from assessor.ui.report.strategic_plan import StrategicPlanScreen
from assessor.ui.welcome import Welcome
from assessor.ui.widgets.texts import Paragraph

_PATIENCE = 120_000


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program on a new engagement."""
    made = Program(qapp)
    made.begin(tmp_path / "Larkfield.assessor", "Larkfield Unified")
    yield made
    made.end()
    for shown in (made.welcome, made.window):
        if shown is not None:
            shown.close()


def action(program: Program, words: str) -> None:
    """Choose from the menus."""
    assert program.window is not None
    next(each for each in program.window.menus.actions if each.text() == words).trigger()


def test_the_export_says_that_it_is_plain_text_before_it_writes(
    qtbot: QtBot, engagement: Engagement, tmp_path: Path
) -> None:
    dialog = ExportEngagementDialog(engagement)
    qtbot.addWidget(dialog)
    dialog.show()
    said = " ".join(text.text() for text in dialog.findChildren(Paragraph))
    assert "plain text that anyone who has the file can read" in said
    assert "passphrase" not in said
    target = tmp_path / "out.json"
    with qtbot.waitSignal(dialog.accepted):
        dialog.write_to(target)
    assert dialog.written == target
    assert target.read_text("utf-8") == copies.dump(engagement)


def test_the_export_of_an_encrypted_engagement_says_what_it_loses(qtbot: QtBot, tmp_path: Path) -> None:
    with Engagement.create(tmp_path / "secret.assessor", "correct horse") as encrypted:
        dialog = ExportEngagementDialog(encrypted)
        qtbot.addWidget(dialog)
        said = " ".join(text.text() for text in dialog.findChildren(Paragraph))
        assert "The passphrase of this engagement does not protect it." in said


def test_an_export_that_cannot_be_written_is_told_in_the_dialog(
    qtbot: QtBot, engagement: Engagement, tmp_path: Path
) -> None:
    dialog = ExportEngagementDialog(engagement)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.write_to(tmp_path / "no folder" / "out.json")
    qtbot.waitUntil(lambda: "cannot be written" in dialog.job.problem.sentence)
    assert dialog.choose.isEnabled()
    assert dialog.written is None


def test_the_menu_exports_where_one_chooses(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(ExportEngagementDialog, "showEvent", lambda dialog, _event: dialog.choose.click())
    action(program, "Export as JSON…")
    assert target.is_file()
    assert program.window is not None
    assert "out.json holds everything, in plain text." in program.window.toast.sentence


def test_the_menu_prints_the_plan_where_one_chooses(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    action(program, "Print plan…")
    assert program.window is not None
    assert program.window.key == "strategic_plan"
    assert isinstance(program.window.screen_of("strategic_plan"), StrategicPlanScreen)
    qtbot.waitUntil(target.is_file, timeout=_PATIENCE)


def test_the_sample_is_made_once_and_opened(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_: str(tmp_path / "data"))
    action(program, "Look at the sample")
    assert program.window is None
    assert isinstance(program.welcome, Welcome)
    assert program.welcome.view.job.isVisible()
    qtbot.waitUntil(lambda: program.window is not None, timeout=_PATIENCE)
    assert program.window is not None
    assert get_client(program.window.engagement).name == "Larkfield Unified"
    names = sorted(path.name for path in (tmp_path / "data").iterdir() if "-" not in path.name)
    assert names == ["Sample engagement.assessor"]


def test_making_the_sample_is_cancelled_and_leaves_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_: str(tmp_path / "data"))
    welcome = Welcome([])
    qtbot.addWidget(welcome)
    welcome.show()
    qtbot.mouseClick(welcome.view.sample, Qt.MouseButton.LeftButton)
    welcome.view.job._cancel.click()
    qtbot.waitUntil(lambda: not welcome.view.job.isVisible(), timeout=_PATIENCE)
    assert list((tmp_path / "data").iterdir()) == []
