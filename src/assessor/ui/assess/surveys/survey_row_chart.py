"""A chart whose rows can be chosen: by mouse, by arrow keys, and unfolded by Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from assessor.ui.theme import look
from assessor.ui.widgets.paint import outline, painting_on
from assessor.ui.widgets.svg_views import SvgView
from assessor.ui.widgets.texts import plain_tip

LEAST_WIDTH = 320
_LINE = 1
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Right)


class RowChart(SvgView):
    """Draws itself anew at each width. `chosen` tells the key of a row, `opened` that it be unfolded."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, pitch: float = 40, *, is_ruled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._pitch, self._is_ruled = pitch, is_ruled
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        self._draw: Callable[[float], str] | None = None
        self._keys: list[str] = []
        self._titles: list[str] = []
        self._chosen = ""
        self._width = 0
        look().changed.connect(self._redraw)
        self.element_clicked.connect(self._clicked)

    @property
    def chosen_key(self) -> str:
        """The key of the row that is chosen."""
        return self._chosen

    def show_rows(self, draw: Callable[[float], str], keys: Sequence[str], titles: Sequence[str]) -> None:
        """Show rows that `draw` draws at a width, named row-0 … by their place."""
        self._draw, self._keys, self._titles = draw, list(keys), list(titles)
        self._redraw()

    def choose(self, key: str) -> None:
        """Put the choice on a row without telling."""
        self._chosen = key if key in self._keys else ""
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """As drawn, and never so wide that a pane cannot be made narrower."""
        return QSize(max(LEAST_WIDTH, self._width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as drawn."""
        return QSize(LEAST_WIDTH, super().sizeHint().height())

    def heightForWidth(self, width: int) -> int:  # noqa: ARG002  # drawn for each width in the same height
        """As high as drawn."""
        return super().sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        if event.size().width() != self._width:
            self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row, and unfold."""
        if event.key() in _STEPS and self._keys:
            place = self._keys.index(self._chosen) if self._chosen in self._keys else -1
            place = min(max(place + _STEPS[Qt.Key(event.key())], 0), len(self._keys) - 1)
            self._choose(self._keys[place])
        elif event.key() in _OPENING and self._chosen:
            self.opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Unfold the row under the pointer."""
        key = self._key_at(event.position())
        if key:
            self.opened.emit(key)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what a row is called in full."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            key = self._key_at(QPointF(event.pos()))
            title = self._titles[self._keys.index(key)] if key else ""
            QToolTip.showText(event.globalPos(), plain_tip(title), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the chosen row, and the chart above it."""
        row = self._row_rect(self._chosen)
        if row is not None:
            with painting_on(self) as painter:
                painter.fillRect(row, look().color("canvas"))
                if self.hasFocus():
                    outline(painter, row, "accent", 0, 1)
        with painting_on(self) as painter:
            self._renderer.render(painter, self._target())
            if self.hasFocus() and row is None:
                outline(painter, QRectF(self.rect()), "accent", 4, 2)
        del event

    def _clicked(self, name: str) -> None:
        self._choose(self._keys[int(name.removeprefix("row-"))])

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self.choose(key)
            self.chosen.emit(key)

    def _redraw(self) -> None:
        if self._draw is None:
            return
        self._width = max(self.width(), LEAST_WIDTH)
        self.show_svg(self._draw(self._width), [f"row-{place}" for place in range(len(self._keys))])
        self.setFixedHeight(super().sizeHint().height())
        self.choose(self._chosen)

    def _describe(self) -> None:
        title = self._titles[self._keys.index(self._chosen)] if self._chosen else ""
        self.setAccessibleDescription(title)

    def _row_rect(self, key: str) -> QRectF | None:
        if key not in self._keys:
            return None
        bounds = self._renderer.boundsOnElement(f"row-{self._keys.index(key)}")
        # The hairline beneath is part of a ruled row; in others what is drawn stands in the middle.
        top = bounds.bottom() - self._pitch if self._is_ruled else bounds.center().y() - self._pitch / 2
        return QRectF(0, top, self.width(), self._pitch - (_LINE if self._is_ruled else 0))

    def _key_at(self, place: QPointF) -> str:
        for key in self._keys:
            row = self._row_rect(key)
            if row is not None and row.contains(place):
                return key
        return ""
