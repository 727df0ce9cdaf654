"""What people write is shown as they wrote it: no tags, no templates, on no screen and on no page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.faults.written import WORDS, write_everywhere

from assessor.operations.gathering import gather_strategic_plan
from assessor.progress import finish
from assessor.report.printing import print_plan
from assessor.store import Engagement
from assessor.ui.main_window import MainWindow
from assessor.ui.menus import FileActions
from assessor.ui.places import PLACES
from assessor.ui.screens import Screen

_OURS = '<span style="white-space: pre-wrap">'
_SETTLING = 50  # ms for what a screen shows a moment later


def _nothing(*_: object) -> None:
    """A file action that these tests do not need."""


@pytest.fixture
def spoilt(own_sample: Engagement) -> Engagement:
    """The sample with the words in front of every text of every row."""
    assert write_everywhere(own_sample) > 100
    return own_sample


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, spoilt: Engagement) -> Iterator[MainWindow]:
    shown = MainWindow(spoilt, FileActions(_nothing, _nothing, _nothing, _nothing, _nothing))
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    shown.close()


def test_every_screen_shows_every_text_literally(window: MainWindow) -> None:
    for place in PLACES:
        window.go(place.key)
        QTest.qWait(_SETTLING)
        screen = window.screen_of(place.key)
        assert isinstance(screen, Screen), place.key
        assert screen.problem.sentence == "", place.key
    labels = window.findChildren(QLabel)
    assert any("<b>x</b>" in label.text() for label in labels)
    assert {
        type(label).__name__ for label in labels if label.textFormat() != Qt.TextFormat.PlainText
    } == set()


def test_no_tooltip_and_no_field_takes_a_text_for_html(window: MainWindow) -> None:
    for place in PLACES:
        window.go(place.key)
        QTest.qWait(_SETTLING)
    tips = {widget.toolTip() for widget in window.findChildren(QWidget)}
    assert [tip for tip in tips if "<" in tip and not tip.startswith(_OURS)] == []
    assert any(tip.startswith(_OURS) and "&lt;b&gt;x&lt;/b&gt;" in tip for tip in tips)
    rich = [field for field in window.findChildren(QTextEdit) if "<b>" in field.toPlainText()]
    assert rich
    assert all("&lt;b&gt;" in field.toHtml() for field in rich)


def test_the_window_and_its_menu_name_things_literally(window: MainWindow) -> None:
    assert window.windowTitle().startswith(WORDS)
    assert window.menus.undo.text() == "Undo “Write everywhere”"


def test_the_printed_plan_shows_every_text_literally(spoilt: Engagement, tmp_path: Path) -> None:
    plan = tmp_path / "plan.pdf"
    finish(print_plan(gather_strategic_plan(spoilt, date(2027, 1, 29)), plan))
    document = pypdfium2.PdfDocument(plan)
    words = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    for written in ("<b>x</b>", "<imgsrc=", "{{7*7}}", "%s", "&amp;"):
        assert words.count(written) > 50, written
