"""A debrief is written from counts and from what earlier groups said, and is open until it is done."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assessor.operations.askings import read_course
from assessor.operations.debriefs import (
    DebriefFacts,
    Spoke,
    finish_debrief,
    gather_facts,
    list_earlier,
    list_open_debriefs,
    reopen_debrief,
)
from assessor.operations.overviews import get_overview
from assessor.operations.remarks import list_remarks, note_remark, tally_agreement
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import (
    add_sitting,
    ask_question,
    begin_sitting,
    edit_sitting,
    end_sitting,
    get_sitting,
    list_sittings,
)
from assessor.store import Engagement
from assessor.terms import Fidelity, Group, RemarkKind, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


@pytest.fixture
def group_id(engagement: Engagement) -> str:
    return _held(engagement, "Teachers, Ridge Middle", TEN)


def _held(engagement: Engagement, title: str, at: datetime, **values: Any) -> str:
    told = {"kind": SittingKind.FOCUS_GROUP, "group": Group.TCH, **values}
    sitting_id = add_sitting(engagement, title=title, **told)
    seat_new_participants(engagement, sitting_id, Group.TCH, 4)
    begin_sitting(engagement, sitting_id, at)
    note_remark(engagement, sitting_id, "Good morning.", kind=RemarkKind.OBSERVER, said_at=at)
    end_sitting(engagement, sitting_id, at + timedelta(hours=1))
    return sitting_id


def _say(engagement: Engagement, sitting_id: str, text: str, *seats: int, **values: Any) -> str:
    people = {seat.number: seat.participant_id for seat in get_sitting(engagement, sitting_id).seats}
    return note_remark(
        engagement, sitting_id, text, speakers=[people[seat] for seat in seats], said_at=TEN, **values
    )


def _facts(engagement: Engagement, sitting_id: str) -> DebriefFacts:
    asked = {asking.question for asking in read_course(engagement, sitting_id).askings}
    return gather_facts(
        get_sitting(engagement, sitting_id),
        list_remarks(engagement, sitting_id),
        ("T1", "T2", "T3", "T4"),
        asked,
    )


def test_everyone_seated_is_counted_even_those_who_said_nothing(
    engagement: Engagement, group_id: str
) -> None:
    _say(engagement, group_id, "One.", 2)
    _say(engagement, group_id, "Two.", 2, 3)

    assert _facts(engagement, group_id).spoke == (
        Spoke("TCH-02", 2),
        Spoke("TCH-03", 1),
        Spoke("TCH-01", 0),
        Spoke("TCH-04", 0),
    )


def test_the_strongest_tallies_come_first_by_their_share_of_those_present(
    engagement: Engagement, group_id: str
) -> None:
    weak, strong, split = (_say(engagement, group_id, text, 1) for text in ("Weak.", "Strong.", "Split."))
    tally_agreement(engagement, weak, 1, 0)
    tally_agreement(engagement, strong, 4, 0)
    tally_agreement(engagement, split, 2, 2)
    facts = _facts(engagement, group_id)

    assert [row.text for row in facts.agreements] == ["Strong.", "Split.", "Weak."]
    assert [row.text for row in facts.dissents] == ["Split."]


def test_quotes_parked_questions_and_questions_skipped_are_told(
    engagement: Engagement, group_id: str
) -> None:
    _say(engagement, group_id, "I call.", 1, question="T1", is_quote=True, fidelity=Fidelity.VERBATIM)
    _say(engagement, group_id, "With the radio…", 2, question="T1", is_quote=True, fidelity=Fidelity.NEAR)
    _say(engagement, group_id, "Who keeps the binder?", kind=RemarkKind.PARKED)
    ask_question(engagement, group_id, "T3", TEN)
    facts = _facts(engagement, group_id)

    assert ([row.text for row in facts.quotes], facts.unfinished) == (["I call.", "With the radio…"], 1)
    assert [row.text for row in facts.parked] == ["Who keeps the binder?"]
    assert facts.skipped == ("T2", "T4")


def test_earlier_groups_of_the_same_kind_and_group_are_told_latest_first(
    engagement: Engagement, group_id: str
) -> None:
    for title, days, values in (
        ("First", -9, {}),
        ("Second", -4, {}),
        ("Nothing written", -3, {"themes": ""}),
        ("Later", 2, {}),
        ("Other group", -2, {"group": Group.STU}),
        ("Other kind", -2, {"kind": SittingKind.INTERVIEW}),
    ):
        told = {"themes": f"Said in {title}.", **values}
        _held(engagement, title, TEN + timedelta(days=days), **told)

    assert [(one.title, one.themes) for one in list_earlier(engagement, group_id)] == [
        ("Second", "Said in Second."),
        ("First", "Said in First."),
    ]


def test_a_debrief_is_open_until_it_is_done_and_can_be_taken_up_again(
    engagement: Engagement, group_id: str
) -> None:
    edit_sitting(engagement, group_id, themes="Nobody owns the list.")
    assert list_open_debriefs(engagement) == [group_id]
    assert list_sittings(engagement)[0].needs_debrief
    finish_debrief(engagement, group_id, TEN)

    assert get_sitting(engagement, group_id).debriefed_at == TEN
    assert list_open_debriefs(engagement) == []
    assert not list_sittings(engagement)[0].needs_debrief
    reopen_debrief(engagement, group_id)
    assert list_open_debriefs(engagement) == [group_id]


def test_a_sitting_without_a_line_or_not_over_needs_no_debrief(engagement: Engagement) -> None:
    empty = add_sitting(engagement, SittingKind.INTERVIEW, "Nobody came")
    begin_sitting(engagement, empty, TEN)
    end_sitting(engagement, empty, TEN)
    running = add_sitting(engagement, SittingKind.INTERVIEW, "Running")
    begin_sitting(engagement, running, TEN)
    note_remark(engagement, running, "Hello.")

    assert list_open_debriefs(engagement) == []
    assert not any(row.needs_debrief for row in list_sittings(engagement))


def test_a_session_without_its_debrief_hangs_loose_until_it_is_written(engagement: Engagement) -> None:
    sitting_id = add_sitting(engagement, SittingKind.INTERVIEW, "Principal, Oak")
    note_remark(engagement, sitting_id, "We meet on Mondays.")
    end_sitting(engagement, sitting_id)
    (loose,) = get_overview(engagement, TEN.date()).loose_ends
    assert (loose.rule, loose.count, loose.first.place, loose.first.element_id) == (
        "debrief",
        1,
        "sittings",
        sitting_id,
    )
    finish_debrief(engagement, sitting_id)

    assert get_overview(engagement, TEN.date()).loose_ends == ()
