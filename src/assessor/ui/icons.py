"""Lucide's line icons, tinted when loaded and kept by name, color, size and density of pixels."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FULL_SIZE = 20
_STROKE_FULL, _STROKE_SMALL = "1.5", "1.75"


class Icons:
    """Draws icons from a folder of SVG files and remembers what it drew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, size: int = _FULL_SIZE, ratio: float = 1.0) -> QPixmap:
        """The icon `name` in `color`, `size` px wide, at `ratio` device pixels a px."""
        key = (name, color.rgba(), size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, color, size, ratio)
        return self._drawn[key]

    def _draw(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer(name, color, size).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _renderer(self, name: str, color: QColor, size: int) -> QSvgRenderer:
        stroke = _STROKE_FULL if size >= _FULL_SIZE else _STROKE_SMALL
        svg = (self._folder / f"{name}.svg").read_text("utf-8")
        svg = svg.replace("currentColor", color.name()).replace(
            'stroke-width="2"', f'stroke-width="{stroke}"'
        )
        return QSvgRenderer(QByteArray(svg.encode()))
