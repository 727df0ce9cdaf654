"""Keys and actions of the window that have no place in a practice: they act on the client's file."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_LEFT_ALONE = {QKeySequence("F1"), QKeySequence("Ctrl+Q")}
"""Keys shown, program ended: neither changes anything."""


class WindowKeys(QObject):
    """Switches the window's own actions off while something else has all of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[QAction] = []

    def hold(self, window: QWidget) -> None:
        """Switch off every action that has a key."""
        self.release()
        self._held = [
            action
            for action in window.actions()
            if action.isEnabled() and action.shortcuts() and not _LEFT_ALONE & set(action.shortcuts())
        ]
        for action in self._held:
            action.setEnabled(False)

    def release(self) -> None:
        """Switch on again what was switched off."""
        for action in self._held:
            action.setEnabled(True)
        self._held = []
