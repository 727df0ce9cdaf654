"""The survey screen: a table of answers read, mapped in place, and brought in."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.operations.survey_specimens import write_items, write_table, write_wave
from tests.ui.assess.surveys.survey_screen import bring_in_wave, is_shown, open_surveys, read_table

from assessor.exchange.mappings import Use
from assessor.operations.surveys.survey_waves import list_waves
from assessor.store import Engagement
from assessor.ui.assess.surveys.survey_columns import ROW_ROLE
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def screen(window: MainWindow) -> SurveysScreen:
    return open_surveys(window)


@pytest.fixture
def wave(engagement: Engagement, screen: SurveysScreen, tmp_path: Path) -> str:
    """The wave of the pictures, brought in behind the screen's back."""
    return bring_in_wave(engagement, tmp_path)


def test_a_table_is_brought_in_in_place_and_undone(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    read_table(qtbot, screen, write_wave(tmp_path / "autumn.csv"))
    page = screen.view.reading
    assert is_shown(screen, page)
    assert "Google Forms" in page.read_as.text()
    assert (
        page.groups.text()
        == "6 SROs, 14 administrators, 38 teachers, 212 students, 64 parents and 4 partners."
    )
    assert page.side.title.value() == "autumn"
    with qtbot.waitSignals([screen.importing.brought_in, screen.said], timeout=20_000):
        screen.bring_in.click()
    assert is_shown(screen, screen.view.constructs)
    assert screen.head.title.text() == "autumn"
    assert screen.view.bar.line.text() == "334 answers"
    engagement.undo()
    assert is_shown(screen, screen.view.empty)
    assert screen.head.title.text() == "Surveys"


def test_an_import_given_up_leaves_nothing(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    read_table(qtbot, screen, write_wave(tmp_path / "autumn.csv"))
    screen.cancel.click()
    assert is_shown(screen, screen.view.empty)
    assert list_waves(engagement) == []


def test_private_columns_are_shown_as_dropped_and_cannot_be_used(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    read_table(qtbot, screen, write_wave(tmp_path / "autumn.csv"))
    table, editor = screen.view.reading.table, screen.view.reading.side.column_editor
    table.choose(1)
    assert table.columns.index(1, 1).data() == "Dropped: holds e-mail addresses"
    assert "Nothing of it enters the engagement" in editor.dropped.text()
    assert not editor.use.isVisible()


def test_what_a_column_is_used_as_changes_what_comes_of_it(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    read_table(
        qtbot, screen, write_items(tmp_path / "a.csv", {"Candy": ["JOY", "MEH"] * 6, "SAF1": [4, 2] * 6})
    )
    page = screen.view.reading
    editor = page.side.column_editor
    page.table.choose(0)
    editor.use.edited.emit(Use.SCALE)
    assert page.table.columns.index(0, 0).data(ROW_ROLE).values == "No points yet"
    editor.values.edited.emit("JOY = 5\nMEH = much")
    assert "no point of a scale" in editor.values.problem.sentence
    editor.values.edited.emit("JOY = 5\nMEH = 1")
    assert page.mapping.columns[0].scores == (("JOY", 5), ("MEH", 1))
    editor.use.edited.emit(Use.IGNORE)
    assert "1 questions" not in page.facts.accessibleName()
    assert "questions: 1" in page.facts.accessibleName()


def test_a_code_used_twice_is_said_in_place_and_holds_the_import(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    read_table(
        qtbot, screen, write_items(tmp_path / "a.csv", {"Candy": ["JOY", "MEH"] * 6, "SAF1": [4, 2] * 6})
    )
    page = screen.view.reading
    page.table.choose(0)
    page.side.column_editor.code.edited.emit("SAF1")
    assert "Two columns are mapped to SAF1" in page.problem.sentence
    assert not screen.bring_in.isEnabled()
    page.side.column_editor.code.edited.emit("CANDY")
    assert screen.bring_in.isEnabled()


def test_header_rows_can_be_changed(qtbot: QtBot, screen: SurveysScreen, tmp_path: Path) -> None:
    rows = [["I feel safe", "Safer"], [4, 5], [3, 2], [5, 1]]
    read_table(qtbot, screen, write_table(tmp_path / "a.csv", ["SAF1", "SAF2"], rows))
    page = screen.view.reading
    assert "4 rows" in page.read_as.text()
    page.side.header_rows.box.setCurrentIndex(1)
    with qtbot.waitSignal(screen.importing.proposed, timeout=20_000):
        page.side.header_rows.save()
    assert "3 rows" in page.read_as.text()
    assert page.proposal is not None
    assert page.proposal.source.choices.header_rows == 2


def test_a_file_that_cannot_be_read_is_said_in_place(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    screen.importing.read(tmp_path / "gone.csv")
    qtbot.waitUntil(lambda: "it is not there" in screen.view.job.problem.sentence)
    assert is_shown(screen, screen.view.empty)


def test_the_same_table_again_is_refused_in_place(
    qtbot: QtBot, screen: SurveysScreen, wave: str, tmp_path: Path
) -> None:
    read_table(qtbot, screen, tmp_path / "wave.csv")
    screen.bring_in.click()
    qtbot.waitUntil(lambda: "already in" in screen.view.job.problem.sentence)
    assert is_shown(screen, screen.view.reading)
    screen.cancel.click()
    assert not screen.view.job.isVisible()
    assert is_shown(screen, screen.view.constructs)
