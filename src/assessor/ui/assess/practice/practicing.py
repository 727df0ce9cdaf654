"""The way into a practice from a screen, and back."""

from PySide6.QtCore import QObject

from assessor.ui.assess.practice.practice_room import PracticeRoom
from assessor.ui.screens import Screen


class Practicing(QObject):
    """Gives the window to a practice, and throws away what was noted in it when it is left."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.room: PracticeRoom | None = None

    def begin(self) -> None:
        """Enter the practice room."""
        self._screen.finish_editing()
        room = PracticeRoom()
        room.left.connect(self.leave)
        if not self._screen.attempt(room.begin):
            room.throw_away()
            room.deleteLater()
            return
        self.room = room
        self._screen.room_entered.emit(room)

    def leave(self) -> None:
        """Back to the screen."""
        if self.room is not None:
            self._screen.room_left.emit()
        self.close()

    def close(self) -> None:
        """Throw away what was noted: the practice was left, or the window closes meanwhile."""
        if self.room is not None:
            self.room.throw_away()
            self.room.deleteLater()
            self.room = None
