"""The guide as a strip of cells: questions covered, skipped, asked now, touched early, still to come."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from assessor.instruments.guides import Question
from assessor.operations.askings import QuestionState
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, icon, outline, painting_on, text_width
from assessor.ui.widgets.texts import explain

_HEIGHT, _SIGN = 28, 14
_SIGNS = {QuestionState.COVERED: "check", QuestionState.SKIPPED: "minus"}
_TONES = {QuestionState.NOW: "onaccent", QuestionState.OPEN: "ink3", QuestionState.SKIPPED: "ink3"}


class QuestionCell(QAbstractButton):
    """One question of the guide, 28 high."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._code = question.code
        self._state, self._minutes = QuestionState.OPEN, -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say(0)

    def show_state(self, state: QuestionState) -> None:
        """Show how far it is."""
        if state is self._state:
            return
        self._state = state
        self._say(max(self._minutes, 0))
        self.updateGeometry()
        self.update()

    def show_used(self, used: timedelta) -> None:
        """Say how many of its minutes were used."""
        minutes = int(used.total_seconds() // 60)
        if minutes != self._minutes:
            self._minutes = minutes
            self._say(minutes)

    def sizeHint(self) -> QSize:
        """The code, and a sign where it is covered or was skipped."""
        sign = _SIGN if self._state in _SIGNS else 0
        return QSize(max(text_width(self._code, Role.SMALL_BOLD) + sign + 12, 32), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the cell."""
        rect = QRectF(self.rect())
        with painting_on(self) as painter:
            if self._state in {QuestionState.NOW, QuestionState.COVERED}:
                fill(painter, rect, "accent" if self._state is QuestionState.NOW else "chip")
            elif self._state is QuestionState.TOUCHED:
                outline(painter, rect, "edge")
            sign = _SIGNS.get(self._state)
            words = rect.adjusted(0, 0, -_SIGN, 0) if sign else rect
            tone = _TONES.get(self._state, "ink")
            draw_text(painter, self._code, Role.SMALL_BOLD, words, tone, Qt.AlignmentFlag.AlignHCenter)
            if sign:
                icon(painter, sign, "ink2", rect.right() - _SIGN - 4, rect.center().y() - 6, 12)
            if self.hasFocus():
                focus_ring(painter, rect)

    def _say(self, minutes: int) -> None:
        question = self._question
        words = {
            QuestionState.NOW: self.tr("asked now"),
            QuestionState.COVERED: self.tr("covered"),
            QuestionState.SKIPPED: self.tr("skipped so far"),
            QuestionState.TOUCHED: self.tr("touched early"),
            QuestionState.OPEN: self.tr("open"),
        }[self._state]
        spent = self.tr("{used} of {planned} min").format(used=minutes, planned=question.minutes)
        said = [self._code, question.title, words, spent if question.minutes else ""]
        self.setAccessibleName(", ".join(word for word in said if word))
        told = ", ".join(word for word in (words, spent if question.minutes else "") if word)
        explain(self, f"{question.code}  {question.text}\n{told}")


class QuestionStrip(QWidget):
    """The cells of a guide side by side; `chosen` tells the code of a question to ask."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[str, QuestionCell] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show the questions of a guide."""
        if list(self._cells) == [question.code for question in questions]:
            return
        for cell in self._cells.values():
            self._row.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = {question.code: QuestionCell(question, self) for question in questions}
        for place, (code, cell) in enumerate(self._cells.items()):
            cell.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
            self._row.insertWidget(place, cell)

    def show_states(self, states: Mapping[str, QuestionState]) -> None:
        """Show how far each question is."""
        for code, cell in self._cells.items():
            cell.show_state(states[code])

    def show_used(self, used: Mapping[str, timedelta]) -> None:
        """Say how many minutes each question took."""
        for code, cell in self._cells.items():
            cell.show_used(used.get(code, timedelta()))
