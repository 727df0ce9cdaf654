"""Survey results on the command line: printed of the newest wave or the one named, refused in a sentence."""

from pathlib import Path

import pypdfium2
import pytest
from tests.operations.survey_specimens import write_items
from tests.test_cli import assessor


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new engagement with a wave of fourteen teachers, made by commands."""
    made = tmp_path / "larkfield.assessor"
    assert assessor("new", made, "--client", "Larkfield Unified").code == 0
    answers = write_items(tmp_path / "answers.csv", {"COM5": [2, 3, 4, 5, 1, 4, 4] * 2, "ROL4": [1, 4] * 7})
    done = assessor("import", "survey", made, answers, "--title", "Wave 1", "--group", "TCH")
    assert done.code == 0
    return made


def test_the_results_of_a_wave_are_printed(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "results.pdf"
    ended = assessor("report", file, "--kind", "survey-results", "--wave", "wave 1", "--out", target)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"{target} holds the survey results.\n"
    with pypdfium2.PdfDocument(target) as document:
        said = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert "14 people answered" in " ".join(said.split())
    assert "The numbers behind the charts" in " ".join(said.split())


def test_a_wave_that_is_not_there_is_refused_with_those_that_are(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "results.pdf"
    ended = assessor("report", file, "--kind", "survey-results", "--wave", "Winter", "--out", target)
    assert (ended.code, ended.err) == (1, "No wave is called Winter. Known waves: Wave 1.\n")
    assert not target.exists()
