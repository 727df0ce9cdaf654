"""The one line of the note-taking room: it keeps the focus, its speakers stand before it as a chip."""

from collections.abc import Callable, Collection
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from assessor.operations.typed_lines import Speakers, split_behavior, split_speakers
from assessor.ui.assess.sitting_words import clock, seat_label
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, outline, painting_on, text_width
from assessor.ui.widgets.speaker_chips import ChipState, draw_large_chip

HEIGHT, _CHIP, _INSET, _STAMP = 64, 32, 16, 88
KEEP_AFTER = 250
"""Milliseconds after typing pauses until the line is kept."""
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1)


class InputLine(QWidget):
    """64 high. The moment of the first key stands at the right, until the line is noted."""

    noted = Signal()
    paused = Signal()
    """Typing paused: time to keep the line."""
    changed = Signal()
    question_moved = Signal(int)

    def __init__(
        self, now: Callable[[], datetime], hint: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._seats: Collection[int] = ()
        self._behaviors: Collection[str] = ()
        self._is_literal = False
        self.speakers: Speakers | None = None
        self.behavior = ""
        self.begun_at: datetime | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.setFont(Role.INPUT.font())
        self.line.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0; }"
        )
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._edited)
        self.setFocusProxy(self.line)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.line)
        self._pause = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._pause.timeout.connect(self.paused)
        self.setFixedHeight(HEIGHT)
        self._place()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(640, HEIGHT)

    def offer(self, seats: Collection[int], behaviors: Collection[str] = ()) -> None:
        """Take these numbers for seats, and in an observation these codes for behavior."""
        self._seats, self._behaviors = frozenset(seats), frozenset(behaviors)

    @property
    def seats(self) -> Collection[int]:
        """The seats that can be named in the text; none once a chip was turned back into words."""
        return () if self._is_literal else self._seats

    @property
    def text(self) -> str:
        """The words after the chip."""
        return self.line.text()

    @property
    def chip(self) -> Speakers | None:
        """Who is named before the words; a behavior code names nobody."""
        return Speakers((), "") if self.behavior else self.speakers

    @property
    def whole(self) -> str:
        """Everything typed, the chip as it was typed: what is kept."""
        before = self.speakers.typed if self.speakers else f"{self.behavior} " if self.behavior else ""
        return before + self.line.text()

    def restore(self, typed: str, begun_at: datetime | None) -> None:
        """Show a line that was kept."""
        self._take_chip(typed)
        self.begun_at = begun_at or self._now()
        self._show_chip()

    def clear(self) -> None:
        """Begin the next line."""
        self._pause.stop()
        self.speakers, self.behavior, self.begun_at, self._is_literal = None, "", None, False
        self.line.setText("")  # clear() could be undone, and undo is to take back the line noted
        self._show_chip()

    def set_speaker(self, seat: int, *, also: bool = False) -> None:
        """Say who speaks, instead of or beside those named before."""
        before = self.speakers.seats if also and self.speakers else ()
        seats = tuple(dict.fromkeys((*before, seat)))
        self.speakers = Speakers(seats, "+".join(map(str, seats)) + " ")
        self._touched()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of this room before the window's menus do."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._pressed(event):
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint frame, chip and stamp."""
        with painting_on(self) as painter:
            fill(painter, self.rect(), "surface")
            outline(painter, self.rect(), "accent", width=2)
            if self._chip_words:
                chip = QRectF(_INSET, (HEIGHT - _CHIP) / 2, self._chip_width, _CHIP)
                is_unknown = self.speakers is not None and self.speakers.is_unknown
                state = ChipState.UNKNOWN if is_unknown else ChipState.NOW
                draw_large_chip(painter, chip, self._chip_words, state)
            if self.begun_at:
                stamp = QRectF(self.width() - _STAMP, 0, _STAMP - _INSET, HEIGHT)
                draw_text(
                    painter,
                    clock(self.begun_at),
                    Role.SMALL,
                    stamp,
                    "ink3",
                    Qt.AlignmentFlag.AlignRight,
                    tabular=True,
                )

    @property
    def _chip_words(self) -> str:
        if self.behavior:
            return self.behavior
        if self.speakers is None:
            return ""
        return " ".join(seat_label(seat) for seat in self.speakers.seats) or "P?"

    @property
    def _chip_width(self) -> int:
        return max(text_width(self._chip_words, Role.LIVE_BOLD) + 24, 48) if self._chip_words else 0

    def _is_ours(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.key() in _FUNCTION_KEYS or (
            control and (event.key() in _MOVES or event.key() in _DIGITS)
        )

    def _pressed(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.noted.emit()
        elif control and key in _MOVES:
            self.question_moved.emit(_MOVES[Qt.Key(key)])
        elif key in _FUNCTION_KEYS:
            self._press_seat(
                key - Qt.Key.Key_F1 + 1, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
        elif key == Qt.Key.Key_Backspace and self._is_at_start() and self._chip_words:
            self._turn_back()
        else:
            return control and key in _DIGITS
        return True

    def _press_seat(self, seat: int, also: bool) -> None:
        if seat in self._seats:
            self.set_speaker(seat, also=also)

    def _is_at_start(self) -> bool:
        return self.line.cursorPosition() == 0 and not self.line.hasSelectedText()

    def _turn_back(self) -> None:
        """The chip becomes text again: it was a number, not a person."""
        typed, rest = self.whole.removesuffix(self.line.text()).rstrip(), self.line.text()
        self.speakers, self.behavior, self._is_literal = None, "", True
        self.line.setText(typed + rest)
        self.line.setCursorPosition(len(typed))
        self._touched()

    def _edited(self, typed: str) -> None:
        if not typed and not self._chip_words:
            self._is_literal = False
        if not self._is_literal and not self._chip_words:
            self._take_chip(typed)
        self._touched()

    def _take_chip(self, typed: str) -> None:
        self.behavior, rest = split_behavior(typed, self._behaviors)
        self.speakers, rest = (None, rest) if self.behavior else split_speakers(typed, self._seats)
        if rest != self.line.text():
            place = self.line.cursorPosition() - (len(typed) - len(rest))
            self.line.setText(rest)
            self.line.setCursorPosition(len(rest) if place < 0 else place)

    def _touched(self) -> None:
        is_empty = not self.whole
        if is_empty:
            self.begun_at = None
        elif self.begun_at is None:
            self.begun_at = self._now()
        self._pause.start()
        self._show_chip()
        self.changed.emit()

    def _show_chip(self) -> None:
        self._place()
        words = self._chip_words
        self.line.setAccessibleDescription(words)
        self.update()

    def _place(self) -> None:
        left = _INSET + (self._chip_width + 14 if self._chip_words else 4)
        self._row.setContentsMargins(left, 2, _STAMP if self.begun_at else _INSET, 2)
