"""A piece of evidence as a node of the chain: icon, heading, words, note, and what is wrong with it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from assessor.operations.evidence import EvidenceRow
from assessor.palette import RADIUS
from assessor.terms import Stance
from assessor.ui.identify.finding_words import METHOD_ICONS, quoted
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.group_marks import SIZE, draw_group_mark
from assessor.ui.widgets.hidden_cell import draw_hidden
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    fill,
    focus_ring,
    hairline,
    icon,
    painting,
    painting_on,
    text_width,
)
from assessor.ui.widgets.tags import Meaning

_NODE, _GAP, _TOP, _BOTTOM = 32, 12, 5, 5
_MOST_LINES, _NOTE_ROOM = 3, 140


class EvidenceNode(KeyboardRing, QAbstractButton):
    """One node. `clicked` asks to unfold it; the line to the next one is painted beneath its circle."""

    def __init__(
        self, row: EvidenceRow, *, follows: bool, is_last: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follows, self._is_last = follows, is_last
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_row(row, is_last=is_last)

    def show_row(self, row: EvidenceRow, *, is_last: bool) -> None:
        """Show this piece of evidence."""
        self.row, self._is_last = row, is_last
        warning = self._warning[1] if self._warning else ""
        parts = [row.heading, row.words, row.note, row.summary, warning]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Circle or words, whichever is higher."""
        height = 20 + self._words_lines(width).height + 16 * (bool(self._warning) + bool(self.row.summary))
        return max(_NODE, height) + _TOP + _BOTTOM

    def sizeHint(self) -> QSize:
        """At a comfortable width."""
        return QSize(448, self.heightForWidth(448))

    def minimumSizeHint(self) -> QSize:
        """Never lower than the circle."""
        return QSize(160, _NODE + _TOP + _BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the line, the circle and the words."""
        with painting_on(self) as painter:
            if self.underMouse() or self.isChecked():
                left = _NODE + _GAP - 8
                fill(painter, QRectF(left, 0, self.width() - left, self.height()), "canvas", RADIUS)
            self._paint_circle(painter)
            self._paint_words(painter)
            if self.has_ring:
                focus_ring(painter, self.rect().adjusted(_NODE + _GAP - 8, 0, 0, 0))

    @property
    def _warning(self) -> tuple[Meaning, str] | None:
        """What is wrong with it, the gravest first."""
        row = self.row
        if row.is_withdrawn:
            return Meaning.CONCERN, self.tr("Withdrawn or removed since it was tied")
        if row.has_changed:
            return Meaning.WATCH, self.tr("Changed since it was tied")
        if row.uncleared:
            return Meaning.WATCH, self.tr("Not for print: {why}").format(why=row.uncleared)
        return None

    @property
    def _is_against(self) -> bool:
        return self.row.stance is Stance.AGAINST

    def _paint_circle(self, painter: QPainter) -> None:
        middle = _NODE / 2
        if not self._is_last:
            hairline(painter, middle, _TOP + _NODE, middle + 1, self.height(), "edge")
        if self._follows:
            hairline(painter, middle, 0, middle + 1, _TOP, "edge")
        with painting(painter):
            style = Qt.PenStyle.DashLine if self._is_against else Qt.PenStyle.SolidLine
            pen = QPen(look().color("edge"), 1, style)
            if self._is_against:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(look().color("surface"))
            painter.drawEllipse(QPointF(middle + 0.5, _TOP + middle), middle - 0.5, middle - 0.5)
        name = "undo-2" if self._is_against else METHOD_ICONS[self.row.method]
        icon(painter, name, "watch" if self._is_against else "accent", middle - 7.5, _TOP + middle - 8, 16)

    def _paint_words(self, painter: QPainter) -> None:
        row, left, top = self.row, _NODE + _GAP, float(_TOP - 2)
        self._paint_heading(painter, left, top)
        lines = self._words_lines(self.width())
        area = QRectF(left, top + 20, self.width() - left, lines.height)
        if row.is_hidden:
            width = text_width(row.words, Role.BODY) + 48
            draw_hidden(painter, QRectF(left, area.top(), min(width, area.width()), 20), row.words)
        else:
            draw_lines(painter, lines, area, "ink2")
        at = area.bottom()
        if row.summary:
            draw_text(painter, row.summary, Role.SMALL, QRectF(left, at, area.width(), 16), "ink3")
            at += 16
        if self._warning:
            meaning, said = self._warning
            icon(painter, meaning.icon, meaning.token, left, at + 1, 14)
            draw_text(painter, said, Role.SMALL, QRectF(left + 18, at, area.width() - 18, 16), meaning.token)

    def _paint_heading(self, painter: QPainter, left: float, top: float) -> None:
        row = self.row
        note = min(text_width(row.note, Role.SMALL), _NOTE_ROOM)
        right = self.width() - note
        area = QRectF(right, _TOP, note, _NODE)
        draw_text(painter, row.note, Role.SMALL, area, "ink3", Qt.AlignmentFlag.AlignRight)
        marks = 0 if self._is_against else len(row.groups)
        room = right - left - (SIZE + 4) * marks - 12 * bool(row.note) - 4
        width = min(text_width(row.heading, Role.BODY_MEDIUM), room)
        draw_text(painter, row.heading, Role.BODY_MEDIUM, QRectF(left, top, width, 20), "ink")
        for place in range(marks):
            draw_group_mark(painter, row.groups[place], left + width + 8 + place * (SIZE + 4), top + 4)

    def _words_lines(self, width: int) -> Lines:
        note = min(text_width(self.row.note, Role.SMALL), _NOTE_ROOM)
        room = width - _NODE - _GAP - (note + 12 if self.row.note else 0)
        words = quoted(self.row.words) if self.row.is_quote else self.row.words
        return break_lines(words, Role.QUOTE if self.row.is_quote else Role.BODY, max(room, 80), _MOST_LINES)
