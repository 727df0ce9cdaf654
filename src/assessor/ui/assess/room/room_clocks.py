"""The clocks of the note-taking room: the time of day, what is left of the sitting, and of the question."""

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.ui.assess.sittings.sitting_words import clock
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, painting_on, text_width
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.texts import Text

_LONG_OVER = 300
"""Minutes over which a sitting is not late, but taken up again."""
_LIMITS = (0, 5, 15)
"""Minutes left from which on it is said, the most urgent first."""
_BAR_WIDTH, _BAR_HEIGHT = 136, 6


class SittingClock(QWidget):
    """The time of day, large, and how long the sitting still lasts. Silent: it only changes color."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time = Text("", Role.PAGE, tabular=True)
        self.left = Text("", Role.SMALL_BOLD)
        self.minutes_left: int | None = None
        """Of those planned; less than none when it is over time, None before it began or when resumed."""
        self.planned = Text("", Role.SMALL, "ink3")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.left)
        words.addWidget(self.planned)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.time)
        row.addLayout(words)

    def show_time(self, now: datetime, started_at: datetime | None, minutes: int) -> None:
        """Show the moment, and minutes left of those planned."""
        self._say(self.time, clock(now, seconds=False))
        self._say(self.planned, self.tr("of {minutes}").format(minutes=minutes))
        used = (now - started_at) if started_at else timedelta()
        left = minutes - int(used.total_seconds() // 60)
        self.minutes_left = left if started_at and left > -_LONG_OVER else None
        is_over = -_LONG_OVER < left <= 0
        self._say(self.left, self._left_words(left))
        for text in (self.time, self.left):
            text.set_tone("watch" if is_over else "ink")

    def _left_words(self, left: int) -> str:
        if left <= -_LONG_OVER:
            return self.tr("Resumed")
        if not left:
            return self.tr("Time is up")
        words = self.tr("{minutes} min left") if left > 0 else self.tr("{minutes} min over")
        return words.format(minutes=abs(left))

    def _say(self, text: Text, words: str) -> None:
        if text.text() != words:
            text.setText(words)
            text.setMinimumWidth(text.sizeHint().width())  # the clock is never cut, whatever the title


class TimeTag(Tag):
    """Says quietly, for whoever looks, that the planned end is near or past. It is announced to nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Meaning.NEUTRAL, "clock", parent)
        self._limit: int | None = None
        self.hide()

    def show_left(self, minutes: int | None) -> None:
        """Show how much is left, from fifteen minutes before the planned end on."""
        limit = next((one for one in _LIMITS if minutes is not None and minutes <= one), None)
        if limit == self._limit:
            return
        self._limit = limit
        self.setVisible(limit is not None)
        if limit is not None:
            words = self.tr("Over time") if not limit else self.tr("Last {minutes} min").format(minutes=limit)
            self.show_as(words, Meaning.WATCH if limit < _LIMITS[-1] else Meaning.NEUTRAL, "clock")


class QuestionClock(QWidget):
    """Minutes used on the question, and a bar that turns at the minute planned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used, self._planned = timedelta(), 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_used(self, used: timedelta, planned: int) -> None:
        """Show the time used of so many minutes; no minutes shows nothing."""
        before = (self._words, self._planned)
        self._used, self._planned = max(used, timedelta()), planned
        if (self._words, self._planned) != before:
            self.setAccessibleName(f"{self._words}{self._of}" if planned else "")
            self.update()

    @property
    def _words(self) -> str:
        minutes, seconds = divmod(int(self._used.total_seconds()), 60)
        return f"{minutes}:{seconds:02d}"

    @property
    def _of(self) -> str:
        return self.tr(" of {minutes} min").format(minutes=self._planned)

    def sizeHint(self) -> QSize:
        """The bar and the words above it."""
        return QSize(_BAR_WIDTH, 32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint words and bar."""
        if not self._planned:
            return
        part = self._used / timedelta(minutes=self._planned)
        tone = "watch" if part >= 1 else "accent"
        bold = text_width(self._words, Role.SMALL_BOLD, tabular=True)
        with painting_on(self) as painter:
            ink = "watch" if part >= 1 else "ink"
            draw_text(painter, self._words, Role.SMALL_BOLD, QRectF(0, 0, bold, 16), ink, tabular=True)
            rest = QRectF(bold, 0, self.width() - bold, 16)
            draw_text(painter, self._of, Role.SMALL, rest, "ink3", Qt.AlignmentFlag.AlignLeft)
            bar = QRectF(0, 22, self.width(), _BAR_HEIGHT)
            fill(painter, bar, "ring", _BAR_HEIGHT / 2)
            fill(
                painter,
                QRectF(0, 22, max(self.width() * min(part, 1), 4), _BAR_HEIGHT),
                tone,
                _BAR_HEIGHT / 2,
            )
