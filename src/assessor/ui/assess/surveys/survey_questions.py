"""The page of questions that belong to no construct: a list, and the answers to one by choice."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.analysis.rounding import shown
from assessor.operations.surveys.survey_results import Answers, QuestionResult, WaveResults
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_charts import FIVE, choices_figure, groups_figure
from assessor.ui.assess.surveys.survey_exhibits import ExhibitView
from assessor.ui.assess.surveys.survey_words import answers_words, kind_word, say
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.hidden_cell import HiddenCell
from assessor.ui.widgets.panes import Columns, Detail, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.sections import Fact, FactsStrip
from assessor.ui.widgets.texts import Paragraph, Text

_LIST = 352
_EVERYBODY = "all"
_COMPARED = ("scale", "rating", "stage", "yes_no")


class AnswersView(QWidget):
    """What a group answered to a question: a bar for each choice, or why there is none."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.figure = ExhibitView(is_ruled=False)
        self.chart = self.figure.chart
        self.hidden = HiddenCell("")
        self.words = Paragraph("", Role.BODY, "ink2")
        for widget in (self.figure, self.hidden, self.words):
            column.addWidget(widget)

    def show_answers(self, question: QuestionResult, answers: Answers) -> None:
        """Show the answers of one group, or of all together."""
        has_bars = answers.is_shown and bool(answers.shares)
        self.figure.setVisible(has_bars)
        if has_bars:
            self.figure.show_figure(choices_figure(question, answers))
        self.hidden.setVisible(answers.is_hidden)
        self.hidden.setText(answers.words)
        self.hidden.updateGeometry()
        self.words.setText(_words(question, answers))
        self.words.setVisible(not answers.is_hidden)


class QuestionsPage(Columns):
    """Every question that belongs to no construct."""

    def __init__(self) -> None:
        super().__init__("survey_questions")
        self.back = QuietButton(self.tr("Back to the constructs"), "arrow-left")
        self.list = RowList(self.tr("Questions"))
        left = Ground()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 0, 0)
        back = QHBoxLayout()
        back.setContentsMargins(12, 0, 0, 0)
        back.addWidget(self.back)
        back.addStretch(1)
        column.addLayout(back)
        column.addWidget(self.list, 1)
        self.text = Text("", Role.TITLE, lines=6)
        self.facts = FactsStrip()
        self.answers = AnswersView()
        self.by_group_figure = ExhibitView(is_ruled=False)
        self.by_group = self.by_group_figure.chart
        self.by_group_title = Text(self.tr("By group"), Role.BODY_BOLD)
        self.detail = Detail()
        for widget in (self.text, self.facts, self.answers, self.by_group_title, self.by_group_figure):
            self.detail.column.addWidget(widget)
        self.add(left, _LIST, least=240)
        self.add(self.detail, 800, grows=True, least=400)
        self._results: WaveResults | None = None
        self._group: str = _EVERYBODY
        self.list.chosen.connect(self._show)

    def show_results(self, results: WaveResults, group: Group | None, *, everybody: bool) -> None:
        """List the questions, with the share of the commonest answer beside each."""
        self._results = results
        self._group = _EVERYBODY if everybody else (group.value if group else "")
        self.back.setVisible(bool(results.constructs))
        self.list.show_rows([self._row(question) for question in results.questions])
        self._show(self.list.chosen_id)

    def show_numbers(self, is_table: bool) -> None:
        """Show the numbers in the charts' place, or the charts."""
        self.answers.figure.show_numbers(is_table)
        self.by_group_figure.show_numbers(is_table)

    def choose(self, code: str) -> None:
        """Choose a question."""
        self.list.choose(code)

    def _row(self, question: QuestionResult) -> ListRow:
        answers = self._answers(question)
        n = f"n {answers.n:,}" if answers.n is not None else answers.words
        second = " · ".join([kind_word(question.kind), n])
        return ListRow(
            question.code, question.wording(self._asked), second, trailing=_figure(question, answers)
        )

    @property
    def _asked(self) -> Group | None:
        """The group that is shown; None for all together and where it is not known."""
        return Group(self._group) if self._group in set(Group) else None

    def _answers(self, question: QuestionResult) -> Answers:
        return question.overall if self._group == _EVERYBODY else question.of(self._asked)

    def _show(self, code: str) -> None:
        questions = self._results.questions if self._results else ()
        question = next((each for each in questions if each.code == code), None)
        inner = self.detail.widget()
        if inner is not None:
            inner.setVisible(question is not None)
        if question is None or self._results is None:
            return
        answers = self._answers(question)
        self.text.setText(question.wording(self._asked))
        self.facts.show_facts(_facts(question, answers))
        self.answers.show_answers(question, answers)
        self._show_groups(question, [count.group for count in self._results.groups])

    def _show_groups(self, question: QuestionResult, groups: Sequence[Group | None]) -> None:
        is_compared = question.kind in _COMPARED and len(groups) > 1
        self.by_group_figure.setVisible(is_compared)
        self.by_group_title.setVisible(is_compared)
        if is_compared:
            self.by_group_figure.show_figure(groups_figure(question, groups))


def _facts(question: QuestionResult, answers: Answers) -> list[Fact]:
    facts = [
        Fact(f"{answers.n:,}" if answers.n is not None else "–", say(QT_TRANSLATE_NOOP("surveys", "answers")))
    ]
    if answers.median is not None:
        facts.append(Fact(f"{shown(answers.median, 1)}", say(QT_TRANSLATE_NOOP("surveys", "median"))))
    elif answers.mean is not None:
        said = QT_TRANSLATE_NOOP("surveys", "mean of {low} to {high}")
        facts.append(Fact(f"{shown(answers.mean, 1)}", say(said, low=question.low, high=question.high)))
    if answers.favorable is not None and question.kind == "yes_no":
        facts.append(Fact(answers.favorable_words, say(QT_TRANSLATE_NOOP("surveys", "yes"))))
    elif answers.favorable is not None:
        said = QT_TRANSLATE_NOOP("surveys", "points {from_} to {high}")
        middle = (question.low + question.high) // 2 + 1
        facts.append(Fact(answers.favorable_words, say(said, from_=middle, high=question.high)))
    if answers.dont_know and question.kind != "text":
        facts.append(Fact(answers.dont_know_words, say(QT_TRANSLATE_NOOP("surveys", "don’t know"))))
    return facts


def _figure(question: QuestionResult, answers: Answers) -> str:
    """The one figure that stands beside a question in the list."""
    if not answers.is_shown:
        return ""
    if answers.median is not None:
        return str(shown(answers.median, 1))
    if answers.mean is not None:
        return str(shown(answers.mean, 1))
    if answers.favorable is not None:
        return answers.favorable_words
    if answers.shares and question.labels:
        place = max(range(len(answers.shares)), key=lambda each: answers.shares[each])
        return f"{_short(question.labels[place])} {shown(answers.shares[place], 0)}%"
    return ""


def _words(question: QuestionResult, answers: Answers) -> str:
    if answers.state == "not_asked":
        return say(QT_TRANSLATE_NOOP("surveys", "This group was not asked."))
    if question.kind == "text":
        return say(
            QT_TRANSLATE_NOOP("surveys", "Comments are read on their own page, and quoted once cleared.")
        )
    if question.kind == "multiple_choice":
        return say(
            QT_TRANSLATE_NOOP("surveys", "People could choose several, so shares add up to more than 100%.")
        )
    if answers.words:
        return answers_words(answers, FIVE)
    return ""


def _short(label: str) -> str:
    return label if len(label) <= 16 else label[:15].rstrip() + "…"
