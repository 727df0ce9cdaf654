"""Survey exports on the command line: told without changing a byte, and brought in with their counts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.test_cli import Ended, assessor
from tests.test_cli_transcripts import file, state

from assessor.cli import main
from assessor.cli.asked import counted
from assessor.operations.surveys.survey_waves import list_waves
from assessor.store import Engagement

__all__ = ["file"]

# Of each export: tool, header rows, responses; columns kept, personal, metadata, unclear; questions.
EXPORTS = {
    "generic/qualcoder_cases123.csv": ("generic", 1, 3, 3, 0, 1, 0, 3),
    "generic/qualcoder_cases456.xlsx": ("generic", 1, 3, 3, 0, 1, 0, 3),
    "generic/qualcoder_survey456.csv": ("generic", 1, 3, 4, 0, 1, 0, 4),
    "generic/qualcoder_survey789.xlsx": ("generic", 1, 3, 5, 0, 1, 0, 5),
    "generic/stacks_typeform_like.csv": ("generic", 1, 69, 52, 1, 0, 0, 51),
    "google_forms/gforms_candy2015_first400.csv": ("google_forms", 1, 400, 123, 0, 1, 2, 113),
    "google_forms/gforms_candy2015_first400.xlsx": ("google_forms", 1, 400, 123, 0, 1, 2, 113),
    "kobo_ona/ona_transportation_all_groups_TrueFalse.csv": ("ona", 1, 4, 20, 1, 10, 0, 5),
    "kobo_ona/ona_transportation_export.xlsx": ("kobo", 1, 4, 21, 3, 12, 0, 5),
    "kobo_ona/ona_transportation_labels_only.csv": ("ona", 1, 1, 20, 1, 10, 0, 1),
    "kobo_ona/ona_transportation_no_group_names.csv": ("ona", 1, 1, 20, 1, 10, 0, 1),
    "kobo_ona/ona_tutorial_repeats_flattened.csv": ("ona", 1, 1, 8, 10, 10, 0, 4),
    "odk/odk_briefcase_all_types.csv": ("odk", 1, 1, 5, 6, 5, 0, 5),
    "odk/odk_briefcase_choice_lists_split.csv": ("odk", 1, 1, 5, 0, 5, 0, 3),
    "odk/odk_briefcase_simple.csv": ("odk", 1, 31, 1, 0, 3, 0, 1),
    "qualtrics/qualtrics_2017_numeric_de_headers.csv": ("qualtrics", 3, 1, 2, 7, 11, 1, 2),
    "qualtrics/qualtrics_legacy_2rows_bom.csv": ("qualtrics", 2, 1, 2, 7, 7, 1, 2),
    "qualtrics/qualtrics_matrix_single_insights.csv": ("qualtrics", 3, 5, 16, 8, 6, 15, 16),
    "qualtrics/qualtrics_matrix_single_legacy.csv": ("qualtrics", 2, 5, 16, 7, 7, 15, 16),
    "qualtrics/qualtrics_multiselect_insights.csv": ("qualtrics", 3, 5, 22, 8, 6, 0, 6),
    "qualtrics/qualtrics_text_entry_other.csv": ("qualtrics", 3, 15, 26, 8, 6, 11, 24),
    "redcap/redcap_simple_data.csv": ("redcap", 1, 5, 13, 7, 4, 1, 8),
    "redcap/redcap_survey_data.csv": ("redcap", 1, 2, 18, 7, 8, 0, 2),
    "surveymonkey/sm_comma_1header.csv": ("surveymonkey", 1, 1129, 12, 0, 1, 0, 12),
    "surveymonkey/sm_starwars_2header_latin1.csv": ("surveymonkey", 2, 1186, 37, 0, 1, 6, 32),
    "surveymonkey/sm_thanksgiving_joined_headers.csv": ("surveymonkey", 1, 1058, 64, 0, 1, 0, 30),
}
QUESTIONNAIRES = {
    "kobo_ona/xlsform_multilingual_good_eats.xlsx": "xlsform",
    "kobo_ona/xlsform_transportation.xlsx": "xlsform",
    "redcap/redcap_simple_dictionary.csv": "redcap_dictionary",
    "redcap/redcap_survey_dictionary.csv": "redcap_dictionary",
}
ANSWERS = (
    "Timestamp,Email Address,I can count on our SRO,Years here,What works?\n"
    "8/21/2026 13:10:31,ann@x.org,Agree,4,They call 405-555-1234\n"
    "8/21/2026 13:11:31,bo@x.org,Don't know,many,\n"
    "8/21/2026 13:12:31,cy@x.org,N/A,7,They listen\n"
    "8/21/2026 13:13:31,di@x.org,,,\n"
) + "".join(f"8/22/2026 13:10:{place},e{place}@x.org,Agree,{place},\n" for place in range(10, 20))


@pytest.fixture
def run(file: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Runs the command within this process, which spares its start where it is run often."""

    def done(source: Path, *more: object) -> Ended:
        code = main(["import", "survey", str(file), str(source), *map(str, more)])
        return Ended(code, *capsys.readouterr())

    return done


