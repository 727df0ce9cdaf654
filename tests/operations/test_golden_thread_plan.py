"""The golden thread from goal to result: each rule holds, and each is broken."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.model import (
    ActionStep,
    Closure,
    Finding,
    Goal,
    GoalFinding,
    Measure,
    Meeting,
    Objective,
    Protocol,
    StatusUpdate,
    Training,
)
from assessor.operations.golden_thread import Element, check_thread
from assessor.terms import ActionStatus, Direction, FindingKind, MeetingState

MONDAY, FRIDAY, SATURDAY = date(2027, 1, 4), date(2027, 1, 8), date(2027, 1, 9)
PLAN_RULES = {"G5", "G7", "G8", "G9", "G10", "G11", "G14", "G16", "G17"}


@pytest.fixture
def plan(engagement):
    """A plan that breaks none of its rules."""
    with engagement.change("Plan") as session:
        session.add_all(
            [
                Finding(id="finding", number=1, kind=FindingKind.BARRIER, title="Staff call the SRO"),
                Goal(id="goal", position=1, title="Discipline stays with educators"),
                GoalFinding(goal_id="goal", finding_id="finding"),
                Measure(
                    id="measure",
                    code="K08",
                    title="Calls for school-rule matters",
                    definition="Calls that the sorting guide leaves to staff.",
                    formula="calls / all calls",
                    unit="%",
                    source="Call log",
                    frequency="month",
                    baseline=Decimal(62),
                    target=Decimal(30),
                ),
                Objective(
                    id="objective",
                    goal_id="goal",
                    position=1,
                    text="Halve the calls",
                    measure_id="measure",
                    due_on=FRIDAY,
                ),
                ActionStep(
                    id="action",
                    objective_id="objective",
                    position=1,
                    title="Write the guide",
                    owner="Assistant principal",
                    start_on=MONDAY,
                    due_on=FRIDAY,
                ),
            ]
        )
    return engagement


def change(engagement, noun, row_id, **values):
    with engagement.change("Change") as session:
        row = session.get(noun, row_id)
        for name, value in values.items():
            setattr(row, name, value)


def add(engagement, *rows):
    with engagement.change("Add") as session:
        session.add_all(rows)


def broken(engagement, rule):
    return [end for end in check_thread(engagement) if end.rule == rule]


def sentence(engagement, rule):
    (end,) = broken(engagement, rule)
    return end.sentence


def test_a_sound_plan_breaks_none_of_its_rules(plan):
    assert [end for end in check_thread(plan) if end.rule in PLAN_RULES] == []


def test_g5_is_broken_by_a_goal_without_a_finding(plan):
    add(plan, Goal(id="bare", position=2, title="Be nice"))
    (end,) = broken(plan, "G5")
    assert end.sentence == "Goal “Be nice” answers no finding. Link the one it answers, or remove it."
    assert (end.required, end.place, end.element_id, end.element) == (True, "goals", "bare", Element.GOAL)


def test_g7_is_broken_by_a_goal_without_an_objective(plan):
    add(plan, Goal(id="bare", position=2, title="Be nice"))
    assert "“Be nice” has no objective" in sentence(plan, "G7")


@pytest.mark.parametrize(
    ("noun", "row_id", "values", "lack"),
    [
        (Objective, "objective", {"measure_id": None}, "lacks a measure."),
        (Measure, "measure", {"baseline": None}, "lacks a baseline or a way to get one."),
        (Measure, "measure", {"target": None}, "lacks a target."),
        (Objective, "objective", {"due_on": None}, "lacks a date."),
        (Objective, "objective", {"text": "By {date}, halve the calls"}, "lacks words for its blanks."),
    ],
)
def test_g8_is_broken_by_what_an_objective_lacks(plan, noun, row_id, values, lack):
    change(plan, noun, row_id, **values)
    assert lack in sentence(plan, "G8")


def test_g8_is_held_by_a_way_to_get_a_baseline_and_the_targets_date(plan):
    change(plan, Measure, "measure", baseline=None, baseline_plan="Count in September", target_on=FRIDAY)
    change(plan, Objective, "objective", due_on=None)
    assert broken(plan, "G8") == []


@pytest.mark.parametrize(
    ("values", "lack"),
    [
        ({"owner": " "}, "lacks an accountable owner."),
        ({"start_on": None, "due_on": None}, "lacks a start date and a due date."),
        ({"owner": "Principal / SRO"}, "names several owners"),
        ({"start_on": FRIDAY, "due_on": MONDAY}, "is due before it starts"),
    ],
)
def test_g9_is_broken_by_what_an_action_lacks(plan, values, lack):
    change(plan, ActionStep, "action", **values)
    assert lack in sentence(plan, "G9")


def test_g9_leaves_dropped_actions_alone(plan):
    change(plan, ActionStep, "action", owner="", status=ActionStatus.DROPPED)
    assert broken(plan, "G9") == []


def test_g10_is_broken_by_an_incomplete_definition(plan):
    change(plan, Measure, "measure", formula="", frequency="")
    assert "lacks a formula and how often it is taken" in sentence(plan, "G10")


def test_g10_is_broken_by_a_measure_that_serves_nothing(plan):
    add(plan, Measure(id="loose", code="X", title="Visits"))
    assert "“Visits” serves no objective" in sentence(plan, "G10")


def test_g10_is_held_by_a_measure_for_context(plan):
    add(plan, Measure(id="context", code="X", title="Enrollment", direction=Direction.CONTEXT))
    assert broken(plan, "G10") == []


def test_g10_wants_a_balancing_measure_complete(plan):
    add(plan, Measure(id="balance", code="X", title="Response time", balances_id="measure"))
    assert "“Response time” lacks a definition" in sentence(plan, "G10")


def test_g11_is_broken_by_a_protocol_and_a_training_without_a_goal(plan):
    add(plan, Protocol(id="p", code="P1", title="Daily contact"), Training(id="t", code="T1", title="Basics"))
    assert [(end.element, end.place) for end in broken(plan, "G11")] == [
        (Element.PROTOCOL, "protocols"),
        (Element.TRAINING, "trainings"),
    ]
    change(plan, Protocol, "p", goal_id="goal")
    change(plan, Training, "t", goal_id="goal")
    assert broken(plan, "G11") == []


def test_g11_is_broken_by_a_goal_that_hangs_loose(plan):
    add(plan, Goal(id="bare", position=2, title="Be nice"))
    assert "hangs loose" in sentence(plan, "G11")


def test_g14_is_broken_by_a_status_without_an_update(plan):
    change(plan, ActionStep, "action", status=ActionStatus.IN_PROGRESS)
    assert "without a date and a note" in sentence(plan, "G14")


def test_g14_is_broken_by_an_update_without_a_note(plan):
    change(plan, ActionStep, "action", status=ActionStatus.IN_PROGRESS)
    update = {"action_step_id": "action", "status": ActionStatus.IN_PROGRESS, "percent": 20}
    add(plan, StatusUpdate(id="update", updated_on=MONDAY, **update))
    assert "changed its status on January 4 without a note" in sentence(plan, "G14")
    change(plan, StatusUpdate, "update", note="The team has met.")
    add(plan, StatusUpdate(updated_on=FRIDAY, **update))
    assert broken(plan, "G14") == []


@pytest.mark.parametrize(
    ("title", "promise"),
    [
        ("End violence in schools", "less crime or violence"),
        ("Fewer suspensions", "less exclusion"),
        ("Students feel safe", "more safety"),
        ("Families trust the SRO", "more trust"),
    ],
)
def test_g16_is_broken_by_a_promise_no_measure_can_show(plan, title, promise):
    change(plan, Goal, "goal", title=title)
    assert f"promises {promise}, which its measures cannot show" in sentence(plan, "G16")


def test_g16_is_held_by_a_measure_that_can_show_it(plan):
    change(plan, Goal, "goal", title="Families trust the SRO")
    change(plan, Measure, "measure", title="Favorable answers to TRU in the parent survey")
    assert broken(plan, "G16") == []


def test_g16_is_broken_by_a_guarantee(plan):
    change(plan, Goal, "goal", title="Eliminate calls for phones")
    assert "promises more than any measure can show" in sentence(plan, "G16")


def test_g17_is_broken_by_a_weekend_and_names_the_next_open_day(plan):
    change(plan, ActionStep, "action", due_on=SATURDAY)
    assert sentence(plan, "G17") == (
        "Action “Write the guide” is due on Saturday, Jan 9, when the school is closed (weekend). "
        "Take Monday, Jan 11."
    )


def test_g17_is_broken_by_a_holiday(plan):
    add(
        plan,
        Closure(first_on=date(2026, 12, 21), last_on=date(2027, 1, 8), label="winter break"),
        Meeting(id="meeting", kind="check_in", title="Check-in", meets_on=MONDAY),
        Training(id="training", code="T1", title="Basics", planned_on=MONDAY, goal_id="goal"),
        Protocol(id="protocol", code="P1", title="Daily contact", review_on=MONDAY, goal_id="goal"),
    )
    ends = broken(plan, "G17")
    assert {end.element for end in ends} == {
        Element.ACTION_STEP,
        Element.MEETING,
        Element.TRAINING,
        Element.PROTOCOL,
    }
    assert all("(winter break). Take Monday, Jan 11." in end.sentence for end in ends)


def test_g17_leaves_what_is_done_and_what_ends_a_period_alone(plan):
    change(plan, ActionStep, "action", due_on=SATURDAY, status=ActionStatus.DONE)
    change(plan, Objective, "objective", due_on=SATURDAY)
    add(plan, Meeting(kind="check_in", meets_on=SATURDAY, state=MeetingState.HELD))
    assert broken(plan, "G17") == []
