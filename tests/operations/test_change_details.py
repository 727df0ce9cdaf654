"""What a change did is told in words a person uses: names for ids, days for dates, nothing as JSON."""

from datetime import date

from assessor.operations import clients, findings, goals, sittings
from assessor.operations.change_details import Did, RowStory, ValueChange, get_change_details
from assessor.operations.histories import list_changes
from assessor.store import Engagement
from assessor.terms import FindingKind, Group, SittingKind


def stories(engagement: Engagement) -> tuple[RowStory, ...]:
    return get_change_details(engagement, list_changes(engagement, limit=1)[0].id).rows


def test_an_edit_tells_before_and_after(engagement: Engagement) -> None:
    site = clients.add_site(engagement, "Ridge")
    clients.edit_site(engagement, site, name="Ridge Middle", level="middle")
    assert stories(engagement) == (
        RowStory(
            "Site",
            "Ridge Middle",
            Did.CHANGED,
            (ValueChange("Name", "Ridge", "Ridge Middle"), ValueChange("Level", "nothing", "middle")),
        ),
    )


def test_something_added_tells_what_it_has_and_names_what_it_refers_to(engagement: Engagement) -> None:
    site = clients.add_site(engagement, "Ridge Middle")
    sittings.add_sitting(
        engagement,
        SittingKind.FOCUS_GROUP,
        "Students",
        group=Group.STU,
        site_id=site,
        planned_on=date(2026, 11, 12),
    )
    (story,) = stories(engagement)
    told = {value.what: value.after for value in story.values}
    assert (story.kind, story.name, story.did) == ("Sitting", "Students", Did.ADDED)
    assert told["Kind"] == "focus group"
    assert told["Group"] == "Students"
    assert told["Site"] == "Ridge Middle"
    assert told["Planned on"] == "Nov 12, 2026"
    assert "Memo" not in told


def test_something_removed_tells_what_it_had(engagement: Engagement) -> None:
    site = clients.add_site(engagement, "Ridge Middle")
    clients.remove_site(engagement, site)
    (story,) = stories(engagement)
    assert (story.did, story.values[0]) == (Did.REMOVED, ValueChange("Name", "Ridge Middle", ""))


def test_a_row_without_a_name_takes_that_of_what_it_belongs_to(engagement: Engagement) -> None:
    finding = findings.add_finding(engagement, FindingKind.BARRIER, "Staff call the SRO")
    goal = goals.add_goal(engagement, "Discipline stays with educators")
    goals.answer_finding(engagement, goal, finding)
    (story,) = stories(engagement)
    assert (story.kind, story.name) == ("Goal answering a finding", "Discipline stays with educators")
    assert {value.after for value in story.values} == {
        "Discipline stays with educators",
        "Staff call the SRO",
    }


def test_what_a_row_referred_to_and_is_gone_is_said_to_be_gone(engagement: Engagement) -> None:
    site = clients.add_site(engagement, "Ridge Middle")
    sittings.add_sitting(engagement, SittingKind.INTERVIEW, "Principal", site_id=site)
    added = list_changes(engagement, limit=1)[0].id
    clients.remove_site(engagement, site)
    values = get_change_details(engagement, added).rows[0].values
    assert ValueChange("Site", "", "something since removed") in values


def test_only_the_first_rows_are_told_and_all_are_counted(engagement: Engagement) -> None:
    clients.begin_engagement(engagement, "Larkfield Unified", "2026–27")
    details = get_change_details(engagement, list_changes(engagement, limit=1)[0].id, limit=1)
    assert (len(details.rows), details.count) == (1, 3)
