"""People as codes: added, described, consenting, and their names on a roster apart."""

import pytest

from assessor.operations.participants import (
    add_participant,
    edit_participant,
    get_participant,
    list_participants,
    remove_participant,
)
from assessor.operations.remarks import note_remark
from assessor.operations.roster import RosterRow, count_roster, enter_in_roster, get_roster_entry
from assessor.operations.seats import seat_participants
from assessor.operations.sittings import add_sitting
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind


def test_codes_are_counted_by_group(engagement: Engagement) -> None:
    for group in (Group.TCH, Group.SRO, Group.TCH):
        add_participant(engagement, group)

    assert [row.code for row in list_participants(engagement)] == ["SRO-01", "TCH-01", "TCH-02"]
    assert [row.code for row in list_participants(engagement, Group.SRO)] == ["SRO-01"]


def test_nobody_consents_to_more_than_taking_part_before_they_are_asked(engagement: Engagement) -> None:
    add_participant(engagement, Group.STU)
    row = list_participants(engagement)[0]

    assert (row.takes_part, row.may_be_quoted, row.may_be_recorded) == (True, False, False)


@pytest.mark.parametrize(("code", "why"), [("TCH-01", "taken"), ("  ", "needs a code")])
def test_a_code_that_is_taken_or_empty_is_refused(engagement: Engagement, code: str, why: str) -> None:
    add_participant(engagement, Group.TCH)
    second = add_participant(engagement, Group.TCH)

    with pytest.raises(CannotDo, match=why):
        edit_participant(engagement, second, code=code)
    assert get_participant(engagement, second).code == "TCH-02"


def test_one_may_keep_ones_own_code(engagement: Engagement) -> None:
    person = add_participant(engagement, Group.TCH)
    edit_participant(engagement, person, code="TCH-01 ", description="Middle school teacher")

    assert get_participant(engagement, person).description == "Middle school teacher"


def test_a_participant_knows_where_they_sat_and_how_often_they_spoke(engagement: Engagement) -> None:
    person = add_participant(engagement, Group.TCH)
    other = add_participant(engagement, Group.TCH)
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    seat_participants(engagement, sitting_id, [other, person])
    note_remark(engagement, sitting_id, "One", speakers=[person])
    note_remark(engagement, sitting_id, "Two", speakers=[person, other])
    sat = get_participant(engagement, person).sat

    assert [(one.title, one.code, one.number, one.remarks) for one in sat] == [("Teachers", "TCH-FG1", 2, 2)]


def test_names_stand_on_the_roster_only_and_can_be_struck(engagement: Engagement) -> None:
    person = add_participant(engagement, Group.TCH)
    enter_in_roster(engagement, person, "Maria Alvarez", "maria@example.org")
    enter_in_roster(engagement, person, "Maria Alvarez-Ruiz", "maria@example.org")

    assert get_roster_entry(engagement, person) == RosterRow("Maria Alvarez-Ruiz", "maria@example.org")
    assert count_roster(engagement) == 1
    enter_in_roster(engagement, person, "", "")
    assert get_roster_entry(engagement, person) == RosterRow("", "")
    assert engagement.can_undo() == "Strike from roster"


def test_a_removed_participant_takes_the_name_along_and_comes_back_with_it(engagement: Engagement) -> None:
    person = add_participant(engagement, Group.TCH)
    enter_in_roster(engagement, person, "Maria Alvarez")
    remove_participant(engagement, person)

    assert count_roster(engagement) == 0
    with pytest.raises(CannotDo, match="was removed"):
        get_participant(engagement, person)
    engagement.undo()
    assert get_roster_entry(engagement, person).name == "Maria Alvarez"
