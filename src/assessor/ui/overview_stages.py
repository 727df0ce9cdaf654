"""The strip of the five stages: how far each is, the one under way marked; choosing one goes there."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, icon, outline, painting_on, soft_fill
from assessor.ui.widgets.rings import LARGE, draw_ring
from assessor.ui.widgets.texts import explain

_HEIGHT, _INSET, _PADDING, _GAP, _CHEVRON = 80, 8, 8, 12, 14


@dataclass(frozen=True)
class StageCell:
    """One stage: how far it is (None: not begun) and two lines."""

    key: str
    title: str
    part: float | None
    first: str
    second: str
    is_current: bool = False

    @property
    def percent(self) -> str:
        """How far, as it stands in the ring."""
        return f"{round(self.part * 100)}%" if self.part is not None else "–"


class StageStrip(QWidget):
    """Five cells in one quiet panel. `chosen` tells the stage."""

    chosen = Signal(str)

    def __init__(self, cells: list[StageCell], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.buttons = [_StageButton(cell, self) for cell in cells]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda *_, button=button: self.chosen.emit(button.cell.key))
            button.moved.connect(lambda step, number=number: self._move(number + step))

    def show_cells(self, cells: list[StageCell]) -> None:
        """Show how far the stages are now."""
        for button, cell in zip(self.buttons, cells, strict=True):
            button.show_cell(cell)

    def sizeHint(self) -> QSize:
        """As high as a ring with its padding."""
        return QSize(5 * 200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for rings and titles."""
        return QSize(5 * 148, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each cell a fifth."""
        super().resizeEvent(event)
        width = self.width() / len(self.buttons)
        for number, button in enumerate(self.buttons):
            left, right = round(number * width) + _INSET, round((number + 1) * width) - _INSET
            button.setGeometry(left, _INSET, right - left, _HEIGHT - 2 * _INSET)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the panel and the arrows between the stages."""
        width = self.width() / len(self.buttons)
        with painting_on(self) as painter:
            fill(painter, self.rect(), "canvas")
            outline(painter, self.rect(), "line")
            for number in range(1, len(self.buttons)):
                x = number * width - _CHEVRON / 2
                icon(painter, "chevron-right", "edge", x, (_HEIGHT - _CHEVRON) / 2, _CHEVRON)

    def _move(self, number: int) -> None:
        self.buttons[number % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)


class _StageButton(KeyboardRing, QAbstractButton):
    moved = Signal(int)

    def __init__(self, cell: StageCell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_cell(cell)

    def show_cell(self, cell: StageCell) -> None:
        """Show this stage."""
        self.cell = cell
        self.setText(cell.title)
        said = (cell.title, cell.percent if cell.part is not None else "", cell.first, cell.second)
        self.setAccessibleName(", ".join(part for part in said if part))
        explain(self, f"{cell.first}. {cell.second}.")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbor, Enter goes to the stage."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint ring, title and the two lines."""
        cell, top = self.cell, (self.height() - LARGE) / 2
        with painting_on(self) as painter:
            if cell.is_current:
                soft_fill(painter, self.rect(), "accent")
            elif self.underMouse():
                fill(painter, self.rect(), "chip")
            draw_ring(painter, _PADDING, top, LARGE, cell.part or 0)
            ring = QRectF(_PADDING, top, LARGE, LARGE)
            draw_text(painter, cell.percent, Role.SMALL_BOLD, ring, "ink", Qt.AlignmentFlag.AlignHCenter)
            left = _PADDING + LARGE + _GAP
            room = self.width() - left - 2
            draw_text(painter, cell.title, Role.LIVE_BOLD, QRectF(left, top - 4, room, 24))
            draw_text(painter, cell.first, Role.SMALL, QRectF(left, top + 20, room, 16), "ink2")
            second = "ink2" if cell.is_current else "ink3"
            draw_text(painter, cell.second, Role.SMALL, QRectF(left, top + 36, room, 16), second)
            if self.has_ring:
                focus_ring(painter, self.rect(), 4)
