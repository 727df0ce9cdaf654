"""Documents on the command line: what a file holds is told as JSON, and nothing is changed by asking."""

import json
from pathlib import Path

import pytest
from tests.test_cli import assessor

AGREEMENT = "# Agreement\n\nThe officer does not enforce school rules.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new engagement, made by the command."""
    made = tmp_path / "larkfield.assessor"
    assert assessor("new", made, "--client", "Larkfield Unified").code == 0
    return made


def kept(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder: its bytes, and when it was written."""
    return {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in folder.iterdir()}


def test_a_dry_run_tells_what_a_document_holds_and_changes_nothing(file: Path, tmp_path: Path) -> None:
    source = tmp_path / "agreement.md"
    source.write_text(AGREEMENT)
    before = kept(tmp_path)
    done = assessor("import", "document", file, source, "--dry-run")

    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == {"pages": 1, "words": 9, "has_text": True}
    assert kept(tmp_path) == before


def test_a_dry_run_of_a_file_that_cannot_be_read_is_one_sentence(file: Path, tmp_path: Path) -> None:
    source = tmp_path / "agreement.pdf"
    source.write_bytes(b"%PDF-1.7 cut off")
    done = assessor("import", "document", file, source, "--dry-run")

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("“agreement.pdf” cannot be read: ")
    assert len(done.err.splitlines()) == 1


def test_the_same_document_twice_is_refused_unless_asked_anew(file: Path, tmp_path: Path) -> None:
    source = tmp_path / "agreement.md"
    source.write_text(AGREEMENT)
    assert assessor("import", "document", file, source).code == 0
    again = assessor("import", "document", file, source)

    assert again.code == 1
    assert "is here already, as “Agreement”" in again.err
    assert assessor("import", "document", file, source, "--anew").code == 0
