"""What is hidden: a hatch with a closed eye and the reason in words, never a blank and never a zero."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, hatch, icon, painting_on, text_width

_HEIGHT, _PADDING, _ICON, _GAP = 32, 12, 16, 8


def draw_hidden(painter: QPainter, rect: QRectF, words: str, radius: float = 4) -> None:
    """Draw the hatch with eye and words in `rect`."""
    hatch(painter, rect, look().color("surface"), look().color("chip"), radius=radius)
    left = rect.left() + min(_PADDING, rect.height() / 4 + 4)
    icon(painter, "eye-off", "ink2", left, rect.center().y() - _ICON / 2, _ICON)
    left += _ICON + _GAP
    draw_text(painter, words, Role.BODY, QRectF(left, rect.top(), rect.right() - left, rect.height()), "ink2")


class HiddenCell(QLabel):
    """A value that is not shown, and why: "n < 10, not shown"."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Eye, words and padding."""
        return QSize(text_width(self.text(), Role.BODY) + 2 * _PADDING + _ICON + _GAP, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the hatch."""
        with painting_on(self) as painter:
            draw_hidden(painter, QRectF(self.rect()), self.text())
