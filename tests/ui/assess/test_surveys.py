"""The survey screen: a table brought in, results by group and item, comments, and a finding from it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.operations.survey_specimens import INVITED, write_items, write_table, write_wave
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.exchange.mappings import Use
from assessor.operations.findings import list_findings
from assessor.operations.survey_imports import import_survey
from assessor.operations.survey_waves import ask_group, edit_wave, list_waves
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group
from assessor.ui.assess.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def screen(window: MainWindow) -> SurveysScreen:
    window.go("surveys")
    found = window.findChild(SurveysScreen)
    assert found is not None
    return found


@pytest.fixture
def wave(engagement: Engagement, screen: SurveysScreen, tmp_path: Path) -> str:
    """The wave of the pictures, brought in behind the screen's back."""
    path = write_wave(tmp_path / "wave.csv")
    wave_id = finish(import_survey(engagement, path, title="Survey, wave 1")).wave_id
    edit_wave(engagement, wave_id, opened_on=date(2026, 10, 12), closed_on=date(2026, 11, 6))
    for group, invited in INVITED.items():
        ask_group(engagement, wave_id, group, invited=invited)
    return wave_id


def _read(qtbot: QtBot, screen: SurveysScreen, path: Path) -> None:
    with qtbot.waitSignal(screen.importing.proposed, timeout=20_000):
        screen.importing.read(path)


def _is_shown(screen: SurveysScreen, page: QWidget) -> bool:
    return screen.view.pages.currentWidget() is page


def test_an_empty_screen_offers_the_first_step(screen: SurveysScreen) -> None:
    assert _is_shown(screen, screen.view.empty)
    assert screen.view.empty.button.text() == "Bring in answers"


