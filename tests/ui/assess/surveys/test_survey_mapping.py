"""The import page: counts of what is taken, changed and refused, what to check, and how the file is read."""

from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.operations.survey_specimens import MAIL, PHONE, write_items, write_wave
from tests.ui.assess.surveys.survey_screen import bring_in_wave, is_shown, open_surveys, read_table
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.exchange.mappings import Use
from assessor.exchange.survey_tools import SurveyTool
from assessor.operations.surveys.survey_imports import list_imports
from assessor.operations.surveys.survey_waves import list_waves
from assessor.store import Engagement
from assessor.ui.assess.surveys.survey_column_rows import ColumnRow, Showing
from assessor.ui.assess.surveys.survey_columns import ROW_ROLE
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow

ANSWERS = {
    "SAF1": ["Agree", "Disagree", "N/A", "Don't know", "purple", *["Agree"] * 7],
    "SAF2": ["4", "2"] * 6,
    "Why?": [f"Call {PHONE} or {MAIL}.", *[f"Because of number {n}." for n in range(11)]],
}


@pytest.fixture
def screen(window: MainWindow) -> SurveysScreen:
    return open_surveys(window)


def rows(screen: SurveysScreen) -> list[ColumnRow]:
    """The columns that are shown."""
    model = screen.view.reading.table.columns
    return [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]


