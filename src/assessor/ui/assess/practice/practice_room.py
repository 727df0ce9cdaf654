"""A practice in the whole window: the real room on a file that is thrown away, then the score."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from assessor.instruments.practices import get_practice
from assessor.operations.practices import PracticeFile, score_practice
from assessor.ui.assess.practice.caption_player import CaptionPlayer
from assessor.ui.assess.practice.caption_strip import CaptionStrip
from assessor.ui.assess.practice.score_page import ScorePage
from assessor.ui.assess.practice.window_keys import WindowKeys
from assessor.ui.assess.room.live_room import LiveRoom
from assessor.ui.assess.room.steady_clock import SteadyClock
from assessor.ui.errors import attempt
from assessor.ui.widgets.texts import explain

_PRACTICE = "first"
_ABOVE_STREAM = 2
_SET_UP = "Begin sitting"
"""The last change of the set-up, before anything can be noted."""


class PracticeRoom(QStackedWidget):
    """Room and score in turn; `left` when the consultant goes back. `throw_away` before it is let go."""

    left = Signal()

    def __init__(self, clock: SteadyClock | None = None) -> None:
        super().__init__()
        self._clock = clock or SteadyClock()
        self._practice = get_practice(_PRACTICE)
        self._keys = WindowKeys(self)
        self.file: PracticeFile | None = None
        self.room: LiveRoom | None = None
        self.player: CaptionPlayer | None = None
        self.score = ScorePage(self._practice.title)
        self.addWidget(self.score)
        self.score.again.clicked.connect(self._practice_again)
        self.score.back.clicked.connect(self.left)
        self._take("Ctrl+Space", self._switch)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._take(keys, self._move_ahead)
        self._take(QKeySequence.StandardKey.Undo, self._undo)
        self._take(QKeySequence.StandardKey.Redo, self._redo)

    def begin(self) -> bool:
        """Set the table anew and enter the room; True once it is. Nothing is said before it is started."""
        self.throw_away()
        self.file = PracticeFile(self._practice)
        room = LiveRoom(self.file.engagement, self.file.sitting_id, self._clock)
        room.enter()
        self.player = CaptionPlayer(self._practice, self._clock.now, room)
        room.right.insertWidget(_ABOVE_STREAM, CaptionStrip(self._practice, self.player))
        room.clock.hide()  # it counts the minutes of a whole session
        room.about.setText(self.tr("Practice, thrown away when you leave"))
        room.end.setText(self.tr("End and score"))
        room.back.setAccessibleName(self.tr("Leave the practice"))
        explain(room.back, self.tr("Leave the practice"))
        room.left.connect(self.left)
        room.ended.connect(self._show_score)
        self.room = room
        self.addWidget(room)
        self.setCurrentWidget(room)
        self.setFocusProxy(room.input)
        room.input.setFocus()
        return True

    def throw_away(self) -> None:
        """Leave nothing of the notes; done twice it does nothing more."""
        if self.player is not None:
            self.player.stop()
        if self.room is not None:
            self.room.hide()  # it settles, while there is a file to settle in
            self.room.input.blockSignals(True)
            self.removeWidget(self.room)
            self.room.deleteLater()
        if self.file is not None:
            self.file.throw_away()
        self.file = self.room = self.player = None

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the window's keys from the client's file."""
        if not event.spontaneous():
            self._keys.hold(self.window())
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the window its keys back."""
        if not event.spontaneous():
            self._keys.release()
        super().hideEvent(event)

    def _show_score(self) -> None:
        if self.file is None or self.player is None:
            return
        told = self.player.told()
        self.score.show_scores(
            score_practice(self.file, told, self.player.seconds_at), len(told), len(self._practice.captions)
        )
        self.setCurrentWidget(self.score)
        self.setFocusProxy(self.score.again)
        self.score.again.setFocus()
        self.throw_away()

    def _practice_again(self) -> None:
        self.score.problem.clear()
        attempt(self.begin, self.score.problem.tell)

    def _switch(self) -> None:
        if self.player is not None:
            self.player.switch()

    def _move_ahead(self) -> None:
        if self.player is not None:
            self.player.move_ahead()

    def _undo(self) -> None:
        """Take back what was noted last in the practice; how it was set up stays."""
        if self.file is None or self.room is None:
            return
        engagement = self.file.engagement
        if engagement.can_undo() not in {None, _SET_UP}:
            attempt(engagement.undo, self.room.problem.tell)

    def _redo(self) -> None:
        if self.file is None or self.room is None:
            return
        engagement = self.file.engagement
        if engagement.can_redo():
            attempt(engagement.redo, self.room.problem.tell)

    def _take(self, keys: str | QKeySequence.StandardKey, doing: Callable[[], object]) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys))
        shortcut.activated.connect(doing)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
