"""The forms ask what the table of domain.md 2.3 says, in the words each group can answer."""

from collections import Counter
from pathlib import Path

import pytest

from assessor.instruments.errors import BrokenInstrument
from assessor.instruments.forms import Style
from assessor.instruments.item_banks import ClosingKind, ItemKind, find_protected_areas, get_item_bank
from assessor.instruments.library import get_text
from assessor.instruments.surveys import (
    Survey,
    get_survey,
    list_survey_keys,
    parse_survey,
)
from assessor.places import shipped
from assessor.terms import Group

FORMS = {
    "sro": "COM4 ROL3 TRU4 GOA3 CON4 INF3 RES2 FAI1 TRN4",
    "administrators": "COM5 ROL3 TRU4 GOA3 CON4 INF3 RES3 SAF2 FAI3 TRN4",
    "teachers_and_staff": "COM2 ROL3 TRU2 GOA1 INF3 RES2 SAF4 FAI4 TRN2",
    "students": "ROL2 TRU2 SAF3 FAI4",
    "parents_and_guardians": "COM1 ROL2 TRU2 GOA1 INF2 SAF3 FAI5",
}
TOTALS = {
    "sro": 28,
    "administrators": 34,
    "teachers_and_staff": 23,
    "students": 11,
    "parents_and_guardians": 16,
}
ADULT_FORMS = [key for key in FORMS if key != "students"]


@pytest.mark.parametrize("key", FORMS)
def test_item_counts_per_construct_are_those_of_the_table(key: str) -> None:
    expected = {cell[:3]: int(cell[3:]) for cell in FORMS[key].split()}
    items = get_survey(key).items
    if key in ("sro", "administrators"):
        assert sum(item.kind is ItemKind.YES_NO for item in items) == 1
    assert Counter(item.construct for item in items) == expected
    assert len(items) == len({item.code for item in items}) == sum(expected.values())


def test_scored_item_totals_are_those_of_the_table() -> None:
    # The table's totals count the yes/no item of TRN on the SRO and administrator forms.
    assert {key: len(get_survey(key).items) for key in FORMS} == TOTALS


def test_the_bank_has_46_items_six_reversed_and_one_yes_no() -> None:
    items = get_item_bank().items
    assert len(items) == 46
    assert [item.code for item in items if item.reverse] == ["COM4", "ROL3", "TRU4", "GOA3", "CON3", "SAF3"]
    assert [item.code for item in items if item.kind is ItemKind.YES_NO] == ["TRN2"]


def test_28_items_are_mirrored_between_sro_and_administrators() -> None:
    mirrored = [item for item in get_item_bank().items if {Group.SRO, Group.ADM} <= set(item.statement)]
    assert len(mirrored) == 28


@pytest.mark.parametrize("key", FORMS)
def test_a_form_asks_every_item_worded_for_its_group(key: str) -> None:
    survey, bank = get_survey(key), get_item_bank()
    assert {item.code for item in survey.items} == {
        item.code for item in bank.items if survey.group in item.statement
    }


def test_constructs_are_asked_of_the_groups_the_bank_names() -> None:
    for construct in get_item_bank().constructs:
        asked = {get_survey(key).group for key in FORMS if get_survey(key).list_items(construct.code)}
        assert asked == set(construct.asked_of), construct.code


def test_the_partner_is_named_on_each_side() -> None:
    assert get_survey("sro").get_item("COM2").wording == (
        "The school’s administrators tell me what I need to know in time for me to act on it."
    )
    assert get_survey("administrators").get_item("COM2").wording == (
        "Our SRO tells me what I need to know in time for me to act on it."
    )
    assert get_survey("parents_and_guardians").get_item("SAF1").wording == "My child is safe at this school."
    assert (
        get_survey("teachers_and_staff").get_item("RES1").wording.startswith("When I need the SRO urgently")
    )


def test_no_wording_holds_a_blank() -> None:
    assert not [item for key in list_survey_keys() for item in get_survey(key).items if "{" in item.wording]


@pytest.mark.parametrize("key", ADULT_FORMS)
def test_adults_answer_on_the_five_point_agree_scale(key: str) -> None:
    scale = get_survey(key).scale
    assert [option.value for option in scale.options] == [1, 2, 3, 4, 5]
    assert scale.dont_know == "Don’t know / no contact"
    assert {item.scale.code for item in get_survey(key).items} <= {"agree", "yes_no"}


def test_students_are_asked_questions_with_labels_of_their_own() -> None:
    survey = get_survey("students")
    assert survey.style is Style.QUESTION
    for item in survey.items:
        assert item.wording.endswith("?")
        assert not item.reverse
        assert [option.value for option in item.scale.options] == [1, 2, 3, 4, 5]
        assert item.scale.code != "agree"


