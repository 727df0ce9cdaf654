"""The practice: the real room, captions to note, a score, and nothing of it in the client's file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.assess.practice.note_taker import (
    CONTROL,
    SHIFT,
    Time,
    end,
    figures,
    note,
    note_said,
    note_seen,
    play,
    player_of,
    press,
    room_of,
    strip_of,
)

from assessor.instruments.practices import FACILITATOR
from assessor.operations.clients import edit_client, get_client
from assessor.operations.histories import list_changes
from assessor.operations.remarks import list_remarks
from assessor.operations.sittings import get_sitting
from assessor.store.engagement import Engagement
from assessor.ui.assess.practice.caption_player import Step
from assessor.ui.assess.practice.practice_room import PracticeRoom
from assessor.ui.assess.room.steady_clock import SteadyClock
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    moved = Time()
    monkeypatch.setattr(SteadyClock, "now", lambda _clock: moved.wall())
    return moved


@pytest.fixture
def screen(window: MainWindow) -> SittingsScreen:
    window.go("sittings")
    window.activateWindow()
    found = window.screen_of("sittings")
    assert isinstance(found, SittingsScreen)
    return found


@pytest.fixture
def practice(screen: SittingsScreen, time: Time) -> PracticeRoom:
    assert time.passed == 0
    screen.view.empty.second.click()
    assert screen.practicing.room is not None
    return screen.practicing.room


def test_the_practice_is_the_real_room_with_its_table_and_guide(
    practice: PracticeRoom, window: MainWindow
) -> None:
    room, file = room_of(practice), practice.file
    assert file is not None
    sitting = get_sitting(file.engagement, file.sitting_id)

    assert window.rooms.currentWidget() is practice
    assert QApplication.focusWidget() is room.input.line
    assert [seat.number for seat in sitting.seats] == [1, 2, 3, 4, 5, 6]
    assert room.title.text() == "Six teachers at a middle school"
    assert sitting.question == "T1"
    assert not room.clock.isVisible()


def test_captions_come_at_reading_pace_and_stand_still_in_a_pause(practice: PracticeRoom, time: Time) -> None:
    player, strip = player_of(practice), strip_of(practice)
    assert strip.words.text().startswith("Five minutes of a focus group")
    press(practice, Qt.Key.Key_Space, CONTROL)
    assert strip.words.text().startswith("Thank you for coming.")
    assert not strip.chip.isVisible()
    time.passed = player.steps[1].seconds + 0.1
    player.tick()
    assert (strip.chip.text(), strip.chip.isVisible()) == ("P4", True)
    assert strip.words.text().startswith("Every day.")
    assert strip.place.text().startswith("2 of 39 · 0:0")

    press(practice, Qt.Key.Key_Space, CONTROL)
    time.passed += 600
    player.tick()
    assert strip.words.text().startswith("Every day.")
    assert strip.switch.text() == "Go on"
    press(practice, Qt.Key.Key_Space, CONTROL)
    time.passed += 60
    player.tick()
    assert not strip.words.text().startswith("Every day.")
    assert room_of(practice).input.whole == ""


def test_going_ahead_shows_what_is_said_or_seen_next(practice: PracticeRoom) -> None:
    strip = strip_of(practice)
    for _ in range(5):
        press(practice, Qt.Key.Key_Return, CONTROL)

    assert strip.words.text().startswith("I have not met him yet.")
    assert strip.seen.text() == "P6 nods."


def test_whoever_misses_nothing_gets_everything(practice: PracticeRoom, time: Time) -> None:
    def take(step: Step) -> None:
        if step.shows_seen:
            note_seen(practice, step.caption)
        elif step.caption.seat != FACILITATOR:
            note_said(practice, step.caption)

    play(practice, time, take)
    assert strip_of(practice).words.text().startswith("That was all.")
    end(practice)

    assert practice.currentWidget() is practice.score
    assert figures(practice) == ["33 of 33", "16 of 16", "11 of 11"]
    assert practice.score.missed.rows == []
    assert practice.score.noted.text() == "33 of 33 points were noted."


def test_whoever_notes_nothing_gets_nothing(practice: PracticeRoom, time: Time) -> None:
    play(practice, time, lambda _step: None)
    end(practice)

    assert figures(practice) == ["0", "0 of 16", "0 of 11"]
    assert len(practice.score.missed.rows) == 33
    assert practice.score.noted.text() == "0 of 33 points were noted."


def test_what_was_missed_stands_beside_what_was_said(practice: PracticeRoom) -> None:
    for _ in range(2):
        press(practice, Qt.Key.Key_Return, CONTROL)
    note(practice, "3 bus duty every day")
    end(practice)
    (row,) = practice.score.missed.rows

    assert figures(practice) == ["0 of 1", "0 of 1", "0"]
    assert row.accessibleName().startswith("Every day. I have bus duty.")
    assert "P4 said it. Worth quoting:" in row.accessibleName()
    assert practice.score.noted.text().endswith("Ended after 2 of 39 turns; only those are counted.")


def test_practicing_again_begins_with_an_empty_table(practice: PracticeRoom) -> None:
    press(practice, Qt.Key.Key_Return, CONTROL)
    note(practice, "4 Something.")
    end(practice)
    assert practice.score.again.hasFocus()
    QTest.keyClick(practice.score.again, Qt.Key.Key_Space)

    assert practice.file is not None
    assert list_remarks(practice.file.engagement, practice.file.sitting_id) == []
    assert QApplication.focusWidget() is room_of(practice).input.line
    assert player_of(practice).step is None


def test_nothing_is_written_to_the_file_of_the_client(
    engagement: Engagement, screen: SittingsScreen, practice: PracticeRoom
) -> None:
    before, changes = engagement.path.read_bytes(), len(list_changes(engagement))
    log = engagement.path.with_name(engagement.path.name + "-wal")
    logged = log.read_bytes() if log.exists() else b""
    press(practice, Qt.Key.Key_Return, CONTROL)
    for line in ("4 Bus duty.", "+1 2", "/out 3", "!!Set apart", "/T2", ">> Later"):
        note(practice, line)
    press(practice, Qt.Key.Key_O, CONTROL | SHIFT)
    press(practice, Qt.Key.Key_O, CONTROL | SHIFT)
    end(practice)
    practice.score.back.click()

    assert screen.practicing.room is None
    assert engagement.path.read_bytes() == before
    assert (log.read_bytes() if log.exists() else b"") == logged
    assert len(list_changes(engagement)) == changes


def test_undo_in_the_practice_takes_back_its_own_line_and_nothing_else(
    engagement: Engagement, practice: PracticeRoom, window: MainWindow
) -> None:
    name, file = get_client(engagement).name, practice.file
    assert file is not None
    changes = len(list_changes(engagement))
    note(practice, "4 Bus duty.")
    press(practice, Qt.Key.Key_Z, CONTROL)
    assert list_remarks(file.engagement, file.sitting_id) == []
    press(practice, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert [row.text for row in list_remarks(file.engagement, file.sitting_id)] == ["Bus duty."]
    for _ in range(12):
        press(practice, Qt.Key.Key_Z, CONTROL)

    sitting = get_sitting(file.engagement, file.sitting_id)
    assert len(sitting.seats) == 6
    assert sitting.started_at is not None
    assert (get_client(engagement).name, len(list_changes(engagement))) == (name, changes)
    assert window.rooms.currentWidget() is practice


def test_keys_of_the_window_do_nothing_until_the_practice_is_left(
    engagement: Engagement, practice: PracticeRoom, window: MainWindow
) -> None:
    changes, shown = len(list_changes(engagement)), window.key
    press(practice, Qt.Key.Key_Return, CONTROL)
    end(practice)
    focused: QWidget = practice.score.again
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_K, Qt.Key.Key_P):
        QTest.keyClick(focused, key, CONTROL)
        QTest.keyClick(focused, key, CONTROL | SHIFT)
    assert (len(list_changes(engagement)), window.key) == (changes, shown)
    assert window.rooms.currentWidget() is practice
    assert not window.menus.undo.isEnabled()

    practice.score.back.click()
    assert window.menus.undo.isEnabled()
    assert window.menus.find.isEnabled()


def test_its_folder_is_gone_when_it_is_left_or_the_window_closes(
    screen: SittingsScreen, practice: PracticeRoom, window: MainWindow, qtbot: QtBot
) -> None:
    assert practice.file is not None
    first = practice.file.folder
    assert first.is_dir()
    note(practice, "4 Something.")
    QTest.keyClicks(room_of(practice).input.line, "5 Begun")
    room_of(practice).back.click()
    assert not first.exists()
    assert window.rooms.currentIndex() == 0

    screen.practicing.begin()
    again = screen.practicing.room
    assert again is not None
    assert again.file is not None
    second = again.file.folder
    assert second != first
    QTest.keyClicks(room_of(again).input.line, "5 Begun")
    window.close()
    assert not second.exists()
    qtbot.wait(1)


def test_the_menu_leads_there_too_and_a_changed_file_stays_changed(
    engagement: Engagement, screen: SittingsScreen, window: MainWindow
) -> None:
    edit_client(engagement, name="Brook County")
    menu = screen.view.more.menu()
    entry = next(one for one in menu.actions() if one.text() == "Practice taking notes")
    entry.trigger()
    assert screen.practicing.room is not None
    press(screen.practicing.room, Qt.Key.Key_Z, CONTROL)

    assert get_client(engagement).name == "Brook County"
    assert engagement.can_undo() is not None
    assert window.rooms.currentIndex() == 1
