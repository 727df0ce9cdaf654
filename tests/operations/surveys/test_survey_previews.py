"""What an import would take, change and refuse is told before anything is written."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.operations.survey_specimens import MAIL, PHONE, write_items

from assessor.exchange.mappings import UnfitMapping, Use
from assessor.operations.surveys.survey_mappings import replace_column, use_column
from assessor.operations.surveys.survey_previews import ImportPreviewer, preview_import
from assessor.operations.surveys.survey_proposals import ImportProposal, propose_import
from assessor.progress import finish

ANSWERS = {
    "SAF1": ["Agree", "Disagree", "N/A", "Don't know", "purple", *["Agree"] * 7],
    "SAF2": ["4", "2"] * 6,
    "Why?": [f"Call {PHONE} or {MAIL}.", "", *[f"Because of reason {n}." for n in range(10)]],
    "Email": [MAIL] * 12,
    "Timestamp": ["2026-10-12 08:00:00"] * 12,
}


@pytest.fixture
def proposal(tmp_path: Path) -> ImportProposal:
    return finish(propose_import(write_items(tmp_path / "a.csv", ANSWERS)))


def test_what_becomes_of_each_column_is_told_with_its_reasons(proposal: ImportProposal) -> None:
    first, second, third = preview_import(proposal, proposal.mapping).columns
    assert (first.taken, first.dont_know, first.no_answer, first.refused) == (9, 1, 1, 1)
    assert [(one.value, one.count) for one in first.no_answers] == [("N/A", 1)]
    assert [(one.value, one.count) for one in first.unread] == [("purple", 1)]
    assert (second.taken, second.changed, second.refused) == (12, 0, 0)
    assert (third.taken, third.contacts, third.changed) == (10, 1, 1)


def test_the_whole_is_the_sum_of_the_columns(proposal: ImportProposal) -> None:
    preview = preview_import(proposal, proposal.mapping)
    assert (preview.taken, preview.changed, preview.unread) == (31, 3, 1)
    assert (preview.responses, preview.rows_without_answers, preview.questions) == (12, 0, 3)


def test_columns_of_which_nothing_comes_are_told_with_why(proposal: ImportProposal) -> None:
    dropped = preview_import(proposal, proposal.mapping).dropped
    assert [(one.name, one.is_private) for one in dropped] == [("Email", True), ("Timestamp", False)]
    assert dropped[0].reason == "holds e-mail addresses"
    assert dropped[0].cells == 12


def test_trying_one_mapping_after_another_tells_the_same_as_each_alone(proposal: ImportProposal) -> None:
    previewer = ImportPreviewer(proposal)
    unused = use_column(proposal.table.columns[0], proposal.mapping.columns[0], Use.IGNORE)
    chosen = use_column(proposal.table.columns[0], proposal.mapping.columns[0], Use.CHOICE)
    for changed in (unused, chosen, unused, proposal.mapping.columns[0]):
        mapping = replace_column(proposal.mapping, changed)
        assert previewer.preview(mapping).columns == preview_import(proposal, mapping).columns
        assert previewer.preview(mapping).responses == preview_import(proposal, mapping).responses


def test_a_mapping_that_contradicts_itself_is_refused(proposal: ImportProposal) -> None:
    twice = replace(proposal.mapping.columns[1], code="SAF1")
    with pytest.raises(UnfitMapping, match="Two columns are mapped to SAF1"):
        preview_import(proposal, replace_column(proposal.mapping, twice))
