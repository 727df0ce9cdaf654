"""Widgets of the note-taking room and their places: question, line, last lines, seats, clock."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.room.input_line import InputLine
from assessor.ui.assess.room.live_notes import LiveNotes
from assessor.ui.assess.room.name_offers import NameOffers
from assessor.ui.assess.room.off_record_frame import OffRecordCover, OffRecordTag
from assessor.ui.assess.room.question_strip import QuestionStrip
from assessor.ui.assess.room.room_below import RoomBelow
from assessor.ui.assess.room.room_clocks import QuestionClock, SittingClock, TimeTag
from assessor.ui.assess.room.room_hints import KeyCard, KeyHints
from assessor.ui.assess.room.room_kept import KeptWords
from assessor.ui.assess.room.room_side import RoomSide
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PlainButton
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.texts import Text

_HEAD, _SIDE, _ROOMY = 72, 352, 1120


class RoomLayout(Ground):
    """Head above; seats left; question, stream and line right."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__("surface")
        self.title = Text("", Role.TITLE)
        self.about = Text("", Role.BODY, "ink3")
        self.kept = KeptWords(now)
        self.off_tag, self.off_button = OffRecordTag(), PlainButton(self.tr("Off the record"))
        self.back = IconButton("arrow-left", self.tr("Back to the record"))
        self.end = PlainButton(self.tr("End and debrief"))
        self.clock, self.time_tag = SittingClock(), TimeTag()
        self.side = RoomSide()
        self.strip = QuestionStrip()
        self.touched = Text("", Role.SMALL, "ink3")
        self.question = Text("", Role.TITLE, lines=3)
        self.question_clock = QuestionClock()
        self.notes = LiveNotes(self.tr("Lines noted"))
        self.input = InputLine(now, self.tr("Type what is said"), self.tr("Line to note"))
        self.cover = OffRecordCover(self.input)
        self.problem = ErrorLine()
        self.keys = KeyCard()
        self.hints = KeyHints(self.keys.switch)
        self.below = RoomBelow(self.hints)
        self.name_offers = NameOffers(self.input.line, self.below)
        self.keys.switch.clicked.connect(self.input.setFocus)
        self.keys.shown.connect(lambda is_shown: self.hints.words.setVisible(not is_shown))
        for button in (self.off_button, self.back, self.end, self.keys.switch):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.right = self._right()
        self._lay_out()
        self.setFocusProxy(self.input)
        self.show_off_record(False)

    def show_off_record(self, is_off: bool) -> None:
        """Cover the line and say one thing, or show what there is on the record."""
        if is_off:
            self.cover.show_over_line()
        else:
            self.cover.hide()
        self.off_tag.setVisible(is_off)
        self.kept.setVisible(not is_off)
        if is_off:
            self.keys.show_card(False)
        self.below.show_off_record(is_off)
        self.off_button.setText(self.tr("Back on the record") if is_off else self.tr("Off the record"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title its room where the head is narrow."""
        super().resizeEvent(event)
        self.about.setVisible(self.width() >= _ROOMY)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere leaves the focus where one types."""
        self.input.setFocus()
        super().mousePressEvent(event)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(_HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        row.setSpacing(16)
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addWidget(self.about)
        row.addStretch(1)
        for widget in (self.time_tag, self.kept, self.off_tag, self.off_button, self.end):
            row.addWidget(widget)
        row.addWidget(self.clock)
        return head

    def _lay_out(self) -> None:
        self.side.setFixedWidth(_SIDE)
        rule = Ground("line")
        rule.setFixedWidth(1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.side)
        body.addWidget(rule)
        body.addLayout(self.right, 1)
        column = _column(self)
        column.addWidget(self._head())
        column.addWidget(Hairline())
        column.addLayout(body, 1)

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(self._question_head())
        column.addWidget(Hairline())
        column.addWidget(self.notes, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 0)
        foot.setSpacing(10)
        foot.addWidget(self.input)
        foot.addWidget(self.problem)
        foot.addWidget(self.below)
        foot.addWidget(self.keys)
        column.addLayout(foot)
        return column

    def _question_head(self) -> QWidget:
        head = QWidget()
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(head)
        column.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        column.setSpacing(12)
        cells, asked = QHBoxLayout(), QHBoxLayout()
        asked.setSpacing(24)
        cells.addWidget(self.strip, 1)
        cells.addWidget(self.touched)
        asked.addWidget(self.question, 1)
        asked.addWidget(self.question_clock, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(cells)
        column.addLayout(asked)
        return head


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
