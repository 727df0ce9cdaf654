"""The notes of interviews and groups: lines opened, mended in place, and cleared."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.assess.sittings.held_group import hold_group, open_sittings, remarks_of

from assessor.operations.participants import edit_participant
from assessor.operations.remarks import note_remark
from assessor.store.engagement import Engagement
from assessor.terms import Clearance, Fidelity
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def group_id(engagement: Engagement) -> str:
    """A focus group held, with four teachers, of whom the first may be quoted, and three remarks."""
    return hold_group(engagement)


@pytest.fixture
def screen(window: MainWindow) -> SittingsScreen:
    return open_sittings(window)


def test_enter_opens_a_line_and_its_words_are_mended_in_place(screen: SittingsScreen, group_id: str) -> None:
    notes = screen.view.record.notes
    notes.setFocus()
    notes.setCurrentIndex(notes.notes.index(1))
    QTest.keyClick(notes, Qt.Key.Key_Return)
    box = notes.editor.text.editor
    assert notes.editor.isVisible()
    assert box.hasFocus()

    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, " On Monday.")
    QTest.keyClick(box, Qt.Key.Key_Escape)

    assert not notes.editor.isVisible()
    assert remarks_of(screen.engagement, group_id)[0].text == "Met her at the gate. On Monday."


def test_clearing_says_in_place_why_it_is_refused(screen: SittingsScreen, group_id: str) -> None:
    quote = remarks_of(screen.engagement, group_id)[1]
    screen.show_element(quote.id)
    editor = screen.view.record.notes.editor
    assert "TCH-02 did not agree to be quoted" in editor.refusal._sentence.text()
    editor.clearance_chosen.emit(Clearance.CLEARED)

    assert "TCH-02 did not agree" in editor.problem.sentence
    assert editor.clearance.key == Clearance.NOT_REVIEWED
    edit_participant(screen.engagement, quote.speaker_ids[0], may_be_quoted=True)
    assert editor.refusal.isHidden()
    editor.clearance_chosen.emit(Clearance.CLEARED)
    assert remarks_of(screen.engagement, group_id)[1].clearance is Clearance.CLEARED


def test_speaker_fidelity_flag_question_and_codes_are_mended_in_the_open_line(
    screen: SittingsScreen, group_id: str
) -> None:
    remark = remarks_of(screen.engagement, group_id)[2]
    screen.show_element(remark.id)
    editor = screen.view.record.notes.editor
    QTest.mouseClick(editor.seats._toggles[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(editor.seats._toggles[2], Qt.MouseButton.LeftButton)
    editor.fidelity_chosen.emit(Fidelity.NEAR)
    QTest.mouseClick(editor.quote, Qt.MouseButton.LeftButton)
    editor.code_added.emit("B-COM1")
    editor.field_edited.emit("question", "T1")
    row = remarks_of(screen.engagement, group_id)[2]

    assert (row.speakers, row.fidelity, row.is_quote) == (("TCH-01", "TCH-03"), Fidelity.NEAR, True)
    assert (row.codes, row.question) == (("B-COM1",), "T1")
    editor.code_removed.emit("B-COM1")
    assert remarks_of(screen.engagement, group_id)[2].codes == ()


def test_a_line_opened_stays_open_while_others_change(screen: SittingsScreen, group_id: str) -> None:
    rows = remarks_of(screen.engagement, group_id)
    screen.show_element(rows[1].id)
    note_remark(screen.engagement, group_id, "One more.", question="T3")

    assert screen.view.record.notes.open_id == rows[1].id
    assert screen.view.record.notes.editor.isVisible()


def test_a_removed_line_closes_and_comes_back(screen: SittingsScreen, group_id: str) -> None:
    rows = remarks_of(screen.engagement, group_id)
    screen.show_element(rows[1].id)
    screen.view.record.notes.editor.remove.click()

    assert screen.view.record.notes.open_id == ""
    assert len(remarks_of(screen.engagement, group_id)) == 2
    screen.engagement.undo()
    assert screen.view.record.notes.notes.place_of(rows[1].id) >= 0


def test_the_command_box_leads_to_a_remark_in_its_notes(
    window: MainWindow, screen: SittingsScreen, group_id: str
) -> None:
    remark = remarks_of(screen.engagement, group_id)[1]
    found = [hit for hit in window.header.search._find("showed us") if "list" in hit.title]
    found[0].run()

    assert screen.view.record.notes.open_id == remark.id
