"""A chart on the screen: the SVG the charts layer draws, named by its own title."""

import re
from html import unescape

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.ui.widgets.paint import focus_ring, painting_on

_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)


class SvgView(QWidget):
    """Shows an SVG, no larger than drawn. `element_clicked` tells the id of a named element."""

    element_clicked = Signal(str)

    def __init__(self, svg: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self._named: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if svg:
            self.show_svg(svg)

    def show_svg(self, svg: str, named: list[str] | None = None) -> None:
        """Show a chart; `named` are the ids of elements that can be clicked."""
        self._renderer.load(QByteArray(svg.encode()))
        self._named = named or []
        self.setAccessibleName(_words(_TITLE, svg))
        self.setAccessibleDescription(_words(_DESCRIPTION, svg))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As drawn."""
        return self._renderer.defaultSize()

    def hasHeightForWidth(self) -> bool:
        """Height follows width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that keeps the shape."""
        drawn = self.sizeHint()
        if drawn.width() <= 0:
            return 0
        return round(drawn.height() * min(width, drawn.width()) / drawn.width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which named element was clicked."""
        place = self._in_drawing(event.position())
        for name in self._named:
            if self._renderer.boundsOnElement(name).contains(place):
                self.element_clicked.emit(name)
                return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the chart at the left."""
        with painting_on(self) as painter:
            self._renderer.render(painter, self._target())
            if self.hasFocus():
                focus_ring(painter, self.rect(), 4)

    def _target(self) -> QRectF:
        width = min(self.width(), self.sizeHint().width())
        return QRectF(0, 0, width, self.heightForWidth(width))

    def _in_drawing(self, place: QPointF) -> QPointF:
        box, target = self._renderer.viewBoxF(), self._target()
        scale = box.width() / max(target.width(), 1)
        return QPointF(box.left() + place.x() * scale, box.top() + place.y() * scale)


def _words(pattern: re.Pattern[str], svg: str) -> str:
    found = pattern.search(svg)
    return unescape(found.group(1)).strip() if found else ""
