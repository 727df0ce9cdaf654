"""Editing in place: one line over the words, names completed as they are typed, the status in five cells."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from assessor.palette import RADIUS_SMALL
from assessor.terms import ActionStatus
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, icon, outline, painting_on
from assessor.ui.widgets.step_words import STATUS_ICONS, status_word
from assessor.ui.widgets.texts import explain

_CELL, _HEIGHT, _INSET = 28, 24, 4
_KEYS = {
    Qt.Key.Key_N: ActionStatus.NOT_STARTED,
    Qt.Key.Key_I: ActionStatus.IN_PROGRESS,
    Qt.Key.Key_B: ActionStatus.BLOCKED,
    Qt.Key.Key_D: ActionStatus.DONE,
    Qt.Key.Key_X: ActionStatus.DROPPED,
}
_STATES = list(ActionStatus)


class LineEditor(QLineEdit):
    """A line over the words it edits; `names` are completed inline."""

    def __init__(
        self, name: str, parent: QWidget, role: Role = Role.BODY, names: list[str] | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(role.font())
        self.is_filled = False
        if names:
            completer = QCompleter(names, self)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)

    def fill_in(self, text: str) -> None:
        """Show the words as they are, once, ready to be typed over."""
        if not self.is_filled:
            self.is_filled = True
            self.setText(text)
            self.selectAll()


class StatusEditor(QWidget):
    """Five cells, a letter each, and the share done in digits. `decided` when a cell is clicked."""

    decided = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.status, self.percent, self.is_filled = ActionStatus.NOT_STARTED, 0, False
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        letters = self.tr("N not started, I in progress, B blocked, D done, X dropped; digits: share done")
        self.setAccessibleDescription(letters)
        explain(self, letters)
        self._name()

    def fill_in(self, status: ActionStatus, percent: int) -> None:
        """Show the status as it is, once."""
        if not self.is_filled:
            self.is_filled = True
            self.status, self.percent = status, percent
            self._name()

    def sizeHint(self) -> QSize:
        """Five cells and a word."""
        return QSize(5 * _CELL + 120, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by letter or arrow; digits are the share done."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self._choose(_KEYS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key is Qt.Key.Key_Right else -1
            place = min(max(_STATES.index(self.status) + step, 0), len(_STATES) - 1)
            self._choose(_STATES[place])
        elif event.text().isdigit():
            self._type(event.text())
        elif key is Qt.Key.Key_Backspace:
            self._typed = ""
            self._share(0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        place = int((event.position().x() - _INSET) // _CELL)
        if 0 <= place < len(_STATES):
            self._choose(_STATES[place])
            self.decided.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what a cell means."""
        place = int((event.position().x() - _INSET) // _CELL)
        explain(self, status_word(_STATES[place]) if 0 <= place < len(_STATES) else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint cells and word."""
        with painting_on(self) as painter:
            fill(painter, self.rect(), "surface")
            outline(painter, self.rect(), "accent", 6, 2)
            top = (self.height() - _HEIGHT) / 2
            for place, status in enumerate(_STATES):
                cell = QRectF(_INSET + place * _CELL + 1, top, _CELL - 2, _HEIGHT)
                is_on = status is self.status
                fill(painter, cell, "accent" if is_on else "chip", RADIUS_SMALL)
                token = "onaccent" if is_on else "ink2"
                icon(painter, STATUS_ICONS[status], token, cell.center().x() - 8, top + 4, 16)
            words = QRectF(_INSET + 5 * _CELL + 8, 0, self.width() - 5 * _CELL - 16, self.height())
            draw_text(painter, self._words(), Role.SMALL_MEDIUM, words, "ink2")

    def _words(self) -> str:
        word = status_word(self.status)
        if self.status in (ActionStatus.IN_PROGRESS, ActionStatus.BLOCKED):
            return self.tr("{status}, {percent}%").format(status=word, percent=self.percent)
        return word

    def _type(self, digit: str) -> None:
        typed = self._typed + digit
        self._typed = typed if int(typed) <= 100 else digit
        if self.status in (ActionStatus.NOT_STARTED, ActionStatus.DONE):
            self.status = ActionStatus.IN_PROGRESS
        self._share(int(self._typed))

    def _share(self, percent: int) -> None:
        self.percent = percent
        self._name()

    def _choose(self, status: ActionStatus) -> None:
        self.status, self._typed = status, ""
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Status: {words}").format(words=self._words()))
        self.update()
