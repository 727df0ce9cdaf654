"""What painted widgets and delegates share: text with our line heights, fills, hatches and focus rings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from assessor.palette import FOCUS, RADIUS
from assessor.ui.theme import look
from assessor.ui.typeface import Role

_UNBOUNDED = 100_000
_ELLIPSIS = "…"


@contextmanager
def painting(painter: QPainter) -> Iterator[QPainter]:
    """A painter with smooth edges, put back as it was afterwards."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        yield painter
    finally:
        painter.restore()


@contextmanager
def painting_on(widget: QWidget) -> Iterator[QPainter]:
    """A painter on a widget with smooth edges, ended afterwards."""
    painter = QPainter(widget)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        yield painter
    finally:
        painter.end()


def fill(painter: QPainter, rect: QRectF | QRect, tone: str, radius: float = RADIUS) -> None:
    """A flat rounded fill."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().color(tone))
    painter.drawRoundedRect(QRectF(rect), radius, radius)


def outline(
    painter: QPainter, rect: QRectF | QRect, tone: str, radius: float = RADIUS, width: float = 1
) -> None:
    """An outline that lies inside `rect`."""
    inset = width / 2
    painter.setPen(QPen(look().color(tone), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def soft_fill(painter: QPainter, rect: QRectF | QRect, meaning: str, radius: float = RADIUS) -> None:
    """The soft fill of a meaning or the accent; in high contrast an outline in its color instead."""
    fill(painter, rect, f"{meaning}soft", radius)
    if look().theme.soft_outline:
        outline(painter, rect, meaning, radius, look().theme.soft_outline)


def focus_ring(painter: QPainter, rect: QRectF | QRect, radius: float = RADIUS) -> None:
    """The ring of keyboard focus, just inside `rect`."""
    outline(painter, rect, "accent", radius + FOCUS, FOCUS)


def hairline(painter: QPainter, x1: float, y1: float, x2: float, y2: float, tone: str = "line") -> None:
    """A crisp line of one px."""
    painter.fillRect(QRectF(x1, y1, max(x2 - x1, 1), max(y2 - y1, 1)), look().color(tone))


def hatch(
    painter: QPainter,
    rect: QRectF | QRect,
    ground: QColor,
    stripe: QColor,
    *,
    band: float = 4,
    radius: float = 4,
) -> None:
    """45° stripes: what is hidden, dissents or was off the record."""
    area = QRectF(rect)
    with painting(painter):
        _clip_rounded(painter, area, radius)
        painter.fillRect(area, ground)
        painter.setPen(QPen(stripe, band, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        step = band * 2 * 2**0.5
        x = area.left() - area.height()
        while x < area.right() + step:
            painter.drawLine(QPointF(x, area.bottom() + 4), QPointF(x + area.height() + 8, area.top() - 4))
            x += step


def _clip_rounded(painter: QPainter, area: QRectF, radius: float) -> None:
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)


def icon(painter: QPainter, name: str, tone: str, x: float, y: float, size: int = 20) -> None:
    """An icon with its left top corner at x, y."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), look().icon(name, tone, size, ratio))


@dataclass(frozen=True)
class Lines:
    """Text broken into lines of one role, at most so many, the last cut short with an ellipsis."""

    texts: tuple[str, ...]
    role: Role
    width: float
    is_cut: bool

    @property
    def height(self) -> int:
        """Height in px."""
        return len(self.texts) * self.role.line


def break_lines(text: str, role: Role, width: float, most: int = _UNBOUNDED) -> Lines:
    """Break `text` at `width` px into at most `most` lines."""
    metrics = look().metrics(role)
    whole = metrics.horizontalAdvance(text)
    if whole <= width and "\n" not in text:
        return Lines((text.rstrip(),), role, whole, False)
    paragraphs = text.splitlines(keepends=True)
    broken = [line for paragraph in paragraphs for line in _wrapped(paragraph, role, width)]
    if len(broken) <= most:
        return Lines(tuple(line.rstrip() for line in broken), role, width, False)
    rest = "".join(broken[most - 1 :]).split("\n")[0].rstrip()
    last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    if not last.endswith(_ELLIPSIS):
        last += _ELLIPSIS
    return Lines((*(line.rstrip() for line in broken[: most - 1]), last), role, width, True)


def _wrapped(paragraph: str, role: Role, width: float) -> list[str]:
    layout = QTextLayout(paragraph, look().font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    units = paragraph.encode("utf-16-le")  # Qt counts in these, Python does not
    found: list[str] = []
    line: QTextLine = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, 1))
        start = line.textStart()
        found.append(units[2 * start : 2 * (start + line.textLength())].decode("utf-16-le", "replace"))
        line = layout.createLine()
    layout.endLayout()
    return found


def draw_lines(
    painter: QPainter,
    lines: Lines,
    rect: QRectF | QRect,
    tone: str = "ink",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    tabular: bool = False,
) -> None:
    """Draw broken lines from the top of `rect`."""
    area = QRectF(rect)
    painter.setFont(look().font(lines.role, tabular=tabular))
    painter.setPen(look().color(tone))
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for number, line in enumerate(lines.texts):
        top = area.top() + number * lines.role.line
        painter.drawText(QRectF(area.left(), top, area.width(), lines.role.line), int(flags), line)


def draw_text(
    painter: QPainter,
    text: str,
    role: Role,
    rect: QRectF | QRect,
    tone: str = "ink",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    tabular: bool = False,
) -> None:
    """Draw one line, cut short with an ellipsis, in the middle of the height of `rect`."""
    area = QRectF(rect)
    metrics = look().metrics(role, tabular=tabular)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
    lines = Lines((shown,), role, area.width(), shown != text)
    top = area.top() + (area.height() - role.line) / 2
    draw_lines(
        painter, lines, QRectF(area.left(), top, area.width(), role.line), tone, align, tabular=tabular
    )


def text_width(text: str, role: Role, *, tabular: bool = False) -> int:
    """The width of one line in px, rounded up."""
    return int(look().metrics(role, tabular=tabular).horizontalAdvance(text) + 0.999)
