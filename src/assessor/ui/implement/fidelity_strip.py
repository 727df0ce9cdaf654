"""The thin strip over the meetings: of each kind, what was planned this term and what was held."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.operations.meeting_rhythms import KindFidelity
from assessor.palette import PAGE_MARGIN
from assessor.terms import MeetingState
from assessor.ui.implement.meeting_words import held_of_due, name_of
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, hairline, hatch, outline, painting_on, text_width
from assessor.ui.widgets.texts import explain

_HEIGHT, _CELL, _GAP, _BETWEEN, _MOST_CELLS = 64, 6, 2, 32, 24


class FidelityStrip(QWidget):
    """Paints one column a kind: its code, held of due in words, and a small cell a meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: Sequence[KindFidelity] = ()
        self._term = ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Planned and held this term"))

    def show_kinds(self, term: str, kinds: Sequence[KindFidelity]) -> None:
        """Show the kinds of a term."""
        self._term, self._kinds = term, kinds
        said = [f"{kind.kind} {name_of(kind.kind, kind.title)}: {held_of_due(kind)}" for kind in kinds]
        self.setAccessibleDescription(f"{term}. {'; '.join(said)}")
        explain(self, "\n".join([term, *said]))
        self.setVisible(bool(kinds))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the strip."""
        with painting_on(self) as painter:
            painter.fillRect(self.rect(), look().color("canvas"))
            hairline(painter, 0, _HEIGHT - 1, self.width(), _HEIGHT)
            left = float(PAGE_MARGIN)
            width = text_width(self._term, Role.SMALL_BOLD)
            draw_text(painter, self._term, Role.SMALL_BOLD, QRectF(left, 12, width, 20), "ink2")
            label = self.tr("planned and held")
            under = text_width(label, Role.SMALL)
            draw_text(painter, label, Role.SMALL, QRectF(left, 32, under, 20), "ink3")
            left += max(width, under) + _BETWEEN
            for kind in self._kinds:
                if left > self.width() - PAGE_MARGIN:
                    break
                left += self._paint_kind(painter, left, kind) + _BETWEEN

    def _paint_kind(self, painter: QPainter, left: float, kind: KindFidelity) -> float:
        words, code = held_of_due(kind), kind.kind
        token = "watch" if kind.open else "ink2"
        lead = text_width(code, Role.SMALL_BOLD)
        draw_text(painter, code, Role.SMALL_BOLD, QRectF(left, 12, lead, 20), "ink2")
        width = text_width(words, Role.SMALL)
        draw_text(painter, words, Role.SMALL, QRectF(left + lead + 8, 12, width, 20), "ink2")
        noted = ""
        if kind.open:
            noted = self.tr(", {count} not logged").format(count=kind.open)
            more = text_width(noted, Role.SMALL)
            draw_text(painter, noted, Role.SMALL, QRectF(left + lead + 8 + width, 12, more, 20), token)
            width += more
        states = kind.states[-_MOST_CELLS:]
        for number, state in enumerate(states):
            cell = QRectF(left + number * (_CELL + _GAP), 36, _CELL, 12)
            is_open = state is MeetingState.PLANNED and kind.due > len(kind.states) - len(states) + number
            _paint_cell(painter, cell, state, is_open=is_open and bool(kind.open))
        return max(lead + 8 + width, len(states) * (_CELL + _GAP))


def _paint_cell(painter: QPainter, cell: QRectF, state: MeetingState, *, is_open: bool) -> None:
    """Held is filled, canceled hatched, to come outlined, not logged outlined in watch."""
    if state is MeetingState.HELD:
        fill(painter, cell, "good", 1)
    elif state is MeetingState.CANCELLED:
        hatch(painter, cell, look().color("surface"), look().color("off_switch"), band=2, radius=1)
        outline(painter, cell, "off_switch", 1)
    else:
        outline(painter, cell, "watch" if is_open else "off_switch", 1, 2 if is_open else 1)
