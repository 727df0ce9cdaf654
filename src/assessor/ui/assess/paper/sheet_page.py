"""One paper form while it is typed: the question asked now with its keys, and the whole form beside it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from assessor.operations.paper.paper_batches import BatchDetails
from assessor.operations.paper.paper_questions import HELD_BACK_KEY, PaperQuestion
from assessor.operations.paper.paper_typing import SheetTyping
from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.paper.answer_keys import AnswerKeys
from assessor.ui.assess.paper.paper_words import answer_words
from assessor.ui.typeface import Role
from assessor.ui.widgets.panes import Columns, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.texts import Paragraph, Text, announce

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetPage(Ground):
    """Takes the keys. `typed` tells the answers after each, `finished` those of a whole form."""

    typed = Signal(object)
    finished = Signal(object)
    backed_out = Signal()
    """Backspace at the first question: the form before is asked for."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Typing a form: one key an answer"))
        self.sheet = SheetTyping(())
        self._may_hold_back = False
        self.form = Text("", Role.BODY_BOLD)
        self.count = Text("", Role.BODY, "ink3", tabular=True)
        self.number = Text("", Role.TITLE, "accent", tabular=True)
        self.question = Paragraph("", Role.TITLE, "ink")
        self.keys = AnswerKeys()
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("What is written"))
        self.line.setPlaceholderText(self.tr("Type what is written. Enter goes on, * alone is unclear"))
        self.hint = Paragraph("", Role.SMALL, "ink3")
        self.list = RowList(self.tr("Questions of the form"))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self.keys.pressed.connect(self._press)
        self.line.returnPressed.connect(self._finish)
        self.line.installEventFilter(self)
        self.list.opened.connect(self._go_to)
        self.list.clicked.connect(lambda _: self._go_to(self.list.chosen_id))

    def show_sheet(self, form: str, batch: BatchDetails, answers: Mapping[str, Any]) -> None:
        """Begin a form, or go on with one begun."""
        self.form.setText(form)
        self._may_hold_back = not batch.is_anonymous
        self.sheet = SheetTyping(batch.questions, answers)
        self._show()

    def show_again(self) -> None:
        """Show the question that is asked now."""
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key as the answer; arrows and Backspace move, Enter ends several ticks, Escape leaves."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._finish()
        elif self._belongs_in_line(event.text()):
            self.line.setFocus()
            self.line.insert(event.text())
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Up, Qt.Key.Key_Left):
            self._go_back()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif not self._press(event.text()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line, Backspace at its beginning and the up arrow go back, Escape leaves."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Up or (event.key() == Qt.Key.Key_Backspace and not self.line.text()):
                self._go_back()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _press(self, key: str) -> bool:
        if not key:
            return False
        if self._may_hold_back and key.lower() == HELD_BACK_KEY:
            self.sheet.hold_back()
            self._told()
            return True
        taken = self.sheet.press(key)
        if taken:
            self._told()
        elif self.sheet.question is not None and key.isprintable():
            self.hint.setText(self.tr("“{key}” is no answer here.").format(key=key))
        return taken

    def keep_line(self) -> None:
        """Keep what stands in the line though it was not ended with Enter; what is no number goes."""
        question, place = self.sheet.question, self.sheet.place
        if question is None or not question.is_typed:
            return
        text = self.line.text().strip()
        if text == question.line_of(self.sheet.answers.get(question.code)) or not self.sheet.finish(text):
            return
        self.sheet.go(place)
        self.typed.emit(dict(self.sheet.answers))

    def _belongs_in_line(self, text: str) -> bool:
        question = self.sheet.question
        return question is not None and question.is_typed and bool(text) and text.isprintable()

    def _leave(self) -> None:
        self.keep_line()
        self.left.emit()

    def _finish(self) -> None:
        if self.sheet.finish(self.line.text()):
            self._told()
        elif self.sheet.question is not None and self.sheet.question.is_typed:
            self.hint.setText(self.tr("This is no number. Type digits, or * where it cannot be read."))

    def _told(self) -> None:
        if self.sheet.question is None and self.sheet.is_complete:
            self.finished.emit(dict(self.sheet.answers))
            return
        if self.sheet.question is None:  # at the end, with some passed over
            self.sheet.go(self.sheet.first_open)
        self.typed.emit(dict(self.sheet.answers))
        self._show()

    def _go_back(self) -> None:
        self.keep_line()
        if self.sheet.back():
            self._show()
        else:
            self.backed_out.emit()

    def _go_on(self) -> None:
        question = self.sheet.question
        if question is not None and question.code in self.sheet.answers:
            self.sheet.go(self.sheet.place + 1)
            if self.sheet.question is None:
                self.sheet.go(self.sheet.place - 1)
            self._show()

    def _go_to(self, code: str) -> None:
        places = {question.code: place for place, question in enumerate(self.sheet.questions)}
        if code in places:
            self.keep_line()
            self.sheet.go(places[code])
            self._show()

    def _show(self) -> None:
        self._show_list()
        question = self.sheet.question
        if question is None:
            return
        given = self.sheet.answers.get(question.code)
        self.number.setText(str(question.number))
        self.question.setText(question.text)
        words = self.tr("{done} of {all}")
        self.count.setText(words.format(done=self.sheet.answered, all=len(self.sheet.questions)))
        self.keys.show_answers(question.answers, given)
        self.line.setVisible(question.is_typed)
        self.hint.setText(self._hint(question))
        if question.is_typed:
            self.line.setText(question.line_of(given))
            self.line.setFocus()
        else:
            self.setFocus()
        announce(self, f"{question.number}. {question.text}")

    def _hint(self, question: PaperQuestion) -> str:
        if question.is_typed:
            return self.tr("Enter goes on. Names of people are written as a role: [teacher].")
        if question.is_several:
            return self.tr("Each key ticks or unticks. Enter goes on.")
        one = self.tr("One key, and the next question comes. Backspace goes back.")
        held = self.tr("c first marks it “consultant only”.")
        return f"{one} {held}" if self._may_hold_back else one

    def _show_list(self) -> None:
        rows = [
            ListRow(
                question.code,
                f"{question.number}  {question.text}",
                trailing=answer_words(question, self.sheet.answers.get(question.code)),
                tag=self.tr("Consultant only") if question.code in self.sheet.held_back else "",
                second=question.code,
            )
            for question in self.sheet.questions
        ]
        self.list.show_rows(rows)
        if self.sheet.question is not None:
            self.list.choose(self.sheet.question.code)
            self.list.scrollTo(self.list.currentIndex(), RowList.ScrollHint.PositionAtCenter)

    def _lay_out(self) -> None:
        card = Ground()
        column = QVBoxLayout(card)
        column.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self.form)
        head.addStretch(1)
        head.addWidget(self.count)
        column.addLayout(head)
        asked = QHBoxLayout()
        asked.setSpacing(12)
        asked.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        asked.addWidget(self.question, 1)
        column.addLayout(asked)
        for widget in (self.keys, self.line, self.hint):
            column.addWidget(widget)
        column.addStretch(1)
        columns = Columns("paper_sheet")
        columns.add(card, 480, grows=True, least=320)
        columns.add(self.list, 420, least=240)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)
