"""What was settled for one wave's table is taken over by the next wave's."""

from dataclasses import replace
from pathlib import Path

from tests.operations.survey_specimens import MAIL, write_items, write_table
from tests.operations.survey_waves import bring_in, kept_answers

from assessor.exchange.mappings import Use, check_mapping, mapping_to_json
from assessor.operations.surveys.survey_imports import import_proposal
from assessor.operations.surveys.survey_mappings import read_values, replace_column, use_column
from assessor.operations.surveys.survey_previews import preview_import
from assessor.operations.surveys.survey_proposals import ImportProposal, propose_import
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group

FIRST = {
    "Butterfinger": ["JOY", "DESPAIR", "JOY", "JOY"],
    "Shirt": ["red", "blue", "red", "blue"],
    "SAF1": ["Agree", "Disagree", "Agree", "Strongly agree"],
}


def settle_first(engagement: Engagement, folder: Path) -> None:
    """The first wave: the candy put on a scale, the shirt not used, all by hand."""
    proposal = finish(propose_import(write_items(folder / "one.csv", FIRST), group=Group.TCH))
    scored = use_column(proposal.table.columns[0], proposal.mapping.columns[0], Use.SCALE)
    mapping = replace_column(proposal.mapping, read_values(scored, "JOY = 5\nDESPAIR = 1"))
    unused = use_column(proposal.table.columns[1], proposal.mapping.columns[1], Use.IGNORE)
    finish(import_proposal(engagement, proposal, replace_column(mapping, unused), title="Wave 1"))


def proposed(engagement: Engagement, path: Path) -> ImportProposal:
    proposal = finish(propose_import(path, engagement=engagement))
    check_mapping(proposal.mapping, tuple(column.name for column in proposal.table.columns))
    return proposal


def test_the_next_wave_is_read_as_the_first_was_settled(engagement: Engagement, tmp_path: Path) -> None:
    settle_first(engagement, tmp_path)
    again = {**FIRST, "Butterfinger": ["DESPAIR", "JOY", "JOY", "JOY"]}
    proposal = proposed(engagement, write_items(tmp_path / "two.csv", again))
    assert proposal.earlier is not None
    assert (proposal.earlier.wave_title, proposal.earlier.new) == ("Wave 1", ())
    candy, shirt, _ = proposal.mapping.columns
    assert (candy.use, candy.scores) == (Use.SCALE, (("JOY", 5), ("DESPAIR", 1)))
    assert shirt.use is Use.IGNORE
    assert proposal.mapping.group == Group.TCH


def test_columns_may_move_and_new_ones_are_told(engagement: Engagement, tmp_path: Path) -> None:
    settle_first(engagement, tmp_path)
    moved = {"SAF2": [4, 5, 3, 4], **dict(reversed(FIRST.items()))}
    proposal = proposed(engagement, write_items(tmp_path / "two.csv", moved))
    assert proposal.earlier is not None
    assert proposal.earlier.new == (0,)
    assert [column.use for column in proposal.mapping.columns] == [
        *(Use.SCALE, Use.SCALE, Use.IGNORE, Use.SCALE)
    ]
    assert proposal.mapping.columns[3].position == 3


def test_new_values_of_a_settled_column_are_read_as_proposed(engagement: Engagement, tmp_path: Path) -> None:
    first = {"SAF1": ["Agree", "Disagree", "Agree"], "SAF2": [4, 5, 3]}
    bring_in(engagement, write_items(tmp_path / "one.csv", first), group=Group.TCH)
    second = {"SAF1": ["Agree", "Strongly agree", "Don’t know"], "SAF2": [4, 5, 3]}
    proposal = proposed(engagement, write_items(tmp_path / "two.csv", second))
    assert preview_import(proposal, proposal.mapping).unread == 0
    assert dict(proposal.mapping.columns[0].scores)["Strongly agree"] == 5


