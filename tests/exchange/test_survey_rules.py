"""Each survey tool is recognized by its table, whatever the file is called."""

from pathlib import Path

import pytest

from assessor.exchange.survey_tables import SurveyTable, TableChoices, read_survey_table
from assessor.exchange.survey_tools import SurveyTool

QUALTRICS = (
    "StartDate,Status,IPAddress,ResponseId,Q1_1,Q1_2,Q2\n"
    "Start Date,Response Type,IP Address,Response ID,Rate us - Trust,Rate us - Talk,Why?\n"
    '"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}",'
    '"{""ImportId"":""_recordId""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}",'
    '"{""ImportId"":""QID2_TEXT""}"\n'
    "2026-01-05 08:00:00,0,10.0.0.1,R_1,Agree,Disagree,because\n"
)
TABLES = {
    SurveyTool.QUALTRICS: (3, QUALTRICS),
    SurveyTool.QUALTRICS_LEGACY: (
        2,
        "V1,V2,V3,Q1,\nResponseID,ResponseSet,Name,How are you?,\nR_1,Default,Ann,3,\n",
    ),
    SurveyTool.REDCAP_DICTIONARY: (
        1,
        '"Variable / Field Name","Form Name","Field Type"\nrecord_id,base,text\n',
    ),
    SurveyTool.XLSFORM: (1, "type,name,label\ntext,why,Why?\nselect_one yes_no,trust,Trust?\n"),
    SurveyTool.LIMESURVEY_SYNTAX: (
        1,
        'data <- read.csv("survey_1_R_data_file.csv", quote = "\'\\"")\nnames(data)[1] <- "id"\n',
    ),
    SurveyTool.LIMESURVEY_STRUCTURE: (1, "class\ttype/scale\tname\nS\t\tsid\n"),
    SurveyTool.LIMESURVEY: (
        1,
        '"Response ID","Date submitted","Last page","Start language","Trust [Talk]"\n"1","","2","en","Yes"\n',
    ),
    SurveyTool.SURVEYMONKEY: (
        2,
        """Respondent ID,Collector ID,IP Address,Do you agree?,Which apply?,
,,,Response,Talk,Trust
1,2,10.0.0.1,Agree,Talk,
2,2,10.0.0.2,Disagree,,Trust
""",
    ),
    SurveyTool.MICROSOFT_FORMS: (
        1,
        """ID,Start time,Completion time,Email,Name,Question,Question2
1,8/20/25 12:51:45,8/20/25 12:55:00,anonymous,,A;B;,4
""",
    ),
    SurveyTool.KOBO: (
        1,
        """"start";"trust";"_id";"_uuid";"_submission_time";"_validation_status"
"2026-01-05T08:00:00.000-05:00";"agree";"7";"u-1";"2026-01-05T13:00:00";""
""",
    ),
    SurveyTool.ONA: (
        1,
        "group/trust,meta/instanceID,_uuid,_submission_time\nagree,uuid:1,1,2026-01-05\n",
    ),
    SurveyTool.ODK_BRIEFCASE: (1, 'SubmissionDate,trust,KEY\n"Apr 26, 2026 8:58:20 AM",agree,uuid:1\n'),
    SurveyTool.ODK_CENTRAL: (1, "__id,__system/submissionDate,trust\nuuid:1,2026-01-05T13:00:00Z,agree\n"),
    SurveyTool.REDCAP: (1, "record_id,trust,topics___1,topics___2,base_complete\n1,4,0,1,2\n"),
    SurveyTool.REDCAP_LABELS: (
        1,
        "Record ID,Event Name,Trust?,Topics (choice=Talk),Complete?\n1,Baseline,Good,Checked,Complete\n",
    ),
    SurveyTool.GOOGLE_FORMS: (1, "Timestamp,How do you feel?\n8/21/2026 13:10:31,Fine\n"),
    SurveyTool.CRDC: (1, "LEA_STATE,LEAID,SCHID,COMBOKEY,JJ\nAL,0100005,00870,010000500870,No\n"),
    SurveyTool.GENERIC: (1, "Case,Age,Interest\nID1,24,golf\n"),
}


