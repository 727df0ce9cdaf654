"""What a review decides: a part for each goal, its measures beside it, continue, adjust or stop, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.reviews import GoalReviewRow
from assessor.terms import ReviewDecision
from assessor.ui.typeface import Role
from assessor.ui.widgets.flow_rows import FlowRows
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.text_fields import LongTextField
from assessor.ui.widgets.texts import Text

OPEN = "open"
_NUMBER, _GAP = 24, 12


@dataclass(frozen=True)
class MeasureStanding:
    """A measure of a goal as its tag says it: "K06 0.28, on track"."""

    words: str
    meaning: Meaning


@dataclass(frozen=True)
class GoalStanding:
    """How a goal stands when it is decided on."""

    actions: str
    late: int
    measures: tuple[MeasureStanding, ...]


class GoalDecision(QWidget):
    """One goal. `decided` tells its id, the decision's key (or "open"), the reason and the change."""

    decided = Signal(str, str, str, str)

    def __init__(self, row: GoalReviewRow) -> None:
        super().__init__()
        self._goal_id = row.goal_id
        self.number = Text("", Role.LIVE_BOLD, "accent")
        self.number.setFixedWidth(_NUMBER)
        self.title = Text("", Role.LIVE_BOLD, lines=2)
        self.progress = Text("", Role.SMALL, "ink3")
        self.late = Text("", Role.SMALL_MEDIUM, "concern")
        self.tags = FlowRows(8)
        self._tag_holder = QWidget()
        self._tag_holder.setLayout(self.tags)
        self.choice = Segments(_choices(), "")
        self.reason = LongTextField(
            self.tr("Why"), self.tr("What the measures and the people say"), least_lines=1
        )
        self.change = LongTextField(
            self.tr("What changes"), self.tr("Which objective or action becomes what"), least_lines=1
        )
        self.missing = QWidget()
        self.fields = QWidget()
        self._lay_out()
        self.choice.chosen.connect(lambda _key: self._tell())
        for field in (self.reason, self.change):
            field.edited.connect(lambda _text: self._tell())

    def show_row(self, row: GoalReviewRow, standing: GoalStanding) -> None:
        """Show what was decided for the goal, and how it stands."""
        self.number.setText(str(row.number))
        self.title.setText(row.goal)
        self.choice.setAccessibleName(
            self.tr("Goal {number}: {title}").format(number=row.number, title=row.goal)
        )
        self.progress.setText(standing.actions)
        self.late.setText(self.tr("{count} late").format(count=standing.late))
        self.late.setVisible(bool(standing.late))
        self._show_tags(standing.measures)
        self.choice.choose(OPEN if row.decision is None else row.decision.value)
        self.reason.set_value(row.reason)
        self.change.set_value(row.change)
        self.fields.setVisible(row.decision is not None)
        self.change.setVisible(row.decision is not ReviewDecision.CONTINUE)
        needs_reason = row.decision in (ReviewDecision.ADJUST, ReviewDecision.STOP)
        self.missing.setVisible(needs_reason and not row.reason)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let it be read but not changed."""
        self.choice.setEnabled(not is_read_only)
        for field in (self.reason, self.change):
            field.set_read_only(is_read_only)

    def _tell(self) -> None:
        self.decided.emit(self._goal_id, self.choice.key, self.reason.value(), self.change.value())

    def _show_tags(self, measures: Sequence[MeasureStanding]) -> None:
        while (item := self.tags.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for measure in measures:
            self.tags.addWidget(Tag(measure.words, measure.meaning))
        self._tag_holder.setVisible(bool(measures))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addLayout(_from_top(self.number))
        head.addLayout(_from_top(self.title), 1)
        head.addSpacing(16)
        head.addWidget(self.choice)
        missing = QHBoxLayout(self.missing)
        missing.setContentsMargins(0, 0, 0, 0)
        missing.setSpacing(8)
        missing.addWidget(Icon("triangle-alert", "watch", 16))
        sentence = self.tr("Say why: the next version of the plan lists what changed and the reason.")
        missing.addWidget(Text(sentence, Role.SMALL, "watch"), 1)
        fields = QVBoxLayout(self.fields)
        fields.setContentsMargins(0, 4, 0, 0)
        fields.setSpacing(4)
        for widget in (self.missing, self.reason, self.change):
            fields.addWidget(widget)
        body = QVBoxLayout()
        body.setContentsMargins(_NUMBER, 0, 0, 0)
        body.setSpacing(4)
        progress = QHBoxLayout()
        progress.setSpacing(8)
        progress.addWidget(self.progress)
        progress.addWidget(self.late)
        progress.addStretch(1)
        body.addLayout(progress)
        body.addWidget(self._tag_holder)
        body.addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body)
        column.addSpacing(12)
        column.addWidget(Hairline())


def _from_top(text: Text) -> QVBoxLayout:
    """Text beside segments begins on their line, however many lines it has."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 4, 0, 0)
    column.addWidget(text)
    column.addStretch(1)
    return column


class GoalDecisions(QWidget):
    """All goals of the plan, in their order."""

    decided = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goals: dict[str, GoalDecision] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(
        self, rows: Sequence[GoalReviewRow], standings: dict[str, GoalStanding], *, is_read_only: bool
    ) -> None:
        """Show what was decided for each goal, and how each stands."""
        if [row.goal_id for row in rows] != list(self.goals):
            self._build(rows)
        for row in rows:
            goal = self.goals[row.goal_id]
            goal.show_row(row, standings.get(row.goal_id, GoalStanding("", 0, ())))
            goal.set_read_only(is_read_only)

    def _build(self, rows: Sequence[GoalReviewRow]) -> None:
        for old in self.goals.values():
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self.goals = {row.goal_id: GoalDecision(row) for row in rows}
        for goal in self.goals.values():
            goal.decided.connect(self.decided)
            self._column.addWidget(goal)


def decision_word(decision: ReviewDecision) -> str:
    """What a decision is called."""
    words = {
        ReviewDecision.CONTINUE: QCoreApplication.translate("reviews", "Continue"),
        ReviewDecision.ADJUST: QCoreApplication.translate("reviews", "Adjust"),
        ReviewDecision.STOP: QCoreApplication.translate("reviews", "Stop"),
    }
    return words[decision]


def _choices() -> list[Segment]:
    undecided = Segment(OPEN, QCoreApplication.translate("reviews", "Open"))
    return [undecided, *(Segment(each.value, decision_word(each)) for each in ReviewDecision)]
