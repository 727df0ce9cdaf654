"""Guide questions by group: asked, answered, passed over; and what is missing, with where it is mended."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assessor.operations import clients, participants, planned_contacts, remarks, seats, sittings
from assessor.operations.coverage_gaps import Missing, Urgency, list_missing
from assessor.operations.coverage_questions import (
    QuestionCell,
    QuestionLine,
    QuestionState,
    Subject,
    get_questions,
)
from assessor.operations.off_record import come_back, go_off_record
from assessor.operations.own_guides import copy_guide
from assessor.operations.saturations import SaturationState
from assessor.store import Engagement
from assessor.terms import Group, RemarkKind, SittingKind

TODAY = date(2026, 11, 12)
HELD = datetime(2026, 11, 2, 12, tzinfo=UTC)
TCH, ADM, SRO = Group.TCH, Group.ADM, Group.SRO
FOCUS_GROUP = "focus_group"


@pytest.fixture
def begun(engagement: Engagement) -> Engagement:
    """An engagement in its first cycle."""
    clients.begin_engagement(engagement, "Larkfield Unified", started_on=TODAY)
    return engagement


def hold(
    engagement: Engagement,
    guide: str = "teachers_and_staff",
    group: Group | None = TCH,
    *,
    kind: SittingKind = SittingKind.FOCUS_GROUP,
    days: int = 0,
    site_id: str | None = None,
    planned_on: date | None = None,
) -> str:
    sitting = sittings.add_sitting(
        engagement, kind, f"Session {days}", group=group, site_id=site_id, planned_on=planned_on
    )
    sittings.choose_guide(engagement, sitting, guide)
    if planned_on is None:
        sittings.begin_sitting(engagement, sitting, HELD + timedelta(days))
    return sitting


def say(engagement: Engagement, sitting: str, question: str, codes: tuple[str, ...] = ()) -> str:
    remark = remarks.note_remark(engagement, sitting, "We call the SRO.", question=question, said_at=HELD)
    if codes:
        remarks.code_remark(engagement, remark, codes)
    return remark


def line(engagement: Engagement, code: str, site_id: str | None = None) -> QuestionLine:
    lines = [line for subject in get_questions(engagement, site_id).subjects for line in subject.lines]
    return next(line for line in lines if line.code == code)


def cell(engagement: Engagement, code: str, group: Group = TCH) -> QuestionCell:
    return line(engagement, code).cells[group]


def subject(engagement: Engagement, code: str) -> Subject:
    return next(one for one in get_questions(engagement).subjects if one.code == code)


def test_a_question_is_answered_by_what_was_said_under_it(begun: Engagement) -> None:
    sitting = hold(begun)
    say(begun, sitting, "T2")
    sittings.ask_question(begun, sitting, "T3", HELD)

    assert cell(begun, "T2").state is QuestionState.ANSWERED
    assert cell(begun, "T3").state is QuestionState.ASKED
    assert cell(begun, "T4").state is QuestionState.NOT_ASKED


@pytest.mark.parametrize("kind", [RemarkKind.OBSERVER, RemarkKind.NONVERBAL, RemarkKind.PARKED])
def test_what_was_not_said_answers_nothing(begun: Engagement, kind: RemarkKind) -> None:
    remarks.note_remark(begun, hold(begun), "They laugh.", question="T2", said_at=HELD, kind=kind)
    assert cell(begun, "T2").state is QuestionState.ASKED


def test_a_while_off_the_record_neither_asks_nor_answers(begun: Engagement) -> None:
    sitting = hold(begun)
    sittings.edit_sitting(begun, sitting, question="T2")
    go_off_record(begun, sitting, HELD)
    come_back(begun, sitting, HELD + timedelta(minutes=3))

    assert cell(begun, "T2").state is QuestionState.NOT_ASKED


def test_the_group_that_spoke_has_answered(begun: Engagement) -> None:
    joint = hold(begun, "joint_session", None, kind=SittingKind.JOINT_SESSION)
    officer, principal = (participants.add_participant(begun, group) for group in (SRO, ADM))
    for person in (officer, principal):
        seats.seat_participant(begun, joint, person)
    remarks.note_remark(begun, joint, "Agreed.", speakers=[principal], question="J5", said_at=HELD)

    assert cell(begun, "J5", ADM).state is QuestionState.ANSWERED
    assert cell(begun, "J5", SRO).state is QuestionState.ASKED


def test_a_guide_only_planned_is_still_to_come(begun: Engagement) -> None:
    sitting = hold(begun, planned_on=TODAY + timedelta(3))
    found = cell(begun, "T2")
    assert (found.state, found.next_on, found.next_id) == (
        QuestionState.TO_COME,
        TODAY + timedelta(3),
        sitting,
    )


def test_ones_own_guide_counts_like_any(begun: Engagement) -> None:
    own = copy_guide(begun, "teachers_and_staff")
    say(begun, hold(begun, own), "T2")
    found = line(begun, "T2")

    assert found.key == f"{own}/T2"
    assert found.cells[TCH].state is QuestionState.ANSWERED


def test_questions_stand_under_their_subject_and_those_without_come_last(begun: Engagement) -> None:
    hold(begun)
    subjects = get_questions(begun).subjects

    assert subjects[-1].code == ""
    assert [one.code for one in subject(begun, "ROL").lines] == ["T2"]


def test_a_site_counts_only_what_was_asked_there(begun: Engagement) -> None:
    north, oak = clients.add_site(begun, "North"), clients.add_site(begun, "Oak")
    say(begun, hold(begun, site_id=north), "T2")
    hold(begun, site_id=oak)

    assert line(begun, "T2", north).cells[TCH].state is QuestionState.ANSWERED
    assert line(begun, "T2", oak).cells[TCH].state is QuestionState.NOT_ASKED


def test_sessions_in_the_order_of_time_bring_new_codes(begun: Engagement) -> None:
    later, first = hold(begun, days=2), hold(begun, days=1)
    say(begun, first, "T2", ("B-ROL1", "B-ROL2"))
    say(begun, later, "T2", ("B-ROL2", "B-COM1"))
    gains = cell(begun, "T2").saturation.sessions

    assert [gain.sitting_id for gain in gains] == [first, later]
    assert [gain.new_codes for gain in gains] == [("B-ROL1", "B-ROL2"), ("B-COM1",)]


def test_nothing_is_saturated_while_it_is_not_coded(begun: Engagement) -> None:
    for days in range(4):
        say(begun, hold(begun, days=days), "T2")
    assert subject(begun, "ROL").saturation.state is SaturationState.NOT_CODED


def test_a_remark_of_two_groups_is_one_remark_of_the_subject(begun: Engagement) -> None:
    joint = hold(begun, "joint_session", None, kind=SittingKind.JOINT_SESSION)
    people = [participants.add_participant(begun, group) for group in (SRO, ADM)]
    for person in people:
        seats.seat_participant(begun, joint, person)
    remarks.note_remark(begun, joint, "Agreed.", speakers=people, question="J4", said_at=HELD)
    assert subject(begun, "CON").saturation.remarks == 1


def test_observations_have_settings_and_no_questions(begun: Engagement) -> None:
    hold(begun, "observation", kind=SittingKind.OBSERVATION)
    assert get_questions(begun).subjects == ()


def plan(
    engagement: Engagement, group: Group, planned: int, site_id: str | None = None, days: int | None = None
) -> None:
    cycle = clients.current_cycle(engagement)
    assert cycle is not None
    due_on = None if days is None else TODAY + timedelta(days)
    planned_contacts.plan_contacts(engagement, cycle.id, group, FOCUS_GROUP, planned, due_on, site_id)


def missing(engagement: Engagement, *groups: Group, site_id: str | None = None) -> list[Missing]:
    return [one for one in list_missing(engagement, TODAY, site_id) if one.group in groups and one.method]


def test_what_is_missing_at_a_site_leads_to_its_cell(begun: Engagement) -> None:
    north = clients.add_site(begun, "North High")
    plan(begun, Group.STU, 1, north, days=8)
    (one,) = missing(begun, Group.STU)

    assert (one.urgency, one.site, one.planned, one.due_on) == (
        Urgency.UNSCHEDULED,
        "North High",
        1,
        TODAY + timedelta(8),
    )
    assert (one.place, one.element_id) == ("coverages", f"STU/focus_group/{north}")


def test_what_the_district_lacks_beyond_its_sites_is_told_once(begun: Engagement) -> None:
    north = clients.add_site(begun, "North High")
    plan(begun, TCH, 3)
    plan(begun, TCH, 1, north)

    assert sorted((one.site, one.missing) for one in missing(begun, TCH)) == [("", 2), ("North High", 1)]


def test_what_the_district_lacks_besides_leads_to_its_own_session(begun: Engagement) -> None:
    north = clients.add_site(begun, "North High")
    plan(begun, TCH, 2)
    plan(begun, TCH, 1, north)
    there = hold(begun, planned_on=TODAY + timedelta(3), site_id=north)
    found = {one.is_rest: one for one in missing(begun, TCH)}

    assert (found[False].urgency, found[False].element_id) == (Urgency.SCHEDULED, there)
    assert (found[True].urgency, found[True].element_id) == (Urgency.UNSCHEDULED, "TCH/focus_group")


def test_the_overdue_come_first_and_the_scheduled_lead_to_their_sitting(begun: Engagement) -> None:
    plan(begun, TCH, 1, days=20)
    sitting = hold(begun, planned_on=TODAY + timedelta(3))
    plan(begun, Group.PAR, 1, days=-2)
    plan(begun, Group.STU, 1)
    found = missing(begun, TCH, Group.PAR, Group.STU)

    assert [(one.group, one.urgency) for one in found] == [
        (Group.PAR, Urgency.OVERDUE),
        (Group.STU, Urgency.UNSCHEDULED),
        (TCH, Urgency.SCHEDULED),
    ]
    assert (found[2].place, found[2].element_id) == ("sittings", sitting)


def test_a_sitting_past_its_day_leads_to_that_sitting(begun: Engagement) -> None:
    late = hold(begun, planned_on=TODAY - timedelta(3))
    (one,) = missing(begun, TCH)
    assert (one.urgency, one.element_id, one.due_on) == (Urgency.OVERDUE, late, TODAY - timedelta(3))


def test_at_one_site_only_what_is_missing_there_is_told(begun: Engagement) -> None:
    north, oak = clients.add_site(begun, "North"), clients.add_site(begun, "Oak")
    plan(begun, TCH, 4)
    plan(begun, TCH, 1, north)
    plan(begun, TCH, 1, oak)

    assert [one.site for one in list_missing(begun, TODAY, oak)] == ["Oak"]


def test_questions_passed_over_lead_to_the_next_session_that_asks_them(begun: Engagement) -> None:
    say(begun, hold(begun), "T2")
    following = hold(begun, planned_on=TODAY + timedelta(4))
    found = [one for one in list_missing(begun, TODAY) if one.question]

    assert "T2" not in {one.question for one in found}
    assert {one.element_id for one in found} == {following}


def test_groups_nobody_plans_to_hear_are_told(begun: Engagement) -> None:
    plan(begun, TCH, 1)
    unplanned = [one.group for one in list_missing(begun, TODAY) if one.urgency is Urgency.UNPLANNED]
    assert unplanned == [Group.SRO, Group.ADM, Group.STU, Group.PAR, Group.PRT]
