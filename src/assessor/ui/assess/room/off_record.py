"""The switch of the note-taking room: off the record not a key is taken, and it shows from afar."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from assessor.operations import off_record
from assessor.ui.assess.room.off_record_frame import OffRecordFrame
from assessor.ui.widgets.texts import announce

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement
    from assessor.ui.assess.room.room_layout import RoomLayout

SWITCH = "Ctrl+Shift+O"

Do = Callable[[Callable[[], object]], bool]
"""Does something, says in place why where it cannot, and tells whether it was done."""


_TAKING = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.InputMethod,
)
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_LEFT_ALONE = {Qt.Key.Key_O, Qt.Key.Key_E}
"""With Ctrl and Shift: back on the record, end the session. F6 leaves the line."""


class Silence(QObject):
    """Stands before the input line and takes every key away from it, so that none comes to be text."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._held: str | None = None
        line.textChanged.connect(self._put_back)

    def set_on(self, is_on: bool) -> None:
        """Take the keys, or let them through. Taken last, this filter is asked first."""
        self._line.removeEventFilter(self)
        self._line.setReadOnly(is_on)  # nothing dropped or composed gets in either
        self._held = self._line.text() if is_on else None
        if is_on:
            self._line.installEventFilter(self)

    def _put_back(self, text: str) -> None:
        """Have the line hold what it held before, whatever got in by another way than keys."""
        if self._held is not None and text != self._held:
            self._line.setText(self._held)  # which also empties the line's own undo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop the event unless it is one of the few keys that still do something."""
        if event.type() not in _TAKING or _is_left_alone(event):
            return super().eventFilter(watched, event)
        event.accept()
        return True


def _is_left_alone(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    is_ours = event.key() in _LEFT_ALONE and event.modifiers() == _CONTROL_SHIFT
    return is_ours or event.key() == Qt.Key.Key_F6


class OffRecordSwitch(QObject):
    """Takes one room off the record and back. The line begun before stays where it was, covered."""

    going = Signal()
    """About to go: time to keep the line being typed on the record."""

    def __init__(
        self,
        room: "RoomLayout",
        engagement: "Engagement",
        sitting_id: str,
        now: Callable[[], datetime],
        do: Do,
    ) -> None:
        super().__init__(room)
        self._room, self._engagement, self._sitting_id = room, engagement, sitting_id
        self._now, self._do = now, do
        self._since: datetime | None = None
        self.frame, self.silence = OffRecordFrame(), Silence(room.input.line)
        room.destroyed.connect(self.frame.deleteLater)
        room.installEventFilter(self)
        room.off_button.clicked.connect(self.switch)
        # The line takes this key itself; this is for when a button has the focus.
        shortcut = QShortcut(QKeySequence(SWITCH), room, self.switch)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)

    @property
    def is_off(self) -> bool:
        """Whether nothing is taken now."""
        return self._since is not None

    def switch(self) -> None:
        """Go off the record, or come back."""
        if self.is_off:
            self.come_back()
        else:
            self.go()
        self._room.input.setFocus()

    def go(self) -> None:
        """Show it first, then take no key more, then keep what was typed before and that it began.

        Where that cannot be written the room is silent all the same.
        """
        now = self._now()
        self._show(now)
        self.going.emit()
        self._do(lambda: off_record.go_off_record(self._engagement, self._sitting_id, now))
        announce(self._room, self.tr("Off the record. Nothing typed now is kept."))

    def come_back(self) -> None:
        """Go on with the line begun before. Where the end cannot be written the room stays silent."""
        if not self.is_off:
            return
        now = self._now()
        if self._do(lambda: off_record.come_back(self._engagement, self._sitting_id, now)):
            self._show(None)
            announce(self._room, self.tr("Back on the record."))

    def resume(self) -> None:
        """Show what the file says: a session that was left by a crash is still off the record."""
        self._show(off_record.off_record_since(self._engagement, self._sitting_id))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Frame the window the room is shown in, as long as it is."""
        if event.type() == QEvent.Type.Show and self.is_off:
            self.frame.show_over(self._room.window())
        elif event.type() == QEvent.Type.Hide:
            self.frame.hide()
        return super().eventFilter(watched, event)

    def tick(self) -> None:
        """Show how long it has been."""
        if self._since is not None:
            self._room.off_tag.show_time(self._now() - self._since)

    def _show(self, since: datetime | None) -> None:
        self._since = since
        if since is not None:
            self.frame.show_over(self._room.window())
            self.silence.set_on(True)
            self.tick()
        else:
            self.frame.hide()
            self.silence.set_on(False)
        self._room.show_off_record(self.is_off)
