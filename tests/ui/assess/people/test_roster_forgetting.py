"""Names forgotten in place: what is lost is said first, and the second press does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.assess.people.test_participants import retype

from assessor.operations.participants import add_participant, list_participants
from assessor.operations.remarks import list_remarks, note_remark
from assessor.operations.roster import count_roster, enter_in_roster, get_roster_entry
from assessor.operations.sittings import add_sitting, list_sittings
from assessor.terms import Group, SittingKind
from assessor.ui.assess.people.participants import ParticipantsScreen
from assessor.ui.assess.people.roster_box import RosterBox
from assessor.ui.main_window import MainWindow


@pytest.fixture
def box(window: MainWindow) -> RosterBox:
    """The roster shown of the first of three people on it."""
    engagement = window.engagement
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers")
    note_remark(engagement, sitting_id, "Ask Brambleworth for the key.")
    for name in ("Zephyrine Oduya", "Ignatia Vance", "Jo Fen"):
        enter_in_roster(engagement, add_participant(engagement, Group.TCH), name, "555 0100")
    window.go("participants")
    window.activateWindow()
    screen = window.screen_of("participants")
    assert isinstance(screen, ParticipantsScreen)
    roster = screen.people.roster
    roster.show_button.click()
    return roster


def names(box: RosterBox) -> list[str]:
    assert box._engagement is not None
    engagement = box._engagement
    return [get_roster_entry(engagement, row.id).name for row in list_participants(engagement)]


def test_the_first_press_says_what_is_lost_and_enter_twice_keeps_it(box: RosterBox) -> None:
    box.forget.ask.setFocus()
    QTest.keyClick(box.forget.ask, Qt.Key.Key_Space)
    assert box.forget.loss._title.text() == "The name and contact of TCH-01 will be gone for good"
    assert QApplication.focusWidget() is box.forget.keep
    QTest.keyClick(box.forget.keep, Qt.Key.Key_Space)
    assert names(box) == ["Zephyrine Oduya", "Ignatia Vance", "Jo Fen"]
    assert QApplication.focusWidget() is box.forget.ask


def test_one_name_is_forgotten(box: RosterBox, window: MainWindow) -> None:
    box.forget.ask.click()
    box.forget.do.click()
    assert names(box) == ["", "Ignatia Vance", "Jo Fen"]
    assert box.name.line.text() == ""
    assert not box.forget.isVisible()
    assert window.engagement.can_undo() != "Forget a name"


def test_the_roster_is_destroyed_and_every_code_stays(box: RosterBox, window: MainWindow) -> None:
    box.destroy_all.ask.click()
    assert box.destroy_all.loss._title.text() == "3 names will be gone for good"
    assert box.destroy_all.do.text() == "Destroy 3 names"
    box.destroy_all.do.click()
    assert count_roster(window.engagement) == 0
    assert [row.code for row in list_participants(window.engagement)] == ["TCH-01", "TCH-02", "TCH-03"]
    assert not box.destroy_all.isVisible()


def test_hiding_the_roster_takes_the_question_back(box: RosterBox) -> None:
    box.destroy_all.ask.click()
    box.hide_button.click()
    box.show_button.click()
    assert box.destroy_all.ask.isVisible()
    assert not box.destroy_all.do.isVisible()


def test_a_name_that_stands_in_notes_already_is_told_and_replaced(box: RosterBox, window: MainWindow) -> None:
    assert not box.mentions.isVisible()
    retype(box.name, "Rosa Brambleworth")
    assert box.mentions.note._title.text() == "This name stands in 1 place of the notes"
    box.mentions.put.click()
    sitting_id = list_sittings(window.engagement)[0].id
    assert list_remarks(window.engagement, sitting_id)[0].text == "Ask TCH-01 for the key."
    assert not box.mentions.isVisible()


def test_a_file_that_is_only_read_offers_nothing_to_forget(box: RosterBox, window: MainWindow) -> None:
    box.hide_button.click()
    window.engagement.read_only = "Locked."
    box.show_button.click()
    assert not box.forget.isVisible()
    assert not box.destroy_all.isVisible()
    window.engagement.read_only = ""
