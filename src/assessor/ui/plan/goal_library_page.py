"""The goal library: what is offered, what it would bring, and taking it over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.operations.goal_library import LibraryGoalRow
from assessor.operations.goals import AnsweredFinding
from assessor.ui.plan.checks import Check
from assessor.ui.plan.reading import Reading
from assessor.ui.plan.take_over_page import TakeOverPage
from assessor.ui.typeface import Role
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.step_words import count_actions
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import Paragraph, Text


class GoalLibraryPage(TakeOverPage):
    """Goals of the library at the left, one of them at the right.

    `taken` tells the goal's code, whether its objective is wanted, the codes of the actions, and the
    findings it is to answer.
    """

    taken = Signal(str, bool, list, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.offer = GoalOffer()
        super().__init__("goal_library", self.tr("Goal library"), self.offer, parent)
        self._rows: dict[str, LibraryGoalRow] = {}
        self._findings: dict[str, AnsweredFinding] = {}

    def show_library(self, rows: list[LibraryGoalRow], findings: list[AnsweredFinding]) -> None:
        """Show what is offered."""
        self._rows = {row.code: row for row in rows}
        self._findings = {finding.id: finding for finding in findings}
        self.list.show_rows([self._list_row(row) for row in rows])
        self.show_offer(self.list.chosen_id)

    def show_offer(self, code: str) -> None:
        """Show what a goal would bring."""
        row = self._rows.get(code)
        self.offer.setVisible(row is not None)
        if row is not None:
            findings = [self._findings[each] for each in row.finding_ids if each in self._findings]
            self.offer.show_goal(row, findings)

    def take(self, code: str) -> None:
        """Tell what is to be taken over."""
        offer = self.offer
        self.taken.emit(code, offer.wants_objective, offer.wanted_actions, offer.wanted_findings)

    def _list_row(self, row: LibraryGoalRow) -> ListRow:
        known = [self._findings[each] for each in row.finding_ids if each in self._findings]
        answers = ", ".join(f"F{finding.number}" for finding in known)
        trailing = self.tr("In the plan") if row.is_taken else ""
        if answers and not row.is_taken:
            trailing = self.tr("answers {findings}").format(findings=answers)
        return ListRow(
            row.code,
            row.title,
            second=count_actions(len(row.actions)),
            trailing=trailing,
            trailing_meaning=Meaning.ACCENT if answers and not row.is_taken else Meaning.NEUTRAL,
        )


class GoalOffer(Reading):
    """One goal of the library, with checks for what is to be taken over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._objective = Check("")
        self._actions: dict[str, Check] = {}
        self._answers: dict[str, Check] = {}

    @property
    def wants_objective(self) -> bool:
        """Whether the sample objective is taken over."""
        return self._objective.isChecked()

    @property
    def wanted_actions(self) -> list[str]:
        """The codes of the actions that are taken over."""
        return [code for code, check in self._actions.items() if check.isChecked() and check.isEnabled()]

    @property
    def wanted_findings(self) -> list[str]:
        """The findings that the goal is to answer."""
        return [finding for finding, check in self._answers.items() if check.isChecked()]

    def show_goal(self, row: LibraryGoalRow, findings: list[AnsweredFinding]) -> None:
        """Show a goal; what is checked stays while the same one is shown."""
        if row.code == self._code and list(self._answers) == [finding.id for finding in findings]:
            return
        self._code = row.code
        body = QWidget()
        self._fill(QVBoxLayout(body), row, findings)
        self.show_body(body)

    def _fill(self, column: QVBoxLayout, row: LibraryGoalRow, findings: list[AnsweredFinding]) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(row.title, Role.TITLE, lines=2))
        column.addWidget(Paragraph(row.rationale))
        column.addWidget(SectionHeading(self.tr("Sample objective"), self.tr("to adapt")))
        self._objective = Check(_with_blanks(row.objective))
        self._objective.setChecked(True)
        self._objective.clicked.connect(self._follow_objective)
        column.addWidget(self._objective)
        column.addWidget(SectionHeading(self.tr("First actions"), count_actions(len(row.actions))))
        self._actions = {each.code: Check(each.title, each.owner) for each in row.actions}
        self._answers = {each.id: Check(f"F{each.number}  {each.title}") for each in findings}
        for check in (*self._actions.values(), *self._answers.values()):
            check.setChecked(True)
        for check in self._actions.values():
            column.addWidget(check)
        if findings:
            column.addWidget(
                SectionHeading(self.tr("Answers"), self.tr("filed under the codes of this goal"))
            )
        for check in self._answers.values():
            column.addWidget(check)

    def _follow_objective(self, on: bool) -> None:
        """An action step serves an objective: without it none is taken."""
        for check in self._actions.values():
            check.setEnabled(on)


def _with_blanks(text: str) -> str:
    for blank in ("{x}", "{y}", "{date}"):
        text = text.replace(blank, "___")
    return text
