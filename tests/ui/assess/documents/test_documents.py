"""The documents screen: files come in, facts are edited in place, and what is removed comes back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.assess.documents.pdfs import a_pdf
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations import documents
from assessor.operations.document_imports import import_document
from assessor.operations.policy_reviews import begin_review, rate_criterion
from assessor.progress import finish
from assessor.store import Engagement
from assessor.ui.assess.documents.document_kinds import kind_of
from assessor.ui.assess.documents.documents import DocumentsScreen
from assessor.ui.main_window import MainWindow

AGREEMENT = "3.1 The SRO serves as a guest teacher.\n3.2 The SRO may assist staff as needed."


def open_screen(qtbot: QtBot, engagement: Engagement) -> DocumentsScreen:
    screen = DocumentsScreen(engagement)
    qtbot.addWidget(screen)
    screen.resize(1192, 580)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement) -> DocumentsScreen:
    return open_screen(qtbot, engagement)


@pytest.fixture
def agreement(engagement: Engagement, tmp_path: Path) -> str:
    path = tmp_path / "agreement.txt"
    path.write_text(AGREEMENT, encoding="utf-8")
    return finish(import_document(engagement, path, title="Memorandum", kind="agreement"))


def bring_in(qtbot: QtBot, screen: DocumentsScreen, *paths: Path) -> None:
    screen.importing.bring_in(paths)
    qtbot.waitUntil(lambda: not screen.importing.is_running, timeout=30_000)


def a_docx(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def a_markdown(path: Path, words: str) -> Path:
    path.write_text(f"# {path.stem}\n\n{words}\n", encoding="utf-8")
    return path


def test_an_empty_engagement_offers_the_first_step(screen: DocumentsScreen) -> None:
    assert screen.view.pages.currentWidget() is screen.view.empty
    assert screen.view.empty.button.isVisible()
    assert not screen.view.add.isVisible()


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: a_pdf(folder / "handbook.pdf", "Officers do not discipline students."),
        lambda folder: a_docx(folder / "handbook.docx", "Officers do not discipline students."),
        lambda folder: a_markdown(folder / "handbook.md", "Officers do not discipline students."),
    ],
    ids=["pdf", "docx", "md"],
)
def test_a_file_comes_in_with_its_text_and_is_chosen(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    with qtbot.waitSignal(screen.said) as said:
        bring_in(qtbot, screen, make(tmp_path))

    (row,) = documents.list_documents(screen.engagement)
    assert said.args == [f"Imported {row.title}", True]
    assert screen.view.list.chosen_id == row.id
    assert "Officers do not discipline" in documents.get_document_content(screen.engagement, row.id).pages[0]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SRO_MOU_2023", "agreement"),
        ("Board Policy 5131", "board_policy"),
        ("student-handbook", "handbook"),
        ("PD General Order 12", "procedure"),
        ("scan0001", "other"),
        ("mountain view", "other"),
    ],
)
def test_the_name_of_a_file_suggests_its_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_several_files_come_in_one_after_another(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path
) -> None:
    bring_in(qtbot, screen, *(a_markdown(tmp_path / f"{name}.md", "Words.") for name in ("One", "Two")))

    assert [row.title for row in documents.list_documents(screen.engagement)] == ["One", "Two"]


def test_a_file_that_cannot_be_read_is_said_in_place(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path
) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7 broken")
    bring_in(qtbot, screen, path)

    assert "broken.pdf" in screen.view.job.problem.sentence
    assert documents.list_documents(screen.engagement) == []


def test_one_broken_file_among_others_is_said_at_the_end(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    bring_in(qtbot, screen, broken, a_markdown(tmp_path / "Policy.md", "Words."))

    assert "broken.pdf" in screen.problem.sentence
    assert [row.title for row in documents.list_documents(screen.engagement)] == ["Policy"]


def test_an_import_can_be_cancelled(qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path) -> None:
    paths = [a_markdown(tmp_path / f"{number}.md", "Words. " * 1000) for number in range(3)]
    screen.importing.bring_in(paths)
    screen.importing.cancel()
    qtbot.waitUntil(lambda: not screen.importing.is_running, timeout=30_000)

    assert len(documents.list_documents(screen.engagement)) < 3


def test_files_are_asked_for_by_the_button(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_markdown(tmp_path / "Policy.md", "Words.")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    qtbot.mouseClick(screen.view.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(documents.list_documents(screen.engagement)), timeout=30_000)
    qtbot.waitUntil(screen.view.add.isVisible)


def test_a_file_dropped_on_the_screen_comes_in(qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(a_markdown(tmp_path / "Policy.md", "Words.")))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    screen.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys))
    qtbot.waitUntil(lambda: not screen.importing.is_running, timeout=30_000)

    assert [row.title for row in documents.list_documents(screen.engagement)] == ["Policy"]


def test_facts_are_edited_in_place(
    qtbot: QtBot, engagement: Engagement, agreement: str, screen: DocumentsScreen
) -> None:
    facts = screen.view.facts
    facts.note.line.setFocus()
    qtbot.keyClicks(facts.note.line, "2023, unsigned by the chief")
    qtbot.keyClick(facts.note.line, Qt.Key.Key_Return)
    facts.dated_on.line.setFocus()
    qtbot.keyClicks(facts.dated_on.line, "4 Mar 2023")
    facts.title.line.setFocus()
    row = documents.get_document(engagement, agreement)

    assert (row.note, row.dated_on) == ("2023, unsigned by the chief", date(2023, 3, 4))


def test_a_title_cannot_be_left_empty(
    qtbot: QtBot, engagement: Engagement, agreement: str, screen: DocumentsScreen
) -> None:
    title = screen.view.facts.title
    title.line.setFocus()
    title.line.selectAll()
    qtbot.keyClick(title.line, Qt.Key.Key_Backspace)
    qtbot.keyClick(title.line, Qt.Key.Key_Return)

    assert "needs a title" in title.problem.sentence
    assert documents.get_document(engagement, agreement).title == "Memorandum"


def test_a_document_removed_comes_back_by_undo(
    qtbot: QtBot, engagement: Engagement, agreement: str, screen: DocumentsScreen
) -> None:
    rate_criterion(engagement, begin_review(engagement, agreement), "B2", 1)
    qtbot.mouseClick(screen.view.facts.remove, Qt.MouseButton.LeftButton)
    assert screen.view.pages.currentWidget() is screen.view.empty
    engagement.undo()

    assert screen.view.list.chosen_id == agreement
    assert screen.view.facts.strip.accessibleName().startswith("page: 1; words: 16; criteria rated: 1 of 45")


def test_the_original_is_saved_as_it_came(
    qtbot: QtBot,
    agreement: str,
    screen: DocumentsScreen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "copy.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(screen.view.facts.original, Qt.MouseButton.LeftButton)

    assert target.read_text(encoding="utf-8") == AGREEMENT


def test_everything_on_the_list_page_has_a_name_and_is_reached_by_tab(
    window: MainWindow, agreement: str
) -> None:
    window.go("documents", agreement)

    assert unnamed(window) == []
    assert not_reached_by_tab(window) == []


def test_a_file_that_is_here_already_leads_there_and_comes_in_anew_on_wish(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path
) -> None:
    path, other = a_markdown(tmp_path / "Policy.md", "Words."), a_markdown(tmp_path / "Zeal.md", "More.")
    bring_in(qtbot, screen, path, other)
    assert screen.view.list.chosen_id != documents.list_documents(screen.engagement)[0].id
    bring_in(qtbot, screen, path)

    assert "“Policy.md” is here already, as “Policy”" in screen.problem.sentence
    assert screen.view.list.chosen_id == documents.list_documents(screen.engagement)[0].id
    screen.problem.asked.emit()
    qtbot.waitUntil(lambda: not screen.importing.is_running, timeout=30_000)
    titles = [row.title for row in documents.list_documents(screen.engagement)]
    assert titles == ["Policy", "Policy", "Zeal"]
    assert screen.problem.sentence == ""