def told(ended: Ended) -> dict[str, Any]:
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.out)
    return found


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def counts_of(found: dict[str, Any]) -> tuple[object, ...]:
    reasons = [column["why"] for column in found["dropped"]]
    return (
        *(found[key] for key in ("tool", "header_rows", "answers")), len(found["kept"]),
        reasons.count("personal"), reasons.count("metadata"), len(found["unclear"]), found["questions"],
    )  # fmt: skip


def test_a_dry_run_tells_every_real_export_and_changes_nothing(
    file: Path, run: Callable[..., Ended], samples: Path
) -> None:
    before = state(file)
    folder = samples / "survey"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*"))
    assert names == sorted({**EXPORTS, **QUESTIONNAIRES})
    for name, expected in EXPORTS.items():
        found = told(run(folder / name, "--dry-run"))
        assert counts_of(found) == expected, name
        places = [column["position"] for column in (*found["kept"], *found["dropped"])]
        assert sorted(places) == list(range(1, len(places) + 1)), name
        assert found["responses"] == {"taken": expected[2], "without_answers": 0}
    assert state(file) == before


def test_every_real_export_is_brought_in_by_one_command(
    file: Path, run: Callable[..., Ended], samples: Path
) -> None:
    for name, (_, _, answers, kept, personal, metadata, _, questions) in EXPORTS.items():
        source = samples / "survey" / name
        ended = run(source)
        assert (ended.code, ended.err) == (0, ""), name
        first, second = ended.out.splitlines()
        read = f"{counted(answers, 'answer')} to {counted(questions, 'question')}"
        assert first == f"{source.name}: {read} brought in."
        columns = f"kept, {personal + metadata} dropped ({personal} personal, {metadata} metadata); "
        assert second.startswith(f"{kept} column"), name
        assert columns in second, name
    with Engagement.open(file) as engagement:
        assert sum(wave.answers for wave in list_waves(engagement)) == sum(e[2] for e in EXPORTS.values())


@pytest.mark.parametrize("name", list(QUESTIONNAIRES))
def test_a_questionnaire_is_named_with_what_to_bring_instead(
    file: Path, run: Callable[..., Ended], samples: Path, name: str
) -> None:
    before = state(file)
    source = samples / "survey" / name
    for more in ((), ("--dry-run",)):
        ended = run(source, *more)
        assert (ended.code, ended.err.count("\n")) == (1, 1)
        assert f"“{source.name}” holds no answers" in ended.err
        assert "Bring the export of its answers" in ended.err
    assert (json.loads(ended.out)["tool"], json.loads(ended.out)["answers"]) == (QUESTIONNAIRES[name], 0)
    assert state(file) == before


def test_a_dry_run_tells_each_column_what_is_changed_and_what_is_unclear(file: Path, answers: Path) -> None:
    found = told(assessor("import", "survey", file, answers, "--dry-run"))
    assert [(one["column"], one["read_as"]) for one in found["kept"]] == [
        ("I can count on our SRO", "scale"),
        ("Years here", "number"),
        ("What works?", "text"),
    ]
    assert [(one["column"], one["why"], bool(one["reason"])) for one in found["dropped"]] == [
        ("Timestamp", "metadata", True),
        ("Email Address", "personal", True),
    ]
    assert [(one["column"], one["position"], one["values"]) for one in found["unclear"]] == [
        ("Years here", 4, [{"value": "many", "count": 1}])
    ]
    keys = ("position", "no_answer", "dont_know", "contacts")
    assert [tuple(one[key] for key in keys) for one in found["changed"]] == [(3, 1, 1, 0), (5, 0, 0, 1)]
    assert (found["answers"], found["responses"]) == (14, {"taken": 13, "without_answers": 1})
    assert found["already_in"] is None


def test_a_dry_run_tells_that_a_file_is_here_already(run: Callable[..., Ended], answers: Path) -> None:
    assert run(answers, "--title", "Fall").code == 0
    assert told(run(answers, "--dry-run"))["already_in"] == "Fall"


def test_what_is_not_found_by_itself_can_be_told(
    run: Callable[..., Ended], answers: Path, samples: Path
) -> None:
    found = told(run(answers, "--dry-run", "--tool", "generic", "--header-rows", 2))
    assert (found["tool"], found["header_rows"], found["answers"]) == ("generic", 2, 13)
    book = samples / "survey" / "kobo_ona" / "xlsform_transportation.xlsx"
    found = told(run(book, "--dry-run", "--sheet", "choices", "--tool", "generic"))
    assert (found["sheet"], found["answers"]) == ("choices", 13)
    ended = run(answers, "--tool", "abacus")
    assert (ended.code, ended.err.startswith("abacus is no survey tool")) == (1, True)


def test_a_codebook_beside_the_answers_gives_words_to_codes(run: Callable[..., Ended], samples: Path) -> None:
    folder = samples / "survey" / "redcap"
    data, book = folder / "redcap_simple_data.csv", folder / "redcap_simple_dictionary.csv"
    assert [one["column"] for one in told(run(data, "--dry-run"))["unclear"]] == ["ethnicity"]
    found = told(run(data, "--dry-run", "--codebook", book))
    assert found["unclear"] == []
    assert {one["question"] for one in found["kept"] if one["column"].startswith("race")} == {
        "Race (Select all that apply)"
    }
    assert run(data, "--codebook", book).code == 0
    refused = run(data, "--codebook", data)
    assert (refused.code, "it is no codebook; give a REDCap data dictionary" in refused.err) == (1, True)
