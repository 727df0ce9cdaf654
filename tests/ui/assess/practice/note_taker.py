"""Hands that take notes in the practice, and the time that they move on."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assessor.instruments.practices import Caption
from assessor.ui.assess.practice.caption_player import CaptionPlayer, Step
from assessor.ui.assess.practice.caption_strip import CaptionStrip
from assessor.ui.assess.practice.practice_room import PracticeRoom
from assessor.ui.assess.room.live_room import LiveRoom

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


class Time:
    """The time of the room, moved on by the test."""

    def __init__(self) -> None:
        self.passed = 0.0

    def wall(self) -> datetime:
        return TEN + timedelta(seconds=self.passed)

    def counted(self) -> float:
        return self.passed


def room_of(practice: PracticeRoom) -> LiveRoom:
    assert practice.room is not None
    return practice.room


def player_of(practice: PracticeRoom) -> CaptionPlayer:
    assert practice.player is not None
    return practice.player


def strip_of(practice: PracticeRoom) -> CaptionStrip:
    strip = room_of(practice).findChild(CaptionStrip)
    assert isinstance(strip, CaptionStrip)
    return strip


def press(
    practice: PracticeRoom, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(room_of(practice).input.line, key, modifiers)


def note(practice: PracticeRoom, typed: str) -> None:
    line = room_of(practice).input.line
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)


def note_said(practice: PracticeRoom, caption: Caption) -> None:
    """As a note-taker would who misses nothing."""
    mark = '"' if caption.quote else ""
    note(practice, f"{caption.seat} {mark}{caption.text}")


def note_seen(practice: PracticeRoom, caption: Caption) -> None:
    agree = "+" + " ".join(map(str, caption.agree)) if caption.agree else ""
    dissent = " -" + " ".join(map(str, caption.dissent)) if caption.dissent else ""
    note(practice, f"{agree}{dissent}")


def play(practice: PracticeRoom, time: Time, take: Callable[[Step], None]) -> None:
    """Let the whole practice pass, and take a note whenever something new is shown."""
    player = player_of(practice)
    press(practice, Qt.Key.Key_Space, CONTROL)
    while (step := player.step) is not None:
        time.passed += 0.5
        take(step)
        time.passed = step.until + 0.01
        player.tick()


def figures(practice: PracticeRoom) -> list[str]:
    return [figure.share.text() for figure in practice.score.figures]


def end(practice: PracticeRoom) -> None:
    press(practice, Qt.Key.Key_E, CONTROL | SHIFT)
