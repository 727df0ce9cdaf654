"""The debrief in a sitting's record: written beside the facts, saved as typed, marked as done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.assess.sittings.held_group import hold_group, open_sittings, remarks_of

from assessor.operations.remarks import note_remark, tally_agreement
from assessor.operations.sittings import add_sitting, begin_sitting, edit_sitting, end_sitting, get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Group, RemarkKind, SittingKind
from assessor.ui.assess.sittings.debrief_facts import SpokeBars
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.texts import Text


@pytest.fixture
def group_id(engagement: Engagement) -> str:
    return hold_group(engagement)


@pytest.fixture
def screen(window: MainWindow, group_id: str) -> SittingsScreen:
    del group_id
    return open_sittings(window)


def _facts(screen: SittingsScreen) -> list[str]:
    pane = screen.view.record.counted
    return [text.text() for text in pane.findChildren(Text) if text.isVisibleTo(pane)]


def test_every_field_is_saved_as_it_is_typed_and_done_is_noted(screen: SittingsScreen, group_id: str) -> None:
    record = screen.view.record
    record.write_debrief()
    form = record.form
    assert form.themes.editor.hasFocus()
    for name, field in form.fields.items():
        field.editor.setFocus()
        QTest.keyClicks(field.editor, f"Something on {name}.")
    QTest.keyClick(form.memo.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting = get_sitting(screen.engagement, group_id)

    assert [getattr(sitting, name) for name in form.fields] == [
        f"Something on {name}." for name in form.fields
    ]
    assert sitting.debriefed_at is not None
    assert form._state.text().startswith("Done on ")
    form.reopen.click()
    assert get_sitting(screen.engagement, group_id).debriefed_at is None


def test_the_facts_stand_beside_the_form(screen: SittingsScreen, group_id: str) -> None:
    engagement = screen.engagement
    tally_agreement(engagement, remarks_of(engagement, group_id)[1].id, 3, 1)
    note_remark(engagement, group_id, "Who keeps the binder?", kind=RemarkKind.PARKED)
    screen.view.record.write_debrief()
    facts = _facts(screen)

    assert screen.view.record.beside.currentWidget() is screen.view.record.counted
    for words in ("Most agreed with", "Dissented from", "Quotes noted", "Left for the end", "Not asked"):
        assert words in facts
    assert "Who keeps the binder?" in facts
    assert any(words.startswith("T3") for words in facts)
    bars = screen.view.record.counted.findChild(SpokeBars)
    assert bars is not None
    assert bars.accessibleName() == "P1: 1, P2: 1, P3: 0, P4: 0"
    screen.view.record.show_view("all")
    assert screen.view.record.beside.currentWidget() is screen.view.record.side


def test_what_earlier_groups_said_is_told_so_that_differences_can_be_written(
    screen: SittingsScreen, group_id: str
) -> None:
    began = get_sitting(screen.engagement, group_id).started_at
    assert began is not None
    earlier = add_sitting(screen.engagement, SittingKind.FOCUS_GROUP, "Teachers, Oak", group=Group.TCH)
    begin_sitting(screen.engagement, earlier, began.replace(day=2))
    end_sitting(screen.engagement, earlier, began.replace(day=2, hour=12))
    edit_sitting(screen.engagement, earlier, themes="One sticker does it.")
    screen.show_element(group_id)
    screen.view.record.write_debrief()

    assert "Said after earlier groups" in _facts(screen)
    assert "One sticker does it." in _facts(screen)


def test_another_sitting_is_shown_with_its_notes_first(screen: SittingsScreen, group_id: str) -> None:
    screen.view.record.write_debrief()
    other = add_sitting(screen.engagement, SittingKind.INTERVIEW, "SRO")
    screen.show_element(other)
    screen.show_element(group_id)

    assert screen.view.record.views.key == "all"


def test_a_remark_found_from_the_debrief_is_opened_in_the_notes(
    screen: SittingsScreen, group_id: str
) -> None:
    screen.view.record.write_debrief()
    remark = remarks_of(screen.engagement, group_id)[0]
    screen.show_element(remark.id)

    assert screen.view.record.pages.currentWidget() is screen.view.record.notes
    assert screen.view.record.notes.open_id == remark.id
