"""A column mapping settled by hand."""

from pathlib import Path

import pytest
from tests.operations.survey_specimens import write_items

from assessor.exchange.mappings import Use
from assessor.operations.surveys.survey_mappings import (
    list_constructs,
    read_values,
    replace_column,
    use_column,
    values_as_text,
)
from assessor.operations.surveys.survey_previews import preview_import
from assessor.operations.surveys.survey_proposals import ImportProposal, propose_import
from assessor.progress import finish
from assessor.terms import CannotDo, Group


@pytest.fixture
def proposal(tmp_path: Path) -> ImportProposal:
    columns = {
        "Butterfinger": ["JOY", "DESPAIR", "JOY", "JOY"],
        "I am a": ["teacher", "janitor", "teacher", "teacher"],
        "Role": ["Teacher", "Parent", "Student", "Teacher"],
        "SAF1": ["Agree", "Disagree", "Agree", "Strongly agree"],
    }
    return finish(propose_import(write_items(tmp_path / "a.csv", columns)))


def test_constructs_are_offered_by_code_and_name() -> None:
    assert ("ROL", "Role clarity") in list_constructs()


def test_values_of_ones_own_can_be_put_on_a_scale(proposal: ImportProposal) -> None:
    column, mapped = proposal.table.columns[0], proposal.mapping.columns[0]
    changed = use_column(column, mapped, Use.SCALE)
    assert values_as_text(column, changed) == "JOY =\nDESPAIR ="
    scored = read_values(changed, "JOY = 5\nDESPAIR = 1\n")
    assert (scored.scores, scored.low, scored.high) == ((("JOY", 5), ("DESPAIR", 1)), 1, 5)
    assert preview_import(proposal, replace_column(proposal.mapping, scored)).unread == 0


def test_a_point_is_a_whole_number(proposal: ImportProposal) -> None:
    changed = use_column(proposal.table.columns[0], proposal.mapping.columns[0], Use.SCALE)
    with pytest.raises(CannotDo, match="no point of a scale"):
        read_values(changed, "JOY = much")
    with pytest.raises(CannotDo, match="says nothing"):
        read_values(changed, "JOY")


def test_values_name_groups(proposal: ImportProposal) -> None:
    changed = use_column(proposal.table.columns[1], proposal.mapping.columns[1], Use.GROUP)
    named = read_values(changed, "teacher = TCH\njanitor = staff")
    assert named.names == (("teacher", "TCH"), ("janitor", "TCH"))
    with pytest.raises(CannotDo, match="no group"):
        read_values(changed, "janitor = martian")


def test_only_one_column_says_who_answered(proposal: ImportProposal) -> None:
    other = use_column(proposal.table.columns[1], proposal.mapping.columns[1], Use.GROUP)
    mapping = replace_column(proposal.mapping, other)
    assert [column.use for column in mapping.columns].count(Use.GROUP) == 1
    assert preview_import(proposal, mapping).groups == {Group.TCH: 3, None: 1}


def test_every_use_can_be_turned_into_every_other(proposal: ImportProposal) -> None:
    column, mapped = proposal.table.columns[3], proposal.mapping.columns[3]
    for use in Use:
        changed = use_column(column, mapped, use)
        assert changed.use is use
        assert changed.code == ("SAF1" if use.is_item else "")
