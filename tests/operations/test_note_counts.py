"""What notes add up to while people talk."""

from datetime import UTC, datetime, timedelta

import pytest

from assessor.operations.note_counts import NoteCounts, count_notes, read_counts
from assessor.operations.remarks import edit_remark, get_remarks, list_remarks, note_remark, tally_agreement
from assessor.operations.seats import leave_seat, seat_new_participants
from assessor.operations.sittings import add_sitting, begin_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import Fidelity, Group, RemarkKind, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    seat_new_participants(engagement, sitting_id, Group.TCH, 4)
    begin_sitting(engagement, sitting_id, TEN)
    return sitting_id


def counted(engagement: Engagement, sitting_id: str, question: str = "T2") -> NoteCounts:
    seats = get_sitting(engagement, sitting_id).seats
    return count_notes(list_remarks(engagement, sitting_id), seats, question, TEN + timedelta(minutes=30))


def people(engagement: Engagement, sitting_id: str) -> list[str]:
    return [seat.participant_id for seat in get_sitting(engagement, sitting_id).seats]


def test_nothing_noted_counts_nothing_and_everyone_is_still_to_be_heard(
    engagement: Engagement, sitting_id: str
) -> None:
    counts = counted(engagement, sitting_id)

    assert counts.not_heard == counts.present == ("TCH-01", "TCH-02", "TCH-03", "TCH-04")
    assert (dict(counts.remarks), counts.spoke_last, counts.unfinished, counts.parked) == ({}, (), 0, ())


def test_not_heard_is_told_by_question_and_of_those_present(engagement: Engagement, sitting_id: str) -> None:
    first, second, *_ = people(engagement, sitting_id)
    leave_seat(engagement, get_sitting(engagement, sitting_id).seats[3].id, TEN + timedelta(minutes=9))
    note_remark(engagement, sitting_id, "One", speakers=[first], question="T1")
    note_remark(engagement, sitting_id, "Two", speakers=[first, second], question="T2")
    counts = counted(engagement, sitting_id)

    assert counts.not_heard == ("TCH-03",)
    assert dict(counts.remarks) == {"TCH-01": 2, "TCH-02": 1}
    assert counts.spoke_last == ("TCH-01", "TCH-02")
    assert dict(counts.by_question) == {"T1": 1, "T2": 1}


def test_nods_are_counted_by_question_and_are_no_remarks(engagement: Engagement, sitting_id: str) -> None:
    first = people(engagement, sitting_id)[0]
    for text in ("Nod", "Laugh: at the binder", "Laugh"):
        note_remark(engagement, sitting_id, text, speakers=[first], question="T2", kind=RemarkKind.NONVERBAL)
    note_remark(engagement, sitting_id, "Nod", question="T1", kind=RemarkKind.NONVERBAL)
    counts = counted(engagement, sitting_id)

    assert dict(counts.signs) == {"Nod": 1, "Laugh": 2}
    assert dict(counts.remarks) == {}


def test_the_newest_tally_and_what_is_left_to_do_are_told(engagement: Engagement, sitting_id: str) -> None:
    first, second, third, _ = people(engagement, sitting_id)
    older = note_remark(engagement, sitting_id, "Old")
    tally_agreement(engagement, older, 1, 0, agreeing=[third])
    newer = note_remark(engagement, sitting_id, "With the…", is_quote=True, fidelity=Fidelity.NEAR)
    tally_agreement(engagement, newer, 1, 1, agreeing=[first], dissenting=[second])
    note_remark(engagement, sitting_id, "Who keeps it?", kind=RemarkKind.PARKED)
    counts = counted(engagement, sitting_id)

    assert (counts.agreeing, counts.dissenting) == (("TCH-01",), ("TCH-02",))
    assert (counts.unfinished, counts.parked) == (1, ("Who keeps it?",))


def test_counts_summed_in_the_file_equal_those_counted_line_by_line(
    engagement: Engagement, sitting_id: str
) -> None:
    first, second, third, _ = people(engagement, sitting_id)
    note_remark(engagement, sitting_id, "One", speakers=[first, second], question="T1")
    last = note_remark(
        engagement, sitting_id, "With the radio...", speakers=[third], question="T2", is_quote=True
    )
    tally_agreement(engagement, last, 1, 1, agreeing=[first], dissenting=[second], neutral=[third])
    for kind, text in (
        (RemarkKind.NONVERBAL, "Nod: twice"),
        (RemarkKind.PARKED, "Who keeps it?"),
        (RemarkKind.OBSERVER, "Two look away."),
        (RemarkKind.SAID, "At the back"),
    ):
        note_remark(engagement, sitting_id, text, kind=kind, question="T3", behavior="SUP")
    seats = get_sitting(engagement, sitting_id).seats
    summed = read_counts(engagement, sitting_id)

    for question in ("T1", "T2", "T3", ""):
        assert summed.count(seats, question, TEN) == count_notes(
            list_remarks(engagement, sitting_id), seats, question, TEN
        )
    assert summed.spoke_last == ("TCH-03",)
    assert (summed.tallied and summed.tallied.neutral) == ("TCH-03",)
    assert {question: row.text for question, row in summed.newest.items()} == {
        "T1": "One",
        "T2": "With the radio...",
        "T3": "At the back",
    }
    assert summed.last_said == list_remarks(engagement, sitting_id)[-1]


def test_what_is_marked_on_the_last_remark_is_counted_without_reading_the_others(
    engagement: Engagement, sitting_id: str
) -> None:
    noted = note_remark(engagement, sitting_id, "With the radio...", question="T1")
    counts = read_counts(engagement, sitting_id)
    (before,) = get_remarks(engagement, [noted])
    edit_remark(engagement, noted, is_quote=True)
    tally_agreement(engagement, noted, 3, 0)
    (after,) = get_remarks(engagement, [noted])
    counts.mark(before, after)

    assert (counts.unfinished, counts.tallied, counts.last_said) == (1, after, after)
