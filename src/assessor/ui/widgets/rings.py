"""Rings: how far something is, from the record."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, icon, painting, painting_on

SMALL, MEDIUM, RAIL, LARGE = 24, 32, 36, 48
_THICKNESS = {SMALL: 2.0, MEDIUM: 2.5, RAIL: 2.5, LARGE: 4.0}
_FULL_TURN = 360 * 16
_TOP = 90 * 16


def draw_ring(painter: QPainter, x: float, y: float, size: int, part: float) -> None:
    """Draw a ring filled to `part` (0 to 1), its square's left top corner at x, y."""
    thick = _THICKNESS.get(size, 2.5)
    square = QRectF(x, y, size, size).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    with painting(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look().color("ring"), thick))
        painter.drawEllipse(square)
        if part > 0:
            pen = QPen(look().color("accent"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(square, _TOP, -round(_FULL_TURN * min(part, 1)))


class Ring(QWidget):
    """A ring of 24, 32, 36 or 48 px with an icon in it, or the percentage in the largest."""

    def __init__(
        self, part: float, name: str, size: int = SMALL, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size, self._icon, self._name = size, icon, name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_part(part)

    def show_part(self, part: float) -> None:
        """Show how far it is, 0 to 1."""
        self._part = part
        self.setAccessibleName(self.tr("{name}: {part}%").format(name=self._name, part=round(part * 100)))
        self.update()

    def sizeHint(self) -> QSize:
        """The square of the ring."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint ring and icon."""
        with painting_on(self) as painter:
            draw_ring(painter, 0, 0, self._size, self._part)
            if self._icon:
                side = 16 if self._size < LARGE else 20
                icon(painter, self._icon, "ink2", (self._size - side) / 2, (self._size - side) / 2, side)
            elif self._size == LARGE:
                text = f"{round(self._part * 100)}%" if self._part > 0 else "–"
                draw_text(painter, text, Role.SMALL_BOLD, self.rect(), "ink", Qt.AlignmentFlag.AlignHCenter)
