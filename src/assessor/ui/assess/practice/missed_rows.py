"""What was missed in a practice: what was said, beside it the line taken, and what it lacks."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.analysis.note_scores import Caught, Judged
from assessor.terms import Fidelity
from assessor.ui.assess.sittings.sitting_words import seat_label
from assessor.ui.typeface import Role
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.speaker_chips import ChipState, SpeakerChip
from assessor.ui.widgets.texts import Paragraph, Text

_GAP = 24


class MissedHead(QWidget):
    """The heads of the two columns."""

    def __init__(self) -> None:
        super().__init__()
        row = _row(self)
        for word in (_tr("Said"), _tr("Your line")):
            row.addWidget(Text(word, Role.SMALL_BOLD, "ink3"), 1)


class MissedRow(QWidget):
    """One thing said, and what became of it."""

    def __init__(self, judged: Judged) -> None:
        super().__init__()
        row = _row(self)
        row.addWidget(_side(judged.told.seats, judged.told.words, "ink"), 1)
        row.addWidget(self._taken(judged), 1)
        self.setAccessibleName(" ".join([judged.told.words, *lacks(judged)]))

    def _taken(self, judged: Judged) -> QWidget:
        line = judged.line
        if line is None:
            side = _side((), _tr("Not noted"), "ink3")
        else:
            is_quoted = line.is_quote and line.fidelity is not Fidelity.PARAPHRASE
            words = f"“{line.text}”" if is_quoted else line.text
            side = _side(line.seats or (None,), words, "ink")
        column = side.column
        for words in lacks(judged):
            column.addWidget(Paragraph(words, Role.SMALL, "ink2"))
        return side


class MissedRows(QWidget):
    """All of them, in the order they were said."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[MissedRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_missed(self, missed: tuple[Judged, ...]) -> None:
        """Show these instead of those before."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [MissedRow(one) for one in missed]
        if missed:
            self._column.addWidget(MissedHead())
        for row in self.rows:
            self._column.addWidget(Hairline())
            self._column.addWidget(row)


class _Side(QWidget):
    """Chips, words, and room for more beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout()
        self.column.setSpacing(4)


def lacks(judged: Judged) -> list[str]:
    """What is missing, in a sentence each."""
    told, sentences = judged.told, []
    if judged.line is not None and not judged.has_right_seats:
        who = " ".join(seat_label(seat) for seat in told.seats)
        sentences.append(_tr("{who} said it.").format(who=who))
    if judged.quote is Caught.MISSED:
        sentences.append(_tr("Worth quoting: “{words}”").format(words=told.quote))
    elif judged.quote is Caught.UNMARKED:
        sentences.append(_tr("These are the words spoken: a “ in front says so."))
    elif judged.quote is Caught.OVERSTATED:
        sentences.append(_tr("Not word for word. It was: “{words}”").format(words=told.quote))
    if judged.is_counted is False:
        counts = {"agree": told.agree or 0, "dissent": told.dissent or 0}
        words = _tr("To count: {agree} for it, {dissent} against.")
        sentences.append(words.format(**counts))
    return sentences


def _side(seats: tuple[int | None, ...], words: str, tone: str) -> _Side:
    side = _Side()
    row = QHBoxLayout(side)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    chips = QVBoxLayout()
    chips.setSpacing(4)
    for seat in seats:
        state = ChipState.UNKNOWN if seat is None else ChipState.PLAIN
        chips.addWidget(SpeakerChip("P?" if seat is None else seat_label(seat), state))
    chips.addStretch(1)
    if seats:
        row.addLayout(chips)
    row.addLayout(side.column, 1)
    side.column.addWidget(Paragraph(words, Role.BODY, tone))
    side.column.addStretch(0)
    return side


def _row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    return row


def _tr(text: str) -> str:
    return QCoreApplication.translate("MissedRows", text)
