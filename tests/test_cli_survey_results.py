"""Survey results on the command line: printed of the newest wave or the one named, refused in a sentence."""

import re
import sqlite3
from pathlib import Path

import pypdfium2
import pytest
from tests.operations.survey_specimens import write_items
from tests.test_cli import assessor

from assessor.store.schema import SCHEMA_VERSION


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


def text_of(target: Path) -> str:
    with pypdfium2.PdfDocument(target) as document:
        return " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())


def printed(file: Path, target: Path) -> str:
    """The text of the results, printed now."""
    ended = assessor("report", file, "--kind", "survey-results", "--out", target)
    assert ended.code == 0, ended.err
    return text_of(target)


def teachers_came(file: Path, folder: Path, people: int) -> None:
    table = write_items(folder / f"late {people}.csv", {"COM5": ([1, 5, 2] * people)[:people]})
    ended = assessor("import", "survey", file, table, "--wave", "Wave 1", "--group", "TCH")
    assert ended.code == 0, ended.err


def test_a_few_more_answers_are_not_printed_before_enough_came(file: Path, tmp_path: Path) -> None:
    """Whoever subtracts the first print from the second would know what three teachers said."""
    first = printed(file, tmp_path / "first.pdf")
    assert "14 people answered" in first
    teachers_came(file, tmp_path, 3)
    second = printed(file, tmp_path / "second.pdf")
    assert "Hidden: these are nearly the same people as in the results printed on" in second
    assert "No group can be shown" in second
    assert "Teachers and staff: fewer than ten answers" not in second
    assert not [n for n in ("14 ", "17 ", " 3.") if n in second.partition("The numbers behind the charts")[2]]
    assert not re.search(r"\b1[47] people", second)
    teachers_came(file, tmp_path, 12)
    assert "29 people answered" in printed(file, tmp_path / "third.pdf")
    assert assessor("history", file).out.count("Publish survey results") == 2


def test_results_that_cannot_be_noted_are_not_printed(file: Path, tmp_path: Path) -> None:
    """As in a file of a newer version, which can only be read."""
    newer = sqlite3.connect(file)
    newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    newer.close()
    target = tmp_path / "results.pdf"
    ended = assessor("report", file, "--kind", "survey-results", "--out", target)
    assert ended.code == 1
    assert "has to be noted in the file. larkfield.assessor was made by a newer Assessor" in ended.err
    assert not target.exists()
