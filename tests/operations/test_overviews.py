"""The overview says how far, what is next, what is late, and what hangs loose."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from assessor.model import Finding
from assessor.operations import (
    action_steps,
    clients,
    findings,
    goals,
    meetings,
    objectives,
    participants,
    planned_contacts,
    reviews,
    seats,
    sittings,
    trainings,
)
from assessor.operations.dues import DueKind
from assessor.operations.overviews import Overview, get_overview
from assessor.operations.stages import stage_under_way
from assessor.store import Engagement
from assessor.terms import ActionStatus, FindingKind, FindingStatus, Group, ReviewDecision, SittingKind

TODAY = date(2026, 11, 12)


@pytest.fixture
def begun(engagement: Engagement) -> Engagement:
    """An engagement in its first cycle."""
    clients.begin_engagement(engagement, "Larkfield Unified", started_on=TODAY)
    return engagement


def day(days: int) -> date:
    return TODAY + timedelta(days)


def look(engagement: Engagement) -> Overview:
    return get_overview(engagement, TODAY)


def add_goal(engagement: Engagement) -> tuple[str, str]:
    goal = goals.add_goal(engagement, "Reliable communication")
    return goal, objectives.add_objective(engagement, goal, "Meet weekly")


def test_a_new_engagement_has_not_begun_and_nothing_is_due(begun: Engagement) -> None:
    overview = look(begun)
    assert not overview.counts.is_begun
    assert overview.stages.begun == frozenset()
    assert set(overview.stages.parts.values()) == {0.0}
    assert overview.stages.current == "assess"
    assert (overview.dues.ahead, overview.dues.late, overview.loose_ends) == ((), (), ())


def test_assessing_counts_sittings_and_those_that_are_late(begun: Engagement) -> None:
    held = sittings.add_sitting(begun, SittingKind.INTERVIEW, "Principal", group=Group.ADM)
    sittings.begin_sitting(begun, held, datetime(2026, 11, 2, 12, tzinfo=UTC))
    sittings.add_sitting(begun, SittingKind.FOCUS_GROUP, "Parents", group=Group.PAR, planned_on=day(-6))
    stage = look(begun).stages.assess
    assert (stage.done, stage.planned, stage.overdue, stage.part) == (1, 2, 1, 0.5)


def test_identifying_counts_what_is_verified_and_what_needs_a_source(begun: Engagement) -> None:
    for title in ("Staff call the SRO", "No set meeting"):
        findings.add_finding(begun, FindingKind.BARRIER, title)
    with begun.change("Verify") as session:
        session.execute(update(Finding).where(Finding.number == 1).values(status=FindingStatus.VERIFIED))
    stage = look(begun).stages.identify
    assert (stage.verified, stage.findings, stage.need_source) == (1, 2, 2)


def test_a_goal_is_sound_only_when_nothing_under_it_is_broken(begun: Engagement) -> None:
    add_goal(begun)
    stage = look(begun).stages.plan
    assert (stage.sound, stage.goals) == (0, 1)


def test_implementing_counts_actions_and_leaves_dropped_ones_out(begun: Engagement) -> None:
    _, objective = add_goal(begun)
    first, second, dropped = (action_steps.add_action(begun, objective, f"Step {n}") for n in range(3))
    action_steps.update_status(begun, first, ActionStatus.DONE, 100, "Done", TODAY)
    action_steps.update_status(begun, second, ActionStatus.BLOCKED, 20, "Waits", TODAY)
    action_steps.update_status(begun, dropped, ActionStatus.DROPPED, 0, "Not needed", TODAY)
    stage = look(begun).stages.implement
    assert (stage.begun, stage.done, stage.actions, stage.blocked, stage.percent) == (2, 1, 2, 1, 60)


def test_evaluating_counts_the_goals_the_newest_review_decided(begun: Engagement) -> None:
    goal, _ = add_goal(begun)
    goals.add_goal(begun, "Another")
    review = reviews.record_review(begun, "First look", TODAY, next_review_on=day(30))
    reviews.decide_on_goal(begun, review, goal, ReviewDecision.CONTINUE)
    overview = look(begun)
    assert (overview.stages.evaluate.decided, overview.stages.evaluate.part) == (1, 0.5)
    assert [due.kind for due in overview.dues.ahead] == [DueKind.REVIEW]


def test_what_is_ahead_is_told_by_day_and_what_is_late_by_how_long(begun: Engagement) -> None:
    _, objective = add_goal(begun)
    action_steps.add_action(begun, objective, "Write the guide", owner="R. Okafor", due_on=day(-2))
    action_steps.add_action(begun, objective, "Brief staff", due_on=day(20))
    meetings.plan_meeting(begun, "M1", day(4), title="Steering group")
    training = trainings.add_training(begun, "Roles")
    trainings.edit_training(begun, training, planned_on=day(9))
    dues = look(begun).dues
    assert [(due.title, due.kind) for due in dues.ahead] == [
        ("Steering group", DueKind.MEETING),
        ("Roles", DueKind.TRAINING),
        ("Brief staff", DueKind.ACTION),
    ]
    assert [(due.title, due.owner, due.days_late(TODAY)) for due in dues.late] == [
        ("Write the guide", "R. Okafor", 2)
    ]


def test_a_sitting_ahead_tells_its_seats_and_consents(begun: Engagement) -> None:
    sitting = sittings.add_sitting(
        begun, SittingKind.FOCUS_GROUP, "Students", group=Group.STU, planned_on=TODAY
    )
    for agrees in (True, False):
        person = participants.add_participant(begun, Group.STU)
        participants.edit_participant(begun, person, takes_part=agrees)
        seats.seat_participant(begun, sitting, person)
    (due,) = look(begun).dues.ahead
    assert (due.seats, due.taking_part, due.has_guide) == (2, 1, False)


def test_contacts_past_their_day_are_late_unless_a_sitting_stands_for_them(begun: Engagement) -> None:
    cycle = clients.current_cycle(begun)
    assert cycle is not None
    for group in (Group.PAR, Group.STU):
        planned_contacts.plan_contacts(begun, cycle.id, group, "focus_group", 2, day(-6))
    sittings.add_sitting(begun, SittingKind.FOCUS_GROUP, "North", group=Group.STU, planned_on=day(-2))
    late = look(begun).dues.late
    assert [(due.kind, due.group) for due in late] == [
        (DueKind.CONTACT, Group.PAR),
        (DueKind.SITTING, Group.STU),
    ]


def test_loose_ends_are_told_by_rule_the_required_first(begun: Engagement) -> None:
    add_goal(begun)
    goals.add_goal(begun, "Disagreements solved early")
    loose = look(begun).loose_ends
    assert [(each.rule, each.count) for each in loose][:2] == [("G5", 2), ("G7", 1)]
    required = [each.required for each in loose]
    assert required == sorted(required, reverse=True)
    assert loose[0].first.place == "goals"


def test_the_stage_under_way_is_the_first_that_is_not_mostly_done_nor_overtaken() -> None:
    assert under_way(0.86, 0.64, 0.4, 0.03, 0.0) == "identify"
    assert under_way(0.7, 1.0, 1.0, 0.7, 0.5) == "implement"
    assert under_way(0.0, 0.0, 0.0, 0.0, 0.0) == "assess"
    assert under_way(1.0, 1.0, 1.0, 1.0, 1.0) == "evaluate"


def under_way(*parts: float) -> str:
    return stage_under_way(
        dict(zip(("assess", "identify", "plan", "implement", "evaluate"), parts, strict=True))
    )