def test_each_column_tells_what_is_taken_changed_and_refused_and_why(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", ANSWERS))
    page = screen.view.reading
    assert [row.cells[2:] for row in rows(screen)] == [("9", "2", "1"), ("12", "", ""), ("11", "1", "")]
    assert page.facts.accessibleName() == (
        "responses: 12; questions: 3; answers taken: 32; changed: 3; refused: 1; dropped as private: 0"
    )
    page.table.choose(0)
    assert page.side.column_editor.fate.text() == (
        "Taken as they stand: 9. Kept as “don’t know”: 1. Taken for no answer: 1, “N/A”. "
        "Refused, because not understood: 1, “purple”."
    )
    assert rows(screen)[0].as_sentence() == "SAF1, Scale, SAF1, 9 taken, 2 changed, 1 refused"


def test_a_column_that_is_not_used_by_itself_tells_why(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    days = ["2026-10-12 08:00:00", "2026-10-12 09:00:00"]
    columns = {"Timestamp": days, "I am a": ["Teacher", "SRO"], "SAF1": [4, 5]}
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", columns))
    page = screen.view.reading
    page.table.choose(0)
    assert page.side.column_editor.fate.text() == (
        "Not used, because it says how or when it was filled in, not what was answered."
    )
    assert page.groups.text() == "1 SRO and 1 teacher."


def test_no_address_that_somebody_wrote_is_shown(qtbot: QtBot, screen: SurveysScreen, tmp_path: Path) -> None:
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", ANSWERS))
    page = screen.view.reading
    page.table.choose(2)
    shown = rows(screen)[2].values + page.side.column_editor.examples.text()
    assert MAIL not in shown
    assert PHONE not in shown


def test_what_to_check_can_be_looked_at_alone(qtbot: QtBot, screen: SurveysScreen, tmp_path: Path) -> None:
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", {**ANSWERS, "Email": [MAIL] * 12}))
    page = screen.view.reading
    page.showing.choose(Showing.TO_CHECK)
    page.showing.chosen.emit(Showing.TO_CHECK)
    assert [row.name for row in rows(screen)] == ["SAF1"]
    page.table.choose(0)
    page.side.column_editor.values.edited.emit("Agree = 4\nDisagree = 2\npurple = 1")
    assert rows(screen) == []
    page.showing.choose(Showing.DROPPED)
    page.showing.chosen.emit(Showing.DROPPED)
    assert [row.name for row in rows(screen)] == ["Email"]


def test_the_next_wave_is_shown_as_the_last_was_settled(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    bring_in_wave(engagement, tmp_path)
    path = write_wave(tmp_path / "wave 2.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{lines[0]},Anything new?", *(f"{line},Yes" for line in lines[1:])]))
    read_table(qtbot, screen, path)
    assert screen.view.reading.earlier.text() == "Columns are used as in “Survey, wave 1”. One column is new."
    assert [row.name for row in rows(screen) if row.needs_look] == ["Anything new?"]


def test_a_first_table_says_nothing_of_earlier_ones(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", ANSWERS))
    assert not screen.view.reading.earlier.isVisible()


def test_another_sheet_of_a_workbook_can_be_chosen(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        for name, heading in (("Spring", "SAF1"), ("Autumn", "SAF2")):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, [heading, 4, 5, 3])
    read_table(qtbot, screen, tmp_path / "a.xlsx")
    side = screen.view.reading.side
    assert "sheet “Spring”" in screen.view.reading.read_as.text()
    assert (side.sheet.isVisible(), side.encoding.isVisible()) == (True, False)
    with qtbot.waitSignal(screen.importing.proposed, timeout=20_000):
        side.sheet.edited.emit("Autumn")
    assert [row.name for row in rows(screen)] == ["SAF2"]


def test_the_tool_and_the_delimiter_can_be_told(qtbot: QtBot, screen: SurveysScreen, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("SAF1;SAF2,SAF3\n4;5,3\n2;3,4\n", encoding="utf-8")
    read_table(qtbot, screen, path)
    side = screen.view.reading.side
    with qtbot.waitSignal(screen.importing.proposed, timeout=20_000):
        side.delimiter.edited.emit(",")
    assert [row.name for row in rows(screen)] == ["SAF1;SAF2", "SAF3"]
    with qtbot.waitSignal(screen.importing.proposed, timeout=20_000):
        side.tool.edited.emit(SurveyTool.REDCAP)
    proposal = screen.view.reading.proposal
    assert proposal is not None
    assert (proposal.table.source_tool, proposal.table.delimiter) == (SurveyTool.REDCAP, ",")


def test_a_large_table_is_counted_behind_the_screen(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    items = {f"SAF{n}": ["Agree", "Disagree", "Agree"] * 2_000 for n in range(1, 4)}
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", items))
    page = screen.view.reading
    qtbot.waitUntil(lambda: not page.complaint, timeout=20_000)
    assert "responses: 6,000" in page.facts.accessibleName()
    page.table.choose(0)
    page.side.column_editor.use.edited.emit(Use.IGNORE)
    page.side.column_editor.use.edited.emit(Use.CHOICE)
    page.side.column_editor.use.edited.emit(Use.IGNORE)
    assert not screen.bring_in.isEnabled()
    qtbot.waitUntil(screen.bring_in.isEnabled, timeout=20_000)
    assert "questions: 2" in page.facts.accessibleName()
    with qtbot.waitSignal(screen.importing.brought_in, timeout=20_000):
        screen.bring_in.click()
    assert list_waves(engagement)[0].answers == 6_000


def test_reading_that_is_cancelled_leaves_the_screen_as_it_was(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    items = {f"Question {n}": ["Agree", "Disagree", "Agree"] * 4_000 for n in range(60)}
    screen.importing.read(write_items(tmp_path / "a.csv", items))
    job = screen.importing.job
    assert job is not None
    with qtbot.waitSignal(job.cancelled, timeout=20_000):
        job.cancel()
    assert is_shown(screen, screen.view.empty)
    assert not screen.view.job.isVisible()
    assert list_waves(engagement) == []


def test_an_import_given_up_while_it_runs_leaves_nothing(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    items = {f"Question {n}": ["Agree", "Disagree", "Agree"] * 3_000 for n in range(30)}
    items["Email"] = [MAIL] * 9_000
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", items))
    qtbot.waitUntil(screen.bring_in.isEnabled, timeout=20_000)
    screen.bring_in.click()
    job = screen.importing.job
    assert job is not None
    with qtbot.waitSignal(job.cancelled, timeout=20_000):
        screen.cancel.click()
    assert is_shown(screen, screen.view.empty)
    assert list_waves(engagement) == []
    assert engagement.can_undo() != "Import survey answers"


def test_everything_on_the_page_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, window: MainWindow, screen: SurveysScreen, tmp_path: Path
) -> None:
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", ANSWERS))
    assert unnamed(window) == []
    assert not_reached_by_tab(window) == []


def test_the_arrows_lead_from_column_to_column(qtbot: QtBot, screen: SurveysScreen, tmp_path: Path) -> None:
    read_table(qtbot, screen, write_items(tmp_path / "a.csv", ANSWERS))
    page = screen.view.reading
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.side.column_editor.name.text() == "SAF2"


def test_the_table_of_an_import_is_saved_as_a_file(
    qtbot: QtBot,
    screen: SurveysScreen,
    engagement: Engagement,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wave = bring_in_wave(engagement, tmp_path)
    target = tmp_path / "saved.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(screen.said) as said:
        screen.view.wave.asked_to_save.emit(list_imports(engagement, wave)[0])
    assert said.args == ["Table saved", False]
    assert "greet every student" in target.read_text(encoding="utf-8")
    assert MAIL not in target.read_text(encoding="utf-8")
