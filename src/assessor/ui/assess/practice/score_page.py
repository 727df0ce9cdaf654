"""The score of a practice: three figures with one piece of advice each, and what was missed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.analysis.note_scores import Caught, NoteScores, Share
from assessor.ui.assess.practice.missed_rows import MissedRows
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.page_head import PageHead
from assessor.ui.widgets.panes import Detail, Ground
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.texts import Paragraph, Text

_MOST = 0.8
"""From this share of what was said on, the advice is no longer to note more."""


class Figure(QWidget):
    """What is counted, how many of how many, and one piece of advice."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.share, self.advice = Text("", Role.PAGE), Paragraph("", Role.BODY, "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(name, Role.BODY_BOLD))
        column.addWidget(self.share)
        column.addWidget(self.advice)
        column.addStretch(1)

    def show_share(self, share: Share, advice: str) -> None:
        """Show it."""
        words = _tr("{count} of {of}").format(count=share.count, of=share.of)
        self.share.setText(words if share.of else "0")
        self.advice.setText(advice)
        self.setAccessibleName(f"{self.name}: {self.share.text()}. {advice}")


class ScorePage(Ground):
    """Stands where the room stood. `again` and `back` are its two ways on."""

    def __init__(self, title: str) -> None:
        super().__init__("surface")
        self.head = PageHead(self.tr("Practice score"))
        self.head.set_line(title)
        self.back = PlainButton(self.tr("Back"))
        self.again = PrimaryButton(self.tr("Practice again"), "refresh-cw")
        for button in (self.back, self.again):
            self.head.add_action(button)
        self.problem = ErrorLine()
        self.speakers = Figure(self.tr("Who spoke"))
        self.quotes = Figure(self.tr("Quotes"))
        self.counts = Figure(self.tr("Counts"))
        self.figures = (self.speakers, self.quotes, self.counts)
        self.noted = Paragraph("", Role.BODY, "ink3")
        self.heading = SectionHeading(self.tr("Missed"))
        self.missed = MissedRows()
        detail = Detail()
        detail.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrow keys scroll it
        detail.setAccessibleName(self.tr("Practice score"))
        row = QHBoxLayout()
        row.setSpacing(32)
        for figure in self.figures:
            row.addWidget(figure, 1)
        detail.column.addLayout(row)
        for widget in (self.noted, Hairline(), self.heading, self.missed):
            detail.column.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.problem)
        column.addWidget(detail, 1)

    def show_scores(self, scores: NoteScores, told: int, captions: int) -> None:
        """Show the scores of a practice of which so many of all captions were told."""
        self.speakers.show_share(scores.attribution, _speaker_advice(scores))
        self.quotes.show_share(scores.quotes, _quote_advice(scores))
        self.counts.show_share(scores.counts, _count_advice(scores))
        share = {"count": scores.noted.count, "of": scores.noted.of}
        words = self.tr("{count} of {of} points were noted.").format(**share)
        if told < captions:
            early = self.tr("Ended after {told} of {captions} turns; only those are counted.")
            words = f"{words} {early.format(told=told, captions=captions)}"
        self.noted.setText(words)
        self.heading.set_note(str(len(scores.missed)) if scores.missed else self.tr("Nothing"))
        self.missed.show_missed(scores.missed)


def _speaker_advice(scores: NoteScores) -> str:
    if not scores.noted.count:
        return _tr("A few words with the seat in front are enough: 4 and a blank for P4.")
    if not scores.attribution.is_whole:
        return _tr("Look up before you type. The seat comes first, and a ? where you did not see who spoke.")
    if scores.noted.count < _MOST * scores.noted.of:
        return _tr("Every speaker is right. Shorter lines leave time to note more of them.")
    return _tr("Every speaker is right.")


def _quote_advice(scores: NoteScores) -> str:
    kinds = [one.quote for one in scores.judged]
    if Caught.OVERSTATED in kinds:
        return _tr("Mark with ~ what is nearly what was said: word for word is what can be printed.")
    if scores.quotes.is_whole:
        return _tr("Every quote is there.") if scores.quotes.of else _tr("Nothing was worth quoting yet.")
    if Caught.UNMARKED in kinds:
        return _tr("Begin the words spoken with “, and what is nearly so with ~.")
    return _tr("Take the one short sentence you would print, begin it with “, and leave the rest.")


def _count_advice(scores: NoteScores) -> str:
    if scores.counts.is_whole:
        return _tr("Every vote has its numbers.") if scores.counts.of else _tr("Nobody voted yet.")
    if not scores.counts.count:
        return _tr("Type +2 3 −4 right after the line: who agrees, and who does not.")
    return _tr("Look round the table once after every strong sentence, and count before you write on.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScorePage", text)
