"""The rail: Overview, the five stages with their rings, and Report."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, hairline, icon, painting_on, soft_fill
from assessor.ui.widgets.rings import RAIL, draw_ring
from assessor.ui.widgets.sections import Hairline

WIDTH = 88
_ENTRY_WIDTH, _ENTRY_HEIGHT, _FIRST_HEIGHT = 72, 72, 76


@dataclass(frozen=True)
class RailEntry:
    """An entry of the rail: its key, word and icon, and whether a ring shows how far it is."""

    key: str
    label: str
    icon: str
    has_ring: bool


class Rail(QWidget):
    """The narrow rail at the left. `chosen` tells the key a person chose."""

    chosen = Signal(str)

    def __init__(self, first: RailEntry, stages: list[RailEntry], last: RailEntry) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Stages"))
        self._group = QButtonGroup(self)
        self._entries: dict[str, _Entry] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 12)
        column.setSpacing(4)
        self._add(column, first, _FIRST_HEIGHT)
        column.addSpacing(4)
        rule = Hairline()
        rule.setFixedWidth(48)
        column.addWidget(rule, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for stage in stages:
            self._add(column, stage)
        column.addStretch(1)
        self._add(column, last)

    def choose(self, key: str) -> None:
        """Show an entry as chosen, without telling."""
        self._entries[key].setChecked(True)

    def show_progress(self, parts: dict[str, float]) -> None:
        """Fill the rings, by key, 0 to 1."""
        for key, part in parts.items():
            self._entries[key].show_part(part)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the ground and the hairline at the right."""
        with painting_on(self) as painter:
            fill(painter, self.rect(), "sunken", 0)
            hairline(painter, self.width() - 1, 0, self.width(), self.height())

    def _add(self, column: QVBoxLayout, entry: RailEntry, height: int = _ENTRY_HEIGHT) -> None:
        button = _Entry(entry, height)
        button.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(button)
        self._entries[entry.key] = button
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)


class _Entry(KeyboardRing, QPushButton):
    def __init__(self, entry: RailEntry, height: int) -> None:
        super().__init__(entry.label)
        self._down = height - _ENTRY_HEIGHT
        self._entry, self._part = entry, 0.0
        self.setCheckable(True)
        self.setObjectName(f"rail_{entry.key}")
        self.setAccessibleName(entry.label)
        self.setFixedSize(_ENTRY_WIDTH, height)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_part(self, part: float) -> None:
        """Fill the ring."""
        self._part = part
        words = self.tr("{label}, {part}% done").format(label=self._entry.label, part=round(part * 100))
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint ground, ring, icon and word."""
        with painting_on(self) as painter:
            rect = QRectF(self.rect())
            if self.isChecked():
                soft_fill(painter, rect, "accent")
            elif self.underMouse():
                fill(painter, rect, "chip")
            self._paint_picture(painter)
            self._paint_word(painter)
            if self.has_ring:
                focus_ring(painter, rect, 4)

    def _paint_picture(self, painter: QPainter) -> None:
        token = "accent" if self.isChecked() else "ink2"
        center = _ENTRY_WIDTH / 2
        if self._entry.has_ring:
            draw_ring(painter, center - RAIL / 2, 8, RAIL, self._part)
            icon(painter, self._entry.icon, token, center - 9, 17, 18)
        else:
            icon(painter, self._entry.icon, token, center - 10, 16 + self._down, 20)

    def _paint_word(self, painter: QPainter) -> None:
        role, token = (Role.SMALL_BOLD, "accent") if self.isChecked() else (Role.SMALL_MEDIUM, "ink2")
        band = QRectF(0, 47 + self._down, _ENTRY_WIDTH, 18)
        draw_text(painter, self._entry.label, role, band, token, Qt.AlignmentFlag.AlignHCenter)
