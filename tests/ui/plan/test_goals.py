"""The plan's screen: the outline is read, begun, set in time, and followed along its thread."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.plan.goals_screen import outline_tree, shown_goals, type_in

from assessor.operations import goals, objectives, plans
from assessor.store import Engagement
from assessor.ui.plan.goals import GoalsScreen


@pytest.fixture
def screen(engagement: Engagement, plan: dict[str, str], today: date, qtbot: QtBot) -> Iterator[GoalsScreen]:
    """The screen on the plan of the pictures."""
    yield from shown_goals(engagement, today, qtbot)


@pytest.fixture
def empty(engagement: Engagement, today: date, qtbot: QtBot) -> Iterator[GoalsScreen]:
    """The screen on an empty plan."""
    yield from shown_goals(engagement, today, qtbot)


def test_the_head_counts_the_plan(screen: GoalsScreen) -> None:
    assert screen.view.tag.text() == "Draft 3"
    assert screen.head.line.text() == "5 goals · 9 objectives · 31 actions · Nov 2026 – Jun 2028"


def test_the_model_keeps_the_rules_of_models(screen: GoalsScreen) -> None:
    for tree in screen.view.trees.values():
        QAbstractItemModelTester(tree.lines, QAbstractItemModelTester.FailureReportingMode.Warning)
        tree.show_nodes([])
    screen.refresh()


def test_the_thread_leads_to_what_it_names(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["objective"])
    assert screen.view.panel.of.text() == "of objective 2.1"
    thread = screen.view.panel.thread_view
    thread.setFocus()
    qtbot.keyClick(thread, Qt.Key.Key_Down)
    qtbot.keyClick(thread, Qt.Key.Key_Return)
    assert outline_tree(screen).chosen_id == plan["sample"]
    thread.setFocus()
    for _ in range(3):
        qtbot.keyClick(thread, Qt.Key.Key_Up)
    with qtbot.waitSignal(screen.asked_to_go) as gone:
        qtbot.keyClick(thread, Qt.Key.Key_Return)
    assert gone.args == ["findings", plan["finding"]]


def test_the_tag_of_a_loose_goal_leads_to_its_findings(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["disagreements"])
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_L)
    check = screen.view.panel.goal.findings.checks[plan["spare"]]
    assert check.isVisible()
    check.click()
    assert [each.id for each in goals.get_goal(screen.engagement, plan["disagreements"]).findings] == [
        plan["spare"]
    ]


def test_the_calendar_and_the_owners_show_the_same_choice(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["guide"])
    for key in ("calendar", "owners", "outline"):
        screen.view.views.chosen.emit(key)
        screen.view.views.choose(key)
        assert screen.view.trees[key].chosen_id == plan["guide"]


def test_the_period_of_the_plan_is_set_in_place(empty: GoalsScreen, qtbot: QtBot) -> None:
    goals.add_goal(empty.engagement, "Discipline stays with educators")
    empty.view.plan_button.click()
    field = empty.view.panel.plan.fields["ends_on"]
    assert field.isVisible()
    qtbot.keyClicks(field.editor, "30 Jun 2028")
    field.save()
    assert plans.get_plan(empty.engagement).ends_on == date(2028, 6, 30)


def test_the_period_stays_open_while_it_is_written(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.view.plan_button.click()
    fields = screen.view.panel.plan.fields
    for name, day in (("starts_on", "1 Nov 2026"), ("ends_on", "30 Jun 2029")):
        fields[name].editor.selectAll()  # type: ignore[attr-defined]  # a line
        qtbot.keyClicks(fields[name].editor, day)
        fields[name].save()
        assert fields[name].isVisible()
    assert plans.get_plan(screen.engagement).ends_on == date(2029, 6, 30)
    screen.show_element(plan["guide"])
    assert not fields["ends_on"].isVisible()


def test_an_empty_plan_begins_in_the_library(empty: GoalsScreen, qtbot: QtBot) -> None:
    assert empty.view.empty.isVisible()
    assert not empty.view.add_action.isVisible()
    empty.view.empty.button.click()
    library = empty.view.library
    assert library.isVisible()
    library.list.choose("G2")
    library.add.click()
    assert [goal.title for goal in empty.outline.goals] == ["Discipline stays with educators"]
    assert empty.view.columns.isVisible()


def test_escape_leaves_the_library_as_it_was(screen: GoalsScreen, qtbot: QtBot) -> None:
    screen.view.open_library.click()
    qtbot.keyClick(screen.view.library.list, Qt.Key.Key_Escape)
    assert screen.view.columns.isVisible()
    assert len(screen.outline.goals) == 5


def test_a_goal_of_ones_own_is_named_at_once(empty: GoalsScreen, qtbot: QtBot) -> None:
    empty.view.begin_blank.click()
    type_in(qtbot, empty, "Everyone knows whom to call")
    assert [goal.title for goal in empty.outline.goals] == ["Everyone knows whom to call"]


def test_an_action_without_an_objective_is_refused_with_a_way_out(empty: GoalsScreen) -> None:
    goals.add_goal(empty.engagement, "Everyone knows whom to call")
    empty.view.add_action.click()
    assert "Add an objective first" in empty.problem.sentence


def test_what_may_only_be_read_is_not_edited(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.engagement.read_only = "This file can only be read."
    screen.refresh()
    screen.show_element(plan["guide"])
    assert not screen.view.add_action.isVisible()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_S):
        qtbot.keyClick(outline_tree(screen), key)
    assert outline_tree(screen).findChild(QLineEdit) is None
    assert len(screen.outline.actions) == 31
    assert screen.problem.sentence == ""


def test_very_long_words_and_many_lines_are_drawn(screen: GoalsScreen, plan: dict[str, str]) -> None:
    goals.edit_goal(screen.engagement, plan["discipline"], title="Zusammenarbeitsvereinbarung " * 12)
    objectives.edit_objective(screen.engagement, plan["objective"], text="Wahrscheinlichkeits" * 30)
    screen.resize(960, 500)
    for key in ("outline", "calendar", "owners"):
        screen.view.views.choose(key)
        screen.view.tree_stack.setCurrentWidget(screen.view.tree)
        assert not screen.grab().isNull()
