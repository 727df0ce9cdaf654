"""Questions by group and what is missing: told in words, and led to where it is mended."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.assess.coverage.coverage_screen import (
    HELD,
    TODAY,
    Went,
    cell,
    follow,
    hold,
    missing,
    open_coverage,
    plan,
    site,
)

from assessor.operations import remarks, sittings
from assessor.terms import Group
from assessor.ui.assess.coverage.coverages import CoveragesScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def screen(window: MainWindow) -> CoveragesScreen:
    """The screen, in an engagement with two schools and a plan for the students."""
    return open_coverage(window)


@pytest.fixture
def went(screen: CoveragesScreen) -> Went:
    """Where the screen asked to go."""
    return follow(screen)


def test_questions_say_what_was_answered_and_what_was_not(screen: CoveragesScreen) -> None:
    sitting = hold(screen.engagement)
    sittings.ask_question(screen.engagement, sitting, "U2", HELD)
    screen.show_element("students/U2/STU")
    grid = screen.view.questions.grid

    assert screen.view.currentWidget() is screen.view.questions
    assert grid.chosen is not None
    assert (grid.chosen.figure, grid.chosen.is_watched) == ("0", True)
    assert grid.choose("students/U1/STU")
    assert (grid.chosen.figure, grid.chosen.rest) == ("1", " of 1")
    assert "not coded" in screen.view.questions.detail.hint.text().lower()
    assert grid.choose("students/U3/STU")
    assert grid.chosen.figure == "Not asked"


def test_the_sessions_of_a_question_are_reached_by_enter(screen: CoveragesScreen, went: Went) -> None:
    sitting = hold(screen.engagement)
    screen.show_element("students/U1/STU")
    page = screen.view.questions
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    (line,) = page.detail.sessions.lines
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert went == [("sittings", sitting)]


def test_bars_tell_sessions_that_are_not_coded_from_those_without_a_new_code(screen: CoveragesScreen) -> None:
    first, second, third = (hold(screen.engagement) for _ in range(3))
    for sitting in (first, second):
        (remark,) = remarks.list_remarks(screen.engagement, sitting)
        remarks.code_remark(screen.engagement, remark.id, ["B-ROL1"])
    screen.show_element("students/U1/all")
    chosen = screen.view.questions.grid.chosen

    assert third
    assert chosen is not None
    assert sorted(chosen.bars, key=str) == [0, 1, None]
    assert chosen.icon == ""


def test_without_a_guide_the_questions_say_what_to_do(screen: CoveragesScreen, went: Went) -> None:
    screen.view.segments.choose("questions")
    screen.view.segments.chosen.emit("questions")
    assert screen.view.questions.currentWidget() is screen.view.questions.empty
    screen.view.questions.empty.button.click()
    assert went == [("sittings", "")]


def test_what_is_missing_is_a_sentence_that_leads_to_its_cell(screen: CoveragesScreen) -> None:
    plan(screen.engagement, Group.STU, 0)
    plan(screen.engagement, Group.STU, 1, "North High", date(TODAY.year + 1, 11, 20))
    year = TODAY.year + 1
    sentence = f"No student group at North High yet: planned 1, due Nov 20, {year}"
    assert sentence in missing(screen)
    screen.view.segments.chosen.emit("missing")
    rows = screen.view.missing.list
    rows.choose(str(missing(screen).index(sentence) - 1))
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)

    chosen = screen.view.map.grid.chosen
    assert screen.view.currentWidget() is screen.view.map
    assert chosen is not None
    assert chosen.key == f"STU/focus_group/{site(screen.engagement, 'North High')}"


def test_what_is_overdue_comes_first(screen: CoveragesScreen) -> None:
    plan(screen.engagement, Group.PAR, 2, due_on=TODAY - timedelta(4))
    assert missing(screen)[0] == "Overdue"
    assert missing(screen)[1].startswith("No parent group yet: planned 2, was due ")
    assert cell(screen, "PAR/focus_group").is_late
