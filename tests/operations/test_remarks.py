"""Remarks: noted, attributed, tallied over who was present, cleared only with consent."""

from datetime import UTC, datetime, timedelta

import pytest

from assessor.operations.kept_lines import KeptLine, get_line, keep_line, line_key
from assessor.operations.participants import edit_participant
from assessor.operations.remarks import (
    attribute_remark,
    clear_quote,
    code_remark,
    edit_remark,
    get_remarks,
    list_remarks,
    note_remark,
    remove_remark,
    sitting_of,
    tally_agreement,
)
from assessor.operations.seats import leave_seat, seat_new_participants
from assessor.operations.sittings import (
    add_sitting,
    begin_sitting,
    get_sitting,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, Clearance, Fidelity, Group, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    seat_new_participants(engagement, sitting_id, Group.TCH, 4)
    begin_sitting(engagement, sitting_id, TEN)
    return sitting_id


def people(engagement: Engagement, sitting_id: str) -> list[str]:
    return [seat.participant_id for seat in get_sitting(engagement, sitting_id).seats]


def test_remarks_keep_their_order_speakers_and_codes(engagement: Engagement, sitting_id: str) -> None:
    first, second, *_ = people(engagement, sitting_id)
    note_remark(engagement, sitting_id, "Calls the office first.", speakers=[first], question="T2")
    both = note_remark(engagement, sitting_id, "Both nod.", speakers=[second, first])
    code_remark(engagement, both, ["B-ROL2", "B-COM3"])
    rows = list_remarks(engagement, sitting_id)

    assert [(row.position, row.text, row.speakers) for row in rows] == [
        (0, "Calls the office first.", ("TCH-01",)),
        (1, "Both nod.", ("TCH-01", "TCH-02")),
    ]
    assert rows[1].codes == ("B-COM3", "B-ROL2")


def test_noting_a_remark_drops_the_kept_line_in_the_same_change(
    engagement: Engagement, sitting_id: str
) -> None:
    engagement.keep_draft("line", "half a")
    note_remark(engagement, sitting_id, "half a remark", draft="line")

    assert engagement.get_draft("line") == ""


def test_an_empty_remark_is_refused(engagement: Engagement, sitting_id: str) -> None:
    with pytest.raises(CannotDo, match="nothing to note"):
        note_remark(engagement, sitting_id, "   ")


def test_a_tally_counts_those_present_when_it_was_said(engagement: Engagement, sitting_id: str) -> None:
    seats = get_sitting(engagement, sitting_id).seats
    leave_seat(engagement, seats[0].id, TEN + timedelta(minutes=5))
    early = note_remark(engagement, sitting_id, "Early", said_at=TEN + timedelta(minutes=1))
    late = note_remark(engagement, sitting_id, "Late", said_at=TEN + timedelta(minutes=9))
    tally_agreement(engagement, early, 3, 1)
    tally_agreement(engagement, late, 2, 0)

    assert [(row.agree, row.dissent, row.present) for row in list_remarks(engagement, sitting_id)] == [
        (3, 1, 4),
        (2, 0, 3),
    ]


def test_words_are_cleared_only_with_consent_and_when_verbatim(
    engagement: Engagement, sitting_id: str
) -> None:
    speaker = people(engagement, sitting_id)[0]
    remark_id = note_remark(engagement, sitting_id, "Nobody ever showed us a list.", speakers=[speaker])

    with pytest.raises(CannotDo, match="TCH-01 did not agree to be quoted"):
        clear_quote(engagement, remark_id, Clearance.CLEARED)
    edit_participant(engagement, speaker, may_be_quoted=True)
    with pytest.raises(CannotDo, match="word for word"):
        clear_quote(engagement, remark_id, Clearance.CLEARED)
    edit_remark(engagement, remark_id, fidelity=Fidelity.VERBATIM)
    clear_quote(engagement, remark_id, Clearance.CLEARED)

    assert list_remarks(engagement, sitting_id)[0].clearance is Clearance.CLEARED


def test_an_unknown_speaker_can_be_mended_later(engagement: Engagement, sitting_id: str) -> None:
    remark_id = note_remark(engagement, sitting_id, "Who said that?")
    attribute_remark(engagement, remark_id, [people(engagement, sitting_id)[2]])

    assert list_remarks(engagement, sitting_id)[0].speakers == ("TCH-03",)


def test_a_removed_remark_comes_back_with_its_speakers_and_codes(
    engagement: Engagement, sitting_id: str
) -> None:
    speaker = people(engagement, sitting_id)[0]
    remark_id = note_remark(engagement, sitting_id, "Line", speakers=[speaker])
    code_remark(engagement, remark_id, ["P-COM"])
    before = list_remarks(engagement, sitting_id)
    remove_remark(engagement, remark_id)
    engagement.undo()

    assert list_remarks(engagement, sitting_id) == before


def test_a_tally_by_seat_keeps_who_agreed_and_who_dissented(engagement: Engagement, sitting_id: str) -> None:
    first, second, third, _ = people(engagement, sitting_id)
    remark_id = note_remark(engagement, sitting_id, "Nobody knows.", speakers=[first])
    tally_agreement(engagement, remark_id, 2, 1, agreeing=[first, second], dissenting=[third])
    row = list_remarks(engagement, sitting_id)[0]

    assert (row.agreeing, row.dissenting, row.silent) == (("TCH-01", "TCH-02"), ("TCH-03",), 1)
    tally_agreement(engagement, remark_id, 4, 0)
    assert list_remarks(engagement, sitting_id)[0].agreeing == ()


def test_more_voices_than_people_are_refused(engagement: Engagement, sitting_id: str) -> None:
    remark_id = note_remark(engagement, sitting_id, "Nobody knows.")

    with pytest.raises(CannotDo, match="only 4 were present"):
        tally_agreement(engagement, remark_id, 4, 1)
    assert list_remarks(engagement, sitting_id)[0].agree is None


def test_hands_counted_against_another_number_keep_it(engagement: Engagement, sitting_id: str) -> None:
    remark_id = note_remark(engagement, sitting_id, "Nobody knows.")
    tally_agreement(engagement, remark_id, 5, 0, present=9)

    assert list_remarks(engagement, sitting_id)[0].silent == 4


@pytest.mark.parametrize("changed", [{"text": "Other words."}, {"fidelity": Fidelity.NEAR}])
def test_words_that_change_must_be_cleared_anew(
    engagement: Engagement, sitting_id: str, changed: dict[str, object]
) -> None:
    remark_id = note_remark(engagement, sitting_id, "No list.", fidelity=Fidelity.VERBATIM)
    clear_quote(engagement, remark_id, Clearance.CLEARED)
    edit_remark(engagement, remark_id, **changed)

    assert list_remarks(engagement, sitting_id)[0].clearance is Clearance.NOT_REVIEWED


def test_another_speaker_must_consent_anew(engagement: Engagement, sitting_id: str) -> None:
    speaker = people(engagement, sitting_id)[0]
    remark_id = note_remark(engagement, sitting_id, "No list.", fidelity=Fidelity.VERBATIM)
    clear_quote(engagement, remark_id, Clearance.CLEARED)
    attribute_remark(engagement, remark_id, [speaker])
    row = list_remarks(engagement, sitting_id)[0]

    assert row.clearance is Clearance.NOT_REVIEWED
    assert row.why_not_quoted == ("TCH-01 did not agree to be quoted. Paraphrase it in the finding instead.")


def test_a_quotation_left_open_is_to_be_finished(engagement: Engagement, sitting_id: str) -> None:
    note_remark(engagement, sitting_id, "With the radio you always…", is_quote=True, fidelity=Fidelity.NEAR)

    assert list_remarks(engagement, sitting_id)[0].is_unfinished


def test_the_line_being_typed_is_kept_with_the_moment_of_its_first_key(
    engagement: Engagement, sitting_id: str
) -> None:
    keep_line(engagement, sitting_id, "4 I send the student", TEN)
    kept = get_line(engagement, sitting_id)
    assert (kept.text, kept.begun_at) == ("4 I send the student", TEN)

    note_remark(engagement, sitting_id, "I send the student", draft=line_key(sitting_id))
    assert get_line(engagement, sitting_id).text == ""


def test_a_remark_knows_its_sitting(engagement: Engagement, sitting_id: str) -> None:
    remark_id = note_remark(engagement, sitting_id, "Line")

    assert sitting_of(engagement, remark_id) == sitting_id
    assert sitting_of(engagement, "nothing") == ""


def test_the_flag_of_a_kept_line_is_kept_with_it(engagement: Engagement, sitting_id: str) -> None:
    keep_line(engagement, sitting_id, "4 I send the student", TEN, is_flagged=True)
    assert get_line(engagement, sitting_id) == KeptLine("4 I send the student", TEN, is_flagged=True)

    keep_line(engagement, sitting_id, "! a line", None)
    assert get_line(engagement, sitting_id) == KeptLine("! a line", None)


def test_the_newest_remarks_and_named_ones_can_be_read_alone(engagement: Engagement, sitting_id: str) -> None:
    noted = [note_remark(engagement, sitting_id, f"line {number}") for number in range(5)]
    remove_remark(engagement, noted[3])

    assert [row.text for row in list_remarks(engagement, sitting_id, 2)] == ["line 2", "line 4"]
    assert len(list_remarks(engagement, sitting_id, 9)) == 4
    assert [row.id for row in get_remarks(engagement, [noted[4], noted[3], noted[0]])] == [noted[0], noted[4]]
