"""A survey table says of each column what it asks, whether it is private and what it holds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor.exchange.columns import ColumnRole
from assessor.exchange.survey_tables import (
    Column,
    SurveyTable,
    TableChoices,
    read_survey_table,
)
from assessor.exchange.survey_tools import SurveyTool
from assessor.exchange.unreadable import UnreadableFile


def read(text: str, choices: TableChoices | None = None) -> SurveyTable:
    return read_survey_table(text.encode(), "survey.csv", choices)


def column(heading: str, *cells: str, tool: SurveyTool = SurveyTool.GENERIC) -> Column:
    """The one column of a table, beside a column that keeps blank cells from ending the row."""
    rows = "\n".join(f'"{cell}",x' for cell in (heading, *cells))
    return read(rows, TableChoices(tool=tool, delimiter=",")).columns[0]


AGREES = ("Agree", "Strongly agree", "Disagree", "Don't know", "", "N/A")


def test_a_scale_is_guessed_with_its_scores_and_what_was_left_out() -> None:
    guess = column("I can count on our SRO", *AGREES).guess
    assert guess.role is ColumnRole.SCALE
    assert guess.scale is not None
    assert dict(guess.scale.scores) == {"Disagree": 2, "Agree": 4, "Strongly agree": 5}
    assert [(entry.value, entry.count) for entry in guess.dont_knows] == [("Don't know", 1)]
    assert {entry.value for entry in guess.no_answers} == {"", "N/A"}
    assert (guess.answered, guess.distinct) == (3, 3)


@pytest.mark.parametrize(
    ("heading", "cells", "role"),
    [
        ("Do you know the SRO's name?", ("Yes", "No", "Yes"), ColumnRole.YES_NO),
        ("trained", ("1", "0", "1"), ColumnRole.YES_NO),
        ("What best describes your role?", ("Teacher", "Parent", "Teacher"), ColumnRole.GROUP),
        ("Column", ("SRO", "ADM", "TCH"), ColumnRole.GROUP),
        ("Which school do you work at?", ("Oak", "Oak", "Elm", "Elm"), ColumnRole.SITE),
        ("Favorite color", ("Blue", "Blue", "Red", "Red"), ColumnRole.CHOICE),
        ("Years", ("12", "31", "7.5"), ColumnRole.NUMBER),
        ("Day", ("1/5/2026", "1/6/2026"), ColumnRole.DAY),
        ("What works well?", ("They talk.", "I don't know", "No"), ColumnRole.TEXT),
        ("Topics", ("Talk, Trust", "Talk", "Trust", "Talk, Trust"), ColumnRole.MULTIPLE_CHOICE),
        ("Nothing", ("", "", "N/A"), ColumnRole.EMPTY),
        ("How often last month?", ("None", "1-2", "More"), ColumnRole.SCALE),
        ("How much?", ("-9", "3", "1"), ColumnRole.SCALE),
    ],
)
def test_the_role_of_a_column_is_guessed(heading: str, cells: tuple[str, ...], role: ColumnRole) -> None:
    assert column(heading, *cells).guess.role is role


def test_in_a_person_s_own_words_not_knowing_is_an_answer() -> None:
    guess = column("What works well?", "They talk.", "I don't know", "No").guess
    assert (guess.answered, guess.dont_knows) == (3, ())


@pytest.mark.parametrize(
    "heading",
    ["Email Address", "IP Address", "First Name", "Name", "Phone", "LocationLatitude", "dob", "Student ID"],
)
def test_a_column_that_tells_who_answered_is_private_by_its_heading(heading: str) -> None:
    found = column(heading, "one", "two")
    assert found.private
    assert found.reason
    assert (found.guess.role, found.guess.values) == (ColumnRole.PRIVATE, ())


@pytest.mark.parametrize(
    "cells",
    [("a@b.org", "c@d.org", ""), ("10.0.0.1", "10.0.0.2", ""), ("(405) 321-1111", "405-321-2222", "")],
)
def test_a_column_that_tells_who_answered_is_private_by_its_values(cells: tuple[str, ...]) -> None:
    assert column("Contact", *cells).private


def test_a_question_about_a_name_is_not_private() -> None:
    assert not column("Do you know the SRO's name?", "Yes", "No").private


def test_names_too_plain_are_trusted_only_where_the_tool_is_known() -> None:
    assert column("Status", "Teacher", "Parent").guess.role is ColumnRole.GROUP
    assert column("Status", "0", "1", tool=SurveyTool.QUALTRICS_LEGACY).guess.role is not ColumnRole.GROUP


def test_surveymonkey_headings_are_filled_forward() -> None:
    table = read(
        "Respondent ID,Rate each,,Why?,Topics,,\n"
        ",Trust,Talk,Open-Ended Response,Roles,Rules,Other (please specify)\n"
        "1,Agree,Disagree,x,Roles,,\n2,Agree,Agree,y,Roles,Rules,more\n"
    )
    assert [(found.question, found.sub_question) for found in table.columns[1:]] == [
        ("Rate each", "Trust"),
        ("Rate each", "Talk"),
        ("Why?", ""),
        ("Topics", "Roles"),
        ("Topics", "Rules"),
        ("Topics", "Other (please specify)"),
    ]
    roles = [found.guess.role for found in table.columns[4:]]
    assert roles == [ColumnRole.MULTIPLE_CHOICE, ColumnRole.MULTIPLE_CHOICE, ColumnRole.TEXT]


def test_statements_of_one_matrix_answered_alike_by_all_are_no_options() -> None:
    table = read("Respondent ID,Rate each,\n,Trust,Talk\n1,Agree,Agree\n2,Agree,Agree\n")
    assert [found.guess.role for found in table.columns[1:]] == [ColumnRole.SCALE, ColumnRole.SCALE]


def test_a_statement_of_a_matrix_is_scored_on_the_scale_of_the_others() -> None:
    table = read("Timestamp,Rate [Trust],Rate [Talk]\n1/5/2026 8:00,5,2\n1/5/2026 8:00,1,7\n")
    scales = [found.guess.scale for found in table.columns[1:]]
    assert [scale and (scale.low, scale.high) for scale in scales] == [(1, 7), (1, 7)]


def test_a_statement_in_brackets_is_part_of_its_question() -> None:
    assert (found := column("Rate [Trust][Scale 1]", "1")).question == "Rate"
    assert found.sub_question == "Trust / Scale 1"
    assert column(" [Talk]", "1").sub_question == "Talk"


def test_qualtrics_statements_are_told_from_their_question() -> None:
    table = read(
        "Q1_1,Q1_2,Q1_2_TEXT\nRate us - Trust,Rate us - Talk,Rate us - Talk - Text\n"
        "{'ImportId': 'QID1-1'},{'ImportId': 'QID1-2'},{'ImportId': 'QID1-2-TEXT'}\n"
        "Agree,Disagree,so\nAgree,Agree,no\n"
    )
    assert [(found.question, found.sub_question) for found in table.columns] == [
        ("Rate us", "Trust"),
        ("Rate us", "Talk"),
        ("Rate us", "Talk - Text"),
    ]
    assert [found.guess.role for found in table.columns] == [
        ColumnRole.SCALE,
        ColumnRole.SCALE,
        ColumnRole.TEXT,
    ]


def test_markup_in_question_texts_is_not_shown() -> None:
    assert column("<p>How&nbsp;do <em>you</em><br>feel?</p>", "fine").question == "How do you feel?"


def test_checkboxes_of_redcap_are_options_of_their_field() -> None:
    table = read("record_id,topics___1,topics___2,base_complete\n1,0,1,2\n2,1,0,2\n")
    assert [(c.question, c.sub_question, c.guess.role) for c in table.columns[1:3]] == [
        ("topics", "1", ColumnRole.MULTIPLE_CHOICE),
        ("topics", "2", ColumnRole.MULTIPLE_CHOICE),
    ]


def test_columns_of_one_name_are_kept_apart_by_their_places() -> None:
    table = read("Q,Q,\n1,2,3\n4,5,6\n")
    assert [(found.position, found.name) for found in table.columns] == [(0, "Q"), (1, "Q"), (2, "Column 3")]


def test_rows_of_unlike_length_are_filled_and_told() -> None:
    table = read("a,b,c\n1,2\n1,2,3,4\n", TableChoices(delimiter=","))
    assert table.rows == (("1", "2", "", ""), ("1", "2", "3", "4"))
    assert any("fewer or more cells" in note for note in table.notes)


def test_what_was_noticed_is_told() -> None:
    assert any("Windows-1252" in note for note in read_survey_table(b"a,b\n\x93x\x94,1\n", "x.csv").notes)
    assert any("reading direction" in note for note in read("a,b\n\u202ex,1\n").notes)
    assert any("no responses" in note for note in read("a,b\n").notes)
    assert any("not responses" in note for note in read("LEA_STATE,LEAID,COMBOKEY\nAL,1,1\n").notes)


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (TableChoices(skip_rows=9), "skip fewer rows"),
        (TableChoices(header_rows=7), "choose fewer header rows"),
    ],
)
def test_choices_that_leave_nothing_are_refused(choices: TableChoices, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read("a,b\n1,2\n", choices)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(alphabet="aé1,;\n\"[]-_<>&'{}:. \u00a0", max_size=200),
    st.sampled_from([None, *SurveyTool]),
    st.integers(1, 4),
)
def test_any_text_under_any_choice_is_a_table_or_refused(
    text: str, tool: SurveyTool | None, rows: int
) -> None:
    try:
        table = read(text, TableChoices(tool=tool, header_rows=rows))
    except UnreadableFile:
        return
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert [found.position for found in table.columns] == list(range(len(table.columns)))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            """Status,Finished,Q1
Status,Finished,Q
{'ImportId': 'status'},{'ImportId': 'finished'},{'ImportId': 'QID1'}
0,1,a
1,1,b
0,0,c
2,False,d
""",
            ("2 are previews or tests", "2 are not finished"),
        ),
        (
            '"Response ID","Date submitted","Last page","Q"\n1,,2,a\n2,2026-01-05,2,b\n',
            ("1 is not submitted to the end",),
        ),
        ("record_id,redcap_event_name,q\n1,a,x\n1,b,y\n2,a,z\n", ("1 of the records have several rows",)),
    ],
)
def test_trials_and_unfinished_responses_are_kept_and_told(text: str, note: tuple[str, ...]) -> None:
    table = read(text)
    assert all(any(part in told for told in table.notes) for part in note), table.notes


def test_private_cells_are_not_in_a_table_that_was_read() -> None:
    table = read("Email Address,Q1\na@b.org,fine\nc@d.org,bad\n")
    assert table.rows == (("", "fine"), ("", "bad"))
    assert (table.height, table.header) == (2, (("Email Address", "Q1"),))
    assert table.columns[0].guess.answered == 2
