"""Survey forms of one's own: begun, edited, frozen once they have answers, removed."""

from pathlib import Path

import pytest
from tests.operations.own_forms import answer_with
from tests.operations.survey_specimens import write_items
from tests.operations.survey_waves import bring_in

from assessor.operations.survey_forms.form_details import get_form_details
from assessor.operations.survey_forms.forms import list_forms
from assessor.operations.survey_forms.own_items import add_bank_items, add_item, edit_item, remove_item
from assessor.operations.survey_forms.own_survey_copies import copy_form, make_new_version
from assessor.operations.survey_forms.own_surveys import begin_form, edit_form, remove_form
from assessor.operations.surveys.survey_waves import add_wave, ask_group, list_questions, list_waves
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


def test_a_form_begun_from_nothing_has_its_groups_texts_and_no_question(engagement: Engagement) -> None:
    key = begin_form(engagement, "Bus drivers", Group.TCH)
    form = get_form_details(engagement, key)

    assert (form.title, form.group, form.items, form.is_own) == ("Bus drivers", Group.TCH, (), True)
    assert "voluntary" in form.opening
    assert form.instruction


def test_a_form_can_be_begun_for_a_group_the_library_has_no_form_for(engagement: Engagement) -> None:
    form = get_form_details(engagement, begin_form(engagement, "Partners", Group.PRT))

    assert (form.group, form.opening) == (Group.PRT, "")


def test_texts_are_edited_in_both_languages(engagement: Engagement) -> None:
    key = begin_form(engagement, "Bus drivers", Group.TCH)
    edit_form(engagement, key, title_es="Choferes", thanks="Thank you, drivers.", minutes=4)
    form = get_form_details(engagement, key)

    assert (form.title_es, form.thanks, form.minutes) == ("Choferes", "Thank you, drivers.", 4)
    with pytest.raises(CannotDo, match="title"):
        edit_form(engagement, key, title=" ")


def test_a_form_changes_its_group_only_while_it_asks_nothing_of_the_bank(engagement: Engagement) -> None:
    key = begin_form(engagement, "Bus drivers", Group.TCH)
    item = add_item(engagement, key, is_reversed=True)
    edit_form(engagement, key, group=Group.PAR)
    with pytest.raises(CannotDo, match="no reversed"):
        edit_form(engagement, key, group=Group.STU)
    edit_item(engagement, item, is_reversed=False)
    edit_form(engagement, key, group=Group.STU)
    add_bank_items(engagement, key, ["SAF1"])

    with pytest.raises(CannotDo, match="worded for students"):
        edit_form(engagement, key, group=Group.PAR)


def test_a_form_with_answers_is_frozen(engagement: Engagement) -> None:
    key = copy_form(engagement, "teachers_and_staff").id
    item = get_form_details(engagement, key).items[0].id
    answer_with(engagement, key, Group.TCH)

    assert get_form_details(engagement, key).is_frozen
    assert next(row for row in list_forms(engagement) if row.key == key).is_frozen
    for doing in (
        lambda: edit_form(engagement, key, title="Other"),
        lambda: edit_item(engagement, item, text="Other"),
        lambda: add_item(engagement, key),
        lambda: remove_item(engagement, item),
    ):
        with pytest.raises(CannotDo, match="Make a new version"):
            doing()


def test_answers_brought_in_freeze_the_form_they_came_with(engagement: Engagement, tmp_path: Path) -> None:
    key = begin_form(engagement, "Bus drivers", Group.TCH)
    texts = ("The SRO greets our drivers.", "I know whom to call from the bus.")
    for text in texts:
        add_item(engagement, key, text=text)
    answers = {text: ["Agree", "Disagree", "Strongly agree"] for text in texts}
    wave = bring_in(engagement, write_items(tmp_path / "drivers.csv", answers)).wave_id

    (asked,) = list_waves(engagement)[0].groups
    assert (asked.form_key, asked.form_version, asked.answers) == (key, 1, 3)
    assert [question.code for question in list_questions(engagement, wave)] == ["OWN1", "OWN2"]
    assert get_form_details(engagement, key).is_frozen


def test_a_form_named_by_a_wave_without_answers_may_still_change(engagement: Engagement) -> None:
    key = copy_form(engagement, "teachers_and_staff").id
    ask_group(engagement, add_wave(engagement, "Wave"), Group.TCH, form_key=key, form_version=1)
    edit_form(engagement, key, title="Other")

    assert get_form_details(engagement, key).waves == ("Wave",)
    with pytest.raises(CannotDo, match="“Wave” asks with this form"):
        remove_form(engagement, key)


def test_a_new_version_has_the_same_codes_and_can_change(engagement: Engagement) -> None:
    key = copy_form(engagement, "teachers_and_staff").id
    answer_with(engagement, key, Group.TCH)
    newer = make_new_version(engagement, key)
    edit_form(engagement, newer, title="Second round")
    old, new = get_form_details(engagement, key), get_form_details(engagement, newer)

    assert (old.version, new.version, old.later_id) == (1, 2, newer)
    assert [item.code for item in new.items] == [item.code for item in old.items]
    assert old.title != "Second round"
    asked = list_waves(engagement)[0].groups[0]
    assert (asked.form_key, asked.form_version) == (key, 1)
    assert {row.key: row.is_newest for row in list_forms(engagement) if row.is_own} == {
        key: False,
        newer: True,
    }


def test_a_version_has_one_next(engagement: Engagement) -> None:
    key = copy_form(engagement, "sro").id
    make_new_version(engagement, key)

    with pytest.raises(CannotDo, match="Version 2"):
        make_new_version(engagement, key)


def test_a_form_no_wave_uses_can_be_removed_and_brought_back(engagement: Engagement) -> None:
    key = copy_form(engagement, "sro").id
    remove_form(engagement, key)
    assert not [row for row in list_forms(engagement) if row.is_own]

    engagement.undo()
    assert len(get_form_details(engagement, key).items) == 33
