"""The meetings screen: planned in a rhythm, logged or canceled with a reason, with what was decided."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.followed import TODAY, Followed, show_screen
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations import meetings
from assessor.operations.meeting_rhythms import Rhythm
from assessor.operations.meetings import MeetingRow
from assessor.terms import MeetingState
from assessor.ui.implement.meetings import MeetingsScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def screen(followed: Followed) -> MeetingsScreen:
    found = show_screen(followed.window, "meetings")
    assert isinstance(found, MeetingsScreen)
    return found


def row(followed: Followed, key: str) -> MeetingRow:
    found = meetings.list_meetings(followed.engagement)
    return next(each for each in found if each.id == followed.ids[key])


def test_the_meeting_nearest_to_today_is_opened_first(screen: MeetingsScreen, followed: Followed) -> None:
    assert screen.view.list.chosen_id == followed.ids["unlogged"]
    assert screen.view.detail.standing.text() == "Not logged"


def test_the_strip_says_planned_and_held_in_words(screen: MeetingsScreen) -> None:
    said = screen.view.strip.accessibleDescription()

    assert said.startswith("Spring 2027. M2 Officer and administrator: 2 of 4 held")
    assert "M5 Steering group: 1 of 1 held" in said


def test_a_meeting_is_logged_by_key_and_asks_who_came(
    qtbot: QtBot, screen: MeetingsScreen, followed: Followed
) -> None:
    qtbot.keyClick(screen.view.list, Qt.Key.Key_2)
    who = screen.view.detail.attended_by
    assert who.line.hasFocus()
    qtbot.keyClicks(who.line, "SRO, principal")
    qtbot.keyClick(who.line, Qt.Key.Key_Return)

    found = row(followed, "unlogged")
    assert (found.state, found.attended_by) == (MeetingState.HELD, "SRO, principal")
    assert found.agenda.startswith("Last week’s calls")


def test_all_came_as_planned_by_one_click(qtbot: QtBot, screen: MeetingsScreen, followed: Followed) -> None:
    qtbot.keyClick(screen.view.list, Qt.Key.Key_2)
    assert screen.view.detail.as_planned.text() == "Officer and principal came"
    screen.view.detail.as_planned.click()

    assert row(followed, "unlogged").attended_by == "Officer and principal"
    assert screen.view.detail.as_planned.isHidden()


def test_canceling_is_refused_in_place_without_a_reason(
    qtbot: QtBot, screen: MeetingsScreen, followed: Followed
) -> None:
    qtbot.keyClick(screen.view.list, Qt.Key.Key_3)
    cancel = screen.view.detail.cancel
    assert cancel.reason.line.hasFocus()
    qtbot.keyClick(cancel.reason.line, Qt.Key.Key_Return)
    assert "Say why" in cancel.reason.problem.sentence
    assert row(followed, "unlogged").state is MeetingState.PLANNED

    qtbot.keyClicks(cancel.reason.line, "SRO in court")
    qtbot.keyClick(cancel.reason.line, Qt.Key.Key_Return)
    found = row(followed, "unlogged")
    assert (found.state, found.canceled_because) == (MeetingState.CANCELLED, "SRO in court")
    assert cancel.isHidden()
    assert screen.view.detail.canceled_because.value() == "SRO in court"


def test_keeping_the_meeting_changes_nothing(
    qtbot: QtBot, screen: MeetingsScreen, followed: Followed
) -> None:
    qtbot.keyClick(screen.view.list, Qt.Key.Key_3)
    screen.view.detail.cancel.give_up.click()

    assert screen.view.detail.states.key == MeetingState.PLANNED.value
    assert row(followed, "unlogged").state is MeetingState.PLANNED


def test_a_canceled_meeting_keeps_its_reason_and_can_be_planned_again(
    qtbot: QtBot, screen: MeetingsScreen, followed: Followed
) -> None:
    qtbot.keyClick(screen.view.list, Qt.Key.Key_3)
    qtbot.keyClicks(screen.view.detail.cancel.reason.line, "Snow")
    screen.view.detail.cancel.save.click()
    screen.view.detail.canceled_because.edited.emit("")
    assert "keeps its reason" in screen.view.detail.canceled_because.problem.sentence
    qtbot.keyClick(screen.view.list, Qt.Key.Key_1)

    assert row(followed, "unlogged").state is MeetingState.PLANNED


def test_a_decision_is_written_tied_and_removed(
    qtbot: QtBot, screen: MeetingsScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["first_weekly"])
    lines = screen.view.detail.decisions
    qtbot.keyClick(lines.new.line, Qt.Key.Key_Return)
    assert lines.new.problem.sentence == "Write what was decided."
    qtbot.keyClicks(lines.new.line, "Sort calls by the guide")
    qtbot.keyClick(lines.new.line, Qt.Key.Key_Return)
    (decision,) = meetings.list_decisions(followed.engagement, followed.ids["first_weekly"])
    assert lines.new.line.text() == ""

    (link,) = lines.links
    qtbot.keyClick(link.node, Qt.Key.Key_Return)
    qtbot.keyClicks(link.owner.line, "Principal")
    qtbot.keyClick(link.owner.line, Qt.Key.Key_Return)
    link.action.edited.emit(followed.ids["log"])
    (decision,) = meetings.list_decisions(followed.engagement, followed.ids["first_weekly"])
    assert (decision.owner, decision.action_step) == (
        "Principal",
        "Keep one shared log of calls and follow-ups",
    )
    assert "A2.2" in lines.links[0].node.accessibleName()

    lines.links[0].remove.click()
    assert meetings.list_decisions(followed.engagement, followed.ids["first_weekly"]) == []


def test_a_rhythm_is_told_before_it_is_planned_and_is_one_change(
    qtbot: QtBot, screen: MeetingsScreen, followed: Followed
) -> None:
    before = len(meetings.list_meetings(followed.engagement))
    screen.add.click()
    panel = screen.view.planning
    panel.kind.box.setCurrentIndex(panel.kind.box.findText("M3  Three-way with supervisor"))
    panel.kind.save()
    assert panel.rhythm.value() is Rhythm.MONTHLY
    panel.until.set_value(TODAY.replace(month=4, day=30))
    panel.until.edited.emit(panel.until.value())
    assert panel.outcome.text().startswith("4 meetings, from Jan 29, 2027 to Apr 29, 2027")
    assert panel.plan.text() == "Plan 4 meetings"
    panel.plan.click()
    assert len(meetings.list_meetings(followed.engagement)) == before + 4
    assert screen.view.right.currentWidget() is screen.view.detail
    followed.engagement.undo()
    assert len(meetings.list_meetings(followed.engagement)) == before


def test_a_rhythm_that_ends_before_it_begins_is_refused_in_place(screen: MeetingsScreen) -> None:
    screen.add.click()
    panel = screen.view.planning
    panel.until.set_value(TODAY.replace(year=2026))
    panel.plan.click()

    assert "before the first" in panel.problem.sentence
    assert screen.view.right.currentWidget() is panel


def test_escape_gives_planning_up(qtbot: QtBot, screen: MeetingsScreen) -> None:
    screen.add.click()
    qtbot.keyClick(screen.view.planning.title.line, Qt.Key.Key_Escape)

    assert screen.view.right.currentWidget() is screen.view.detail
    assert screen.add.isVisible()


def test_a_kind_of_which_there_is_none_says_so(screen: MeetingsScreen, followed: Followed) -> None:
    meetings.remove_meeting(followed.engagement, followed.ids["unlogged"])
    screen.kinds.choose("open")
    screen.refresh()

    assert screen.view.right.currentWidget() is screen.view.none


def test_a_decision_found_by_search_leads_to_its_meeting(screen: MeetingsScreen, followed: Followed) -> None:
    screen.show_element(followed.ids["decision"])

    assert screen.view.list.chosen_id == followed.ids["steering"]


def test_an_engagement_without_meetings_offers_to_plan_one(window: MainWindow) -> None:
    empty = show_screen(window, "meetings")
    assert isinstance(empty, MeetingsScreen)
    assert empty.view.pages.currentWidget() is empty.view.empty
    empty.view.empty.button.click()
    assert empty.view.right.currentWidget() is empty.view.planning
    empty.view.planning.plan.click()
    assert empty.view.right.currentWidget() is empty.view.detail


@pytest.mark.parametrize("is_planning", [False, True])
def test_everything_has_a_name_and_tab_reaches_it(
    screen: MeetingsScreen, followed: Followed, is_planning: bool
) -> None:
    screen.show_element(followed.ids["steering"])
    screen.view.detail.decisions.links[0].node.click()
    if is_planning:
        screen.add.click()

    assert followed.window is not None
    assert unnamed(followed.window) == []
    assert not_reached_by_tab(followed.window) == []
