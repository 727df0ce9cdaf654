"""An agreement open for review: its words, and how tests mark in it and read what was noted."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.operations import documents
from assessor.operations import policy_reviews as reviews
from assessor.operations.document_imports import import_document
from assessor.progress import finish
from assessor.store import Engagement
from assessor.ui.assess.documents.documents import DocumentsScreen

ROLES = (
    "III. Roles and Responsibilities\n"
    "3.1 The SRO serves as a guest teacher.\n"
    "3.2 The SRO may assist school staff with student conduct as needed.\n"
    "3.3 Nothing in this Agreement prevents the SRO from taking part in a conference."
)
PAGES = ("I. Purpose\n1.1 The parties keep schools safe 😀 and help students.", ROLES)
CONDUCT = "may assist school staff with student conduct as needed"
SAFE = "schools safe 😀 and help"


def bring_in_agreement(engagement: Engagement, folder: Path) -> str:
    """The agreement as a document."""
    path = folder / "agreement.txt"
    path.write_text("\f".join(PAGES), encoding="utf-8")
    return finish(import_document(engagement, path, title="Memorandum of agreement"))


def open_review(qtbot: QtBot, engagement: Engagement) -> DocumentsScreen:
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
