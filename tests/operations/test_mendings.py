"""Every line that needs a hand after a sitting is found, and counted alike by line and over all sittings."""

from datetime import UTC, datetime
from typing import Any

import pytest

from assessor.operations.mendings import Mend, count_mendings, list_mendings
from assessor.operations.remarks import (
    attribute_remark,
    edit_remark,
    list_remarks,
    note_remark,
    tally_agreement,
)
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, begin_sitting, choose_guide, end_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import Fidelity, Group, RemarkKind, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


@pytest.fixture
def group_id(engagement: Engagement) -> str:
    """A focus group with three teachers, held along a guide."""
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    seat_new_participants(engagement, sitting_id, Group.TCH, 3)
    begin_sitting(engagement, sitting_id, TEN)
    end_sitting(engagement, sitting_id, TEN.replace(hour=11))
    return sitting_id


def _note(engagement: Engagement, group_id: str, text: str, **values: Any) -> str:
    speaker = get_sitting(engagement, group_id).seats[0].participant_id
    return note_remark(
        engagement, group_id, text, **{"speakers": [speaker], "question": "T1", "said_at": TEN, **values}
    )


def _lacks(engagement: Engagement, sitting_id: str) -> dict[str, tuple[Mend, ...]]:
    sitting, remarks = get_sitting(engagement, sitting_id), list_remarks(engagement, sitting_id)
    texts = {row.id: row.text for row in remarks}
    return {texts[one.remark_id]: one.lacks for one in list_mendings(sitting, remarks)}


def test_each_fault_of_a_line_is_named_and_a_sound_line_is_left_out(
    engagement: Engagement, group_id: str
) -> None:
    quote = {"is_quote": True, "fidelity": Fidelity.NEAR}
    _note(engagement, group_id, "Sound.")
    _note(engagement, group_id, "Checked.", is_quote=True, fidelity=Fidelity.VERBATIM)
    _note(engagement, group_id, "Who said it?", speakers=[])
    _note(engagement, group_id, "With the radio you always…", **quote)
    _note(engagement, group_id, "Nobody showed us a list.", **quote)
    _note(engagement, group_id, "“Never,” she said.", fidelity=Fidelity.PARAPHRASE)
    _note(engagement, group_id, "By the way.", question="")
    _note(engagement, group_id, "What of it?", speakers=[], question="", **quote)

    assert _lacks(engagement, group_id) == {
        "Who said it?": (Mend.SPEAKER,),
        "With the radio you always…": (Mend.STUB,),
        "Nobody showed us a list.": (Mend.WORDING,),
        "“Never,” she said.": (Mend.WORDING,),
        "By the way.": (Mend.QUESTION,),
        "What of it?": (Mend.SPEAKER, Mend.WORDING, Mend.QUESTION),
    }
    assert count_mendings(engagement) == {group_id: 6}


def test_more_voices_than_people_are_a_fault(engagement: Engagement, group_id: str) -> None:
    remark_id = _note(engagement, group_id, "We agree.")
    tally_agreement(engagement, remark_id, 3, 0)
    assert _lacks(engagement, group_id) == {}
    edit_remark(engagement, remark_id, dissent=2)

    assert _lacks(engagement, group_id) == {"We agree.": (Mend.TALLY,)}
    assert count_mendings(engagement) == {group_id: 1}


def test_what_nobody_said_needs_no_speaker_and_no_question(engagement: Engagement, group_id: str) -> None:
    for kind in (RemarkKind.OBSERVER, RemarkKind.NONVERBAL, RemarkKind.PARKED):
        _note(engagement, group_id, "Two look at each other…", kind=kind, speakers=[], question="")

    assert _lacks(engagement, group_id) == {}
    assert count_mendings(engagement) == {}


def test_an_observation_knows_no_speakers_and_a_sitting_without_guide_no_questions(
    engagement: Engagement,
) -> None:
    observation = add_sitting(engagement, SittingKind.OBSERVATION, "Lunch")
    seat_new_participants(engagement, observation, Group.TCH, 1)
    interview = add_sitting(engagement, SittingKind.INTERVIEW, "SRO")
    for sitting_id in (observation, interview):
        note_remark(engagement, sitting_id, "Seen or said.")
        end_sitting(engagement, sitting_id)

        assert _lacks(engagement, sitting_id) == {}
    assert count_mendings(engagement) == {}


def test_a_mended_line_is_no_longer_counted_and_one_still_running_not_yet(
    engagement: Engagement, group_id: str
) -> None:
    remark_id = _note(engagement, group_id, "Who said it?", speakers=[])
    assert count_mendings(engagement) == {group_id: 1}
    attribute_remark(engagement, remark_id, [get_sitting(engagement, group_id).seats[1].participant_id])
    assert count_mendings(engagement) == {}

    running = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Now", group=Group.TCH)
    seat_new_participants(engagement, running, Group.TCH, 2)
    begin_sitting(engagement, running)
    note_remark(engagement, running, "Who?")
    assert count_mendings(engagement) == {}