def read(text: str, choices: TableChoices | None = None) -> SurveyTable:
    return read_survey_table(text.encode(), "export.txt", choices)


@pytest.mark.parametrize("tool", list(SurveyTool))
def test_a_table_of_each_tool_is_recognized_with_its_header_rows(tool: SurveyTool) -> None:
    header_rows, text = TABLES[tool]
    table = read(text)
    assert (table.source_tool, table.header_rows) == (tool, header_rows)
    assert len(table.rows) == text.count("\n") - header_rows
    assert tool.label


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("Zeitstempel,Frage\n21.08.2026 13:10:31,Gut\n", SurveyTool.GOOGLE_FORMS),
        ("Moment,Frage\n21.08.2026 13:10:31,Gut\n22.08.2026 9:10:31,Gut\n", SurveyTool.GOOGLE_FORMS),
        ("2026/08/21,Q\n2026/08/21 1:10:31 PM GMT-5,Gut\n", SurveyTool.GOOGLE_FORMS),
        (
            "ID,開始時刻,完了時刻,メール,名前,質問\n1,8/20/25 12:51:45,8/20/25 12:55:00,a@b.org,Ann,はい\n",
            SurveyTool.MICROSOFT_FORMS,
        ),
        ("id\tsubmitdate\tlastpage\tstartlanguage\tG1Q1\n1\t\t2\ten\tA1\n", SurveyTool.LIMESURVEY),
        (
            '"id. Response ID","submitdate. Date submitted","lastpage. Last page","q. Why"\n1,,2,x\n',
            SurveyTool.LIMESURVEY,
        ),
        ("field_name,form_name,field_type\nrecord_id,base,text\n", SurveyTool.REDCAP_DICTIONARY),
        ("id\trelated_id\tclass\n1\t0\tS\n", SurveyTool.LIMESURVEY_STRUCTURE),
        ("record_id,redcap_event_name,q1\n1,baseline,2\n", SurveyTool.REDCAP),
        ("Rate,Rate2\nResponse,Open-Ended Response\nGood,none\n", SurveyTool.SURVEYMONKEY),
        ("PARENT_KEY,KEY,name\nuuid:1,uuid:2,Tom\n", SurveyTool.ODK_BRIEFCASE),
        ("Q1\xa0 ,Q2\n1,2\n", SurveyTool.GENERIC),
    ],
)
def test_other_forms_of_a_tool_s_tables_are_recognized(text: str, tool: SurveyTool) -> None:
    assert read(text).source_tool is tool


def test_python_style_import_ids_are_qualtrics_too() -> None:
    text = "Q1,Q2\nHow?,Why?\n{'ImportId': 'QID1'},{'ImportId': 'QID2-TEXT'}\n3,x\n"
    table = read(text)
    assert (table.source_tool, table.header_rows, table.rows) == (SurveyTool.QUALTRICS, 3, (("3", "x"),))


def test_the_user_may_settle_the_tool_and_the_header_rows() -> None:
    table = read("a title\nQ1,Q2\n1,2\n", TableChoices(tool=SurveyTool.GENERIC, header_rows=1, skip_rows=1))
    assert ([column.name for column in table.columns], table.rows) == (["Q1", "Q2"], (("1", "2"),))


def test_a_row_of_tags_under_the_headings_of_kobo_is_no_response() -> None:
    table = read(
        '"trust";"_id";"_uuid";"_submission_time";"_index"\n"#trust";"";"";"";""\n"agree";"1";"u";"t";"1"\n'
    )
    assert (table.source_tool, table.header_rows, len(table.rows)) == (SurveyTool.KOBO, 2, 1)


def test_a_workbook_is_a_table_too(samples: Path) -> None:
    folder = samples / "survey" / "google_forms"
    table = read_survey_table((folder / "gforms_candy2015_first400.xlsx").read_bytes(), "form.xlsx")
    assert (table.source_tool, table.header_rows) == (SurveyTool.GOOGLE_FORMS, 1)
    assert (table.height, len(table.columns)) == (400, 124)
    assert (table.sheet, table.sheets) == ("Form Responses 1", ("Form Responses 1",))
