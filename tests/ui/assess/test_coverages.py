"""Coverage on the screen: planned in place, unfolded into sites, asked of groups, and led to by keys."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from assessor.model import Response, SurveyImport, SurveyWave
from assessor.operations import clients, participants, planned_contacts, remarks, seats, sittings
from assessor.store.engagement import Engagement
from assessor.terms import Group, SittingKind
from assessor.ui.assess.coverage_rows import CELL_ROLE, GridCell, GridRow
from assessor.ui.assess.coverages import CoveragesScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.row_models import ROW_ROLE

TODAY = date.today()  # noqa: DTZ011  # the day on the wall, as the screen has it
HELD = datetime(2026, 11, 2, 12, tzinfo=UTC)
FOCUS_GROUP, INTERVIEW = "focus_group", "interview"
Went = list[tuple[str, str]]


@pytest.fixture
def screen(window: MainWindow) -> CoveragesScreen:
    """The screen, in an engagement with two schools and a plan for the students."""
    for name in ("North High", "Ridge Middle"):
        clients.add_site(window.engagement, name)
    plan(window.engagement, Group.STU, 2)
    window.go("coverages")
    window.activateWindow()
    found = window.screen_of("coverages")
    assert isinstance(found, CoveragesScreen)
    return found


@pytest.fixture
def went(screen: CoveragesScreen) -> Went:
    """Where the screen asked to go; nobody goes there."""
    found: Went = []
    screen.asked_to_go.disconnect()
    screen.asked_to_go.connect(lambda place, element: found.append((place, element)))
    return found


def site(engagement: Engagement, name: str) -> str:
    return next(row.id for row in clients.list_sites(engagement) if row.name == name)


def plan(
    engagement: Engagement, group: Group, planned: int, where: str = "", due_on: date | None = None
) -> None:
    cycle = clients.current_cycle(engagement)
    assert cycle is not None
    place = site(engagement, where) if where else None
    planned_contacts.plan_contacts(engagement, cycle.id, group, FOCUS_GROUP, planned, due_on, place)


def planned(engagement: Engagement) -> dict[tuple[Group, str, str], tuple[int, date | None]]:
    cycle = clients.current_cycle(engagement)
    assert cycle is not None
    rows = planned_contacts.list_planned_contacts(engagement, cycle.id)
    return {(row.group, row.method, row.site): (row.planned, row.due_on) for row in rows}


def hold(
    engagement: Engagement, group: Group = Group.STU, where: str = "North High", guide: str = "students"
) -> str:
    sitting = sittings.add_sitting(
        engagement, SittingKind.FOCUS_GROUP, "Students", group=group, site_id=site(engagement, where)
    )
    sittings.choose_guide(engagement, sitting, guide)
    person = participants.add_participant(engagement, group)
    seats.seat_participant(engagement, sitting, person)
    sittings.begin_sitting(engagement, sitting, HELD)
    remarks.note_remark(engagement, sitting, "He is kind.", speakers=[person], question="U1", said_at=HELD)
    return sitting


def answers(engagement: Engagement, counts: dict[str, int]) -> None:
    places = {name: site(engagement, name) for name in counts}
    with engagement.change("Import") as session:
        session.add(SurveyWave(id="wave", title="Wave 1"))
        session.add(
            SurveyImport(
                id="import", wave_id="wave", file_name="a.csv", sha256="", tool="generic", mapping={},
                imported_at=HELD, rows=0,
            )
        )  # fmt: skip
        for name, count in counts.items():
            session.add_all(
                Response(import_id="import", group=Group.STU, site_id=places[name], answers={})
                for _ in range(count)
            )


def shown(screen: CoveragesScreen) -> list[str]:
    model = screen.view.map.grid.grid
    rows = (model.row(place) for place in range(model.rowCount()))
    return [row.label for row in rows if row is not None]


def cell(screen: CoveragesScreen, key: str) -> GridCell:
    grid = screen.view.map.grid
    assert grid.choose(key)
    found = grid.chosen
    assert found is not None
    return found


def press(screen: CoveragesScreen, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.view.map.grid, key)


def missing(screen: CoveragesScreen) -> list[str]:
    model = screen.view.missing.list.rows
    rows = [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]
    return [row.title for row in rows]


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


def test_questions_say_what_was_answered_and_what_was_not(screen: CoveragesScreen) -> None:
    sitting = hold(screen.engagement)
    sittings.ask_question(screen.engagement, sitting, "U2", HELD)
    screen.show_element("students/U2/STU")
    grid = screen.view.questions.grid

    assert screen.view.currentWidget() is screen.view.questions
    assert grid.chosen is not None
    assert (grid.chosen.figure, grid.chosen.is_watched) == ("No answer", True)
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
