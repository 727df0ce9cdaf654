"""Questions of one's own survey forms."""

import pytest

from assessor.operations.survey_forms.form_checks import Flaw
from assessor.operations.survey_forms.form_details import FormItemRow, get_form_details, list_bank
from assessor.operations.survey_forms.forms import get_form
from assessor.operations.survey_forms.own_items import (
    add_bank_items,
    add_item,
    edit_item,
    remove_item,
    use_scale,
)
from assessor.operations.survey_forms.own_survey_copies import copy_form
from assessor.operations.survey_forms.own_surveys import begin_form
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


def only_item(engagement: Engagement, key: str) -> FormItemRow:
    """The one question of a form."""
    (item,) = get_form_details(engagement, key).items
    return item


@pytest.mark.parametrize(
    ("kind", "choices", "low"),
    [("scale", 5, 1), ("rating", 11, 0), ("yes_no", 2, 0), ("stage", 6, 0), ("choice", 0, 1), ("text", 0, 1)],
)
def test_a_new_question_has_the_usual_answers_of_its_kind(
    engagement: Engagement, kind: str, choices: int, low: int
) -> None:
    key = begin_form(engagement, "Form", Group.TCH)
    add_item(engagement, key, kind, text="How so?")
    item = only_item(engagement, key)

    assert (item.code, item.kind, len(item.choices), item.low) == ("OWN1", kind, choices, low)


def test_codes_are_not_used_twice_in_an_engagement(engagement: Engagement) -> None:
    first, second = (begin_form(engagement, "Form", group) for group in (Group.TCH, Group.PAR))
    add_item(engagement, first)
    add_item(engagement, second)

    assert only_item(engagement, second).code == "OWN2"


def test_a_question_of_the_bank_stands_under_its_heading_in_the_groups_words(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.ADM)
    add_bank_items(engagement, key, ["COM2", "STG", "COM1", "TRU1"])
    add_bank_items(engagement, key, ["COM3", "COM1", "nothing"])
    items = get_form_details(engagement, key).items

    assert [item.code for item in items] == ["COM1", "COM2", "COM3", "TRU1", "STG"]
    assert items[1].text.startswith("Our SRO tells me")
    assert [item.is_closing for item in items] == [False, False, False, False, True]
    assert [row.code for row in list_bank(engagement, key) if row.is_there] == [i.code for i in items]


def test_a_new_question_comes_after_the_chosen_one_and_before_the_closing_block(
    engagement: Engagement,
) -> None:
    key = copy_form(engagement, "sro").id
    first = get_form_details(engagement, key).items[0]
    add_item(engagement, key, after=first.id, text="Second")
    add_item(engagement, key, text="Last of the sections")
    items = get_form_details(engagement, key).items

    assert (items[1].text, items[1].section) == ("Second", first.section)
    assert next(item.text for item in items if item.is_closing).startswith("Which description")
    assert [item.text for item in items if not item.is_closing][-1] == "Last of the sections"


def test_wording_answers_and_construct_are_edited_in_both_languages(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.TCH)
    item = add_item(engagement, key, "choice")
    edit_item(engagement, item, text="Which?", text_es="¿Cuál?", choices=["A", "B"], choices_es=["Á", "É"])
    shown = only_item(engagement, key)

    assert (shown.text_es, shown.choices, shown.choices_es) == ("¿Cuál?", ("A", "B"), ("Á", "É"))
    assert get_form(engagement, key, language="es").questions[0].options[1].label == "É"
    with pytest.raises(KeyError):
        edit_item(engagement, item, code="X")


def test_a_new_kind_brings_its_answers(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.TCH)
    item = add_item(engagement, key, text="How so?")
    edit_item(engagement, item, kind="text")
    assert only_item(engagement, key).choices == ()

    use_scale(engagement, item, "how_often")
    shown = only_item(engagement, key)
    assert (shown.kind, shown.scale, shown.choices[0]) == ("scale", "how_often", "Almost never")
    use_scale(engagement, item, "faces")
    assert [option.value for option in get_form(engagement, key).items[0].scale.options] == [1, 3, 5]


def test_a_scale_has_five_points(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.TCH)
    item = add_item(engagement, key)

    with pytest.raises(CannotDo, match="five labels"):
        edit_item(engagement, item, choices=["Low", "High"])
    edit_item(engagement, item, kind="rating", choices=["Low", "Middle", "High"])
    assert get_form(engagement, key).questions[0].kind.value == "rating"


def test_students_get_no_reversed_question(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.STU)
    item = add_item(engagement, key)

    with pytest.raises(CannotDo, match="no reversed"):
        edit_item(engagement, item, is_reversed=True)


def test_a_question_on_a_protected_subject_is_kept_and_warned_of(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.STU)
    item = add_item(engagement, key, text="Were you ever arrested?")
    shown = only_item(engagement, key)

    assert shown.text == "Were you ever arrested?"
    assert shown.protected
    edit_item(engagement, item, text="Do adults listen to you?")
    assert not only_item(engagement, key).protected


def test_adults_may_be_asked_about_what_students_may_not(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.TCH)
    add_item(engagement, key, text="Do you know what happens when a student is arrested?")

    assert not only_item(engagement, key).protected


def test_what_is_missing_or_changed_is_said(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.ADM)
    add_bank_items(engagement, key, ["COM1"])
    item = only_item(engagement, key)
    assert item.flaws == ()

    edit_item(engagement, item.id, text="We talk enough.")
    assert only_item(engagement, key).flaws == (Flaw.REWORDED,)
    edit_item(engagement, item.id, text="", kind="choice", choices_es=["Uno"])
    assert only_item(engagement, key).flaws == (
        Flaw.NO_WORDS, Flaw.FEW_CHOICES, Flaw.UNEVEN_CHOICES, Flaw.REWORDED,
    )  # fmt: skip


def test_a_question_is_removed_and_undone(engagement: Engagement) -> None:
    key = begin_form(engagement, "Form", Group.ADM)
    item = add_item(engagement, key, text="Why?")
    remove_item(engagement, item)
    assert not get_form_details(engagement, key).items

    engagement.undo()
    assert only_item(engagement, key).text == "Why?"
