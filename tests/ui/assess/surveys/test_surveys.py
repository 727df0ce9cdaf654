"""The survey screen: results by group and item, comments, a wave edited, and a finding from it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.operations.survey_specimens import write_items
from tests.ui.assess.surveys.survey_screen import bring_in_wave, is_shown, open_surveys, read_table
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations.findings import list_findings
from assessor.operations.surveys.survey_imports import import_survey
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def screen(window: MainWindow) -> SurveysScreen:
    return open_surveys(window)


@pytest.fixture
def wave(engagement: Engagement, screen: SurveysScreen, tmp_path: Path) -> str:
    """The wave of the pictures, brought in behind the screen's back."""
    return bring_in_wave(engagement, tmp_path)


def test_an_empty_screen_offers_the_first_step(screen: SurveysScreen) -> None:
    assert is_shown(screen, screen.view.empty)
    assert screen.view.empty.button.text() == "Bring in answers"


def test_in_a_narrow_window_the_wave_keeps_its_name_beside_six_groups(
    qtbot: QtBot, screen: SurveysScreen, window: MainWindow, wave: str
) -> None:
    title = screen.head.title
    window.resize(960, 600)
    qtbot.waitUntil(lambda: title.width() >= min(title.sizeHint().width(), 200))
    assert len(screen.groups.findChildren(QWidget)) == 6
    assert all(
        button.width() >= button.minimumSizeHint().width() for button in screen.groups.findChildren(QWidget)
    )


def test_groups_carry_their_n_and_hidden_ones_say_so(screen: SurveysScreen, wave: str) -> None:
    names = [button.accessibleName() for button in screen.groups.findChildren(QWidget)]
    assert names == ["SROs, 6", "Admin., 14", "Teachers, 38", "Students, 212", "Parents, 64", "Partners, < 5"]
    assert screen.groups.key == Group.TCH
    assert screen.groups.findChildren(QWidget)[2].toolTip() == "Teachers, 38"
    said = screen.view.constructs.said
    assert said.title.text() == "What teachers say"
    assert said.rate.text() == "38 of 92 answered, 41%"
    assert screen.view.bar.line.text() == "Oct 12 – Nov 6 · 334 answers"


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
    assert is_shown(screen, page)
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
    screen.go_to(screen.view.wave)
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
    from assessor.operations.surveys.survey_imports import list_imports

    screen.go_to(screen.view.wave)
    screen.view.wave.removed.emit(list_imports(engagement, wave)[0].id)
    screen.view.wave.back.click()
    assert is_shown(screen, screen.view.nothing)
    engagement.undo()
    assert is_shown(screen, screen.view.constructs)


def test_removing_a_wave_shows_the_next(screen: SurveysScreen, engagement: Engagement, wave: str) -> None:
    screen.go_to(screen.view.wave)
    screen.view.wave.remove.click()
    assert is_shown(screen, screen.view.empty)
    engagement.undo()
    assert is_shown(screen, screen.view.constructs)


def test_questions_of_ones_own_are_shown_by_choice(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    columns = {"Role": ["Teacher", "Parent"] * 12, "Butterfinger": ["JOY"] * 18 + ["DESPAIR"] * 6}
    finish(import_survey(engagement, write_items(tmp_path / "candy.csv", columns), title="Candy"))
    page = screen.view.questions
    assert is_shown(screen, page)
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
        screen.go_to(page)
        assert unnamed(window) == []
        assert not_reached_by_tab(window) == []
    read_table(
        qtbot, screen, write_items(tmp_path / "a.csv", {"Candy": ["JOY", "MEH"] * 6, "SAF1": [4, 2] * 6})
    )
    assert unnamed(window) == []
    assert not_reached_by_tab(window) == []


def test_a_question_is_shown_where_another_screen_asks_for_it(screen: SurveysScreen, wave: str) -> None:
    screen.show_element("ROL5")
    assert screen.view.constructs.chosen_code == "ROL5"
    screen.show_element("STG")
    assert is_shown(screen, screen.view.questions)
    assert screen.view.questions.list.chosen_id == "STG"
