"""The words of a document under review: marked for a criterion, found again, and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.assess.documents.agreement_review import (
    CONDUCT,
    PAGES,
    SAFE,
    bring_in_agreement,
    marked,
    open_review,
    press,
    select,
)

from assessor.operations import documents
from assessor.store import Engagement
from assessor.ui.assess.documents.documents import DocumentsScreen


@pytest.fixture
def agreement(engagement: Engagement, tmp_path: Path) -> str:
    return bring_in_agreement(engagement, tmp_path)


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement, agreement: str) -> DocumentsScreen:
    return open_review(qtbot, engagement)


def test_words_selected_are_marked_by_letter_and_digit(screen: DocumentsScreen) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    (passage,) = marked(screen)

    assert (passage.text, passage.criterion, passage.page, passage.section) == (CONDUCT, "B2", 2, "3.2")
    assert screen.view.review.criteria.open_code == "B2"
    assert PAGES[1][passage.start : passage.end] == CONDUCT


def test_words_around_an_emoji_are_marked_by_code_points(screen: DocumentsScreen) -> None:
    select(screen, SAFE)
    QTest.keyClick(screen.view.review.reading.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (passage,) = marked(screen)

    assert (passage.text, passage.criterion) == (SAFE, "A1")
    assert PAGES[0][passage.start : passage.end] == SAFE


def test_the_button_marks_for_the_criterion_open(qtbot: QtBot, screen: DocumentsScreen) -> None:
    mark = screen.view.review.reading.mark
    assert not mark.isVisible()
    select(screen, CONDUCT)
    assert mark.isVisible()
    assert mark.text() == "Mark for A1"
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)

    assert [one.criterion for one in marked(screen)] == ["A1"]
    assert not mark.isVisible()


def test_marking_the_same_words_again_leaves_one_mark(screen: DocumentsScreen) -> None:
    for _ in range(2):
        select(screen, CONDUCT)
        press("b", "2")

    assert len(marked(screen)) == 1


def test_a_selection_over_a_page_end_is_one_change_with_two_passages(screen: DocumentsScreen) -> None:
    view = screen.view.review.reading.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press("a", "3")
    assert [one.page for one in marked(screen)] == [1, 2]
    screen.engagement.undo()

    assert marked(screen) == []


def test_undo_takes_a_mark_away_and_redo_brings_it_back(screen: DocumentsScreen) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    row = screen.view.review.criteria.rows["B2"]
    assert row.shown.passages == 1
    screen.engagement.undo()
    assert row.shown.passages == 0
    screen.engagement.redo()

    assert row.shown.passages == 1


def test_a_click_on_marked_words_opens_their_criterion(qtbot: QtBot, screen: DocumentsScreen) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    screen.reviewing.choose("A1")
    view = screen.view.review.reading.view
    found = view.document().find("student conduct")
    found.setPosition(found.selectionStart() + 3)
    place = view.cursorRect(found).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert screen.view.review.criteria.open_code == "B2"


def test_a_click_on_a_tag_beside_the_text_opens_its_criterion(qtbot: QtBot, screen: DocumentsScreen) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    screen.reviewing.choose("A1")
    margin = screen.view.review.reading.view.margin
    ((rect, _),) = margin.tags()
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())

    assert screen.view.review.criteria.open_code == "B2"


def test_enter_on_marked_words_opens_their_criterion(screen: DocumentsScreen) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    screen.reviewing.choose("A1")
    view = screen.view.review.reading.view
    view.setFocus()
    caret = view.document().find("student conduct")
    caret.clearSelection()
    view.setTextCursor(caret)
    press(Qt.Key.Key_Return)

    assert screen.view.review.criteria.open_code == "B2"


def test_a_mark_is_removed_by_delete_on_its_line(screen: DocumentsScreen) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    line = screen.view.review.criteria.panel.evidence.layout().itemAt(0).widget()
    line.words.setFocus()
    press(Qt.Key.Key_Delete)

    assert marked(screen) == []


def test_many_passages_of_a_criterion_unfold(qtbot: QtBot, screen: DocumentsScreen, agreement: str) -> None:
    for start in range(9):
        documents.mark_passage(
            screen.engagement,
            agreement,
            2,
            start,
            start + 20,
            review_id=screen.reviewing.review_id,
            criterion="A1",
        )
    column = screen.view.review.criteria.panel.evidence.layout()
    assert column.count() == 7
    more = column.itemAt(6).widget()
    assert more.text() == "Show 3 more"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    assert column.count() == 9


def test_tags_of_one_line_stand_side_by_side_and_never_on_each_other(screen: DocumentsScreen) -> None:
    for code in ("a2", "b2", "c1", "d1"):
        select(screen, CONDUCT)
        press(*code)
    rects = [rect for rect, _ in screen.view.review.reading.view.margin.tags()]

    assert len(rects) == 4
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)


def test_find_goes_from_place_to_place(screen: DocumentsScreen) -> None:
    view, bar = screen.view.review.reading.view, screen.view.review.reading.find_bar
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is bar.line
    press("the sro")
    assert bar.count.text() == "1 of 3"
    press(Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 3"
    QTest.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 3"
    press(" zebra")
    assert bar.count.text() == "Not found"
    press(Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is view


def test_a_passage_asked_for_from_elsewhere_is_shown(screen: DocumentsScreen) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    (passage,) = marked(screen)
    screen.reviewing.left.emit()
    screen.show_element(passage.id)

    assert screen.view.pages.currentWidget() is screen.view.review
    assert screen.view.review.criteria.open_code == "B2"
