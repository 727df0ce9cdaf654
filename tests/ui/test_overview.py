"""The overview leads from every line to where it is mended, and begins with first steps."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from assessor.model import ResponseSet, SurveyImport, SurveyWave
from assessor.model.base import new_id
from assessor.operations import clients, goals, meetings, sittings
from assessor.operations.golden_thread import list_rules
from assessor.store.engagement import Engagement
from assessor.terms import Group, SittingKind
from assessor.ui.main_window import MainWindow
from assessor.ui.overview import OverviewScreen
from assessor.ui.overview_coverage import CELL_ROLE, heat_step
from assessor.ui.overview_words import loose_end, near_day
from assessor.ui.theme import Appearance, look
from assessor.ui.widgets.row_models import ROW_ROLE, ListRow

TODAY = date.today()  # noqa: DTZ011  # the day on the wall, as the screen has it
Went = list[tuple[str, str]]


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement) -> Iterator[OverviewScreen]:
    """The overview of a new engagement."""
    clients.begin_engagement(engagement, "Larkfield Unified", started_on=TODAY)
    shown = OverviewScreen(engagement)
    qtbot.addWidget(shown)
    shown.resize(1192, 672)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close_screen()


@pytest.fixture
def went(screen: OverviewScreen) -> Went:
    """Where the screen asked to go."""
    found: Went = []
    screen.asked_to_go.connect(lambda place, element: found.append((place, element)))
    return found


def rows(screen: OverviewScreen, section: str) -> list[ListRow]:
    model = getattr(screen.view, section).list.rows
    return [model.index(n).data(ROW_ROLE) for n in range(model.rowCount())]


def click_row(qtbot: QtBot, screen: OverviewScreen, section: str, row: int) -> None:
    shown = getattr(screen.view, section).list
    place = shown.visualRect(shown.rows.index(row)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)


def late_parents(engagement: Engagement) -> str:
    return sittings.add_sitting(
        engagement,
        SittingKind.FOCUS_GROUP,
        "Parents, in Spanish",
        group=Group.PAR,
        planned_on=TODAY - timedelta(6),
    )


def answers(engagement: Engagement, group: Group, count: int) -> None:
    wave = new_id()
    with engagement.change("Import") as session:
        session.add(SurveyWave(id=wave, title="Wave 1"))
        session.add(
            SurveyImport(
                id=wave, wave_id=wave, file_name="a.csv", sha256="", tool="generic", mapping={},
                imported_at=datetime.now(UTC), rows=count,
            )
        )  # fmt: skip
        session.add(ResponseSet(import_id=wave, group=group, n=count, answers=""))


def test_a_new_engagement_begins_with_first_steps(qtbot: QtBot, screen: OverviewScreen, went: Went) -> None:
    assert screen.view.first_steps.isVisible()
    assert not screen.view.columns.isVisible()
    first = screen.view.first_steps.rows[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert went == [("participants", "")]


def test_a_step_that_is_done_says_so(screen: OverviewScreen) -> None:
    clients.add_site(screen.engagement, "Ridge Middle")
    assert "1 school" in screen.view.first_steps.rows[0].accessibleName()


def test_the_first_thing_heard_brings_the_overview(screen: OverviewScreen) -> None:
    late_parents(screen.engagement)
    assert screen.view.columns.isVisible()
    assert not screen.view.first_steps.isVisible()


def test_what_is_late_leads_to_where_it_is_mended(qtbot: QtBot, screen: OverviewScreen, went: Went) -> None:
    sitting = late_parents(screen.engagement)
    (row,) = rows(screen, "late")
    assert (row.title, row.trailing) == ("Parents, in Spanish", "6 days")
    click_row(qtbot, screen, "late", 0)
    assert went == [("sittings", sitting)]


def test_what_is_next_is_told_by_its_nearness(screen: OverviewScreen) -> None:
    late_parents(screen.engagement)
    meetings.plan_meeting(screen.engagement, "M1", TODAY, title="Steering group")
    (row,) = rows(screen, "ahead")
    assert (row.title, row.trailing) == ("Steering group", "Today")


def test_a_loose_end_leads_to_its_first_element(qtbot: QtBot, screen: OverviewScreen, went: Went) -> None:
    late_parents(screen.engagement)
    goal = goals.add_goal(screen.engagement, "Disagreements solved early")
    titles = [row.title for row in rows(screen, "loose")]
    assert titles[:2] == ["Goal that answers no finding", "Goal without an objective"]
    click_row(qtbot, screen, "loose", 0)
    assert went == [("goals", goal)]


def test_changes_are_told_and_lead_into_the_history(qtbot: QtBot, screen: OverviewScreen, went: Went) -> None:
    late_parents(screen.engagement)
    assert [row.title for row in rows(screen, "changes")][:2] == ["Add focus group", "Begin engagement"]
    click_row(qtbot, screen, "changes", 0)
    assert went[0][0] == "history"


def test_more_rows_than_there_is_room_for_are_shown_when_asked(qtbot: QtBot, screen: OverviewScreen) -> None:
    for number in range(5):
        meetings.plan_meeting(screen.engagement, "M1", TODAY + timedelta(number), title=f"Meeting {number}")
    late_parents(screen.engagement)
    assert len(rows(screen, "ahead")) == 3
    screen.view.ahead.show_whole()
    assert len(rows(screen, "ahead")) == 5


def test_a_cell_of_the_heat_map_tells_and_leads(qtbot: QtBot, screen: OverviewScreen, went: Went) -> None:
    late_parents(screen.engagement)
    heat = screen.view.heat
    index = heat.coverage.index(4, 2)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Parents and guardians, focus groups: 0 of 1, past its planned date"
    heat.setCurrentIndex(index)
    qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert went == [("coverages", "PAR/focus_group")]


def test_a_cell_never_planned_leads_to_where_it_is_planned(screen: OverviewScreen, went: Went) -> None:
    late_parents(screen.engagement)
    heat = screen.view.heat
    index = heat.coverage.index(0, 1)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "–"
    heat.clicked.emit(index)
    assert went == [("coverages", "SRO/interview")]


def test_too_few_answers_are_hidden_in_words(screen: OverviewScreen) -> None:
    answers(screen.engagement, Group.PRT, 3)
    index = screen.view.heat.coverage.index(5, 0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "n < 5"
    assert "too few to show" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(CELL_ROLE).done is None


def test_the_coverage_keeps_the_rules_of_models(screen: OverviewScreen) -> None:
    tester = QAbstractItemModelTester(
        screen.view.heat.coverage, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    late_parents(screen.engagement)
    sittings.add_sitting(screen.engagement, SittingKind.INTERVIEW, "Chief", group=Group.SUP)
    assert screen.view.heat.coverage.rowCount(QModelIndex()) == 7
    assert tester is not None


@pytest.mark.parametrize(("part", "step"), [(0, 0), (0.1, 1), (0.35, 2), (0.7, 3), (0.99, 3), (1, 4)])
def test_the_tint_has_five_steps(part: float, step: int) -> None:
    assert heat_step(part) == step


def test_a_stage_says_how_far_it_is_and_leads_there(qtbot: QtBot, screen: OverviewScreen, went: Went) -> None:
    late_parents(screen.engagement)
    assess = screen.view.stages.buttons[0]
    assert assess.accessibleName() == "Assess, 0%, 0 of 1 steps, 1 open, 1 overdue"
    qtbot.keyClick(assess, Qt.Key.Key_Return)
    assert went == [("sittings", "")]


def test_arrows_lead_from_stage_to_stage(qtbot: QtBot, screen: OverviewScreen) -> None:
    first, second = screen.view.stages.buttons[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()


def test_a_larger_window_gives_the_lists_more_lines(qtbot: QtBot, screen: OverviewScreen) -> None:
    late_parents(screen.engagement)
    for number in range(20):
        clients.add_site(screen.engagement, f"School {number}")
    few = len(rows(screen, "changes"))
    screen.resize(1832, 1032)
    qtbot.waitUntil(lambda: len(rows(screen, "changes")) > few)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_overview_paints_in_every_look(screen: OverviewScreen, appearance: Appearance) -> None:
    late_parents(screen.engagement)
    answers(screen.engagement, Group.PRT, 3)
    goals.add_goal(screen.engagement, "Disagreements solved early")
    look().wear(appearance)
    assert not screen.grab().isNull()


def test_every_rule_of_the_golden_thread_has_words_and_an_icon() -> None:
    for rule in list_rules():
        words, icon = loose_end(rule.rule)
        assert words != rule.rule
        assert not look().icon(icon).isNull()


def test_days_are_said_as_near_as_they_are() -> None:
    day = date(2026, 11, 12)
    said = [near_day(day + timedelta(days), day) for days in (0, 1, 6, 7, 120)]
    assert said == ["Today", "Fri", "Wed", "Nov 19", "Mar 12, 2027"]


def test_the_rail_fills_from_the_record(qtbot: QtBot, window: MainWindow) -> None:
    sitting = sittings.add_sitting(window.engagement, SittingKind.INTERVIEW, "Principal", group=Group.ADM)
    sittings.begin_sitting(window.engagement, sitting)
    entry = next(button for button in window.rail.findChildren(QAbstractButton) if "Assess" in button.text())
    qtbot.waitUntil(lambda: entry.accessibleName() == "Assess, 100% done")
