"""The guide as a strip of cells: questions done, asked now, touched early, still to come."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from assessor.instruments.guides import Question
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, icon, outline, painting_on, text_width
from assessor.ui.widgets.texts import explain

_HEIGHT = 28


class CellState(StrEnum):
    """How far a question is."""

    NOW = "now"
    DONE = "done"
    TOUCHED = "touched"
    OPEN = "open"


class QuestionCell(QAbstractButton):
    """One question of the guide, 28 high."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = question.code
        self._state = CellState.OPEN
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._title = question.title
        explain(self, f"{question.code}  {question.text}")

    def show_state(self, state: CellState) -> None:
        """Show how far it is."""
        self._state = state
        words = {
            CellState.NOW: self.tr("asked now"),
            CellState.DONE: self.tr("done"),
            CellState.TOUCHED: self.tr("touched early"),
            CellState.OPEN: "",
        }[state]
        self.setAccessibleName(", ".join(word for word in (self._code, self._title, words) if word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The code, and a tick where it is done."""
        tick = 14 if self._state is CellState.DONE else 0
        return QSize(max(text_width(self._code, Role.SMALL_BOLD) + tick + 12, 32), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the cell."""
        rect = QRectF(self.rect())
        with painting_on(self) as painter:
            if self._state in {CellState.NOW, CellState.DONE}:
                fill(painter, rect, "accent" if self._state is CellState.NOW else "chip")
            elif self._state is CellState.TOUCHED:
                outline(painter, rect, "edge")
            tone = {CellState.NOW: "onaccent", CellState.OPEN: "ink3"}.get(self._state, "ink")
            words = rect.adjusted(0, 0, -14, 0) if self._state is CellState.DONE else rect
            draw_text(painter, self._code, Role.SMALL_BOLD, words, tone, Qt.AlignmentFlag.AlignHCenter)
            if self._state is CellState.DONE:
                icon(painter, "check", "ink2", rect.right() - 18, rect.center().y() - 6, 12)
            if self.hasFocus():
                focus_ring(painter, rect)


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

    def show_state(self, now: str, touched: Collection[str]) -> None:
        """Show which question is asked now, and on which others something was noted."""
        codes = list(self._cells)
        here = codes.index(now) if now in codes else -1
        for place, (code, cell) in enumerate(self._cells.items()):
            state = CellState.OPEN
            if code == now:
                state = CellState.NOW
            elif code in touched:
                state = CellState.DONE if place < here else CellState.TOUCHED
            cell.show_state(state)
