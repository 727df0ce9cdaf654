"""A session's record and the card of keys, printed from the screen."""

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot
from tests.ui.assess.sittings.held_group import hold_group, open_sittings

from assessor.operations.sittings import add_sitting
from assessor.store.engagement import Engagement
from assessor.terms import SittingKind
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def group_id(engagement: Engagement) -> str:
    return hold_group(engagement)


@pytest.fixture
def screen(window: MainWindow, group_id: str) -> SittingsScreen:
    del group_id
    return open_sittings(window)


def test_the_record_is_printed_in_the_background_and_said(
    screen: SittingsScreen, group_id: str, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "record.pdf"
    with qtbot.waitSignal(screen.said, timeout=60_000) as said:
        screen.printing.print_record(group_id, target)
        assert screen.view.job.isVisible()

    assert said.args == ["1 page is in record.pdf.", False]
    with pypdfium2.PdfDocument(target) as document:
        assert "Teachers, Ridge Middle" in document[0].get_textpage().get_text_range()


def test_the_print_button_asks_for_the_sitting_shown(
    screen: SittingsScreen, group_id: str, qtbot: QtBot
) -> None:
    record = screen.view.record
    record.print_asked.disconnect(screen.printing.ask_for_record)
    with qtbot.waitSignal(record.print_asked) as asked:
        record.print.click()
    assert asked.args == [group_id, "TCH-FG1"]


def test_what_cannot_be_printed_is_told_in_place(
    screen: SittingsScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    planned = add_sitting(screen.engagement, SittingKind.INTERVIEW, "SRO")
    screen.show_element(planned)
    assert screen.view.record.print.isHidden()
    with qtbot.waitSignal(screen.view.job.ended, timeout=60_000):
        screen.printing.print_record(planned, tmp_path / "record.pdf")

    assert "Nothing was noted" in screen.view.job.problem.sentence


def test_the_card_of_keys_is_printed(screen: SittingsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(screen.said, timeout=60_000):
        screen.printing.print_keys(tmp_path / "keys.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "keys.pdf")) == 1
