"""Every key of the note-taking room, pressed in the real room."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.assess.room.live_rooms import (
    CONTROL,
    SHIFT,
    enter_room,
    notes,
    plan_group,
    press,
    shown,
    type_keys,
    type_line,
)

from assessor.operations.kept_lines import get_line
from assessor.operations.remarks import edit_remark
from assessor.operations.safeguarding import list_concerns
from assessor.operations.sittings import get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Fidelity, RemarkKind
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.sittings.note_rows import QuestionRow
from assessor.ui.main_window import MainWindow


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    return plan_group(engagement)


@pytest.fixture
def room(window: MainWindow, sitting_id: str) -> LiveRoom:
    return enter_room(window, sitting_id)


def present(room: LiveRoom) -> list[int]:
    seats = get_sitting(room._engagement, room._sitting_id).seats
    return [seat.number for seat in seats if seat.is_present(room._clock.now() + timedelta(seconds=1))]


def test_a_wave_notes_words_nearly_as_spoken(room: LiveRoom) -> None:
    type_line(room, "4 ~the radio takes too long")
    row = notes(room)[0]

    assert (row.text, row.fidelity, row.is_quote) == ("the radio takes too long", Fidelity.NEAR, True)


def test_agreement_dissent_and_neutral_are_noted_together_with_who(room: LiveRoom) -> None:
    type_line(room, "3 Nobody knows.")
    type_line(room, "+2 4 -6 =5")
    row = notes(room)[0]

    assert (row.agree, row.dissent, row.present, row.silent) == (2, 1, 8, 4)
    assert (row.agreeing, row.dissenting, row.neutral) == (("TCH-02", "TCH-04"), ("TCH-06",), ("TCH-05",))


def test_nobody_agrees_and_dissents_at_once(room: LiveRoom) -> None:
    type_line(room, "3 Nobody knows.")
    type_line(room, "+2 4 -2")

    assert "P2 cannot agree and dissent at once" in room.problem.sentence
    assert room.input.whole == "+2 4 -2"
    assert notes(room)[0].agree is None


def test_out_and_in_change_what_counts_are_out_of(room: LiveRoom) -> None:
    type_line(room, "/out 5 7")
    type_line(room, "3 Nobody knows.")
    type_line(room, "#4")
    assert (present(room), notes(room)[0].present) == ([1, 2, 3, 4, 6, 8], 6)

    type_line(room, "/in 7")
    type_line(room, "7 Back again.")
    type_line(room, "#4")
    assert (present(room), notes(room)[1].present) == ([1, 2, 3, 4, 6, 7, 8], 7)
    assert get_line(room._engagement, room._sitting_id).text == ""


def test_in_with_the_next_free_number_seats_someone_new_who_can_speak_at_once(room: LiveRoom) -> None:
    type_line(room, "/in 9")
    type_line(room, "9 Sorry to be late.")

    assert notes(room)[0].speakers == ("TCH-09",)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("/out 12", "Nobody sits at P12"),
        ("/in 12", "The next free number is 9"),
        ("/in 3", "P3 is here already"),
        ("/T44", "No question is called T44"),
    ],
)
def test_what_cannot_be_done_stays_in_the_line_with_a_sentence(room: LiveRoom, typed: str, why: str) -> None:
    type_line(room, typed)

    assert why in room.problem.sentence
    assert room.input.whole == typed
    assert QApplication.focusWidget() is room.input.line
    type_keys(room, " ")
    assert room.problem.sentence == ""


def test_a_stroke_and_a_code_jump_to_a_question(room: LiveRoom, qtbot: QtBot) -> None:
    type_keys(room, "/t4")
    qtbot.waitUntil(lambda: get_line(room._engagement, room._sitting_id).text == "/t4")
    press(room, Qt.Key.Key_Return)
    type_line(room, "Calls the office.")

    assert notes(room)[0].question == "T4"
    assert get_line(room._engagement, room._sitting_id).text == ""


def test_ctrl_q_flags_the_line_being_typed(room: LiveRoom, qtbot: QtBot) -> None:
    type_keys(room, "4 Nobody told us")
    press(room, Qt.Key.Key_Q, CONTROL)
    assert "quotation" in room.input.line.accessibleDescription()
    qtbot.waitUntil(lambda: get_line(room._engagement, room._sitting_id).is_flagged)
    press(room, Qt.Key.Key_Return)

    assert [(row.is_quote, row.fidelity) for row in notes(room)] == [(True, Fidelity.PARAPHRASE)]
    assert not room.input.is_flagged


def test_ctrl_q_on_an_empty_line_flags_what_was_said_last_and_takes_it_back(room: LiveRoom) -> None:
    type_line(room, "4 Nobody told us")
    type_line(room, ";; They laugh.")
    press(room, Qt.Key.Key_Q, CONTROL)
    assert [row.is_quote for row in notes(room)] == [True, False]

    press(room, Qt.Key.Key_Q, CONTROL)
    assert [row.is_quote for row in notes(room)] == [False, False]


def test_two_exclamation_marks_keep_a_concern_out_of_the_notes(
    room: LiveRoom, engagement: Engagement
) -> None:
    type_line(room, "4 !!may be hurt at home")

    assert notes(room) == []
    assert [(one.code, one.text, one.question) for one in list_concerns(engagement)] == [
        ("TCH-04", "may be hurt at home", "T1")
    ]
    assert "may be hurt at home" not in shown(room)
    assert room.input.whole == ""


def test_ctrl_shift_s_sets_the_line_being_typed_apart(room: LiveRoom, engagement: Engagement) -> None:
    type_keys(room, "4 may be hurt at home")
    press(room, Qt.Key.Key_S, CONTROL | SHIFT)

    assert [(one.code, one.text) for one in list_concerns(engagement)] == [("TCH-04", "may be hurt at home")]
    assert (notes(room), room.input.whole) == ([], "")


def test_ctrl_shift_s_on_an_empty_line_sets_the_last_line_apart(
    room: LiveRoom, engagement: Engagement
) -> None:
    type_line(room, "3 Nobody knows.")
    type_line(room, "4 may be hurt at home")
    press(room, Qt.Key.Key_S, CONTROL | SHIFT)

    assert [row.text for row in notes(room)] == ["Nobody knows."]
    assert [one.text for one in list_concerns(engagement)] == ["may be hurt at home"]
    assert shown(room) == ["T1", "Nobody knows."]


def test_tab_spells_an_abbreviation_out_and_stays_in_the_line(room: LiveRoom) -> None:
    type_keys(room, "4 asks the ap")
    press(room, Qt.Key.Key_Tab)
    type_keys(room, ", not the sro")
    press(room, Qt.Key.Key_Tab)
    press(room, Qt.Key.Key_Tab)

    assert room.input.text == "asks the assistant principal, not the SRO"
    assert QApplication.focusWidget() is room.input.line


def test_nothing_is_spelled_out_without_being_asked(room: LiveRoom) -> None:
    type_line(room, '4 "the ap said so"')

    assert notes(room)[0].text == "the ap said so"


def test_tab_first_in_the_line_and_back_tab_do_nothing(room: LiveRoom) -> None:
    press(room, Qt.Key.Key_Tab)
    press(room, Qt.Key.Key_Backtab, SHIFT)

    assert QApplication.focusWidget() is room.input.line
    assert room.input.begun_at is None


def test_ctrl_f6_leaves_the_line(room: LiveRoom) -> None:
    press(room, Qt.Key.Key_F6, CONTROL)

    assert QApplication.focusWidget() is not room.input.line


def test_ctrl_shift_e_ends_with_the_last_line_noted(
    window: MainWindow, room: LiveRoom, engagement: Engagement, sitting_id: str
) -> None:
    type_keys(room, "2 Last word.")
    press(room, Qt.Key.Key_E, CONTROL | SHIFT)

    assert window.rooms.currentWidget() is not room
    assert get_sitting(engagement, sitting_id).ended_at is not None


def test_the_stream_shows_lines_as_they_are_noted_and_what_undo_takes_back(
    room: LiveRoom, window: MainWindow
) -> None:
    type_line(room, "3 One.")
    press(room, Qt.Key.Key_Down, CONTROL)
    type_line(room, "4 Two.")
    press(room, Qt.Key.Key_Down, CONTROL)
    press(room, Qt.Key.Key_Down, CONTROL)
    assert shown(room) == ["T1", "One.", "T2", "Two.", "T4"]

    for _ in range(3):
        window.undo_router.undo()
    assert shown(room) == ["T1", "One.", "T2"]


def test_what_is_carried_on_equals_what_is_read_anew(room: LiveRoom) -> None:
    for line in (
        "3 One.",
        "+2 4 -6",
        ":nod 3 5",
        ">> Who keeps it?",
        '8 "With the radio...',
        "/T3",
        "/out 2",
        "1+2 Two.",
        "=4 5",
        "; ; odd",
        "/T3",
        "/T1",
        "? Three.",
    ):
        type_line(room, line)
        press(room, Qt.Key.Key_Q, CONTROL)
    before = (list(room.notes.stream.notes.rows), room._notes.counts, room._notes.states())
    room.refresh()
    rows, counts, states = room.notes.stream.notes.rows, room._notes.counts, room._notes.states()

    assert [_plain(row) for row in rows] == [_plain(row) for row in before[0]]
    assert (counts, states) == before[1:]


def _plain(row: object) -> object:
    return (row.code, row.asked_at) if isinstance(row, QuestionRow) else row


def test_another_hand_in_the_file_is_seen_at_once(room: LiveRoom, engagement: Engagement) -> None:
    type_line(room, "3 One.")
    edit_remark(engagement, notes(room)[0].id, text="Other words.", kind=RemarkKind.OBSERVER)

    assert shown(room) == ["T1", "Other words."]
    assert room._notes.counts.last_said is None


def test_the_card_of_keys_opens_in_place_and_leaves_the_focus(room: LiveRoom) -> None:
    room.keys.switch.click()
    assert room.keys.isVisible()
    assert QApplication.focusWidget() is room.input.line

    room.keys.switch.click()
    assert not room.keys.isVisible()
