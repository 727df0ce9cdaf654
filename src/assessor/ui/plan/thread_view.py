"""The golden thread, painted: a node a link, a line where it holds, dashes and words where it is loose."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.operations.threads import Hold, Link, Thread, ThreadNode
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import Lines, break_lines, draw_lines, focus_ring, icon, painting_on

_DISC, _TEXT, _GAP, _LINE = 32, 48, 20, 2
_ICONS = {
    Link.EVIDENCE: "quote",
    Link.FINDING: "lightbulb",
    Link.GOAL: "goal",
    Link.OBJECTIVE: "flag",
    Link.ACTIONS: "list-checks",
    Link.MEASURE: "chart-line",
    Link.RESULT: "trending-up",
}
_DASHES = [3, 3]


@dataclass(frozen=True)
class _Laid:
    node: ThreadNode
    top: float
    parts: tuple[tuple[Lines, str], ...]

    @property
    def height(self) -> float:
        return max(sum(lines.height for lines, _ in self.parts), _DISC + 4)


class ThreadView(QWidget):
    """Paints a thread. `went` tells the place (empty: here) and the element a link leads to."""

    went = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thread = Thread("", ())
        self._at = 0
        self._hovered = -1
        self._by_keyboard = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Golden thread"))

    def show_thread(self, thread: Thread) -> None:
        """Show a thread; the keyboard begins at the link chosen."""
        self._thread = thread
        here = [number for number, node in enumerate(thread.nodes) if node.hold is Hold.HERE]
        self._at = here[0] if here else 0
        self._speak()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all links."""
        laid = self._laid(width)
        return round(laid[-1].top + laid[-1].height + 4) if laid else 0

    def sizeHint(self) -> QSize:
        """The height of all links in a side panel."""
        return QSize(272, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """The whole thread: the panel scrolls, not the thread."""
        return QSize(160, self.heightForWidth(max(self.width(), 240)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint lines, nodes and words."""
        laid = self._laid(self.width())
        with painting_on(self) as painter:
            for one, next_one in pairwise(laid):
                self._paint_line(painter, one, next_one)
            for number, one in enumerate(laid):
                self._paint_node(painter, one, is_focused=number == self._at)
                self._paint_words(painter, one, is_hovered=number == self._hovered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the thread, and to where a link leads."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._thread.nodes:
            self._by_keyboard = True
            self._at = min(max(self._at + steps[key], 0), len(self._thread.nodes) - 1)
            self._speak()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self._by_keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide where the keyboard was."""
        self.update()
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        hovered = self._link_at(event.position().y())
        leads = hovered >= 0 and bool(self._thread.nodes[hovered].element_id)
        self._hovered = hovered if leads else -1
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002  # Qt hands it over
        """Nothing is under the pointer."""
        self._hovered = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to where a link leads."""
        clicked = self._link_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and clicked >= 0:
            self._at = clicked
            self._go(clicked)

    def _go(self, number: int) -> None:
        if number < len(self._thread.nodes) and self._thread.nodes[number].element_id:
            node = self._thread.nodes[number]
            self.went.emit(node.place, node.element_id)

    def _link_at(self, y: float) -> int:
        laid = self._laid(self.width())
        return next((n for n, one in enumerate(laid) if one.top <= y < one.top + one.height + _GAP / 2), -1)

    def _laid(self, width: int) -> list[_Laid]:
        laid: list[_Laid] = []
        top = 0.0
        for node in self._thread.nodes:
            one = _Laid(node, top, _words_of(node, width - _TEXT))
            laid.append(one)
            top += one.height + _GAP
        return laid

    def _paint_line(self, painter: QPainter, one: _Laid, next_one: _Laid) -> None:
        holds = one.node.hold in (Hold.TIED, Hold.HERE) and not one.node.missing
        pen = QPen(look().color("accent" if holds else "edge"), _LINE)
        if not holds:
            pen.setDashPattern(_DASHES)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x = _DISC / 2 + 1
        painter.drawLine(QPointF(x, one.top + _DISC + 4), QPointF(x, next_one.top))

    def _paint_node(self, painter: QPainter, one: _Laid, *, is_focused: bool) -> None:
        disc = QRectF(1, one.top + 2, _DISC, _DISC)
        hold = one.node.hold
        fills = {Hold.HERE: "accent"}
        rims = {Hold.HERE: "accent", Hold.TIED: "accent", Hold.LOOSE: "watch", Hold.AHEAD: "edge"}
        inks = {Hold.HERE: "onaccent", Hold.TIED: "accent", Hold.LOOSE: "watch", Hold.AHEAD: "ink3"}
        pen = QPen(look().color(rims[hold]), 1 if hold is Hold.AHEAD else 1.5)
        if hold is Hold.LOOSE:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(look().color(fills.get(hold, "surface")))
        painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
        middle = disc.center()
        icon(painter, _ICONS[one.node.link], inks[hold], middle.x() - 8, middle.y() - 8, 16)
        if is_focused and self.hasFocus() and self._by_keyboard:
            focus_ring(painter, QRectF(_TEXT - 6, one.top - 3, self.width() - _TEXT + 6, one.height + 6), 4)

    def _paint_words(self, painter: QPainter, one: _Laid, *, is_hovered: bool) -> None:
        top = one.top
        for lines, token in one.parts:
            shown = "accent" if is_hovered and lines.role is Role.BODY_MEDIUM else token
            draw_lines(painter, lines, QRectF(_TEXT, top, self.width() - _TEXT, lines.height), shown)
            top += lines.height

    def _speak(self) -> None:
        nodes = self._thread.nodes
        if nodes:
            node = nodes[self._at]
            parts = (node.label, node.title, node.note, node.missing, _HOLD_WORDS[node.hold])
            self.setAccessibleDescription(", ".join(part for part in parts if part))


_HOLD_WORDS = {Hold.HERE: "here", Hold.TIED: "tied", Hold.LOOSE: "loose", Hold.AHEAD: "still ahead"}
_MOST_TITLE_LINES = 3


def _words_of(node: ThreadNode, width: float) -> tuple[tuple[Lines, str], ...]:
    is_ahead = node.hold is Hold.AHEAD
    title = break_lines(node.title, Role.BODY_MEDIUM, width, _MOST_TITLE_LINES)
    if is_ahead:
        title = break_lines(node.title, Role.BODY, width, _MOST_TITLE_LINES)
    parts = [(break_lines(node.label, Role.SMALL, width, 1), "ink3"), (title, "ink3" if is_ahead else "ink")]
    if node.note:
        parts.append((break_lines(node.note, Role.SMALL, width, 2), "ink3"))
    if node.missing:
        parts.append((break_lines(node.missing, Role.SMALL, width, 3), "watch"))
    return tuple(parts)
