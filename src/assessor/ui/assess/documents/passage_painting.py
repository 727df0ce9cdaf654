"""Marked passages as they are painted under the words: a soft fill and a line of two px beneath."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from assessor.ui.theme import look

_UNDERLINE = 2
_INSET = 2


@dataclass(frozen=True)
class Highlight:
    """A marked passage at its positions in the document as it is shown."""

    passage_id: str
    criterion: str
    start: int
    end: int


def visible_blocks(view: QTextEdit) -> Iterator[QTextBlock]:
    """The text blocks that are in sight, and the one before."""
    layout = view.document().documentLayout()
    top = view.verticalScrollBar().value()
    first = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
    block = view.document().findBlock(max(first, 0))
    block = block.previous() if block.previous().isValid() else block
    bottom = top + view.viewport().height()
    while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
        yield block
        block = block.next()


def line_rects(view: QTextEdit, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Where the words from `start` to `end` stand in a block, a rectangle a line, in the viewport."""
    layout = block.layout()
    first, last = start - block.position(), end - block.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begins = max(first, line.textStart())
        ends = min(last, line.textStart() + line.textLength())
        if begins >= ends:
            continue
        left = _across(line, begins)
        right = min(_across(line, ends), line.x() + line.naturalTextWidth())  # no blanks at its end
        top = layout.position().y() + line.y() - view.verticalScrollBar().value()
        yield QRectF(layout.position().x() + left, top, right - left, line.height())


def first_lines(view: QTextEdit, highlights: Sequence[Highlight]) -> list[tuple[Highlight, float]]:
    """The passages whose first line is in sight, with its top."""
    blocks = list(visible_blocks(view))
    found = []
    for one in highlights:
        block = next((b for b in blocks if b.contains(one.start)), None)
        if block is not None:
            rects = list(line_rects(view, block, one.start, one.start + 1))
            found += [(one, rects[0].top())] if rects else []
    return found


def _across(line: QTextLine, position: int) -> float:
    x: object = line.cursorToX(position)  # PySide hands the position back as well
    return float(x[0] if isinstance(x, tuple) else x)  # type: ignore[arg-type]


def paint_highlight(painter: QPainter, rects: list[QRectF], *, is_chosen: bool) -> None:
    """Fill and underline the lines of a passage."""
    ground, under = ("accentsoft", "accent") if is_chosen else ("chip", "edge")
    for rect in rects:
        area = rect.adjusted(-1, _INSET, 1, -_INSET)
        painter.fillRect(area, look().color(ground))
        line = QRectF(area.left(), area.bottom() - _UNDERLINE, area.width(), _UNDERLINE)
        painter.fillRect(line, look().color(under))


def paint_found(painter: QPainter, rects: list[QRectF]) -> None:
    """Fill what was searched for."""
    for rect in rects:
        painter.fillRect(rect.adjusted(0, _INSET, 0, -_INSET), look().color("accentmid"))
