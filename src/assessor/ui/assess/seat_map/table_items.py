"""What stands between the seats: the table with its words, and the facilitator's place."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import (
    break_lines,
    draw_lines,
    draw_text,
    fill,
    outline,
    painting,
    text_width,
)

_CENTER = Qt.AlignmentFlag.AlignHCenter
_FACILITATOR = 28


class TableItem(QGraphicsItem):
    """The table, with how many are there and who left."""

    def __init__(self) -> None:
        super().__init__()
        self._outline = QPainterPath()
        self._middle = QRectF()
        self.bold, self.quiet = "", ""

    def place(self, outline_: QPainterPath, middle: QRectF) -> None:
        """Stand there."""
        self.prepareGeometryChange()
        self._outline, self._middle = outline_, middle

    def show_words(self, bold: str, quiet: str) -> None:
        """Say how many are there, and who left."""
        if (bold, quiet) != (self.bold, self.quiet):
            self.bold, self.quiet = bold, quiet
            self.update()

    def boundingRect(self) -> QRectF:
        """Table and words."""
        return self._outline.boundingRect().united(self._middle).adjusted(-1, -1, 1, 1)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002  # Qt hands it over
        widget: QWidget | None = None,  # noqa: ARG002  # Qt hands it over
    ) -> None:
        """Paint the table and the words on it."""
        with painting(painter):
            painter.setPen(QPen(look().color("line"), 1))
            painter.setBrush(look().color("sunken"))
            painter.drawPath(self._outline)
            room = self._middle
            role = Role.LIVE_BOLD if text_width(self.bold, Role.LIVE_BOLD) <= room.width() else Role.BODY_BOLD
            quiet = break_lines(self.quiet, Role.SMALL, room.width(), 3) if self.quiet else None
            height = role.line + (quiet.height if quiet else 0)
            top = room.center().y() - height / 2
            bold = QRectF(room.left(), top, room.width(), role.line)
            draw_text(painter, self.bold, role, bold, "ink", _CENTER)
            if quiet:
                below = QRectF(room.left(), top + role.line, room.width(), quiet.height)
                draw_lines(painter, quiet, below, "ink3", _CENTER)


class FacilitatorItem(QGraphicsItem):
    """Where the facilitator sits."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word

    def boundingRect(self) -> QRectF:
        """The word and its frame."""
        width = text_width(self._word, Role.SMALL_MEDIUM) + 24
        return QRectF(-width / 2, -_FACILITATOR / 2, width, _FACILITATOR)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002  # Qt hands it over
        widget: QWidget | None = None,  # noqa: ARG002  # Qt hands it over
    ) -> None:
        """Paint the frame and the word."""
        with painting(painter):
            rect = self.boundingRect()
            fill(painter, rect, "surface")
            outline(painter, rect, "edge")
            draw_text(painter, self._word, Role.SMALL_MEDIUM, rect, "ink2", _CENTER)
