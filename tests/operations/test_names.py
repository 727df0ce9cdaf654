"""Names of the roster in what people write: offered a code, replaced before anything is kept, or after."""

from pathlib import Path

import pytest
from tests.store.test_forgetting import found_on_disk

from assessor.operations.findings.drafting import draft_finding_from_remark
from assessor.operations.findings.editing import edit_finding
from assessor.operations.goals import add_goal
from assessor.operations.golden_thread import check_thread
from assessor.operations.kept_lines import get_line, keep_line
from assessor.operations.mentions import count_mentions, replace_mentions
from assessor.operations.names import NameOffer, offer
from assessor.operations.participants import add_participant, edit_participant, get_participant
from assessor.operations.remarks import edit_remark, list_remarks, note_remark
from assessor.operations.roster import enter_in_roster
from assessor.operations.safeguarding import list_concerns, note_concern
from assessor.operations.sittings import add_sitting, edit_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

NAME = "Zephyrine Oduya"


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    """A group whose notes were begun."""
    return add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers")


@pytest.fixture
def person(engagement: Engagement) -> str:
    """A teacher on the roster."""
    found = add_participant(engagement, Group.TCH)
    enter_in_roster(engagement, found, NAME)
    return found


def test_a_name_in_a_text_is_offered_its_code(engagement: Engagement, person: str) -> None:
    assert offer(engagement, "I asked Zephyrine Oduya.") == [NameOffer(NAME, "TCH-01", 8, 23, True)]
    assert offer(engagement, "I asked nobody.") == []
    other = add_participant(engagement, Group.TCH)
    enter_in_roster(engagement, other, "Will Oduya")
    will, shared = offer(engagement, "Will Mr. Oduya come?")
    assert (will.code, will.is_certain, will.is_shared) == ("TCH-02", False, False)
    assert (shared.name, shared.is_shared) == ("Oduya", True)


def test_two_people_of_one_name_are_told_apart_by_nobody(
    engagement: Engagement, sitting_id: str, person: str
) -> None:
    enter_in_roster(engagement, add_participant(engagement, Group.PAR), NAME)
    note_remark(engagement, sitting_id, f"I asked {NAME}.")
    assert list_remarks(engagement, sitting_id)[0].text == "I asked [name]."
    (found,) = offer(engagement, NAME)
    assert found.is_shared


def test_wherever_one_writes_the_code_is_stored(engagement: Engagement, sitting_id: str, person: str) -> None:
    keep_line(engagement, sitting_id, "4 Oduya says", None)
    assert get_line(engagement, sitting_id).text == "4 TCH-01 says"
    remark = note_remark(engagement, sitting_id, "Zephyrine has the key.")
    edit_remark(engagement, remark, text="Zephyrine has the key, and Oduya too.")
    assert list_remarks(engagement, sitting_id)[0].text == "TCH-01 has the key, and TCH-01 too."
    note_concern(engagement, sitting_id, "zephyrine oduya is afraid.")
    assert list_concerns(engagement)[0].text == "TCH-01 is afraid."
    edit_sitting(engagement, sitting_id, title="Interview Oduya", memo="Zephyrine was late.")
    sitting = get_sitting(engagement, sitting_id)
    assert (sitting.title, sitting.memo) == ("Interview TCH-01", "TCH-01 was late.")
    assert get_sitting(engagement, add_sitting(engagement, SittingKind.INTERVIEW, NAME)).title == "TCH-01"
    edit_participant(engagement, person, description="Chair, Ms. Oduya")
    assert get_participant(engagement, person).description == "Chair, Ms. TCH-01"
    assert not [word for word, _ in found_on_disk(engagement.path.parent, ["zephyrine oduya is"])]


def test_a_name_written_before_it_was_entered_is_counted_and_replaced_everywhere(
    engagement: Engagement, sitting_id: str, tmp_path: Path
) -> None:
    remark = note_remark(engagement, sitting_id, "Oduya has the key.")
    edit_remark(engagement, remark, text="Oduya had the key.")
    note_remark(engagement, sitting_id, "Nobody reads the binder.")
    finding = draft_finding_from_remark(engagement, remark)
    goal = add_goal(engagement, title="Relieve Zephyrine")
    person = add_participant(engagement, Group.TCH)
    assert count_mentions(engagement, person) == 0
    enter_in_roster(engagement, person, NAME)
    assert count_mentions(engagement, person) == 4  # the line, the finding, what it rested on, the goal
    assert replace_mentions(engagement, person) == ()
    assert count_mentions(engagement, person) == 0
    assert [row.text for row in list_remarks(engagement, sitting_id)] == [
        "TCH-01 had the key.",
        "Nobody reads the binder.",
    ]
    assert [end.rule for end in check_thread(engagement) if end.element_id in (finding, goal)].count(
        "G12"
    ) == 0
    assert len(engagement.search("TCH-01 key")) == 2
    assert engagement.search("Oduya") == []
    enter_in_roster(engagement, person, "")
    assert engagement.undo() == "Strike from roster"
    assert engagement.check_integrity() == []


def test_the_gate_names_the_places_where_somebody_is_named(
    engagement: Engagement, sitting_id: str, person: str
) -> None:
    remark = note_remark(engagement, sitting_id, "Somebody has the key.")
    finding = draft_finding_from_remark(engagement, remark)
    edit_finding(engagement, finding, statement="Only Zephyrine Oduya has the key.")
    goal = add_goal(engagement, title="Relieve Ms. Oduya")
    found = {end.element_id: end for end in check_thread(engagement) if end.rule == "G18"}
    assert found.keys() == {finding, goal}
    assert found[goal].required
    assert found[goal].sentence == (
        "Goal “Relieve Ms. TCH-01” names TCH-01. Put the code, or recast it as a statement about the system."
    )
    assert found[finding].place == "findings"
    edit_finding(engagement, finding, statement="One person has the key.")
    replace_mentions(engagement, person)
    assert not [end for end in check_thread(engagement) if end.rule == "G18"]