def test_a_column_whose_answers_are_of_another_kind_is_new(engagement: Engagement, tmp_path: Path) -> None:
    first = {"Q1": ["Yes", "No", "Yes"], "Q2": ["Yes", "No", "No"], "Q3": ["a b", "c d", "e f"]}
    bring_in(engagement, write_items(tmp_path / "one.csv", first), group=Group.TCH)
    second = {**first, "Q1": ["Agree", "Disagree", "Agree"]}
    proposal = proposed(engagement, write_items(tmp_path / "two.csv", second))
    assert proposal.earlier is not None
    assert proposal.earlier.new == (0,)
    assert proposal.mapping.columns[0].use is Use.SCALE


def test_a_table_that_shares_few_headings_is_proposed_afresh(engagement: Engagement, tmp_path: Path) -> None:
    settle_first(engagement, tmp_path)
    other = {"SAF1": [1, 2], "FAI1": [2, 3], "FAI2": [2, 3], "COM1": [4, 5]}
    assert proposed(engagement, write_items(tmp_path / "two.csv", other)).earlier is None


def test_headings_of_one_name_are_told_apart_by_their_turn(engagement: Engagement, tmp_path: Path) -> None:
    headings = ["Q", "Q", "SAF1"]
    one = write_table(
        tmp_path / "one.csv", headings, [["Yes", "red", 4], ["No", "blue", 5], ["Yes", "red", 4]]
    )
    proposal = proposed(engagement, one)
    unused = use_column(proposal.table.columns[1], proposal.mapping.columns[1], Use.IGNORE)
    finish(import_proposal(engagement, proposal, replace_column(proposal.mapping, unused)))
    two = write_table(
        tmp_path / "two.csv", headings, [["No", "blue", 4], ["No", "blue", 5], ["Yes", "red", 3]]
    )
    uses = [column.use for column in proposed(engagement, two).mapping.columns]
    assert uses == [Use.YES_NO, Use.IGNORE, Use.SCALE]


def test_a_new_column_never_takes_the_code_or_place_of_a_settled_one(
    engagement: Engagement, tmp_path: Path
) -> None:
    first = {
        "My words for it": [4, 5, 3, 4],
        "Role": ["Teacher", "Parent", "Teacher", "Parent"],
        "x": [1, 2, 1, 2],
    }
    proposal = proposed(engagement, write_items(tmp_path / "one.csv", first))
    own = replace(proposal.mapping.columns[0], code="SAF1")
    finish(import_proposal(engagement, proposal, replace_column(proposal.mapping, own)))
    second = {**first, "SAF1": [2, 3, 2, 3], "Your role": ["Teacher", "Parent", "Parent", "Parent"]}
    columns = proposed(engagement, write_items(tmp_path / "two.csv", second)).mapping.columns
    assert columns[0].code == "SAF1"
    assert columns[3].code not in ("", "SAF1")
    assert [column.use for column in columns].count(Use.GROUP) == 1


def test_without_a_screen_the_next_wave_is_brought_in_as_settled(
    engagement: Engagement, tmp_path: Path
) -> None:
    settle_first(engagement, tmp_path)
    again = write_items(tmp_path / "two.csv", {**FIRST, "Butterfinger": ["JOY"] * 4})
    done = bring_in(engagement, again, title="Wave 2")
    assert done.questions == 2
    assert {answers.get("Butterfinger") for answers in list(kept_answers(engagement))} == {1, 5}


def test_a_private_column_stays_dropped_whatever_was_settled(engagement: Engagement, tmp_path: Path) -> None:
    first = {"Contact": ["by phone", "by radio", "by radio"], "SAF1": [4, 5, 3]}
    bring_in(engagement, write_items(tmp_path / "one.csv", first), group=Group.TCH)
    second = {"Contact": [MAIL, MAIL, MAIL], "SAF1": [4, 5, 3]}
    proposal = proposed(engagement, write_items(tmp_path / "two.csv", second))
    assert proposal.mapping.columns[0].use is Use.IGNORE
    assert MAIL not in mapping_to_json(proposal.mapping)
