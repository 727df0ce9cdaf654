"""The five answers to an item, one a row, each with its key and when to give it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.instruments.audits import Answer
from assessor.palette import RADIUS_SMALL
from assessor.terms import AuditAnswer
from assessor.ui.assess.audits.audit_words import ANSWER_MEANINGS
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    focus_ring,
    hairline,
    icon,
    outline,
    painting_on,
    soft_fill,
)
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import explain

_PADDING, _LEFT, _TEXT, _RIGHT, _GAP = 8, 12, 36, 40, 10
_LEAST_WORDS = 180
"""With less room, what an answer means stands in its tooltip alone."""


class AuditAnswers(QWidget):
    """One of five. `given` tells the answer a person chose; the one chosen already is taken back by None."""

    given = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: list[_AnswerRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Offer these answers."""
        if [row.answer for row in self._rows] == list(answers):
            return
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_AnswerRow(number, answer) for number, answer in enumerate(answers, start=1)]
        for row in self._rows:
            row.pressed_at.connect(self._give)
            row.stepped.connect(self._step)
            self._column.addWidget(row)

    def set_answer(self, answer: AuditAnswer | None) -> None:
        """Show which answer is given; the row given, or the first, is met by Tab."""
        for number, row in enumerate(self._rows):
            is_given = row.answer.code is answer
            row.setChecked(is_given)
            is_stop = is_given or (answer is None and not number)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the frame."""
        with painting_on(self) as painter:
            outline(painter, self.rect(), "line")

    def _give(self, number: int) -> None:
        row = self._rows[number - 1]
        self.given.emit(None if row.isChecked() else row.answer.code)

    def _step(self, number: int) -> None:
        if 1 <= number <= len(self._rows):
            self._rows[number - 1].setFocus(Qt.FocusReason.TabFocusReason)
            self.given.emit(self._rows[number - 1].answer.code)


class _AnswerRow(KeyboardRing, QRadioButton):
    pressed_at = Signal(int)
    stepped = Signal(int)

    def __init__(self, number: int, answer: Answer) -> None:
        super().__init__()
        self._number, self.answer = number, answer
        self.setAutoExclusive(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{number} {answer.label}: {answer.meaning}")
        explain(self, answer.meaning)
        self.clicked.connect(lambda: self.pressed_at.emit(self._number))

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        return max(self._lines(width).height, 20) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        """A narrow row."""
        return QSize(200, 20 + 2 * _PADDING)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # the whole row is the button
        """Anywhere in the row."""
        return True

    def nextCheckState(self) -> None:
        """What is given is the record's affair."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbor by arrow key."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self.isEnabled():
            self.stepped.emit(self._number + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the row."""
        given = ANSWER_MEANINGS[self.answer.code]
        meaning = Meaning.ACCENT if given is Meaning.NEUTRAL else given
        is_on, rect = self.isChecked(), QRectF(self.rect())
        with painting_on(self) as painter:
            if is_on:
                soft_fill(painter, rect, meaning, RADIUS_SMALL)
            elif self._number > 1:
                hairline(painter, 0, 0, rect.width(), 1)
            role = Role.BODY_BOLD if is_on else Role.BODY_MEDIUM
            line = rect.adjusted(_LEFT, _PADDING, 0, 0)
            line.setHeight(20)
            draw_text(painter, str(self._number), role, line, meaning.token if is_on else "ink3")
            label = line.adjusted(_TEXT - _LEFT, 0, 0, 0)
            draw_text(painter, self.answer.label, role, label)
            words = QRectF(self._words_left(), _PADDING + 1, rect.width(), rect.height())
            draw_lines(painter, self._lines(int(rect.width())), words, "ink2" if is_on else "ink3")
            if is_on:
                icon(painter, "check", meaning.token, rect.right() - 28, _PADDING + 2, 16)
            elif self.underMouse() and self.isEnabled():
                outline(painter, rect.adjusted(2, 2, -2, -2), "edge", RADIUS_SMALL)
            if self.has_ring:
                focus_ring(painter, rect, RADIUS_SMALL - 2)

    def _words_left(self) -> int:
        return _TEXT + 104 + _GAP

    def _lines(self, width: int) -> Lines:
        room = width - self._words_left() - _RIGHT
        return break_lines(self.answer.meaning if room > _LEAST_WORDS else "", Role.SMALL, max(room, 60))
