"""The program around the window: welcome, new and encrypted engagements, and what it does not load."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.app import Program
from assessor.operations.clients import begin_engagement, get_client
from assessor.store.engagement import Engagement
from assessor.ui import passphrases
from assessor.ui.preferences import Preferences

_START = """
import sys
from PySide6.QtWidgets import QApplication
from assessor.app import Program
from assessor.ui.theme import Look
app = QApplication([])
Look(app)
program = Program(app)
program.show_welcome()
app.processEvents()
heavy = {"sqlalchemy", "alembic", "weasyprint", "jinja2", "pydantic", "sqlcipher3", "PIL", "docx"}
print(sorted(heavy & set(sys.modules)), program.welcome.isVisible())
"""


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    """The program, showing the welcome screen."""
    made = Program(qapp)
    made.show_welcome()
    yield made
    made.end()
    for shown in (made.welcome, made.window):
        if shown is not None:
            shown.close()


def test_the_welcome_screen_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] True"


def test_a_new_engagement_is_kept_where_it_said_and_opens(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    welcome = program.welcome
    assert welcome is not None
    welcome.keep_in(tmp_path / "Larkfield.assessor")
    qtbot.keyClicks(welcome.view.client.line, "Larkfield Unified")
    qtbot.mouseClick(welcome.view.begin, Qt.MouseButton.LeftButton)
    assert program.window is not None
    assert program.window.header.name.text() == "Larkfield Unified"
    assert Preferences().recent() == [tmp_path / "Larkfield.assessor"]


def test_a_name_is_asked_for_before_anything_is_made(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    welcome = program.welcome
    assert welcome is not None
    welcome.keep_in(tmp_path / "Larkfield.assessor")
    qtbot.mouseClick(welcome.view.begin, Qt.MouseButton.LeftButton)
    assert welcome.view.problem.sentence == "Write the name of the district or agency first."
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_engagement_is_refused_in_place(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "notes.assessor"
    other.write_text("Something else")
    program.open(other)
    assert program.welcome is not None
    assert "notes.assessor is not an Assessor engagement" in program.welcome.view.problem.sentence


def test_an_encrypted_engagement_is_asked_for_until_its_passphrase_fits(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Larkfield.assessor"
    with Engagement.create(path, "correct horse") as made:
        begin_engagement(made, "Larkfield Unified", "2026–27")
    answers = iter(["wrong", "correct horse"])
    problems: list[str] = []

    def answer(_name: str, problem: str = "", _parent: object = None) -> str:
        problems.append(problem)
        return next(answers)

    monkeypatch.setattr(passphrases.GivePassphraseDialog, "ask", answer)
    program.open(path)
    assert program.window is not None
    assert program.window.engagement.is_encrypted
    assert problems[0] == ""
    assert "does not open with this passphrase" in problems[1]


def test_closing_an_engagement_leads_back_to_the_welcome_screen_that_lists_it(
    program: Program, tmp_path: Path
) -> None:
    program.begin(tmp_path / "Larkfield.assessor", "Larkfield Unified")
    program.show_welcome()
    assert program.window is None
    assert program.welcome is not None
    assert program.welcome.view.recent.rows.rowCount() == 1
    with Engagement.open(tmp_path / "Larkfield.assessor") as again:
        assert get_client(again).name == "Larkfield Unified"
