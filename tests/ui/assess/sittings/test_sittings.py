"""The record of interviews and groups: planned, seated, brought in from transcripts."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.assess.sittings.held_group import hold_group, open_sittings, remarks_of

from assessor.operations.participants import list_participants
from assessor.operations.sittings import (
    SittingDetails,
    add_sitting,
    get_sitting,
    list_sittings,
)
from assessor.store.engagement import Engagement
from assessor.terms import SittingKind
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def group_id(engagement: Engagement) -> str:
    """A focus group held, with four teachers, of whom the first may be quoted, and three remarks."""
    return hold_group(engagement)


@pytest.fixture
def screen(window: MainWindow) -> SittingsScreen:
    return open_sittings(window)


def shown(screen: SittingsScreen) -> SittingDetails:
    return get_sitting(screen.engagement, screen.view.list.chosen_id)


def titles(screen: SittingsScreen) -> list[object]:
    rows = screen.view.list.rows
    return [rows.index(place).data(Qt.ItemDataRole.DisplayRole) for place in range(rows.rowCount())]


def test_an_empty_engagement_says_what_this_is_for_and_offers_the_first_step(screen: SittingsScreen) -> None:
    assert screen.view.pages.currentWidget() is screen.view.empty
    screen.view.empty.button.click()

    assert [row.kind for row in list_sittings(screen.engagement)] == [SittingKind.FOCUS_GROUP]
    assert screen.view.record.title.editor.hasFocus()


def test_segments_show_one_kind_with_its_count(screen: SittingsScreen, group_id: str) -> None:
    add_sitting(screen.engagement, SittingKind.OBSERVATION, "Arrival")
    add_sitting(screen.engagement, SittingKind.JOINT_SESSION, "Together")
    for key, expected in (
        ("observations", {"Arrival"}),
        ("groups", {"Together", "Teachers, Ridge Middle"}),
        ("interviews", set()),
        ("all", {"Arrival", "Together", "Teachers, Ridge Middle"}),
    ):
        screen.view.segments.choose(key)
        screen.view.segments.chosen.emit(key)
        assert set(titles(screen)) == expected


def test_the_title_saves_itself_and_an_empty_one_is_refused_in_place(
    screen: SittingsScreen, group_id: str, qtbot: QtBot
) -> None:
    field = screen.view.record.title
    field.editor.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "Teachers 2")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert shown(screen).title == "Teachers 2"

    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert "needs a title" in field.problem.sentence
    assert shown(screen).title == "Teachers 2"


def test_people_of_a_group_are_seated_in_one_go(screen: SittingsScreen, group_id: str) -> None:
    lines = screen.view.record.side.seats
    lines.count.setFocus()
    lines.count.selectAll()
    QTest.keyClicks(lines.count, "3")
    lines.add.click()

    assert [seat.number for seat in shown(screen).seats] == [1, 2, 3, 4, 5, 6, 7]
    screen.engagement.undo()
    assert len(shown(screen).seats) == 4


def test_consent_is_switched_at_the_seat(screen: SittingsScreen, group_id: str) -> None:
    line = screen.view.record.side.seats._lines[1]
    line.quoted.setFocus()
    QTest.keyClick(line.quoted, Qt.Key.Key_Space)

    assert list_participants(screen.engagement)[1].may_be_quoted
    assert line.quoted.accessibleName() == "TCH-02 may be quoted"


def test_someone_left_is_said_at_the_seat(screen: SittingsScreen, group_id: str) -> None:
    seat = shown(screen).seats[3]
    screen.view.record.side.seats.left_or_back.emit(seat.id)

    assert shown(screen).seats[3].left_at is not None
    assert screen.view.record.side.seats._lines[3].note.text().startswith("left")


def test_the_guide_shows_on_which_questions_something_was_noted(
    screen: SittingsScreen, group_id: str
) -> None:
    lines = screen.view.record.side.guide._lines

    assert [(line.code.text(), line.count.text()) for line in lines[:3]] == [
        ("T1", "1"),
        ("T2", "2"),
        ("T3", "–"),
    ]
    screen.view.record.side.guide.choice.edited.emit("")
    assert shown(screen).guide_key == ""


def test_the_day_is_set_where_it_stands(screen: SittingsScreen, engagement: Engagement) -> None:
    add_sitting(engagement, SittingKind.INTERVIEW, "SRO")
    field = screen.view.record.side.held_on
    field.editor.setFocus()
    QTest.keyClicks(field.line, "3 Dec 2026")
    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert shown(screen).planned_on == date(2026, 12, 3)


def test_a_removed_sitting_comes_back_with_its_notes(screen: SittingsScreen, group_id: str) -> None:
    screen.view.record.remove.click()
    assert list_sittings(screen.engagement) == []

    screen.engagement.undo()
    assert len(remarks_of(screen.engagement, group_id)) == 3


def test_a_narrow_window_turns_between_notes_and_side(
    window: MainWindow, screen: SittingsScreen, group_id: str
) -> None:
    window.resize(960, 600)
    record = screen.view.record
    assert record.notes.isVisible()
    assert not record.side.isVisible()
    assert screen.view.import_.text() == "Import"
    record.turn.click()
    assert record.side.isVisible()
    assert not record.notes.isVisible()
    record.turn.click()
    assert record.notes.isVisible()
    window.resize(1280, 720)
    assert record.notes.isVisible()
    assert record.side.isVisible()
    assert not record.turn.isVisible()
