"""What is recorded of a goal, and the findings it answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from assessor.operations.goals import AnsweredFinding, GoalDetails
from assessor.ui.plan.checks import Check
from assessor.ui.typeface import Role
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph


class GoalForm(Form):
    """The fields of a goal. `finding_tied` tells a finding and whether the goal answers it now."""

    finding_tied = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add("title", LongTextField(self.tr("Goal"), role=Role.LIVE_BOLD, least_lines=1))
        self.add("rationale", LongTextField(self.tr("Why"), self.tr("What makes this goal needed")))
        self.add("summary", LongTextField(self.tr("In one line, for the summary page"), least_lines=1))
        self.add("owner", TextField(self.tr("Owner"), self.tr("A body, as in steering group")))
        self.answers = self.add_heading(self.tr("Answers"))
        self.findings = FindingChecks()
        self.findings.tied.connect(self.finding_tied)
        self.column.addWidget(self.findings)
        self.add_heading(self.tr("Beside it"))
        self.add("balance_note", LongTextField(self.tr("What is watched beside it"), least_lines=1))
        self.add("risk", LongTextField(self.tr("What could go wrong"), least_lines=1))
        self.add("risk_response", LongTextField(self.tr("The response"), least_lines=1))

    def show_goal(self, goal: GoalDetails, answerable: list[AnsweredFinding]) -> None:
        """Show a goal and all findings, those it answers first."""
        self.show_values(lambda name: getattr(goal, name))
        count = len(goal.findings)
        one = self.tr("1 finding")
        self.answers.set_note(one if count == 1 else self.tr("{count} findings").format(count=count))
        self.findings.show_findings(answerable)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        super().set_read_only(is_read_only)
        self.findings.setEnabled(not is_read_only)


class FindingChecks(QWidget):
    """Findings, each with a check. `tied` tells a finding and whether it is checked now."""

    tied = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.checks: dict[str, QCheckBox] = {}
        self._none = Paragraph(self.tr("There are no findings yet. They are written under Identify."))
        self._column.addWidget(self._none)

    def show_findings(self, findings: list[AnsweredFinding]) -> None:
        """Show findings; the checks in use stay, so that the keyboard stays where it is."""
        if set(self.checks) != {finding.id for finding in findings}:
            self._make(findings)
        for finding in findings:
            self.checks[finding.id].setText(
                _words(finding, self.tr("also goal {numbers}"), self.tr("also goals {numbers}"))
            )
            self.checks[finding.id].setChecked(finding.is_answered)

    def _make(self, findings: list[AnsweredFinding]) -> None:
        for check in self.checks.values():
            self._column.removeWidget(check)
            check.deleteLater()
        self.checks = {}
        for finding in findings:
            check = Check("")
            check.clicked.connect(lambda on, finding_id=finding.id: self.tied.emit(finding_id, on))
            self.checks[finding.id] = check
            self._column.addWidget(check)
        self._none.setVisible(not findings)


def _words(finding: AnsweredFinding, one: str, several: str) -> str:
    others = ", ".join(str(number) for number in finding.other_goals)
    also = one if len(finding.other_goals) == 1 else several
    return f"F{finding.number}  {finding.title}" + (f" ({also.format(numbers=others)})" if others else "")
