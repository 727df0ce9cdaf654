"""A transcript is read, its speakers are settled in place, and it is brought in or given up."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.assess.sittings.held_group import open_sittings
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations.participants import add_participant, list_participants
from assessor.operations.remarks import list_remarks
from assessor.operations.roster import count_roster
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, get_sitting, list_sittings
from assessor.operations.transcript_mappings import Part
from assessor.store import Engagement
from assessor.terms import Group, SittingKind
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.assess.transcripts.transcript_mapping import TranscriptPage
from assessor.ui.main_window import MainWindow

TALK = (
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>Hello.\n\n00:02.000 --> 00:03.000\n<v Bo Ray>Hello Ann."
    "\n\n00:03.000 --> 00:04.000\n<v Ann Lee>Fine.\n"
)


@pytest.fixture
def screen(window: MainWindow) -> SittingsScreen:
    return open_sittings(window)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "talk.vtt"
    file.write_text(TALK, encoding="utf-8")
    return file


def read(qtbot: QtBot, screen: SittingsScreen, path: Path) -> TranscriptPage:
    with qtbot.waitSignal(screen.importing.opened, timeout=20_000):
        screen.importing.read(path)
    return screen.view.transcript


def bring_in(qtbot: QtBot, screen: SittingsScreen) -> str:
    with qtbot.waitSignals([screen.importing.brought_in, screen.said], timeout=20_000):
        screen.importing.keep.click()
    return screen.view.list.chosen_id


def cell(page: TranscriptPage, row: int, column: int) -> tuple[str, str]:
    shown = page.table.speakers.index(row, 0).data(Qt.ItemDataRole.UserRole)
    first, second = shown.cells[column]
    return first, second


def test_speakers_are_shown_before_anything_is_written(
    qtbot: QtBot, screen: SittingsScreen, path: Path
) -> None:
    screen.importing.read(path)
    assert not screen.view.job.isHidden()
    qtbot.waitUntil(lambda: screen.importing.is_open, timeout=20_000)
    page = screen.view.transcript
    assert page.isVisible()
    assert screen.head.title.text() == "Bring in a transcript"
    assert cell(page, 0, 0) == ("Ann Lee", "Hello.")
    assert cell(page, 0, 2) == ("2 times", "2 words")
    assert cell(page, 1, 2) == ("once", "2 words")
    assert page.table.hasFocus()
    assert "utterances: 3" in page.facts.accessibleName()
    assert list_sittings(screen.engagement) == []


def test_new_participants_need_their_group_before_they_are_brought_in(
    qtbot: QtBot, screen: SittingsScreen, path: Path
) -> None:
    page = read(qtbot, screen, path)
    assert page.complaint == "Choose the group of the new participants."
    screen.importing.keep.click()
    assert list_sittings(screen.engagement) == []
    page.side.group.edited.emit(Group.ADM)
    assert page.complaint == ""
    assert cell(page, 1, 1) == ("ADM-02", "New · Administrators")
    sitting = bring_in(qtbot, screen)
    assert [row.text for row in list_remarks(screen.engagement, sitting)] == [
        "Hello.",
        "Hello ADM-01.",
        "Fine.",
    ]
    assert count_roster(screen.engagement) == 2
    assert not page.isVisible()
    assert page.read is None
    screen.engagement.undo()
    assert list_sittings(screen.engagement) == []


def test_giving_up_leaves_nothing(qtbot: QtBot, screen: SittingsScreen, path: Path) -> None:
    read(qtbot, screen, path)
    screen.importing.give_up.click()
    assert screen.head.title.text() == "Interviews and groups"
    assert screen.view.pages.currentWidget() is screen.view.empty
    assert list_sittings(screen.engagement) == []


def test_each_speaker_is_settled_by_keyboard(qtbot: QtBot, screen: SittingsScreen, path: Path) -> None:
    known = add_participant(screen.engagement, Group.TCH)
    page = read(qtbot, screen, path)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    box = page.side.whose.part.box
    assert box.hasFocus()
    while box.currentText() != "A participant you have":
        QTest.keyClick(box, Qt.Key.Key_Up)
        page.side.whose.part.save()
    assert page.mapping is not None
    assert page.mapping.whose["Bo Ray"].participant_id == known
    assert cell(page, 1, 1) == ("TCH-01", "Has this code already")


def test_a_speaker_may_be_another_one_or_left_out(qtbot: QtBot, screen: SittingsScreen, path: Path) -> None:
    page = read(qtbot, screen, path)
    page.side.group.edited.emit(Group.TCH)
    page.table.choose(1)
    page.side.whose.part.edited.emit(Part.SAME)
    assert cell(page, 1, 1) == ("TCH-01", "Same as Ann Lee")
    page.side.whose.part.edited.emit(Part.LEFT_OUT)
    assert cell(page, 1, 1) == ("Left out", "")
    assert "1 utterance is left out." in page.names.text()
    assert "utterances: 2" in page.facts.accessibleName()


def test_names_may_be_dropped_for_good(qtbot: QtBot, screen: SittingsScreen, path: Path) -> None:
    page = read(qtbot, screen, path)
    page.side.group.edited.emit(Group.TCH)
    assert page.names.text() == "1 name in the text becomes a code. For example: “Hello TCH-01.”"
    page.side.names.click()
    bring_in(qtbot, screen)
    assert count_roster(screen.engagement) == 0
    assert len(list_participants(screen.engagement)) == 2


def test_a_planned_sitting_lends_its_seats_and_keeps_its_title(
    qtbot: QtBot, screen: SittingsScreen, path: Path
) -> None:
    planned = add_sitting(
        screen.engagement, SittingKind.FOCUS_GROUP, "Teachers", planned_on=date(2026, 11, 12)
    )
    seat_new_participants(screen.engagement, planned, Group.TCH, 2)
    page = read(qtbot, screen, path)
    page.side.into.edited.emit(planned)
    assert not page.side.title.isVisible()
    assert page.side.day.value() == date(2026, 11, 12)
    assert [cell(page, row, 1)[0] for row in (0, 1)] == ["TCH-01", "TCH-02"]
    assert bring_in(qtbot, screen) == planned
    assert len(get_sitting(screen.engagement, planned).seats) == 2


def test_day_hour_and_recording_are_set(qtbot: QtBot, screen: SittingsScreen, path: Path) -> None:
    page = read(qtbot, screen, path)
    page.side.group.edited.emit(Group.TCH)
    page.side.title.edited.emit("Talk with Ann Lee")
    assert "The title becomes “Talk with TCH-01”." in page.names.text()
    page.side.day.edited.emit(date(2026, 11, 12))
    page.side.time.edited.emit("25:00")
    assert page.side.time.problem.sentence == "Write the time as 14:05."
    page.side.time.edited.emit("14:05")
    page.side.recording.edited.emit("REC-4")
    sitting = get_sitting(screen.engagement, bring_in(qtbot, screen))
    assert (sitting.title, sitting.recording) == ("Talk with TCH-01", "REC-4")
    assert sitting.started_at == datetime(2026, 11, 12, 14, 5).astimezone(UTC)


def test_a_file_that_cannot_be_read_is_said_in_place(
    qtbot: QtBot, screen: SittingsScreen, tmp_path: Path
) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text("nothing")
    with qtbot.waitSignal(screen.view.job.ended, timeout=20_000):
        screen.importing.read(path)
    assert "talk.vtt" in screen.view.job.problem.sentence
    assert not screen.importing.is_open
    assert list_sittings(screen.engagement) == []


def test_the_encoding_is_chosen_where_it_was_guessed_wrong(
    qtbot: QtBot, screen: SittingsScreen, tmp_path: Path
) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes("Ann: é\nBo: no\nAnn: yes\n".encode("cp437"))
    page = read(qtbot, screen, path)
    with qtbot.waitSignal(screen.importing.opened, timeout=20_000):
        page.side.encoding.edited.emit("cp437")
    assert cell(page, 0, 0) == ("Ann", "é")


def test_the_page_is_left_when_one_goes_to_a_sitting(
    engagement: Engagement, qtbot: QtBot, screen: SittingsScreen, path: Path
) -> None:
    other = add_sitting(engagement, SittingKind.INTERVIEW, "SRO")
    read(qtbot, screen, path)
    screen.show_element(other)
    assert not screen.importing.is_open
    assert screen.view.list.chosen_id == other


def test_all_that_takes_the_keys_has_a_name_and_is_reached_by_tab(
    window: MainWindow, qtbot: QtBot, screen: SittingsScreen, path: Path
) -> None:
    page = read(qtbot, screen, path)
    page.side.group.edited.emit(Group.TCH)
    assert unnamed(window) == []
    assert not_reached_by_tab(window) == []


def test_a_transcript_nobody_speaks_in_by_name_is_brought_in_too(
    qtbot: QtBot, screen: SittingsScreen, tmp_path: Path
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("We met on Monday.\n\nIt went well.\n")
    page = read(qtbot, screen, path)
    assert not page.table.isVisible()
    assert page.side.into.editor.hasFocus()
    assert "No speakers were found in the text." in page.read_as.text()
    assert len(list_remarks(screen.engagement, bring_in(qtbot, screen))) == 2
