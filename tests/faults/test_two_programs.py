"""Two programs at one file: never two writers, and who comes second is told."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from assessor.app import Program
from assessor.operations.clients import add_site, begin_engagement, list_sites
from assessor.store import Engagement
from assessor.store.errors import EngagementInUse

OPENING = """
import sys
from pathlib import Path
from assessor.operations.clients import add_site
from assessor.store import Engagement
from assessor.store.errors import EngagementInUse

print("ready", flush=True)
sys.stdin.readline()
try:
    engagement = Engagement.open(Path(sys.argv[1]))
except EngagementInUse:
    print("in use", flush=True)
else:
    add_site(engagement, sys.argv[2])
    print("wrote", flush=True)
    sys.stdin.readline()
    engagement.close()
"""
RACES = 5


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "shared.assessor"
    with Engagement.create(path) as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
    return path


class Other:
    """Another program that opens the file at a word, and writes a school where it gets hold of it."""

    def __init__(self, path: Path, school: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", OPENING, str(path), school],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.says() == "ready"

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def tell(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def end(self) -> None:
        self.process.communicate("\n")


def test_of_two_that_open_at_once_never_two_write_and_whoever_does_not_is_told(file: Path) -> None:
    """On a busy machine each may find the other at the door, and both are told."""
    written = 0
    for race in range(RACES):
        others = [Other(file, f"School {race} of {number}") for number in range(2)]
        starts = [threading.Thread(target=other.tell) for other in others]
        for start in starts:
            start.start()
        said = sorted(other.says() for other in others)
        for other in others:
            other.end()
        assert said in (["in use", "wrote"], ["in use", "in use"])
        written += said.count("wrote")
    with Engagement.open(file) as engagement:
        assert len(list_sites(engagement)) == written
        assert engagement.check_integrity() == []


def test_an_open_engagement_is_not_even_read_by_another(file: Path) -> None:
    with Engagement.open(file) as engagement:
        other = Other(file, "Stolen School")
        other.tell()
        assert other.says() == "in use"
        other.end()
        add_site(engagement, "North High")
        with pytest.raises(EngagementInUse):
            Engagement.open(file)
        assert [site.name for site in list_sites(engagement)] == ["North High"]


def test_the_welcome_screen_says_that_the_file_is_open_elsewhere(qapp: QApplication, file: Path) -> None:
    other = Other(file, "North High")
    other.tell()
    assert other.says() == "wrote"
    program = Program(qapp)
    program.show_welcome()
    assert program.welcome is not None
    program.open(file)
    said = "shared.assessor is open in another window or program. Close it there first."
    assert program.welcome.view.problem.sentence == said
    other.end()
    program.open(file)
    assert program.window is not None
    program.end()