def test_a_table_is_brought_in_in_place_and_undone(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    _read(qtbot, screen, write_wave(tmp_path / "autumn.csv"))
    page = screen.view.reading
    assert _is_shown(screen, page)
    assert "Google Forms" in page.read_as.text()
    assert (
        page.groups.text()
        == "6 SROs, 14 administrators, 38 teachers, 212 students, 64 parents and 4 partners."
    )
    assert page.side.title.value() == "autumn"
    with qtbot.waitSignals([screen.importing.brought_in, screen.said], timeout=20_000):
        screen.bring_in.click()
    assert _is_shown(screen, screen.view.constructs)
    assert screen.head.title.text() == "autumn"
    assert screen.head.line.text() == "334 answers"
    engagement.undo()
    assert _is_shown(screen, screen.view.empty)
    assert screen.head.title.text() == "Surveys"


def test_an_import_given_up_leaves_nothing(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    _read(qtbot, screen, write_wave(tmp_path / "autumn.csv"))
    screen.cancel.click()
    assert _is_shown(screen, screen.view.empty)
    assert list_waves(engagement) == []


def test_private_columns_are_shown_as_dropped_and_cannot_be_used(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    _read(qtbot, screen, write_wave(tmp_path / "autumn.csv"))
    table, editor = screen.view.reading.table, screen.view.reading.side.column_editor
    table.choose(1)
    assert table.columns.index(1, 1).data() == "Dropped: holds e-mail addresses"
    assert "Nothing of it enters the engagement" in editor.dropped.text()
    assert not editor.use.isVisible()


def test_what_a_column_is_used_as_changes_what_comes_of_it(
    qtbot: QtBot, screen: SurveysScreen, tmp_path: Path
) -> None:
    _read(qtbot, screen, write_items(tmp_path / "a.csv", {"Candy": ["JOY", "MEH"] * 6, "SAF1": [4, 2] * 6}))
    page = screen.view.reading
    editor = page.side.column_editor
    page.table.choose(0)
    editor.use.edited.emit(Use.SCALE)
    assert page.table.columns.index(0, 4).data() == "No points yet"
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
    _read(qtbot, screen, write_items(tmp_path / "a.csv", {"Candy": ["JOY", "MEH"] * 6, "SAF1": [4, 2] * 6}))
    page = screen.view.reading
    page.table.choose(0)
    page.side.column_editor.code.edited.emit("SAF1")
    assert "Two columns are mapped to SAF1" in page.problem.sentence
    assert not screen.bring_in.isEnabled()
    page.side.column_editor.code.edited.emit("CANDY")
    assert screen.bring_in.isEnabled()


def test_header_rows_can_be_changed(qtbot: QtBot, screen: SurveysScreen, tmp_path: Path) -> None:
    rows = [["I feel safe", "Safer"], [4, 5], [3, 2], [5, 1]]
    _read(qtbot, screen, write_table(tmp_path / "a.csv", ["SAF1", "SAF2"], rows))
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
    assert _is_shown(screen, screen.view.empty)


def test_the_same_table_again_is_refused_in_place(
    qtbot: QtBot, screen: SurveysScreen, wave: str, tmp_path: Path
) -> None:
    _read(qtbot, screen, tmp_path / "wave.csv")
    screen.bring_in.click()
    qtbot.waitUntil(lambda: "already in" in screen.view.job.problem.sentence)
    assert _is_shown(screen, screen.view.reading)
    screen.cancel.click()
    assert not screen.view.job.isVisible()
    assert _is_shown(screen, screen.view.constructs)


def test_groups_carry_their_n_and_hidden_ones_say_so(screen: SurveysScreen, wave: str) -> None:
    names = [button.accessibleName() for button in screen.groups.findChildren(QWidget)]
    assert names == ["SROs, 6", "Admin., 14", "Teachers, 38", "Students, 212", "Parents, 64", "Partners, < 5"]
    assert screen.groups.key == Group.TCH
    said = screen.view.constructs.said
    assert said.title.text() == "What teachers say"
    assert said.rate.text() == "38 of 92 answered, 41%"
    assert screen.head.line.text() == "Oct 12 – Nov 6 · 334 answers"


def test_hidden_groups_are_named_and_nothing_of_them_is_drawn(screen: SurveysScreen, wave: str) -> None:
    screen.groups.choose("PRT")
    screen.groups.chosen.emit("PRT")
    chart = screen.view.constructs.said.chart.accessibleName()
    assert "Role clarity: n < 5, not shown" in chart
    assert "Trust: Not asked of partners" in chart
    assert not screen.view.constructs.difference.draft.isEnabled()


def test_what_the_report_may_not_say_stands_beside_it(screen: SurveysScreen, wave: str) -> None:
    difference = screen.view.constructs.difference
    assert difference.title.text() == "Where SROs and administrators differ"
    assert difference.only_here.isVisible()
    assert "Role clarity: SROs, mean of 6" in difference.chart.accessibleName()


def test_rows_are_chosen_and_unfolded_by_keyboard(qtbot: QtBot, screen: SurveysScreen, wave: str) -> None:
    page = screen.view.constructs
    assert page.chosen_code == "ROL"
    qtbot.keyClick(page.said.chart, Qt.Key.Key_Return)
    qtbot.keyClick(page.said.chart, Qt.Key.Key_Down)
    assert page.chosen_code == "ROL4"
    assert page.chosen_construct == "ROL"
    assert page.said.chosen.text().startswith("I know which student behavior")
    assert "don’t know" in page.said.facts.text()
    assert page.difference.draft.text().startswith("Finding from “I know which student")
    qtbot.keyClick(page.said.chart, Qt.Key.Key_Up)
    qtbot.keyClick(page.said.chart, Qt.Key.Key_Up)
    assert page.difference.draft.text() == "Finding from “Communication”"


def test_a_click_on_a_difference_chooses_its_construct(
    qtbot: QtBot, screen: SurveysScreen, wave: str
) -> None:
    chart = screen.view.constructs.difference.chart
    row = chart._row_rect("CON")
    assert row is not None
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, round(row.center().y())))
    assert screen.view.constructs.chosen_code == "CON"


def test_a_finding_is_drafted_from_what_is_chosen(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, wave: str
) -> None:
    with qtbot.waitSignal(screen.asked_to_go) as gone:
        screen.view.constructs.difference.draft.click()
    assert gone.args is not None
    assert gone.args[0] == "findings"
    drafted = list_findings(engagement)
    assert [row.id for row in drafted] == [gone.args[1]]
    assert "Teachers" in drafted[0].title


def test_other_groups_can_be_compared(screen: SurveysScreen, wave: str) -> None:
    screen._compare(Group.TCH, Group.PAR)
    difference = screen.view.constructs.difference
    assert difference.title.text() == "Where teachers and parents differ"
    assert "Perceived safety" in difference.chart.accessibleName()


def test_comments_are_cleared_and_withheld_by_key(
    qtbot: QtBot, screen: SurveysScreen, engagement: Engagement, wave: str
) -> None:
    screen.view.constructs.said.comments.click()
    page = screen.view.comments
    assert _is_shown(screen, page)
    assert page.list.model().rowCount() == 14
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    qtbot.keyClick(page.list, Qt.Key.Key_W)
    words = [
        page.list.model().index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) for place in (0, 1, 2)
    ]
    assert "Cleared" in words[0]
    assert "Withheld" in words[1]
    assert "To read" in words[2]
    page.back.click()
    assert screen.view.constructs.said.comments.text() == "Comments, 12 to clear"


