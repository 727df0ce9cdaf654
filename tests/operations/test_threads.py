"""The golden thread of an element says what is tied and what hangs loose."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.operations import action_steps, findings, goals, objectives
from assessor.operations.measures import measures
from assessor.operations.measures.measure_values import enter_value
from assessor.operations.threads import Hold, Link, Thread, ThreadNode, get_thread
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingKind

TODAY = date(2026, 11, 9)


def _node(thread: Thread, link: Link) -> ThreadNode:
    return next(node for node in thread.nodes if node.link is link)


@pytest.fixture
def goal(engagement: Engagement) -> str:
    """A goal with nothing tied to it."""
    return goals.add_goal(engagement, "Discipline stays with educators")


@pytest.fixture
def objective(engagement: Engagement, goal: str) -> str:
    """An objective under the goal."""
    return objectives.add_objective(engagement, goal, "Cut calls from 6.2 to 3.8", who="Staff")


def test_a_bare_goal_hangs_loose_where_something_is_missing(engagement: Engagement, goal: str) -> None:
    thread = get_thread(engagement, goal, TODAY)
    assert thread.of == "goal 1"
    assert [(node.link, node.hold) for node in thread.nodes] == [
        (Link.EVIDENCE, Hold.AHEAD),
        (Link.FINDING, Hold.LOOSE),
        (Link.GOAL, Hold.HERE),
        (Link.OBJECTIVE, Hold.LOOSE),
        (Link.ACTIONS, Hold.AHEAD),
        (Link.MEASURE, Hold.AHEAD),
        (Link.RESULT, Hold.AHEAD),
    ]
    assert _node(thread, Link.FINDING).missing == "Say which finding this goal answers"


def test_a_finding_without_evidence_is_a_loose_end_of_the_plan(engagement: Engagement, goal: str) -> None:
    finding = findings.add_finding(engagement, FindingKind.BARRIER, "Staff call the SRO")
    goals.answer_finding(engagement, goal, finding)
    thread = get_thread(engagement, goal, TODAY)
    assert _node(thread, Link.FINDING).hold is Hold.TIED
    assert _node(thread, Link.FINDING).title == "Staff call the SRO"
    evidence = _node(thread, Link.EVIDENCE)
    assert (evidence.hold, evidence.missing) == (Hold.LOOSE, "Say what the finding rests on")
    assert (evidence.place, evidence.element_id) == ("findings", finding)


def test_the_action_without_owner_or_dates_is_named(engagement: Engagement, objective: str) -> None:
    action_steps.add_action(engagement, objective, "Write", owner="R. Okafor", due_on=date(2026, 11, 20))
    loose = action_steps.add_action(engagement, objective, "Sample ten calls")
    node = _node(get_thread(engagement, objective, TODAY), Link.ACTIONS)
    assert (node.hold, node.title, node.missing, node.element_id) == (
        Hold.LOOSE,
        "1 of 2 have owner and dates",
        "1 without: sample ten calls",
        loose,
    )


def test_a_chosen_action_says_what_it_lacks(engagement: Engagement, objective: str) -> None:
    loose = action_steps.add_action(engagement, objective, "Sample ten calls")
    thread = get_thread(engagement, loose, TODAY)
    assert thread.of == "action A1.1"
    node = _node(thread, Link.ACTIONS)
    assert (node.hold, node.missing) == (Hold.HERE, "Has no owner and no dates")


def test_a_measure_is_tied_once_its_definition_is_whole(engagement: Engagement, objective: str) -> None:
    assert _node(get_thread(engagement, objective, TODAY), Link.MEASURE).hold is Hold.LOOSE
    own = measures.add_measure(engagement, "X1", "Calls we log", definition="Each call", unit="calls")
    objectives.tie_measure(engagement, objective, own)
    node = _node(get_thread(engagement, objective, TODAY), Link.MEASURE)
    assert (node.hold, node.missing) == (Hold.LOOSE, "Its definition lacks a source")
    measures.edit_measure(engagement, own, source="Call log", frequency="month")
    node = _node(get_thread(engagement, objective, TODAY), Link.MEASURE)
    assert (node.hold, node.note) == (Hold.TIED, "Definition complete, monthly")


def test_the_result_is_the_newest_value(engagement: Engagement, objective: str) -> None:
    own = measures.add_measure_from_library(engagement, "K06", target=Decimal("3.8"))
    objectives.tie_measure(engagement, objective, own)
    assert _node(get_thread(engagement, objective, TODAY), Link.RESULT).hold is Hold.AHEAD
    enter_value(engagement, own, date(2026, 12, 1), Decimal("5.1"), period_label="December")
    node = _node(get_thread(engagement, objective, TODAY), Link.RESULT)
    assert (node.hold, node.title, node.note) == (Hold.TIED, "K06: 5.1 in December", "Target 3.8")


def test_the_thread_of_a_goal_runs_through_all_its_objectives(engagement: Engagement, goal: str) -> None:
    for text in ("Cut calls", "Raise teachers who know"):
        objectives.add_objective(engagement, goal, text)
    node = _node(get_thread(engagement, goal, TODAY), Link.OBJECTIVE)
    assert (node.title, node.missing) == ("2 objectives", "2 not yet SMART: 1.1, 1.2")


def test_the_thread_of_what_is_gone_says_so(engagement: Engagement, goal: str) -> None:
    goals.remove_goal(engagement, goal)
    with pytest.raises(CannotDo, match="Undo brings it back"):
        get_thread(engagement, goal, TODAY)
