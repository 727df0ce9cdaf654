"""Survey forms made from others."""

import pytest

from assessor.instruments.surveys import get_survey, list_survey_keys
from assessor.operations.survey_forms.form_details import get_form_details
from assessor.operations.survey_forms.forms import get_form
from assessor.operations.survey_forms.own_items import add_item, edit_item
from assessor.operations.survey_forms.own_survey_copies import copy_form
from assessor.operations.survey_forms.own_surveys import edit_form
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@pytest.mark.parametrize("key", list_survey_keys())
def test_a_copy_asks_exactly_what_the_shipped_form_asks(engagement: Engagement, key: str) -> None:
    shipped, copied = get_survey(key), get_form(engagement, copy_form(engagement, key).id)

    assert copied.items == shipped.items
    assert copied.closing == shipped.closing
    assert [section.title for section in copied.sections] == [section.title for section in shipped.sections]
    assert set(copied.constructs) == set(shipped.constructs)
    for name in ("title", "group", "style", "anonymous", "minutes", "instruction", "opening", "thanks"):
        assert getattr(copied, name) == getattr(shipped, name), name
    assert copied.advice == shipped.advice


def test_a_copy_of_ones_own_form_says_so(engagement: Engagement) -> None:
    first = copy_form(engagement, "sro").id
    item = add_item(engagement, first, text="Own question")
    second = copy_form(engagement, first).id

    assert get_form_details(engagement, second).title.endswith("(copy)")
    assert "Own question" in [item.text for item in get_form_details(engagement, second).items]
    edit_item(engagement, item, text="Changed")
    assert "Own question" in [item.text for item in get_form_details(engagement, second).items]


def test_for_another_group_the_bank_words_its_questions_anew(engagement: Engagement) -> None:
    made = copy_form(engagement, "sro", group=Group.ADM)
    survey = get_form(engagement, made.id)

    assert survey.group is Group.ADM
    assert survey.get_item("COM1").wording == get_survey("administrators").get_item("COM1").wording
    assert survey.opening == get_survey("administrators").opening
    assert made.left_out == ()


def test_for_another_group_only_a_title_of_ones_own_stays(engagement: Engagement) -> None:
    own = copy_form(engagement, "sro").id
    taken = copy_form(engagement, own, group=Group.ADM).id
    assert get_form_details(engagement, taken).title == get_survey("administrators").title

    edit_form(engagement, own, title="Working together, fall")
    taken = copy_form(engagement, own, group=Group.ADM).id
    assert get_form_details(engagement, taken).title == "Working together, fall"


def test_questions_without_a_wording_for_the_group_are_left_out_and_named(engagement: Engagement) -> None:
    made = copy_form(engagement, "administrators", group=Group.STU)
    codes = [item.code for item in get_form(engagement, made.id).items]

    assert "SAF4" in codes
    assert {"COM1", "SAF3", "STG"} <= set(made.left_out)


def test_ones_own_questions_come_along_but_no_reversed_one_to_students(engagement: Engagement) -> None:
    own = copy_form(engagement, "teachers_and_staff").id
    kept = add_item(engagement, own, text="The SRO greets us.")
    dropped = add_item(engagement, own, text="The SRO is rude.", is_reversed=True)
    codes = {item.id: item.code for item in get_form_details(engagement, own).items}
    made = copy_form(engagement, own, group=Group.STU)

    assert codes[kept] in [item.code for item in get_form(engagement, made.id).items]
    assert codes[dropped] in made.left_out


def test_a_form_that_is_gone_cannot_be_copied(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="was removed"):
        copy_form(engagement, "gone")
