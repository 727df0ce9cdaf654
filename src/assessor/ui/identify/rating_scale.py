"""A scale of cells: one is chosen by pointer, digit or arrows, and given up again with Delete."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.palette import RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, outline, painting_on
from assessor.ui.widgets.texts import explain

_WIDTH, _HEIGHT, _GAP = 24, 20, 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class RatingScale(KeyboardRing, QWidget):
    """Rates from `least` to `most`. `rated` tells a number, or None when the rating is opened again."""

    rated = Signal(object)

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._cells = name, range(least, most + 1)
        self._value: int | None = None
        self._is_read_only = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(None)

    @property
    def value(self) -> int | None:
        """The number chosen; None while open."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number, or none."""
        self._value = value
        most = self._cells[-1]
        said = (
            self.tr("open") if value is None else self.tr("{value} of {most}").format(value=value, most=most)
        )
        self.setAccessibleName(f"{self._name}: {said}")
        self.update()

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the rating be read but not changed."""
        self._is_read_only = is_read_only

    def explain_cells(self, text: str) -> None:
        """Say in the tooltip what the ends of the scale mean."""
        explain(self, text)
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        """All cells in a row."""
        return QSize(len(self._cells) * (_WIDTH + _GAP) - _GAP, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer; the chosen one is given up again."""
        place = int(event.position().x() // (_WIDTH + _GAP))
        if 0 <= place < len(self._cells):
            cell = self._cells[place]
            self._rate(None if cell == self._value else cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by digit, step by arrows, open again by Delete or Backspace."""
        if event.text().isdigit() and int(event.text()) in self._cells:
            self._rate(int(event.text()))
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._rate(None)
        elif event.key() in _STEPS:
            self._rate(self._next(_STEPS[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the cells."""
        with painting_on(self) as painter:
            for place, cell in enumerate(self._cells):
                rect = QRectF(place * (_WIDTH + _GAP), 0, _WIDTH, _HEIGHT)
                is_chosen = cell == self._value
                fill(painter, rect, "accent" if is_chosen else "chip", RADIUS_SMALL)
                role = Role.SMALL_BOLD if is_chosen else Role.SMALL_MEDIUM
                ink = "onaccent" if is_chosen else "ink3"
                draw_text(painter, str(cell), role, rect, ink, Qt.AlignmentFlag.AlignHCenter)
            if self.has_ring:
                outline(painter, self.rect(), "ink", RADIUS_SMALL, 2)

    def _next(self, step: int) -> int:
        if self._value is None:
            return self._cells[0 if step > 0 else -1]
        return min(max(self._value + step, self._cells[0]), self._cells[-1])

    def _rate(self, value: int | None) -> None:
        if not self._is_read_only and value != self._value:
            self.set_value(value)
            self.rated.emit(value)
