"""The note-taking room: everything by keys, nothing lost, nothing in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.assess.room.live_rooms import CONTROL, SHIFT, notes, plan_group, type_line
from tests.ui.assess.sittings.seats import click_seat

from assessor.operations.kept_lines import get_line
from assessor.operations.remarks import list_remarks
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, choose_guide, get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Fidelity, Group, RemarkKind, SittingKind
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    return plan_group(engagement)


@pytest.fixture
def screen(window: MainWindow, sitting_id: str) -> SittingsScreen:
    window.go("sittings", sitting_id)
    window.activateWindow()
    found = window.screen_of("sittings")
    assert isinstance(found, SittingsScreen)
    return found


@pytest.fixture
def room(screen: SittingsScreen) -> LiveRoom:
    screen.view.take_notes.click()
    assert screen.room is not None
    return screen.room


def test_the_room_takes_the_whole_window_and_the_line_has_the_focus(
    window: MainWindow, room: LiveRoom, sitting_id: str
) -> None:
    assert window.rooms.currentWidget() is room
    assert not window.rail.isVisible()
    assert QApplication.focusWidget() is room.input.line
    assert get_sitting(room._engagement, sitting_id).started_at is not None
    assert get_sitting(room._engagement, sitting_id).question == "T1"


def test_a_digit_names_the_speaker_and_enter_notes_the_line(room: LiveRoom) -> None:
    QTest.keyClicks(room.input.line, "4 Calls the office")
    assert room.input.text == "Calls the office"
    assert room.input._chip_words == "P4"
    QTest.keyClicks(room.input.line, " first.")
    QTest.keyClick(room.input.line, Qt.Key.Key_Return)

    assert [(row.speakers, row.text, row.question) for row in notes(room)] == [
        (("TCH-04",), "Calls the office first.", "T1")
    ]
    assert room.input.whole == ""
    assert QApplication.focusWidget() is room.input.line


def test_a_line_bears_the_moment_of_its_first_key(room: LiveRoom, qtbot: QtBot) -> None:
    QTest.keyClicks(room.input.line, "4")
    begun = room.input.begun_at
    qtbot.wait(30)
    type_line(room, " Late end.")

    assert begun is not None
    assert abs((notes(room)[0].said_at - begun).total_seconds()) < 0.001


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3+5 Both nod.", (RemarkKind.SAID, Fidelity.PARAPHRASE, "Both nod.", ("TCH-03", "TCH-05"))),
        ("? At the back.", (RemarkKind.SAID, Fidelity.PARAPHRASE, "At the back.", ())),
        ('3 "No list."', (RemarkKind.SAID, Fidelity.VERBATIM, "No list.", ("TCH-03",))),
        ('8 "With the radio...', (RemarkKind.SAID, Fidelity.NEAR, "With the radio...", ("TCH-08",))),
        (";; Two look away.", (RemarkKind.OBSERVER, Fidelity.PARAPHRASE, "Two look away.", ())),
        (":nod 3 5", (RemarkKind.NONVERBAL, Fidelity.PARAPHRASE, "Nod", ("TCH-03", "TCH-05"))),
        (">> Who keeps it?", (RemarkKind.PARKED, Fidelity.PARAPHRASE, "Who keeps it?", ())),
        ("12 students came.", (RemarkKind.SAID, Fidelity.PARAPHRASE, "12 students came.", ())),
    ],
)
def test_marks_typed_become_kinds_of_lines(
    room: LiveRoom, typed: str, expected: tuple[RemarkKind, Fidelity, str, tuple[str, ...]]
) -> None:
    type_line(room, typed)
    row = notes(room)[0]

    assert (row.kind, row.fidelity, row.text, row.speakers) == expected


def test_function_keys_name_speakers_even_those_the_window_uses(room: LiveRoom) -> None:
    QTest.keyClick(room.input.line, Qt.Key.Key_F6)
    QTest.keyClick(room.input.line, Qt.Key.Key_F2, SHIFT)
    type_line(room, "Agree.")

    assert notes(room)[0].speakers == ("TCH-02", "TCH-06")


def test_backspace_turns_a_chip_back_into_a_number(room: LiveRoom) -> None:
    QTest.keyClicks(room.input.line, "4 officers came.")
    QTest.keyClick(room.input.line, Qt.Key.Key_Home)
    QTest.keyClick(room.input.line, Qt.Key.Key_Backspace)
    assert room.input._chip_words == ""
    QTest.keyClicks(room.input.line, " ")
    QTest.keyClick(room.input.line, Qt.Key.Key_Return)

    assert [(row.text, row.speakers) for row in notes(room)] == [("4 officers came.", ())]


def test_a_tally_counts_on_the_last_remark(room: LiveRoom) -> None:
    type_line(room, "3 Nobody knows.")
    type_line(room, ":laugh")
    type_line(room, "+1 3 4 -6")
    row = notes(room)[0]
    assert (row.agree, row.dissent, row.present) == (3, 1, 8)
    assert (row.agreeing, row.dissenting) == (("TCH-01", "TCH-03", "TCH-04"), ("TCH-06",))

    type_line(room, "#5-1")
    assert (notes(room)[0].agree, notes(room)[0].silent) == (5, 2)


@pytest.mark.parametrize(
    ("typed", "why"),
    [("+2 12", "Nobody sits at P12"), ("#7-4", "only 8 were present"), ("   ", "nothing to note")],
)
def test_what_cannot_be_noted_is_said_beneath_the_line_which_stays(
    room: LiveRoom, typed: str, why: str
) -> None:
    type_line(room, "3 Nobody knows.")
    type_line(room, typed)

    assert why in room.problem.sentence
    assert room.input.whole == typed
    assert notes(room)[0].agree is None


def test_ctrl_down_and_up_ask_the_next_and_the_previous_question(room: LiveRoom) -> None:
    QTest.keyClick(room.input.line, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(room.input.line, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(room.input.line, Qt.Key.Key_Up, CONTROL)
    type_line(room, "Calls the office.")

    assert notes(room)[0].question == "T2"
    assert room.question.text() == "How do you decide whether to call the office, a counselor or the SRO?"


def test_the_line_is_kept_when_typing_pauses(room: LiveRoom, qtbot: QtBot) -> None:
    QTest.keyClicks(room.input.line, "4 I send the")
    begun = room.input.begun_at
    qtbot.waitUntil(lambda: get_line(room._engagement, room._sitting_id).text == "4 I send the")

    assert get_line(room._engagement, room._sitting_id).begun_at == begun


def test_a_line_not_noted_is_there_again(screen: SittingsScreen, room: LiveRoom) -> None:
    QTest.keyClicks(room.input.line, "4 I send the")
    begun = room.input.begun_at
    room.back.click()
    assert screen.room is None
    screen.view.take_notes.click()
    again = screen.room

    assert again is not None
    assert (again.input.text, again.input._chip_words, again.input.begun_at) == ("I send the", "P4", begun)
    QTest.keyClicks(again.input.line, " student.")
    QTest.keyClick(again.input.line, Qt.Key.Key_Return)
    assert notes(again)[0].text == "I send the student."
    assert get_line(again._engagement, again._sitting_id).text == ""


def test_a_click_on_a_seat_names_the_speaker_and_leaves_the_focus(room: LiveRoom) -> None:
    click_seat(room.side.table.map, 7)
    assert QApplication.focusWidget() is room.input.line
    type_line(room, "Uses the radio.")

    assert notes(room)[0].speakers == ("TCH-07",)


def test_undo_takes_back_the_last_line_while_none_is_typed(room: LiveRoom, window: MainWindow) -> None:
    type_line(room, "One.")
    type_line(room, "Two.")
    window.undo_router.undo()

    assert [row.text for row in notes(room)] == ["One."]


def test_ending_notes_the_last_line_and_leads_to_the_debrief(
    window: MainWindow, screen: SittingsScreen, room: LiveRoom, sitting_id: str
) -> None:
    QTest.keyClicks(room.input.line, "2 Last word.")
    room.end.click()

    assert [row.text for row in list_remarks(screen.engagement, sitting_id)] == ["Last word."]
    assert get_sitting(screen.engagement, sitting_id).ended_at is not None
    assert screen.isVisible()
    assert screen.view.record.form.themes.editor.hasFocus()


def test_notes_are_resumed_with_the_same_start(
    screen: SittingsScreen, room: LiveRoom, sitting_id: str
) -> None:
    started = get_sitting(screen.engagement, sitting_id).started_at
    room.end.click()
    screen.view.take_notes.click()
    sitting = get_sitting(screen.engagement, sitting_id)

    assert (sitting.started_at, sitting.ended_at) == (started, None)


def test_with_one_person_at_the_table_nobody_else_can_have_spoken(
    screen: SittingsScreen, engagement: Engagement
) -> None:
    interview = add_sitting(engagement, SittingKind.INTERVIEW, "SRO", group=Group.SRO)
    seat_new_participants(engagement, interview, Group.SRO, 1)
    screen.show_element(interview)
    screen.take_notes()
    assert screen.room is not None
    type_line(screen.room, "Walks the halls.")
    type_line(screen.room, "? A voice on the radio.")

    assert [row.speakers for row in notes(screen.room)] == [("SRO-01",), ()]


def test_an_observation_notes_setting_and_behavior(screen: SittingsScreen, engagement: Engagement) -> None:
    observed = add_sitting(engagement, SittingKind.OBSERVATION, "Arrival")
    choose_guide(engagement, observed, "observation")
    screen.show_element(observed)
    screen.take_notes()
    assert screen.room is not None
    type_line(screen.room, "sup Greets students at the door.")
    QTest.keyClick(screen.room.input.line, Qt.Key.Key_Down, CONTROL)
    type_line(screen.room, "3 students run.")

    assert [(row.behavior, row.setting, row.text) for row in notes(screen.room)] == [
        ("SUP", "Arrival and dismissal", "Greets students at the door."),
        ("", "Hallway passing", "3 students run."),
    ]


def test_a_behavior_is_counted_by_its_code_alone_or_times_over(
    screen: SittingsScreen, engagement: Engagement
) -> None:
    observed = add_sitting(engagement, SittingKind.OBSERVATION, "Arrival")
    choose_guide(engagement, observed, "observation")
    screen.show_element(observed)
    screen.take_notes()
    assert screen.room is not None
    for typed in ("sup", "enf ", "sup x3", "inf x2 Gives directions"):
        type_line(screen.room, typed)
    seen = [(row.behavior, row.text) for row in notes(screen.room)]
    assert seen == [
        ("SUP", "Support"),
        ("ENF", "Enforce"),
        *[("SUP", "Support")] * 3,
        *[("INF", "Gives directions")] * 2,
    ]
    assert screen.room.side.signs.text() == "4 SUP · 2 INF · 1 ENF"
    type_line(screen.room, "sup x99")
    assert "from 1 to 50 times" in screen.room.problem.sentence


def test_at_an_incident_it_is_said_when_to_stop(screen: SittingsScreen, engagement: Engagement) -> None:
    observed = add_sitting(engagement, SittingKind.OBSERVATION, "Arrival")
    choose_guide(engagement, observed, "observation")
    screen.show_element(observed)
    screen.take_notes()
    assert screen.room is not None
    type_line(screen.room, "/O7")
    assert "Stop writing if it becomes police evidence." in screen.room.question.text()


def test_closing_the_window_keeps_the_line(window: MainWindow, room: LiveRoom, sitting_id: str) -> None:
    QTest.keyClicks(room.input.line, "4 I send the")
    window.close()

    assert get_line(window.engagement, sitting_id).text == "4 I send the"


def test_nothing_but_the_line_takes_the_focus_from_a_click(room: LiveRoom) -> None:
    for widget in (room.notes.stream.viewport(), room.side, room.strip, room):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        assert QApplication.focusWidget() is room.input.line


def test_a_fast_typist_loses_no_key(room: LiveRoom) -> None:
    lines = [f"{number % 8 + 1} line {number} of many" for number in range(40)]
    for line in lines:
        type_line(room, line)

    assert [row.text for row in notes(room)] == [f"line {number} of many" for number in range(40)]
    assert [row.speakers for row in notes(room)] == [(f"TCH-0{number % 8 + 1}",) for number in range(40)]
