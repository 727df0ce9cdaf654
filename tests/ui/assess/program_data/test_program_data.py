"""The grid of program data: typed, pasted, cleared, refused in place, split by school and by students."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.assess.program_data.conftest import Counted

from assessor.operations.measures.measure_cells import TypedCell, enter_cells
from assessor.operations.measures.measure_parts import Whom
from assessor.operations.measures.measures import get_measure
from assessor.operations.measures.program_data import Split
from assessor.operations.periods import read_period
from assessor.store import Engagement
from assessor.terms import ValueState
from assessor.ui.assess.program_data.grid_table import GridTable
from assessor.ui.assess.program_data.program_data import ProgramDataScreen
from assessor.ui.widgets.row_models import ROW_ROLE

LAST = 5


def table(counted: Counted) -> GridTable:
    return counted.screen.view.grid.table


def at(counted: Counted, row: int, column: int = LAST) -> str:
    """What a cell shows."""
    grid = table(counted).grid
    return str(grid.data(grid.index(row, column), Qt.ItemDataRole.DisplayRole))


def type_in(qtbot: QtBot, counted: Counted, row: int, column: int, text: str) -> None:
    """Type over a cell and press Enter."""
    found = table(counted)
    found.put_current(row, column)
    qtbot.keyClicks(found, text[:1])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt commits what an editor holds a little later


def values(counted: Counted, code: str) -> dict[str, object]:
    measure = get_measure(counted.engagement, counted.ids[code])
    return {value.period_label: value.state for value in measure.values}


@pytest.mark.parametrize(
    ("text", "state", "shown"),
    [
        ("7/1412", ValueState.VALUE, "4.96"),
        ("0", ValueState.ZERO, "0"),
        ("nc", ValueState.NOT_COLLECTED, "not collected"),
        ("s", ValueState.SUPPRESSED, "suppressed"),
    ],
)
def test_what_is_typed_becomes_one_of_four_states(
    qtbot: QtBot, counted: Counted, text: str, state: ValueState, shown: str
) -> None:
    type_in(qtbot, counted, 1, LAST, text)

    assert values(counted, "K02") == {"Fall 2026": state}
    assert at(counted, 1) == shown
    assert counted.engagement.can_undo() == "Enter value"


def test_enter_goes_one_cell_down_as_in_a_spreadsheet(qtbot: QtBot, counted: Counted) -> None:
    type_in(qtbot, counted, 0, LAST, "18/1412")

    assert (table(counted).currentIndex().row(), table(counted).currentIndex().column()) == (1, LAST)


def test_arrow_keys_go_from_cell_to_cell(qtbot: QtBot, counted: Counted) -> None:
    table(counted).put_current(0, LAST)
    qtbot.keyClick(table(counted), Qt.Key.Key_Left)
    qtbot.keyClick(table(counted), Qt.Key.Key_Down)

    assert table(counted).currentIndex() == table(counted).grid.index(1, LAST - 1)


def test_a_block_is_pasted_as_one_change(counted: Counted) -> None:
    table(counted).put_current(1, LAST - 1)
    table(counted).paste_block("2/1391\t3/1412\nnc\t0\n")

    assert [at(counted, 1, LAST - 1), at(counted, 1), at(counted, 2, LAST - 1), at(counted, 2)] == [
        "1.44",
        "2.12",
        "not collected",
        "0",
    ]
    assert counted.engagement.undo() == "Enter 4 values"
    assert at(counted, 1) == ""


def test_a_block_with_a_mistake_is_not_pasted_at_all(counted: Counted) -> None:
    table(counted).put_current(1, LAST - 1)
    table(counted).paste_block("2/1391\tmany\n")

    assert values(counted, "K02") == {}
    assert "Nothing was pasted. K02, Fall 2026:" in counted.screen.view.grid.problem.sentence
    assert at(counted, 1) == "many"


def test_a_block_larger_than_the_grid_is_not_cut_off(counted: Counted) -> None:
    table(counted).put_current(2, LAST)
    table(counted).paste_block("1\n2\n")

    assert values(counted, "K04") == {}
    assert "larger than the grid" in counted.screen.view.grid.problem.sentence


def test_copied_cells_can_be_pasted_again(qtbot: QtBot, counted: Counted) -> None:
    found = table(counted)
    found.put_current(0, LAST - 1)
    qtbot.keyClick(found, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(found, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "19/1391\t17/1412"


def test_delete_clears_what_is_chosen_and_undo_brings_it_back(qtbot: QtBot, counted: Counted) -> None:
    table(counted).put_current(0, LAST)
    qtbot.keyClick(table(counted), Qt.Key.Key_Delete)
    assert list(values(counted, "K01")) == ["Fall 2025", "Spring 2026"]

    assert counted.engagement.undo() == "Clear value"
    assert at(counted, 0) == "1.20"


def test_more_arrests_than_referrals_are_refused_in_place(qtbot: QtBot, counted: Counted) -> None:
    type_in(qtbot, counted, 1, LAST, "99/1412")
    found = table(counted).grid

    assert values(counted, "K02") == {}
    assert "every arrest is a referral" in counted.screen.view.grid.problem.sentence
    assert found.data(found.index(1, LAST), ROW_ROLE).refusal.text == "99/1412"
    type_in(qtbot, counted, 1, LAST, "9/1412")
    assert at(counted, 1) == "6.37"
    assert found.data(found.index(1, LAST), ROW_ROLE).refusal is None


def test_values_of_a_school_and_of_a_group_are_typed_in_the_same_grid(qtbot: QtBot, counted: Counted) -> None:
    screen = counted.screen
    screen.splits.choose(Split.SCHOOLS.value)
    screen.splits.chosen.emit(Split.SCHOOLS.value)
    type_in(qtbot, counted, 1, LAST, "7/412")
    assert at(counted, 1) == "1.70"
    screen.splits.choose(Split.STUDENTS.value)
    screen.splits.chosen.emit(Split.STUDENTS.value)
    type_in(qtbot, counted, 5, LAST, "9/40")

    assert at(counted, 5) == "22.50"
    assert values(counted, "K01")["Fall 2026"] is ValueState.VALUE
    assert at(counted, 0) == "1.20"


def test_a_group_is_compared_only_from_enough_events(counted: Counted) -> None:
    period, black = read_period("Fall 2025"), Whom(None, "Black students")
    enter_cells(
        counted.engagement,
        [
            TypedCell(counted.ids["K01"], period, "60/1400"),
            TypedCell(counted.ids["K01"], period, "18/240", black),
        ],
    )
    screen = counted.screen
    screen.splits.choose(Split.STUDENTS.value)
    screen.splits.chosen.emit(Split.STUDENTS.value)
    table(counted).put_current(5, LAST - 2)

    assert "2.07 times as often (95% interval 1.21 to 3.53)" in screen.view.grid.note.compared.text()


def test_what_is_doubtful_is_said_beneath(counted: Counted) -> None:
    period = read_period("Fall 2026")
    enter_cells(counted.engagement, [TypedCell(counted.ids["K04"], period, "45/40")])
    table(counted).put_current(2, LAST)

    assert "more events than enrolled" in counted.screen.view.grid.note.doubts.text()


def test_earlier_periods_can_be_filled_in(qtbot: QtBot, counted: Counted) -> None:
    before = table(counted).grid.columnCount()
    qtbot.mouseClick(counted.screen.view.grid.earlier, Qt.MouseButton.LeftButton)

    assert table(counted).grid.columnCount() == before + 6
    assert table(counted).currentIndex().column() == LAST + 6


def test_a_screen_reader_hears_measure_period_and_state(qtbot: QtBot, counted: Counted) -> None:
    type_in(qtbot, counted, 1, LAST, "0")
    grid = table(counted).grid

    said = grid.data(grid.index(1, LAST), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "K02 School-related arrests, Fall 2026, 0, true zero"


def test_without_a_measure_it_says_where_to_begin(qtbot: QtBot, engagement: Engagement) -> None:
    screen = ProgramDataScreen(engagement)
    qtbot.addWidget(screen)
    screen.show()

    assert screen.view.pages.currentWidget() is screen.view.empty
    with qtbot.waitSignal(screen.asked_to_go) as gone:
        screen.view.empty.button.click()
    assert gone.args == ["measures", ""]


def test_the_model_keeps_to_what_qt_expects(counted: Counted, qtmodeltester: object) -> None:
    qtmodeltester.check(table(counted).grid)  # type: ignore[attr-defined]
