"""A mapping is proposed, kept as JSON, checked, and turns rows into responses."""

from dataclasses import replace

import pytest

from assessor.exchange.mappings import Mapping, UnfitMapping, Use, mapping_from_json, mapping_to_json
from assessor.exchange.proposals import KnownItem, Proposal, propose_mapping
from assessor.exchange.responses import Answer, AnswerState, Responses, ValueSeen, apply_mapping
from assessor.exchange.survey_tables import SurveyTable, read_survey_table

FORM = (
    KnownItem("COM1", "I talk with our SRO often enough to keep small issues from growing.", "COM"),
    KnownItem(
        "COM4", "I often hear about incidents here from someone other than our SRO.", "COM", reverse=True
    ),
    KnownItem("TRN2", "In the last 12 months I have trained together with our SRO.", "TRN", use=Use.YES_NO),
    KnownItem("OPN1", "What is one thing that works well?", use=Use.TEXT),
)
EXPORT = """Timestamp,I am a...,Which school?,COM1,\
"I often hear of incidents here from someone other than our SRO",TRN2. Trained together?,\
What is one thing that works well?,Email Address,Topics
1/5/2026 8:00,Teacher,Oak,Agree,Strongly agree,Yes,We talk.,a@b.org,"Talk, Trust"
1/5/2026 8:05,Parent,Oak,Don't know,Disagree,No,,c@d.org,Talk
1/5/2026 8:06,Teacher,Elm,,Neutral,yes,N/A,e@f.org,"Trust, Talk, chess"
1/5/2026 8:07,Visitor,Elm,Agree,Disagree,Maybe,,g@h.org,"Talk, Trust"
1/5/2026 8:08,Teacher,Oak,Agree,agreee,No,,i@j.org,Trust
1/5/2026 8:09,Teacher,Oak,,,,,k@l.org,
"""


@pytest.fixture
def table() -> SurveyTable:
    return read_survey_table(EXPORT.encode(), "export.csv")


@pytest.fixture
def proposal(table: SurveyTable) -> Proposal:
    return propose_mapping(table, FORM)


@pytest.fixture
def responses(table: SurveyTable, proposal: Proposal) -> Responses:
    return apply_mapping(table, proposal.mapping)


def answers(responses: Responses, row: int) -> dict[str, Answer]:
    response = next(response for response in responses.responses if response.row == row)
    return {answer.code: answer for answer in response.answers}


def test_columns_are_matched_to_known_items_by_code_or_by_wording(proposal: Proposal) -> None:
    assert [(match.position, match.code, match.by) for match in proposal.matches] == [
        (3, "COM1", "code"),
        (4, "COM4", "wording"),
        (5, "TRN2", "code"),
        (6, "OPN1", "wording"),
    ]
    matched = proposal.mapping.columns[4]
    assert (matched.code, matched.construct, matched.reverse) == ("COM4", "COM", True)


def test_every_column_is_proposed_a_use(proposal: Proposal) -> None:
    assert [column.use for column in proposal.mapping.columns] == [
        *(Use.IGNORE, Use.GROUP, Use.SITE, Use.SCALE, Use.SCALE, Use.YES_NO, Use.TEXT),
        *(Use.IGNORE, Use.MULTIPLE_CHOICE),
    ]


def test_no_private_value_gets_into_a_proposal(proposal: Proposal) -> None:
    assert "@" not in mapping_to_json(proposal.mapping)


def test_a_mapping_survives_being_kept_as_json(proposal: Proposal) -> None:
    assert mapping_from_json(mapping_to_json(proposal.mapping)) == proposal.mapping


@pytest.mark.parametrize("text", ["", "{}", '{"headings": 3}', "[1]"])
def test_json_that_holds_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(UnfitMapping, match="map the columns again"):
        mapping_from_json(text)


def test_scores_are_given_as_worded_and_never_reversed(responses: Responses) -> None:
    first = answers(responses, 1)
    assert (first["COM1"].score, first["COM4"].score) == (4, 5)


def test_not_knowing_is_kept_apart_from_not_answering(responses: Responses) -> None:
    assert answers(responses, 2)["COM1"].state is AnswerState.DONT_KNOW
    assert "COM1" not in answers(responses, 3)
    assert "OPN1" not in answers(responses, 3)
    assert ValueSeen(6, "N/A", 1) in responses.no_answers


def test_yes_and_no_are_read_in_any_case(responses: Responses) -> None:
    assert [answers(responses, row)["TRN2"].score for row in (1, 2, 3)] == [1, 0, 1]


def test_choices_are_told_from_what_was_written_beside_them(responses: Responses) -> None:
    topics = answers(responses, 3)["Topics"]
    assert (topics.choices, topics.others) == (("Trust", "Talk"), ("chess",))


