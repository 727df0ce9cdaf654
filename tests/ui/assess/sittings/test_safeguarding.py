"""Concerns beside a sitting's record: out of sight until asked for, told to whom and when."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.assess.people.test_participants import retype
from tests.ui.walk import unnamed

from assessor.operations.clients import edit_client
from assessor.operations.participants import add_participant
from assessor.operations.safeguarding import list_concerns, note_concern
from assessor.operations.sittings import add_sitting, begin_sitting
from assessor.terms import Group, SittingKind
from assessor.ui.assess.room.safeguarding_card import ConcernCard
from assessor.ui.assess.sittings.safeguarding_box import SafeguardingBox
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


@pytest.fixture
def box(window: MainWindow) -> SafeguardingBox:
    """A sitting with two concerns, its record shown."""
    engagement = window.engagement
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Students", group=Group.STU)
    begin_sitting(engagement, sitting_id, TEN)
    speaker = add_participant(engagement, Group.STU)
    for words in ("Zugzwang at home.", "Zugzwang on the bus."):
        note_concern(engagement, sitting_id, words, said_at=TEN, question="S4", participant_id=speaker)
    window.go("sittings", sitting_id)
    window.activateWindow()
    screen = window.screen_of("sittings")
    assert isinstance(screen, SittingsScreen)
    return screen.view.record.side.concerns


def first(box: SafeguardingBox) -> ConcernCard:
    return next(iter(box.cards.values()))


def test_nothing_of_them_is_in_any_widget_until_they_are_shown(
    box: SafeguardingBox, window: MainWindow
) -> None:
    def shown() -> str:
        cards = [card.text.value() for card in window.findChildren(ConcernCard)]
        return str([label.text() for label in window.findChildren(QLabel)] + cards)

    assert box.isVisible()
    assert box.show_button.text() == "Show 2 concerns"
    assert "Zugzwang" not in shown()
    box.show_button.click()
    assert "Zugzwang at home." in shown()
    assert first(box).said.text().endswith(" · STU-01 · S4")
    assert QApplication.focusWidget() is first(box).told_to.line
    assert unnamed(window) == []
    box.hide_button.click()
    QApplication.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete
    assert "Zugzwang" not in shown()


def test_whom_it_was_told_to_is_noted_with_the_moment_and_can_be_put_right(
    box: SafeguardingBox, window: MainWindow
) -> None:
    box.show_button.click()
    card = first(box)
    assert not card.at.isVisible()
    retype(card.told_to, "County hotline")
    (told, other) = list_concerns(window.engagement)
    assert told.told_at is not None
    assert (told.told_to, other.is_open) == ("County hotline", True)
    assert box.heading._note.text() == "1 still to be told"

    retype(card.at, "9.15")
    (told, _) = list_concerns(window.engagement)
    assert told.told_at is not None
    assert f"{told.told_at.astimezone():%H:%M}" == "09:15"
    retype(card.at, "25:00")
    assert list_concerns(window.engagement)[0].told_at == told.told_at

    retype(card.told_to, "")
    assert list_concerns(window.engagement)[0].is_open


def test_a_concern_is_completed_and_removed_and_undo_brings_it_back(
    box: SafeguardingBox, window: MainWindow
) -> None:
    box.show_button.click()
    card = first(box)
    card.text.box.setPlainText("Zugzwang at home, twice.")
    card.text.save()
    assert list_concerns(window.engagement)[0].text == "Zugzwang at home, twice."
    card.remove.click()
    assert len(box.cards) == 1
    window.engagement.undo()
    assert len(box.cards) == 2


def test_whom_to_report_to_is_said_or_how_to_find_out(box: SafeguardingBox, window: MainWindow) -> None:
    box.show_button.click()
    assert "No contact is entered" in box.note._text.text()
    edit_client(window.engagement, reporting_contact="Dr. Ames, 555 0100")
    box.hide_button.click()
    box.show_button.click()
    assert "Report to: Dr. Ames, 555 0100." in box.note._text.text()


def test_another_sitting_folds_them_away_and_one_without_any_shows_nothing(
    box: SafeguardingBox, window: MainWindow
) -> None:
    box.show_button.click()
    other = add_sitting(window.engagement, SittingKind.INTERVIEW, "Principal")
    window.go("sittings", other)
    assert not box.isVisible()
    assert box.cards == {}


def test_a_file_that_is_only_read_shows_them_and_takes_nothing(
    box: SafeguardingBox, window: MainWindow
) -> None:
    window.engagement.read_only = "Locked."
    box.show_button.click()
    card = first(box)
    assert not card.remove.isVisible()
    QTest.keyClicks(card.told_to.line, "Nobody")
    QTest.keyClick(card.told_to.line, Qt.Key.Key_Return)
    assert list_concerns(window.engagement)[0].is_open
    window.engagement.read_only = ""
