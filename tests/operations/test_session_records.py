"""The record of a sitting holds its lines by question, seat and code, and no name and no concern."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assessor.operations.off_record import come_back, go_off_record
from assessor.operations.remarks import note_remark, tally_agreement
from assessor.operations.roster import enter_in_roster
from assessor.operations.seats import leave_seat, seat_new_participants
from assessor.operations.session_records import find_sitting, gather_session_record
from assessor.operations.sittings import (
    add_sitting,
    ask_question,
    begin_sitting,
    choose_guide,
    edit_sitting,
    end_sitting,
    get_sitting,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, Fidelity, Group, RemarkKind, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return TEN + timedelta(minutes=minutes)


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    """A group of four teachers; T1 for six minutes, T2 for twenty, and T1 once more."""
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH)
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    seats = seat_new_participants(engagement, sitting_id, Group.TCH, 4)
    begin_sitting(engagement, sitting_id, TEN)
    for question, minute in (("T1", 0), ("T2", 6), ("T1", 26)):
        ask_question(engagement, sitting_id, question, at(minute))
    _note(engagement, sitting_id, 1, "Met her at the gate.", "T1", 1)
    _note(engagement, sitting_id, 7, "Nobody showed us a list.", "T2", 2, fidelity=Fidelity.VERBATIM)
    _note(engagement, sitting_id, 8, "Who was that?", "T2")
    _note(engagement, sitting_id, 27, "At the gate, as I said.", "T1", 1)
    leave_seat(engagement, seats[3], at(20))
    end_sitting(engagement, sitting_id, at(30))
    return sitting_id


def _note(
    engagement: Engagement, sitting_id: str, minute: float, text: str, question: str, *seats: int, **more: Any
) -> str:
    people = {seat.number: seat.participant_id for seat in get_sitting(engagement, sitting_id).seats}
    speakers = [people[seat] for seat in seats]
    return note_remark(
        engagement, sitting_id, text, speakers=speakers, said_at=at(minute), question=question, **more
    )


def test_lines_stand_under_their_questions_in_the_order_of_the_talk(
    engagement: Engagement, sitting_id: str
) -> None:
    record = gather_session_record(engagement, sitting_id, TEN)

    assert [(part.code, part.is_again, part.used, part.planned) for part in record.parts] == [
        ("T1", False, 10, 6),
        ("T2", False, 20, 9),
        ("T1", True, None, 6),
    ]
    assert [(line.who, line.is_unknown, line.text) for line in record.parts[1].lines] == [
        (("P2",), False, "Nobody showed us a list."),
        ((), True, "Who was that?"),
    ]
    assert record.not_asked == ("T3", "T4", "T5", "T6", "T7", "T8", "T9")


def test_the_head_tells_who_was_there_by_seat_and_code(engagement: Engagement, sitting_id: str) -> None:
    edit_sitting(engagement, sitting_id, recording="recorder 2")
    record = gather_session_record(engagement, sitting_id, TEN)

    assert (record.code, record.minutes, record.present_at_end, record.is_recorded) == (
        "TCH-FG1",
        30,
        3,
        True,
    )
    assert [(seat.label, seat.code, seat.remarks, seat.left_at) for seat in record.seats] == [
        ("P1", "TCH-01", 2, None),
        ("P2", "TCH-02", 1, None),
        ("P3", "TCH-03", 0, None),
        ("P4", "TCH-04", 0, at(20)),
    ]


def test_minutes_are_told_by_the_lines_where_no_question_was_noted_as_asked(engagement: Engagement) -> None:
    sitting_id = add_sitting(engagement, SittingKind.INTERVIEW, "SRO")
    begin_sitting(engagement, sitting_id, TEN)
    for minute, question in ((0, "S1"), (5, "S1"), (12, "S2")):
        note_remark(engagement, sitting_id, "Words.", said_at=at(minute), question=question)
    end_sitting(engagement, sitting_id, at(20))

    parts = gather_session_record(engagement, sitting_id, TEN).parts
    assert [(part.code, part.used) for part in parts] == [("S1", 12), ("S2", 8)]


def test_a_tally_is_told_with_those_who_raised_their_voice(engagement: Engagement, sitting_id: str) -> None:
    people = {seat.number: seat.participant_id for seat in get_sitting(engagement, sitting_id).seats}
    remark_id = _note(engagement, sitting_id, 28, "One page.", "T1", 1)
    tally_agreement(engagement, remark_id, 2, 1, agreeing=[people[3], people[1]], dissenting=[people[2]])
    tally = gather_session_record(engagement, sitting_id, TEN).parts[2].lines[1].tally

    assert tally is not None
    assert (tally.agree, tally.dissent, tally.silent, tally.present) == (2, 1, 0, 3)
    assert (tally.agreeing, tally.dissenting) == (("P1", "P3"), ("P2",))


def test_a_while_off_the_record_is_told_by_its_length_under_the_question_before(
    engagement: Engagement,
) -> None:
    sitting_id = add_sitting(engagement, SittingKind.INTERVIEW, "SRO")
    begin_sitting(engagement, sitting_id, TEN)
    note_remark(engagement, sitting_id, "Words.", said_at=at(1), question="S1")
    go_off_record(engagement, sitting_id, at(2))
    come_back(engagement, sitting_id, at(3.5))
    note_remark(engagement, sitting_id, "More.", said_at=at(4), question="S1")
    end_sitting(engagement, sitting_id, at(5))
    (part,) = gather_session_record(engagement, sitting_id, TEN).parts

    assert [(line.kind, line.text, line.seconds) for line in part.lines] == [
        (RemarkKind.SAID, "Words.", None),
        (RemarkKind.OFF_RECORD, "", 90),
        (RemarkKind.SAID, "More.", None),
    ]


def test_the_debrief_leaves_out_what_was_not_written(engagement: Engagement, sitting_id: str) -> None:
    edit_sitting(engagement, sitting_id, themes="Nobody owns the list.", memo="Cold room.")

    assert gather_session_record(engagement, sitting_id, TEN).debrief == (
        ("Themes", "Nobody owns the list."),
        ("Anything else", "Cold room."),
    )


def test_no_name_of_the_roster_and_no_concern_is_in_the_record(
    engagement: Engagement, sitting_id: str
) -> None:
    person = get_sitting(engagement, sitting_id).seats[0].participant_id
    enter_in_roster(engagement, person, "Philippa Quarrenby", "philippa@example.org")
    from assessor.model import SafeguardingNote

    with engagement.change("Note concern") as session:
        session.add(SafeguardingNote(sitting_id=sitting_id, said_at=at(3), text="A canary of a concern."))
    told = repr(gather_session_record(engagement, sitting_id, TEN))

    assert "Quarrenby" not in told
    assert "canary" not in told


def test_a_session_is_found_by_its_code_and_one_with_nothing_noted_is_refused(
    engagement: Engagement, sitting_id: str
) -> None:
    assert find_sitting(engagement, "tch-fg1") == sitting_id
    with pytest.raises(CannotDo, match=r"No session has the code X1\. Known codes: TCH-FG1\."):
        find_sitting(engagement, "X1")
    planned = add_sitting(engagement, SittingKind.INTERVIEW, "SRO")
    with pytest.raises(CannotDo, match="Nothing was noted in this session yet"):
        gather_session_record(engagement, planned)
    edit_sitting(engagement, planned, code="TCH-FG1")
    with pytest.raises(CannotDo, match="2 sessions have the code TCH-FG1"):
        find_sitting(engagement, "TCH-FG1")