def test_students_may_get_statements_instead() -> None:
    statements, questions = get_survey("students_statements"), get_survey("students")
    assert [item.code for item in statements.items] == [item.code for item in questions.items]
    assert statements.get_item("SAF1").wording == "I feel safe at this school."
    assert statements.get_item("SAF1").scale.code == "agree"


def test_grades_3_and_4_get_six_items_with_faces() -> None:
    survey = get_survey("students_grades_3_4")
    assert {item.code for item in survey.items} == {"SAF1", "SAF2", "TRU5", "FAI1", "ROL5", "FAI5"}
    assert [option.value for option in survey.scale.options] == [1, 3, 5]


CLOSING = {
    "sro": ["STG", "CTC", "OPN1", "OPN2", "OPN3"],
    "administrators": ["STG", "CTC", "OPN1", "OPN2", "OPN3"],
    "teachers_and_staff": ["CTC", "OPN1", "OPN2", "OPN3"],
    "students": ["CTC", "KNW"],
    "parents_and_guardians": ["CTC", "KNW", "OPN1", "OPN2", "OPN3"],
}


@pytest.mark.parametrize("key", FORMS)
def test_the_closing_block_fits_the_group(key: str) -> None:
    assert [question.code for question in get_survey(key).closing] == CLOSING[key]


def test_the_stage_runs_from_none_to_one_team() -> None:
    stage = get_survey("sro").closing[0]
    assert stage.kind is ClosingKind.STAGE
    assert [option.value for option in stage.options] == [0, 1, 2, 3, 4, 5]
    assert (stage.options[0].label, stage.options[5].label) == ("None", "One team")
    assert all(option.description for option in stage.options)


@pytest.mark.parametrize("key", FORMS)
def test_the_opening_says_purpose_choice_readers_small_groups_and_contact(key: str) -> None:
    survey = get_survey(key)
    opening = " ".join(survey.opening)
    assert "{smallest_group}" in opening
    assert "{contact}" in opening
    assert "voluntary" in opening or "You choose" in opening
    assert survey.anonymous is (survey.group not in (Group.SRO, Group.ADM))


def test_a_survey_can_be_read_from_the_copies_an_engagement_kept() -> None:
    survey = get_survey("administrators")
    form, bank = (
        get_text("surveys", "administrators", 1),
        get_text("item_banks", survey.bank, survey.bank_version),
    )
    assert parse_survey(form.text, bank.text, key="administrators", version=1) == survey


def test_student_wording_touches_no_protected_area() -> None:
    guard = get_item_bank().student_guard
    assert len(guard) == 8
    for key in ("students", "students_statements", "students_grades_3_4"):
        survey = get_survey(key)
        wordings = [item.wording for item in survey.items] + [question.wording for question in survey.closing]
        assert not [wording for wording in wordings if find_protected_areas(wording, guard)]


@pytest.mark.parametrize(
    "word", ["arrested", "drugs", "depressed", "gang", "immigration", "religion", "free lunch"]
)
def test_a_custom_student_item_is_warned_about(word: str) -> None:
    assert find_protected_areas(f"Have you ever been or had {word.upper()}?", get_item_bank().student_guard)


def write_form(root: Path, before: str, after: str) -> None:
    for kind, key in (("item_banks", "collaboration"), ("surveys", "sro")):
        text = shipped("resources", "instruments", kind, f"{key}.v1.toml").read_text(encoding="utf-8")
        (root / kind).mkdir()
        (root / kind / f"{key}.v1.toml").write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('"COM1", "COM2", "COM3"', '"COM1", "COM9", "COM3"', r"collaboration\.v1\.toml has no COM9"),
        ('items = ["FAI4"]', 'items = ["FAI1"]', "FAI1 has no statement wording for SRO"),
        ('closing = ["STG"', 'closing = ["KNW"', "KNW has no wording for SRO"),
        ('scale = "agree"', 'scale = "likes"', "has no likes"),
    ],
)
def test_a_form_that_names_what_the_bank_lacks_is_refused(
    tmp_path: Path, before: str, after: str, complaint: str
) -> None:
    write_form(tmp_path, before, after)
    with pytest.raises(BrokenInstrument, match=complaint) as refused:
        get_survey("sro", root=tmp_path)
    assert str(refused.value).startswith("surveys/sro.v1.toml")


def test_an_unknown_item_is_a_key_error() -> None:
    survey: Survey = get_survey("sro")
    with pytest.raises(KeyError):
        survey.get_item("SAF1")
