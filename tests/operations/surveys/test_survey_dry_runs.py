"""A dry run tells of each column whether it is kept or dropped, and what becomes of its values."""

from dataclasses import replace
from pathlib import Path

import pytest

from assessor.exchange.mappings import ColumnMapping
from assessor.operations.surveys.survey_dry_runs import (
    DropWhy,
    UnclearColumn,
    ValueTold,
    tell_columns,
    tell_import,
)
from assessor.operations.surveys.survey_proposals import ImportProposal, propose_import
from assessor.progress import finish

QUALTRICS = (
    "StartDate,IPAddress,Q1,Q2,Q3,\n"
    "Start Date,IP Address,I trust our SRO,Day of the last meeting,Why?,\n"
    "{'ImportId': 'startDate'},{'ImportId': 'ipAddress'},{'ImportId': 'QID1'},{'ImportId': 'QID2'},"
    "{'ImportId': 'QID3_TEXT'},\n"
    "2026-01-05 08:00:00,10.0.0.1,4,1/5/2026,write me at a@b.org,\n"
    "2026-01-05 08:00:00,10.0.0.2,2,1/6/2026,,\n"
    "2026-01-05 08:00:00,10.0.0.3,-99,1/7/2026,,\n"
    "2026-01-05 08:00:00,10.0.0.4,,,,\n"
)


@pytest.fixture
def proposal(tmp_path: Path) -> ImportProposal:
    path = tmp_path / "export.csv"
    path.write_text(QUALTRICS, encoding="utf-8")
    return finish(propose_import(path))


def test_every_column_is_kept_or_dropped_and_says_why(proposal: ImportProposal) -> None:
    told = tell_import(proposal)
    assert [(one.column, one.position, one.read_as) for one in told.kept] == [
        ("Q1", 3, "scale"),
        ("Q3", 5, "text"),
    ]
    assert [(one.column, one.position, one.why, one.reason) for one in told.dropped] == [
        ("StartDate", 1, DropWhy.METADATA, "says how or when it was filled in, not what was answered"),
        ("IPAddress", 2, DropWhy.PERSONAL, "holds network addresses"),
        ("Q2", 4, DropWhy.METADATA, "holds days, which are not counted"),
        ("Column 6", 6, DropWhy.METADATA, "has neither a heading nor anything in it"),
    ]


def test_rows_without_an_answer_are_refused_and_changed_values_told(proposal: ImportProposal) -> None:
    told = tell_import(proposal)
    assert (told.taken, told.refused, told.questions) == (2, 2, 2)
    assert [(one.column, one.no_answer, one.contacts) for one in told.changed] == [("Q1", 1, 0), ("Q3", 0, 1)]
    assert told.changed[0].no_answers == (ValueTold("-99", 1),)


def test_numbers_without_labels_are_unclear(proposal: ImportProposal) -> None:
    reason = "holds numbers whose labels are not in the file"
    values = (ValueTold("2", 1), ValueTold("4", 1))
    assert tell_import(proposal).unclear == (UnclearColumn("Q1", 3, reason, values),)


def test_a_column_the_mapping_ignores_is_dropped(proposal: ImportProposal) -> None:
    columns = tuple(
        ColumnMapping(one.position) if one.position == 4 else one for one in proposal.mapping.columns
    )
    told = tell_columns(proposal, replace(proposal.mapping, columns=columns))
    assert [one.column for one in told.kept] == ["Q1"]
    assert told.dropped[-2].reason == "is not used"
