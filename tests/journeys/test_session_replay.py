"""Ninety minutes with nine teachers typed into the real room: the file then says what the script says."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.session_notebook import Notebook
from tests.journeys.session_player import (
    Time,
    play,
    press,
    read_askings,
    read_concerns,
    read_lines,
    read_state,
    seat_teachers,
)
from tests.journeys.session_script import EVENTS, SEED, script

from assessor.operations.kept_lines import get_line
from assessor.operations.off_record import is_off_record
from assessor.operations.remarks import list_remarks
from assessor.operations.sittings import get_sitting, list_sittings
from assessor.store import Engagement
from assessor.ui.assess.room.live_room import LiveRoom

ROOT = Path(__file__).parents[2]
KILLS, MOST_SECONDS, PATIENCE = 20, 0.8, 600.0


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    made = Time()
    made.govern(monkeypatch.setattr)
    return made


def notebook() -> Notebook:
    kept = Notebook()
    for event in script():
        kept.take(event)
    return kept


@pytest.fixture
def engagement(tmp_path: Path) -> Iterator[Engagement]:
    with Engagement.create(tmp_path / "session.assessor") as made:
        yield made


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot, engagement: Engagement, time: Time) -> Iterator[LiveRoom]:
    del qapp, time
    made = LiveRoom(engagement, seat_teachers(engagement))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.enter()
    yield made
    made.hide()


def test_ninety_minutes_of_nine_people_are_in_the_file_as_they_were(
    room: LiveRoom, engagement: Engagement, time: Time
) -> None:
    (sitting,) = list_sittings(engagement)
    for event in script():
        play(room, time, event)
        assert room.problem.sentence == "", event
    expected = notebook()

    assert len(script()) >= EVENTS >= 600
    assert read_lines(engagement, sitting.id) == expected.lines
    assert read_concerns(engagement, sitting.id) == expected.concerns
    assert read_state(engagement, sitting.id) == expected.state()
    assert read_askings(engagement, sitting.id)[1:] == expected.asked
    late = get_sitting(engagement, sitting.id).seats[8]
    assert len(late.absences) == 1
    assert engagement.check_integrity() == []


class Player:
    """A process that plays the script from a place on, and says what it has done."""

    def __init__(self, path: Path, sitting_id: str, done: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.session_child", str(path), sitting_id, str(done)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def die_after(self, patience: float) -> list[str]:
        """Kill it so many seconds after the room is open; the lines it had said by then."""
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        first = self.process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        self.process.kill()
        said, errors = self.process.communicate()
        assert first.startswith("open"), errors
        assert self.process.returncode in (0, -signal.SIGKILL), errors
        lines = (first + said).splitlines(keepends=True)
        return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def done_by(said: list[str], before: int) -> int:
    """How many events were acknowledged."""
    counted = [int(line.split()[1]) for line in said if line.startswith(("open", "done"))]
    return max(counted, default=before)


def test_killed_again_and_again_the_session_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "session.assessor"
    with Engagement.create(path) as engagement:
        sitting_id = seat_teachers(engagement)
    chance = random.Random(SEED)  # noqa: S311  # the moments of the kills, the same in every run
    done, kills, said = 0, 0, [""]
    while said[-1] != "over":
        patience = chance.uniform(0, MOST_SECONDS) if kills < KILLS else PATIENCE
        said = Player(path, sitting_id, done).die_after(patience)
        half = [line.split(" ", 2) for line in said if line.startswith("half")]
        done = done_by(said, done)
        if said[-1].startswith("half"):
            with Engagement.open(path) as engagement:
                kept = get_line(engagement, sitting_id).text
                count = len(list_remarks(engagement, sitting_id))
            assert kept.startswith(half[-1][2]) or count == lines_after(done + 1)
        kills += 1
    assert kills > KILLS
    expected = notebook()
    with Engagement.open(path) as engagement:
        assert engagement.check_integrity() == []
        assert read_lines(engagement, sitting_id) == expected.lines
        assert read_concerns(engagement, sitting_id) == expected.concerns
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert b"quixotic" not in content
        assert "quixotic".encode("utf-16-le") not in content


def lines_after(done: int) -> int:
    """How many lines the file has after so many events."""
    kept = Notebook()
    for event in script()[:done]:
        kept.take(event)
    return len(kept.lines)


def test_the_line_goes_off_the_record_by_key_before_the_window_is_active(
    room: LiveRoom, engagement: Engagement, time: Time
) -> None:
    """As after a restart: a key that is not heard here would let words be kept that must not be."""
    (sitting,) = list_sittings(engagement)
    time.passed = 1000
    press(room, "off")
    assert is_off_record(engagement, sitting.id)
    press(room, "off")
    assert not is_off_record(engagement, sitting.id)
