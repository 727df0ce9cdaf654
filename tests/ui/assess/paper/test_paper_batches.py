"""Paper forms are typed by keys alone, twice, compared, and brought into their wave."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.operations.clients import begin_engagement
from assessor.operations.paper import paper_batches
from assessor.operations.paper.paper_questions import BLANK
from assessor.operations.surveys import survey_waves
from assessor.store import Engagement
from assessor.terms import Group
from assessor.ui.assess.paper.paper_batches import PaperBatchesScreen
from assessor.ui.assess.paper.paper_layout import AGAIN, BATCH, COMPARING, TYPING
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.widgets.row_models import ROW_ROLE
from assessor.ui.widgets.texts import Text

SCALED = 23
"""Statements on the form of teachers and staff; one choice and three open questions follow."""
ENTER = "\n"


@pytest.fixture
def screen(engagement: Engagement, qtbot: QtBot) -> Iterator[PaperBatchesScreen]:
    """A wave without any paper yet."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    survey_waves.add_wave(engagement, "Survey, wave 1")
    made = PaperBatchesScreen(engagement)
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


@pytest.fixture
def begun(screen: PaperBatchesScreen) -> PaperBatchesScreen:
    """A batch of the form of teachers and staff."""
    wave = survey_waves.list_waves(screen.engagement)[0].id
    paper_batches.add_batch(screen.engagement, wave, Group.TCH, "teachers_and_staff", 1)
    screen.refresh_if_stale()
    return screen


