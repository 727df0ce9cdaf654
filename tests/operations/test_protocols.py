"""Protocols hold fields, steps and the choices inside a step."""

import pytest

from assessor.operations import protocols
from assessor.operations.protocols import Branch
from assessor.store import Engagement
from assessor.terms import CannotDo


@pytest.fixture
def urgent(engagement: Engagement) -> str:
    """A protocol with two steps."""
    protocol = protocols.add_protocol(engagement, "Urgent, but not an emergency")
    protocols.add_step(engagement, protocol, "Any member of staff calls the front office", clock="0 min")
    protocols.add_step(engagement, protocol, "The office reaches the principal", clock="1 min")
    return protocol


def test_a_protocol_gets_the_next_free_code(engagement: Engagement, urgent: str) -> None:
    protocols.add_protocol(engagement, "Crisis")
    assert [(row.code, row.title, row.steps) for row in protocols.list_protocols(engagement)] == [
        ("P1", "Urgent, but not an emergency", 2),
        ("P2", "Crisis", 0),
    ]


def test_fields_are_edited_one_by_one(engagement: Engagement, urgent: str) -> None:
    protocols.edit_protocol(engagement, urgent, never_send="Lists of names\nGrades", owner="Safety director")
    details = protocols.get_protocol(engagement, urgent)
    assert (details.never_send, details.owner) == ("Lists of names\nGrades", "Safety director")


def test_steps_are_numbered_and_moved(engagement: Engagement, urgent: str) -> None:
    last = protocols.get_protocol(engagement, urgent).steps[1]
    protocols.move_step(engagement, last.id, -1)
    protocols.edit_step(engagement, last.id, clock="at once")
    assert [(step.number, step.clock) for step in protocols.get_protocol(engagement, urgent).steps] == [
        (1, "at once"),
        (2, "0 min"),
    ]


def test_choices_are_set_as_a_whole_and_empty_ones_fall_away(engagement: Engagement, urgent: str) -> None:
    step = protocols.get_protocol(engagement, urgent).steps[0]
    choices = [Branch("Stand by", "Officer waits within sight."), Branch("", "")]
    protocols.set_branches(engagement, step.id, choices)
    assert protocols.get_protocol(engagement, urgent).steps[0].branches == (choices[0],)


def test_a_removed_protocol_comes_back_with_its_steps(engagement: Engagement, urgent: str) -> None:
    protocols.remove_protocol(engagement, urgent)
    with pytest.raises(CannotDo):
        protocols.get_protocol(engagement, urgent)
    engagement.undo()
    assert len(protocols.get_protocol(engagement, urgent).steps) == 2


def test_a_removed_step_leaves_the_others_numbered_from_one(engagement: Engagement, urgent: str) -> None:
    protocols.remove_step(engagement, protocols.get_protocol(engagement, urgent).steps[0].id)
    assert [step.number for step in protocols.get_protocol(engagement, urgent).steps] == [1]
