"""What one change did, row by row, painted: before struck softly, after beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.operations.change_details import Did, RowStory, ValueChange
from assessor.ui.typeface import Role
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
from assessor.ui.widgets.tags import Meaning, draw_tag, tag_width

_LABELS, _GAP, _ARROW, _PADDING, _USUAL_WIDTH = 136, 12, 16, 12, 640
_MEANINGS = {Did.ADDED: Meaning.GOOD, Did.CHANGED: Meaning.NEUTRAL, Did.REMOVED: Meaning.CONCERN}


def did_in_words(did: Did) -> str:
    """What became of a row."""
    translate = QCoreApplication.translate
    return {
        Did.ADDED: translate("history", "Added"),
        Did.CHANGED: translate("history", "Changed"),
        Did.REMOVED: translate("history", "Removed"),
    }[did]


@dataclass(frozen=True)
class _Laid:
    """A value broken into lines at the width there is."""

    value: ValueChange
    before: Lines
    after: Lines

    @property
    def height(self) -> int:
        return max(self.before.height, self.after.height, Role.BODY.line) + 4


class StoryView(QWidget):
    """One row of the record and what a change did to it."""

    def __init__(self, story: RowStory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story = story
        self._width = _USUAL_WIDTH
        self.setAccessibleName(self._spoken())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._laid = [self._laid_out(value) for value in story.values]

    def sizeHint(self) -> QSize:
        """As high as its values."""
        height = 2 * _PADDING + Role.BODY.line + 4 + sum(laid.height for laid in self._laid)
        return QSize(_USUAL_WIDTH, height)

    def minimumSizeHint(self) -> QSize:
        """Narrower, but not lower."""
        return QSize(_LABELS + 160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._width = event.size().width()
            self._laid = [self._laid_out(value) for value in self._story.values]
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the name of the row, then value by value."""
        with painting_on(self) as painter:
            hairline(painter, 0, 0, self.width(), 1)
            self._paint_head(painter)
            top = float(_PADDING + Role.BODY.line + 4)
            for laid in self._laid:
                self._paint_value(painter, laid, top)
                top += laid.height

    def _paint_head(self, painter: QPainter) -> None:
        story = self._story
        kind = text_width(story.kind, Role.BODY_BOLD)
        draw_text(painter, story.kind, Role.BODY_BOLD, QRectF(0, _PADDING, kind, Role.BODY.line))
        words = did_in_words(story.did)
        tag = tag_width(words)
        room = QRectF(kind + 8, _PADDING, self.width() - kind - tag - 24, Role.BODY.line)
        draw_text(painter, story.name, Role.BODY, room, "ink2")
        draw_tag(painter, self.width() - tag, _PADDING, words, _MEANINGS[story.did])

    def _paint_value(self, painter: QPainter, laid: _Laid, top: float) -> None:
        line = QRectF(0, top, _LABELS - _GAP, Role.BODY.line)
        draw_text(painter, laid.value.what, Role.BODY, line, "ink3")
        if not (laid.value.before and laid.value.after):
            shown, tone = (laid.after, "ink") if laid.value.after else (laid.before, "ink3")
            draw_lines(painter, shown, QRectF(_LABELS, top, self._room(), shown.height), tone)
            return
        half = self._half()
        draw_lines(painter, laid.before, QRectF(_LABELS, top, half, laid.before.height), "ink3")
        icon(painter, "arrow-right", "ink3", _LABELS + half + _GAP, top + 3, 14)
        left = _LABELS + half + _ARROW + 2 * _GAP
        draw_lines(painter, laid.after, QRectF(left, top, half, laid.after.height))

    def _laid_out(self, value: ValueChange) -> _Laid:
        width = self._half() if value.before and value.after else self._room()
        return _Laid(
            value, break_lines(value.before, Role.BODY, width), break_lines(value.after, Role.BODY, width)
        )

    def _room(self) -> float:
        return max(self._width - _LABELS, 80)

    def _half(self) -> float:
        return max((self._room() - _ARROW - 2 * _GAP) / 2, 60)

    def _spoken(self) -> str:
        story = self._story
        values = []
        for value in story.values:
            told = f"{value.before} → {value.after}" if value.before and value.after else ""
            values.append(f"{value.what}: {told or value.after or value.before}")
        return f"{story.kind} {story.name}, {did_in_words(story.did)}. " + ". ".join(values)
