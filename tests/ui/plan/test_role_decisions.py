"""The matrix is read in words and written by letters."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from assessor.operations import role_decisions
from assessor.store import Engagement
from assessor.terms import Part
from assessor.ui.plan.decision_model import NOTE, TITLE, SectionLine
from assessor.ui.plan.role_decisions import RoleDecisionsScreen


@pytest.fixture
def empty(engagement: Engagement, qtbot: QtBot) -> Iterator[RoleDecisionsScreen]:
    """The screen with nothing decided."""
    made = RoleDecisionsScreen(engagement)
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


@pytest.fixture
def screen(empty: RoleDecisionsScreen) -> RoleDecisionsScreen:
    """The screen with the shipped matrix."""
    role_decisions.add_role_decisions_from_library(empty.engagement)
    return empty


def _first(screen: RoleDecisionsScreen) -> role_decisions.RoleDecisionRow:
    return role_decisions.list_role_decisions(screen.engagement)[0]


def test_an_empty_matrix_begins_with_the_shipped_one(empty: RoleDecisionsScreen) -> None:
    assert empty.view.empty.isVisible()
    empty.view.empty.button.click()
    assert empty.view.table.isVisible()
    assert empty.head.line.text() == "26 decisions"


def test_the_model_keeps_the_rules_of_models(screen: RoleDecisionsScreen) -> None:
    QAbstractItemModelTester(screen.view.table.model_, QAbstractItemModelTester.FailureReportingMode.Warning)
    screen.view.table.show_rows([])
    screen.refresh()


@pytest.mark.parametrize(
    ("key", "part"),
    [
        (Qt.Key.Key_D, Part.DECIDES),
        (Qt.Key.Key_J, Part.DECIDES_JOINTLY),
        (Qt.Key.Key_W, Part.DOES),
        (Qt.Key.Key_A, Part.ASKED),
        (Qt.Key.Key_T, Part.TOLD),
        (Qt.Key.Key_Minus, Part.NONE),
    ],
)
def test_a_letter_sets_the_part_in_the_cell(
    screen: RoleDecisionsScreen, qtbot: QtBot, key: Qt.Key, part: Part
) -> None:
    table = screen.view.table
    table.choose(_first(screen).id, 2)
    qtbot.keyClick(table, key)
    assert _first(screen).parts[1] is part
    assert table.currentIndex().column() == 2


def test_giving_the_decision_away_says_that_the_row_is_clear_still(
    screen: RoleDecisionsScreen, qtbot: QtBot
) -> None:
    table = screen.view.table
    table.choose(_first(screen).id, 1)
    qtbot.keyClick(table, Qt.Key.Key_Minus)
    assert "Nobody decides" in screen.view.foot_line.text()
    assert screen.head.line.text().endswith("1 not clear yet")
    table.choose(_first(screen).id, 2)
    qtbot.keyClick(table, Qt.Key.Key_D)
    assert "D decides" in screen.view.foot_line.text()


def test_the_arrows_pass_over_headings(screen: RoleDecisionsScreen, qtbot: QtBot) -> None:
    table = screen.view.table
    table.choose(_first(screen).id, 2)
    for _ in range(40):
        qtbot.keyClick(table, Qt.Key.Key_Down)
        assert table.chosen_row is not None
    assert table.currentIndex().row() == table.model_.rowCount() - 1
    assert table.currentIndex().column() == 2


def test_title_and_note_are_edited_in_place(screen: RoleDecisionsScreen, qtbot: QtBot) -> None:
    table = screen.view.table
    for column, text in ((TITLE, "Phones and dress"), (NOTE, "See the handbook")):
        table.choose(_first(screen).id, column)
        qtbot.keyClick(table, Qt.Key.Key_Return)
        editor = table.findChildren(QLineEdit)[-1]
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.wait(1)
    assert (_first(screen).title, _first(screen).note) == ("Phones and dress", "See the handbook")


def test_a_decision_is_added_to_the_section_one_is_in(screen: RoleDecisionsScreen, qtbot: QtBot) -> None:
    table = screen.view.table
    last = role_decisions.list_role_decisions(screen.engagement)[-1]
    table.choose(last.id)
    screen.view.add.click()
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "Drone use")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.wait(1)
    added = role_decisions.list_role_decisions(screen.engagement)[-1]
    assert (added.title, added.section) == ("Drone use", last.section)


def test_a_decision_moves_and_goes_by_key(screen: RoleDecisionsScreen, qtbot: QtBot) -> None:
    table, first = screen.view.table, _first(screen)
    table.choose(first.id, TITLE)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _first(screen).id != first.id
    assert table.chosen_row is not None
    assert table.chosen_row.id == first.id
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert first.id not in [row.id for row in role_decisions.list_role_decisions(screen.engagement)]
    screen.view.more.click()
    assert first.title in [row.title for row in role_decisions.list_role_decisions(screen.engagement)]


def test_a_click_on_the_chosen_cell_offers_the_parts_in_words(
    screen: RoleDecisionsScreen, qtbot: QtBot
) -> None:
    table = screen.view.table
    table.choose(_first(screen).id, 3)
    place = table.visualRect(table.currentIndex()).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    menu = screen.findChild(QMenu)
    assert menu is not None
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words[:2] == ["Decides", "Decides jointly with another"]
    menu.actions()[1].trigger()
    menu.close()
    assert _first(screen).parts[2] is Part.DECIDES_JOINTLY


def test_headings_are_painted_and_long_words_wrap(screen: RoleDecisionsScreen) -> None:
    role_decisions.edit_role_decision(
        screen.engagement, _first(screen).id, title="Schulordnung" * 20, note="Zu" * 90
    )
    assert any(isinstance(line, SectionLine) for line in screen.view.table.model_.lines)
    screen.resize(960, 500)
    assert not screen.grab().isNull()
