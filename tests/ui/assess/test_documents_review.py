"""A policy review at the real keys: reading, marking, rating, leaving out, and what a critical 0 means."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.assess.pdfs import a_pdf
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations import documents, findings
from assessor.operations import policy_reviews as reviews
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Practice
from assessor.ui.assess.documents import DocumentsScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.theme import Appearance, Density, look

ROLES = (
    "III. Roles and Responsibilities\n"
    "3.1 The SRO serves as a guest teacher.\n"
    "3.2 The SRO may assist school staff with student conduct as needed.\n"
    "3.3 Nothing in this Agreement prevents the SRO from taking part in a conference."
)
PAGES = ("I. Purpose\n1.1 The parties keep schools safe 😀 and help students.", ROLES)
CONDUCT = "may assist school staff with student conduct as needed"
SAFE = "schools safe 😀 and help"


@pytest.fixture
def agreement(engagement: Engagement, tmp_path: Path) -> str:
    path = tmp_path / "agreement.txt"
    path.write_text("\f".join(PAGES), encoding="utf-8")
    return finish(documents.import_document(engagement, path, title="Memorandum of agreement"))


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement, agreement: str) -> DocumentsScreen:
    """The screen with the agreement open for review."""
    shown = DocumentsScreen(engagement)
    qtbot.addWidget(shown)
    shown.resize(1192, 580)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown.view.list, Qt.Key.Key_Return)
    assert shown.reviewing.review_id
    return shown


def press(*keys: Qt.Key | str) -> None:
    """Press keys where the focus is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key)


def select(screen: DocumentsScreen, words: str) -> None:
    """Select words in the text by caret and Shift with arrows."""
    view = screen.view.review.reading.view
    found = view.document().find(words)
    assert not found.isNull()
    caret = QTextCursor(view.document())
    caret.setPosition(found.selectionStart())
    view.setFocus()
    view.setTextCursor(caret)
    while view.textCursor().position() < found.selectionEnd():
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def review(screen: DocumentsScreen) -> reviews.ReviewDetails:
    return reviews.get_review(screen.engagement, screen.reviewing.review_id)


def marked(screen: DocumentsScreen) -> list[documents.PassageRow]:
    (row,) = documents.list_documents(screen.engagement)
    return documents.list_passages(screen.engagement, row.id)


def test_a_review_opens_at_the_first_criterion_with_the_keyboard_on_it(screen: DocumentsScreen) -> None:
    row = screen.view.review.criteria.rows["A1"]

    assert QApplication.focusWidget() is row
    assert row.isChecked()
    assert screen.head.title.text() == "Memorandum of agreement"
    assert screen.view.review.rated.text() == "0 of 45 criteria rated"


def test_a_digit_rates_and_n_goes_on_to_the_next_unrated(screen: DocumentsScreen) -> None:
    press("2", "n", "1")
    levels = {code: rating.level for code, rating in review(screen).ratings.items()}

    assert levels == {"A1": 2, "A2": 1}
    assert screen.view.review.rated.text() == "2 of 45 criteria rated"
    assert screen.view.review.criteria.rows["A1"].accessibleName().endswith("critical, level 2")


def test_arrows_move_from_criterion_to_criterion(screen: DocumentsScreen) -> None:
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)

    assert screen.view.review.criteria.open_code == "A2"
    assert QApplication.focusWidget() is screen.view.review.criteria.rows["A2"]


def test_a_letter_and_a_digit_go_to_a_criterion(screen: DocumentsScreen) -> None:
    press("b", "2", "3")

    assert screen.view.review.criteria.open_code == "B2"
    assert review(screen).ratings["B2"].level == 3


def test_a_letter_no_criterion_follows_is_dropped(screen: DocumentsScreen) -> None:
    press("k", "9", "1")

    assert review(screen).ratings["A1"].level == 1


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


