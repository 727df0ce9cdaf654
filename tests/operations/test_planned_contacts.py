"""Whom to hear is planned for the district and for sites, by hand or from the field's working targets."""

from datetime import date

import pytest

from assessor.operations.clients import add_site, begin_engagement, current_cycle, remove_site
from assessor.operations.participants import add_participant
from assessor.operations.partners import add_partner
from assessor.operations.planned_contacts import (
    list_planned_contacts,
    list_targets,
    plan_contacts,
    propose_contacts,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

INTERVIEW, FOCUS_GROUP = "interview", "focus_group"


@pytest.fixture
def begun(engagement: Engagement) -> Engagement:
    """An engagement in its first cycle."""
    begin_engagement(engagement, "Larkfield Unified", started_on=date(2026, 8, 1))
    return engagement


def cycle_of(engagement: Engagement) -> str:
    cycle = current_cycle(engagement)
    assert cycle is not None
    return cycle.id


def planned(engagement: Engagement) -> list[tuple[Group, str, str, int]]:
    rows = list_planned_contacts(engagement, cycle_of(engagement))
    return sorted((row.group, row.method, row.site, row.planned) for row in rows)


def test_planning_again_replaces_the_plan_and_none_takes_it_back(begun: Engagement) -> None:
    cycle = cycle_of(begun)
    plan_contacts(begun, cycle, Group.TCH, FOCUS_GROUP, 2)
    plan_contacts(begun, cycle, Group.TCH, FOCUS_GROUP, 3, date(2026, 12, 1))
    plan_contacts(begun, cycle, Group.SRO, INTERVIEW, 4)
    plan_contacts(begun, cycle, Group.SRO, INTERVIEW, 0)

    (row,) = list_planned_contacts(begun, cycle)
    assert (row.group, row.method, row.planned, row.due_on) == (Group.TCH, FOCUS_GROUP, 3, date(2026, 12, 1))


def test_a_site_is_planned_beside_the_district(begun: Engagement) -> None:
    cycle, north = cycle_of(begun), add_site(begun, "North High")
    plan_contacts(begun, cycle, Group.STU, FOCUS_GROUP, 3)
    plan_contacts(begun, cycle, Group.STU, FOCUS_GROUP, 1, site_id=north)
    plan_contacts(begun, cycle, Group.STU, FOCUS_GROUP, 2, site_id=north)

    assert planned(begun) == [
        (Group.STU, FOCUS_GROUP, "", 3),
        (Group.STU, FOCUS_GROUP, "North High", 2),
    ]


def test_fewer_than_none_cannot_be_planned(begun: Engagement) -> None:
    with pytest.raises(CannotDo, match="below zero"):
        plan_contacts(begun, cycle_of(begun), Group.STU, FOCUS_GROUP, -1)


def test_working_targets_hear_everyone_known_at_each_site(begun: Engagement) -> None:
    north, oak = add_site(begun, "North High", level="High school"), add_site(begun, "Oak")
    for site, group, count in ((north, Group.SRO, 2), (north, Group.ADM, 3), (None, Group.PRT, 1)):
        for _ in range(count):
            add_participant(begun, group, site_id=site)
    targets = {(one.group, one.method, one.site_id): one.planned for one in list_targets(begun, "")}

    assert targets[Group.SRO, INTERVIEW, north] == 2
    assert (Group.SRO, INTERVIEW, oak) not in targets  # the officers known are at North High
    assert (targets[Group.ADM, INTERVIEW, north], targets[Group.ADM, INTERVIEW, oak]) == (3, 1)
    assert targets[Group.SUP, INTERVIEW, None] == 1


@pytest.mark.parametrize(("sites", "groups"), [(0, 3), (1, 3), (2, 3), (3, 4), (12, 4)])
def test_teacher_groups_are_two_to_three_and_one_of_special_education(
    begun: Engagement, sites: int, groups: int
) -> None:
    for number in range(sites):
        add_site(begun, f"School {number:02d}")
    targets = [one for one in list_targets(begun, "") if one.group is Group.TCH]

    assert targets[0].planned == groups
    assert len(targets) == 1 + (sites if sites <= 3 else 0)


def test_no_student_group_is_proposed_at_an_elementary_school(begun: Engagement) -> None:
    add_site(begun, "Oak", level="Elementary school")
    north = add_site(begun, "North", level="High school")
    targets = [one for one in list_targets(begun, "") if one.group is Group.STU]

    assert [(one.site_id, one.planned) for one in targets] == [(None, 2), (north, 1)]


def test_partners_are_two_to_four_of_those_known(begun: Engagement) -> None:
    for number in range(6):
        add_partner(begun, f"Partner {number}")

    assert [one.planned for one in list_targets(begun, "") if one.group is Group.PRT] == [4]


def test_targets_fill_the_plan_in_one_change_and_leave_what_is_planned(begun: Engagement) -> None:
    cycle = cycle_of(begun)
    add_site(begun, "North High", level="High school")
    plan_contacts(begun, cycle, Group.PAR, FOCUS_GROUP, 5)
    before = planned(begun)
    added = propose_contacts(begun, cycle, date(2026, 12, 18))

    assert len(planned(begun)) == added + 1
    assert (Group.PAR, FOCUS_GROUP, "", 5) in planned(begun)
    begun.undo()
    assert planned(begun) == before


def test_nothing_is_left_to_propose_the_second_time(begun: Engagement) -> None:
    propose_contacts(begun, cycle_of(begun))
    with pytest.raises(CannotDo, match="has a place in the plan already"):
        propose_contacts(begun, cycle_of(begun))


def test_a_site_that_is_removed_leaves_no_plan_twice(begun: Engagement) -> None:
    cycle, north = cycle_of(begun), add_site(begun, "North High")
    plan_contacts(begun, cycle, Group.STU, FOCUS_GROUP, 3)
    plan_contacts(begun, cycle, Group.STU, FOCUS_GROUP, 1, site_id=north)
    remove_site(begun, north)
    plan_contacts(begun, cycle, Group.STU, FOCUS_GROUP, 2)

    assert planned(begun) == [(Group.STU, FOCUS_GROUP, "", 2)]
