"""Program data on the command line: brought in, and told as JSON without a change."""

import json
from pathlib import Path

import pytest
from tests.operations.program_data import crdc_row, enrollment, write_crdc, write_table

from assessor.cli import main
from assessor.operations.clients import add_site
from assessor.operations.measures.measures import list_measures
from assessor.store import Engagement


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An engagement with one school."""
    path = tmp_path / "larkfield.assessor"
    assert main(["new", str(path), "--client", "Larkfield Unified"]) == 0
    with Engagement.open(path) as engagement:
        add_site(engagement, "Ridge Middle")
    return path


def test_a_table_is_brought_in_by_one_command(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write_table(
        tmp_path / "t.csv", ("Measure", "Term", "Count", "Enrolled"), ("K01", "Fall 2026", 27, 1400)
    )
    capsys.readouterr()

    assert main(["import", "measures", str(file), str(table)]) == 0
    assert capsys.readouterr().out == "t.csv: 1 value taken, 0 changed, 0 refused of 1 measure.\n"
    with Engagement.open(file) as engagement:
        assert [str(row.latest) for row in list_measures(engagement)] == ["1.93"]


def test_a_dry_run_prints_json_and_changes_not_a_byte(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    federal = write_crdc(tmp_path / "e.csv", crdc_row("Ridge Middle", 1, enrollment(4, SCH_ENR_TR_F=-9)))
    before = file.read_bytes()
    capsys.readouterr()

    assert main(["import", "measures", str(file), str(federal), "--period", "2017-18", "--dry-run"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["layout"], told["rows"], told["adds_measures"]) == ("crdc", 1, ["ENR"])
    assert told["taken"] > 10
    assert file.read_bytes() == before


def test_what_cannot_be_taken_ends_with_a_sentence(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    federal = write_crdc(tmp_path / "e.csv", crdc_row("Ridge Middle", 1, enrollment()))

    assert main(["import", "measures", str(file), str(federal)]) == 1
    assert "does not say its school year" in capsys.readouterr().err
