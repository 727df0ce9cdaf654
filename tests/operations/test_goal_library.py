"""Goals of the library are taken over as the consultant picks, and suggested by the findings."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.model import Finding, FindingCode
from assessor.operations import action_steps, goal_library, goals, objectives
from assessor.operations.goal_library import LibraryGoalRow
from assessor.operations.measures import measures
from assessor.operations.outlines import get_outline
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingKind

TODAY = date(2026, 11, 9)


def _entry(engagement: Engagement, code: str) -> LibraryGoalRow:
    return next(row for row in goal_library.list_library_goals(engagement) if row.code == code)


def _finding(engagement: Engagement, *codes: str) -> str:
    with engagement.change("Add finding") as session:
        finding = Finding(number=1, kind=FindingKind.BARRIER, title="Staff call for classroom disruption")
        session.add(finding)
        session.flush()
        session.add_all(FindingCode(finding_id=finding.id, code=code) for code in codes)
        return finding.id


def test_goals_that_answer_a_finding_come_first(engagement: Engagement) -> None:
    finding = _finding(engagement, "B-ROL2", "B-TRN2")
    first = goal_library.list_library_goals(engagement)[0]
    assert (first.code, first.finding_ids, first.is_taken) == ("G2", (finding,), False)


def test_a_goal_brings_its_objective_measure_and_actions_in_one_change(engagement: Engagement) -> None:
    finding = _finding(engagement, "B-ROL2")
    offered = _entry(engagement, "G2")
    goal = goal_library.add_goal_from_library(engagement, "G2", finding_ids=offered.finding_ids)
    line = get_outline(engagement, TODAY).goals[0]
    assert (line.id, line.findings, len(line.objectives)) == (goal, 1, 1)
    assert line.objectives[0].course is not None
    assert line.objectives[0].course.code == offered.measures[0]
    assert [action.title for action in line.actions] == [action.title for action in offered.actions]
    assert goals.get_goal(engagement, goal).findings[0].id == finding
    engagement.undo()
    assert get_outline(engagement, TODAY).goals == ()
    assert measures.list_measures(engagement) == []


def test_only_the_actions_picked_are_taken(engagement: Engagement) -> None:
    picked = _entry(engagement, "G2").actions[1]
    goal_library.add_goal_from_library(engagement, "G2", actions=[picked.code])
    actions = get_outline(engagement, TODAY).actions
    assert [(action.title, action.owner) for action in actions] == [(picked.title, picked.owner)]
    assert action_steps.get_action(engagement, actions[0].id).evidence_wanted == picked.evidence


def test_a_goal_can_be_taken_without_its_objective(engagement: Engagement) -> None:
    goal_library.add_goal_from_library(engagement, "G2", with_objective=False)
    assert get_outline(engagement, TODAY).goals[0].objectives == ()
    assert measures.list_measures(engagement) == []
    with pytest.raises(CannotDo, match="serves an objective"):
        goal_library.add_goal_from_library(engagement, "G3", with_objective=False, actions=["G3.1"])


def test_a_measure_the_engagement_has_is_used_again(engagement: Engagement) -> None:
    code = _entry(engagement, "G2").measures[0]
    known = measures.add_measure_from_library(engagement, code, baseline=Decimal("6.2"))
    goal_library.add_goal_from_library(engagement, "G2")
    course = get_outline(engagement, TODAY).objectives[0].course
    assert course is not None
    assert course.measure_id == known


def test_a_goal_taken_is_marked_and_listed_last(engagement: Engagement) -> None:
    goal_library.add_goal_from_library(engagement, "G1")
    assert _entry(engagement, "G1").is_taken
    assert goal_library.list_library_goals(engagement)[-1].code == "G1"


def test_a_pack_can_be_taken_like_a_goal(engagement: Engagement) -> None:
    pack = next(row for row in goal_library.list_library_goals(engagement) if not row.measures)
    goal_library.add_goal_from_library(engagement, pack.code)
    line = get_outline(engagement, TODAY).goals[0]
    assert (line.title, len(line.actions)) == (pack.title, len(pack.actions))


def test_blanks_of_a_sample_objective_are_filled_from_its_course(engagement: Engagement) -> None:
    goal_library.add_goal_from_library(engagement, "G2")
    objective = get_outline(engagement, TODAY).objectives[0]
    assert "{x}" in objective.text
    objectives.set_course(
        engagement,
        objective.id,
        baseline=Decimal("6.2"),
        target=Decimal("3.8"),
        target_on=date(2027, 6, 30),
    )
    text = objectives.get_objective(engagement, objective.id).text
    assert "{" not in text
    assert "from 6.2 to 3.8" in text
    assert "June 30, 2027" in text


def test_a_goal_the_library_does_not_know_is_a_mistake_of_ours(engagement: Engagement) -> None:
    with pytest.raises(KeyError):
        goal_library.add_goal_from_library(engagement, "G99")
