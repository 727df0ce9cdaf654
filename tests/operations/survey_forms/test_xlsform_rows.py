"""XLSForms of any make as rows of a form: read whole, or refused in one sentence."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from assessor.exchange.sheets import SheetRows
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.xlsforms import XlsForm, read_xlsform
from assessor.model import OwnItem
from assessor.operations.survey_forms.own_forms import options_of
from assessor.operations.survey_forms.own_item_rows import KINDS
from assessor.operations.survey_forms.xlsform_rows import items_of, own_survey_of
from assessor.terms import Group

WORDS = st.sampled_from(
    [
        *("", " ", "text", "select_one a", "select_multiple a or_other", "begin_group", "end_group"),
        *("note", "begin repeat", "a", "b", "1", "5", "99", "DK", "Yes", "No", "Agree", "Disagree"),
        *("x/y", "¿Qué?", "likert", "scale", "yes_no"),
    ]
)
SURVEY = (
    "type",
    "name",
    "label",
    "label::English (en)",
    "label::Español (es)",
    "appearance",
    "assessor_kind",
)
CHOICES = ("list_name", "name", "label", "label::English (en)", "label::Español (es)")


def rows(columns: tuple[str, ...]) -> st.SearchStrategy[list[tuple[str, ...]]]:
    """Rows of a sheet below its headings."""
    return st.lists(st.lists(WORDS, min_size=0, max_size=len(columns)).map(tuple), max_size=12)


@settings(max_examples=200, deadline=None)
@given(rows(SURVEY), rows(CHOICES))
def test_whatever_stands_in_the_sheets_is_read_or_refused(
    survey: list[tuple[str, ...]], choices: list[tuple[str, ...]]
) -> None:
    sheets = (
        SheetRows("survey", (SURVEY, *survey)),
        SheetRows("choices", (CHOICES, *[("a", *row[1:]) for row in choices])),
    )
    with suppress(UnreadableFile):
        check(items_of(read_xlsform(sheets, "form.xlsx")))


def check(items: list[OwnItem]) -> None:
    """Rows that can be shown, asked and scored."""
    assert {item.kind for item in items} <= set(KINDS)
    assert all((item.low, len(item.choices)) == (1, 5) for item in items if item.kind == "scale")
    assert len({item.code for item in items}) == len(items)
    assert all(len({option.value for option in options_of(item)}) == len(options_of(item)) for item in items)


def read(survey: list[tuple[str, ...]], choices: list[tuple[str, ...]]) -> tuple[XlsForm, list[OwnItem]]:
    """The form and its rows."""
    sheets = [SheetRows("survey", tuple(survey)), SheetRows("choices", tuple(choices))]
    form = read_xlsform(sheets, "form.xlsx")
    return form, items_of(form)


def test_an_agreement_scale_of_others_is_a_scale_with_its_answer_off_it() -> None:
    labels = ("Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree", "Don’t know")
    choices = [("list name", "name", "label"), *(("a", f"n{n}", label) for n, label in enumerate(labels))]
    form, (item,) = read([("type", "name", "label"), ("select one from a", "q1", "We talk.")], choices)

    assert (item.kind, item.low, item.dont_know) == ("scale", 1, "Don’t know")
    assert item.choices == ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
    assert item.choice_names == ["n4", "n3", "n2", "n1", "n0"]
    assert own_survey_of(form, "Title", Group.PAR).title == "Title"


def test_yes_comes_before_no_whatever_the_file_says_first() -> None:
    choices = [("list_name", "name", "label"), ("yn", "no", "No"), ("yn", "yes", "Yes")]
    _, (item,) = read([("type", "name", "label"), ("select_one yn", "met", "Met?")], choices)

    assert (item.kind, item.choices, item.choice_names) == ("yes_no", ["Yes", "No"], ["yes", "no"])


def test_a_label_in_spanish_alone_is_not_taken_for_a_translation() -> None:
    _, (item,) = read([("type", "name", "label::Español (es)"), ("text", "por_que", "¿Por qué?")], [])

    assert (item.text, item.text_es) == ("¿Por qué?", "")
