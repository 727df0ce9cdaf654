"""Plays the captions of a practice at reading pace: started, paused, or moved ahead one by one."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate

from PySide6.QtCore import QObject, QTimer, Signal

from assessor.instruments.practices import Caption, Practice
from assessor.operations.practices import ToldCaption

_TICK = 200


@dataclass(frozen=True)
class Step:
    """A caption that is said, or then what is seen of the others, from one second to another."""

    caption: Caption
    number: int
    shows_seen: bool
    seconds: float
    until: float


@dataclass(frozen=True)
class _Mark:
    """From a moment on, the second of the practice, which passes or stands still."""

    at: datetime
    seconds: float
    is_running: bool


class CaptionPlayer(QObject):
    """Counts the seconds of a practice. They stand still in a pause, and leap when moved ahead."""

    moved = Signal()
    """Time passed, or it was started, paused or moved ahead."""

    def __init__(self, practice: Practice, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self.steps = _steps(practice)
        self._marks: list[_Mark] = []
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.tick)

    @property
    def length(self) -> float:
        """Seconds of the whole practice."""
        return self.steps[-1].until

    @property
    def seconds(self) -> float:
        """The second of the practice now."""
        return self.seconds_at(self._now()) if self._marks else 0.0

    @property
    def has_begun(self) -> bool:
        """Whether it was started."""
        return bool(self._marks)

    @property
    def is_running(self) -> bool:
        """Whether time passes now."""
        return bool(self._marks) and self._marks[-1].is_running and not self.is_over

    @property
    def is_over(self) -> bool:
        """Whether everything was said."""
        return self.has_begun and self.seconds >= self.length

    @property
    def step(self) -> Step | None:
        """What is said or seen now; None before it begins and when it is over."""
        return self.steps[self._place()] if self.has_begun and not self.is_over else None

    def seconds_at(self, moment: datetime) -> float:
        """Which second of the practice a moment was; below 0 before it began."""
        mark = next((one for one in reversed(self._marks) if one.at <= moment), None)
        if mark is None:
            return (moment - self._marks[0].at).total_seconds() if self._marks else 0.0
        passed = (moment - mark.at).total_seconds() if mark.is_running else 0.0
        return min(mark.seconds + passed, self.length)

    def told(self) -> list[ToldCaption]:
        """The captions shown so far; votes that were not shown yet are left out."""
        shown = [one for one in self.steps if self.has_begun and one.seconds <= self.seconds]
        seen = {one.number for one in shown if one.shows_seen}
        until = {one.number: one.until for one in self.steps}
        return [
            ToldCaption(
                one.caption if one.number in seen else replace(one.caption, seen=None, agree=(), dissent=()),
                one.seconds,
                until[one.number],
            )
            for one in shown
            if not one.shows_seen
        ]

    def switch(self) -> None:
        """Start, pause, or go on."""
        if not self.is_over:
            self._mark(self.seconds, is_running=not self.is_running)

    def move_ahead(self) -> None:
        """Go to what is said or seen next at once; paused it stays paused."""
        if not self.has_begun:
            self.switch()
        elif not self.is_over:
            self._mark(self.steps[self._place()].until, is_running=self.is_running)

    def stop(self) -> None:
        """Let no more time pass."""
        self._timer.stop()

    def tick(self) -> None:
        """Look at the clock."""
        if not self.is_running:
            self._timer.stop()
        self.moved.emit()

    def _mark(self, seconds: float, *, is_running: bool) -> None:
        now = self._now()
        at = now.replace(microsecond=now.microsecond // 1000 * 1000)  # as lines are stamped in the file
        self._marks.append(_Mark(at, seconds, is_running))
        if is_running:
            self._timer.start()
        self.tick()

    def _place(self) -> int:
        starts = [one.seconds for one in self.steps]
        return max(bisect_right(starts, self.seconds) - 1, 0)


def _steps(practice: Practice) -> list[Step]:
    said = [
        (caption, number, shows_seen, text)
        for number, caption in enumerate(practice.captions, start=1)
        for shows_seen, text in ((False, caption.text), (True, caption.seen))
        if text
    ]
    ends = list(accumulate(practice.seconds_of(text) + practice.pause for *_, text in said))
    return [
        Step(caption, number, shows_seen, start, end)
        for (caption, number, shows_seen, _), start, end in zip(said, [0.0, *ends], ends, strict=False)
    ]
