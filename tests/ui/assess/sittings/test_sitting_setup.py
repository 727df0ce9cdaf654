"""Setting a sitting up: seats, consent, what to look at again, and what is read aloud."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.assess.sittings.seats import click_seat, drag_seat, seat_item
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations.participants import list_participants
from assessor.operations.seats import SeatRow, seat_new_participants
from assessor.operations.sittings import add_sitting, begin_sitting, choose_guide, edit_sitting, get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Group, SittingKind, TableShape
from assessor.ui.assess.sittings.seating_words import seats_words
from assessor.ui.assess.sittings.sitting_setup_layout import SetupLayout
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    return add_sitting(
        engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH, facilitator="Ana Ruiz"
    )


@pytest.fixture
def screen(window: MainWindow, sitting_id: str) -> SittingsScreen:
    window.go("sittings", sitting_id)
    window.activateWindow()
    found = window.screen_of("sittings")
    assert isinstance(found, SittingsScreen)
    return found


@pytest.fixture
def setup(screen: SittingsScreen) -> SetupLayout:
    return screen.view.record.setup


def shown(screen: SittingsScreen) -> tuple[SeatRow, ...]:
    return get_sitting(screen.engagement, screen.view.list.chosen_id).seats


def test_a_sitting_that_has_not_begun_shows_its_setup_and_then_its_record(
    screen: SittingsScreen, setup: SetupLayout, sitting_id: str
) -> None:
    record = screen.view.record
    assert record.pages.currentWidget() is setup
    assert setup.first.isVisible()
    assert not setup.map.isVisible()
    assert not record.side.seats.isVisible()

    begin_sitting(screen.engagement, sitting_id)
    assert record.pages.currentWidget() is record.nothing
    assert record.side.seats.isVisible()


def test_people_of_any_group_are_seated_with_return(screen: SittingsScreen, setup: SetupLayout) -> None:
    for group, count in ((Group.SRO, "2"), (Group.ADM, "3")):
        setup.people.groups.setCurrentIndex(list(Group).index(group))
        setup.people.count.selectAll()
        QTest.keyClicks(setup.people.count, count)
        QTest.keyClick(setup.people.count, Qt.Key.Key_Return)

    assert [seat.code for seat in shown(screen)] == ["SRO-01", "SRO-02", "ADM-01", "ADM-02", "ADM-03"]
    assert setup.map.isVisible()
    assert setup.map.table.bold == "5 people"
    assert setup.people.groups.currentIndex() == list(Group).index(Group.ADM)


def test_three_consents_are_noted_per_person_and_for_all(screen: SittingsScreen, setup: SetupLayout) -> None:
    seat_new_participants(screen.engagement, screen.view.list.chosen_id, Group.TCH, 3)
    line = setup.people._lines[1]
    for toggle in line.toggles.values():
        assert not toggle.isHidden()
        toggle.setFocus()
        QTest.keyClick(toggle, Qt.Key.Key_Space)
    seat = shown(screen)[1]
    assert (seat.takes_part, seat.may_be_quoted, seat.may_be_recorded) == (False, True, True)

    assert not setup.people.all.toggles["may_be_recorded"].isChecked()
    setup.people.all.toggles["may_be_recorded"].click()
    assert all(one.may_be_recorded for one in list_participants(screen.engagement))
    assert setup.people.all.toggles["may_be_recorded"].isChecked()
    screen.engagement.undo()
    assert [one.may_be_recorded for one in shown(screen)] == [False, True, False]


def test_a_seat_is_dragged_as_one_change_and_a_click_only_chooses_it(
    screen: SittingsScreen, setup: SetupLayout
) -> None:
    seat_new_participants(screen.engagement, screen.view.list.chosen_id, Group.TCH, 6)
    click_seat(setup.map, 2)
    assert seat_item(setup.map, 2).state.is_chosen
    assert not setup.even.isVisible()
    drag_seat(setup.map, 2, QPoint(-50, 20))
    assert shown(screen)[1].x is not None

    setup.even.click()
    assert shown(screen)[1].x is None


def test_seats_are_arranged_by_keys_alone(screen: SittingsScreen, setup: SetupLayout) -> None:
    seat_new_participants(screen.engagement, screen.view.list.chosen_id, Group.TCH, 6)
    setup.map.setFocus()
    QTest.keyClick(setup.map, Qt.Key.Key_Right)
    assert "P1 chosen" in setup.map.accessibleName()
    QTest.keyClick(setup.map, Qt.Key.Key_Left)

    assert shown(screen)[0].x is not None
    assert setup.map.hasFocus()


def test_tab_shows_which_seat_the_arrow_keys_move(screen: SittingsScreen, setup: SetupLayout) -> None:
    seat_new_participants(screen.engagement, screen.view.list.chosen_id, Group.TCH, 6)
    setup.map.setFocus(Qt.FocusReason.TabFocusReason)

    assert setup.map.has_ring
    assert seat_item(setup.map, 1).state.is_chosen


def test_the_wheel_over_the_map_scrolls_the_page(
    window: MainWindow, screen: SittingsScreen, setup: SetupLayout
) -> None:
    seat_new_participants(screen.engagement, screen.view.list.chosen_id, Group.TCH, 9)
    QApplication.processEvents()
    middle = setup.map.viewport().rect().center()
    at = setup.map.viewport().mapTo(window, middle)
    QTest.wheelEvent(window.windowHandle(), at, QPoint(0, -240))

    assert setup.verticalScrollBar().value() > 0


def test_the_shape_of_the_table_is_chosen(screen: SittingsScreen, setup: SetupLayout) -> None:
    setup.shapes.chosen.emit(TableShape.CIRCLE.value)

    assert get_sitting(screen.engagement, screen.view.list.chosen_id).table_shape is TableShape.CIRCLE
    assert setup.shapes.key == "circle"


def test_what_to_look_at_again_is_said_in_words_and_blocks_nothing(
    screen: SittingsScreen, setup: SetupLayout, sitting_id: str
) -> None:
    seat_new_participants(screen.engagement, sitting_id, Group.TCH, 4)
    seat_new_participants(screen.engagement, sitting_id, Group.ADM, 1)
    edit_sitting(screen.engagement, sitting_id, recording="Recorder 2")

    words = " ".join(setup.warnings.sentences)
    assert "Teachers and administrators sit together (P1–P5)" in words
    assert "6 to 10 people" in words
    assert "not everyone agreed to one: P1–P5" in words
    assert setup.warnings.accessibleName() == words
    screen.view.take_notes.click()
    assert screen.room is not None


def test_a_joint_session_brings_no_warning_about_its_mix(
    screen: SittingsScreen, setup: SetupLayout, sitting_id: str
) -> None:
    seat_new_participants(screen.engagement, sitting_id, Group.SRO, 3)
    seat_new_participants(screen.engagement, sitting_id, Group.ADM, 3)
    assert len(setup.warnings.sentences) == 1
    edit_sitting(screen.engagement, sitting_id, kind=SittingKind.JOINT_SESSION)

    assert setup.warnings.sentences == []
    assert not setup.warnings.isVisible()


def test_consent_and_ground_rules_are_there_to_be_read_aloud(
    screen: SittingsScreen, setup: SetupLayout, sitting_id: str
) -> None:
    assert setup.aloud.none.isVisible()
    choose_guide(screen.engagement, sitting_id, "teachers_and_staff")

    assert not setup.aloud.none.isVisible()
    assert "I am Ana Ruiz, and I work with Larkfield Unified" in setup.aloud.consent.text()
    assert "Phones away." in setup.aloud.rules.text()


def test_an_observation_seats_nobody_and_shows_what_to_see_to(
    screen: SittingsScreen, setup: SetupLayout
) -> None:
    other = add_sitting(screen.engagement, SittingKind.OBSERVATION, "Arrival")
    choose_guide(screen.engagement, other, "observation")
    screen.show_element(other)

    assert not setup.people.isVisible()
    assert not setup.recording.isVisible()
    assert setup.aloud.before.isVisible()


def test_the_recording_saves_itself(screen: SittingsScreen, setup: SetupLayout, qtbot: QtBot) -> None:
    setup.recording.editor.setFocus()
    QTest.keyClicks(setup.recording.line, "Recorder 2, file 14")
    QTest.keyClick(setup.recording.line, Qt.Key.Key_Return)

    assert get_sitting(screen.engagement, screen.view.list.chosen_id).recording == "Recorder 2, file 14"


def test_someone_is_taken_off_the_sitting_and_stays_a_participant(
    screen: SittingsScreen, setup: SetupLayout, sitting_id: str
) -> None:
    seat_new_participants(screen.engagement, sitting_id, Group.TCH, 2)
    offers = dict(setup.people._lines[0].offers())
    offers["Take off this sitting"]()

    assert [seat.code for seat in shown(screen)] == ["TCH-02"]
    assert len(list_participants(screen.engagement)) == 2


def test_everything_in_the_setup_has_a_name_and_is_reached_by_tab(
    window: MainWindow, screen: SittingsScreen, sitting_id: str
) -> None:
    choose_guide(screen.engagement, sitting_id, "teachers_and_staff")
    seat_new_participants(screen.engagement, sitting_id, Group.TCH, 3)

    assert unnamed(window) == []
    assert not_reached_by_tab(window) == []


def test_many_seats_in_a_row_are_said_shortly() -> None:
    assert seats_words((1, 2, 3, 5, 6, 9)) == "P1–P3 P5 P6 P9"


def test_what_can_only_be_read_offers_nothing_to_change(
    screen: SittingsScreen, setup: SetupLayout, sitting_id: str
) -> None:
    seat_new_participants(screen.engagement, sitting_id, Group.TCH, 3)
    screen.engagement.read_only = "This file can only be read."
    screen.refresh()

    assert not setup.map.is_arranging
    assert not setup.people.adding.isVisible()
    assert not setup.people.known.isVisible()
    assert not setup.people._lines[0].part.isEnabled()
    assert not setup.recording.editor.isEnabled()
    assert not screen.view.record.side.guide.own.isVisible()
