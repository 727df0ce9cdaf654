"""When the line being typed is kept: soon after typing pauses, and now and then while it goes on."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 200
"""Milliseconds after the last key; with the writing itself the line is in the file within 250."""
MOST = 1000
"""Milliseconds after which a line is kept though typing goes on."""


class LineKeeping(QObject):
    """`due` when what was typed is to be kept."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._most = QTimer(self, singleShot=True, interval=MOST)
        for timer in (self._pause, self._most):
            timer.timeout.connect(self._ring)

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._most.isActive():
            self._most.start()

    def stop(self) -> None:
        """There is nothing left to keep."""
        self._pause.stop()
        self._most.stop()

    def _ring(self) -> None:
        self.stop()
        self.due.emit()
