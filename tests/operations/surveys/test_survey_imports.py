"""Survey tables brought in: recognized, kept as worded, undone and redone."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.operations.survey_specimens import (
    PEOPLE,
    write_items,
    write_table,
    write_wave,
)
from tests.operations.survey_waves import bring_in, kept_answers

from assessor.exchange.survey_tables import TableChoices
from assessor.model import NOT_JOURNALED, Base, ContentCopy, ResponseSet
from assessor.operations.clients import add_site
from assessor.operations.surveys.survey_arrivals import Why
from assessor.operations.surveys.survey_imports import import_survey, list_imports, remove_import
from assessor.operations.surveys.survey_previews import preview_import
from assessor.operations.surveys.survey_proposals import propose_import
from assessor.operations.surveys.survey_waves import add_wave, list_questions, list_waves
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group


@pytest.fixture
def wave_file(tmp_path: Path) -> Path:
    return write_wave(tmp_path / "wave 1.csv")


def _counts(engagement: Engagement) -> dict[str, int]:
    """Rows of every journaled table: what undo takes back and redo brings again."""
    tables = [table for table in Base.metadata.sorted_tables if table.name not in NOT_JOURNALED]
    with engagement.reading() as session:
        return {t.name: session.scalar(select(func.count()).select_from(t)) or 0 for t in tables}


def test_a_table_of_all_groups_is_recognized_and_brought_in(engagement: Engagement, wave_file: Path) -> None:
    done = bring_in(engagement, wave_file, title="Survey, wave 1")
    wave = list_waves(engagement)[0]
    assert (wave.title, wave.answers, done.responses) == ("Survey, wave 1", 338, 338)
    assert {asked.group: asked.answers for asked in wave.groups} == PEOPLE
    assert {asked.group: asked.form_key for asked in wave.groups} == {
        Group.SRO: "sro",
        Group.ADM: "administrators",
        Group.TCH: "teachers_and_staff",
        Group.STU: "students_statements",
        Group.PAR: "parents_and_guardians",
        Group.PRT: "",
    }


def test_questions_keep_the_words_each_group_read(engagement: Engagement, wave_file: Path) -> None:
    done = bring_in(engagement, wave_file)
    questions = {question.code: question for question in list_questions(engagement, done.wave_id)}
    assert "our SRO" in questions["COM1"].wording(Group.ADM)
    assert "the school’s administrators" in questions["COM1"].wording(Group.SRO)
    assert questions["COM4"].is_reversed
    assert questions["COM1"].construct == "COM"
    assert questions["COM1"].choices[0] == "Strongly disagree"
    assert (questions["STG"].kind, questions["STG"].low, questions["STG"].high) == ("stage", 0, 5)
    assert questions["TRN2"].kind == "yes_no"
    assert questions["OPN1"].kind == "text"


def test_answers_are_kept_as_worded_with_dont_know_off_the_scale(
    engagement: Engagement, tmp_path: Path
) -> None:
    path = write_items(tmp_path / "a.csv", {"COM1": [5, 4, ""], "COM4": [1, "Don't know", 2]})
    bring_in(engagement, path, group=Group.ADM)
    assert list(kept_answers(engagement)) == [{"COM1": 5, "COM4": 1}, {"COM1": 4, "COM4": "DK"}, {"COM4": 2}]


def test_copies_of_the_forms_and_their_items_are_kept(engagement: Engagement, wave_file: Path) -> None:
    bring_in(engagement, wave_file)
    with engagement.reading() as session:
        kept = {tuple(row) for row in session.execute(select(ContentCopy.kind, ContentCopy.key))}
    assert ("surveys", "sro") in kept
    assert ("item_banks", "collaboration") in kept


def test_undo_removes_everything_an_import_brought_and_redo_brings_it_back(
    engagement: Engagement, wave_file: Path
) -> None:
    before = _counts(engagement)
    bring_in(engagement, wave_file)
    after = _counts(engagement)
    with engagement.reading() as session:
        assert session.scalar(select(func.sum(ResponseSet.n))) == 338
    assert engagement.undo() == "Import survey answers"
    assert _counts(engagement) == before
    engagement.redo()
    assert _counts(engagement) == after


def test_closing_an_import_half_way_leaves_nothing(engagement: Engagement, wave_file: Path) -> None:
    before = _counts(engagement)
    work = import_survey(engagement, wave_file)
    while next(work).doing != "Keeping the answers":
        pass
    next(work)
    work.close()
    assert _counts(engagement) == before
    assert engagement.can_undo() is None


def test_the_form_a_group_filled_in_tells_who_answered(engagement: Engagement, tmp_path: Path) -> None:
    codes = ["COM1", "COM2", "COM3", "COM4", "COM5", "ROL1", "ROL2", "ROL3", "TRU1", "TRU2", "TRU3", "TRU4",
             "GOA1", "GOA2", "GOA3", "CON1", "CON2", "CON3", "CON4", "RES1", "RES2", "RES3", "SAF3", "SAF4",
             "FAI1", "FAI2", "FAI4"]  # fmt: skip
    path = write_items(tmp_path / "a.csv", {code: [1, 2, 5, 4] for code in codes})
    proposal = finish(propose_import(path))
    assert proposal.form is not None
    assert proposal.form.key == "administrators"
    assert proposal.mapping.group == Group.ADM
    assert preview_import(proposal, proposal.mapping).groups == {Group.ADM: 4}


def test_the_group_told_is_the_group_that_answered(engagement: Engagement, tmp_path: Path) -> None:
    path = write_items(tmp_path / "a.csv", {"SAF1": [4, 5, 3], "Anything else?": ["No sir", "Yes sir", "Ok"]})
    bring_in(engagement, path, group=Group.PAR)
    assert [asked.group for asked in list_waves(engagement)[0].groups] == [Group.PAR]


def test_a_table_without_groups_is_brought_in_without_them(engagement: Engagement, tmp_path: Path) -> None:
    path = write_items(tmp_path / "candy.csv", {"Butterfinger": ["JOY", "DESPAIR", "JOY", "JOY"]})
    done = bring_in(engagement, path)
    wave = list_waves(engagement)[0]
    assert (wave.title, wave.groups, wave.answers) == ("candy", (), 4)
    assert [question.kind for question in list_questions(engagement, done.wave_id)] == ["choice"]


def test_sites_are_tied_by_name_and_unknown_ones_are_told(engagement: Engagement, tmp_path: Path) -> None:
    site = add_site(engagement, "Larkfield High")
    schools = ["larkfield  high", "larkfield  high", "Elm Street", "Elm Street"]
    path = write_items(tmp_path / "a.csv", {"Which school?": schools, "SAF1": [4, 5, 3, 2]})
    done = bring_in(engagement, path, group=Group.TCH)
    with engagement.reading() as session:
        assert session.scalar(select(ResponseSet.n).where(ResponseSet.site_id == site)) == 2
    assert [(left.value, left.count) for left in done.left_out if left.why is Why.SITE_NOT_KNOWN] == [
        ("Elm Street", 2)
    ]


def test_a_second_table_joins_a_wave(engagement: Engagement, tmp_path: Path) -> None:
    wave = add_wave(engagement, "Wave 1")
    sros = write_items(tmp_path / "sros.csv", {"COM1": [5, 4], "ROL3": [2, 1]})
    administrators = write_items(tmp_path / "adm.csv", {"COM1": [3, 2], "COM5": [2, 4]})
    bring_in(engagement, sros, group=Group.SRO, wave_id=wave)
    bring_in(engagement, administrators, group=Group.ADM, wave_id=wave)
    row = list_waves(engagement)[0]
    assert {asked.group: asked.answers for asked in row.groups} == {Group.SRO: 2, Group.ADM: 2}
    questions = {question.code: question for question in list_questions(engagement, wave)}
    assert set(questions) == {"COM1", "ROL3", "COM5"}
    assert "our SRO" in questions["COM1"].wording(Group.ADM)
    assert "administrators" in questions["COM1"].wording(Group.SRO)


def test_removing_a_table_leaves_the_others_of_its_wave(engagement: Engagement, tmp_path: Path) -> None:
    wave = add_wave(engagement, "Wave 1")
    first = write_items(tmp_path / "sros.csv", {"COM1": [5, 4], "ROL3": [2, 1]})
    second = write_items(tmp_path / "adm.csv", {"COM1": [3, 2], "COM5": [2, 4]})
    done = bring_in(engagement, first, group=Group.SRO, wave_id=wave)
    bring_in(engagement, second, group=Group.ADM, wave_id=wave)
    remove_import(engagement, done.import_id)
    assert [each.file_name for each in list_imports(engagement, wave)] == ["adm.csv"]
    assert [question.code for question in list_questions(engagement, wave)] == ["COM1", "COM5"]
    engagement.undo()
    assert list_waves(engagement)[0].answers == 4


def test_header_rows_can_be_settled_by_hand(engagement: Engagement, tmp_path: Path) -> None:
    path = write_table(
        tmp_path / "a.csv", ["SAF1", "SAF2"], [["I feel safe", "Safer"], [4, 5], [3, 2], [5, 1]]
    )
    choices = TableChoices(header_rows=2)
    proposal = finish(propose_import(path, choices, Group.TCH))
    assert preview_import(proposal, proposal.mapping).responses == 3
    done = bring_in(engagement, path, group=Group.TCH, choices=choices)
    assert done.responses == 3


@pytest.mark.parametrize(
    ("name", "responses", "least_questions"),
    [
        ("google_forms/gforms_candy2015_first400.csv", 400, 100),
        ("surveymonkey/sm_starwars_2header_latin1.csv", 1186, 30),
        ("qualtrics/qualtrics_text_entry_other.csv", 15, 5),
        ("redcap/redcap_simple_data.csv", 5, 1),
    ],
)
def test_tables_of_real_tools_are_brought_in_undone_and_redone(
    engagement: Engagement, samples: Path, name: str, responses: int, least_questions: int
) -> None:
    before = _counts(engagement)
    done = bring_in(engagement, samples / "survey" / name)
    assert done.responses == responses
    assert done.questions >= least_questions
    after = _counts(engagement)
    engagement.undo()
    assert _counts(engagement) == before
    engagement.redo()
    assert _counts(engagement) == after
