"""The margin beside the text: a tag for every passage at its first line; a click chooses its criterion."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from assessor.palette import RADIUS_SMALL
from assessor.ui.assess.documents.passage_painting import Highlight, first_lines
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, painting_on, text_width
from assessor.ui.widgets.texts import explain

WIDTH = 60
_HEIGHT, _LEAST_WIDTH, _GAP = 20, 28, 4


class PassageMargin(QWidget):
    """Tags beside the lines in sight; those that fall on one line stand side by side, then lower."""

    chosen = Signal(str)
    """The id of the passage whose tag was clicked."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._highlights: Sequence[Highlight] = ()
        self._chosen_criterion = ""
        self._titles: dict[str, str] = {}
        self.setMouseTracking(True)

    def show_highlights(self, highlights: Sequence[Highlight], chosen_criterion: str) -> None:
        """Show the tags of passages, the chosen criterion's in accent."""
        self._highlights, self._chosen_criterion = highlights, chosen_criterion
        self.update()

    def set_titles(self, titles: dict[str, str]) -> None:
        """What criteria are called, for the tooltip."""
        self._titles = titles

    def sizeHint(self) -> QSize:
        """As wide as two tags."""
        return QSize(WIDTH, 100)

    def tags(self) -> list[tuple[QRectF, Highlight]]:
        """The tags in sight and where they are painted."""
        placed: list[tuple[QRectF, Highlight]] = []
        lines: set[tuple[str, int]] = set()
        for highlight, top in first_lines(self._view, self._highlights):
            if (highlight.criterion, round(top)) in lines:
                continue
            lines.add((highlight.criterion, round(top)))
            rect = QRectF(0, top + 2, _tag_width(highlight), _HEIGHT)
            while any(rect.intersects(other) for other, _ in placed):
                wider = rect.translated(rect.width() + _GAP, 0)
                rect = wider if wider.right() <= WIDTH else rect.translated(-rect.left(), _HEIGHT + _GAP)
            placed.append((rect, highlight))
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the tags."""
        with painting_on(self) as painter:
            for rect, highlight in self.tags():
                is_chosen = highlight.criterion == self._chosen_criterion
                fill(painter, rect, "accent" if is_chosen else "chip", RADIUS_SMALL)
                ink = "onaccent" if is_chosen else "ink2"
                words = highlight.criterion or "–"
                draw_text(painter, words, Role.SMALL_BOLD, rect, ink, Qt.AlignmentFlag.AlignHCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the passage of the tag."""
        found = self._at(event)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found.passage_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the tag under the pointer stands for."""
        found = self._at(event)
        self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
        explain(self, "" if found is None else self._titles.get(found.criterion, ""))

    def leaveEvent(self, event: QEvent) -> None:
        """Leave the pointer as it was."""
        self.unsetCursor()
        super().leaveEvent(event)

    def _at(self, event: QMouseEvent) -> Highlight | None:
        return next((one for rect, one in self.tags() if rect.contains(event.position())), None)


def _tag_width(highlight: Highlight) -> int:
    return max(_LEAST_WIDTH, text_width(highlight.criterion, Role.SMALL_BOLD) + 12)
