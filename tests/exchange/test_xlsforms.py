"""Reading XLSForms: headings in their spellings, types of every age, and what is left out by name."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from assessor.exchange.sheets import SheetRows
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.xlsforms import WhyLeftOut, XlsForm, read_xlsform, read_xlsform_file
from assessor.progress import finish


def form_of(
    survey: Sequence[Sequence[str]],
    choices: Sequence[Sequence[str]] = (),
    settings: Sequence[Sequence[str]] = (),
) -> XlsForm:
    """The form in these sheets."""
    sheets = {"survey": survey, "choices": choices, "settings": settings}
    rows = [SheetRows(name, tuple(map(tuple, sheet))) for name, sheet in sheets.items() if sheet]
    return read_xlsform(rows, "form.xlsx")


def test_labels_are_read_in_every_spelling_of_their_language() -> None:
    heads = ["type", "name", "label", "label::Español (es)", "label:English", "label::French"]
    form = form_of([heads, ["text", "why", "Why?", "¿Por qué?", "Why indeed?", "Pourquoi ?"]])

    labels = form.questions[0].labels
    assert labels == {"": "Why?", "es": "¿Por qué?", "en": "Why indeed?", "french": "Pourquoi ?"}


def test_a_label_without_a_language_is_in_the_forms_own() -> None:
    settings = [["default_language"], ["Spanish (es)"]]
    form = form_of([["type", "name", "label"], ["text", "why", "¿Por qué?"]], settings=settings)

    assert form.questions[0].labels == {"es": "¿Por qué?"}
    assert form.label(form.questions[0].labels, "en") == "¿Por qué?"


@pytest.mark.parametrize("heading", ["list_name", "list name", "List Name"])
@pytest.mark.parametrize(
    "type_", ["select_one yn", "select one yn", "select one from yn", "select1 yn", "select_one yn or_other"]
)
def test_choices_belong_to_their_question(heading: str, type_: str) -> None:
    form = form_of(
        [["type", "name", "label"], [type_, "met", "Met?"]],
        [[heading, "name", "label"], ["yn", "1", "Yes"], ["", "", ""], ["yn", "0", "No"]],
    )

    question = form.questions[0]
    assert [choice.name for choice in question.choices] == ["1", "0"]
    assert question.has_other == type_.endswith("other")
    assert not question.is_multiple


@pytest.mark.parametrize(
    "type_", ["select_multiple yn", "select all that apply from yn", "select multiple yn"]
)
def test_several_choices_are_told_from_one(type_: str) -> None:
    choices = [["list_name", "name", "label"], ["yn", "1", "Yes"]]
    assert form_of([["type", "name"], [type_, "met"]], choices).questions[0].is_multiple


def test_groups_give_a_heading_and_a_path() -> None:
    form = form_of(
        [
            ["type", "name", "label"],
            ["begin_group", "outer", "Outer"],
            ["begin group", "inner", ""],
            ["text", "why", "Why?"],
            ["end group", "", ""],
            ["end_group", "", ""],
            ["text", "last", "Last?"],
        ]
    )

    assert [(one.path, one.heading) for one in form.questions] == [
        ("outer/inner/why", {"": "Outer"}),
        ("last", {}),
    ]
    assert form.find("outer/inner/why") is form.find("why") is form.questions[0]
    assert form.find("other") is None


def test_what_is_no_question_is_left_out_by_name() -> None:
    form = form_of(
        [
            ["type", "name", "label"],
            ["start", "start", ""],
            ["note", "hello", "Hello"],
            ["geopoint", "where", "Where?"],
            ["select_one nowhere", "which", "Which?"],
            ["begin_repeat", "children", "Children"],
            ["text", "child", "Name"],
            ["end_repeat", "", ""],
            ["text", "why", "Why?"],
        ]
    )

    assert [one.name for one in form.questions] == ["why"]
    assert [(one.name, one.why) for one in form.left_out] == [
        ("start", WhyLeftOut.METADATA),
        ("hello", WhyLeftOut.NOTE),
        ("where", WhyLeftOut.TYPE_NOT_KNOWN),
        ("which", WhyLeftOut.NO_CHOICES),
        ("child", WhyLeftOut.REPEATED),
    ]


def test_a_question_asked_only_of_some_says_so() -> None:
    form = form_of(
        [["type", "name", "bind:relevant"], ["text", "why", "${met} = 'yes'"], ["text", "all", ""]]
    )

    assert [question.has_condition for question in form.questions] == [True, False]


def test_two_questions_of_one_name_are_told_apart() -> None:
    form = form_of([["type", "name"], ["text", "why"], ["text", "why"]])

    assert [question.name for question in form.questions] == ["why", "why_2"]


@pytest.mark.parametrize(
    ("name", "rows", "said"),
    [
        ("answers", [["a", "b"], ["1", "2"]], "no sheet “survey”"),
        ("survey", [["a", "b"], ["1", "2"]], "no columns “type” and “name”"),
        ("survey", [["type", "name"], *([["text", "x"]] * 2001)], "more than 2,000 questions"),
    ],
)
def test_a_workbook_that_is_no_form_is_refused_in_one_sentence(
    tmp_path: Path, name: str, rows: list[list[str]], said: str
) -> None:
    path = tmp_path / "form.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)

    with pytest.raises(UnreadableFile, match=said) as refused:
        finish(read_xlsform_file(path))
    assert str(refused.value).count("\n") == 0


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook at all")

    with pytest.raises(UnreadableFile, match=r"form\.xlsx"):
        finish(read_xlsform_file(path))


def test_a_real_form_with_groups_and_a_loop_is_read(samples: Path) -> None:
    form = finish(read_xlsform_file(samples / "survey" / "kobo_ona" / "xlsform_transportation.xlsx"))

    (question,) = form.questions
    assert (question.name[:22], question.is_multiple) == ("available_transportati", True)
    assert question.heading == {"": "Transportation"}
    assert [choice.name for choice in question.choices][:3] == ["ambulance", "bicycle", "boat_canoe"]
    assert {one.why for one in form.left_out} == {WhyLeftOut.REPEATED, WhyLeftOut.TYPE_NOT_KNOWN}
    assert form.form_id == "transportation_2011_07_25"


def test_a_real_form_in_two_languages_is_read(samples: Path) -> None:
    form = finish(read_xlsform_file(samples / "survey" / "kobo_ona" / "xlsform_multilingual_good_eats.xlsx"))

    rating = next(one for one in form.questions if one.name == "rating")
    assert rating.labels == {"en": "Rating", "french": "Rating Fr"}
    assert {one.name for one in form.left_out} >= {"food_photo", "gps", "imei"}
