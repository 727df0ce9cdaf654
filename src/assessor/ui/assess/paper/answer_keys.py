"""The answers to a question with the key of each, as they are typed from paper."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.operations.paper.paper_questions import OFF_PAPER, KeyedAnswer
from assessor.operations.surveys.survey_answers import DONT_KNOW
from assessor.palette import RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, hairline, icon, outline, painting_on, soft_fill

_ROW, _LEAST_ROW, _CAP, _LEFT, _GAP = 40, 28, 24, 12, 12
_SHOWN_KEYS = {" ": "space"}


class AnswerKeys(QWidget):
    """A row an answer: its key in a cap, its words, a check where it is given. `pressed` on a click."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: tuple[KeyedAnswer, ...] = ()
        self._given: Any = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_answers(self, answers: Sequence[KeyedAnswer], given: Any) -> None:
        """Show the answers, and which of them is given already."""
        self._answers, self._given = tuple(answers), given
        self.setAccessibleName(", ".join(self._named(each) for each in self._answers))
        self.setVisible(bool(answers))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return QSize(320, len(self._answers) * _ROW + 2)

    def minimumSizeHint(self) -> QSize:
        """Rows that lie closer."""
        return QSize(200, len(self._answers) * _LEAST_ROW + 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the key of the row under the pointer."""
        place = int(event.position().y() / self._row_height())
        if 0 <= place < len(self._answers):
            self.pressed.emit(self._answers[place].keys[0])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the frame and the rows."""
        height = self._row_height()
        with painting_on(self) as painter:
            outline(painter, self.rect(), "line")
            for place, answer in enumerate(self._answers):
                row = QRectF(1, 1 + place * height, self.width() - 2, height)
                is_given = self._is_given(answer)
                if is_given:
                    soft_fill(painter, row, "accent", RADIUS_SMALL)
                elif place:
                    hairline(painter, row.left(), row.top(), row.width(), 1)
                cap = QRectF(_LEFT, row.top() + (height - _CAP) / 2, _CAP, _CAP)
                fill(painter, cap, "chip", RADIUS_SMALL)
                key = _SHOWN_KEYS.get(answer.keys[0], answer.keys[0])
                draw_text(painter, key, Role.BODY_BOLD, cap, "ink", Qt.AlignmentFlag.AlignCenter)
                words = row.adjusted(_LEFT + _CAP + _GAP, 0, -40, 0)
                off = answer.answer in OFF_PAPER or answer.answer == DONT_KNOW
                role = Role.BODY_BOLD if is_given else Role.BODY_MEDIUM
                draw_text(painter, answer.label, role, words, "ink2" if off else "ink")
                if is_given:
                    icon(painter, "check", "accent", row.right() - 28, row.top() + (height - 16) / 2, 16)

    def _named(self, answer: KeyedAnswer) -> str:
        key = _SHOWN_KEYS.get(answer.keys[0], answer.keys[0])
        said = f"{key}: {answer.label}"
        return self.tr("{answer} (given)").format(answer=said) if self._is_given(answer) else said

    def _row_height(self) -> float:
        return (self.height() - 2) / max(len(self._answers), 1)

    def _is_given(self, answer: KeyedAnswer) -> bool:
        if isinstance(self._given, list):
            return answer.answer in self._given
        return self._given is not None and answer.answer == self._given
