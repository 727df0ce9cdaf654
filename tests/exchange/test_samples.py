"""Every real survey export beside the repository is read as its facts say."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessor.exchange.mappings import mapping_from_json, mapping_to_json
from assessor.exchange.proposals import propose_mapping
from assessor.exchange.responses import apply_mapping
from assessor.exchange.survey_tables import SurveyTable, read_survey_table
from assessor.exchange.survey_tools import SurveyTool

TOOLS = {
    "google_forms/": SurveyTool.GOOGLE_FORMS,
    "kobo_ona/": SurveyTool.ONA,
    "odk/": SurveyTool.ODK_BRIEFCASE,
    "legacy": SurveyTool.QUALTRICS_LEGACY,
    "qualtrics/": SurveyTool.QUALTRICS,
    "_dictionary": SurveyTool.REDCAP_DICTIONARY,
    "redcap/": SurveyTool.REDCAP,
    "surveymonkey/": SurveyTool.SURVEYMONKEY,
    "crdc_": SurveyTool.CRDC,
}
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
ENCODINGS = {("utf-8", False): "utf-8", ("utf-8", True): "utf-8-sig", ("not-utf8", False): "cp1252"}


@pytest.fixture(scope="session")
def facts(samples: Path) -> list[dict[str, Any]]:
    lines = (samples / "FACTS.jsonl").read_text(encoding="utf-8").splitlines()
    listed = [json.loads(line) for line in lines if line.strip()]
    return [fact for fact in listed if fact["file"].endswith(".csv")]


@pytest.fixture(scope="session")
def tables(samples: Path, facts: list[dict[str, Any]]) -> dict[str, SurveyTable]:
    return {fact["file"]: read_survey_table((samples / fact["file"]).read_bytes(), "x.csv") for fact in facts}


def test_every_table_has_the_shape_its_facts_say(
    facts: list[dict[str, Any]], tables: dict[str, SurveyTable]
) -> None:
    assert len(facts) > 20
    for fact in facts:
        table = tables[fact["file"]]
        expected = (
            ENCODINGS[fact["encoding"], fact["bom"]],
            DELIMITERS[fact["delimiter"]],
            fact["header_rows"],
            fact["data_rows"],
            fact["columns"],
        )
        found = (table.encoding, table.delimiter, table.header_rows, len(table.rows), len(table.columns))
        assert found == expected, fact["file"]


def test_headings_and_line_breaks_are_what_the_facts_count(
    facts: list[dict[str, Any]], tables: dict[str, SurveyTable]
) -> None:
    for fact in facts:
        table = tables[fact["file"]]
        named = [cell for cell in table.header[0] if cell.strip()]
        found = (len(table.header[0]) - len(named), len(named) - len(set(named)))
        assert found == (fact["empty_headers"], fact["duplicate_headers"]), fact["file"]
        assert not any("fewer or more cells" in note for note in table.notes), fact["file"]
        if not any(column.private for column in table.columns):
            broken = sum("\n" in cell for row in table.rows for cell in row)
            assert broken == fact["cells_with_newline"], fact["file"]


def test_every_workbook_has_the_sheets_and_the_shape_its_facts_say(samples: Path) -> None:
    lines = (samples / "FACTS.jsonl").read_text(encoding="utf-8").splitlines()
    books = [
        fact for fact in map(json.loads, lines) if fact["file"].startswith("survey/") and "sheets" in fact
    ]
    assert len(books) == 6
    for fact in books:
        table = read_survey_table((samples / fact["file"]).read_bytes(), "x.xlsx")
        assert list(table.sheets) == [sheet["name"] for sheet in fact["sheets"]]
        first = fact["sheets"][0]
        assert table.sheet == first["name"]
        if table.source_tool.holds_responses:
            assert (table.height + 1, len(table.columns)) == (first["rows"], first["cols"])
            assert [name[:30] for name in table.header[0][:6]] == first["first"]


def test_a_workbook_and_the_text_of_one_survey_are_read_alike(samples: Path) -> None:
    folder = samples / "survey" / "google_forms"
    text, book = (
        read_survey_table((folder / f"gforms_candy2015_first400.{form}").read_bytes(), "x")
        for form in ("csv", "xlsx")
    )
    assert [(column.name, column.guess.role) for column in text.columns] == [
        (column.name, column.guess.role) for column in book.columns
    ]
    unlike = [
        (one, other)
        for left, right in zip(text.rows, book.rows, strict=True)
        for one, other in zip(left[2:], right[2:], strict=True)
        if one.split() != other.split()
    ]
    assert len(unlike) < 40, unlike[:5]


def test_every_table_is_recognized_by_its_tool(tables: dict[str, SurveyTable]) -> None:
    for file, table in tables.items():
        wanted = next((tool for part, tool in TOOLS.items() if part in file), SurveyTool.GENERIC)
        assert table.source_tool is wanted, file


def test_no_value_of_a_private_column_is_shown(tables: dict[str, SurveyTable]) -> None:
    private = [column for table in tables.values() for column in table.columns if column.private]
    assert len(private) > 50
    assert all(not column.guess.values and column.reason for column in private)


def test_columns_that_name_people_are_private_in_every_tool(tables: dict[str, SurveyTable]) -> None:
    table = tables["survey/redcap/redcap_simple_data.csv"]
    names = {column.name for column in table.columns if column.private}
    assert {"name_first", "name_last", "address", "telephone", "email", "dob"} <= names
    table = tables["survey/qualtrics/qualtrics_2017_numeric_de_headers.csv"]
    names = {column.name for column in table.columns if column.private}
    assert {"IPAddress", "RecipientEmail", "LocationLatitude"} <= names


def test_every_table_can_be_mapped_as_proposed_and_read(tables: dict[str, SurveyTable]) -> None:
    for file, table in tables.items():
        mapping = propose_mapping(table, []).mapping
        assert mapping_from_json(mapping_to_json(mapping)) == mapping
        responses = apply_mapping(table, mapping)
        read = len(responses.responses) + len(responses.rows_without_answers)
        assert read == len(table.rows), file


def test_the_columns_of_a_matrix_share_their_question(tables: dict[str, SurveyTable]) -> None:
    table = tables["survey/surveymonkey/sm_starwars_2header_latin1.csv"]
    rated = [column for column in table.columns if column.question.startswith("Please state whether")]
    assert len(rated) == 14
    assert all(column.guess.scale and column.guess.scale.high == 5 for column in rated)
    assert rated[0].sub_question == "Han Solo"
