"""Questions: which guide questions each group has answered, and what each further session brought."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.operations.coverage_questions import QuestionCell, QuestionLine, Questions, Subject
from assessor.operations.saturations import Saturation, SessionGain
from assessor.terms import Group
from assessor.ui.assess.coverage.coverage_detail import LinkLines
from assessor.ui.assess.coverage.coverage_grid import CoverageGrid
from assessor.ui.assess.coverage.coverage_panes import LEGEND_ROOM, GridAndDetail, Legend
from assessor.ui.assess.coverage.coverage_question_rows import (
    ALL,
    SUBJECT,
    question_columns,
    question_rows,
    state_of,
    subject_title,
)
from assessor.ui.assess.coverage.coverage_rows import GridCell
from assessor.ui.assess.coverage.coverage_words import group_word, saturation_words, tr
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.detail_columns import DetailColumn
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.sections import Fact, FactsStrip, SectionHeading
from assessor.ui.widgets.texts import Paragraph, Text


class QuestionDetail(DetailColumn):
    """A question or a subject with one group, or with all: what came of it, session by session."""

    asked = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Paragraph("", Role.TITLE, "ink")
        self.group = Paragraph("", Role.BODY, "ink3")
        self.text = Paragraph("", Role.QUOTE)
        self.facts = FactsStrip()
        self.state = Paragraph("")
        self.hint = Paragraph("", Role.BODY, "ink2")
        self.heading = SectionHeading(self.tr("Sessions"), self.tr("in the order of time"))
        self.sessions = LinkLines()
        self.sessions.asked.connect(lambda sitting: self.asked.emit("sittings", sitting))
        self.put(self.title)
        self.put(self.group)
        self.put(self.text, 8)
        self.put(self.state, 12)
        self.put(self.facts, 12)
        self.put(self.hint, 12)
        self.put(self.heading, 12)
        self.put(self.sessions)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)

    def show_found(
        self, title: str, group: str, text: str, state: str, saturation: Saturation, next_id: str
    ) -> None:
        """Show what came of a question."""
        self.title.setText(title)
        self.group.setText(group)
        for words, widget in ((text, self.text), (state, self.state)):
            widget.setText(words)
            widget.setVisible(bool(words))
        self.facts.show_facts(
            [
                Fact(str(len(saturation.sessions)), tr("sessions")),
                Fact(str(saturation.remarks), tr("remarks")),
                Fact(str(saturation.codes), tr("codes")),
            ]
        )
        self.facts.setVisible(bool(saturation.sessions))
        self.hint.setText(saturation_words(saturation))
        self.hint.setVisible(bool(saturation.sessions))
        lines = [(gain.sitting_id, "message-square", _gain_words(gain)) for gain in saturation.sessions]
        if next_id:
            lines.append((next_id, "calendar", tr("The next session that asks it")))
        self.sessions.show_lines(lines)
        for part in (self.heading, self.sessions):
            part.setVisible(bool(lines))


class QuestionsPage(QStackedWidget):
    """Subjects by groups, unfolding into questions; the detail of the one chosen at the right."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = CoverageGrid(self.tr("Questions by group"))
        self.fold = QuietButton(self.tr("Show all questions"), flush=True)
        self.detail = QuestionDetail()
        self.empty = EmptyState(
            "message-square",
            self.tr("No guide was followed yet"),
            self.tr(
                "Give an interview or a group its guide. Here stands then which questions each group has "
                "answered, and when further sessions bring nothing new."
            ),
            self.tr("Open interviews and groups"),
        )
        self._questions: Questions | None = None
        self._today = date.min
        self._put_together()
        self.grid.moved.connect(self._show_cell)
        self.grid.entered.connect(self._enter)
        self.grid.grid.modelReset.connect(self._name_fold)
        self.fold.clicked.connect(lambda: self.grid.fold_all(is_open=not self._is_open))
        self.detail.left.connect(self.grid.setFocus)
        self.detail.asked.connect(self.asked)
        self.empty.asked.connect(lambda: self.asked.emit("sittings", ""))

    def show_questions(self, questions: Questions, today: date) -> None:
        """Show these."""
        self._questions, self._today = questions, today
        self.grid.grid.show_rows(question_columns(questions), question_rows(questions, today))
        self.setCurrentIndex(1 if questions.subjects else 0)
        self._name_fold()
        if questions.subjects:
            self.grid.keep_place()

    def choose(self, key: str) -> bool:
        """Come to a question with a group."""
        return self.grid.choose(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the legend out where there is no room."""
        super().resizeEvent(event)
        self.legend.setVisible(self.width() > LEGEND_ROOM)

    def _put_together(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(20, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.grid, 1)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.fold)
        row.addStretch(1)
        self.legend = Legend(
            ("circle-check", "good", self.tr("no new codes in 2 sessions")),
            ("circle-dashed", "ink3", self.tr("so far, not all coded")),
            ("square", "ink3", self.tr("not coded")),
        )
        row.addWidget(self.legend)
        column.addLayout(row)
        words = self.tr("Subjects count the questions answered; questions count the sessions that answered.")
        what = QHBoxLayout()
        what.setContentsMargins(4, 0, 0, 0)
        what.addWidget(Text(words, Role.SMALL, "ink3"))
        column.addLayout(what)
        self.addWidget(self.empty)
        self.addWidget(GridAndDetail("coverage_questions", left, self.detail))

    def _show_cell(self, cell: GridCell) -> None:
        questions = self._questions
        if questions is None or not cell.key:
            return
        key, _, who = cell.key.rpartition("/")
        group = None if who == ALL else Group(who)
        for subject in questions.subjects:
            if key == f"{SUBJECT}/{subject.code}":
                self._show_subject(subject, group)
            for line in subject.lines:
                if line.key == key:
                    self._show_line(line, group)

    def _show_subject(self, subject: Subject, group: Group | None) -> None:
        cell = subject.cells.get(group) if group else None
        state = ""
        if cell is not None:
            words = tr("{answered} of {questions} questions answered.")
            state = words.format(answered=cell.answered, questions=cell.questions)
        self._show(subject_title(subject), group, "", state, cell, subject.saturation)

    def _show_line(self, line: QuestionLine, group: Group | None) -> None:
        cell = line.cells.get(group) if group else None
        state = state_of(cell, self._today) if cell else line.guide
        self._show(f"{line.code}  {line.title}", group, line.text, state, cell, line.saturation)

    def _show(
        self,
        title: str,
        group: Group | None,
        text: str,
        state: str,
        cell: QuestionCell | None,
        everybody: Saturation,
    ) -> None:
        who = group_word(group) if group else tr("All groups")
        saturation = cell.saturation if cell else everybody
        self.detail.show_found(title, who, text, state, saturation, cell.next_id if cell else "")

    def _enter(self) -> None:
        if self.detail.sessions.lines and not self.detail.sessions.isHidden():
            self.detail.sessions.lines[0].setFocus()

    def _name_fold(self) -> None:
        words = self.tr("Fold the questions") if self._is_open else self.tr("Show all questions")
        self.fold.setText(words)

    @property
    def _is_open(self) -> bool:
        return bool(self.grid.grid.foldable) and self.grid.grid.unfolded >= self.grid.grid.foldable


def _gain_words(gain: SessionGain) -> str:
    new = len(gain.new_codes)
    brought = tr("1 new code") if new == 1 else tr("{count} new codes").format(count=new)
    if not gain.is_coded:
        return f"{tr('not coded yet')} · {gain.title}"
    return f"{brought if new else tr('no new code')} · {gain.title}"