def test_a_second_reader_stands_beside_the_rating(screen: DocumentsScreen, agreement: str) -> None:
    other = reviews.get_review(screen.engagement, screen.reviewing.review_id)
    assert other.reviewer == screen.engagement.author
    second = reviews.begin_review(screen.engagement, agreement, "D. Amari", date(2026, 11, 2), as_second=True)
    reviews.rate_criterion(screen.engagement, second, "A1", 1, date(2026, 11, 12))
    press("1")
    line = screen.view.review.criteria.panel.second_reader
    assert line.text() == "D. Amari rated 1 on Nov 12. You agree."
    press("2")

    assert line.text() == "D. Amari rated 1 on Nov 12. You differ."


def test_a_cell_of_a_row_rates_by_a_click(qtbot: QtBot, screen: DocumentsScreen) -> None:
    row = screen.view.review.criteria.rows["A2"]
    at_level_two = QPoint(row.width() - 12 - 24 - 2 - 12, row.height() // 2)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=at_level_two)

    assert review(screen).ratings["A2"].level == 2
    assert screen.view.review.criteria.open_code == "A2"


def test_descriptors_rate_by_arrows(screen: DocumentsScreen) -> None:
    press("1")
    descriptors = screen.view.review.criteria.panel.descriptors
    descriptors._rows[1].setFocus()
    press(Qt.Key.Key_Down)

    assert review(screen).ratings["A1"].level == 2


def test_a_criterion_is_left_out_with_a_reason_and_taken_in_again(screen: DocumentsScreen) -> None:
    press("x", "The county pays for everything", Qt.Key.Key_Return)
    assert review(screen).ratings["A1"].not_applicable_reason == "The county pays for everything"
    row = screen.view.review.criteria.rows["A1"]
    assert "does not apply" in row.accessibleName()
    row.setFocus()
    press(Qt.Key.Key_Backspace)

    assert not review(screen).ratings["A1"].is_rated


def test_practice_and_note_are_kept_of_the_criterion_they_were_written_for(
    qtbot: QtBot, screen: DocumentsScreen
) -> None:
    panel = screen.view.review.criteria.panel
    qtbot.mouseClick(panel.practice._buttons[Practice.DONE_ONLY], Qt.MouseButton.LeftButton)
    panel.note.box.setFocus()
    press("Nobody found the signed copy")
    screen.reviewing.choose("A2")
    rating = review(screen).ratings["A1"]

    assert (rating.practice, rating.note) == (Practice.DONE_ONLY, "Nobody found the signed copy")
    assert panel.note.value() == ""
    assert panel.practice.key == ""


def test_choosing_the_same_practice_again_takes_it_back(qtbot: QtBot, screen: DocumentsScreen) -> None:
    for _ in range(2):
        button = screen.view.review.criteria.panel.practice._buttons[Practice.NEITHER]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert review(screen).ratings["A1"].practice is None


def test_a_critical_zero_is_said_and_leads_to_a_finding(qtbot: QtBot, screen: DocumentsScreen) -> None:
    foot = screen.view.review.foot
    assert not foot.isVisible()
    press("0")
    assert foot.claim.text() == "A1 is critical and at 0."
    with qtbot.waitSignal(screen.said) as said:
        qtbot.mouseClick(foot.way, Qt.MouseButton.LeftButton)
    (finding,) = findings.list_findings(screen.engagement)
    with qtbot.waitSignal(screen.asked_to_go) as gone:
        qtbot.mouseClick(foot.way, Qt.MouseButton.LeftButton)

    assert said.args == ["Draft finding made from A1", True]
    assert gone.args == ["findings", finding.id]
    screen.engagement.undo()
    assert foot.way.text() == "Draft a finding"


def test_the_group_says_how_far_it_reaches(screen: DocumentsScreen) -> None:
    press("2")
    head = screen.view.review.criteria._heads["A"]

    assert head.accessibleName() == "Governance and purpose: 67%, sound"


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


def test_a_scanned_document_says_that_it_has_no_text(
    qtbot: QtBot, engagement: Engagement, tmp_path: Path
) -> None:
    path = a_pdf(tmp_path / "scan.pdf", "")
    scan = finish(documents.import_document(engagement, path))
    shown = DocumentsScreen(engagement)
    qtbot.addWidget(shown)
    shown.show()
    shown.open_review(scan)

    assert not shown.view.review.reading.view.isVisible()
    assert not shown.view.review.reading.find_bar.isVisible()
    shown.view.review.criteria.rated.emit("A1", 3)
    assert review(shown).ratings["A1"].level == 3


def test_undoing_the_beginning_of_a_review_leads_back_to_the_documents(screen: DocumentsScreen) -> None:
    screen.engagement.undo()

    assert screen.view.pages.currentWidget() is screen.view.columns
    assert screen.view.add.isVisible()


def test_the_way_back_keeps_what_was_rated(qtbot: QtBot, screen: DocumentsScreen, agreement: str) -> None:
    press("2")
    qtbot.mouseClick(screen.view.review.back, Qt.MouseButton.LeftButton)

    assert screen.view.list.chosen_id == agreement
    assert screen.view.list.rows.data(screen.view.list.currentIndex()).trailing == "1 of 45 rated"


def test_a_passage_asked_for_from_elsewhere_is_shown(screen: DocumentsScreen) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    (passage,) = marked(screen)
    screen.reviewing.left.emit()
    screen.show_element(passage.id)

    assert screen.view.pages.currentWidget() is screen.view.review
    assert screen.view.review.criteria.open_code == "B2"


def test_a_file_that_can_only_be_read_offers_nothing_to_do(
    qtbot: QtBot, screen: DocumentsScreen, agreement: str
) -> None:
    select(screen, CONDUCT)
    press("b", "2", "1")
    screen.engagement.read_only = "The file is write-protected."
    shown = DocumentsScreen(screen.engagement)
    qtbot.addWidget(shown)
    shown.show()
    shown.open_review(agreement)
    shown.reviewing.choose("B2")
    panel = shown.view.review.criteria.panel

    assert shown.view.review.criteria.rows["B2"].shown.passages == 1
    assert not any(way.isVisible() for way in (panel.draft, panel.leave_out, panel.clear, shown.view.add))


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("density", list(Density))
def test_a_review_is_painted_in_every_look(
    screen: DocumentsScreen, appearance: Appearance, density: Density
) -> None:
    select(screen, CONDUCT)
    press("b", "2")
    look().wear(appearance, density, True)

    assert not screen.grab().isNull()
    assert screen.view.review.reading.view.toPlainText().count("SRO") == 3


def test_everything_in_a_review_has_a_name_and_is_reached_by_tab(window: MainWindow, agreement: str) -> None:
    review_id = reviews.begin_review(window.engagement, agreement, window.engagement.author)
    start = ROLES.index(CONDUCT)
    end = start + len(CONDUCT)
    documents.mark_passage(
        window.engagement, agreement, 2, start, end, review_id=review_id, criterion="B2", section="3.2"
    )
    reviews.rate_criterion(window.engagement, review_id, "B2", 1)
    window.go("documents", agreement)
    shown = window.screen_of("documents")
    assert isinstance(shown, DocumentsScreen)
    shown.open_review(agreement)
    shown.reviewing.choose("B2")

    assert unnamed(window) == []
    assert not_reached_by_tab(window) == []


def widgets_cut(parent: QWidget) -> list[str]:
    """Buttons that have less room than their words need."""
    from assessor.ui.widgets.buttons import Button

    return [
        b.text() for b in parent.findChildren(Button) if b.isVisible() and b.width() < b.sizeHint().width()
    ]


def test_no_button_of_a_review_is_cut_at_its_least_width(screen: DocumentsScreen) -> None:
    press("0")
    screen.resize(1000, 560)

    assert widgets_cut(screen) == []
