"""Speaker chips: who said it, P3, several, unknown or speaking now."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assessor.palette import RADIUS, RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, outline, painting_on, text_width

HEIGHT = 20
_LEAST, _PADDING = 32, 8


class ChipState(StrEnum):
    """How a chip is drawn."""

    PLAIN = "plain"
    UNKNOWN = "unknown"
    NOW = "now"


def chip_width(text: str) -> int:
    """The width of a chip in px."""
    return max(_LEAST, text_width(text, Role.SMALL_BOLD) + 2 * _PADDING)


def draw_chip(painter: QPainter, x: float, y: float, text: str, state: ChipState = ChipState.PLAIN) -> int:
    """Draw a chip with its left top corner at x, y and return its width."""
    width = chip_width(text)
    rect = QRectF(x, y, width, HEIGHT)
    _draw(painter, rect, text, state, Role.SMALL_BOLD, RADIUS_SMALL)
    return width


def draw_large_chip(painter: QPainter, rect: QRectF, text: str, state: ChipState) -> None:
    """Draw the chip of the input line, 32 high."""
    _draw(painter, rect, text, state, Role.LIVE_BOLD, RADIUS)


def _draw(painter: QPainter, rect: QRectF, text: str, state: ChipState, role: Role, radius: int) -> None:
    if state is ChipState.UNKNOWN:
        fill(painter, rect, "surface", radius)
        outline(painter, rect, "watch", radius)
    else:
        fill(painter, rect, "accent" if state is ChipState.NOW else "chip", radius)
    ink = {ChipState.PLAIN: "ink", ChipState.UNKNOWN: "watch", ChipState.NOW: "onaccent"}[state]
    draw_text(painter, text, role, rect, ink, Qt.AlignmentFlag.AlignHCenter)


class SpeakerChip(QLabel):
    """A chip by itself."""

    def __init__(self, text: str, state: ChipState = ChipState.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The text, and never narrower than 32."""
        return QSize(chip_width(self.text()), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The whole chip."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the chip."""
        with painting_on(self) as painter:
            draw_chip(painter, 0, 0, self.text(), self._state)
