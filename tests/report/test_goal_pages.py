"""How goals, protocols, the ladder and findings in short are fitted to their pages."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.report.specimen import harlow_ridge

from assessor.operations.strategic_plan.agreements import ProtocolStep
from assessor.operations.strategic_plan.findings import Finding
from assessor.operations.strategic_plan.front import Quote
from assessor.operations.strategic_plan.goals import ActionStep, Goal, Objective, Smart, Track, TrackPoint
from assessor.report.brief_pages import brief_quotes
from assessor.report.goal_pages import GoalPages, plan_goal
from assessor.report.heights import BODY, PAGE, claim_height, height, lines
from assessor.report.ladder_pages import is_crowded as is_ladder_crowded
from assessor.report.protocol_pages import is_crowded
from assessor.terms import Direction

TRACK = Track("Calls", TrackPoint(Decimal(3), "Baseline"), TrackPoint(Decimal(2), "Target"), Direction.LOWER)
OBJECTIVE = Objective(
    "By June 30, 2027, cut calls to officers about school rules from 3.4 to 2.1 per 100 students a year.",
    Smart("all six schools", "K05, the log of calls", "a cut of 38% in a year", "answers F1", "each term"),
    TRACK,
)


def _goal(objectives: int, actions: int) -> Goal:
    steps = tuple(
        ActionStep(
            f"A2.{number}", "Write the one-page guide to whom staff call for what", "District safety director"
        )
        for number in range(1, actions + 1)
    )
    return Goal(
        "G2",
        "Discipline stays with educators",
        objectives=(OBJECTIVE,) * objectives,
        actions=steps,
        owner="Principals",
    )


def test_a_goal_of_the_specimen_stands_roomily_on_one_page() -> None:
    goal = harlow_ridge().goals[1]
    pages = plan_goal(goal, ["Watch beside it. " + goal.watch_beside, "Risk. " + goal.risks[0].event])
    assert pages == GoalPages((goal.actions,))


def test_two_objectives_are_set_close_where_that_saves_a_page() -> None:
    goal = _goal(2, 4)
    assert plan_goal(goal, []) == GoalPages((goal.actions,), is_close=True)


def test_actions_that_do_not_fit_beside_two_objectives_begin_the_next_page_whole() -> None:
    goal = _goal(2, 10)
    assert plan_goal(goal, []) == GoalPages((goal.actions,), begins_page=True)


def test_a_long_list_of_actions_is_divided_and_leaves_no_row_alone() -> None:
    goal = _goal(1, 20)
    parts = plan_goal(goal, ["Risk. It takes longer."]).parts
    assert [action for part in parts for action in part] == list(goal.actions)
    assert len(parts) == 2
    assert min(map(len, parts)) >= 3


@pytest.mark.parametrize("actions", range(1, 41))
@pytest.mark.parametrize("objectives", [0, 1, 2, 3, 6])
def test_no_action_is_lost_however_many_there_are(objectives: int, actions: int) -> None:
    goal = _goal(objectives, actions)
    pages = plan_goal(goal, ["Risk. It takes longer."])
    assert [action for part in pages.parts for action in part] == list(goal.actions)
    assert all(pages.parts)


def test_a_goal_without_actions_has_no_table() -> None:
    assert plan_goal(_goal(1, 0), []).parts == ()


def test_a_protocol_is_set_close_only_when_it_is_long() -> None:
    (protocol,) = harlow_ridge().protocols
    assert not is_crowded(protocol)
    more = tuple(
        ProtocolStep("same day", "The administrator tells the family", "In their language.") for _ in range(4)
    )
    assert is_crowded(replace(protocol, steps=protocol.steps + more))


def test_the_ladder_is_lowered_only_when_its_table_is_long() -> None:
    ladder = harlow_ridge().ladder
    assert ladder is not None
    assert not is_ladder_crowded(ladder)
    assert is_ladder_crowded(replace(ladder, steps=tuple(replace(s, what=s.what * 3) for s in ladder.steps)))


def test_a_finding_in_short_prints_as_many_quotes_as_half_a_page_holds() -> None:
    first = harlow_ridge().findings.findings[0]
    finding: Finding = replace(first, statement=("They differ.",), proposal="", counter_voice=None)
    short, long = Quote("TCH-01", "Two minutes."), Quote("TCH-02", "I waited by the door for the bell. " * 8)
    assert brief_quotes(replace(finding, quotes=(short, short, short))) == (short, short)
    assert brief_quotes(replace(finding, quotes=(long, long))) == (long,)
    assert brief_quotes(replace(finding, quotes=(long, long)), has_page=True) == (long, long)


def test_heights_follow_the_lines_a_text_takes() -> None:
    assert lines("", 100, BODY) == 0
    assert lines("One line", 384, BODY) == 1
    assert height("word " * 60, 384, BODY) in {4 * 14, 5 * 14}
    assert claim_height("One claim") < claim_height("One claim\non two lines") < PAGE
