"""Undo and redo: the text in focus first, then the engagement."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from assessor.ui.errors import attempt

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_Text = QLineEdit | QPlainTextEdit | QTextEdit


class UndoRouter(QObject):
    """Sends undo and redo where they belong, and lets the keys through where a text has nothing to undo."""

    def __init__(self, engagement: "Engagement", say: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._engagement, self._say = engagement, say
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def undo(self) -> None:
        """Undo in the text in focus, else the newest change of the engagement."""
        text = _text_in_focus()
        if text is not None and _can(text, "undo"):
            text.undo()
        else:
            self._reverse(self._engagement.undo, self._words("Undone: {label}"))

    def redo(self) -> None:
        """Redo in the text in focus, else the change of the engagement undone last."""
        text = _text_in_focus()
        if text is not None and _can(text, "redo"):
            text.redo()
        else:
            self._reverse(self._engagement.redo, self._words("Done again: {label}"))

    def undo_change(self) -> None:
        """Undo the newest change of the engagement, whatever is in focus: Undo on the toast."""
        self._reverse(self._engagement.undo, self._words("Undone: {label}"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a text from taking the keys of undo when it has nothing to undo."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            for key, verb in (
                (QKeySequence.StandardKey.Undo, "undo"),
                (QKeySequence.StandardKey.Redo, "redo"),
            ):
                if event.matches(key) and isinstance(watched, _Text) and not _can(watched, verb):
                    event.ignore()
                    return True
        return super().eventFilter(watched, event)

    def _reverse(self, doing: Callable[[], str], words: str) -> None:
        label = attempt(doing, self._say)
        if label is not None:
            self._say(words.format(label=label))

    def _watch(self) -> None:
        # Not told from where: a widget that is going has no Python object any more, and must get no new one.
        new = QApplication.focusWidget()
        if self._watched is not None and isValid(self._watched):  # it may be gone with its room
            self._watched.removeEventFilter(self)
        self._watched = new if isinstance(new, _Text) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _words(self, english: str) -> str:
        return QCoreApplication.translate("UndoRouter", english)


def _text_in_focus() -> _Text | None:
    focused = QApplication.focusWidget()
    return focused if isinstance(focused, _Text) else None


def _can(text: _Text, verb: str) -> bool:
    if isinstance(text, QLineEdit):
        return text.isUndoAvailable() if verb == "undo" else text.isRedoAvailable()
    document = text.document()
    return document.isUndoAvailable() if verb == "undo" else document.isRedoAvailable()
