"""Survey forms written as XLSForm and taken in again."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pyxform.xls2xform import convert
from tests.operations.survey_forms.test_forms import make_form
from xlsxwriter import Workbook

from assessor.instruments.surveys import list_survey_keys
from assessor.operations.survey_forms.form_details import FormDetails, get_form_details
from assessor.operations.survey_forms.forms import get_form
from assessor.operations.survey_forms.own_items import add_item
from assessor.operations.survey_forms.own_survey_copies import copy_form
from assessor.operations.survey_forms.own_surveys import begin_form
from assessor.operations.survey_forms.xlsforms import XlsFormTaken, export_xlsform, import_xlsform
from assessor.operations.surveys.survey_forms import asked_items
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


def accepted_by_pyxform(path: Path) -> str:
    """The XForm that pyxform makes of a file, without a warning."""
    warnings: list[str] = []
    xform: str = convert(path, warnings=warnings).xform
    assert warnings == []
    return xform


def take_in(engagement: Engagement, path: Path, group: Group | None = None) -> XlsFormTaken:
    """Import a file to the end."""
    return finish(import_xlsform(engagement, path, group))


def without_ids(form: FormDetails) -> FormDetails:
    """The form as it reads, whichever row it is."""
    items = tuple(replace(item, id="") for item in form.items)
    return replace(form, key="", items=items, is_own=True, waves=(), answers=0, begun_from="")


def every_kind(engagement: Engagement) -> str:
    """A form with a question of every kind."""
    key = make_form(engagement)
    choices: Mapping[str, list[str]] = {"choices": ["A, or B", "C"], "choices_es": ["A o B", "Ce"]}
    for kind in ("choice", "multiple_choice"):
        add_item(engagement, key, kind, text="Which?", text_es="¿Cuál?", **choices)
    for kind in ("rating", "yes_no", "stage", "number", "text", "choice"):
        add_item(engagement, key, kind, text=f"A {kind}?", section="More", section_es="Más")
    return key


@pytest.mark.parametrize("key", list_survey_keys())
def test_every_shipped_form_is_accepted_by_pyxform_and_comes_back_whole(
    engagement: Engagement, tmp_path: Path, key: str
) -> None:
    path = tmp_path / "form.xlsx"
    written = export_xlsform(engagement, key, path)
    accepted_by_pyxform(path)
    taken = take_in(engagement, path)

    assert taken.left_out == ()
    assert taken.questions == written
    shipped, back = get_form_details(engagement, key), get_form_details(engagement, taken.id)
    assert without_ids(back) == without_ids(shipped)


def test_a_form_of_ones_own_is_accepted_by_pyxform_and_comes_back_whole(
    engagement: Engagement, tmp_path: Path
) -> None:
    key, path = every_kind(engagement), tmp_path / "form.xlsx"
    export_xlsform(engagement, key, path)
    xform = accepted_by_pyxform(path)
    back = get_form_details(engagement, take_in(engagement, path).id)

    assert without_ids(back) == without_ids(get_form_details(engagement, key))
    assert "El SRO nos saluda." in xform


def test_answers_that_are_formulas_stay_text(engagement: Engagement, tmp_path: Path) -> None:
    key, path = begin_form(engagement, "Form", Group.TCH), tmp_path / "form.xlsx"
    add_item(engagement, key, "text", text="=1+1")
    export_xlsform(engagement, key, path)

    back = get_form_details(engagement, take_in(engagement, path).id)
    assert [item.text for item in back.items] == ["=1+1"]


def test_a_form_without_questions_is_not_written(engagement: Engagement, tmp_path: Path) -> None:
    key = begin_form(engagement, "Form", Group.TCH)

    with pytest.raises(CannotDo, match="no question"):
        export_xlsform(engagement, key, tmp_path / "form.xlsx")
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_folder_that_is_not_there_is_said_so(engagement: Engagement, tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="cannot be written"):
        export_xlsform(engagement, "sro", tmp_path / "nowhere" / "form.xlsx")


def test_a_file_of_others_needs_to_be_told_whom_it_asks(engagement: Engagement, samples: Path) -> None:
    path = samples / "survey" / "kobo_ona" / "xlsform_multilingual_good_eats.xlsx"
    with pytest.raises(CannotDo, match="whom this form asks"):
        take_in(engagement, path)

    taken = take_in(engagement, path, Group.PAR)
    form = get_form_details(engagement, taken.id)
    kinds = {item.code: item.kind for item in form.items}
    assert (form.title, form.group) == ("xlsform_multilingual_good_eats", Group.PAR)
    assert kinds["amount"] == "number"
    assert kinds["food_type"] == "choice"
    assert [one.name for one in taken.left_out][:2] == ["submit_data", "food_photo"]


def test_a_real_form_is_taken_in_and_can_be_undone(engagement: Engagement, samples: Path) -> None:
    taken = take_in(engagement, samples / "survey" / "kobo_ona" / "xlsform_transportation.xlsx", Group.PAR)
    (item,) = get_form_details(engagement, taken.id).items
    assert (item.kind, item.section, len(item.choices)) == ("multiple_choice", "Transportation", 9)

    engagement.undo()
    with pytest.raises(CannotDo, match="removed"):
        get_form_details(engagement, taken.id)


def test_choices_keep_the_names_a_table_will_have_for_them(
    engagement: Engagement, tmp_path: Path, samples: Path
) -> None:
    taken = take_in(
        engagement, samples / "survey" / "kobo_ona" / "xlsform_multilingual_good_eats.xlsx", Group.PAR
    )
    survey = get_form(engagement, taken.id)
    asked = next(one for one in asked_items(survey) if one.known.code == "food_type")
    assert asked.kept_words["morning_food"] == "Morning Food"

    path = tmp_path / "form.xlsx"
    export_xlsform(engagement, taken.id, path)
    accepted_by_pyxform(path)
    again = get_form(engagement, take_in(engagement, path).id)
    assert (again.sections, again.closing) == (survey.sections, survey.closing)


def test_a_form_for_pictures_keeps_its_three_faces(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    export_xlsform(engagement, copy_form(engagement, "students_grades_3_4").id, path)

    back = get_form_details(engagement, take_in(engagement, path).id)
    assert back.items[0].choices == ("No", "", "Sometimes", "", "Yes")


def test_choices_of_one_name_and_words_like_references_are_written_as_tools_take_them(
    engagement: Engagement, tmp_path: Path
) -> None:
    rows = {
        "survey": [("type", "name", "label"), ("select_one when", "q1", "How often, ${child}?")],
        "choices": [("list_name", "name", "label"), ("when", "a", "Often"), ("when", "a", "Never")],
    }
    path = tmp_path / "odd.xlsx"
    with Workbook(path) as book:
        for name, lines in rows.items():
            sheet = book.add_worksheet(name)
            for place, line in enumerate(lines):
                sheet.write_row(place, 0, line)
    taken = take_in(engagement, path, Group.PAR)
    export_xlsform(engagement, taken.id, path)
    assert "$ {child}" in accepted_by_pyxform(path)
    assert get_form_details(engagement, taken.id).items[0].choices == ("Often", "Never")
