"""Coverage on the screen: planned in place, unfolded into sites, asked of groups, and led to by keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from tests.ui.assess.coverage.coverage_screen import (
    FOCUS_GROUP,
    INTERVIEW,
    TODAY,
    Went,
    answers,
    cell,
    follow,
    hold,
    open_coverage,
    plan,
    planned,
    press,
    shown,
    site,
)

from assessor.operations import clients, sittings
from assessor.terms import Group
from assessor.ui.assess.coverage.coverage_rows import CELL_ROLE, GridCell, GridRow
from assessor.ui.assess.coverage.coverages import CoveragesScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.row_models import ROW_ROLE


@pytest.fixture
def screen(window: MainWindow) -> CoveragesScreen:
    """The screen, in an engagement with two schools and a plan for the students."""
    return open_coverage(window)


@pytest.fixture
def went(screen: CoveragesScreen) -> Went:
    """Where the screen asked to go."""
    return follow(screen)


def test_an_empty_engagement_begins_with_the_working_targets(window: MainWindow) -> None:
    window.go("coverages")
    screen = window.screen_of("coverages")
    assert isinstance(screen, CoveragesScreen)
    assert screen.view.currentWidget() is screen.view.first
    screen.view.empty.button.click()

    assert screen.view.currentWidget() is screen.view.map
    assert (Group.PAR, FOCUS_GROUP, "") in planned(window.engagement)
    window.engagement.undo()
    assert planned(window.engagement) == {}


def test_planning_by_hand_shows_the_map(window: MainWindow) -> None:
    window.go("coverages")
    screen = window.screen_of("coverages")
    assert isinstance(screen, CoveragesScreen)
    screen.view.by_hand.click()
    assert screen.view.currentWidget() is screen.view.map


def test_targets_fill_what_is_not_planned_yet(screen: CoveragesScreen) -> None:
    screen.view.propose.click()

    assert planned(screen.engagement)[Group.STU, FOCUS_GROUP, ""] == (2, None)
    assert planned(screen.engagement)[Group.ADM, INTERVIEW, "North High"] == (1, None)
    assert not screen.view.propose.isVisible()


def test_a_cell_says_what_is_done_of_what_is_planned(screen: CoveragesScreen) -> None:
    hold(screen.engagement)
    found = cell(screen, "STU/focus_group")

    assert (found.figure, found.rest, found.is_late) == ("1", " of 2", False)
    assert found.spoken == "Students, focus groups: 1 of 2"
    assert cell(screen, "STU/people").figure == "1"


def test_a_group_unfolds_into_its_sites_by_keys(screen: CoveragesScreen) -> None:
    grid = screen.view.map.grid
    grid.setCurrentIndex(grid.grid.index(3, 0))
    press(screen, Qt.Key.Key_Right)
    assert shown(screen)[3:7] == ["Students", "North High", "Ridge Middle", "Parents and guardians"]
    press(screen, Qt.Key.Key_Down)
    assert grid.currentIndex().data() == "North High"
    press(screen, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert "North High" not in shown(screen)


def test_a_digit_typed_on_a_cell_plans_it(screen: CoveragesScreen, qtbot: QtBot) -> None:
    plan(screen.engagement, Group.STU, 1, "North High", TODAY + timedelta(8))
    north = site(screen.engagement, "North High")
    cell(screen, f"STU/focus_group/{north}")
    screen.view.map.grid.setFocus()
    QTest.keyClick(screen.view.map.grid, "3")
    line = screen.view.map.detail.planned.line
    assert line.text() == "3"
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert planned(screen.engagement)[Group.STU, FOCUS_GROUP, "North High"] == (3, TODAY + timedelta(8))
    assert planned(screen.engagement)[Group.STU, FOCUS_GROUP, ""] == (2, None)
    chosen = screen.view.map.grid.chosen
    assert chosen is not None
    assert (chosen.key, chosen.rest) == (f"STU/focus_group/{north}", " of 3")


def test_enter_goes_into_the_detail_and_escape_comes_back(screen: CoveragesScreen) -> None:
    cell(screen, "TCH/focus_group")
    screen.view.map.grid.setFocus()
    press(screen, Qt.Key.Key_Return)
    assert screen.view.map.detail.planned.line.hasFocus()
    QTest.keyClick(screen.view.map.detail.planned.line, Qt.Key.Key_Escape)
    assert screen.view.map.grid.hasFocus()


def test_what_is_typed_goes_to_the_cell_it_was_typed_for(screen: CoveragesScreen) -> None:
    cell(screen, "TCH/focus_group")
    screen.view.map.detail.planned.line.setFocus()
    QTest.keyClicks(screen.view.map.detail.planned.line, "4")
    cell(screen, "PAR/focus_group")

    assert planned(screen.engagement) == {
        (Group.STU, FOCUS_GROUP, ""): (2, None),
        (Group.TCH, FOCUS_GROUP, ""): (4, None),
    }


def test_a_day_is_planned_beside_the_number(screen: CoveragesScreen) -> None:
    cell(screen, "STU/focus_group")
    line = screen.view.map.detail.due_on.line
    line.setFocus()
    QTest.keyClicks(line, "2027-03-12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert planned(screen.engagement)[Group.STU, FOCUS_GROUP, ""] == (2, date(2027, 3, 12))


def test_a_day_without_a_number_is_refused_in_place(screen: CoveragesScreen) -> None:
    cell(screen, "TCH/focus_group")
    line = screen.view.map.detail.due_on.line
    line.setFocus()
    QTest.keyClicks(line, "2027-03-12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "how many" in screen.view.map.detail.due_on.problem.sentence


def test_a_session_is_planned_here_with_its_guide(screen: CoveragesScreen, went: Went) -> None:
    north = site(screen.engagement, "North High")
    cell(screen, f"STU/focus_group/{north}")
    screen.view.map.detail.plan_session.click()
    ((place, new),) = went
    sitting = sittings.get_sitting(screen.engagement, new)

    assert place == "sittings"
    assert (sitting.title, sitting.group, sitting.site_id) == ("Student group, North High", Group.STU, north)
    assert (sitting.guide_key, sitting.planned_on) == ("students", None)


def test_the_sessions_behind_a_cell_lead_to_their_record(screen: CoveragesScreen, went: Went) -> None:
    sitting = hold(screen.engagement)
    cell(screen, "STU/focus_group")
    (line,) = screen.view.map.detail.sessions.lines
    line.click()
    assert went == [("sittings", sitting)]


def test_one_site_is_looked_at_alone(screen: CoveragesScreen) -> None:
    hold(screen.engagement)
    screen.view.site.setFocus()
    QTest.keyClick(screen.view.site, Qt.Key.Key_Down)  # to North High
    QTest.keyClick(screen.view.site, Qt.Key.Key_Down)  # to Ridge Middle
    ridge = site(screen.engagement, "Ridge Middle")

    assert screen.view.site.site_id == ridge
    assert cell(screen, f"STU/focus_group/{ridge}").figure == "–"
    assert "North High" not in shown(screen)


def test_too_few_answers_are_hatched_at_the_site_and_in_its_detail(screen: CoveragesScreen) -> None:
    answers(screen.engagement, {"North High": 12, "Ridge Middle": 3})
    ridge = site(screen.engagement, "Ridge Middle")
    found = cell(screen, f"STU/survey/{ridge}")
    detail = screen.view.map.detail

    assert (found.figure, found.hidden, found.step) == ("", "n < 5", None)
    assert detail.hidden.isVisible()
    assert not detail.facts.isVisible()
    assert not any("3" in label.text() for label in (detail.state, detail.why))


def test_the_overview_leads_to_the_cell(window: MainWindow, screen: CoveragesScreen) -> None:
    window.go("coverages", "TCH/focus_group")
    chosen = screen.view.map.grid.chosen
    assert chosen is not None
    assert chosen.key == "TCH/focus_group"


def test_a_cell_of_another_site_is_shown_among_all(screen: CoveragesScreen) -> None:
    north, ridge = (site(screen.engagement, name) for name in ("North High", "Ridge Middle"))
    screen.view.site.choose(north)
    screen.refresh()
    screen.show_element(f"STU/focus_group/{ridge}")
    chosen = screen.view.map.grid.chosen

    assert screen.view.site.site_id is None
    assert chosen is not None
    assert chosen.key == f"STU/focus_group/{ridge}"


def test_a_place_kept_survives_what_changes(screen: CoveragesScreen) -> None:
    north = site(screen.engagement, "North High")
    cell(screen, f"STU/focus_group/{north}")
    clients.add_site(screen.engagement, "Oak")
    hold(screen.engagement)
    chosen = screen.view.map.grid.chosen

    assert chosen is not None
    assert (chosen.key, chosen.figure) == (f"STU/focus_group/{north}", "1")


def test_the_grid_keeps_the_rules_of_models(screen: CoveragesScreen) -> None:
    model = screen.view.map.grid.grid
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.view.map.grid.fold_all(is_open=True)
    hold(screen.engagement)
    clients.add_site(screen.engagement, "Oak")
    screen.view.map.grid.fold_all(is_open=False)

    assert tester is not None
    assert model.rowCount(QModelIndex()) == 6
    assert isinstance(model.index(0, 0).data(ROW_ROLE), GridRow)
    assert isinstance(model.index(0, 1).data(CELL_ROLE), GridCell)


def test_a_read_only_engagement_plans_nothing(screen: CoveragesScreen) -> None:
    screen.engagement.read_only = "This file can only be read."
    screen.refresh()
    cell(screen, "STU/focus_group")
    detail = screen.view.map.detail
    screen.view.map.grid.setFocus()
    press(screen, Qt.Key.Key_3)

    assert not detail.planned.line.isEnabled()
    assert not detail.plan_session.isVisible()
    assert not screen.view.propose.isVisible()
    assert planned(screen.engagement)[Group.STU, FOCUS_GROUP, ""] == (2, None)


def test_another_day_is_looked_at_anew(window: MainWindow, screen: CoveragesScreen) -> None:
    due_on = TODAY + timedelta(1)
    plan(screen.engagement, Group.PAR, 1, due_on=due_on)
    assert not cell(screen, "PAR/focus_group").is_late
    window.go("overview")

    class Later(date):
        """The day after the day it was due."""

        @classmethod
        def today(cls) -> date:
            return due_on + timedelta(1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assessor.ui.assess.coverage.coverages.date", Later)
        window.go("coverages")
        assert cell(screen, "PAR/focus_group").is_late
