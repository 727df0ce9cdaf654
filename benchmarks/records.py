"""One change beside a plain write; opening and searching an engagement of 20,000 remarks."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from assessor.model import Remark, Sitting
from assessor.operations.remarks import note_remark
from assessor.operations.sittings import add_sitting
from assessor.store import Engagement
from assessor.terms import SittingKind
from benchmarks.measuring import Figure, in_turn

REMARKS = 20_000
_TEXT = (
    "the office calls officer hallway teacher nobody list binder principal agree weekly meeting radio "
    "student phone lunch bell who when asked first always never sometimes parent letter trust safe fair rule"
)


_INSERT = (
    "INSERT INTO remark (id, sitting_id, position, said_at, question, kind, fidelity, text, is_quote,"
    " clearance, setting, behavior) VALUES (?, ?, 0, '2026-11-12T10:00:00.000Z', '', 'said', 'paraphrase',"
    " 'Calls the office first.', 0, 'not_reviewed', '', '')"
)


def measure_change(folder: Path) -> list[Figure]:
    """A remark noted through the operation and the journal, beside the same row written plainly."""
    plain = dbapi2.connect(str(folder / "plain.db"), isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE remark (id TEXT PRIMARY KEY, sitting TEXT, position INTEGER, said_at TEXT, text TEXT)",
    ):
        plain.execute(statement)
    numbers = iter(range(10**9))

    def write_plainly() -> None:
        number = next(numbers)
        plain.execute("BEGIN IMMEDIATE")
        values = (f"id{number}", "sitting", number, "2026-11-12T10:00:00Z", "Calls the office first.")
        plain.execute("INSERT INTO remark VALUES (?, ?, ?, ?, ?)", values)
        plain.execute("COMMIT")

    with Engagement.create(folder / "change.assessor") as engagement:
        sitting_id = add_sitting(engagement, SittingKind.INTERVIEW, "Principal")

        def write_through_the_journal() -> None:
            with engagement.change("Note remark") as session:
                session.connection().exec_driver_sql(_INSERT, (f"id{next(numbers)}", sitting_id))

        journaled, noted, floor = in_turn(
            400,
            write_through_the_journal,
            lambda: note_remark(engagement, sitting_id, "Calls the office first."),
            write_plainly,
        )
    plain.close()
    same = "the same row, plain SQLite"
    return [
        Figure("One change through the journal", journaled, same, floor, "aim 3×"),
        Figure("A remark noted by the operation", noted, same, floor, "no aim; the rest is the mapper"),
    ]


def measure_large(folder: Path) -> list[Figure]:
    """An engagement of 20,000 remarks: opened beside a bare connection, and searched."""
    path = folder / "large.assessor"
    _fill(path)

    def open_it() -> None:
        Engagement.open(path).close()

    def open_barely() -> None:
        connection = dbapi2.connect(str(path))
        connection.execute("SELECT count(*) FROM remark").fetchone()
        connection.execute("PRAGMA quick_check(1)").fetchone()
        connection.close()

    opened, bare = in_turn(9, open_it, open_barely)
    with Engagement.open(path) as engagement:
        common, rare, phrase = in_turn(
            30,
            lambda: engagement.search("officer"),
            lambda: engagement.search("sentinel"),
            lambda: engagement.search("weekly meet"),
        )
    return [
        Figure(
            f"Open an engagement of {REMARKS:,} remarks", opened, "SQLite opens and checks it", bare, "no aim"
        ),
        Figure("Search it: a word in every fifth remark", common, "", None, "aim under 50 ms"),
        Figure("Search it: a word that stands once", rare, "", None, "aim under 50 ms"),
        Figure("Search it: two words, the last unfinished", phrase, "", None, "aim under 50 ms"),
    ]


def _fill(path: Path) -> None:
    chance = random.Random(2026)  # noqa: S311 - the same words each time, nothing secret
    words = _TEXT.split()
    began = datetime(2026, 9, 1, 9, tzinfo=UTC)
    with Engagement.create(path) as engagement:
        for number in range(40):
            with engagement.change("Import transcript") as session:
                sitting = Sitting(kind=SittingKind.FOCUS_GROUP, title=f"Group {number}")
                session.add(sitting)
                session.flush()
                session.add_all(
                    Remark(
                        sitting_id=sitting.id,
                        position=place,
                        said_at=began + timedelta(days=number, seconds=20 * place),
                        text=" ".join(chance.choices(words, k=14))
                        + (" sentinel" if number == place == 7 else ""),
                    )
                    for place in range(REMARKS // 40)
                )
