"""Coverage counts who was heard against who was to be heard, and never shows a small group."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assessor.model import ResponseSet, SurveyImport, SurveyWave, WaveGroup
from assessor.operations import clients, participants, planned_contacts, seats, sittings
from assessor.operations.coverage_cells import SURVEY, CoverageCell
from assessor.operations.coverages import Coverage, get_coverage
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

TODAY = date(2026, 11, 12)
HELD = datetime(2026, 11, 2, 12, tzinfo=UTC)
INTERVIEW, FOCUS_GROUP = "interview", "focus_group"


@pytest.fixture
def begun(engagement: Engagement) -> Engagement:
    """An engagement in its first cycle."""
    clients.begin_engagement(engagement, "Larkfield Unified", started_on=TODAY)
    return engagement


def plan(engagement: Engagement, group: Group, method: str, planned: int, days: int = 30) -> None:
    cycle = clients.current_cycle(engagement)
    assert cycle is not None
    planned_contacts.plan_contacts(engagement, cycle.id, group, method, planned, TODAY + timedelta(days))


def hold(engagement: Engagement, kind: SittingKind, group: Group | None = None, days: int = 0) -> str:
    sitting = sittings.add_sitting(engagement, kind, "Sitting", group=group)
    if days:
        sittings.edit_sitting(engagement, sitting, planned_on=TODAY + timedelta(days))
    else:
        sittings.begin_sitting(engagement, sitting, HELD)
    return sitting


def answer(engagement: Engagement, closed_on: date | None = None, **answers: int) -> None:
    with engagement.change("Import") as session:
        session.add(SurveyWave(id="wave", title="Wave 1", closed_on=closed_on))
        session.add(
            SurveyImport(
                id="import", wave_id="wave", file_name="a.csv", sha256="", tool="generic", mapping={},
                imported_at=HELD, rows=0,
            )
        )  # fmt: skip
        for name, count in answers.items():
            session.add(WaveGroup(wave_id="wave", group=Group(name), invited=40))
            session.add(ResponseSet(import_id="import", group=Group(name), n=count, answers=""))


def cell(engagement: Engagement, group: Group, method: str) -> CoverageCell:
    return get_coverage(engagement, TODAY).cell(group, method)


def test_sittings_held_count_against_what_was_planned(begun: Engagement) -> None:
    plan(begun, Group.ADM, INTERVIEW, 3)
    hold(begun, SittingKind.INTERVIEW, Group.ADM)
    found = cell(begun, Group.ADM, INTERVIEW)
    assert (found.done, found.planned, found.missing, found.is_overdue) == (1, 3, 2, False)


def test_without_a_plan_the_sittings_there_are_count_as_planned(begun: Engagement) -> None:
    hold(begun, SittingKind.INTERVIEW, Group.ADM)
    hold(begun, SittingKind.INTERVIEW, Group.ADM, days=3)
    found = cell(begun, Group.ADM, INTERVIEW)
    assert (found.done, found.planned) == (1, 2)


def test_what_was_never_planned_nor_done_is_not_used(begun: Engagement) -> None:
    assert not cell(begun, Group.PAR, FOCUS_GROUP).is_used


def test_a_planned_day_that_is_past_is_overdue(begun: Engagement) -> None:
    plan(begun, Group.PAR, FOCUS_GROUP, 2, days=-1)
    hold(begun, SittingKind.INTERVIEW, Group.PRT, days=-2)
    assert cell(begun, Group.PAR, FOCUS_GROUP).is_overdue
    assert cell(begun, Group.PRT, INTERVIEW).is_overdue


def test_a_cell_leads_to_the_sitting_that_is_next(begun: Engagement) -> None:
    hold(begun, SittingKind.FOCUS_GROUP, Group.STU)
    later = hold(begun, SittingKind.FOCUS_GROUP, Group.STU, days=9)
    soon = hold(begun, SittingKind.FOCUS_GROUP, Group.STU, days=2)
    assert cell(begun, Group.STU, FOCUS_GROUP).element_id == soon != later


def test_a_joint_session_counts_for_everyone_seated(begun: Engagement) -> None:
    joint = hold(begun, SittingKind.JOINT_SESSION)
    for group in (Group.SRO, Group.ADM):
        seats.seat_participant(begun, joint, participants.add_participant(begun, group))
    coverage: Coverage = get_coverage(begun, TODAY)
    assert [coverage.cell(group, "joint_session").done for group in (Group.SRO, Group.ADM, Group.TCH)] == [
        1,
        1,
        0,
    ]


def test_survey_answers_count_against_those_invited(begun: Engagement) -> None:
    answer(begun, TCH=12)
    found = cell(begun, Group.TCH, SURVEY)
    assert (found.done, found.planned, found.element_id) == (12, 40, "wave")


@pytest.mark.parametrize("count", [1, 4])
def test_too_few_answers_are_hidden_and_say_so(begun: Engagement, count: int) -> None:
    answer(begun, PRT=count)
    found = cell(begun, Group.PRT, SURVEY)
    assert (found.done, found.hidden, found.missing) == (None, "n < 5", 0)


def test_that_nobody_answered_is_shown(begun: Engagement) -> None:
    answer(begun, PRT=0)
    assert cell(begun, Group.PRT, SURVEY).done == 0


def test_a_closed_survey_is_done_however_few_answered(begun: Engagement) -> None:
    plan(begun, Group.TCH, SURVEY, 40, days=-3)
    answer(begun, closed_on=TODAY, TCH=12)
    found = cell(begun, Group.TCH, SURVEY)
    assert (found.is_done, found.is_overdue, found.missing) == (True, False, 0)


def test_supervisors_are_listed_only_where_they_are_heard(begun: Engagement) -> None:
    assert Group.SUP not in get_coverage(begun, TODAY).groups
    hold(begun, SittingKind.INTERVIEW, Group.SUP)
    assert get_coverage(begun, TODAY).groups[-1] is Group.SUP
