"""Lists under headings: headings are seen and heard, and never chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from assessor.ui.widgets.headed_lists import HeadedList, LedRow, RowGroup


@pytest.fixture
def shown(qtbot: QtBot) -> HeadedList:
    found = HeadedList("Actions")
    qtbot.addWidget(found)
    found.resize(360, 400)
    found.show_groups(groups("a", "b"))
    found.show()
    return found


def groups(*ids: str) -> list[RowGroup]:
    return [RowGroup(f"Group {key}", (LedRow(key, f"Title {key}", lead="A1.1"),)) for key in ids]


def test_the_first_row_is_chosen_and_not_its_heading(shown: HeadedList) -> None:
    assert shown.chosen_id == "a"
    assert shown.rows.flags(shown.rows.index(0)) == Qt.ItemFlag.NoItemFlags


def test_keys_go_from_row_to_row(qtbot: QtBot, shown: HeadedList) -> None:
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.chosen_id == "b"
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.chosen_id == "a"


def test_what_is_chosen_stays_chosen_where_it_moved(shown: HeadedList) -> None:
    shown.choose("b")
    shown.show_groups(groups("c", "b", "a"))
    assert shown.chosen_id == "b"


def test_the_neighbor_is_chosen_where_the_chosen_is_gone(shown: HeadedList) -> None:
    shown.choose("b")
    shown.show_groups(groups("a"))
    assert shown.chosen_id == "a"
    shown.show_groups([])
    assert shown.chosen_id == ""


def test_a_screen_reader_hears_code_title_and_count(shown: HeadedList) -> None:
    said = [
        shown.rows.data(shown.rows.index(place), Qt.ItemDataRole.AccessibleTextRole) for place in range(2)
    ]
    assert said == ["Group a, 1", "A1.1, Title a"]


def test_the_model_keeps_qts_rules(shown: HeadedList) -> None:
    tester = QAbstractItemModelTester(shown.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown.show_groups(groups("a", "c"))
    assert tester.model() is shown.rows
