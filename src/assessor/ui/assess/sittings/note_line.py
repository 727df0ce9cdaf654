"""How a line of the notes is painted: time, who, words, how close they are to what was said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from assessor.operations.remarks import RemarkRow
from assessor.palette import LIVE_LINE_WIDTH, PAGE_MARGIN
from assessor.terms import Fidelity, RemarkKind
from assessor.ui.assess.sittings.note_marks import fidelity_mark, ink_of, people_counted, tags_of
from assessor.ui.assess.sittings.note_rows import NOTE_ROLE, QuestionRow
from assessor.ui.assess.sittings.sitting_words import (
    clock,
    shown_text,
    tally_words,
    voices_words,
)
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    hairline,
    hatch,
    icon,
    outline,
    painting,
    text_width,
)
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.speaker_chips import ChipState, chip_width, draw_chip
from assessor.ui.widgets.tags import draw_tag, tag_width
from assessor.ui.widgets.tally_bar import draw_tally, tally_width

_KIND_ICONS = {
    RemarkKind.OBSERVER: "eye",
    RemarkKind.NONVERBAL: "smile",
    RemarkKind.TALLY: "hand",
    RemarkKind.PARKED: "arrow-right",
    RemarkKind.OFF_RECORD: "circle-pause",
}
_CHIP_GAP, _BOX = 4, 8


@dataclass(frozen=True)
class LineStyle:
    """Measures of a line in px, and the roles of its words."""

    time: int
    chips: int
    word: int
    most: int
    padding: int
    plain: Role
    said: Role
    aside: Role
    bold: Role
    shows_codes: bool


LIVE = LineStyle(
    72, 88, 124, LIVE_LINE_WIDTH, 8, Role.LIVE, Role.PASSAGE, Role.PASSAGE_ITALIC, Role.LIVE_BOLD, False
)
RECORD = LineStyle(48, 80, 112, LIVE_LINE_WIDTH, 8, Role.BODY, Role.QUOTE, Role.BODY, Role.BODY_BOLD, True)


class NoteDelegate(QStyledItemDelegate):
    """Paints note rows: `labels` maps participants to seats, `open_height` tells how high an open row is."""

    def __init__(
        self, style: LineStyle, open_height: Callable[[AnyIndex], int | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.style, self.labels = style, dict[str, str]()
        self._open_height = open_height
        self._broken: dict[tuple[str, Role, int], Lines] = {}
        look().changed.connect(self._broken.clear)

    def show_seats(self, labels: Mapping[str, str]) -> None:
        """Call people by their seats."""
        self.labels = dict(labels)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the words and what stands beneath them."""
        width = _width(option)
        opened = self._open_height(index)
        if opened is not None:
            return QSize(width, opened)
        row = index.data(NOTE_ROLE)
        padding = 2 * look().padding(self.style.padding)
        if isinstance(row, QuestionRow):
            return QSize(width, self.style.plain.line + padding)
        height = self._words(row, width).height + padding
        return QSize(width, height + self._beneath(row, width) * (self.style.plain.line + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        if self._open_height(index) is not None:
            return
        row = index.data(NOTE_ROLE)
        with painting(painter):
            if self.style.shows_codes:
                paint_row_ground(painter, option, ruled=False)
            rect = QRectF(option.rect).adjusted(
                PAGE_MARGIN, look().padding(self.style.padding), -PAGE_MARGIN, 0
            )
            if isinstance(row, QuestionRow):
                self._paint_question(painter, row, rect)
            else:
                self._paint_remark(painter, row, rect, _width(option))

    def _paint_question(self, painter: QPainter, row: QuestionRow, rect: QRectF) -> None:
        line = self.style.plain.line
        if row.asked_at:
            self._paint_time(painter, row.asked_at, rect)
        code = QRectF(rect.left() + self.style.time, rect.top(), self.style.chips - 8, line)
        draw_text(painter, row.code, Role.SMALL_BOLD, code, "accent")
        left = rect.left() + self.style.time + self.style.chips
        room = max(rect.right() - left - 48, 40)
        draw_text(painter, row.text, Role.BODY, QRectF(left, rect.top(), room, line), "ink3")
        left += min(text_width(row.text, Role.BODY), room) + 16
        hairline(painter, left, rect.top() + line / 2, rect.right(), rect.top() + line / 2 + 1, "edge")

    def _paint_remark(self, painter: QPainter, row: RemarkRow, rect: QRectF, width: int) -> None:
        line = self.style.plain.line
        self._paint_time(painter, row.said_at, rect)
        self._paint_who(painter, row, rect.left() + self.style.time, rect.top() + (line - 20) / 2)
        words = self._words(row, width)
        left = rect.left() + self.style.time + self.style.chips
        text = QRectF(left, rect.top(), words.width + 1, words.height)
        if row.kind is RemarkKind.OFF_RECORD:
            box = text.adjusted(-_BOX, -_BOX / 2, 2 * _BOX, _BOX / 2)
            hatch(painter, box, look().color("surface"), look().color("chip"))
            outline(painter, box, "line")
        draw_lines(painter, words, text, ink_of(row))
        if row.is_unfinished:
            self._underline(painter, words, text)
        self._paint_word(
            painter, row, QRectF(rect.right() - self.style.word, rect.top(), self.style.word, line)
        )
        top = text.bottom() + 4
        if row.agree is not None:
            is_broken = self._tally_is_broken(row, width)
            self._paint_tally(painter, row, rect, top, is_broken=is_broken)
            top += (line + 4) * (1 + is_broken)
        if self.style.shows_codes:
            self._paint_tags(painter, row, left, top, rect.right())

    def _paint_time(self, painter: QPainter, moment: datetime, rect: QRectF) -> None:
        is_live = self.style is LIVE
        role, time = Role.BODY if is_live else Role.SMALL, clock(moment, seconds=is_live)
        where = QRectF(rect.left(), rect.top(), self.style.time, self.style.plain.line)
        draw_text(painter, time, role, where, "ink3", tabular=True)

    def _paint_who(self, painter: QPainter, row: RemarkRow, x: float, y: float) -> None:
        if row.behavior:
            draw_chip(painter, x, y, row.behavior)
        elif row.speakers:
            self._paint_chips(painter, [self.labels.get(code, code) for code in row.speakers], x, y)
        elif row.kind in _KIND_ICONS:
            size = 20 if self.style is LIVE else 16
            icon(painter, _KIND_ICONS[row.kind], "ink3", x, y + (20 - size) / 2, size)
        elif self.labels:
            draw_chip(painter, x, y, "P?", ChipState.UNKNOWN)

    def _paint_chips(self, painter: QPainter, names: list[str], x: float, y: float) -> None:
        end = x + self.style.chips - 8
        for place, name in enumerate(names):
            rest = len(names) - place
            more = f"+{rest}"
            fits = x + chip_width(name) + (_CHIP_GAP + chip_width(more) if rest > 1 else 0) <= end
            if place and not fits and (rest > 1 or x + chip_width(name) > end):
                draw_chip(painter, x, y, more)
                return
            x += draw_chip(painter, x, y, name) + _CHIP_GAP

    def _paint_word(self, painter: QPainter, row: RemarkRow, rect: QRectF) -> None:
        word, name, token = fidelity_mark(row)
        if not word:
            return
        left = rect.left() + 8
        if name:
            icon(painter, name, token, left, rect.center().y() - 8, 16)
            left += 20
        role = Role.SMALL if self.style.shows_codes else Role.BODY
        draw_text(painter, word, role, QRectF(left, rect.top(), rect.right() - left, rect.height()), token)

    def _paint_tally(
        self, painter: QPainter, row: RemarkRow, rect: QRectF, top: float, *, is_broken: bool
    ) -> None:
        line = self.style.plain.line
        icon(painter, "hand", "ink2", rect.left() + self.style.time, top + (line - 16) / 2, 16)
        left = rect.left() + self.style.time + self.style.chips
        agree, dissent, silent = row.agree or 0, row.dissent or 0, row.silent
        end = draw_tally(painter, left, top + (line - 16) / 2, agree, dissent, silent, len(row.neutral))
        left, top = (left, top + line + 4) if is_broken else (left + end + 12, top)
        bold, rest = tally_words(row)
        voices = [(told, Role.SMALL, tone) for told, tone in self._voices(row)]
        for words, role, tone in (
            (bold, self.style.bold, "ink"),
            (rest, self.style.plain, "ink"),
            *voices,
        ):
            width = QFontMetricsF(look().font(role)).horizontalAdvance(words)
            draw_text(painter, words, role, QRectF(left, top, max(rect.right() - left, 0), line), tone)
            left += width

    def _voices(self, row: RemarkRow) -> list[tuple[str, str]]:
        """Who agreed, who dissented and who stood between, each with its color."""
        told = (
            ("   {}", row.agreeing, "ink3"),
            (" · {}", row.dissenting, "concern"),
            (" · = {}", row.neutral, "ink3"),
        )
        return [(sign.format(voices_words(who, self.labels)), tone) for sign, who, tone in told if who]

    def _paint_tags(self, painter: QPainter, row: RemarkRow, x: float, y: float, right: float) -> None:
        for word, meaning, name in tags_of(row):
            width = tag_width(word, name)
            if x + width > right:
                draw_text(painter, "…", Role.SMALL, QRectF(x, y, 16, 20), "ink3")
                return
            draw_tag(painter, x, y, word, meaning, name)
            x += width + _CHIP_GAP

    def _underline(self, painter: QPainter, words: Lines, text: QRectF) -> None:
        metrics = QFontMetricsF(look().font(words.role))
        painter.setPen(QPen(look().color("watch"), 1.5, Qt.PenStyle.DashLine))
        for place, line in enumerate(words.texts):
            y = text.top() + (place + 1) * words.role.line - 1
            painter.drawLine(
                int(text.left()), int(y), int(text.left() + metrics.horizontalAdvance(line)), int(y)
            )

    def _words(self, row: RemarkRow, width: int) -> Lines:
        role = self._role(row)
        style = self.style
        room = (
            width - 2 * PAGE_MARGIN - style.time - style.chips - (style.word if fidelity_mark(row)[0] else 0)
        )
        text = shown_text(row)
        key = (text, role, min(max(room, 80), style.most))
        if key not in self._broken:
            self._broken[key] = break_lines(text, role, key[2])
        return self._broken[key]

    def _role(self, row: RemarkRow) -> Role:
        if row.kind is RemarkKind.SAID and row.fidelity is not Fidelity.PARAPHRASE:
            return self.style.said
        return (
            self.style.aside if row.kind in {RemarkKind.OBSERVER, RemarkKind.NONVERBAL} else self.style.plain
        )

    def _beneath(self, row: RemarkRow, width: int) -> int:
        """How many lines stand under the words."""
        tags = self.style.shows_codes and bool(tags_of(row))
        return tags if row.agree is None else 1 + self._tally_is_broken(row, width) + tags

    def _tally_is_broken(self, row: RemarkRow, width: int) -> bool:
        """Whether the sentence of a tally goes under its cells."""
        room = width - 2 * PAGE_MARGIN - self.style.time - self.style.chips
        bold, rest = tally_words(row)
        words = text_width(bold, self.style.bold) + text_width(rest, self.style.plain)
        words += sum(text_width(told, Role.SMALL) for told, _ in self._voices(row))
        return tally_width(people_counted(row)) + 12 + words > room


def _width(option: QStyleOptionViewItem) -> int:
    """The width there is: both measuring and painting go by it."""
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
