"""What an import of survey answers leaves out or refuses: private columns, unread answers, unfit tables."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.kept_bytes import kept_bytes
from tests.operations.survey_specimens import (
    MAIL,
    NAME,
    NETWORK,
    PHONE,
    write_items,
    write_table,
    write_wave,
)
from tests.operations.survey_waves import bring_in, kept_answers

from assessor.exchange.mappings import ColumnMapping, Mapping, UnfitMapping, Use, mapping_to_json
from assessor.exchange.unreadable import UnreadableFile
from assessor.model import SurveyImport
from assessor.operations.surveys.survey_arrivals import Why
from assessor.operations.surveys.survey_proposals import propose_import
from assessor.operations.surveys.survey_waves import add_wave, list_waves
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@pytest.fixture
def wave_file(tmp_path: Path) -> Path:
    return write_wave(tmp_path / "wave 1.csv")


def test_nothing_private_enters_the_file(tmp_path: Path, wave_file: Path) -> None:
    path = tmp_path / "private.assessor"
    with Engagement.create(path) as engagement:
        done = bring_in(engagement, wave_file)
        engagement.undo()
        engagement.redo()
    kept = kept_bytes(path)
    assert b"greet every student" in kept
    for canary in (MAIL, NETWORK, NAME):
        assert canary.encode() not in kept
    private = [left for left in done.left_out if left.why is Why.PRIVATE]
    assert {left.column for left in private} == {"Email Address", "IP Address", "Your name"}
    assert all(canary not in str(done) for canary in (MAIL, NETWORK, NAME))


def test_addresses_and_numbers_are_cut_out_of_what_people_wrote(
    engagement: Engagement, tmp_path: Path
) -> None:
    texts = [f"Write to {MAIL} or call {PHONE}.", f"Seen from {NETWORK} at 7.15.", "All fine here with us."]
    path = write_items(tmp_path / "a.csv", {"What should change?": texts, "SAF1": [5, 4, 3]})
    bring_in(engagement, path, group=Group.TCH)
    kept = [str(answers["C1"]) for answers in kept_answers(engagement)]
    assert kept == [
        "Write to [e-mail address removed] or call [phone number removed].",
        "Seen from [network address removed] at 7.15.",
        "All fine here with us.",
    ]


def test_a_mapping_cannot_bring_a_private_column_in(engagement: Engagement, tmp_path: Path) -> None:
    path = write_items(tmp_path / "a.csv", {"Email Address": [MAIL, MAIL], "SAF1": [4, 5]})
    mapping = Mapping(
        ("Email Address", "SAF1"),
        (
            ColumnMapping(0, Use.TEXT, code="MAIL", wording="E-mail"),
            ColumnMapping(1, Use.SCALE, code="SAF1", wording="I feel safe.", scores=(("4", 4), ("5", 5))),
        ),
    )
    bring_in(engagement, path, group=Group.TCH, mapping=mapping_to_json(mapping))
    assert list(kept_answers(engagement)) == [{"SAF1": 4}, {"SAF1": 5}]


def test_the_same_table_is_not_counted_twice(engagement: Engagement, wave_file: Path) -> None:
    bring_in(engagement, wave_file, title="Wave 1")
    with pytest.raises(CannotDo, match=r"already in “Wave 1”"):
        bring_in(engagement, wave_file)
    assert len(list_waves(engagement)) == 1


def test_a_code_that_means_something_else_in_the_wave_is_refused(
    engagement: Engagement, tmp_path: Path
) -> None:
    wave = add_wave(engagement, "Wave 1")
    one = write_items(tmp_path / "a.csv", {"Q1": ["Yes", "No", "Yes"]})
    other = write_items(tmp_path / "b.csv", {"Q1": ["Agree", "Disagree", "Strongly agree"]})
    bring_in(engagement, one, wave_id=wave, group=Group.TCH)
    with pytest.raises(CannotDo, match="Q1 is another question in this wave"):
        bring_in(engagement, other, wave_id=wave, group=Group.TCH)
    assert list_waves(engagement)[0].answers == 3


def test_what_was_not_read_is_told(engagement: Engagement, tmp_path: Path) -> None:
    answers = ["Agree", "Disagree", "Agree", "Strongly agree", "n/a", "purple", "Agree", "Agree", "Agree",
               "Disagree", "Agree", "Agree"]  # fmt: skip
    path = write_items(tmp_path / "a.csv", {"SAF1": answers, "SAF2": ["4"] * 6 + ["2"] * 6})
    done = bring_in(engagement, path, group=Group.TCH)
    told = {(left.why, left.column, left.value, left.count) for left in done.left_out}
    assert (Why.NOT_READ, "SAF1", "purple", 1) in told
    assert (Why.NO_ANSWER, "SAF1", "n/a", 1) in told


def test_a_table_without_answers_is_refused(engagement: Engagement, tmp_path: Path) -> None:
    path = write_table(tmp_path / "a.csv", ["Email Address", "SAF1"], [[MAIL, ""], [MAIL, "n/a"]])
    with pytest.raises(CannotDo, match="holds no answers"):
        bring_in(engagement, path)
    assert list_waves(engagement) == []


def test_a_file_that_is_no_table_is_refused_in_one_sentence(engagement: Engagement, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="it is not there"):
        bring_in(engagement, tmp_path / "gone.csv")


def test_a_mapping_made_for_another_table_is_refused(engagement: Engagement, tmp_path: Path) -> None:
    path = write_items(tmp_path / "a.csv", {"SAF1": [4, 5], "SAF2": [4, 5]})
    other = mapping_to_json(Mapping(("SAF1",), (ColumnMapping(0, Use.SCALE, code="SAF1"),)))
    with pytest.raises(UnfitMapping, match="map the columns again"):
        bring_in(engagement, path, mapping=other)


def test_a_proposal_shows_the_first_rows_without_private_columns(wave_file: Path) -> None:
    proposal = finish(propose_import(wave_file))
    assert {column.name for column in proposal.private_columns} == {
        "Email Address",
        "IP Address",
        "Your name",
    }
    assert all(MAIL not in cell and NETWORK not in cell for row in proposal.preview for cell in row[:4])
    assert proposal.preview[0][4] == "SRO"
    assert proposal.known[5] == "COM1"


def test_the_record_keeps_how_columns_were_read_and_no_values_of_unused_ones(
    engagement: Engagement, tmp_path: Path
) -> None:
    path = write_items(tmp_path / "a.csv", {"Shirt": ["red", "blue", "red", "blue"], "SAF1": [4, 5, 4, 3]})
    proposal = finish(propose_import(path))
    unused = replace(proposal.mapping.columns[0], use=Use.IGNORE)
    mapping = replace(proposal.mapping, columns=(unused, proposal.mapping.columns[1]))
    bring_in(engagement, path, group=Group.TCH, mapping=mapping_to_json(mapping))
    with engagement.reading() as session:
        kept = session.scalar(select(SurveyImport.mapping))
    assert "red" not in str(kept)
    assert kept is not None
    assert kept["columns"][1]["code"] == "SAF1"