def press(screen: PaperBatchesScreen, keys: str) -> None:
    """Press keys one after the other, wherever the focus is."""
    for key in keys:
        target = QApplication.focusWidget() or screen.view.sheet
        if key == ENTER:
            QTest.keyClick(target, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(target, key)


def type_form(screen: PaperBatchesScreen, points: str = "4") -> None:
    press(screen, (points * SCALED)[:SCALED] + "2" + ENTER * 3)


def typed(screen: PaperBatchesScreen) -> list[int]:
    batch = screen.view.list.chosen_id
    return [sheet.number for sheet in paper_batches.get_batch(screen.engagement, batch).sheets]


def test_the_first_batch_begins_with_one_click(screen: PaperBatchesScreen) -> None:
    assert screen.view.empty.isVisible()
    screen.view.empty.button.click()
    assert len(paper_batches.list_batches(screen.engagement)) == 1
    assert screen.view.batch.empty.isVisible()


def test_forms_follow_one_another_without_the_mouse(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    for _ in range(3):
        type_form(begun)
    assert typed(begun) == [1, 2, 3]
    assert begun.view.sheet.form.text() == "Form 4"
    answers = paper_batches.get_sheet(begun.engagement, begun.view.list.chosen_id, 2)
    assert (answers["COM5"], answers["OPN1"]) == (4, BLANK)


def test_backspace_mends_the_answer_before(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    press(begun, "45")
    QTest.keyClick(begun.view.sheet, Qt.Key.Key_Backspace)
    press(begun, "1")
    sheet = begun.view.sheet.sheet
    assert [sheet.answers[question.code] for question in sheet.questions[:2]] == [4, 1]


def test_a_key_that_is_no_answer_is_told_in_place(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    press(begun, "8")
    assert begun.view.sheet.hint.text() == "“8” is no answer here."
    assert begun.view.sheet.sheet.place == 0


def test_a_form_left_in_the_middle_goes_on_there(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    press(begun, "4u-d")
    QTest.keyClick(begun.view.sheet, Qt.Key.Key_Escape)
    assert begun.view.segments.key == BATCH
    begun.go_to(TYPING)
    assert begun.view.sheet.sheet.place == 4
    assert begun.view.sheet.count.text() == f"4 of {SCALED + 4}"


def test_the_second_entry_shows_nothing_of_the_first(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    type_form(begun)
    begun.go_to(AGAIN)
    assert begun.view.sheet.form.text() == "Form 1, again and blind"
    model = begun.view.sheet.list.rows
    shown = [model.index(place).data(ROW_ROLE).trailing for place in range(model.rowCount())]
    assert shown == [""] * (SCALED + 4)
    type_form(begun, "42")
    assert begun.view.done.isVisible()


def test_what_differs_is_settled_by_keys_and_brought_in(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    type_form(begun)
    begun.go_to(AGAIN)
    type_form(begun, "4" * (SCALED - 1) + "2")
    begun.go_to(COMPARING)
    begun.view.bring_in.click()
    assert begun.problem.isVisible()
    assert survey_waves.list_waves(begun.engagement)[0].answers == 0
    QTest.keyClicks(begun.view.comparison.list, "3")
    begun.view.bring_in.click()
    assert not begun.problem.isVisible()
    assert survey_waves.list_waves(begun.engagement)[0].answers == 1
    begun.view.take_out.click()
    assert survey_waves.list_waves(begun.engagement)[0].answers == 0


def test_a_form_typed_is_opened_and_mended(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    type_form(begun)
    begun.go_to(BATCH)
    begun.view.batch.opened.emit(1)
    press(begun, "2")
    answers = paper_batches.get_sheet(begun.engagement, begun.view.list.chosen_id, 1)
    assert (answers["COM5"], answers["COM6"]) == (2, 4)


def test_another_form_is_offered_until_one_was_typed(begun: PaperBatchesScreen) -> None:
    begun.view.batch.fields.edited.emit("form", ("sro", 1))
    row = paper_batches.list_batches(begun.engagement)[0]
    assert (row.form_key, row.group) == ("sro", Group.SRO)
    paper_batches.keep_sheet(begun.engagement, row.id, 1, {"COM1": 4})
    begun.view.batch.fields.edited.emit("form", ("administrators", 1))
    assert begun.problem.isVisible()
    assert paper_batches.list_batches(begun.engagement)[0].form_key == "sro"


def test_a_mark_of_the_sro_form_is_one_key_more(begun: PaperBatchesScreen) -> None:
    begun.view.batch.fields.edited.emit("form", ("sro", 1))
    begun.go_to(TYPING)
    press(begun, "c24")
    sheet = begun.view.sheet.sheet
    assert (sheet.held_back, sheet.place) == ((sheet.questions[0].code,), 2)


def test_another_batch_ends_the_typing_of_the_first(begun: PaperBatchesScreen) -> None:
    wave = survey_waves.list_waves(begun.engagement)[0].id
    first = begun.view.list.chosen_id
    other = paper_batches.add_batch(begun.engagement, wave, Group.SRO, "sro", 1, label="Other")
    begun.go_to(TYPING)
    press(begun, "44")
    begun.view.list.choose(other)
    assert begun.view.batch.isVisible()
    press(begun, "55")
    assert paper_batches.get_sheet(begun.engagement, other, 1) == {}
    assert paper_batches.get_sheet(begun.engagement, first, 1) == {"COM5": 4, "COM6": 4}


def test_a_batch_undone_while_it_is_typed_takes_no_key_to_another(begun: PaperBatchesScreen) -> None:
    wave = survey_waves.list_waves(begun.engagement)[0].id
    first = begun.view.list.chosen_id
    other = paper_batches.add_batch(begun.engagement, wave, Group.SRO, "sro", 1, label="Other")
    begun.view.list.choose(other)
    begun.go_to(TYPING)
    press(begun, "44")
    begun.engagement.undo()
    press(begun, "55")
    assert begun.view.batch.isVisible()
    assert paper_batches.get_sheet(begun.engagement, first, 1) == {}


def test_undo_shows_the_form_as_it_was(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    type_form(begun)
    begun.view.batch.opened.emit(1)
    press(begun, "2")
    begun.engagement.undo()
    assert begun.view.sheet.sheet.answers["COM5"] == 4
    begun.engagement.undo()
    assert begun.view.sheet.form.text() == "Form 1"
    assert not begun.view.sheet.sheet.is_begun


def test_what_was_passed_over_is_asked_at_the_end(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    begun.view.sheet.list.choose("OPN3")
    begun.view.sheet.list.opened.emit("OPN3")
    press(begun, "Thanks" + ENTER)
    assert begun.view.sheet.number.text() == "1"
    press(begun, ("4" * SCALED) + "2" + ENTER * 2)
    assert typed(begun) == [1]
    assert paper_batches.get_sheet(begun.engagement, begun.view.list.chosen_id, 1)["OPN3"] == "Thanks"
    assert begun.view.sheet.form.text() == "Form 2"


def test_words_left_without_enter_are_kept(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    press(begun, ("4" * SCALED) + "2" + "She listens")
    QTest.keyClick(begun.view.sheet.line, Qt.Key.Key_Escape)
    answers = paper_batches.get_sheet(begun.engagement, begun.view.list.chosen_id, 1)
    assert answers["OPN1"] == "She listens"
    begun.go_to(TYPING)
    press(begun, "And more")
    begun.finish_editing()
    answers = paper_batches.get_sheet(begun.engagement, begun.view.list.chosen_id, 1)
    assert answers["OPN2"] == "And more"


def test_words_typed_beside_the_line_go_into_it(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    press(begun, ("4" * SCALED) + "2")
    begun.view.sheet.setFocus()
    press(begun, "dogs" + ENTER)
    assert begun.view.sheet.sheet.answers["OPN1"] == "dogs"


def test_a_form_typed_by_mistake_is_removed(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    type_form(begun)
    type_form(begun)
    begun.go_to(BATCH)
    begun.view.batch.list.choose("1")
    begun.view.batch.remove_form.click()
    assert typed(begun) == [2]


def test_nothing_is_settled_once_the_batch_is_in_its_wave(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    type_form(begun)
    begun.view.bring_in.click()
    begun.view.comparison.settled.emit(1, "COM5", 2)
    assert begun.problem.isVisible()


def test_the_wave_tells_what_was_typed_from_paper(
    begun: PaperBatchesScreen, engagement: Engagement, qtbot: QtBot
) -> None:
    begun.go_to(TYPING)
    type_form(begun)
    begun.view.bring_in.click()
    surveys = SurveysScreen(engagement)
    qtbot.addWidget(surveys)
    surveys.show()
    surveys.go_to(surveys.view.wave)
    told = [text.text() for text in surveys.view.wave.findChildren(Text)]
    assert any("typed from paper · 1 row ·" in words for words in told)
    surveys.close_screen()


def test_a_screen_reader_is_told_the_keys_and_what_is_given(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    press(begun, "4")
    QTest.keyClick(begun.view.sheet, Qt.Key.Key_Backspace)
    said = begun.view.sheet.keys.accessibleName()
    assert said.startswith("1: Strongly disagree, 2: Disagree")
    assert "4: Agree (given)" in said


def test_a_file_that_may_only_be_read_is_shown_and_not_typed_into(begun: PaperBatchesScreen) -> None:
    begun.go_to(TYPING)
    type_form(begun)
    begun.engagement.read_only = "This copy is only for reading."
    begun.refresh()
    assert begun.view.batch.isVisible()
    begun.go_to(TYPING)
    assert begun.view.batch.isVisible()
    doings = (begun.view.bring_in, begun.view.add, begun.view.batch.remove, begun.view.batch.remove_form)
    assert not any(button.isVisible() for button in doings)
