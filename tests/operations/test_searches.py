"""What the command box finds in the record, and where it leads."""

from datetime import date

import pytest

from assessor.model import (
    ActionStep,
    Decision,
    Document,
    DocumentPage,
    Finding,
    Goal,
    Meeting,
    Objective,
    Protocol,
)
from assessor.operations.participants import add_participant
from assessor.operations.remarks import note_remark
from assessor.operations.searches import Found, search
from assessor.operations.sittings import add_sitting
from assessor.store import Engagement
from assessor.terms import FindingKind, Group, SittingKind

DAY = date(2026, 11, 2)


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    return add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH)


def test_a_remark_is_told_with_the_words_around_the_match_and_where_it_was_said(
    engagement: Engagement, sitting_id: str
) -> None:
    remark_id = note_remark(engagement, sitting_id, "The binder is never read.", question="T2")

    assert search(engagement, "binder") == [
        Found(
            "The binder is never read.",
            "Teachers, Ridge Middle · T2",
            "The binder is never read.",
            "sittings",
            remark_id,
        )
    ]


def test_hits_of_every_kind_lead_to_their_place(engagement: Engagement, sitting_id: str) -> None:
    with engagement.change("Write") as session:
        session.add_all(
            [
                Finding(id="finding", number=1, kind=FindingKind.BARRIER, title="No radio list"),
                Goal(id="goal", position=1, title="One radio channel"),
                Objective(id="objective", goal_id="goal", position=1, text="Radio at every door"),
                ActionStep(id="step", objective_id="objective", position=1, title="Buy radio sets"),
                Protocol(id="protocol", code="P1", title="Radio use"),
                Meeting(id="meeting", kind="monthly", title="Radio check", meets_on=DAY),
                Decision(
                    id="decision", meeting_id="meeting", decided_on=date(2026, 11, 2), text="Radio: yes"
                ),
                Document(
                    id="document", title="Radio manual", file_name="r.pdf", format="pdf", attachment="0"
                ),
                DocumentPage(id="page", document_id="document", number=3, text="Switch the radio on."),
            ]
        )
    person = add_participant(engagement, Group.SRO, description="Officer with the radio")
    note_remark(engagement, sitting_id, "The radio is always on.")
    found = {(hit.place, hit.element_id): (hit.title, hit.subtitle) for hit in search(engagement, "radio")}

    assert found["goals", "objective"] == ("Radio at every door", "One radio channel")
    assert found["action_steps", "step"] == ("Buy radio sets", "Radio at every door")
    assert found["documents", "document"] in {
        ("Switch the radio on.", "Radio manual · page 3"),
        ("Radio manual", ""),
    }
    assert found["participants", person] == ("SRO-01 Officer with the radio", "SROs")
    assert {place for place, _ in found} == {
        *(
            "findings",
            "goals",
            "action_steps",
            "protocols",
            "meetings",
            "documents",
            "participants",
            "sittings",
        )
    }


def test_what_is_typed_is_taken_literally_and_nothing_finds_nothing(
    engagement: Engagement, sitting_id: str
) -> None:
    note_remark(engagement, sitting_id, 'He said "NOT now" and left.')

    assert len(search(engagement, '"NOT')) == 1
    assert search(engagement, "   ") == []
    assert search(engagement, "nowhere") == []


def test_what_was_removed_is_not_found(engagement: Engagement, sitting_id: str) -> None:
    note_remark(engagement, sitting_id, "Off with the radio.")
    engagement.undo()

    assert search(engagement, "radio") == []
