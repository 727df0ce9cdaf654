"""Segments: two to six choices in one outline, one of them on."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from assessor.palette import RADIUS, RADIUS_SMALL
from assessor.terms import Group
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.group_marks import SIZE, draw_group_mark
from assessor.ui.widgets.paint import draw_text, focus_ring, hairline, icon, outline, painting_on, text_width
from assessor.ui.widgets.texts import explain

_HEIGHT, _PADDING, _GAP = 32, 12, 8


@dataclass(frozen=True)
class Segment:
    """One choice: its key, its word, and what may stand beside the word."""

    key: str
    label: str
    count: str = ""
    icon: str = ""
    group: Group | None = None


class Segments(QWidget):
    """A row of segments. `chosen` tells the key when a person chooses; `choose` sets it without telling.

    Where they may be shortened, what stands beside the words gives way where there is little room.
    """

    chosen = Signal(str)

    def __init__(
        self, segments: list[Segment], name: str, parent: QWidget | None = None, *, shortens: bool = False
    ) -> None:
        super().__init__(parent)
        self._shortens = shortens
        self.setAccessibleName(name)
        self._buttons: dict[str, _SegmentButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_segments(segments)

    @property
    def key(self) -> str:
        """The key of the segment that is on; empty when there is none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Put a segment on, or with an empty key none."""
        for other, button in self._buttons.items():
            button.setAutoExclusive(bool(key))  # else Qt keeps the last one on
            if key in ("", other):
                button.setChecked(bool(key))
            button.setAutoExclusive(True)

    def show_segments(self, segments: list[Segment]) -> None:
        """Show these segments; the chosen key stays on where it is still there, else the first is."""
        before = self.key
        if [s.key for s in segments] == list(self._buttons):
            for segment in segments:
                self._buttons[segment.key].show_segment(segment)
            return
        for old in self._buttons.values():
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {}
        for number, segment in enumerate(segments):
            self._add(segment, number == 0, number == len(segments) - 1)
        if segments:
            self.choose(before if before in self._buttons else segments[0].key)

    def _add(self, segment: Segment, is_first: bool, is_last: bool) -> None:
        button = _SegmentButton(segment, is_first, is_last, self, shortens=self._shortens)
        button.clicked.connect(lambda: self.chosen.emit(segment.key))
        button.moved.connect(lambda step: self._move(segment.key, step))
        self._buttons[segment.key] = button
        self._row.addWidget(button)

    def _move(self, key: str, step: int) -> None:
        buttons = list(self._buttons.values())
        there = buttons[(buttons.index(self._buttons[key]) + step) % len(buttons)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.click()


class _SegmentButton(KeyboardRing, QRadioButton):
    moved = Signal(int)

    def __init__(
        self, segment: Segment, is_first: bool, is_last: bool, parent: QWidget, *, shortens: bool
    ) -> None:
        super().__init__(parent)
        self._is_first, self._is_last, self._shortens = is_first, is_last, shortens
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = QSizePolicy.Policy.Maximum if shortens else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.show_segment(segment)

    def show_segment(self, segment: Segment) -> None:
        """Show this word and what stands beside it."""
        self._segment = segment
        self.setText(segment.label)
        name = f"{segment.label}, {segment.count}" if segment.count else segment.label
        self.setAccessibleName(name)
        explain(self, name if self._shortens else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the word in its heavier weight, so that nothing moves when it is chosen."""
        segment = self._segment
        width = text_width(segment.label, Role.BODY_BOLD) + 2 * _PADDING
        width += self._beside
        width += _GAP + SIZE if segment.group else 0
        width += _GAP + 16 if segment.icon else 0
        return QSize(width, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The whole word; where it may be shortened without its count."""
        return self.sizeHint() - QSize(self._beside if self._shortens else 0, 0)

    @property
    def _beside(self) -> int:
        """The room that the count takes."""
        return _GAP + text_width(self._segment.count, Role.SMALL) if self._segment.count else 0

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # the whole cell is the button
        """Anywhere in the cell."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbor by arrow key."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the cell with its part of the outline."""
        with painting_on(self) as painter:
            self._paint_ground(painter)
            self._paint_words(painter)
            if self.has_ring:
                focus_ring(painter, self.rect(), RADIUS_SMALL)

    def _paint_ground(self, painter: QPainter) -> None:
        left = 0 if self._is_first else -2 * RADIUS
        right = 0 if self._is_last else 2 * RADIUS
        whole = QRectF(self.rect()).adjusted(left, 0, right, 0)
        token = "accentsoft" if self.isChecked() else "chip" if self.underMouse() else "surface"
        path = QPainterPath()
        path.addRoundedRect(whole, RADIUS, RADIUS)
        painter.fillPath(path, look().color(token))
        outline(painter, whole, "edge")
        if not self._is_first:
            hairline(painter, 0, 1, 0, _HEIGHT - 1, "line")
        if self.isChecked() and look().theme.soft_outline:
            outline(painter, self.rect(), "accent", RADIUS_SMALL, look().theme.soft_outline)

    def _paint_words(self, painter: QPainter) -> None:
        segment, x = self._segment, float(_PADDING)
        ink = "accent" if self.isChecked() else "ink"
        if segment.group:
            draw_group_mark(painter, segment.group, x, (_HEIGHT - SIZE) / 2)
            x += SIZE + _GAP
        if segment.icon:
            icon(painter, segment.icon, "accent" if self.isChecked() else "ink3", x, 8, 16)
            x += 16 + _GAP
        role = Role.BODY_BOLD if self.isChecked() else Role.BODY_MEDIUM
        width = text_width(segment.label, role)
        draw_text(painter, segment.label, role, QRectF(x, 0, width, _HEIGHT), ink)
        if segment.count and self.width() >= self.sizeHint().width():
            tone = "ink2" if self.isChecked() else "ink3"
            draw_text(painter, segment.count, Role.SMALL, QRectF(x + width + _GAP, 0, 60, _HEIGHT), tone)
