"""Guides: shipped and one's own looked up from one place; one's own begun, copied, changed, removed."""

import pytest

from assessor.instruments.guides import get_guide
from assessor.operations.guides import get_guide_details, get_guide_of, list_guides
from assessor.operations.own_guides import begin_guide, copy_guide, edit_guide, make_guide_own, remove_guide
from assessor.operations.own_questions import add_question, edit_question, move_question, remove_question
from assessor.operations.remarks import note_remark
from assessor.operations.sittings import add_sitting, ask_question, choose_guide, get_sitting
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH)
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    return sitting_id


def codes(engagement: Engagement, guide_id: str) -> list[str]:
    return [question.code for question in get_guide_details(engagement, guide_id).questions]


def test_own_guides_are_listed_before_the_shipped_ones(engagement: Engagement) -> None:
    begin_guide(engagement, "Coaches", SittingKind.FOCUS_GROUP, Group.TCH)
    rows = list_guides(engagement)

    assert (rows[0].title, rows[0].is_own, rows[0].questions) == ("Coaches", True, 0)
    assert {row.key for row in rows[1:]} >= {"sro", "students", "observation"}
    assert not any(row.is_own for row in rows[1:])


def test_guides_of_one_kind_can_be_asked_for(engagement: Engagement) -> None:
    rows = list_guides(engagement, SittingKind.OBSERVATION)

    assert [row.key for row in rows] == ["observation"]


def test_a_shipped_guide_is_found_in_the_version_named(engagement: Engagement) -> None:
    assert get_guide_of(engagement, "sro", 1) == get_guide("sro", 1)
    assert get_guide_of(engagement, "sro") == get_guide("sro")
    assert get_guide_of(engagement, "") is None


def test_a_guide_made_ones_own_reads_as_the_one_it_was_begun_from(
    engagement: Engagement, sitting_id: str
) -> None:
    own = make_guide_own(engagement, sitting_id)
    sitting, shipped = get_sitting(engagement, sitting_id), get_guide("teachers_and_staff")
    guide = get_guide_of(engagement, sitting.guide_key, sitting.guide_version)

    assert (sitting.guide_key, sitting.guide_version) == (own, 0)
    assert guide is not None
    assert guide.questions == shipped.questions
    assert (guide.consent, guide.minutes) == (shipped.consent, shipped.minutes)

    engagement.undo()
    assert get_sitting(engagement, sitting_id).guide_key == "teachers_and_staff"
    assert not any(row.is_own for row in list_guides(engagement))


def test_a_guide_is_made_ones_own_once(engagement: Engagement, sitting_id: str) -> None:
    make_guide_own(engagement, sitting_id)
    with pytest.raises(CannotDo, match="of its own already"):
        make_guide_own(engagement, sitting_id)


def test_a_sitting_without_a_guide_begins_an_empty_one_of_its_own(engagement: Engagement) -> None:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Coaches", group=Group.TCH, minutes=45)
    details = get_guide_details(engagement, make_guide_own(engagement, sitting_id))

    assert (details.title, details.kind, details.group, details.minutes) == (
        "Coaches",
        SittingKind.FOCUS_GROUP,
        Group.TCH,
        45,
    )
    assert details.questions == ()


def test_a_shipped_guide_shows_its_questions_and_cannot_be_edited(
    engagement: Engagement, sitting_id: str
) -> None:
    note_remark(engagement, sitting_id, "At the gate.", question="T1")
    details, guide = get_guide_details(engagement, "teachers_and_staff"), get_guide("teachers_and_staff")

    assert not details.is_own
    assert (details.sittings, details.minutes_planned) == (1, guide.minutes)
    assert [(row.code, row.remarks) for row in details.questions[:2]] == [("T1", 1), ("T2", 0)]


def test_a_guide_begun_from_nothing_reads_the_consent_of_its_group(engagement: Engagement) -> None:
    students = get_guide_of(engagement, begin_guide(engagement, "U", SittingKind.FOCUS_GROUP, Group.STU))
    nobody = get_guide_of(engagement, begin_guide(engagement, "N", SittingKind.FOCUS_GROUP))

    assert students is not None
    assert nobody is not None
    assert any("someone is hurting you" in paragraph for paragraph in students.consent)
    assert nobody.consent
    assert not any("someone is hurting you" in paragraph for paragraph in nobody.consent)
    assert students.questions == ()


