"""The level control: four cells, 0 to 3, chosen by pointer or by the keys 0 to 3."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from assessor.palette import FOCUS, RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, outline, painting_on

CELL_WIDTH, CELL_HEIGHT, GAP = 24, 20, 2
LEVELS = (0, 1, 2, 3)
WIDTH = len(LEVELS) * (CELL_WIDTH + GAP) - GAP


def draw_level(
    painter: QPainter,
    x: float,
    y: float,
    level: int | None,
    *,
    is_critical: bool = False,
    open_cell: str = "chip",
) -> None:
    """Draw the four cells with their left top corner at x, y; a critical criterion at 0 shows concern."""
    for cell in LEVELS:
        rect = QRectF(x + cell * (CELL_WIDTH + GAP), y, CELL_WIDTH, CELL_HEIGHT)
        _draw_cell(painter, rect, cell, cell == level, is_critical, open_cell)


def _draw_cell(
    painter: QPainter, rect: QRectF, cell: int, is_chosen: bool, is_critical: bool, open_cell: str
) -> None:
    chosen_fill = "concern" if is_critical and cell == 0 else "accent"
    fill(painter, rect, chosen_fill if is_chosen else open_cell, RADIUS_SMALL)
    role = Role.SMALL_BOLD if is_chosen else Role.SMALL_MEDIUM
    ink = "onaccent" if is_chosen else "ink3"
    draw_text(painter, str(cell), role, rect, ink, Qt.AlignmentFlag.AlignHCenter)


class LevelControl(QWidget):
    """Rates 0 to 3. `rated` tells the level a person chose; `set_level` shows one without telling."""

    rated = Signal(int)

    def __init__(self, name: str, *, is_critical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for level in LEVELS:
            cell = _Cell(level, name, is_critical, self)
            self._group.addButton(cell, level)
            row.addWidget(cell)
        self._group.idClicked.connect(self.rated)
        self.setFocusProxy(self._group.button(0))

    @property
    def level(self) -> int | None:
        """The level shown; None while unrated."""
        checked = self._group.checkedId()
        return None if checked < 0 else checked

    def set_level(self, level: int | None) -> None:
        """Show a level, or none."""
        self._group.setExclusive(level is not None)
        for cell in self._group.buttons():
            cell.setChecked(self._group.id(cell) == level)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by the keys 0 to 3."""
        if event.text() in {"0", "1", "2", "3"}:
            self._group.button(int(event.text())).click()
        else:
            super().keyPressEvent(event)


class _Cell(QRadioButton):
    def __init__(self, level: int, name: str, is_critical: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._level, self._is_critical = level, is_critical
        self.setAccessibleName(self.tr("{name}: level {level}").format(name=name, level=level))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One cell."""
        return QSize(CELL_WIDTH, CELL_HEIGHT)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # the whole cell is the button
        """Anywhere in the cell."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the cell."""
        with painting_on(self) as painter:
            rect = QRectF(self.rect())
            _draw_cell(painter, rect, self._level, self.isChecked(), self._is_critical, "chip")
            if self.hasFocus():
                token = "ink" if self.isChecked() else "accent"
                outline(painter, rect, token, RADIUS_SMALL, FOCUS)
