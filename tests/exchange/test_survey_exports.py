"""Exports made up after the tools' descriptions are told apart, and each column read as what it is."""

import pytest
from tests.exchange import survey_specimens as made

from assessor.exchange.columns import ColumnRole
from assessor.exchange.multiple_choices import split_choices
from assessor.exchange.proposals import propose_mapping
from assessor.exchange.survey_tables import Column, SurveyTable, TableChoices, read_survey_table
from assessor.exchange.survey_tools import SurveyTool

EXPORTS = {
    "microsoft": (made.MICROSOFT, SurveyTool.MICROSOFT_FORMS, "3 process,2 private,multi,3 scale"),
    "microsoft_quiz": (
        made.MICROSOFT_QUIZ,
        SurveyTool.MICROSOFT_FORMS,
        "3 process,2 private,3 process,scale,2 process",
    ),
    "microsoft_japanese": (
        made.MICROSOFT_JAPANESE,
        SurveyTool.MICROSOFT_FORMS,
        "3 process,2 private,text",
    ),
    "microsoft_group": (made.MICROSOFT_GROUP, SurveyTool.MICROSOFT_FORMS, "3 process,text"),
    "microsoft_saved_again": (
        made.MICROSOFT_SAVED_AGAIN,
        SurveyTool.MICROSOFT_FORMS,
        "3 process,2 private,scale",
    ),
    "limesurvey": (
        made.LIMESURVEY,
        SurveyTool.LIMESURVEY,
        "5 process,private,2 process,2 private,2 scale,yes_no,2 text,private,4 process",
    ),
    "limesurvey_codes": (
        made.LIMESURVEY_CODES,
        SurveyTool.LIMESURVEY,
        "4 process,3 private,2 scale,2 multi,3 text,3 process",
    ),
    "limesurvey_both": (made.LIMESURVEY_BOTH, SurveyTool.LIMESURVEY, "4 process,2 scale,text"),
    "kobo": (
        made.KOBO,
        SurveyTool.KOBO,
        "process,2 private,group,number,2 scale,process,2 multi,text,4 private,4 process,private,2 process",
    ),
    "kobo_summary": (made.KOBO_SUMMARY, SurveyTool.KOBO, "multi,4 process"),
    "surveymonkey": (
        made.SURVEYMONKEY,
        SurveyTool.SURVEYMONKEY,
        "4 process,5 private,scale,2 multi,text,2 scale,text",
    ),
    "redcap_labels": (
        made.REDCAP_LABELS,
        SurveyTool.REDCAP_LABELS,
        "4 process,private,process,private,scale,2 multi,private,process,yes_no,process",
    ),
    "google_german": (made.GOOGLE_GERMAN, SurveyTool.GOOGLE_FORMS, "process,private,choice,multi"),
}


def read(export: bytes | str, choices: TableChoices | None = None) -> SurveyTable:
    data = export if isinstance(export, bytes) else export.encode()
    return read_survey_table(data, "export", choices)


def roles(told: str) -> list[ColumnRole]:
    """The roles in "2 scale,text"."""
    found: list[ColumnRole] = []
    for entry in told.split(","):
        times, _, role = entry.rpartition(" ")
        found += [ColumnRole(role.replace("multi", "multiple_choice"))] * int(times or 1)
    return found


def column(table: SurveyTable, name: str) -> Column:
    return next(found for found in table.columns if found.name == name)


@pytest.mark.parametrize("name", list(EXPORTS))
def test_an_export_is_recognized_and_each_column_read_as_what_it_is(name: str) -> None:
    export, tool, told = EXPORTS[name]
    table = read(export)
    assert table.source_tool is tool
    assert [(found.name, found.guess.role) for found in table.columns] == [
        (found.name, role) for found, role in zip(table.columns, roles(told), strict=True)
    ]


def test_the_answers_of_microsoft_forms_are_cut_at_the_semicolon_only() -> None:
    table = read(made.MICROSOFT)
    assert table.rows[0][:3] == ("1", "2025-08-20 12:51:45", "2025-08-20 12:55:00")
    topics = propose_mapping(table, []).mapping.columns[5]
    cut = [split_choices(row[5], topics.choices, topics.separator) for row in table.rows]
    assert [{*known, *others} for known, others in cut] == [
        {"Talk", "Trust"},
        {"Talk, then write"},
        {"Trust", "my own"},
    ]


def test_a_question_repeated_by_microsoft_forms_stays_two_columns() -> None:
    names = [found.name for found in read(made.MICROSOFT).columns]
    assert names[6:8] == ["It is fair", "It is fair2"]


