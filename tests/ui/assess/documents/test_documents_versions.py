"""A newer version on the screen: brought in beside the earlier, confirmed by one key, its changes shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.assess.documents.agreement_review import (
    CONDUCT,
    PAGES,
    ROLES,
    bring_in_agreement,
    open_review,
    press,
    review,
    select,
)
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations import documents, findings
from assessor.store import Engagement
from assessor.ui.assess.documents.documents import DocumentsScreen
from assessor.ui.assess.documents.review_strip import CHANGES
from assessor.ui.theme import Appearance, look

NEWER = ROLES.replace("may assist", "shall never assist") + "\n3.4 Parents are told at once."


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement, tmp_path: Path) -> DocumentsScreen:
    """The agreement read: B1 with a passage that stays, B2 with one that changes."""
    bring_in_agreement(engagement, tmp_path)
    shown = open_review(qtbot, engagement)
    select(shown, "guest teacher")
    press("b", "1")
    select(shown, CONDUCT)
    press("b", "2")
    for code, level in (("B1", 2), ("B2", 1)):
        shown.reviewing.judging._rate(code, level)
    shown._leave_review()
    return shown


@pytest.fixture
def newer(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> DocumentsScreen:
    """The newer version, asked for by the button and open for review."""
    path = tmp_path / "agreement_2026.txt"
    path.write_text(f"{PAGES[0]}\f{NEWER}", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    screen.view.facts.versions.newer.click()
    qtbot.waitUntil(lambda: not screen.importing.is_running, timeout=30_000)
    screen.open_review(screen.view.list.chosen_id)
    qtbot.waitUntil(lambda: not screen.reviewing.versions.is_busy, timeout=30_000)
    return screen


def test_a_newer_version_stands_before_the_earlier(newer: DocumentsScreen) -> None:
    first, second = documents.list_documents(newer.engagement)

    assert (first.earlier_id, second.newer_id) == (second.id, first.id)
    newer._leave_review()
    assert newer.view.list.chosen_id == first.id
    newer.view.facts.versions.other.click()
    assert newer.view.list.chosen_id == second.id
    assert not newer.view.facts.versions.newer.isVisible()


def test_carried_ratings_wait_to_be_confirmed_by_one_key(qtbot: QtBot, newer: DocumentsScreen) -> None:
    rows = newer.view.review.criteria.rows
    assert newer.view.review.rated.text() == "2 to confirm · 2 of 45 rated"
    assert rows["B1"].shown.is_carried
    press("b", "1", "y")

    assert not review(newer).ratings["B1"].is_carried
    assert newer.view.review.rated.text() == "1 to confirm · 2 of 45 rated"
    press("n")
    assert newer.view.review.criteria.open_code == "B2"
    newer.view.review.criteria.panel.confirm.click()
    assert review(newer).carried == 0
    assert newer.view.review.next.text() == "Next unrated"


def test_rating_anew_confirms(newer: DocumentsScreen) -> None:
    press("b", "2", "3")

    assert (review(newer).ratings["B2"].level, review(newer).ratings["B2"].is_carried) == (3, False)


def test_a_criterion_says_what_became_of_its_passage(newer: DocumentsScreen) -> None:
    rows, since = newer.view.review.criteria.rows, newer.view.review.criteria.panel.since
    press("b", "2")
    told = since._column.itemAt(0).widget().text()

    assert "text changed" in rows["B2"].accessibleName()
    assert "to confirm" in rows["B1"].accessibleName()
    assert told == (
        f"Changed: “{CONDUCT}” now reads “shall never assist school staff with student conduct as needed.”"
    )
    press("b", "1")
    assert not since.isVisible()


def show_changes(qtbot: QtBot, screen: DocumentsScreen) -> str:
    button = screen.view.review.strip.views._buttons[CHANGES]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.reviewing.versions.is_busy, timeout=30_000)
    return screen.view.review.changes.text.toPlainText()


def test_what_changed_is_marked_in_words(qtbot: QtBot, newer: DocumentsScreen) -> None:
    told = show_changes(qtbot, newer)

    assert newer.view.review.changes.counts.text() == "1 changed · 1 added"
    assert "4 paragraphs the same" in told
    assert "~ Changed   p. 2\n3.2 The SRO may shall never assist school staff" in told
    assert "+ Added   p. 2\n3.4 Parents are told at once." in told


def test_one_key_goes_from_change_to_change_and_the_text_follows(
    qtbot: QtBot, newer: DocumentsScreen
) -> None:
    show_changes(qtbot, newer)
    pane, text = newer.view.review.changes, newer.view.review.reading.view
    qtbot.keyClick(pane.text, Qt.Key.Key_F7)
    assert text.textCursor().selectedText().startswith("3.2\tThe SRO shall never assist")
    qtbot.keyClick(pane.text, Qt.Key.Key_F7)
    assert text.textCursor().selectedText().startswith("3.4\tParents")
    qtbot.keyClick(pane.text, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)

    assert text.textCursor().selectedText().startswith("3.2")


def test_changes_are_read_in_the_dark_and_by_keyboard(qtbot: QtBot, newer: DocumentsScreen) -> None:
    show_changes(qtbot, newer)
    look().wear(Appearance.DARK)

    assert "Parents" in newer.view.review.changes.text.toPlainText()
    assert unnamed(newer) == []
    assert not_reached_by_tab(newer) == []


def test_a_gap_becomes_a_finding_in_one_key_and_the_criterion_shows_it(
    qtbot: QtBot, screen: DocumentsScreen
) -> None:
    screen.open_review(screen.view.list.chosen_id)
    press("b", "2")
    row = screen.view.review.criteria.rows["B2"]
    with qtbot.waitSignal(screen.said) as said:
        qtbot.keyClick(
            row, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    (finding,) = findings.list_findings(screen.engagement)

    assert said.args == ["Draft finding made from B2", True]
    assert finding.title.startswith("No routine discipline")
    assert row.shown.has_finding
    assert screen.view.review.criteria.panel.finding.isVisible()
    screen.view.review.criteria.open("C1")
    qtbot.keyClick(row, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "C1 has no level yet" in screen.problem.sentence
