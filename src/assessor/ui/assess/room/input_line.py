"""The one line of the note-taking room: it keeps the focus, its speakers stand before it as a chip."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from assessor.operations.abbreviations import expand_before
from assessor.operations.typed_lines import Speakers, begins_behavior, split_behavior, split_speakers
from assessor.ui.assess.room.line_keeping import LineKeeping
from assessor.ui.assess.room.room_keys import RoomKey, adds_speaker, pressed_seat, room_key
from assessor.ui.assess.sittings.sitting_words import clock, seat_label
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, icon, outline, painting_on, text_width
from assessor.ui.widgets.speaker_chips import ChipState, draw_large_chip

HEIGHT, _CHIP, _INSET, _STAMP, _FLAG = 64, 32, 16, 88, 20


class InputLine(QWidget):
    """64 high. The moment of the first key stands at the right, until the line is noted."""

    noted = Signal()
    paused = Signal()
    """Typing paused: time to keep the line."""
    changed = Signal()
    question_moved = Signal(int)
    asked = Signal(object)
    """A RoomKey that is for the room: flag, set apart, end."""

    def __init__(
        self, now: Callable[[], datetime], hint: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._seats: Collection[int] = ()
        self._behaviors: Collection[str] = ()
        self._words: Mapping[str, str] = {}
        self._shown: tuple[str, datetime | None] = ("", None)
        self._is_literal = self.is_flagged = False
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
        self._keeping = LineKeeping(self)
        self._keeping.due.connect(self.paused)
        self.setFixedHeight(HEIGHT)
        self._place()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(640, HEIGHT)

    def offer(self, seats: Collection[int], behaviors: Collection[str] = ()) -> None:
        """Take these numbers for seats, and in an observation these codes for behavior."""
        self._seats, self._behaviors = frozenset(seats), frozenset(behaviors)

    def offer_words(self, words: Mapping[str, str]) -> None:
        """Put these words, on Tab, in place of their short forms."""
        self._words = words

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

    def restore(self, typed: str, begun_at: datetime | None, *, is_flagged: bool = False) -> None:
        """Show a line that was kept."""
        self._take_chip(typed)
        self.begun_at, self.is_flagged = begun_at or self._now(), is_flagged
        self._show_chip()

    def flag(self) -> None:
        """Mark the line being typed as a quotation, or take the mark away."""
        self.is_flagged = not self.is_flagged
        self._touched()

    def clear(self) -> None:
        """Begin the next line."""
        self._keeping.stop()
        self.speakers, self.behavior, self.begun_at = None, "", None
        self._is_literal = self.is_flagged = False
        self.line.setText("")  # clear() could be undone, and undo is to take back the line noted
        self._show_chip()

    def take_behavior(self) -> bool:
        """Take a line that is nothing but a behavior code for one; whether a behavior is named."""
        if not self._is_literal and not self._chip_words and begins_behavior(self.text, self._behaviors):
            self._take_chip(f"{self.text.strip()} ")
        return bool(self.behavior)

    def set_speaker(self, seat: int, *, also: bool = False) -> None:
        """Say who speaks, instead of or beside those named before."""
        if self.line.isReadOnly():
            return  # off the record nothing becomes of a click either
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
            if self.is_flagged:
                left = self.width() - (_STAMP if self.begun_at else _INSET) - _FLAG
                icon(painter, "quote", "good", left, (HEIGHT - _FLAG) / 2, _FLAG)
            if self.begun_at:
                self._paint_stamp(painter, clock(self.begun_at))

    def _paint_stamp(self, painter: QPainter, words: str) -> None:
        stamp = QRectF(self.width() - _STAMP, 0, _STAMP - _INSET, HEIGHT)
        draw_text(painter, words, Role.SMALL, stamp, "ink3", Qt.AlignmentFlag.AlignRight, tabular=True)

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
        return pressed_seat(event) in self._seats or room_key(event) is not None

    def _pressed(self, event: QKeyEvent) -> bool:
        seat, key = pressed_seat(event), room_key(event)
        if self.line.isReadOnly() and key not in (RoomKey.END, RoomKey.OFF_RECORD):
            return False
        if seat in self._seats and seat is not None:
            self.set_speaker(seat, also=adds_speaker(event))
        elif event.key() == Qt.Key.Key_Backspace and self._is_at_start() and self._chip_words:
            self._turn_back()
        elif key is None:
            return False
        else:
            self._answer(key)
        return True

    def _answer(self, key: RoomKey) -> None:
        if key is RoomKey.NOTE:
            self.noted.emit()
        elif key in {RoomKey.NEXT, RoomKey.PREVIOUS}:
            self.question_moved.emit(1 if key is RoomKey.NEXT else -1)
        elif key is RoomKey.EXPAND:
            self._expand()
        elif key in {RoomKey.LEAVE, RoomKey.LEAVE_BACK}:
            self.line.focusNextPrevChild(key is RoomKey.LEAVE)
        elif key is not RoomKey.NOTHING:
            self.asked.emit(key)

    def _expand(self) -> None:
        """Put the words of an abbreviation in its place; undo in the line takes them back."""
        cursor = self.line.cursorPosition()
        expanded = expand_before(self.line.text(), cursor, self._words)
        if expanded is None:
            return
        before = expanded.text[: expanded.cursor]
        self.line.setSelection(0, cursor)
        self.line.insert(before)
        self._edited(self.line.text())

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
            self.begun_at, self.is_flagged = None, False
        elif self.begun_at is None:
            self.begun_at = self._now()
        self._keeping.touch()
        self._show_chip()
        self.changed.emit()

    def _show_chip(self) -> None:
        flag = self.tr("quotation") if self.is_flagged else ""
        words = ", ".join(word for word in (self._chip_words, flag) if word)
        shown = (words, self.begun_at)
        if shown != self._shown:  # a letter more changes nothing around it
            self._shown = shown
            self._place()
            self.line.setAccessibleDescription(words)
            self.update()

    def _place(self) -> None:
        left = _INSET + (self._chip_width + 14 if self._chip_words else 4)
        right = (_STAMP if self.begun_at else _INSET) + (_FLAG + 8 if self.is_flagged else 0)
        self._row.setContentsMargins(left, 2, right, 2)
