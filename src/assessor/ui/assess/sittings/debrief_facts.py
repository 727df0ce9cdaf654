"""Beside the debrief: what the notes add up to, and what earlier groups said."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.debriefs import DebriefFacts, EarlierSitting, Spoke
from assessor.operations.remarks import RemarkRow
from assessor.ui.assess.sittings.sitting_words import day_words, shown_text, tally_words
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, painting_on, text_width
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.speaker_chips import HEIGHT, chip_width, draw_chip
from assessor.ui.widgets.tally_bar import draw_tally, tally_width
from assessor.ui.widgets.texts import Paragraph, Text

_ROW, _GAP, _BAR, _FIGURE = 28, 12, 8, 32
_QUOTES = 5


class SpokeBars(QWidget):
    """Who spoke how often: a chip, a bar and the number for each at the table."""

    def __init__(self) -> None:
        super().__init__()
        self._spoke: Sequence[Spoke] = ()
        self._labels: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_spoke(self, spoke: Sequence[Spoke], labels: Mapping[str, str]) -> None:
        """Show these people by their seats."""
        self._spoke, self._labels = spoke, labels
        self.setAccessibleName(", ".join(f"{self._label(one)}: {one.remarks}" for one in spoke))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row for each."""
        return QSize(240, _ROW * len(self._spoke))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the rows; the longest bar takes all the room."""
        most = max((one.remarks for one in self._spoke), default=0)
        chips = max((chip_width(self._label(one)) for one in self._spoke), default=0)
        room = self.width() - chips - 2 * _GAP - _FIGURE
        with painting_on(self) as painter:
            for number, one in enumerate(self._spoke):
                top = number * _ROW + (_ROW - HEIGHT) / 2
                draw_chip(painter, 0, top, self._label(one))
                width = room * one.remarks / most if most else 0
                if width:
                    rect = QRectF(chips + _GAP, top + (HEIGHT - _BAR) / 2, max(width, 2), _BAR)
                    fill(painter, rect, "accent", 2)
                words = str(one.remarks) if one.remarks else self.tr("said nothing")
                where = QRectF(chips + _GAP + width + (_GAP if width else 0), top, room, HEIGHT)
                draw_text(painter, words, Role.BODY, where, "ink" if one.remarks else "ink3", tabular=True)

    def _label(self, one: Spoke) -> str:
        return self._labels.get(one.code, one.code)


class VoiceBar(QWidget):
    """A cell for each person present, and how many of them said so."""

    def __init__(self, row: RemarkRow, words: str) -> None:
        super().__init__()
        self._counts, self._words = (row.agree or 0, row.dissent or 0, row.silent), words
        self.setAccessibleName("".join(tally_words(row)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One row of cells."""
        return QSize(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the cells, where they fit, and the words."""
        room = self.width() - text_width(self._words, Role.BODY_BOLD) - 8
        with painting_on(self) as painter:
            fits = tally_width(sum(self._counts)) <= room
            x = draw_tally(painter, 0, 2, *self._counts) + 8 if fits else 0
            draw_text(painter, self._words, Role.BODY_BOLD, QRectF(x, 0, self.width() - x, HEIGHT))


class DebriefFactsPane(Detail):
    """The facts of a sitting, section by section; what there is none of is left out."""

    def __init__(self) -> None:
        super().__init__("canvas", 8)
        self._bars = SpokeBars()
        self._sections = QVBoxLayout()
        self._sections.setSpacing(8)
        self._spoke = SectionHeading(self.tr("Who spoke how often"))
        self.column.addWidget(self._spoke)
        self.column.addWidget(self._bars)
        self.column.addLayout(self._sections)
        self._shown: tuple[object, ...] = ()

    def show_facts(
        self,
        facts: DebriefFacts,
        earlier: Sequence[EarlierSitting],
        labels: Mapping[str, str],
        questions: Mapping[str, str],
    ) -> None:
        """Show the facts; `labels` names people by their seats, `questions` the guide's questions by code."""
        shown = (facts, tuple(earlier), tuple(labels.items()), tuple(questions.items()))
        if shown == self._shown:
            return
        self._shown = shown
        for widget in (self._spoke, self._bars):
            widget.setVisible(bool(facts.spoke))
        self._bars.show_spoke(facts.spoke, labels)
        self._clear()
        agreed, dissented = self.tr("{count} of {present} agree"), self.tr("{count} of {present} dissent")
        self._show_points(self.tr("Most agreed with"), facts.agreements, labels, agreed, "agree")
        self._show_points(self.tr("Dissented from"), facts.dissents, labels, dissented, "dissent")
        self._show_quotes(facts, labels)
        self._show_lines(self.tr("Left for the end"), [row.text for row in facts.parked])
        skipped = [f"{code}  {questions.get(code, '')}" for code in facts.skipped]
        self._show_lines(self.tr("Not asked"), skipped)
        self._show_earlier(earlier)

    def _show_points(
        self, title: str, rows: Sequence[RemarkRow], labels: Mapping[str, str], words: str, voice: str
    ) -> None:
        if rows:
            self._head(title)
        for row in rows:
            self._said(row, labels)
            self._add(VoiceBar(row, words.format(count=getattr(row, voice), present=row.present or 0)))

    def _show_quotes(self, facts: DebriefFacts, labels: Mapping[str, str]) -> None:
        count = len(facts.quotes)
        if not count:
            return
        note = str(count)
        if facts.unfinished:
            note = self.tr("{count}, {open} to finish").format(count=count, open=facts.unfinished)
        self._head(self.tr("Quotes noted"), note)
        for row in facts.quotes[:_QUOTES]:
            self._said(row, labels)
        if count > _QUOTES:
            more = self.tr("and {count} more").format(count=count - _QUOTES)
            self._add(Text(more, Role.SMALL, "ink3"))

    def _show_lines(self, title: str, lines: Sequence[str]) -> None:
        if lines:
            self._head(title)
        for line in lines:
            self._add(Paragraph(line, Role.BODY))

    def _show_earlier(self, earlier: Sequence[EarlierSitting]) -> None:
        if earlier:
            self._head(self.tr("Said after earlier groups"))
        for one in earlier:
            day = day_words(one.started_at.astimezone().date()) if one.started_at else ""
            self._add(Text(" · ".join(word for word in (one.code, day) if word), Role.SMALL, "ink3"))
            for words in (one.themes, one.surprises, one.memo):
                if words:
                    self._add(Paragraph(words, Role.BODY))

    def _said(self, row: RemarkRow, labels: Mapping[str, str]) -> None:
        who = " ".join(labels.get(code, code) for code in row.speakers)
        role = Role.QUOTE if row.is_quote else Role.BODY
        self._add(Paragraph(f"{who}  {shown_text(row)}" if who else shown_text(row), role, "ink"))

    def _head(self, title: str, note: str = "") -> None:
        self._sections.addSpacing(8)
        self._add(SectionHeading(title, note))

    def _add(self, widget: QWidget) -> None:
        self._sections.addWidget(widget)

    def _clear(self) -> None:
        while (item := self._sections.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
