"""The parts of the goals screen and their places."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine, OwnerLines
from assessor.ui.plan.action_rows import ActionRow
from assessor.ui.plan.calendar_rows import CalendarActionRow, CalendarGoalRow
from assessor.ui.plan.goal_library_page import GoalLibraryPage
from assessor.ui.plan.goal_rows import GoalRow
from assessor.ui.plan.objective_rows import ObjectiveRow
from assessor.ui.plan.owner_rows import OwnedActionRow, OwnerRow
from assessor.ui.plan.plan_delegate import PlanDelegate
from assessor.ui.plan.plan_tree import PlanTree
from assessor.ui.plan.side_panel import SidePanel
from assessor.ui.plan.timeline import Timeline
from assessor.ui.widgets.buttons import PrimaryButton, QuietButton
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.tags import Tag

_FOOT, _PANEL = 44, 320


class GoalsLayout(QWidget):
    """The plan: outline, calendar or owners at the left, the thread at the right."""

    def __init__(self, timeline: Timeline, this_year: int) -> None:
        super().__init__()
        self.tag = Tag("")
        self.views = Segments(
            [
                Segment("outline", self.tr("Outline")),
                Segment("calendar", self.tr("Calendar")),
                Segment("owners", self.tr("Owners")),
            ],
            self.tr("How the plan is shown"),
        )
        self.add_action = PrimaryButton(self.tr("Action"), "plus")
        self.owned = OwnedActionRow({})
        self.calendar_rows = (CalendarGoalRow(timeline), CalendarActionRow(timeline))
        self.trees = self._trees(this_year)
        self.panel = SidePanel()
        self.add_objective = QuietButton(self.tr("Objective"), "plus")
        self.add_goal = QuietButton(self.tr("Goal"), "plus")
        self.open_library = QuietButton(self.tr("Goal library"), "book-open")
        self.plan_button = QuietButton(self.tr("Plan period"), "calendar-days")
        self.empty = EmptyState(
            "goal",
            self.tr("No goals yet"),
            self.tr(
                "A goal says what is to become true and answers a finding. Its objectives say how far and by "
                "when; action steps say who does what."
            ),
            self.tr("Choose from the goal library"),
        )
        self.library = GoalLibraryPage()
        self._place()

    @property
    def tree(self) -> PlanTree:
        """The tree that is seen."""
        return self.trees[self.views.key]

    def show_timeline(self, timeline: Timeline) -> None:
        """Show the months of the calendar."""
        for row in self.calendar_rows:
            row.timeline = timeline
        head = self.trees["calendar"].plan_head
        head.show_timeline(timeline)

    def _trees(self, this_year: int) -> dict[str, PlanTree]:
        goal_row, action_row = self.calendar_rows
        rows: dict[str, dict[type, object]] = {
            "outline": {GoalLine: GoalRow(), ObjectiveLine: ObjectiveRow(), ActionLine: ActionRow()},
            "calendar": {GoalLine: goal_row, ActionLine: action_row},
            "owners": {OwnerLines: OwnerRow(), ActionLine: self.owned},
        }
        names = {
            "outline": self.tr("Outline of the plan"),
            "calendar": self.tr("Calendar of the plan"),
            "owners": self.tr("The plan by owner"),
        }
        return {kind: PlanTree(kind, names[kind], PlanDelegate(rows[kind], this_year, self)) for kind in rows}

    def _place(self) -> None:
        self.tree_stack = QStackedWidget()
        for tree in self.trees.values():
            self.tree_stack.addWidget(tree)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree_stack, 1)
        column.addWidget(Hairline())
        self.foot = self._foot()
        column.addWidget(self.foot)
        self.columns = Columns("goals")
        self.columns.add(work, 872, grows=True, least=480)
        self.columns.add(self.panel, _PANEL, least=260)
        self.pages = QStackedWidget()
        for page in (self._empty_page(), self.columns, self.library):
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)

    def _empty_page(self) -> QWidget:
        self.empty_page = QWidget()
        column = QVBoxLayout(self.empty_page)
        column.setContentsMargins(0, 0, 0, 0)
        self.begin_blank = QuietButton(self.tr("Start with a goal of your own"))
        column.addWidget(self.empty)
        inner = self.empty.layout()
        if isinstance(inner, QVBoxLayout):
            center = Qt.AlignmentFlag.AlignHCenter
            inner.insertWidget(inner.count() - 1, self.begin_blank, alignment=center)
        return self.empty_page

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(_FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        for button in (self.add_objective, self.add_goal, self.open_library):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.plan_button)
        return foot
