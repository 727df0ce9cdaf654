"""Concerns: set apart from notes, searches, evidence and history, and told to whoever must know."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assessor.operations.change_details import get_change_details
from assessor.operations.clients import begin_engagement, edit_client
from assessor.operations.dues import DueKind
from assessor.operations.evidence.candidates import list_evidence_candidates
from assessor.operations.evidence.tying import tie_remark
from assessor.operations.findings.drafting import draft_finding_from_remark
from assessor.operations.histories import list_changes
from assessor.operations.kept_lines import get_line, keep_line, line_key
from assessor.operations.overviews import get_overview
from assessor.operations.participants import add_participant
from assessor.operations.remarks import edit_remark, list_remarks, note_remark
from assessor.operations.roster import enter_in_roster
from assessor.operations.safeguarding import (
    count_concerns,
    edit_concern,
    get_reporting_contact,
    list_concerns,
    note_concern,
    remove_concern,
    report_concern,
    set_remark_apart,
)
from assessor.operations.searches import search
from assessor.operations.sittings import add_sitting, remove_sitting
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind

TEN = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    """A group of students."""
    return add_sitting(engagement, SittingKind.FOCUS_GROUP, "Students")


def test_a_concern_takes_the_place_of_the_line_typed(engagement: Engagement, sitting_id: str) -> None:
    keep_line(engagement, sitting_id, "!!Zugzwang at home", TEN)
    concern_id = note_concern(
        engagement,
        sitting_id,
        "!! Zugzwang at home ",
        said_at=TEN,
        question="S4",
        draft=line_key(sitting_id),
    )
    (row,) = list_concerns(engagement, sitting_id)
    assert (row.id, row.text, row.said_at, row.question) == (concern_id, "Zugzwang at home", TEN, "S4")
    assert (row.sitting, row.code, row.told_to, row.is_open) == ("Students", "", "", True)
    assert get_line(engagement, sitting_id).text == ""
    assert list_remarks(engagement, sitting_id) == []
    assert count_concerns(engagement) == (1, 1)
    with pytest.raises(CannotDo, match="nothing to set apart"):
        note_concern(engagement, sitting_id, "!! ")


def test_a_remark_becomes_one_under_its_id_and_undo_makes_it_a_remark_again(
    engagement: Engagement, sitting_id: str
) -> None:
    speaker = add_participant(engagement, Group.STU)
    remark_id = note_remark(engagement, sitting_id, "Zugzwang.", speakers=[speaker], said_at=TEN)
    finding = draft_finding_from_remark(engagement, remark_id)
    tied = note_remark(engagement, sitting_id, "Zugzwang too.")
    tie_remark(engagement, finding, tied)
    assert set_remark_apart(engagement, remark_id) == remark_id
    (row,) = list_concerns(engagement)
    assert (row.id, row.text, row.participant_id, row.code) == (remark_id, "Zugzwang.", speaker, "STU-01")
    assert [row.id for row in list_remarks(engagement, sitting_id)] == [tied]
    engagement.undo()
    assert list_concerns(engagement) == []
    assert list_remarks(engagement, sitting_id)[0].speakers == ("STU-01",)


def test_no_search_evidence_or_history_has_a_word_of_it(engagement: Engagement, sitting_id: str) -> None:
    remark_id = note_remark(engagement, sitting_id, "Zugzwang at first.")
    edit_remark(engagement, remark_id, text="Zugzwang, corrected.")
    set_remark_apart(engagement, remark_id)
    noted = note_concern(engagement, sitting_id, "Zugzwang as typed.")
    edit_concern(engagement, noted, text="Zugzwang, completed.")
    remove_concern(engagement, noted)
    assert engagement.search("Zugzwang") == []
    assert list(search(engagement, "Zugzwang")) == []
    assert list_evidence_candidates(engagement, "Zugzwang") == []
    changes = list_changes(engagement)
    told = str([(change.sentence, get_change_details(engagement, change.id)) for change in changes])
    assert "Zugzwang" not in told
    assert changes[-2].label == "Note remark"
    (story,) = get_change_details(engagement, changes[-2].id).rows
    assert (story.kind, story.name, story.values) == ("Concern set apart", "", ())


def test_it_is_noted_whom_it_was_told_to_and_when(engagement: Engagement, sitting_id: str) -> None:
    concern_id = note_concern(engagement, sitting_id, "Zugzwang.")
    with pytest.raises(CannotDo, match="Enter whom you told"):
        report_concern(engagement, concern_id, "  ", TEN)
    report_concern(engagement, concern_id, " County hotline ", TEN)
    (row,) = list_concerns(engagement)
    assert (row.told_to, row.told_at, row.is_open) == ("County hotline", TEN, False)
    assert count_concerns(engagement, sitting_id) == (1, 0)


def test_names_in_it_are_codes_and_the_contact_is_the_clients(
    engagement: Engagement, sitting_id: str
) -> None:
    person = add_participant(engagement, Group.STU)
    enter_in_roster(engagement, person, "Ignatia Brambleworth")
    concern_id = note_concern(engagement, sitting_id, "Brambleworth is afraid.")
    edit_concern(engagement, concern_id, text="Ignatia is afraid at home.")
    assert list_concerns(engagement)[0].text == "STU-01 is afraid at home."
    assert get_reporting_contact(engagement) == ""
    begin_engagement(engagement, "Larkfield Unified")
    edit_client(engagement, reporting_contact="Dr. Ames, 555 0100")
    assert get_reporting_contact(engagement) == "Dr. Ames, 555 0100"


def test_it_outlives_the_sitting_it_was_said_at(engagement: Engagement, sitting_id: str) -> None:
    note_concern(engagement, sitting_id, "Zugzwang.")
    remove_sitting(engagement, sitting_id)
    (row,) = list_concerns(engagement)
    assert (row.sitting_id, row.sitting) == (None, "")


def test_a_concern_told_to_nobody_is_due_the_day_it_was_said(engagement: Engagement, sitting_id: str) -> None:
    first = note_concern(engagement, sitting_id, "Zugzwang.", said_at=TEN)
    second = note_concern(engagement, sitting_id, "Zugzwang.", said_at=TEN + timedelta(days=1))
    dues = get_overview(engagement, date(2026, 11, 14)).dues
    (due,) = [each for each in (*dues.ahead, *dues.late) if each.kind is DueKind.CONCERN]
    assert (due.title, due.place, due.element_id, due.on) == (
        "Students",
        "sittings",
        sitting_id,
        TEN.astimezone().date(),
    )
    for concern in (first, second):
        report_concern(engagement, concern, "County hotline")
    dues = get_overview(engagement, date(2026, 11, 14)).dues
    assert not [each for each in (*dues.ahead, *dues.late) if each.kind is DueKind.CONCERN]
