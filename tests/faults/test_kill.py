"""A program killed while notes are taken: nothing acknowledged is lost, and the line being typed is kept."""

import random
import subprocess
import sys
import time
from pathlib import Path

from assessor.operations.kept_lines import get_line
from assessor.operations.remarks import list_remarks
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

ROUNDS = 100
AT_ONCE = 4
"""Writers that wait at the gate, so that starting Python does not take the time of the test."""

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path

from assessor.operations.kept_lines import keep_line, line_key
from assessor.operations.remarks import note_remark
from assessor.store import Engagement

if not sys.stdin.readline():
    sys.exit()
path, sitting_id, speaker, number = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
engagement = Engagement.open(path)
while True:
    keep_line(engagement, sitting_id, f"1 line {number}", datetime.now(UTC))
    print("kept", number, flush=True)
    note_remark(engagement, sitting_id, f"line {number}", speakers=[speaker], draft=line_key(sitting_id))
    print("noted", number, flush=True)
    number += 1
"""


class Writer:
    """A child that waits at the gate, then writes until it is killed."""

    def __init__(self, path: Path, sitting_id: str, speaker: str, first: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), sitting_id, speaker, str(first)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def write_and_die(self, seconds: float) -> list[tuple[str, int]]:
        """Open the gate, kill after the first acknowledgment and some more time; what was acknowledged."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        first = self.process.stdout.readline()
        time.sleep(seconds)
        self.process.kill()
        rest = self.process.stdout.read()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        # A line cut off in the middle of writing was never acknowledged.
        whole = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
        return [(word, int(number)) for word, number in (line.split() for line in whole)]


def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "test.assessor"
    with Engagement.create(path) as engagement:
        sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
        seat_new_participants(engagement, sitting_id, Group.TCH, 1)
        speaker = get_sitting(engagement, sitting_id).seats[0].participant_id
    chance = random.Random(20261112)  # noqa: S311  # the moments of the kills, the same in every run
    waiting = [Writer(path, sitting_id, speaker, number * 1000) for number in range(AT_ONCE)]
    acknowledged: set[int] = set()
    for number in range(ROUNDS):
        writer = waiting.pop(0)
        if number + AT_ONCE < ROUNDS:
            waiting.append(Writer(path, sitting_id, speaker, (number + AT_ONCE) * 1000))
        told = writer.write_and_die(chance.uniform(0, 0.1))
        acknowledged |= {line for word, line in told if word == "noted"}
        check_what_is_left(path, sitting_id, acknowledged, told)
    assert acknowledged


def check_what_is_left(
    path: Path, sitting_id: str, acknowledged: set[int], told: list[tuple[str, int]]
) -> None:
    with Engagement.open(path) as engagement:
        assert engagement.check_integrity() == []
        rows = list_remarks(engagement, sitting_id)
        kept = get_line(engagement, sitting_id)
    lines = [int(row.text.removeprefix("line ")) for row in rows]
    assert acknowledged <= set(lines)
    assert [row.position for row in rows] == list(range(len(rows)))
    assert all(row.speakers == ("TCH-01",) for row in rows)
    word, last = told[-1]
    # The line last acknowledged as kept is there, as a draft or as the remark that replaced it.
    begun = {int(kept.text.removeprefix("1 line "))} if kept.text else set()
    assert last in begun | set(lines) if word == "kept" else last in lines
    assert not begun & set(lines)
