"""Tables of forms that were filled in in Spanish are taken for the same items and points as the English."""

from pathlib import Path

import pytest
from tests.operations.survey_specimens import write_items
from tests.operations.survey_waves import bring_in, kept_answers

from assessor.exchange.reading import read_survey_file
from assessor.instruments.item_banks import ClosingKind
from assessor.instruments.surveys import Survey, get_survey
from assessor.operations.surveys.survey_forms import find_form
from assessor.operations.surveys.survey_proposals import propose_import
from assessor.operations.surveys.survey_waves import list_questions, list_waves
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group

FORMS = ("sro", "administrators", "teachers_and_staff", "parents_and_guardians", "students")
PLACES = (0, 3, 4, 1, None, 2, 3)
"""Which answer each respondent gives, by its place on the scale; None is don't know."""


def write_filled(path: Path, survey: Survey, *, by_code: bool = False) -> Path:
    """A table of a form in its own language: headings and answers as the respondents read them."""
    columns: dict[str, list[object]] = {}
    for item in survey.items:
        labels = [option.label for option in item.scale.options]
        given = [labels[min(p, len(labels) - 1)] if p is not None else item.scale.dont_know for p in PLACES]
        columns[item.code if by_code else item.wording] = list(given)
    for question in survey.closing:
        if question.kind is not ClosingKind.OPEN:
            labels = [option.label for option in question.options]
            columns[question.wording] = [labels[(p or 0) % len(labels)] for p in PLACES]
    return write_items(path, columns)


@pytest.mark.parametrize("key", FORMS)
def test_a_spanish_table_gives_the_answers_of_the_english(
    engagement: Engagement, tmp_path: Path, key: str
) -> None:
    for language in ("en", "es"):
        bring_in(engagement, write_filled(tmp_path / f"{language}.csv", get_survey(key, language=language)))
    answers = list(kept_answers(engagement))
    assert answers[: len(PLACES)] == answers[len(PLACES) :]
    english, spanish = ([list_questions(engagement, wave.id)] for wave in list_waves(engagement))
    assert [(q.code, q.text, q.choices) for q in english[0]] == [
        (q.code, q.text, q.choices) for q in spanish[0]
    ]
    assert {(asked.form_key, asked.answers) for wave in list_waves(engagement) for asked in wave.groups} == {
        (key, len(PLACES))
    }


def test_answers_in_two_languages_join_one_wave_as_the_same_questions(
    engagement: Engagement, tmp_path: Path
) -> None:
    wave = bring_in(engagement, write_filled(tmp_path / "en.csv", get_survey("students"))).wave_id
    path = write_filled(tmp_path / "es.csv", get_survey("students", language="es"))
    bring_in(engagement, path, wave_id=wave)
    questions = {question.code: question for question in list_questions(engagement, wave)}
    assert questions["SAF1"].wording(Group.STU) == "How safe do you feel at this school?"
    assert questions["SAF1"].choices[0] == "Not at all safe"
    assert questions["CTC"].choices == ("None", "1–2 times", "3–5 times", "More than 5 times")


def test_spanish_answers_under_codes_are_told_by_their_words(tmp_path: Path) -> None:
    path = write_filled(tmp_path / "es.csv", get_survey("students", language="es"), by_code=True)
    (form, *_), items = find_form(finish(read_survey_file(path)))
    assert (form.key, form.language, form.title) == ("students", "es", get_survey("students").title)
    assert items["SAF1"].value_of("Bastante seguro(a)") == items["SAF1"].value_of("Quite safe") == 4
    assert items["SAF1"].is_dont_know("No sé")


def test_a_column_answered_in_both_languages_is_read_whole(engagement: Engagement, tmp_path: Path) -> None:
    answers = [
        "Agree",
        "De acuerdo",
        "Totalmente de acuerdo",
        "Don’t know / no contact",
        "No sé / sin contacto",
    ]
    path = write_items(tmp_path / "both.csv", {"TRU6": answers, "GOA4": answers, "INF3": answers})
    bring_in(engagement, path, group=Group.PAR)
    assert [row["TRU6"] for row in kept_answers(engagement)] == [4, 4, 5, "DK", "DK"]


def test_each_form_is_found_once(tmp_path: Path) -> None:
    table = finish(read_survey_file(write_filled(tmp_path / "en.csv", get_survey("sro"), by_code=True)))
    forms, _ = find_form(table)
    assert len(forms) == len({form.key for form in forms})
    assert (forms[0].key, forms[0].language) == ("sro", "en")


def test_spanish_questions_of_no_form_are_read_as_scales(tmp_path: Path) -> None:
    answers = {
        "Me gusta la biblioteca": ["De acuerdo", "En desacuerdo", "Totalmente de acuerdo", "No sé", ""],
        "¿Viene en autobús?": ["Sí", "No", "Sí", "Sí", "No"],
        "¿Con qué frecuencia lee?": ["A veces", "Siempre", "Nunca", "A veces", "prefiero no contestar"],
    }
    columns = finish(propose_import(write_items(tmp_path / "own.csv", answers))).mapping.columns
    assert [column.use for column in columns] == ["scale", "yes_no", "scale"]
    assert dict(columns[0].scores) == {"En desacuerdo": 2, "De acuerdo": 4, "Totalmente de acuerdo": 5}
    assert columns[0].dont_knows == ("No sé",)
    assert "prefiero no contestar" in columns[2].no_answers
