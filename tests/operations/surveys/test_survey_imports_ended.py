"""An import that is ended before its end leaves nothing: no row, no byte kept, no process."""

import os
import sys
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.operations.survey_specimens import write_wave

from assessor.model import Base
from assessor.operations.surveys.survey_imports import import_survey
from assessor.store import Engagement


def _content(engagement: Engagement) -> dict[str, list[str]]:
    """Every row of every table."""
    with engagement.reading() as session:
        return {
            table.name: sorted(map(str, session.execute(select(table))))
            for table in Base.metadata.sorted_tables
        }


def _readers() -> list[str]:
    listed = " ".join(path.read_text() for path in Path(f"/proc/{os.getpid()}/task").glob("*/children"))
    commands = (Path(f"/proc/{number}/cmdline").read_bytes() for number in listed.split())
    return [command.decode() for command in commands if b"exchange.reading" in command]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "import"
    folder.mkdir()
    write_wave(folder / "wave 1.csv")
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="finds its children in /proc")
@pytest.mark.parametrize("percent", [0, 1, 40, 75, 76, 80, 85, 90, 95, 98])
def test_an_import_ended_at_any_moment_leaves_nothing(
    engagement: Engagement, folder: Path, percent: int
) -> None:
    before, files = _content(engagement), sorted(folder.iterdir())
    work = import_survey(engagement, folder / "wave 1.csv")
    for step in work:
        if 100 * step.done >= percent * step.total:
            break
    work.close()
    assert _content(engagement) == before
    assert engagement.can_undo() is None
    assert sorted(folder.iterdir()) == files
    assert _readers() == []


def test_progress_rises_to_its_end_and_is_told_in_words(engagement: Engagement, folder: Path) -> None:
    told = list(import_survey(engagement, folder / "wave 1.csv"))
    shares = [step.done / step.total for step in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(set(shares)) > 6
    assert all(step.doing for step in told)
