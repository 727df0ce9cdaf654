"""A policy review at the real keys: rating, leaving out, and what a critical 0 means."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.assess.documents.agreement_review import (
    CONDUCT,
    ROLES,
    bring_in_agreement,
    open_review,
    press,
    review,
    select,
)
from tests.ui.assess.documents.pdfs import a_pdf
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations import documents, findings
from assessor.operations import policy_reviews as reviews
from assessor.operations.document_imports import import_document
from assessor.operations.second_readings import begin_second_reading
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Practice
from assessor.ui.assess.documents.documents import DocumentsScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.theme import Appearance, Density, look


@pytest.fixture
def agreement(engagement: Engagement, tmp_path: Path) -> str:
    return bring_in_agreement(engagement, tmp_path)


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement, agreement: str) -> DocumentsScreen:
    return open_review(qtbot, engagement)


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


def test_a_second_reader_stands_beside_the_rating(screen: DocumentsScreen, agreement: str) -> None:
    other = reviews.get_review(screen.engagement, screen.reviewing.review_id)
    assert other.reviewer == screen.engagement.author
    second = begin_second_reading(screen.engagement, agreement, "D. Amari", date(2026, 11, 2))
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
    with qtbot.waitSignal(screen.said) as said:
        press("0")
    assert said.args == ["A1 is critical and at 0: a draft finding was made", True]
    assert foot.claim.text() == "A1 is critical and at 0."
    assert foot.rest.text() == "“Developing” at best; a draft finding was made."
    screen.resize(1700, 580)
    assert foot.rest.text() == "The whole cannot pass “developing”; a draft finding was made."
    (finding,) = findings.list_findings(screen.engagement)
    with qtbot.waitSignal(screen.asked_to_go) as gone:
        qtbot.mouseClick(foot.way, Qt.MouseButton.LeftButton)

    assert gone.args == ["findings", finding.id]
    findings.remove_finding(screen.engagement, finding.id)
    assert foot.way.text() == "Draft a finding"


def test_the_group_says_how_far_it_reaches(screen: DocumentsScreen) -> None:
    press("2")
    head = screen.view.review.criteria._heads["A"]

    assert head.accessibleName() == "Governance and purpose: 67%, sound"


def test_a_scanned_document_says_that_it_has_no_text(
    qtbot: QtBot, engagement: Engagement, tmp_path: Path
) -> None:
    path = a_pdf(tmp_path / "scan.pdf", "")
    scan = finish(import_document(engagement, path))
    shown = DocumentsScreen(engagement)
    qtbot.addWidget(shown)
    shown.show()
    shown.open_review(scan)

    assert not shown.view.review.reading.view.isVisible()
    assert not shown.view.review.reading.find_bar.isVisible()
    shown.view.review.criteria.rated.emit("A1", 3)
    assert review(shown).ratings["A1"].level == 3


def test_a_page_of_a_scan_is_cited_by_hand(qtbot: QtBot, engagement: Engagement, tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "scan.pdf", "")
    scan = finish(import_document(engagement, path))
    screen = open_review(qtbot, engagement)
    citation = screen.view.review.criteria.panel.citation
    qtbot.keyClicks(citation.page, "1")
    qtbot.keyClicks(citation.words, "The chief signs")
    qtbot.keyClick(citation.words, Qt.Key.Key_Return)

    (passage,) = documents.list_passages(engagement, scan)
    assert (passage.page, passage.text, passage.criterion) == (1, "The chief signs", "A1")
    qtbot.keyClicks(citation.page, "7")
    qtbot.keyClick(citation.page, Qt.Key.Key_Return)
    assert screen.problem.sentence == "There is no page 7. The document has 1."


def test_undoing_the_beginning_of_a_review_leads_back_to_the_documents(screen: DocumentsScreen) -> None:
    screen.engagement.undo()

    assert screen.view.pages.currentWidget() is screen.view.columns
    assert screen.view.add.isVisible()


def test_the_way_back_keeps_what_was_rated(qtbot: QtBot, screen: DocumentsScreen, agreement: str) -> None:
    press("2")
    qtbot.mouseClick(screen.view.review.back, Qt.MouseButton.LeftButton)

    assert screen.view.list.chosen_id == agreement
    assert screen.view.list.rows.data(screen.view.list.currentIndex()).trailing == "1 of 45 rated"


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
