"""A form written as XLSForm, filled in with KoboToolbox, and its answers brought in by its own codes."""

import csv
from pathlib import Path

import pytest
from tests.operations.survey_waves import bring_in, kept_answers

from assessor.exchange.xlsforms import XlsForm, XlsQuestion, read_xlsform_file
from assessor.operations.survey_forms.own_items import add_item
from assessor.operations.survey_forms.own_survey_copies import copy_form
from assessor.operations.survey_forms.xlsforms import export_xlsform, import_xlsform
from assessor.operations.surveys.survey_waves import list_questions, list_waves
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group

METADATA = ["_id", "_uuid", "_submission_time", "_validation_status", "__version__", "_index"]


def given(question: XlsQuestion, person: int) -> str:
    """What a person's answer is in an export with XML values."""
    names = [choice.name for choice in question.choices]
    if question.is_multiple:
        return " ".join(names[: person % len(names) + 1])
    return names[person % len(names)] if names else f"words of {person}"


def write_kobo(form: XlsForm, path: Path, people: int) -> None:
    """The export of KoboToolbox with XML values and group names, of so many people."""
    headings: list[str] = []
    for question in form.questions:
        headings.append(question.path)
        headings += [f"{question.path}/{one.name}" for one in question.choices if question.is_multiple]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerow([*headings, *METADATA])
        for person in range(people):
            row = []
            for question in form.questions:
                answer = given(question, person)
                row.append(answer)
                chosen = answer.split()
                row += [
                    "1" if one.name in chosen else "0" for one in question.choices if question.is_multiple
                ]
            stamp = ["101", f"uuid-{person}", "2026-10-12T08:00:00", "", "v1", str(person + 1)]
            writer.writerow([*row, *stamp])


@pytest.fixture
def own(engagement: Engagement) -> str:
    """A copy of the SRO form with a question of several choices."""
    key = copy_form(engagement, "sro").id
    add_item(engagement, key, "multiple_choice", text="Where?", choices=["Gym", "Yard, front"])
    return key


def test_answers_given_in_kobo_come_back_under_the_codes_of_the_form(
    engagement: Engagement, own: str, tmp_path: Path
) -> None:
    export_xlsform(engagement, own, tmp_path / "form.xlsx")
    form = finish(read_xlsform_file(tmp_path / "form.xlsx"))
    write_kobo(form, tmp_path / "answers.csv", 12)
    wave = bring_in(engagement, tmp_path / "answers.csv").wave_id

    (asked,) = list_waves(engagement)[0].groups
    assert (asked.form_key, asked.answers) == (own, 12)
    kinds = {question.code: question.kind for question in list_questions(engagement, wave)}
    assert (kinds["COM1"], kinds["TRN2"], kinds["STG"], kinds["CTC"]) == (
        "scale",
        "yes_no",
        "stage",
        "choice",
    )
    rows = list(kept_answers(engagement))
    assert [row.get("COM1") for row in rows[:6]] == [1, 2, 3, 4, 5, "DK"]
    assert [row.get("STG") for row in rows[:6]] == [0, 1, 2, 3, 4, 5]
    assert [row.get("TRN2") for row in rows[:2]] == [1, 0]
    assert [row.get("CTC") for row in rows[:2]] == ["None", "1–2 times"]
    assert rows[0]["OPN1"] == "words of 0"
    assert [row.get("OWN1") for row in rows[:2]] == [["Gym"], ["Gym", "Yard, front"]]


def test_answers_to_a_form_designed_elsewhere_come_in_with_its_labels(
    engagement: Engagement, tmp_path: Path, samples: Path
) -> None:
    source = samples / "survey" / "kobo_ona" / "xlsform_multilingual_good_eats.xlsx"
    own = finish(import_xlsform(engagement, source, Group.PAR)).id
    write_kobo(finish(read_xlsform_file(source)), tmp_path / "answers.csv", 12)
    bring_in(engagement, tmp_path / "answers.csv")

    (asked,) = list_waves(engagement)[0].groups
    assert (asked.group, asked.form_key, asked.answers) == (Group.PAR, own, 12)
    rows = list(kept_answers(engagement))
    assert [row.get("food_type") for row in rows[:2]] == ["Morning Food", "Lunch Time"]
