"""Goals are added, ordered, tied to findings and taken back."""

import pytest

from assessor.model import Finding
from assessor.operations import goals
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingKind


def add_finding(engagement: Engagement, number: int, title: str) -> str:
    with engagement.change("Add finding") as session:
        finding = Finding(number=number, kind=FindingKind.BARRIER, title=title)
        session.add(finding)
        session.flush()
        return finding.id


def test_goals_are_numbered_in_their_order(engagement: Engagement) -> None:
    first = goals.add_goal(engagement, "Discipline stays with educators", owner="Steering group")
    goals.add_goal(engagement, "Reliable communication")
    goals.move_goal(engagement, first, 1)
    assert [(row.number, row.title, row.owner) for row in goals.list_goals(engagement)] == [
        (1, "Reliable communication", ""),
        (2, "Discipline stays with educators", "Steering group"),
    ]
    assert goals.get_goal(engagement, first).number == 2


def test_an_edited_goal_keeps_what_was_not_edited(engagement: Engagement) -> None:
    goal = goals.add_goal(engagement, "Discipline stays with educators", rationale="Staff call for rules.")
    goals.edit_goal(engagement, goal, risk="Two schools have no one else to call.")
    details = goals.get_goal(engagement, goal)
    assert (details.rationale, details.risk) == (
        "Staff call for rules.",
        "Two schools have no one else to call.",
    )


def test_a_goal_answers_a_finding_once_however_often_it_is_said(engagement: Engagement) -> None:
    goal = goals.add_goal(engagement, "Discipline stays with educators")
    finding = add_finding(engagement, 1, "Staff call the SRO for classroom disruption")
    goals.answer_finding(engagement, goal, finding)
    goals.answer_finding(engagement, goal, finding)
    assert goals.list_goals(engagement)[0].findings == 1
    goals.unanswer_finding(engagement, goal, finding)
    assert goals.list_goals(engagement)[0].findings == 0


def test_what_a_goal_can_answer_shows_the_answered_first_and_other_goals(engagement: Engagement) -> None:
    one, two = goals.add_goal(engagement, "One"), goals.add_goal(engagement, "Two")
    calls = add_finding(engagement, 1, "Staff call for classroom disruption")
    meetings = add_finding(engagement, 2, "No set meeting")
    goals.answer_finding(engagement, one, calls)
    goals.answer_finding(engagement, two, meetings)
    assert [
        (row.title, row.is_answered, row.other_goals) for row in goals.list_answerable(engagement, two)
    ] == [
        ("No set meeting", True, ()),
        ("Staff call for classroom disruption", False, (1,)),
    ]


def test_a_removed_goal_comes_back_with_its_ties(engagement: Engagement) -> None:
    goal = goals.add_goal(engagement, "Discipline stays with educators")
    goals.answer_finding(engagement, goal, add_finding(engagement, 1, "Staff call"))
    goals.remove_goal(engagement, goal)
    with pytest.raises(CannotDo, match="Undo brings it back"):
        goals.get_goal(engagement, goal)
    engagement.undo()
    assert len(goals.get_goal(engagement, goal).findings) == 1
