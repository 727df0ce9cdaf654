"""SMART: five letters, each met or open; the sentence beneath belongs to the screen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.palette import RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, outline, painting_on, soft_fill

LETTERS = "SMART"
_CELL, _GAP = 20, 2
WIDTH = len(LETTERS) * (_CELL + _GAP) - _GAP


def draw_smart(
    painter: QPainter, x: float, y: float, met: frozenset[str], *, on_selection: bool = False
) -> None:
    """Draw the letters with their left top corner at x, y; those in `met` are met."""
    for number, letter in enumerate(LETTERS):
        rect = QRectF(x + number * (_CELL + _GAP), y, _CELL, _CELL)
        if letter in met and on_selection:
            fill(painter, rect, "surface", RADIUS_SMALL)
        elif letter in met:
            soft_fill(painter, rect, "good", RADIUS_SMALL)
        else:
            fill(painter, rect, "surface", RADIUS_SMALL)
            outline(painter, rect, "watch", RADIUS_SMALL)
        ink = "good" if letter in met else "watch"
        draw_text(painter, letter, Role.SMALL_BOLD, rect, ink, Qt.AlignmentFlag.AlignHCenter)


class SmartLetters(QWidget):
    """The five letters of an objective."""

    def __init__(self, met: frozenset[str] = frozenset(), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_met(met)

    def show_met(self, met: frozenset[str]) -> None:
        """Show which letters are met."""
        self._met = met
        missing = ", ".join(letter for letter in LETTERS if letter not in met)
        sentence = self.tr("SMART: open are {letters}").format(letters=missing)
        self.setAccessibleName(sentence if missing else self.tr("SMART: all five are met"))
        self.update()

    def sizeHint(self) -> QSize:
        """Five cells."""
        return QSize(WIDTH, _CELL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the letters."""
        with painting_on(self) as painter:
            draw_smart(painter, 0, 0, self._met)
