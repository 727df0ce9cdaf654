"""What is to be mended in notes: counted in the list, shown by itself, gone through by one key."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.assess.sittings.held_group import hold_group, open_sittings, remarks_of

from assessor.operations.off_record import come_back, go_off_record
from assessor.operations.remarks import edit_remark, note_remark, tally_agreement
from assessor.operations.sittings import get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Fidelity, RemarkKind
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.row_lists import ROW_ROLE

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def group_id(engagement: Engagement) -> str:
    """Three lines, of which the last has no speaker; and a quote to be verified and a line off the guide."""
    sitting_id = hold_group(engagement)
    person = get_sitting(engagement, sitting_id).seats[3].participant_id
    near = {"is_quote": True, "fidelity": Fidelity.NEAR, "question": "T2"}
    note_remark(engagement, sitting_id, "It's in the binder.", speakers=[person], **near)
    note_remark(engagement, sitting_id, "By the way.", speakers=[person])
    return sitting_id


@pytest.fixture
def screen(window: MainWindow, group_id: str) -> SittingsScreen:
    del group_id
    return open_sittings(window)


def _lines(screen: SittingsScreen) -> list[str]:
    return [row.text for row in screen.view.record.notes.notes.rows if hasattr(row, "kind")]


def _counts(screen: SittingsScreen) -> list[str]:
    return [button.accessibleName() for button in screen.view.record.views._buttons.values()]


def test_the_lines_to_mend_are_counted_and_shown_by_themselves(screen: SittingsScreen, group_id: str) -> None:
    assert _counts(screen) == ["All, 5", "To mend, 3", "Debrief, open"]
    screen.view.record.views._buttons["mend"].click()

    assert _lines(screen) == ["Somebody laughs.", "It's in the binder.", "By the way."]
    screen.view.record.views._buttons["all"].click()
    assert len(_lines(screen)) == 5


def test_the_open_line_says_what_it_lacks_and_control_enter_goes_on(
    screen: SittingsScreen, group_id: str
) -> None:
    record = screen.view.record
    record.views._buttons["mend"].click()
    QTest.keyClick(screen.view.list, Qt.Key.Key_F8)
    editor = record.notes.editor
    assert record.notes.open_id == remarks_of(screen.engagement, group_id)[2].id
    assert [tag.text() for tag in editor.lacks.findChildren(type(editor.lacks._tags.itemAt(0).widget()))] == [
        "Speaker unknown"
    ]
    QTest.mouseClick(editor.seats._toggles[0], Qt.MouseButton.LeftButton)
    assert _lines(screen) == ["Somebody laughs.", "It's in the binder.", "By the way."]  # it stays while open
    QTest.keyClick(editor.text.editor, Qt.Key.Key_Return, CONTROL)

    assert _lines(screen) == ["It's in the binder.", "By the way."]
    assert record.notes.open_row is not None
    assert record.notes.open_row.text == "It's in the binder."
    editor.fidelity_chosen.emit(Fidelity.VERBATIM)
    QTest.keyClick(editor.text.editor, Qt.Key.Key_Return, CONTROL)
    editor.field_edited.emit("question", "T3")
    QTest.keyClick(editor.text.editor, Qt.Key.Key_Return, CONTROL)

    assert record.pages.currentWidget() is record.nothing_to_mend
    assert _counts(screen)[1] == "To mend, 0"
    record.nothing_to_mend.asked.emit()
    assert len(_lines(screen)) == 5


def test_words_being_typed_are_saved_on_going_on(screen: SittingsScreen, group_id: str) -> None:
    record = screen.view.record
    record.show_view("mend")
    record.mend_next()
    QTest.keyClick(record.notes.editor.text.editor, Qt.Key.Key_End)
    QTest.keyClicks(record.notes.editor.text.editor, " Then silence.")
    QTest.keyClick(record.notes.editor.text.editor, Qt.Key.Key_Return, CONTROL)

    assert remarks_of(screen.engagement, group_id)[2].text == "Somebody laughs. Then silence."


def test_the_first_wording_is_seen_in_the_open_line(screen: SittingsScreen, group_id: str) -> None:
    remark = remarks_of(screen.engagement, group_id)[0]
    screen.show_element(remark.id)
    first = screen.view.record.notes.editor.first
    assert first.isHidden()
    edit_remark(screen.engagement, remark.id, text="Met her at the door.")

    assert first.text().startswith("First: Met her at the gate. Changed ")


def test_a_tally_with_too_many_voices_is_mended_in_its_line(screen: SittingsScreen, group_id: str) -> None:
    remark = remarks_of(screen.engagement, group_id)[1]
    tally_agreement(screen.engagement, remark.id, 3, 0)
    edit_remark(screen.engagement, remark.id, agree=9)
    screen.show_element(remark.id)
    editor = screen.view.record.notes.editor
    assert _counts(screen)[1] == "To mend, 4"
    assert editor.tally.fields["agree"].value() == Decimal(9)
    editor.tally.fields["agree"].edited.emit(Decimal(2))

    assert remarks_of(screen.engagement, group_id)[1].agree == 2
    assert _counts(screen)[1] == "To mend, 3"


def test_a_while_off_the_record_is_no_line_to_open(screen: SittingsScreen, group_id: str) -> None:
    go_off_record(screen.engagement, group_id)
    come_back(screen.engagement, group_id)
    notes = screen.view.record.notes
    notes.setCurrentIndex(notes.notes.index(len(notes.notes.rows) - 1))
    QTest.keyClick(notes, Qt.Key.Key_Return)

    assert notes.open_id == ""
    assert RemarkKind.OFF_RECORD not in [choice.value for choice in notes.editor.kind._choices]


def test_the_list_says_what_is_still_to_be_done(screen: SittingsScreen, group_id: str) -> None:
    def told() -> str:
        return str(screen.view.list.currentIndex().data(ROW_ROLE).trailing)

    assert told() == "Debrief open"
    screen.view.record.write_debrief()
    screen.view.record.form.done.emit()
    assert told() == "3 to mend"