def test_parts_of_limesurvey_questions_are_told_by_brackets_or_codes() -> None:
    found = column(read(made.LIMESURVEY_BOTH), "G1Q1[SQ002]. Rate each [Explains]")
    assert (found.question, found.sub_question, found.family) == ("Rate each", "Explains", "G1Q1")
    found = column(read(made.LIMESURVEY_CODES), "G2Q1_SQ002")
    assert (found.question, found.sub_question) == ("G2Q1", "SQ002")


def test_what_a_table_lacks_or_holds_beside_answers_is_told() -> None:
    assert "Of the responses, 1 is not submitted to the end; it was kept." in read(made.LIMESURVEY).notes
    assert (
        "Of the responses, 2 are not submitted to the end; they were kept."
        in read(made.LIMESURVEY_CODES).notes
    )
    coded = made.REDCAP_LABELS.replace("Survey Timestamp", "base_timestamp")
    assert "Of the responses, 1 is not completed; it was kept." in read(coded).notes
    assert "KoboToolbox leaves repeated groups out of CSV files." in read(made.KOBO).notes


def test_the_choices_of_kobo_are_counted_once() -> None:
    table = read(made.KOBO)
    assert column(table, "topics").reason == "repeats what the columns of its options hold"
    assert [column(table, f"topics/{one}").sub_question for one in ("talk", "trust")] == ["talk", "trust"]
    summary = column(read(made.KOBO_SUMMARY), "topics").guess
    assert summary.separator == " "


def test_questions_of_one_section_do_not_share_a_scale() -> None:
    """In a section of Kobo one question goes to 5 and another to 10."""
    ends = '"_id";"_uuid";"_submission_time";"_index"'
    rows = "".join(f'"{one}";"{two}";"1";"u";"t";"1"\n' for one, two in ((5, 9), (1, 10), (3, 2)))
    table = read(f'"us/a";"us/b";{ends}\n{rows}')
    scales = [column(table, name).guess.scale for name in ("us/a", "us/b")]
    assert [scale and scale.high for scale in scales] == [5, 10]


def test_a_group_s_label_with_a_slash_stays_in_one_piece() -> None:
    ends = '"_id";"_uuid";"_submission_time";"_index"'
    head = f'"Which?/a bus";"Which?/boat/canoe";"Is a car/van there?";{ends}'
    table = read(f'{head}\n"1";"0";"x";"1";"u";"t";"1"\n"0";"1";"y";"2";"v";"t";"2"\n')
    assert [(found.question, found.sub_question) for found in table.columns[:3]] == [
        ("Which?", "a bus"),
        ("Which?", "boat/canoe"),
        ("Is a car/van there?", ""),
    ]


def test_what_was_chosen_in_qualtrics_is_told_without_its_own_words() -> None:
    table = read(
        "Q2_1,Q2_2,Q2_2_TEXT\nWhich? - Selected Choice - Talk,Which? - Selected Choice - Other,"
        "Which? - Other - Text\n{'ImportId': 'QID2_1'},{'ImportId': 'QID2_2'},{'ImportId': 'QID2_2_TEXT'}\n"
        "Talk,Other,mine\n,Other,\nTalk,,\n"
    )
    assert [found.sub_question for found in table.columns[:2]] == ["Talk", "Other"]
    assert [found.guess.role for found in table.columns] == roles("2 multi,text")


@pytest.mark.parametrize(("texts", "header_rows"), [(True, 2), (False, 1)])
def test_a_workbook_of_qualtrics_has_no_row_of_import_ids(*, texts: bool, header_rows: int) -> None:
    names = "StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,Q1_1,Q1_2\n"
    asked = "Start Date,End Date,Response Type,IP Address,Progress,Finished,Recorded Date,Response ID,"
    answers = (
        "2026-01-05 08:00:00,2026-01-05 08:09:00,0,10.0.0.1,100,1,2026-01-05 08:09:00,R_1,Agree,Disagree\n"
    )
    table = read(names + (f"{asked}Rate us - Trust,Rate us - Talk\n" if texts else "") + answers)
    assert (table.source_tool, table.header_rows, table.height) == (SurveyTool.QUALTRICS, header_rows, 1)
    assert [found.guess.role for found in table.columns] == roles("3 process,private,4 process,2 scale")
    assert [found.sub_question for found in table.columns[8:]] == (["Trust", "Talk"] if texts else ["", ""])
