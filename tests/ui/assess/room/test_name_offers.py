"""Names typed in the room: a code is offered, Tab puts it, and Enter stores no name either way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.assess.room.test_sittings_live import notes, room, screen, sitting_id, type_line

from assessor.operations.clients import edit_client
from assessor.operations.kept_lines import get_line
from assessor.operations.participants import list_participants
from assessor.operations.roster import enter_in_roster
from assessor.operations.safeguarding import list_concerns
from assessor.ui.assess.room.live_room import LiveRoom

__all__ = ["room", "screen", "sitting_id"]


@pytest.fixture
def named(room: LiveRoom) -> LiveRoom:
    """The room, with two of those at the table on the roster."""
    people = list_participants(room._engagement)
    enter_in_roster(room._engagement, people[0].id, "Maria Alvarez")
    enter_in_roster(room._engagement, people[1].id, "Will Price")
    return room


def test_tab_puts_the_code_in_place_of_the_name(named: LiveRoom) -> None:
    QTest.keyClicks(named.input.line, "4 Ask Maria Alvarez")
    assert named.below.offer.isVisible()
    assert not named.hints.isVisible()
    assert named.below.offer.told.text() == "Maria Alvarez is TCH-01."
    QTest.keyClick(named.input.line, Qt.Key.Key_Tab)
    assert named.input.whole == "4 Ask TCH-01"
    assert named.hints.isVisible()
    QTest.keyClicks(named.input.line, " first.")
    QTest.keyClick(named.input.line, Qt.Key.Key_Return)
    assert notes(named)[0].text == "Ask TCH-01 first."


def test_enter_stores_the_code_and_so_does_the_line_kept(named: LiveRoom, qtbot: QtBot) -> None:
    QTest.keyClicks(named.input.line, "4 Ask Maria Alvarez")
    qtbot.waitUntil(lambda: bool(get_line(named._engagement, named._sitting_id).text))
    assert get_line(named._engagement, named._sitting_id).text == "4 Ask TCH-01"
    assert named.input.text == "Ask Maria Alvarez"
    QTest.keyClick(named.input.line, Qt.Key.Key_Return)
    assert notes(named)[0].text == "Ask TCH-01"


def test_a_name_that_may_be_a_word_is_offered_and_left_alone(named: LiveRoom) -> None:
    QTest.keyClicks(named.input.line, "Will")
    assert named.below.offer.told.text() == "Will may be TCH-02."
    QTest.keyClicks(named.input.line, " they read it, or will it be lost")
    QTest.keyClick(named.input.line, Qt.Key.Key_Return)
    assert notes(named)[0].text == "Will they read it, or will it be lost"


def test_a_concern_says_whom_to_tell_in_place_for_a_while(named: LiveRoom) -> None:
    type_line(named, "!!Alvarez is afraid.")
    assert [row.text for row in list_concerns(named._engagement)] == ["TCH-01 is afraid."]
    assert notes(named) == []
    assert named.below.concern.isVisible()
    assert named.below.concern.told.text() == "Set apart. Nothing of it is exported."
    assert "No contact is entered" in named.below.concern.then.text()
    edit_client(named._engagement, reporting_contact="Dr. Ames, 555 0100")
    type_line(named, "!!Again.")
    assert named.below.concern.then.text() == "Do not ask further. Report to: Dr. Ames, 555 0100"
    named.below._showing.timeout.emit()
    named.below._showing.stop()
    named.below._show()
    assert named.hints.isVisible()
