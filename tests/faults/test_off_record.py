"""What is typed off the record is nowhere on disk, neither while the program runs nor after a kill."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select

import pytest
from tests.faults.off_record_child import BEGUN, CANARY

from assessor.operations.kept_lines import get_line
from assessor.operations.off_record import is_off_record
from assessor.operations.remarks import list_remarks
from assessor.operations.safeguarding import list_concerns
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting
from assessor.store import Engagement
from assessor.terms import Group, RemarkKind, SittingKind

FORMS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
TYPED = f"typed True <{BEGUN.removeprefix('4 ')}>"
"""Said by the child: all was typed, the room is off the record, and the line holds what it held before."""
PATIENCE = 120
"""Seconds until a program that says nothing is taken to hang."""
ROOT = Path(__file__).parents[2]


class Child:
    """The program, with its home, settings, cache and temporary folder all in one place."""

    def __init__(self, home: Path, path: Path, sitting_id: str) -> None:
        self.home = home
        folders = {
            name: str(home / name.lower())
            for name in (
                "HOME",
                "TMPDIR",
                "XDG_CONFIG_HOME",
                "XDG_CACHE_HOME",
                "XDG_DATA_HOME",
                "XDG_STATE_HOME",
            )
        }
        for folder in folders.values():
            Path(folder).mkdir(parents=True, exist_ok=True)
        self.errors = (home / "errors.log").open("a")
        own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.off_record_child", str(path), sitting_id],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
            cwd=home,
            env=os.environ | folders | own,
        )

    def hear(self) -> str:
        """The next line it says."""
        assert self.process.stdout is not None
        assert select([self.process.stdout], [], [], PATIENCE)[0], "It says nothing."
        said = self.process.stdout.readline().strip()
        assert said, (self.home / "errors.log").read_text()
        return said

    def ask(self, word: str) -> str:
        """Have it do something; what it says when it is done."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return self.hear()

    def kill(self) -> None:
        """End it as a power cut would, where it has not ended."""
        self.process.kill()
        self.process.communicate()
        self.errors.close()

    def open_files(self) -> Iterator[bytes]:
        """What is in the files it holds open, those deleted already among them."""
        for link in Path(f"/proc/{self.process.pid}/fd").iterdir():
            with suppress(OSError):
                if link.stat().st_size and link.is_file():
                    yield link.read_bytes()


@contextmanager
def killing(child: Child) -> Iterator[Child]:
    """The child, and its end however the test ends."""
    try:
        yield child
    finally:
        child.kill()


def holds_canary(content: bytes) -> bool:
    return any(word.encode(form) in content for word in (CANARY, CANARY.lower()) for form in FORMS)


def found_in(home: Path) -> list[str]:
    """The files of the folder that hold a canary."""
    return [str(file) for file in home.rglob("*") if file.is_file() and holds_canary(file.read_bytes())]


@pytest.fixture
def sitting(tmp_path: Path) -> tuple[Path, str]:
    """A focus group in a file of its own."""
    path = tmp_path / "ridge.assessor"
    with Engagement.create(path) as engagement:
        sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
        seat_new_participants(engagement, sitting_id, Group.TCH, 5)
    return path, sitting_id


@pytest.fixture
def child(tmp_path: Path, sitting: tuple[Path, str]) -> Iterator[Child]:
    """The program, off the record, after everything was typed."""
    with killing(Child(tmp_path, *sitting)) as started:
        assert started.hear() == TYPED
        yield started


def test_the_scan_finds_what_is_there(tmp_path: Path) -> None:
    for number, form in enumerate(FORMS):
        (tmp_path / f"{number}").write_bytes(b"\x00\x07" + f"so {CANARY}.".encode(form))
    assert len(found_in(tmp_path)) == len(FORMS)


def test_nothing_is_on_disk_while_the_program_runs_and_after_a_kill(
    child: Child, tmp_path: Path, sitting: tuple[Path, str]
) -> None:
    assert not any(map(holds_canary, child.open_files()))
    assert found_in(tmp_path) == []
    child.process.kill()
    child.process.wait()
    assert found_in(tmp_path) == []

    with killing(Child(tmp_path, *sitting)) as again:
        assert again.hear() == TYPED
    assert found_in(tmp_path) == []
    path, sitting_id = sitting
    with Engagement.open(path) as engagement:
        assert is_off_record(engagement, sitting_id)
        assert get_line(engagement, sitting_id).text == BEGUN
        assert [row.kind for row in list_remarks(engagement, sitting_id)] == [RemarkKind.OFF_RECORD]
        assert list_concerns(engagement) == []
    assert found_in(tmp_path) == []


def test_nothing_is_on_disk_after_coming_back_and_closing(
    child: Child, tmp_path: Path, sitting: tuple[Path, str]
) -> None:
    assert child.ask("back") == "done"
    assert not any(map(holds_canary, child.open_files()))
    assert child.ask("close") == "closed"
    child.process.wait()
    assert found_in(tmp_path) == []
    path, sitting_id = sitting
    with Engagement.open(path) as engagement:
        off, noted = list_remarks(engagement, sitting_id)
        assert off.ended_at is not None
        assert (noted.text, noted.speakers) == ("The binder is read.", ("TCH-04",))
        assert get_line(engagement, sitting_id).text == ""


@pytest.mark.parametrize("how", ["close", "end"])
def test_closing_or_ending_off_the_record_ends_that_while_properly(
    how: str, child: Child, tmp_path: Path, sitting: tuple[Path, str]
) -> None:
    child.ask(how)
    if how == "end":
        child.ask("close")
    child.process.wait()
    assert found_in(tmp_path) == []
    path, sitting_id = sitting
    with Engagement.open(path) as engagement:
        assert not is_off_record(engagement, sitting_id)
        off, *noted = list_remarks(engagement, sitting_id)
        assert off.ended_at is not None
        # Ending notes the line begun before, on the record; closing keeps it.
        assert [row.text for row in noted] == (["The binder is"] if how == "end" else [])
        assert get_line(engagement, sitting_id).text == ("" if how == "end" else BEGUN)
