"""The note-taking room at 5,000 lines: key to glyph, Enter to durable beside plain SQLite, opening."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlcipher3 import dbapi2

from assessor.model import Remark, RemarkSpeaker
from assessor.operations.clients import begin_engagement
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, begin_sitting, choose_guide, get_sitting
from assessor.store import Engagement
from assessor.terms import Group, SittingKind
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.main_window import MainWindow
from assessor.ui.menus import FileActions
from benchmarks.measuring import Figure

LINES, TYPED = 5_000, 150
_KEPT_EVERY = 7
"""The line is kept about once a word, and a key often comes just then: it waits for the writing."""
_TALK = "calls the office first because nobody said who decides when the officer is at the other campus"
_QUESTIONS = 9


@dataclass
class Timings:
    """Seconds of each key, of each Enter until its repaint, of each commit, and of each plain insert."""

    keys: list[float]
    keys_while_keeping: list[float]
    enters: list[float]
    durable: list[float]
    plain: list[float]


class Painted(QObject):
    """Counts the repaints of the input."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self.count = 0
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """See a repaint begin; it is over when the events are processed."""
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def measure_room(application: QApplication, folder: Path) -> list[Figure]:
    """Type into the real room on a session that has 5,000 lines, its line being kept all the while."""
    with Engagement.create(folder / "room.assessor") as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
        sitting_id = _fill(engagement)
        window = MainWindow(engagement, FileActions(*(_nothing,) * 5))
        window.resize(1280, 720)
        window.show()
        opened = [_open(window, engagement, sitting_id) for _ in range(7)]
        room = LiveRoom(engagement, sitting_id)
        room.enter()
        window._enter_room(room)
        application.processEvents()
        timings = _type(application, room, folder)
        window.close()
    return _figures(timings, statistics.median(opened))


def _figures(timings: Timings, opened: float) -> list[Figure]:
    return [
        *_pair(f"Key to glyph at {LINES:,} lines", timings.keys, "aim 16 ms"),
        *_pair("Key to glyph while the line is kept", timings.keys_while_keeping, "aim 16 ms"),
        *_pair("Enter to the next empty line", timings.enters, "aim 16 ms"),
        *_pair("Enter to durable", timings.durable, "aim 25 ms", timings.plain),
        Figure(f"Open the room at {LINES:,} lines", opened, "", None, "no aim"),
    ]


def _pair(name: str, times: list[float], aim: str, plain: list[float] | None = None) -> list[Figure]:
    """The middle and the hundredth slowest, beside those of the same line written plainly."""
    same = "the same line, plain SQLite" if plain else ""
    return [
        Figure(f"{name}, {word}", _at(times, part), same, _at(plain, part) if plain else None, told)
        for word, part, told in (("p50", 0.5, "no aim"), ("p99", 0.99, aim))
    ]


def _type(application: QApplication, room: LiveRoom, folder: Path) -> Timings:
    line, painted = room.input.line, Painted(room.input.line)
    durable: list[float] = []
    room._engagement.listen(lambda _tables: durable.append(time.perf_counter()))
    insert = _plain_insert(folder)
    chance = random.Random(2026)  # noqa: S311  # the same lines each time, nothing secret
    timings = Timings([], [], [], [], [])

    def until_painted(doing: Callable[[], object]) -> float:
        before, began = painted.count, time.perf_counter()
        doing()
        while painted.count == before:
            application.processEvents()
        return time.perf_counter() - began

    for number in range(TYPED):
        text = f"{chance.randint(1, 9)} {' '.join(chance.choices(_TALK.split(), k=7))}"
        for place, letter in enumerate(text):
            if place % _KEPT_EVERY == _KEPT_EVERY - 1:
                keys = timings.keys_while_keeping
                keys.append(until_painted(lambda letter=letter: _keep_and_press(room, letter)))
            else:
                timings.keys.append(until_painted(lambda letter=letter: QTest.keyClicks(line, letter)))
        durable.clear()
        began = time.perf_counter()
        timings.enters.append(until_painted(lambda: QTest.keyClick(line, Qt.Key.Key_Return)))
        timings.durable.append(durable[0] - began)
        began = time.perf_counter()
        insert(number, text)
        timings.plain.append(time.perf_counter() - began)
    return timings


def _keep_and_press(room: LiveRoom, letter: str) -> None:
    room.keep_line()
    QTest.keyClicks(room.input.line, letter)


def _plain_insert(folder: Path) -> Callable[[int, str], None]:
    plain = dbapi2.connect(str(folder / "plain_room.db"), isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE remark (id TEXT PRIMARY KEY, sitting TEXT, position INTEGER, said_at TEXT, text TEXT)",
    ):
        plain.execute(statement)

    def insert(number: int, text: str) -> None:
        plain.execute("BEGIN IMMEDIATE")
        values = (f"id{number}", "sitting", number, "2026-11-12T10:00:00Z", text)
        plain.execute("INSERT INTO remark VALUES (?, ?, ?, ?, ?)", values)
        plain.execute("COMMIT")

    return insert


def _open(window: MainWindow, engagement: Engagement, sitting_id: str) -> float:
    """Make the room, enter it and paint it."""
    began = time.perf_counter()
    room = LiveRoom(engagement, sitting_id)
    room.enter()
    window._enter_room(room)
    QApplication.processEvents()
    took = time.perf_counter() - began
    window._leave_room()
    room.deleteLater()
    return took


def _fill(engagement: Engagement) -> str:
    """A session of 5,000 lines by nine people on nine questions."""
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH)
    choose_guide(engagement, sitting_id, "teachers_and_staff")
    seat_new_participants(engagement, sitting_id, Group.TCH, 9)
    began = datetime.now(UTC) - timedelta(minutes=40)
    begin_sitting(engagement, sitting_id, began)
    people = [seat.participant_id for seat in get_sitting(engagement, sitting_id).seats]
    chance = random.Random(2026)  # noqa: S311  # the same lines each time, nothing secret
    with engagement.change("Import transcript") as session:
        for place in range(LINES):
            remark = Remark(
                sitting_id=sitting_id,
                position=place,
                said_at=began + timedelta(seconds=place * 0.4),
                question=f"T{1 + place * _QUESTIONS // LINES}",
                text=" ".join(chance.choices(_TALK.split(), k=9)),
            )
            session.add(remark)
            session.flush()
            session.add(RemarkSpeaker(remark_id=remark.id, participant_id=chance.choice(people)))
    return sitting_id


def _at(times: list[float], part: float) -> float:
    ranked = sorted(times)
    return ranked[min(int(len(ranked) * part), len(ranked) - 1)]


def _nothing(*_: object) -> None:
    """A file action that no key here asks for."""
