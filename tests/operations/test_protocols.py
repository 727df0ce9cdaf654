"""Protocols hold fields, steps and the choices inside a step."""

import pytest

from assessor.operations import protocol_steps, protocols
from assessor.store import Engagement
from assessor.terms import CannotDo


@pytest.fixture
def urgent(engagement: Engagement) -> str:
    """A protocol with two steps."""
    protocol = protocols.add_protocol(engagement, "Urgent, but not an emergency")
    protocol_steps.add_step(engagement, protocol, "Any member of staff calls the front office", clock="0 min")
    protocol_steps.add_step(engagement, protocol, "The office reaches the principal", clock="1 min")
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


def test_a_removed_protocol_comes_back_with_its_steps(engagement: Engagement, urgent: str) -> None:
    protocols.remove_protocol(engagement, urgent)
    with pytest.raises(CannotDo):
        protocols.get_protocol(engagement, urgent)
    engagement.undo()
    assert len(protocols.get_protocol(engagement, urgent).steps) == 2


def test_a_shipped_protocol_is_taken_over_with_its_steps_and_choices(engagement: Engagement) -> None:
    offered = protocols.list_library_protocols(engagement)
    assert [row.code for row in offered] == ["P1", "P2", "P3", "P4", "P5", "P6"]
    protocol = protocols.add_protocol_from_library(engagement, "urgent")
    details = protocols.get_protocol(engagement, protocol)
    assert (details.code, details.title) == ("P2", "Urgent, but not an emergency")
    assert details.never_send.splitlines()[0].startswith("a list of names")
    assert [branch.name for step in details.steps for branch in step.branches] == [
        "Stand by",
        "Assist",
        "Take over",
    ]
    taken = {row.code for row in protocols.list_library_protocols(engagement) if row.is_taken}
    assert taken == {"P2"}
