"""How an action step stood day by day: a chain of its status updates, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.operations.action_steps import StatusUpdateRow
from assessor.terms import ActionStatus
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    hairline,
    icon,
    painting_on,
    text_width,
)
from assessor.ui.widgets.step_words import STATUS_ICONS, status_word

_NODE, _LEFT, _BELOW, _LINE = 32, 44, 16, 20
_TONES = {ActionStatus.BLOCKED: "watch", ActionStatus.DONE: "good", ActionStatus.IN_PROGRESS: "info"}


class UpdateChain(QWidget):
    """Paints updates as nodes on a line, each with its day, its note and its evidence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._updates: Sequence[StatusUpdateRow] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("How it stood"))

    def show_updates(self, updates: Sequence[StatusUpdateRow]) -> None:
        """Show these updates, the newest first."""
        self._updates = updates
        said = (f"{long_day(u.updated_on)}: {self._head(u)}. {u.note} {u.evidence}".strip() for u in updates)
        self.setAccessibleDescription(" ".join(said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Notes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all nodes."""
        inset = self.contentsMargins()
        room = width - inset.left() - inset.right()
        return inset.top() + sum(self._height(update, room) for update in self._updates)

    def sizeHint(self) -> QSize:
        """The notes at a comfortable width."""
        return QSize(400, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """The whole of it: the page scrolls."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the nodes."""
        area = QRectF(self.contentsRect())
        with painting_on(self) as painter:
            for number, update in enumerate(self._updates):
                height = self._height(update, int(area.width()))
                if number < len(self._updates) - 1:
                    x = area.left() + _NODE / 2
                    hairline(painter, x, area.top() + _NODE, x + 1, area.top() + height, "edge")
                self._paint_node(painter, area, update)
                self._paint_words(painter, area, update)
                area.setTop(area.top() + height)

    def _paint_node(self, painter: QPainter, area: QRectF, update: StatusUpdateRow) -> None:
        middle = QPointF(area.left() + _NODE / 2, area.top() + _NODE / 2)
        painter.setPen(QPen(look().color("edge"), 1))
        painter.setBrush(look().color("surface"))
        painter.drawEllipse(middle, _NODE / 2 - 0.5, _NODE / 2 - 0.5)
        token = _TONES.get(update.status, "ink3")
        icon(painter, STATUS_ICONS[update.status], token, middle.x() - 8, middle.y() - 8, 16)

    def _paint_words(self, painter: QPainter, area: QRectF, update: StatusUpdateRow) -> None:
        left, day = area.left() + _LEFT, long_day(update.updated_on)
        width = text_width(day, Role.SMALL)
        head = QRectF(left, area.top(), area.right() - left - width - 12, _NODE - 12)
        draw_text(painter, self._head(update), Role.BODY_MEDIUM, head)
        draw_text(painter, day, Role.SMALL, QRectF(area.right() - width, area.top(), width, 20), "ink3")
        top = area.top() + _LINE
        for lines, token in self._bodies(update, int(area.width())):
            draw_lines(painter, lines, QRectF(left, top, lines.width, lines.height), token)
            top += lines.height

    def _bodies(self, update: StatusUpdateRow, width: int) -> list[tuple[Lines, str]]:
        room = max(width - _LEFT, 80)
        evidence = self.tr("Evidence: {what}").format(what=update.evidence) if update.evidence else ""
        bodies = [(update.note, Role.BODY, "ink2"), (evidence, Role.SMALL, "ink3")]
        return [(break_lines(text, role, room), token) for text, role, token in bodies if text]

    def _height(self, update: StatusUpdateRow, width: int) -> int:
        words = _LINE + sum(lines.height for lines, _ in self._bodies(update, width))
        return max(words, _NODE) + _BELOW

    def _head(self, update: StatusUpdateRow) -> str:
        word = status_word(update.status)
        if not 0 < update.percent < 100:
            return word
        return self.tr("{status}, {percent}% done").format(status=word, percent=update.percent)