def test_groups_and_sites_are_named(responses: Responses) -> None:
    assert [(one.group, one.site) for one in responses.responses] == [
        *[("TCH", "Oak"), ("PAR", "Oak"), ("TCH", "Elm"), ("", "Elm"), ("TCH", "Oak")]
    ]


def test_what_could_not_be_read_is_told_with_its_count(responses: Responses) -> None:
    assert set(responses.unread) == {
        ValueSeen(1, "Visitor", 1),
        ValueSeen(4, "agreee", 1),
        ValueSeen(5, "Maybe", 1),
    }
    assert answers(responses, 5)["COM4"] == Answer("COM4", AnswerState.UNREAD, "agreee")


def test_rows_without_any_answer_are_left_out_and_told(responses: Responses) -> None:
    assert responses.rows_without_answers == (6,)
    assert [one.row for one in responses.responses] == [1, 2, 3, 4, 5]


def test_a_group_may_be_settled_for_all_rows(table: SurveyTable, proposal: Proposal) -> None:
    columns = tuple(
        replace(column, use=Use.IGNORE) if column.use is Use.GROUP else column
        for column in proposal.mapping.columns
    )
    settled = Mapping(proposal.mapping.headings, columns, group="TCH")
    assert {one.group for one in apply_mapping(table, settled).responses} == {"TCH"}


def test_options_in_columns_of_their_own_are_one_answer() -> None:
    table = read_survey_table(
        b"Respondent ID,Topics,,Q\n,Talk,Trust,Response\n1,Talk,,Yes\n2,,,Yes\n3,Talk,Trust,No\n", "x.csv"
    )
    responses = apply_mapping(table, propose_mapping(table, ()).mapping)
    assert [answers(responses, row)["Topics"].choices for row in (1, 3)] == [("Talk",), ("Talk", "Trust")]
    assert "Topics" not in answers(responses, 2)


def test_a_zero_in_every_option_is_an_answer_in_kobo_and_none_in_redcap() -> None:
    kobo = read_survey_table(b"t/a,t/b,q,__id\n0,0,x y,1\n1,0,z w,2\n0,1,u v,3\n", "x.csv")
    redcap = read_survey_table(
        b"record_id,t___a,t___b,q,f_complete\n1,0,0,x y,2\n2,1,0,z w,2\n3,0,1,u v,2\n", "x.csv"
    )
    asked = [apply_mapping(table, propose_mapping(table, ()).mapping) for table in (kobo, redcap)]
    assert answers(asked[0], 1)["t"].choices == ()
    assert "t" not in answers(asked[1], 1)
    assert answers(asked[1], 2)["t"].choices == ("a",)


def test_a_known_item_in_unknown_labels_waits_for_its_scores() -> None:
    table = read_survey_table(b"COM1,x\nEinverstanden,1\nDagegen,2\n", "x.csv")
    mapped = propose_mapping(table, FORM).mapping.columns[0]
    assert (mapped.use, mapped.code, mapped.scores) == (Use.SCALE, "COM1", ())


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"headings": ("a",)}, "made for a table of 1 columns and this one has 9"),
        ({"headings": ("Other",) + ("x",) * 8}, "column 1 is “Timestamp”, not “Other”"),
    ],
)
def test_a_mapping_for_another_table_is_refused(
    table: SurveyTable, proposal: Proposal, change: dict[str, tuple[str, ...]], sentence: str
) -> None:
    with pytest.raises(UnfitMapping, match=sentence):
        apply_mapping(table, replace(proposal.mapping, headings=change["headings"]))


@pytest.mark.parametrize(
    ("place", "change", "sentence"),
    [
        (2, {"use": Use.GROUP}, "Two columns are mapped to the group"),
        (4, {"code": "COM1"}, "Two columns are mapped to COM1"),
        (5, {"code": "OPN1", "option": "x"}, "two kinds are mapped to OPN1"),
        (5, {"code": ""}, "Column 6 is mapped to an item without a code"),
        (5, {"position": 3}, "Column 4 is mapped twice"),
        (5, {"position": 99}, "Column 100 is mapped twice or is not there"),
    ],
)
def test_a_mapping_that_contradicts_itself_is_refused(
    table: SurveyTable, proposal: Proposal, place: int, change: dict[str, object], sentence: str
) -> None:
    columns = list(proposal.mapping.columns)
    columns[place] = replace(columns[place], **change)  # type: ignore[arg-type]
    with pytest.raises(UnfitMapping, match=sentence):
        apply_mapping(table, replace(proposal.mapping, columns=tuple(columns)))
