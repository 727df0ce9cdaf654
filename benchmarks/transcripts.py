"""A WebVTT file of 10,000 cues brought in, the start of the reading process included."""

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from assessor.operations.transcripts import import_transcript
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group
from benchmarks.measuring import Figure, in_turn

CUES = 10_000
_SPEAKERS = ("Maria Alvarez", "Ben Okafor", "Lee Chen", "Kim Vale", "Dana Ruiz", "Sam Ode", "Pat Lund")
_WORDS = (
    "the office calls officer hallway teacher nobody list binder principal agree weekly meeting radio Maria "
    "student phone lunch bell who when asked first always never sometimes parent letter trust Okafor fair"
)
_CUE = re.compile(r"(\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3})\n([^:\n]+): (.+)")


def measure_transcript(folder: Path) -> list[Figure]:
    """The import, each time into a new engagement, beside a regular expression and plain rows in SQLite."""
    path = folder / "meeting.vtt"
    path.write_text("WEBVTT\n\n" + "\n".join(_cues()), encoding="utf-8")
    numbers = count()
    began = datetime(2026, 9, 1, 9, tzinfo=UTC)

    def bring_in() -> None:
        with Engagement.create(folder / f"transcript{next(numbers)}.assessor") as engagement:
            finish(import_transcript(engagement, path, group=Group.TCH, started_at=began))

    ours, floor = in_turn(5, bring_in, lambda: _bring_in_plainly(path, folder / f"plain{next(numbers)}.db"))
    same = "a regular expression and plain SQLite"
    return [Figure(f"Import a WebVTT file of {CUES:,} cues", ours, same, floor, "aim under 2,000 ms")]


def _bring_in_plainly(path: Path, target: Path) -> None:
    """The same words in two tables, without names replaced, history or search."""
    cues = _CUE.findall(path.read_text(encoding="utf-8"))
    plain = dbapi2.connect(str(target), isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE remark (id TEXT PRIMARY KEY, position INTEGER, said_at TEXT, ended_at TEXT, text TEXT)",
        "CREATE TABLE remark_speaker (id TEXT PRIMARY KEY, remark_id TEXT, speaker TEXT)",
        "BEGIN IMMEDIATE",
    ):
        plain.execute(statement)
    rows = [(f"r{n}", n, start, end, text) for n, (start, end, _, text) in enumerate(cues)]
    plain.executemany("INSERT INTO remark VALUES (?, ?, ?, ?, ?)", rows)
    speaking = [(f"s{n}", f"r{n}", speaker) for n, (_, _, speaker, _) in enumerate(cues)]
    plain.executemany("INSERT INTO remark_speaker VALUES (?, ?, ?)", speaking)
    plain.execute("COMMIT")
    plain.close()


def _cues() -> Iterator[str]:
    chance = random.Random(2026)  # noqa: S311 - the same words each time, nothing secret
    words = _WORDS.split()
    for number in range(CUES):
        said = " ".join(chance.choices(words, k=14))
        start, end = (_clock(2 * number), _clock(2 * number + 1))
        yield f"{number + 1}\n{start}.000 --> {end}.900\n{chance.choice(_SPEAKERS)}: {said}\n"


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