def test_a_wave_is_edited_in_place(screen: SurveysScreen, engagement: Engagement, wave: str) -> None:
    screen._go(screen.view.wave)
    page = screen.view.wave
    page.title.edited.emit("Autumn survey")
    page.invited.emit("TCH", 100)
    assert screen.head.title.text() == "Autumn survey"
    page.closed_on.edited.emit(date(2026, 1, 1))
    assert "cannot close before it opens" in screen.problem.sentence
    page.back.click()
    assert screen.view.constructs.said.rate.text() == "38 of 100 answered, 38%"


def test_removing_the_table_of_a_wave_leaves_it_waiting_for_answers(
    screen: SurveysScreen, engagement: Engagement, wave: str
) -> None:
    from assessor.operations.survey_imports import list_imports

    screen._go(screen.view.wave)
    screen.view.wave.removed.emit(list_imports(engagement, wave)[0].id)
    screen.view.wave.back.click()
    assert _is_shown(screen, screen.view.nothing)
    engagement.undo()
    assert _is_shown(screen, screen.view.constructs)


def test_removing_a_wave_shows_the_next(screen: SurveysScreen, engagement: Engagement, wave: str) -> None:
    screen._go(screen.view.wave)
    screen.view.wave.remove.click()
    assert _is_shown(screen, screen.view.empty)
    engagement.undo()
    assert _is_shown(screen, screen.view.constructs)


def test_questions_of_ones_own_are_shown_by_choice(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    columns = {"Role": ["Teacher", "Parent"] * 12, "Butterfinger": ["JOY"] * 18 + ["DESPAIR"] * 6}
    finish(import_survey(engagement, write_items(tmp_path / "candy.csv", columns), title="Candy"))
    page = screen.view.questions
    assert _is_shown(screen, page)
    assert screen.groups.key == "all"
    assert not page.back.isVisible()
    assert "JOY: 75% · 18" in page.answers.chart.accessibleName()
    screen.groups.choose("TCH")
    screen.groups.chosen.emit("TCH")
    assert "answers: 12" in page.facts.accessibleName()


def test_everything_on_every_page_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, screen: SurveysScreen, window: MainWindow, wave: str, tmp_path: Path
) -> None:
    view = screen.view
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for page in (view.constructs, view.questions, view.comments, view.wave):
        screen._go(page)
        assert unnamed(window) == []
        assert not_reached_by_tab(window) == []
    _read(qtbot, screen, write_items(tmp_path / "a.csv", {"Candy": ["JOY", "MEH"] * 6, "SAF1": [4, 2] * 6}))
    assert unnamed(window) == []
    assert not_reached_by_tab(window) == []


def test_a_question_is_shown_where_another_screen_asks_for_it(screen: SurveysScreen, wave: str) -> None:
    screen.show_element("ROL5")
    assert screen.view.constructs.chosen_code == "ROL5"
    screen.show_element("STG")
    assert _is_shown(screen, screen.view.questions)
    assert screen.view.questions.list.chosen_id == "STG"
