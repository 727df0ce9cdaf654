"""The values of a measure: typed in four states by keyboard, refused in place, and removed."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.evaluate.measures_screen import measure, show_calls
from tests.ui.followed import Followed

from assessor.operations.measures.measures import ValueRow
from assessor.terms import ValueState
from assessor.ui.evaluate.measures import MeasuresScreen
from assessor.ui.evaluate.values_model import ValueColumn


@pytest.fixture
def screen(followed: Followed) -> MeasuresScreen:
    return show_calls(followed)


def newest(followed: Followed, key: str) -> ValueRow:
    return measure(followed, key).values[-1]


def put_on(screen: MeasuresScreen, row: int, column: ValueColumn = ValueColumn.VALUE) -> None:
    screen.view.detail.table.setFocus()
    screen.view.detail.table.put_current(row, int(column))


def type_in(qtbot: QtBot, screen: MeasuresScreen, text: str) -> None:
    """Type into the cell the keyboard is on: its first letter opens the editor."""
    table = screen.view.detail.table
    qtbot.keyClicks(table, text[0])
    end_typing(qtbot, text[1:])


def end_typing(qtbot: QtBot, text: str) -> None:
    """Type the rest into the editor that is open, and press Enter."""
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_number_typed_on_the_first_line_is_the_next_period(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    put_on(screen, 0)
    type_in(qtbot, screen, "0.26")
    value = newest(followed, "calls")
    assert (value.period_label, value.state, value.value) == ("Feb 27", ValueState.VALUE, Decimal("0.26"))

    type_in(qtbot, screen, "0.25")
    assert (newest(followed, "calls").period_label, newest(followed, "calls").value) == (
        "Mar 27",
        Decimal("0.25"),
    )


@pytest.mark.parametrize(
    ("letter", "state"),
    [("z", ValueState.ZERO), ("n", ValueState.NOT_COLLECTED), ("s", ValueState.SUPPRESSED)],
)
def test_states_without_a_number_are_one_letter(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed, letter: str, state: ValueState
) -> None:
    put_on(screen, 1)
    qtbot.keyClicks(screen.view.detail.table, letter)

    assert newest(followed, "calls").state is state
    assert newest(followed, "calls").period_label == "Jan 27"


def test_counts_give_the_rate_and_a_note_stays_with_a_new_value(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    put_on(screen, 1, ValueColumn.NOTE)
    type_in(qtbot, screen, "Two weeks of snow")
    put_on(screen, 1)
    type_in(qtbot, screen, "4 of 1,412")
    value = newest(followed, "calls")

    assert (value.value, value.numerator, value.denominator) == (Decimal("0.28"), 4, 1412)
    assert value.note == "Two weeks of snow"


def test_what_is_no_value_is_refused_under_the_heading(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    before = measure(followed, "calls")
    put_on(screen, 1)
    type_in(qtbot, screen, "1.2.3")
    assert "is not a value" in screen.view.detail.problem.sentence
    put_on(screen, 0, ValueColumn.NOTE)
    type_in(qtbot, screen, "too soon")
    assert "value first" in screen.view.detail.problem.sentence
    assert measure(followed, "calls") == before


def test_more_arrests_than_referrals_are_refused_in_place(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["arrests"])
    put_on(screen, 0, ValueColumn.PERIOD)
    type_in(qtbot, screen, "Fall 2026")
    type_in(qtbot, screen, "9 of 1412")

    assert screen.view.detail.problem.sentence.startswith("9 arrests cannot stand beside 7 referrals")
    assert measure(followed, "arrests").values == ()


def test_a_period_typed_is_taken_for_the_line_without_a_value(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    screen.view.detail.values_heading.action.click()
    end_typing(qtbot, "Aug 25")
    type_in(qtbot, screen, "0.37")

    assert measure(followed, "calls").values[0].period_label == "Aug 25"
    assert screen.view.detail.table.values.lines[0].period.label == "Feb 27"


def test_delete_removes_a_value_and_undo_brings_it_back(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    put_on(screen, 1)
    qtbot.keyClick(screen.view.detail.table, Qt.Key.Key_Delete)
    assert newest(followed, "calls").period_label == "Dec 26"
    followed.engagement.undo()
    assert newest(followed, "calls").period_label == "Jan 27"
