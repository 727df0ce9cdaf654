"""The program in a process of its own, playing the script until it ends or is killed."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.session_notebook import Notebook
from tests.journeys.session_player import Time, play, read_state, type_keys
from tests.journeys.session_script import Event, script

from assessor.store import Engagement
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.theme import Appearance, Look

_PAUSE = 300  # ms: longer than the line needs to be kept
_HALF = 12
"""Letters typed before the note-taker pauses."""


def main(path: Path, sitting_id: str, acknowledged: int) -> None:
    """Go on after the events acknowledged, wherever the file says the session is."""
    application = QApplication([])
    look = Look(application, Appearance.LIGHT)
    time = Time()
    time.govern(setattr)
    events = script()
    engagement = Engagement.open(path)
    done = _find_place(engagement, sitting_id, events, acknowledged)
    time.passed = events[done - 1].at if done else 0
    room = LiveRoom(engagement, sitting_id)
    room.resize(1280, 720)
    room.show()
    room.enter()
    print("open", done, room.input.whole, flush=True)
    for number, event in enumerate(events[done:], start=done):
        _play(room, time, event, number)
        print("done", number + 1, flush=True)
    room.hide()
    print("over", flush=True)
    engagement.close()
    del look


def _find_place(engagement: Engagement, sitting_id: str, events: list[Event], acknowledged: int) -> int:
    """How many events are in the file: those acknowledged, and perhaps the one under way, whole."""
    if not acknowledged:
        return 0
    kept = Notebook()
    for event in events[:acknowledged]:
        kept.take(event)
    state = read_state(engagement, sitting_id)
    if state == kept.state():
        return acknowledged
    kept.take(events[acknowledged])
    assert state == kept.state(), f"{state} after event {acknowledged}: {events[acknowledged]}"
    return acknowledged + 1


def _play(room: LiveRoom, time: Time, event: Event, number: int) -> None:
    begun = room.input.whole
    is_paused = number % 9 == 4 and len(event.typed) > 2 * _HALF and event.kind == "say"
    if not begun and not is_paused:
        play(room, time, event)
        return
    time.passed = event.at
    assert event.typed.startswith(begun), f"{begun!r} was kept of {event.typed!r}"
    if not begun:
        begun = event.typed[:_HALF]
        type_keys(room, begun)
        QTest.qWait(_PAUSE)
        print("half", number, begun, flush=True)
    type_keys(room, event.typed[len(begun) :])
    QTest.keyClick(room.input.line, Qt.Key.Key_Return)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
