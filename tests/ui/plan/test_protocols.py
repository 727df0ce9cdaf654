"""Protocols and the ladder are taken from the library and adapted in place."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor.operations import ladders, protocol_steps, protocols
from assessor.operations.protocol_steps import Branch
from assessor.store import Engagement
from assessor.ui.plan.protocol_detail import ProtocolStepCard
from assessor.ui.plan.protocols import ProtocolsScreen


@pytest.fixture
def screen(engagement: Engagement, qtbot: QtBot) -> Iterator[ProtocolsScreen]:
    """The screen with the urgent protocol in the plan."""
    protocols.add_protocol_from_library(engagement, "urgent")
    made = ProtocolsScreen(engagement)
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


def _urgent(screen: ProtocolsScreen) -> protocols.ProtocolDetails:
    row = next(row for row in protocols.list_protocols(screen.engagement) if row.code == "P2")
    return protocols.get_protocol(screen.engagement, row.id)


def _card(screen: ProtocolsScreen, number: int) -> ProtocolStepCard:
    card = screen.view.protocol.steps.cards[_urgent(screen).steps[number].id]
    assert isinstance(card, ProtocolStepCard)
    return card


def test_what_is_in_the_plan_and_in_the_library_stands_in_one_list(screen: ProtocolsScreen) -> None:
    rows = screen.view.list.rows
    assert rows.rowCount() == 7
    assert screen.head.line.text() == "1 in the plan · 5 more in the library"


def test_a_protocol_of_the_library_is_read_and_taken_in_one_click(screen: ProtocolsScreen) -> None:
    screen.view.list.choose("library:crisis")
    assert screen.view.preview.isVisible()
    screen.view.preview.add.click()
    assert [row.code for row in protocols.list_protocols(screen.engagement)] == ["P2", "P3"]
    assert screen.view.protocol.isVisible()
    assert screen.view.protocol.head.fields["title"].value() == "Crisis: safety first, then one voice"


def test_the_fields_of_a_protocol_save_themselves(screen: ProtocolsScreen, qtbot: QtBot) -> None:
    screen.show_element(_urgent(screen).id)
    field = screen.view.protocol.rules.fields["owner"]
    field.editor.selectAll()  # type: ignore[attr-defined]  # a text box
    qtbot.keyClicks(field.editor, "Principals")
    field.save()
    assert _urgent(screen).owner == "Principals"


def test_a_step_is_edited_moved_and_removed(screen: ProtocolsScreen, qtbot: QtBot) -> None:
    screen.show_element(_urgent(screen).id)
    card = _card(screen, 0)
    card.clock.line.selectAll()
    qtbot.keyClicks(card.clock.line, "at once")
    card.clock.save()
    assert _urgent(screen).steps[0].clock == "at once"
    qtbot.keyClick(card, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _urgent(screen).steps[1].clock == "at once"
    count = len(_urgent(screen).steps)
    card.asked.emit(card.step_id, "remove")
    assert len(_urgent(screen).steps) == count - 1


def test_a_step_is_added_at_the_end_and_named_at_once(screen: ProtocolsScreen, qtbot: QtBot) -> None:
    screen.show_element(_urgent(screen).id)
    screen.view.protocol.add_step.click()
    last = _urgent(screen).steps[-1]
    assert last.title == "New step"
    field = screen.view.protocol.steps.cards[last.id].fields["title"]
    assert field.editor is screen.focusWidget()


def test_the_ways_a_step_can_go_on_are_written_in_place(screen: ProtocolsScreen, qtbot: QtBot) -> None:
    screen.show_element(_urgent(screen).id)
    card = _card(screen, 0)
    card.asked.emit(card.step_id, "branch")
    panel = card.branches.panels[0]
    qtbot.keyClicks(panel.name.line, "Nobody answers")
    panel.name.save()
    assert _urgent(screen).steps[0].branches == (Branch("Nobody answers", ""),)
    card.branches.panels[0].remove.click()
    assert _urgent(screen).steps[0].branches == ()


def test_what_is_typed_stays_while_another_field_is_saved(screen: ProtocolsScreen, qtbot: QtBot) -> None:
    screen.show_element(_urgent(screen).id)
    card = _card(screen, 0)
    qtbot.keyClicks(card.clock.line, "!")
    protocol_steps.edit_step(screen.engagement, _urgent(screen).steps[1].id, clock="2 min")
    assert card.clock.line.text().startswith("!")


def test_a_protocol_of_ones_own_is_added_and_removed(screen: ProtocolsScreen) -> None:
    screen.view.add.click()
    assert screen.view.protocol.head.fields["title"].value() == "New protocol"
    screen.view.protocol.remove.click()
    assert [row.code for row in protocols.list_protocols(screen.engagement)] == ["P2"]


def test_the_ladder_is_taken_and_adapted(screen: ProtocolsScreen, qtbot: QtBot) -> None:
    screen.view.list.choose("ladder")
    screen.view.preview.add.click()
    assert screen.view.ladder.isVisible()
    step = ladders.get_ladder(screen.engagement).steps[1]
    days = screen.view.ladder.steps.cards[step.id].fields["school_days"]
    days.editor.selectAll()  # type: ignore[attr-defined]  # a line
    qtbot.keyClicks(days.editor, "3")
    days.save()
    assert ladders.get_ladder(screen.engagement).steps[1].school_days == 3
    screen.view.ladder.add_rule.click()
    rule = ladders.get_ladder(screen.engagement).rules[-1]
    assert rule.title == "New rule"
    screen.view.ladder.rule_asked.emit(rule.id, "remove")
    assert rule.id not in [each.id for each in ladders.get_ladder(screen.engagement).rules]


def test_a_step_of_the_ladder_is_added_moved_and_removed(screen: ProtocolsScreen) -> None:
    ladders.add_ladder_from_library(screen.engagement)
    screen.view.list.choose("ladder")
    screen.view.ladder.add_step.click()
    added = ladders.get_ladder(screen.engagement).steps[-1]
    screen.view.ladder.step_asked.emit(added.id, "up")
    assert ladders.get_ladder(screen.engagement).steps[-2].id == added.id
    screen.view.ladder.step_asked.emit(added.id, "remove")
    assert len(ladders.get_ladder(screen.engagement).steps) == 6
