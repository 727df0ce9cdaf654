"""The tally bar: one cell a person present, then the sentence."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, hatch, outline, painting_on, text_width

_CELL_WIDTH, _CELL_HEIGHT, _GAP, _RADIUS = 12, 16, 2, 2


def draw_tally(
    painter: QPainter, x: float, y: float, agree: int, dissent: int, silent: int, neutral: int = 0
) -> int:
    """Draw the cells with their left top corner at x, y and return their width."""
    for number in range(agree + dissent + neutral + silent):
        rect = QRectF(x + number * (_CELL_WIDTH + _GAP), y, _CELL_WIDTH, _CELL_HEIGHT)
        if number < agree:
            fill(painter, rect, "good", _RADIUS)
        elif number < agree + dissent:
            hatch(painter, rect, look().color("surface"), look().color("concern"), band=2.5, radius=_RADIUS)
            outline(painter, rect, "concern", _RADIUS)
        elif number < agree + dissent + neutral:
            fill(painter, rect, "ring", _RADIUS)
        else:
            outline(painter, rect, "edge", _RADIUS)
    return tally_width(agree + dissent + neutral + silent)


def tally_width(present: int) -> int:
    """The width of the cells of so many people in px."""
    return max(present * (_CELL_WIDTH + _GAP) - _GAP, 0)


class TallyBar(QWidget):
    """How many of those present agree, dissent or are silent."""

    def __init__(self, agree: int, dissent: int, silent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (agree, dissent, silent)
        self._bold = self.tr("{agree} of {present} agree").format(agree=agree, present=sum(self._counts))
        rest = self.tr(", {dissent} dissent, {silent} silent")
        if dissent == 1:
            rest = self.tr(", 1 dissents, {silent} silent")
        self._rest = rest.format(dissent=dissent, silent=silent)
        self.setAccessibleName(self._bold + self._rest)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Cells and sentence."""
        words = text_width(self._bold, Role.BODY_BOLD) + text_width(self._rest, Role.BODY)
        return QSize(tally_width(sum(self._counts)) + 8 + words, 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint cells and sentence."""
        with painting_on(self) as painter:
            x = draw_tally(painter, 0, 2, *self._counts) + 8
            bold = QFontMetricsF(Role.BODY_BOLD.font()).horizontalAdvance(self._bold)
            draw_text(painter, self._bold, Role.BODY_BOLD, QRectF(x, 0, bold, 20))
            draw_text(painter, self._rest, Role.BODY, QRectF(x + bold, 0, self.width(), 20))
