"""Looking up survey forms, shipped and one's own."""

from pathlib import Path

import pytest
from sqlalchemy import select
from tests.operations.survey_specimens import write_items

from assessor.exchange.reading import read_survey_file
from assessor.instruments.item_banks import ClosingKind
from assessor.instruments.surveys import get_survey
from assessor.model import OwnItem, OwnSurvey
from assessor.operations.survey_forms.forms import FormRow, get_form, list_forms, list_surveys
from assessor.operations.surveys.survey_forms import find_form
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

AGREE = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
AGREE_ES = ["Muy en desacuerdo", "En desacuerdo", "Ni de acuerdo", "De acuerdo", "Muy de acuerdo"]


def make_form(engagement: Engagement) -> str:
    """A form with what one's own can have: questions of every sort, in an order of its own."""
    with engagement.change("Begin form") as session:
        own = OwnSurvey(title="Bus drivers", title_es="Choferes", group=Group.TCH)
        session.add(own)
        session.flush()
        rows = [
            {"code": "OWN1", "section": "You", "text": "Years driving", "kind": "number"},
            {"code": "OWN2", "section": "You", "text": "I know the SRO.", "construct": "ROL",
             "choices": AGREE},
            {"code": "OWN3", "section": "The SRO", "text": "The SRO greets us.",
             "text_es": "El SRO nos saluda.", "choices": AGREE, "choices_es": AGREE_ES, "construct": "FAI",
             "dont_know": "Don’t know"},
            {"code": "OWN4", "text": "What would help?", "kind": "text"},
        ]  # fmt: skip
        session.add_all(OwnItem(survey_id=own.id, position=p, **row) for p, row in enumerate(rows, 1))
        return own.id


def test_a_shipped_form_reads_as_the_library_has_it(engagement: Engagement) -> None:
    assert get_form(engagement, "sro", 1) == get_survey("sro", 1)
    assert get_form(engagement, "sro") == get_survey("sro")


def test_a_form_of_ones_own_reads_like_a_shipped_one_in_its_order(engagement: Engagement) -> None:
    survey = get_form(engagement, make_form(engagement))

    assert [section.title for section in survey.sections] == ["You", "", "The SRO"]
    assert [item.code for item in survey.items] == ["OWN2", "OWN3"]
    assert [question.code for question in survey.questions] == ["OWN1", "OWN4"]
    assert survey.sections[0].questions[0].kind is ClosingKind.NUMBER
    assert [question.code for question in survey.closing] == ["OWN4"]
    assert [construct.code for construct in survey.constructs] == ["FAI", "ROL"]
    assert survey.get_item("OWN3").scale.options == get_survey("sro").scale.options


def test_in_spanish_what_was_not_translated_stays_english(engagement: Engagement) -> None:
    survey = get_form(engagement, make_form(engagement), language="es")

    assert survey.title == "Choferes"
    assert [item.wording for item in survey.items] == ["I know the SRO.", "El SRO nos saluda."]
    assert [option.label for option in survey.get_item("OWN3").scale.options] == AGREE_ES


def test_a_form_that_was_removed_is_said_so(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="was removed"):
        get_form(engagement, "gone", 1)


def test_ones_own_forms_are_listed_before_the_shipped(engagement: Engagement) -> None:
    key = make_form(engagement)
    rows = list_forms(engagement)

    assert rows[0] == FormRow(
        key, 1, "Bus drivers", Group.TCH, is_own=True, is_frozen=False, languages=("en",), items=4
    )
    assert [row.key for row in rows if row.group is Group.SRO] == ["sro"]
    assert {row.key for row in list_forms(engagement, Group.TCH)} == {key, "teachers_and_staff"}


def test_a_form_with_all_its_spanish_says_so(engagement: Engagement) -> None:
    key = make_form(engagement)
    with engagement.change("Translate") as session:
        for item in session.scalars(select(OwnItem)):
            item.text_es, item.section_es, item.dont_know_es = "texto", "título", "No sé"
            item.choices_es = AGREE_ES if item.choices else []

    assert next(row for row in list_forms(engagement) if row.key == key).languages == ("en", "es")


def test_a_table_is_recognized_as_answers_to_a_form_of_ones_own(
    engagement: Engagement, tmp_path: Path
) -> None:
    key = make_form(engagement)
    columns = {"OWN1": [3, 12], "OWN2": ["Agree", "Disagree"], "The SRO greets us.": ["Agree", "Agree"]}
    table = finish(read_survey_file(write_items(tmp_path / "drivers.csv", columns)))

    forms, items = find_form(table, None, list_surveys(engagement))

    assert (forms[0].key, forms[0].matched, forms[0].is_own) == (key, 2, True)
    assert items["OWN1"].kind == "number"
    assert forms[0].wordings["OWN4"] == "What would help?"
