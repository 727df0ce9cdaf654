"""Whiles off the record: how long they were is kept, nothing typed meanwhile, and no undo ends one."""

from datetime import UTC, datetime, timedelta

import pytest

from assessor.operations.evidence.candidates import list_evidence_candidates
from assessor.operations.evidence.tying import tie_remark
from assessor.operations.findings.drafting import draft_finding_from_remark
from assessor.operations.kept_lines import get_line, keep_line
from assessor.operations.note_counts import count_notes, read_counts
from assessor.operations.off_record import come_back, go_off_record, is_off_record, off_record_since
from assessor.operations.remarks import edit_remark, list_remarks, note_remark
from assessor.operations.safeguarding import list_concerns, note_concern, set_remark_apart
from assessor.operations.sittings import add_sitting, ask_question, end_sitting, list_sittings
from assessor.store import Engagement
from assessor.terms import CannotDo, RemarkKind, SittingKind

TEN = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
LATER = TEN + timedelta(seconds=100)


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    """A focus group, asked its second question."""
    found = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers")
    ask_question(engagement, found, "T2", TEN)
    return found


def test_a_while_off_the_record_is_kept_with_its_times_and_without_words(
    engagement: Engagement, sitting_id: str
) -> None:
    note_remark(engagement, sitting_id, "On the record.")
    remark_id = go_off_record(engagement, sitting_id, TEN)
    assert is_off_record(engagement, sitting_id)
    assert off_record_since(engagement, sitting_id) == TEN
    assert go_off_record(engagement, sitting_id, LATER) == remark_id
    come_back(engagement, sitting_id, LATER)
    come_back(engagement, sitting_id, LATER + timedelta(hours=1))
    assert not is_off_record(engagement, sitting_id)
    row = list_remarks(engagement, sitting_id)[-1]
    assert (row.id, row.kind, row.text, row.question) == (remark_id, RemarkKind.OFF_RECORD, "", "T2")
    assert (row.position, row.said_at, row.ended_at) == (1, TEN, LATER)


def test_nothing_is_taken_while_it_runs_and_the_line_kept_before_stays(
    engagement: Engagement, sitting_id: str
) -> None:
    keep_line(engagement, sitting_id, "4 begun before", TEN)
    go_off_record(engagement, sitting_id, TEN)
    keep_line(engagement, sitting_id, "in confidence", LATER)
    keep_line(engagement, sitting_id, "", None)
    for noting in (note_remark, note_concern):
        with pytest.raises(CannotDo, match="off the record, so nothing is kept"):
            noting(engagement, sitting_id, "in confidence", said_at=LATER)
    assert [row.text for row in list_remarks(engagement, sitting_id)] == [""]
    assert list_concerns(engagement) == []
    come_back(engagement, sitting_id, LATER)
    assert get_line(engagement, sitting_id).text == "4 begun before"
    note_remark(engagement, sitting_id, "On the record again.")


def test_another_sitting_goes_on(engagement: Engagement, sitting_id: str) -> None:
    other = add_sitting(engagement, SittingKind.INTERVIEW, "Principal")
    go_off_record(engagement, sitting_id)
    assert not is_off_record(engagement, other)
    note_remark(engagement, other, "On the record.")


def test_undo_does_not_put_a_session_back_on_the_record(engagement: Engagement, sitting_id: str) -> None:
    note_remark(engagement, sitting_id, "Noted before.")
    go_off_record(engagement, sitting_id)
    assert engagement.can_undo() == "Note remark"
    engagement.undo()
    assert is_off_record(engagement, sitting_id)
    come_back(engagement, sitting_id)
    assert engagement.can_undo() == "Ask T2"
    assert engagement.can_redo() == "Note remark"


def test_ending_the_session_ends_it_too(engagement: Engagement, sitting_id: str) -> None:
    go_off_record(engagement, sitting_id, TEN)
    end_sitting(engagement, sitting_id, LATER)
    assert not is_off_record(engagement, sitting_id)
    assert list_remarks(engagement, sitting_id)[-1].ended_at == LATER


def test_it_never_ends_before_it_began(engagement: Engagement, sitting_id: str) -> None:
    go_off_record(engagement, sitting_id, LATER)
    come_back(engagement, sitting_id, TEN)
    assert list_remarks(engagement, sitting_id)[-1].ended_at == LATER


def test_it_is_no_remark_to_whoever_counts_or_looks_for_evidence(
    engagement: Engagement, sitting_id: str
) -> None:
    remark_id = go_off_record(engagement, sitting_id, TEN)
    come_back(engagement, sitting_id, LATER)
    rows = list_remarks(engagement, sitting_id)
    for counts in (
        count_notes(rows, (), "T2", LATER),
        read_counts(engagement, sitting_id).count((), "T2", LATER),
    ):
        assert (dict(counts.by_question), counts.unfinished, counts.parked) == ({}, 0, ())
    assert list_sittings(engagement)[0].remarks == 0
    assert not [each for each in list_evidence_candidates(engagement) if each.tie.target_id == remark_id]
    kept = note_remark(engagement, sitting_id, "On the record.")
    finding = draft_finding_from_remark(engagement, kept)
    with pytest.raises(CannotDo, match="nothing can rest on it"):
        tie_remark(engagement, finding, remark_id)
    with pytest.raises(CannotDo, match="nothing can rest on it"):
        draft_finding_from_remark(engagement, remark_id)
    with pytest.raises(CannotDo, match="holds no words"):
        set_remark_apart(engagement, remark_id)
    with pytest.raises(CannotDo, match="is not noted"):
        edit_remark(engagement, remark_id, text="what was said")
    assert [row.text for row in list_remarks(engagement, sitting_id)] == ["", "On the record."]


def test_undo_of_the_session_takes_a_while_along_and_redo_brings_it_back(
    engagement: Engagement,
) -> None:
    sitting_id = add_sitting(engagement, SittingKind.INTERVIEW, "Principal")
    go_off_record(engagement, sitting_id, TEN)
    come_back(engagement, sitting_id, LATER)
    assert engagement.undo() == "Add interview"
    assert list_sittings(engagement) == []
    engagement.redo()
    (row,) = list_remarks(engagement, sitting_id)
    assert (row.kind, row.said_at, row.ended_at) == (RemarkKind.OFF_RECORD, TEN, LATER)
