"""The guide of a sitting: its questions, and on which of them something was noted."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.instruments.guides import Guide, Question
from assessor.operations.guides import GuideRow
from assessor.ui.assess.sittings.sitting_words import remarks_words
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.texts import Paragraph, Text, explain

_CODE_WIDTH = 28


class GuideLines(QWidget):
    """Which guide, and its questions with the number of lines noted on each."""

    own_asked = Signal()
    """The guide is to be edited: one's own, a copy of one of the library, or a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceField(self.tr("Guide"), [Choice("", self.tr("No guide"))])
        self.choice.label.hide()  # the section is called so already
        self._lines: list[_QuestionLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.choice)
        self.own = QuietButton(self.tr("Write a guide"), flush=True)
        self.own.clicked.connect(self.own_asked)
        self._column.addWidget(self.own)

    def offer(self, guides: Sequence[GuideRow]) -> None:
        """Offer these guides, and none."""
        choices = [Choice(guide.key, guide.title) for guide in guides]
        self.choice.show_choices([Choice("", self.tr("No guide")), *choices])

    def show_guide(self, guide: Guide | None, counts: Mapping[str, int]) -> None:
        """Show a guide; `counts` are lines by question."""
        self.choice.set_value(guide.key if guide else "")
        is_shipped = guide is not None and guide.version > 0
        own = self.tr("Make it my own…") if is_shipped else self.tr("Edit guide")
        self.own.setText(own if guide else self.tr("Write a guide"))
        questions: Sequence[Question] = guide.questions if guide else ()
        while len(self._lines) > len(questions):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(questions):
            self._lines.append(_QuestionLine())
            self._column.addWidget(self._lines[-1])
        for line, question in zip(self._lines, questions, strict=True):
            line.show_question(question, counts.get(question.code, 0))


class _QuestionLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.code = Text("", Role.SMALL_BOLD, "ink2")
        self.code.setFixedWidth(_CODE_WIDTH)
        self.title = Paragraph("", Role.BODY, "ink")
        self.count = Text("", Role.SMALL, "ink3", tabular=True)
        row.addWidget(self.code)
        row.addWidget(self.title, 1)
        row.addWidget(self.count)

    def show_question(self, question: Question, count: int) -> None:
        """Show a question and how many lines were noted on it."""
        self.code.setText(question.code)
        self.title.setText(question.title)
        self.title.set_tone("ink" if count else "ink3")
        self.count.setText(str(count) if count else "–")
        explain(self.title, question.text)
        words = remarks_words(count)
        self.setAccessibleName(f"{question.code}, {question.title}, {words}")
