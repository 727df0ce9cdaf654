"""The measures screen: the chart and what it shows, the library, and what a measure is made of."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.evaluate.measures_screen import measure, show_calls
from tests.ui.followed import LONG, Followed, show_screen
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations.measures import measures
from assessor.operations.measures.measure_values import enter_value
from assessor.terms import Direction
from assessor.ui.evaluate.measures import MeasuresScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.theme import Appearance, look


@pytest.fixture
def screen(followed: Followed) -> MeasuresScreen:
    return show_calls(followed)


def test_a_row_says_value_and_status_in_words(screen: MeasuresScreen, followed: Followed) -> None:
    rows = screen.view.list.rows
    spoken = {
        key: rows.data(rows.index(rows.row_of(followed.ids[key])), Qt.ItemDataRole.AccessibleTextRole)
        for key in ("calls", "held", "suspensions", "quiz", "arrests")
    }

    assert spoken == {
        "calls": "K06, Calls about school rules, On track, 0.28 per 100 students · Jan 27",
        "held": "K14, Meetings between both sides held, Off track, 66% · Jan 27",
        "suspensions": "K09, Out-of-school suspensions, Balance, 0.39 per 100 students · Jan 27",
        "quiz": "K31, Staff know the boundary, No data, No values yet",
        "arrests": "K02, School-related arrests, No target, No values yet",
    }


def test_what_the_chart_shows_stands_beneath_it_in_a_sentence(
    screen: MeasuresScreen, followed: Followed
) -> None:
    screen.show_element(followed.ids["held"])
    assert screen.view.detail.run.words.text() == (
        "In Jan 27 it stood at 66%; 73% was planned by then."
        " From Jun 26 to Jan 27 every value lies above the median of 51%: a real change for the better."
    )
    screen.show_element(followed.ids["calls"])
    assert "No signal" in screen.view.detail.run.words.text()
    screen.show_element(followed.ids["referrals"])
    assert "Too early to tell" in screen.view.detail.run.words.text()
    screen.show_element(followed.ids["quiz"])
    assert "No values yet" in screen.view.detail.run.words.text()


def test_the_chart_is_drawn_anew_in_another_look(screen: MeasuresScreen) -> None:
    view = screen.view.detail.run.chart.view
    assert view.accessibleName().startswith("K06 Calls about school rules. baseline 0.38; target 0.23")
    assert "Oct 26 too few to show" in view.accessibleName()
    light = view.grab().toImage()
    look().wear(Appearance.DARK)
    QApplication.processEvents()

    assert view.grab().toImage() != light


def test_a_measure_is_found_in_the_library_by_typing(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    screen.add.click()
    picker = screen.view.picker
    assert screen.add.isHidden()
    qtbot.keyClicks(picker.search.line, "nonsense")
    assert picker.nothing.isVisible()
    picker.search.line.clear()
    qtbot.keyClicks(picker.search.line, "training complete")
    qtbot.keyClick(picker.search.line, Qt.Key.Key_Down)
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)

    assert screen.view.detail.top.code.text() == "K20"
    assert screen.view.right.currentWidget() is screen.view.detail
    assert [row.code for row in measures.list_measures(followed.engagement)][-1] == "K20"


def test_a_measure_of_ones_own_begins_with_its_name(screen: MeasuresScreen, followed: Followed) -> None:
    screen.add.click()
    screen.view.picker.own.click()

    assert screen.view.detail.top.code.text() == "L1"
    assert screen.view.detail.title.box.hasFocus()
    assert screen.view.detail.own_code.isVisible()


def test_escape_closes_the_library(qtbot: QtBot, screen: MeasuresScreen) -> None:
    screen.add.click()
    qtbot.keyClick(screen.view.picker.search.line, Qt.Key.Key_Escape)

    assert screen.view.right.currentWidget() is screen.view.detail
    assert screen.add.isVisible()


def test_the_measure_to_watch_beside_is_offered_shown_and_led_to(
    screen: MeasuresScreen, followed: Followed
) -> None:
    run = screen.view.detail.run
    assert run.name.accessibleName() == "K09  Out-of-school suspensions"
    screen.show_element(followed.ids["held"])
    assert run.suggest.text() == "Watch K28 beside it"
    run.suggest.click()
    assert run.name.accessibleName().startswith("K28")
    run.name.click()
    assert screen.view.detail.top.code.text() == "K28"


def test_baseline_target_and_definition_save_themselves(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    target = screen.fields["target"]
    target.editor.setFocus()
    target.editor.selectAll()  # type: ignore[attr-defined]  # a line edit
    qtbot.keyClicks(target.editor, "0.2")
    qtbot.keyClick(target.editor, Qt.Key.Key_Return)
    screen.fields["direction"].edited.emit(Direction.CONTEXT)

    assert measure(followed, "calls").target == Decimal("0.2")
    assert screen.view.detail.top.status.text() == "No target"


def test_a_measure_of_differences_takes_no_target_and_says_why(
    screen: MeasuresScreen, followed: Followed
) -> None:
    added = measures.add_measure_from_library(followed.engagement, "K10")
    screen.show_element(added)

    assert screen.view.detail.course.widget.isHidden()
    assert "never about a group of students" in screen.view.detail.no_target.text()


def test_an_objective_leads_back_to_the_plan(
    qtbot: QtBot, screen: MeasuresScreen, followed: Followed
) -> None:
    with qtbot.waitSignal(screen.asked_to_go) as went:
        screen.view.detail.serves.click()
    assert went.args == ["goals", followed.ids["objective_0"]]


def test_removing_a_measure_can_be_undone(screen: MeasuresScreen, followed: Followed) -> None:
    before = measure(followed, "calls")
    screen.view.detail.top.remove.trigger()
    assert followed.ids["calls"] not in [row.id for row in measures.list_measures(followed.engagement)]
    followed.engagement.undo()
    assert measure(followed, "calls") == before


def test_an_engagement_without_measures_offers_the_library(window: MainWindow) -> None:
    empty = show_screen(window, "measures")
    assert isinstance(empty, MeasuresScreen)
    assert empty.view.pages.currentWidget() is empty.view.empty
    empty.view.empty.button.click()
    assert empty.view.right.currentWidget() is empty.view.picker
    empty.view.picker.close_button.click()
    assert empty.view.pages.currentWidget() is empty.view.empty


@pytest.mark.parametrize("is_picking", [False, True])
def test_everything_has_a_name_and_tab_reaches_it(
    screen: MeasuresScreen, followed: Followed, is_picking: bool
) -> None:
    if is_picking:
        screen.add.click()

    assert followed.window is not None
    assert unnamed(followed.window) == []
    assert not_reached_by_tab(followed.window) == []


def test_very_long_words_cut_nothing_off(screen: MeasuresScreen, followed: Followed) -> None:
    measures.edit_measure(followed.engagement, followed.ids["calls"], title=LONG, unit=LONG, caveat=LONG)

    detail = screen.view.detail
    assert detail.widget().width() <= detail.viewport().width()


def test_a_file_that_cannot_be_written_is_read_only_on_the_screen(followed: Followed) -> None:
    followed.engagement.read_only = "This copy is only for reading."
    screen = show_screen(followed.window, "measures", followed.ids["calls"])
    assert isinstance(screen, MeasuresScreen)

    table = screen.view.detail.table
    assert screen.add.isHidden()
    assert not screen.fields["target"].editor.isEnabled()
    assert [line.period.label for line in table.values.lines][:2] == ["Jan 27", "Dec 26"]
    assert not table.values.flags(table.values.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def test_a_changed_definition_is_said_and_can_be_told_to_be_the_same(
    screen: MeasuresScreen, followed: Followed
) -> None:
    calls = followed.ids["calls"]
    keep = screen.view.detail.top.keep
    assert not keep.isVisible()
    measures.edit_measure(followed.engagement, calls, definition="Calls and walk-ups")
    enter_value(followed.engagement, calls, date(2027, 2, 1), Decimal("0.9"))

    assert screen.view.detail.top.status.text() == "Definition changed"
    assert "from Feb 27 on something else is counted" in screen.view.detail.run.words.text()
    keep.trigger()
    assert "something else" not in screen.view.detail.run.words.text()
    assert {value.definition_version for value in measure(followed, "calls").values} == {2}


def test_the_numbers_of_the_chart_can_be_copied_as_a_table(qtbot: QtBot, screen: MeasuresScreen) -> None:
    qtbot.mouseClick(screen.view.detail.run.copy, Qt.MouseButton.LeftButton)
    lines = QApplication.clipboard().text().splitlines()

    assert lines[0] == "Period\tValue"
    assert lines[-1] == "Jan 27\t0.28"
