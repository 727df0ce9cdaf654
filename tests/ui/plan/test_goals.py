"""The plan's screen: the outline is read, edited in place, added to and followed along its thread."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from assessor.operations import action_steps, goals, objectives, plans
from assessor.operations.outlines import get_outline
from assessor.store import Engagement
from assessor.terms import ActionStatus
from assessor.ui.plan.goals import GoalsScreen
from assessor.ui.plan.line_editors import StatusEditor
from assessor.ui.plan.plan_tree import PlanTree


@pytest.fixture
def screen(engagement: Engagement, plan: dict[str, str], today: date, qtbot: QtBot) -> Iterator[GoalsScreen]:
    """The screen on the plan of the pictures."""
    yield from _shown(engagement, today, qtbot)


@pytest.fixture
def empty(engagement: Engagement, today: date, qtbot: QtBot) -> Iterator[GoalsScreen]:
    """The screen on an empty plan."""
    yield from _shown(engagement, today, qtbot)


def _shown(engagement: Engagement, today: date, qtbot: QtBot) -> Iterator[GoalsScreen]:
    made = GoalsScreen(engagement)
    made.today = today
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


def _tree(screen: GoalsScreen) -> PlanTree:
    return screen.view.trees["outline"]


def _type(qtbot: QtBot, screen: GoalsScreen, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    editor = _tree(screen).findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, end)
    qtbot.wait(1)


def test_the_head_counts_the_plan(screen: GoalsScreen) -> None:
    assert screen.view.tag.text() == "Draft 3"
    assert screen.head.line.text() == "5 goals · 9 objectives · 31 actions · Nov 2026 – Jun 2028"


def test_the_model_keeps_the_rules_of_models(screen: GoalsScreen) -> None:
    for tree in screen.view.trees.values():
        QAbstractItemModelTester(tree.lines, QAbstractItemModelTester.FailureReportingMode.Warning)
        tree.show_nodes([])
    screen.refresh()


def test_a_title_is_edited_in_place(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["guide"])
    qtbot.keyClick(_tree(screen), Qt.Key.Key_F2)
    _type(qtbot, screen, "Write the guide with both teams")
    assert (
        action_steps.get_action(screen.engagement, plan["guide"]).title == "Write the guide with both teams"
    )
    assert _tree(screen).chosen_id == plan["guide"]


def test_tab_goes_through_owner_and_dates(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["sample"])
    qtbot.keyClick(_tree(screen), Qt.Key.Key_Return)
    _type(qtbot, screen, "Sample ten calls", Qt.Key.Key_Tab)
    _type(qtbot, screen, "L. Ma", Qt.Key.Key_Tab)
    _type(qtbot, screen, "monthly")
    action = action_steps.get_action(screen.engagement, plan["sample"])
    assert (action.title, action.owner, action.rhythm) == ("Sample ten calls", "L. Marsh", "monthly")


def test_dates_that_are_none_are_refused_in_place(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["sample"])
    qtbot.keyClick(_tree(screen), Qt.Key.Key_D)
    _type(qtbot, screen, "31 Feb")
    assert "is not a day" in screen.problem.sentence
    assert action_steps.get_action(screen.engagement, plan["sample"]).due_on is None


def test_the_status_is_set_by_keys(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["sample"])
    qtbot.keyClick(_tree(screen), Qt.Key.Key_S)
    editor = _tree(screen).findChild(StatusEditor)
    assert editor is not None
    qtbot.keyClicks(editor, "40")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.wait(1)
    action = action_steps.get_action(screen.engagement, plan["sample"])
    assert (action.status, action.percent) == (ActionStatus.IN_PROGRESS, 40)


def test_a_blocked_step_is_asked_why_before_it_is_noted(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["sample"])
    qtbot.keyClick(_tree(screen), Qt.Key.Key_S)
    editor = _tree(screen).findChild(StatusEditor)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_B)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.wait(1)
    form = screen.view.panel.action.status
    assert form.isVisible()
    assert action_steps.get_action(screen.engagement, plan["sample"]).status is ActionStatus.NOT_STARTED
    qtbot.keyClicks(form.note.editor, "No call log yet")
    form.button.click()
    updates = action_steps.list_updates(screen.engagement, plan["sample"])
    assert [(each.status, each.note) for each in updates] == [(ActionStatus.BLOCKED, "No call log yet")]


def test_an_action_is_added_and_named_at_once(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["second"])
    screen.view.add_action.click()
    _type(qtbot, screen, "Ask staff again in May")
    line = _tree(screen).chosen_line
    assert line is not None
    assert action_steps.get_action(screen.engagement, _tree(screen).chosen_id).objective_id == plan["second"]
    assert (
        action_steps.get_action(screen.engagement, _tree(screen).chosen_id).title == "Ask staff again in May"
    )


def test_lines_move_and_go_by_key(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["guide"])
    qtbot.keyClick(_tree(screen), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    titles = [action.title for action in get_outline(screen.engagement, screen.today).goals[1].actions]
    assert titles[1].startswith("Write the one-page guide")
    qtbot.keyClick(_tree(screen), Qt.Key.Key_Delete)
    titles = [action.title for action in get_outline(screen.engagement, screen.today).goals[1].actions]
    assert not any(title.startswith("Write the one-page guide") for title in titles)
    assert _tree(screen).chosen_id


def test_a_removed_goal_leaves_its_neighbor_chosen_and_undo_brings_it_back(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["trust"])
    with qtbot.waitSignal(screen.said) as said:
        qtbot.keyClick(_tree(screen), Qt.Key.Key_Delete)
    assert said.args is not None
    assert said.args[0] == "Goal removed with all beneath it"
    assert len(screen.outline.goals) == 4
    assert _tree(screen).chosen_id
    screen.engagement.undo()
    assert len(screen.outline.goals) == 5


def test_the_thread_leads_to_what_it_names(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["objective"])
    assert screen.view.panel.of.text() == "of objective 2.1"
    thread = screen.view.panel.thread_view
    thread.setFocus()
    qtbot.keyClick(thread, Qt.Key.Key_Down)
    qtbot.keyClick(thread, Qt.Key.Key_Return)
    assert _tree(screen).chosen_id == plan["sample"]
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
    qtbot.keyClick(_tree(screen), Qt.Key.Key_L)
    check = screen.view.panel.goal.findings.checks[plan["spare"]]
    assert check.isVisible()
    check.click()
    assert [each.id for each in goals.get_goal(screen.engagement, plan["disagreements"]).findings] == [
        plan["spare"]
    ]


def test_a_click_on_a_missing_owner_edits_it(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    tree = _tree(screen)
    tree.choose(plan["sample"])
    tree.choose(plan["guide"])
    rect = tree.visualRect(tree.lines.index_of(plan["sample"]))
    place = QPoint(
        int(tree.delegate.row_of(screen.outline.actions[0]).field_rect("owner", rect.toRectF()).center().x()),
        rect.center().y(),
    )
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    _type(qtbot, screen, "K. Boone")
    assert action_steps.get_action(screen.engagement, plan["sample"]).owner == "K. Boone"


def test_details_of_an_objective_save_themselves(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["second"])
    qtbot.keyClick(_tree(screen), Qt.Key.Key_I)
    form = screen.view.panel.objective
    reason = form.fields["attainable_reason"]
    assert reason.isVisible()
    qtbot.keyClicks(reason.editor, "A pilot school did it in a term")
    reason.save()
    assert objectives.get_objective(screen.engagement, plan["second"]).attainable_reason.startswith("A pilot")
    line = screen.outline.find(plan["second"])
    assert line is not None
    assert "A" in line.met  # type: ignore[union-attr]  # it is an objective


def test_a_measure_of_the_library_is_chosen_in_place(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["objective"])
    screen.view.panel.show_details()
    screen.view.panel.objective.measure_tied.emit("library:K14")
    measure = objectives.get_objective(screen.engagement, plan["objective"]).measure
    assert measure is not None
    assert measure.code == "K14"


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
    _type(qtbot, empty, "Everyone knows whom to call")
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
        qtbot.keyClick(_tree(screen), key)
    assert _tree(screen).findChild(QLineEdit) is None
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
