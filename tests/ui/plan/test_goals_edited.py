"""The plan's lines and details edited in place, added to, moved and removed."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.ui.plan.goals_screen import outline_tree, shown_goals, type_in

from assessor.operations import action_steps, objectives
from assessor.operations.outlines import get_outline
from assessor.store import Engagement
from assessor.terms import ActionStatus
from assessor.ui.plan.goals import GoalsScreen
from assessor.ui.plan.line_editors import StatusEditor


@pytest.fixture
def screen(engagement: Engagement, plan: dict[str, str], today: date, qtbot: QtBot) -> Iterator[GoalsScreen]:
    """The screen on the plan of the pictures."""
    yield from shown_goals(engagement, today, qtbot)


def test_a_title_is_edited_in_place(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["guide"])
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_F2)
    type_in(qtbot, screen, "Write the guide with both teams")
    assert (
        action_steps.get_action(screen.engagement, plan["guide"]).title == "Write the guide with both teams"
    )
    assert outline_tree(screen).chosen_id == plan["guide"]


def test_tab_goes_through_owner_and_dates(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["sample"])
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_Return)
    type_in(qtbot, screen, "Sample ten calls", Qt.Key.Key_Tab)
    type_in(qtbot, screen, "L. Ma", Qt.Key.Key_Tab)
    type_in(qtbot, screen, "monthly")
    action = action_steps.get_action(screen.engagement, plan["sample"])
    assert (action.title, action.owner, action.rhythm) == ("Sample ten calls", "L. Marsh", "monthly")


def test_dates_that_are_none_are_refused_in_place(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["sample"])
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_D)
    type_in(qtbot, screen, "31 Feb")
    assert "is not a day" in screen.problem.sentence
    assert action_steps.get_action(screen.engagement, plan["sample"]).due_on is None


def test_the_status_is_set_by_keys(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["sample"])
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_S)
    editor = outline_tree(screen).findChild(StatusEditor)
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
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_S)
    editor = outline_tree(screen).findChild(StatusEditor)
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
    type_in(qtbot, screen, "Ask staff again in May")
    line = outline_tree(screen).chosen_line
    assert line is not None
    assert (
        action_steps.get_action(screen.engagement, outline_tree(screen).chosen_id).objective_id
        == plan["second"]
    )
    assert (
        action_steps.get_action(screen.engagement, outline_tree(screen).chosen_id).title
        == "Ask staff again in May"
    )


def test_lines_move_and_go_by_key(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    screen.show_element(plan["guide"])
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    titles = [action.title for action in get_outline(screen.engagement, screen.today).goals[1].actions]
    assert titles[1].startswith("Write the one-page guide")
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_Delete)
    titles = [action.title for action in get_outline(screen.engagement, screen.today).goals[1].actions]
    assert not any(title.startswith("Write the one-page guide") for title in titles)
    assert outline_tree(screen).chosen_id


def test_a_removed_goal_leaves_its_neighbor_chosen_and_undo_brings_it_back(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["trust"])
    with qtbot.waitSignal(screen.said) as said:
        qtbot.keyClick(outline_tree(screen), Qt.Key.Key_Delete)
    assert said.args is not None
    assert said.args[0] == "Goal removed with all beneath it"
    assert len(screen.outline.goals) == 4
    assert outline_tree(screen).chosen_id
    screen.engagement.undo()
    assert len(screen.outline.goals) == 5


def test_a_click_on_a_missing_owner_edits_it(screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot) -> None:
    tree = outline_tree(screen)
    tree.choose(plan["sample"])
    tree.choose(plan["guide"])
    rect = tree.visualRect(tree.lines.index_of(plan["sample"]))
    place = QPoint(
        int(tree.delegate.row_of(screen.outline.actions[0]).field_rect("owner", rect.toRectF()).center().x()),
        rect.center().y(),
    )
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    type_in(qtbot, screen, "K. Boone")
    assert action_steps.get_action(screen.engagement, plan["sample"]).owner == "K. Boone"


def test_details_of_an_objective_save_themselves(
    screen: GoalsScreen, plan: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(plan["second"])
    qtbot.keyClick(outline_tree(screen), Qt.Key.Key_I)
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
