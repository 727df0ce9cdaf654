"""The strategic plan of the design's pictures, in a file, for the screens of planning."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from assessor.operations import (
    action_steps,
    evidence,
    findings,
    goals,
    objectives,
    participants,
    plans,
    remarks,
    sittings,
)
from assessor.operations.measures import measures
from assessor.store import Engagement
from assessor.terms import ActionStatus, FindingKind, Group, Raised, SittingKind

TODAY = date(2026, 11, 9)
PlanIds = dict[str, str]


def fill_plan(engagement: Engagement) -> PlanIds:
    """Write the plan and return the ids of what tests look for."""
    plans.edit_plan(engagement, starts_on=date(2026, 11, 1), ends_on=date(2028, 6, 30), draft="3")
    ids = {"finding": _finding(engagement), "spare": _spare_finding(engagement)}
    ids["agreement"] = goals.add_goal(engagement, "One agreement everyone knows")
    goals.answer_finding(engagement, ids["agreement"], ids["finding"])
    _fill(engagement, ids["agreement"], 2, 8)
    ids["discipline"] = goals.add_goal(engagement, "Discipline stays with educators", owner="Steering group")
    goals.answer_finding(engagement, ids["discipline"], ids["finding"])
    ids |= _first_objective(engagement, ids["discipline"]) | _second_objective(engagement, ids["discipline"])
    ids["communication"] = goals.add_goal(engagement, "Reliable communication")
    goals.answer_finding(engagement, ids["communication"], ids["finding"])
    _fill(engagement, ids["communication"], 2, 6)
    ids["disagreements"] = goals.add_goal(engagement, "Disagreements solved early")
    _fill(engagement, ids["disagreements"], 1, 4)
    ids["trust"] = goals.add_goal(engagement, "Students and families know and trust")
    goals.answer_finding(engagement, ids["trust"], ids["finding"])
    _fill(engagement, ids["trust"], 2, 7)
    return ids


def _finding(engagement: Engagement) -> str:
    finding = findings.add_finding(
        engagement, FindingKind.BARRIER, "Staff call the SRO for classroom disruption"
    )
    findings.edit_finding(engagement, finding, impact=4, urgency=3, effort=2)
    findings.edit_finding(engagement, finding, method_limits=0, coherence=1, adequacy=0, relevance=0)
    for group in (Group.SRO, Group.ADM, Group.TCH, Group.STU):
        _raise(engagement, finding, group)
    again = sittings.add_sitting(engagement, SittingKind.INTERVIEW, "SRO, North High", group=Group.SRO)
    remark = remarks.note_remark(engagement, again, "They call me for phones.")
    evidence.tie_remark(engagement, finding, remark)
    findings.note_who_raised(engagement, finding, Group.PAR, Raised.ASKED_NOT_RAISED)
    findings.verify_finding(engagement, finding)
    return finding


def _raise(engagement: Engagement, finding: str, group: Group) -> None:
    person = participants.add_participant(engagement, group)
    sitting = sittings.add_sitting(engagement, SittingKind.FOCUS_GROUP, f"{group.label}, Ridge", group=group)
    remark = remarks.note_remark(engagement, sitting, "Nobody ever showed us a list.", speakers=[person])
    evidence.tie_remark(engagement, finding, remark)


def _spare_finding(engagement: Engagement) -> str:
    return findings.add_finding(engagement, FindingKind.BARRIER, "SROs and principals have no set meeting")


def _first_objective(engagement: Engagement, goal: str) -> PlanIds:
    calls = measures.add_measure_from_library(engagement, "K06")
    measures.edit_measure(engagement, calls, title="Calls for service", frequency="month")
    text = "By June 2027, cut SRO calls for school-rule matters from 6.2 to 3.8 per 100 students"
    objective = objectives.add_objective(engagement, goal, text, who="Staff of six schools", measure_id=calls)
    objectives.set_course(
        engagement, objective, baseline=Decimal("6.2"), target=Decimal("3.8"), target_on=date(2027, 6, 30)
    )
    add = action_steps.add_action
    guide = add(
        engagement,
        objective,
        "Write the one-page guide on whom to call",
        owner="R. Okafor",
        start_on=date(2026, 11, 2),
        due_on=date(2026, 11, 20),
    )
    action_steps.update_status(
        engagement, guide, ActionStatus.IN_PROGRESS, 50, "First draft read", date(2026, 11, 6)
    )
    add(
        engagement,
        objective,
        "Walk through 20 past calls with both teams",
        owner="Sgt. S. Vale",
        start_on=date(2027, 2, 1),
        due_on=date(2027, 2, 19),
    )
    add(
        engagement,
        objective,
        "Brief all staff, 45 minutes, with scenarios",
        owner="L. Marsh",
        start_on=date(2027, 2, 22),
        due_on=date(2027, 3, 12),
    )
    sample = add(engagement, objective, "Sample ten calls each month")
    return {"calls": calls, "objective": objective, "guide": guide, "sample": sample}


def _second_objective(engagement: Engagement, goal: str) -> PlanIds:
    known = measures.add_measure_from_library(engagement, "K31")
    objective = objectives.add_objective(
        engagement,
        goal,
        "Raise teachers who know when to call from 41% to 70% by May 2027",
        who="Teachers",
        measure_id=known,
    )
    objectives.set_course(
        engagement, objective, baseline=Decimal(41), target=Decimal(70), target_on=date(2027, 5, 31)
    )
    action_steps.add_action(
        engagement,
        objective,
        "Add the guide to the staff handbook",
        owner="L. Marsh",
        start_on=date(2027, 3, 15),
        due_on=date(2027, 3, 26),
    )
    handbook = action_steps.add_action(
        engagement,
        objective,
        "New-staff orientation with the SRO",
        owner="K. Boone",
        start_on=date(2027, 8, 2),
        due_on=date(2027, 8, 13),
    )
    return {"second": objective, "orientation": handbook}


def _fill(engagement: Engagement, goal: str, objective_count: int, action_count: int) -> None:
    made = [
        objectives.add_objective(engagement, goal, f"Objective {number} of this goal, to be written")
        for number in range(1, objective_count + 1)
    ]
    owners = ("R. Okafor", "L. Marsh", "K. Boone", "Sgt. S. Vale")
    for number in range(action_count):
        month = 1 + number % 12
        action_steps.add_action(
            engagement,
            made[number % objective_count],
            f"Step {number + 1} on the way",
            owner=owners[number % 4],
            start_on=date(2027, month, 4),
            due_on=date(2027, month, 22),
        )


@pytest.fixture
def plan(engagement: Engagement) -> PlanIds:
    """The plan, written into the engagement."""
    return fill_plan(engagement)


@pytest.fixture
def today() -> date:
    """The day the pictures are of."""
    return TODAY


Filler = Callable[[Engagement], PlanIds]
