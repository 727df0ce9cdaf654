"""The left side of the note-taking room: seats, what is missing on the question, what to ask at the end."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.note_counts import NoteCounts
from assessor.operations.seats import SeatRow
from assessor.ui.assess.seat_map.seat_table import SeatTable
from assessor.ui.assess.sittings.sitting_words import seat_label, tr
from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.paint import painting_on
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.speaker_chips import HEIGHT, chip_width, draw_chip
from assessor.ui.widgets.texts import Paragraph, Text


class ChipRow(QWidget):
    """Chips side by side, at the right; those that do not fit are counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_names(self, names: Sequence[str]) -> None:
        """Show these."""
        self._names = list(names)
        self.setAccessibleName(", ".join(names))
        self.update()

    def sizeHint(self) -> QSize:
        """One row of chips."""
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the chips from the right."""
        shown = list(self._names)
        while shown and self._width(shown) > self.width():
            shown.pop()
        if len(shown) < len(self._names):
            shown = [*shown[:-1], f"+{len(self._names) - len(shown) + 1}"]
        x = self.width() - self._width(shown)
        with painting_on(self) as painter:
            for name in shown:
                x += draw_chip(painter, x, 0, name) + 4

    def _width(self, names: Sequence[str]) -> int:
        return sum(chip_width(name) + 4 for name in names) - 4 if names else 0


class Line(QWidget):
    """A word at the left and what it comes to at the right."""

    def __init__(self, word: str, at_right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.word = Text(word, Role.BODY, "ink2")
        row.addWidget(self.word)
        row.addStretch(0)
        row.addWidget(at_right)


class RoomSide(Detail):
    """Everything left of the stream."""

    def __init__(self) -> None:
        super().__init__("canvas", 12)
        self.table = SeatTable()
        self.question = Text("", Role.BODY_BOLD)
        self.not_heard = ChipRow()
        self.unfinished, self.signs = Text("", Role.BODY_BOLD), Text("", Role.BODY_BOLD)
        self.signs_line = Line("", self.signs)
        self.unfinished_line = Line(self.tr("Quotes to finish after the session"), self.unfinished)
        self.parked_title = Text(self.tr("Ask at the end"), Role.BODY_BOLD)
        self.parked = QVBoxLayout()
        self.parked.setSpacing(8)
        self._parked_rows: list[_Parked] = []
        self.not_heard_line = Line(self.tr("Not heard yet"), self.not_heard)
        self.table_rule = Hairline()
        self.column.addWidget(self.table)
        self.column.addWidget(self.table_rule)
        self.column.addWidget(self.question)
        for line in (
            self.not_heard_line,
            self.unfinished_line,
            self.signs_line,
        ):
            self.column.addWidget(line)
        self.parked_rule = Hairline()
        self.column.addWidget(self.parked_rule)
        self.column.addWidget(self.parked_title)
        self.column.addLayout(self.parked)

    def show_counts(
        self, counts: NoteCounts, seats: Sequence[SeatRow], question: str, now: datetime, named: Sequence[int]
    ) -> None:
        """Show what the notes add up to."""
        labels = {seat.code: seat_label(seat.number) for seat in seats}
        for widget in (self.table, self.table_rule):
            widget.setVisible(bool(seats))
        self.table.show_counts(counts, seats, now, named)
        is_talk = bool(seats) and not counts.behaviors  # only observations count behavior
        on = self.tr("On {question}").format(question=question)
        self.question.setText(on if question and is_talk else self.tr("So far"))
        for line in (self.not_heard_line, self.unfinished_line):
            line.setVisible(is_talk)
        names = [labels[code] for code in counts.not_heard]
        self.not_heard.show_names(names or [self.tr("none")] if seats else [])
        self.unfinished.setText(str(counts.unfinished))
        self._show_signs(counts.signs if is_talk else counts.behaviors, is_talk)
        self._show_parked(counts.parked)

    def _show_signs(self, signs: Mapping[str, int], are_words: bool) -> None:
        if are_words:
            words = [tr(word) for word in signs] or [self.tr("Nods, laughter, silence")]
            words = [words[0].capitalize(), *(word.lower() for word in words[1:])]
        else:
            words = [self.tr("Behavior seen")]
        self.signs_line.word.setText(", ".join(words))
        most_first = sorted(signs.items(), key=lambda each: 0 if are_words else -each[1])
        counts = [str(count) if are_words else f"{count} {sign}" for sign, count in most_first]
        self.signs.setText(" · ".join(counts) or "0")

    def _show_parked(self, parked: Sequence[str]) -> None:
        self.parked_rule.setVisible(bool(parked))
        self.parked_title.setVisible(bool(parked))
        while len(self._parked_rows) > len(parked):
            row = self._parked_rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._parked_rows) < len(parked):
            self._parked_rows.append(_Parked())
            self.parked.addWidget(self._parked_rows[-1])
        for row, text in zip(self._parked_rows, parked, strict=True):
            row.text.setText(text)


class _Parked(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.text = Paragraph("", Role.BODY, "ink")
        row.addWidget(Icon("arrow-right", "ink3", 16), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