def test_questions_are_added_worded_and_ordered_and_keep_their_codes(engagement: Engagement) -> None:
    guide_id = begin_guide(engagement, "Coaches", SittingKind.FOCUS_GROUP, Group.TCH)
    first = add_question(engagement, guide_id, "What do you coach?")
    second = add_question(engagement, guide_id, "Whom do you call?", minutes=8)
    edit_question(engagement, first, title="Coaching", probes="Since when?\n\nWhere?", minutes=6)
    move_question(engagement, second, -1)

    assert codes(engagement, guide_id) == ["Q2", "Q1"]
    guide = get_guide_of(engagement, guide_id)
    assert guide is not None
    assert [question.title for question in guide.questions] == ["Whom do you call?", "Coaching"]
    assert guide.get_question("Q1").probes == ("Since when?", "Where?")
    details = get_guide_details(engagement, guide_id)
    assert details.minutes_planned == details.framing + 14 == guide.minutes
    with pytest.raises(KeyError):
        edit_question(engagement, first, code="Q9")


def test_a_question_on_which_something_was_noted_is_not_removed(
    engagement: Engagement, sitting_id: str
) -> None:
    own = make_guide_own(engagement, sitting_id)
    note_remark(engagement, sitting_id, "At the gate.", question="T1")
    questions = get_guide_details(engagement, own).questions
    assert [question.remarks for question in questions[:2]] == [1, 0]

    with pytest.raises(CannotDo, match="1 line was noted on T1"):
        remove_question(engagement, questions[0].id)
    remove_question(engagement, questions[1].id)
    assert codes(engagement, own)[:2] == ["T1", "T3"]


def test_a_code_that_was_asked_is_never_given_again(engagement: Engagement, sitting_id: str) -> None:
    own = make_guide_own(engagement, sitting_id)
    new = add_question(engagement, own, "Anything else?")
    assert codes(engagement, own)[-1] == "T10"

    ask_question(engagement, sitting_id, "T10")
    remove_question(engagement, new)
    add_question(engagement, own, "What else?")
    assert codes(engagement, own)[-1] == "T11"


def test_a_guide_that_a_sitting_follows_is_not_removed(engagement: Engagement, sitting_id: str) -> None:
    own = make_guide_own(engagement, sitting_id)
    assert get_guide_details(engagement, own).sittings == 1
    with pytest.raises(CannotDo, match="Teachers, Ridge Middle"):
        remove_guide(engagement, own)

    choose_guide(engagement, sitting_id, "teachers_and_staff")
    remove_guide(engagement, own)
    assert get_guide_of(engagement, own) is None
    with pytest.raises(CannotDo, match="Undo brings it back"):
        get_guide_details(engagement, own)


def test_a_guide_needs_a_title(engagement: Engagement) -> None:
    own = copy_guide(engagement, "sro")
    edit_guide(engagement, own, title="SROs, second round", minutes=45)
    details = get_guide_details(engagement, own)

    assert (details.title, details.minutes, details.begun_from) == (
        "SROs, second round",
        45,
        get_guide("sro").title,
    )
    with pytest.raises(CannotDo, match="needs a title"):
        edit_guide(engagement, own, title=" ")


def test_a_sitting_follows_ones_own_guide_as_it_stands_now(engagement: Engagement, sitting_id: str) -> None:
    own = begin_guide(engagement, "Coaches", SittingKind.FOCUS_GROUP, Group.TCH)
    choose_guide(engagement, sitting_id, own)
    add_question(engagement, own, "What do you coach?")
    sitting = get_sitting(engagement, sitting_id)
    guide = get_guide_of(engagement, sitting.guide_key, sitting.guide_version)

    assert sitting.guide_version == 0
    assert guide is not None
    assert [question.code for question in guide.questions] == ["Q1"]
