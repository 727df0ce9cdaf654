"""The ladder counts school days upwards and keeps its rules."""

import pytest

from assessor.operations import ladders
from assessor.store import Engagement
from assessor.terms import CannotDo


def test_steps_are_numbered_from_zero_with_days_so_far(engagement: Engagement) -> None:
    ladders.add_ladder_step(engagement, "Both", "Safety first", clock="now")
    ladders.add_ladder_step(engagement, "Officer and administrator", "Talk", school_days=2)
    ladders.add_ladder_step(engagement, "With a facilitator", "Facts from both", school_days=5)
    assert [(step.number, step.days_so_far) for step in ladders.get_ladder(engagement).steps] == [
        (0, 0),
        (1, 2),
        (2, 7),
    ]


def test_steps_move_change_and_go(engagement: Engagement) -> None:
    talk = ladders.add_ladder_step(engagement, "Officer and administrator", "Talk")
    ladders.add_ladder_step(engagement, "Supervisors", "Interpret")
    ladders.move_ladder_step(engagement, talk, 1)
    ladders.edit_ladder_step(engagement, talk, record="One-line log")
    assert [step.record for step in ladders.get_ladder(engagement).steps] == ["", "One-line log"]
    ladders.remove_ladder_step(engagement, talk)
    assert [step.who for step in ladders.get_ladder(engagement).steps] == ["Supervisors"]


def test_rules_are_kept_in_their_order(engagement: Engagement) -> None:
    first = ladders.add_ladder_rule(engagement, "No one skips a step", "except for safety")
    second = ladders.add_ladder_rule(engagement, "Closing means changing")
    ladders.edit_ladder_rule(engagement, second, text="What changes in the protocol?")
    assert [rule.text for rule in ladders.get_ladder(engagement).rules] == [
        "except for safety",
        "What changes in the protocol?",
    ]
    ladders.remove_ladder_rule(engagement, first)
    assert [rule.title for rule in ladders.get_ladder(engagement).rules] == ["Closing means changing"]


def test_the_shipped_ladder_is_taken_over_once(engagement: Engagement) -> None:
    ladders.add_ladder_from_library(engagement)
    ladder = ladders.get_ladder(engagement)
    assert [step.number for step in ladder.steps] == [0, 1, 2, 3, 4, 5]
    assert ladder.steps[2].days_so_far == 7
    assert ladder.rules
    with pytest.raises(CannotDo, match="has a ladder already"):
        ladders.add_ladder_from_library(engagement)
