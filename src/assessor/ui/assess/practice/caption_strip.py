"""The strip above the stream: who speaks, what is said, what is seen of the others, and how far it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.instruments.practices import FACILITATOR, Practice
from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.practice.caption_player import CaptionPlayer
from assessor.ui.assess.sittings.sitting_words import seat_label
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.paint import fill, painting_on
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.speaker_chips import ChipState, SpeakerChip
from assessor.ui.widgets.texts import Text, announce, explain

_ICON, _BAR, _ROOMY = 16, 2, 640
_FEW, _MANY = 2, 3
"""Lines of a caption in a wide strip and in a narrow one: nothing moves when the next one comes."""


class _Progress(QWidget):
    """A line across the strip, as long as what was said."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        """Show how far it is, 0 to 1."""
        self._part = part
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(80, _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint it."""
        with painting_on(self) as painter:
            fill(painter, QRectF(self.rect()), "ring", 0)
            fill(painter, QRectF(0, 0, self.width() * self._part, _BAR), "accent", 0)


class CaptionStrip(Ground):
    """Shows a player, and has the buttons that move it."""

    def __init__(self, practice: Practice, player: CaptionPlayer) -> None:
        super().__init__("sunken")
        self._practice, self._player = practice, player
        self._said = ""
        self.chip, self.who = SpeakerChip("P0", ChipState.NOW), Text("", Role.SMALL, "ink2")
        self.place = Text("", Role.SMALL, "ink3", tabular=True)
        self.words = Text("", Role.LIVE, lines=_MANY)
        self.eye, self.seen = Icon("eye", "ink2", _ICON), Text("", Role.BODY_MEDIUM)
        self.ahead, self.switch = QuietButton(self.tr("Next")), PlainButton(self.tr("Start"))
        self.progress = _Progress()
        for button, keys in ((self.ahead, "Ctrl+Enter"), (self.switch, self.tr("Ctrl+Space"))):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            explain(button, keys)
        self.ahead.clicked.connect(player.move_ahead)
        self.switch.clicked.connect(player.switch)
        self._lay_out()
        player.moved.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Show what is said and seen now."""
        player, step = self._player, self._player.step
        who, words, seen = self._told_outside()
        is_seated = step is not None and step.caption.seat != FACILITATOR
        if step is not None:
            who, words = self._who(step.caption.seat), step.caption.text
            seen = step.caption.seen or "" if step.shows_seen else ""
        if is_seated and step is not None:
            self.chip.setText(seat_label(step.caption.seat))
        self.chip.setVisible(is_seated)
        self._say(who, words, seen)
        self.eye.setVisible(step is not None and bool(seen))
        self._show_course()
        if (said := f"{self.chip.text() if is_seated else ''} {words} {seen}") != self._said:
            self._said = said
            announce(self, said)
        self.progress.show_part(player.seconds / player.length)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold room for a caption's lines."""
        super().resizeEvent(event)
        self.words.setFixedHeight(Role.LIVE.line * (_FEW if self.width() >= _ROOMY else _MANY))

    def _told_outside(self) -> tuple[str, str, str]:
        """What is said before it begins, and when it is over."""
        if self._player.is_over:
            words = self.tr("That was all. Finish your line, then end and see the score.")
            return self.tr("The end of the discussion"), words, self.tr("Ctrl+Shift+E shows the score.")
        keys = self.tr("Ctrl+Space starts and pauses. Ctrl+Enter goes ahead.")
        if self._player.has_begun:
            return "", "", ""
        words = self.tr(
            "{purpose} Note each point as it is said: 4 and a blank for P4, “ for their own words, "
            "+2 3 −4 for who agrees and who does not."
        )
        return self.tr("A sample discussion"), words.format(purpose=self._practice.purpose), keys

    def _who(self, seat: int) -> str:
        if seat == FACILITATOR:
            step = self._player.step
            question = step.caption.question if step else ""
            return self.tr("Facilitator, {question}").format(question=question)
        return next(one.description for one in self._practice.seats if one.number == seat)

    def _say(self, who: str, words: str, seen: str) -> None:
        for text, shown in ((self.who, who), (self.words, words), (self.seen, seen)):
            if text.text() != shown:
                text.setText(shown)

    def _show_course(self) -> None:
        player = self._player
        times = self.tr("{now} of {all}").format(now=_clock(player.seconds), all=_clock(player.length))
        if player.step is not None:
            count = self.tr("{number} of {count}").format(
                number=player.step.number, count=len(self._practice.captions)
            )
            times = f"{count} · {times}"
        if self.place.text() != times:
            self.place.setText(times)
        word = self.tr("Pause") if player.is_running else self.tr("Go on")
        word = word if player.has_begun else self.tr("Start")
        if self.switch.text() != word:
            self.switch.setText(word)
        for button in (self.ahead, self.switch):
            button.setVisible(not player.is_over)

    def _lay_out(self) -> None:
        top, foot = QHBoxLayout(), QHBoxLayout()
        for row in (top, foot):
            row.setSpacing(8)
        top.addWidget(self.chip)
        top.addWidget(self.who)
        top.addStretch(1)
        top.addWidget(self.place)
        foot.addWidget(self.eye)
        foot.addWidget(self.seen, 1)
        foot.addWidget(self.ahead)
        foot.addWidget(self.switch)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.words)
        column.addLayout(foot)
        self.who.setMinimumHeight(Role.BODY.line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(self.progress)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"
