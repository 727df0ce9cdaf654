"""The actions screen: what is late first, and a status that always comes with its note."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.followed import LONG, TODAY, Followed, show_screen
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations import action_steps
from assessor.terms import ActionStatus
from assessor.ui.implement.action_steps import ActionStepsScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.row_models import ROW_ROLE


@pytest.fixture
def screen(followed: Followed) -> ActionStepsScreen:
    found = show_screen(followed.window, "action_steps")
    assert isinstance(found, ActionStepsScreen)
    return found


def titles(screen: ActionStepsScreen) -> list[str]:
    rows = screen.view.list.rows
    return [rows.data(rows.index(place), ROW_ROLE).title for place in range(rows.rowCount())]  # type: ignore[attr-defined]


def status(followed: Followed, key: str) -> ActionStatus:
    return action_steps.get_action(followed.engagement, followed.ids[key]).status


def test_what_is_late_stands_first_and_what_is_done_last(screen: ActionStepsScreen) -> None:
    shown = titles(screen)

    headings = ["Late", "Due in 14 days", "In progress", "Not started", "Done"]
    assert [title for title in shown if title in headings] == headings
    assert shown[1] == "Run a 45-minute practice in each school"


def test_a_row_says_what_is_wrong_in_words(screen: ActionStepsScreen, followed: Followed) -> None:
    rows = screen.view.list.rows
    spoken = rows.data(rows.index(rows.row_of(followed.ids["counselor"])), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == (
        "A1.5, Name a counselor back-up for the two schools without one, Blocked,"
        " Student services · due Jan 15, Overdue by 14 days"
    )


def test_arrows_step_over_headings(qtbot: QtBot, screen: ActionStepsScreen, followed: Followed) -> None:
    screen.show_element(followed.ids["counselor"])
    qtbot.keyClick(screen.view.list, Qt.Key.Key_Down)
    assert screen.view.list.chosen_id == followed.ids["sample"]
    qtbot.keyClick(screen.view.list, Qt.Key.Key_Up)
    assert screen.view.list.chosen_id == followed.ids["counselor"]
    qtbot.keyClick(screen.view.list, Qt.Key.Key_Home)
    assert screen.view.list.chosen_id == followed.ids["practice"]


def test_a_status_by_key_asks_for_a_note_and_keeps_it(
    qtbot: QtBot, screen: ActionStepsScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["counselor"])
    form = screen.view.detail.status.form
    qtbot.keyClick(screen.view.list, Qt.Key.Key_4)
    assert form.isVisible()
    assert form.note.box.hasFocus()
    qtbot.keyClicks(form.note.box, "The grant pays for both.")
    form.evidence.line.setFocus()
    qtbot.keyClicks(form.evidence.line, "Board minutes")
    form.note.box.setFocus()
    qtbot.keyClick(form.note.box, Qt.Key.Key_Return)

    newest = action_steps.list_updates(followed.engagement, followed.ids["counselor"])[0]
    assert (newest.status, newest.percent, newest.note, newest.evidence, newest.updated_on) == (
        ActionStatus.DONE,
        100,
        "The grant pays for both.",
        "Board minutes",
        TODAY,
    )
    assert form.isHidden()
    assert screen.view.list.hasFocus()


def test_without_a_note_nothing_changes_and_the_reason_stands_in_place(
    qtbot: QtBot, screen: ActionStepsScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["log"])
    form = screen.view.detail.status.form
    qtbot.keyClick(screen.view.list, Qt.Key.Key_3)
    qtbot.keyClick(form.note.box, Qt.Key.Key_Return)

    assert "what holds it up" in form.note.problem.sentence
    assert status(followed, "log") is ActionStatus.NOT_STARTED
    qtbot.keyClick(form.note.box, Qt.Key.Key_Escape)
    assert form.isHidden()
    assert screen.view.detail.status.segments.key == ActionStatus.NOT_STARTED.value


def test_enter_adds_a_note_to_the_status_as_it_is(
    qtbot: QtBot, screen: ActionStepsScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["practice"])
    form = screen.view.detail.status.form
    qtbot.keyClick(screen.view.list, Qt.Key.Key_Return)
    qtbot.keyClicks(form.note.box, "Oak held it.")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)

    newest = action_steps.list_updates(followed.engagement, followed.ids["practice"])[0]
    assert (newest.status, newest.percent, newest.note) == (ActionStatus.IN_PROGRESS, 66, "Oak held it.")


def test_what_is_typed_for_one_action_is_not_noted_for_another(
    qtbot: QtBot, screen: ActionStepsScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["counselor"])
    qtbot.keyClick(screen.view.list, Qt.Key.Key_4)
    qtbot.keyClicks(screen.view.detail.status.form.note.box, "Half a thought")
    screen.show_element(followed.ids["log"])

    assert screen.view.detail.status.form.isHidden()
    assert screen.view.detail.status.form.note.value() == ""
    assert status(followed, "counselor") is ActionStatus.BLOCKED


def test_segments_and_owner_narrow_the_list(
    qtbot: QtBot, screen: ActionStepsScreen, followed: Followed
) -> None:
    late = screen.kinds.findChildren(type(screen.kinds).__mro__[1])[1]
    qtbot.mouseClick(late, Qt.MouseButton.LeftButton)
    assert len(titles(screen)) == 3
    screen.kinds.choose("all")
    owner = next(a for a in screen.owners.menu().actions() if a.text() == "Safety director")
    owner.trigger()

    assert screen.owners.text() == "Safety director"
    assert len([title for title in titles(screen) if "call" in title]) == 3


def test_where_none_is_left_the_place_says_so(screen: ActionStepsScreen) -> None:
    screen.kinds.choose("blocked")
    screen.refresh()

    assert screen.view.pages.currentWidget() is screen.view.none


def test_the_quiet_line_leads_to_the_plan(
    qtbot: QtBot, screen: ActionStepsScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["counselor"])
    line = screen.view.detail.belongs
    assert line.accessibleName().startswith("Goal 1, Discipline stays with educators")
    with qtbot.waitSignal(screen.asked_to_go) as went:
        line.click()
    assert went.args == ["goals", followed.ids["counselor"]]


def test_dates_that_run_backwards_are_refused_in_words(screen: ActionStepsScreen, followed: Followed) -> None:
    screen.show_element(followed.ids["log"])
    field = screen.view.detail.fields["start_on"]
    field.edited.emit(TODAY.replace(year=2028))

    assert "end before it starts" in screen.problem.sentence


def test_an_action_can_be_dropped_with_a_reason(
    qtbot: QtBot, screen: ActionStepsScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["orphan"])
    screen.view.detail.status.drop.trigger()
    form = screen.view.detail.status.form
    qtbot.keyClicks(form.note.box, "Replaced by the shared log.")
    form.submit()

    assert status(followed, "orphan") is ActionStatus.DROPPED
    assert titles(screen)[-2:] == ["Dropped", "Publish contact list before each term"]


def test_an_engagement_without_actions_points_to_the_plan(qtbot: QtBot, window: MainWindow) -> None:
    empty = show_screen(window, "action_steps")
    assert isinstance(empty, ActionStepsScreen)
    with qtbot.waitSignal(empty.asked_to_go) as went:
        empty.view.empty.button.click()
    assert went.args == ["goals", ""]


def test_everything_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, screen: ActionStepsScreen, followed: Followed
) -> None:
    qtbot.keyClick(screen.view.list, Qt.Key.Key_4)

    assert followed.window is not None
    assert unnamed(followed.window) == []
    assert not_reached_by_tab(followed.window) == []


def test_very_long_words_cut_nothing_off(screen: ActionStepsScreen, followed: Followed) -> None:
    action_steps.edit_action(followed.engagement, followed.ids["log"], title=LONG, owner=LONG)
    screen.show_element(followed.ids["log"])

    detail = screen.view.detail
    assert detail.widget().width() <= detail.viewport().width()
