"""Where two entries of paper forms differ: both, and what stands on the paper."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from assessor.operations.paper.paper_comparisons import Comparison, Difference
from assessor.operations.paper.paper_questions import KeyedAnswer
from assessor.ui.assess.paper.answer_keys import AnswerKeys
from assessor.ui.assess.paper.paper_words import answer_words
from assessor.ui.typeface import Role
from assessor.ui.widgets.detail_columns import DetailColumn
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text


class KeyedList(RowList):
    """A list in which a printable key answers (`typed`) instead of looking for a row."""

    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key."""
        if event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class ComparisonPage(Ground):
    """The differences left, the chosen one right. `settled` tells form, question and answer."""

    settled = Signal(int, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._differences: dict[str, Difference] = {}
        self.list = KeyedList(self.tr("Answers typed in two ways"))
        self.about = Text("", Role.BODY, "ink3")
        self.question = Paragraph("", Role.TITLE, "ink")
        self.entries = Paragraph("", Role.BODY, "ink2")
        self.keys = AnswerKeys()
        self.written = TextField(self.tr("What stands on the paper"))
        alike = self.tr("Every answer that was typed twice is the same both times.")
        self.alike = EmptyState("check", self.tr("No difference"), alike)
        once = self.tr("Type some forms again, blind, and see here how sure the typing is.")
        self.once = EmptyState("copy", self.tr("No form typed twice yet"), once)
        detail = DetailColumn()
        detail.put(self.about)
        detail.put(self.question, above=8)
        detail.put(self.entries, above=12)
        detail.column.addSpacing(12)
        detail.put(self.keys)
        detail.put(self.written, above=12)
        self.columns = Columns("paper_comparison")
        self.columns.add(self.list, 360, least=240)
        self.columns.add(detail, 560, grows=True, least=320)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        for page in (self.columns, self.alike, self.once):
            self.stack.addWidget(page)
        row.addWidget(self.stack)
        self.list.typed.connect(self._press)
        self.list.chosen.connect(self._show_difference)
        self.keys.pressed.connect(self._press)
        self.written.edited.connect(self._write)

    def show_comparison(self, found: Comparison) -> None:
        """Show the differences, those that wait first."""
        ordered = sorted(found.differences, key=lambda each: each.is_settled)
        self._differences = {f"{each.number} {each.question.code}": each for each in ordered}
        self.list.show_rows([self._row(key, each) for key, each in self._differences.items()])
        page = self.columns if ordered else self.alike if found.sheets else self.once
        self.stack.setCurrentWidget(page)
        self._show_difference(self.list.chosen_id)

    def _row(self, key: str, difference: Difference) -> ListRow:
        form = self.tr("Form {number}").format(number=difference.number)
        return ListRow(
            key,
            difference.question.text,
            f"{form} · {difference.question.code}",
            tag=self.tr("Settled") if difference.is_settled else self.tr("Open"),
            tag_meaning=Meaning.GOOD if difference.is_settled else Meaning.WATCH,
        )

    def _show_difference(self, key: str) -> None:
        found = self._differences.get(key)
        if found is None:
            return
        question = found.question
        about = self.tr("Form {number}, question {place}")
        self.about.setText(about.format(number=found.number, place=question.number))
        self.question.setText(question.text)
        both = self.tr("First entry: {first}. Second entry: {second}.")
        first, second = (answer_words(question, each) for each in (found.first, found.second))
        none = self.tr("nothing")
        self.entries.setText(both.format(first=first or none, second=second or none))
        self.keys.show_answers(self._offered(found), found.settled)
        self.written.setVisible(question.is_typed or question.is_several)
        self.written.set_value(question.line_of(found.settled))

    def _offered(self, found: Difference) -> tuple[KeyedAnswer, ...]:
        question = found.question
        if not (question.is_typed or question.is_several):
            return question.answers
        pairs = (("1", found.first), ("2", found.second))
        return tuple(
            KeyedAnswer((key,), answer_words(question, answer), answer)
            for key, answer in pairs
            if answer is not None
        )

    def _press(self, key: str) -> None:
        found = self._differences.get(self.list.chosen_id)
        if found is None:
            return
        answer = next((each for each in self._offered(found) if key in each.keys), None)
        if answer is not None:
            self.settled.emit(found.number, found.question.code, answer.answer)

    def _write(self, text: str) -> None:
        found = self._differences.get(self.list.chosen_id)
        answer = found.question.read_words(text) if found is not None and text else None
        if found is not None and answer is not None:
            self.settled.emit(found.number, found.question.code, answer)
        elif found is not None:
            self.written.set_value(found.question.line_of(found.settled))
