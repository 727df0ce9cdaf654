"""Broken tables of answers: read and noted where they can be, else one clear sentence and nothing changed."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.broken_tables import READ, REFUSED, huge_line

from assessor.cli import main
from assessor.operations.histories import list_changes
from assessor.operations.surveys.survey_imports import import_survey, list_imports
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo

_MEGABYTE = 1024
"""In the kilobytes in which Linux tells the memory of a process."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed engagement in a folder of its own."""
    path = tmp_path / "engagement" / "sent.assessor"
    path.parent.mkdir()
    Engagement.create(path).close()
    return path


def state(file: Path) -> tuple[str, list[str]]:
    return hashlib.sha256(file.read_bytes()).hexdigest(), sorted(each.name for each in file.parent.iterdir())


@pytest.mark.parametrize("fault", list(REFUSED))
def test_what_cannot_be_read_is_refused_in_one_sentence_and_nothing_is_changed(
    fault: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, make, sentence = REFUSED[fault]
    source = tmp_path / name
    make(source)
    before = state(file)
    assert main(["import", "survey", str(file), str(source)]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert f"“{name}”" in told.err
    assert sentence in told.err
    assert state(file) == before
    with Engagement.open(file) as engagement:
        with pytest.raises(CannotDo) as refused:
            finish(import_survey(engagement, source))
        assert str(refused.value) == told.err.strip()
        assert (list_imports(engagement), list_changes(engagement)) == ([], [])
    assert state(file) == before


@pytest.mark.parametrize("oddity", list(READ))
def test_what_can_be_read_is_read_and_noted(
    oddity: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, make, answers, note = READ[oddity]
    source = tmp_path / name
    make(source)
    before = state(file)
    assert main(["import", "survey", str(file), str(source), "--dry-run"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["answers"] == answers
    assert any(note in one for one in told["notes"]) or not note
    assert state(file) == before
    assert main(["import", "survey", str(file), str(source)]) == 0
    assert capsys.readouterr().out.startswith(f"{name}: {answers} answer")
    with Engagement.open(file) as engagement:
        assert [row.rows for row in list_imports(engagement)] == [answers]


def peak_of(*words: object) -> int:
    """The most memory, in kilobytes, the program and the processes it starts take for a command."""
    script = (
        "import sys, resource, subprocess; subprocess.run(sys.argv[1:], check=False, capture_output=True)"
    )
    script += "; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    command = [sys.executable, "-c", script, sys.executable, "-m", "assessor", *map(str, words)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of a process in kilobytes")
@pytest.mark.parametrize(
    "make", [huge_line, REFUSED["a zip bomb"][1], REFUSED["40 MB of commas in one line"][1]]
)
def test_what_is_too_large_takes_no_memory_to_refuse(
    make: Callable[[Path], object], file: Path, tmp_path: Path
) -> None:
    source = tmp_path / "large"
    make(source)
    assert peak_of("import", "survey", file, source) < 900 * _MEGABYTE


def test_the_gigabyte_is_no_gigabyte_on_the_disk(tmp_path: Path) -> None:
    source = tmp_path / "huge.csv"
    huge_line(source)
    status = source.stat()
    assert (status.st_size > 1 << 30, status.st_blocks * 512 < 1 << 20) == (True, True)
