"""A second reader on the screen: blind at first, then side by side, agreed, and told from twenty on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.assess.documents.agreement_review import bring_in_agreement, open_review, press, review, select

from assessor.operations import policy_reviews as reviews
from assessor.operations import second_readings
from assessor.operations.documents import list_passages
from assessor.store import Engagement
from assessor.ui.assess.documents.documents import DocumentsScreen


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement, tmp_path: Path) -> DocumentsScreen:
    bring_in_agreement(engagement, tmp_path)
    return open_review(qtbot, engagement)


def begin_second(qtbot: QtBot, screen: DocumentsScreen, name: str = "D. Amari") -> None:
    """Name a second reader where readers are listed; their reading opens."""
    screen.view.review.strip.second_asked.emit()
    box = screen.view.facts.readings
    qtbot.keyClicks(box.name.line, name)
    qtbot.keyClick(box.name.line, Qt.Key.Key_Return)


def test_a_second_reading_is_begun_by_name_and_opens(qtbot: QtBot, screen: DocumentsScreen) -> None:
    first = screen.reviewing.review_id
    begin_second(qtbot, screen)

    assert screen.reviewing.review_id != first
    assert review(screen).reviewer == "D. Amari"
    assert screen.view.review.strip.reader.text() == "D. Amari"


def test_the_first_level_is_hidden_until_the_second_reader_has_decided(
    qtbot: QtBot, screen: DocumentsScreen
) -> None:
    press("1")
    begin_second(qtbot, screen)
    second = screen.view.review.criteria.panel.second_reader
    hidden = second.text()
    press("3")

    assert hidden.endswith("has decided this. What it is shows once you have decided.")
    assert "rated 1" not in hidden
    assert "rated 1" in second.text()
    assert second.text().endswith("You differ.")


def test_what_one_reader_marked_is_not_shown_to_the_other(qtbot: QtBot, screen: DocumentsScreen) -> None:
    select(screen, "guest teacher")
    press("b", "1")
    assert len(screen.reviewing.marking.highlights()) == 1
    document = review(screen).document_id
    begin_second(qtbot, screen)

    assert screen.reviewing.marking.highlights() == []
    assert screen.view.review.criteria.rows["B1"].shown.passages == 0
    assert len(list_passages(screen.engagement, document)) == 1


def test_an_agreed_level_is_taken_over(qtbot: QtBot, screen: DocumentsScreen) -> None:
    press("1")
    begin_second(qtbot, screen)
    press("3")
    second = screen.view.review.criteria.panel.second_reader
    assert second.take_over.text() == "Agree on 1"
    second.take_over.click()

    rating = review(screen).ratings["A1"]
    assert (rating.level, rating.own_level) == (1, 3)
    assert second.text().endswith("You agreed on it; alone you rated 3.")
    assert not second.take_over.isVisible()


def test_one_goes_from_reading_to_reading_at_the_same_criterion(
    qtbot: QtBot, screen: DocumentsScreen
) -> None:
    first = screen.reviewing.review_id
    begin_second(qtbot, screen)
    press("c", "2")
    screen.view.review.strip.reader_chosen.emit(first)

    assert screen.reviewing.review_id == first
    assert screen.view.review.criteria.open_code == "C2"


def test_agreement_is_told_from_twenty_criteria_and_differences_lead_there(
    qtbot: QtBot, screen: DocumentsScreen
) -> None:
    first = review(screen)
    other = second_readings.begin_second_reading(screen.engagement, first.document_id, "D. Amari")
    codes = [each.code for each in first.rubric.criteria]
    for number, code in enumerate(codes[:20]):
        reviews.rate_criterion(screen.engagement, first.id, code, 1 + number % 2)
        reviews.rate_criterion(screen.engagement, other, code, 3 if code == "B2" else 1 + number % 2)
        if number == 18:
            screen._leave_review()
            assert "19 criteria rated by both. Agreement is told from 20 on" in box_of(screen).agreed.text()
    screen.refresh()

    assert box_of(screen).agreed.text() == (
        "20 criteria rated by both · 95.0% the same level alone · weighted kappa 0.82"
    )
    box_of(screen).difference_asked.emit("B2")
    assert screen.reviewing.review_id == first.id
    assert screen.view.review.criteria.open_code == "B2"


def box_of(screen: DocumentsScreen):  # the box of readers
    return screen.view.facts.readings


def test_a_reader_without_a_name_is_asked_for_one(qtbot: QtBot, screen: DocumentsScreen) -> None:
    screen._leave_review()
    box = box_of(screen)
    qtbot.mouseClick(box.begin, Qt.MouseButton.LeftButton)

    assert box.name.problem.sentence == "Write who reads as well."
