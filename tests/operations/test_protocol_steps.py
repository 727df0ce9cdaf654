"""Steps of a protocol are numbered, moved, and hold their choices."""

import pytest

from assessor.operations import protocol_steps, protocols
from assessor.operations.protocol_steps import Branch
from assessor.store import Engagement


@pytest.fixture
def urgent(engagement: Engagement) -> str:
    """A protocol with two steps."""
    protocol = protocols.add_protocol(engagement, "Urgent, but not an emergency")
    protocol_steps.add_step(engagement, protocol, "Any member of staff calls the front office", clock="0 min")
    protocol_steps.add_step(engagement, protocol, "The office reaches the principal", clock="1 min")
    return protocol


def test_steps_are_numbered_and_moved(engagement: Engagement, urgent: str) -> None:
    last = protocols.get_protocol(engagement, urgent).steps[1]
    protocol_steps.move_step(engagement, last.id, -1)
    protocol_steps.edit_step(engagement, last.id, clock="at once")
    assert [(step.number, step.clock) for step in protocols.get_protocol(engagement, urgent).steps] == [
        (1, "at once"),
        (2, "0 min"),
    ]


def test_choices_are_set_as_a_whole_and_empty_ones_fall_away(engagement: Engagement, urgent: str) -> None:
    step = protocols.get_protocol(engagement, urgent).steps[0]
    choices = [Branch("Stand by", "Officer waits within sight."), Branch("", "")]
    protocol_steps.set_branches(engagement, step.id, choices)
    assert protocols.get_protocol(engagement, urgent).steps[0].branches == (choices[0],)


def test_a_removed_step_leaves_the_others_numbered_from_one(engagement: Engagement, urgent: str) -> None:
    protocol_steps.remove_step(engagement, protocols.get_protocol(engagement, urgent).steps[0].id)
    assert [step.number for step in protocols.get_protocol(engagement, urgent).steps] == [1]
