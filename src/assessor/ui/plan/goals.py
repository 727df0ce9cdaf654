"""The plan: goals, objectives and action steps as an outline, and the golden thread of what is chosen."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from assessor.operations import action_steps, goals, objectives, plans
from assessor.operations.outlines import (
    ActionLine,
    GoalLine,
    ObjectiveLine,
    Outline,
    get_outline,
    list_owner_lines,
    months_of,
)
from assessor.operations.threads import get_thread
from assessor.terms import ActionStatus
from assessor.ui.plan.goals_layout import GoalsLayout
from assessor.ui.plan.library_doings import LibraryDoings
from assessor.ui.plan.line_menu import line_menu
from assessor.ui.plan.outline_doings import OutlineDoings
from assessor.ui.plan.panel_doings import PanelDoings
from assessor.ui.plan.plan_model import Line, calendar_nodes, outline_nodes, owner_nodes
from assessor.ui.plan.timeline import Timeline
from assessor.ui.plan.words import head_line
from assessor.ui.screens import Screen

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class GoalsScreen(Screen):
    """The strategic plan."""

    key, title = "goals", "Goals"
    tables = frozenset(
        {
            "goal",
            "goal_finding",
            "objective",
            "action_step",
            "status_update",
            "measure",
            "measure_value",
            "finding",
            "finding_group",
            "finding_code",
            "evidence",
            "plan",
        }
    )

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        first = self.today.replace(day=1)
        self.outline = Outline("", False, None, None, self.today, ())
        self.view = GoalsLayout(Timeline((first,), self.today), self.today.year)
        self.doings = OutlineDoings(self)
        self.head.title.setText(self.tr("Strategic plan"))
        self.head.add_beside(self.view.tag)
        self.head.add_action(self.view.views)
        self.head.add_action(self.view.add_action)
        self.set_content(self.view)
        self._wire()
        self._wire_panel()
        self.panel_doings = PanelDoings(self, self.view, self.doings)
        self.library_doings = LibraryDoings(self, self.view)
        self.library_doings.turned.connect(self._show_page)

    def refresh(self) -> None:
        """Show the plan as it stands today."""
        self.outline = get_outline(self.engagement, self.today)
        outline = self.outline
        self.view.tag.setText(
            self.tr("Adopted")
            if outline.is_adopted
            else self.tr("Draft {number}").format(number=outline.draft)
        )
        self.head.set_line(head_line(outline))
        self.view.show_timeline(Timeline(months_of(outline), self.today))
        self.view.owned.number_of = {each.id: each.number for each in outline.objectives}
        owners = action_steps.list_owners(self.engagement)
        for tree in self.view.trees.values():
            tree.delegate.owners = owners
            tree.is_locked = bool(self.engagement.read_only)
        self.view.trees["outline"].show_nodes(outline_nodes(outline.goals))
        self.view.trees["calendar"].show_nodes(calendar_nodes(outline.goals))
        self.view.trees["owners"].show_nodes(owner_nodes(list_owner_lines(outline)))
        self._show_page()
        if self.view.panel.shows_plan:
            self.view.panel.plan.show_plan(plans.get_plan(self.engagement))
        else:
            self._show_chosen(self.view.tree.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose a goal, objective or action step in the outline."""
        self._show_view("outline")
        self.view.trees["outline"].choose(element_id)

    def _wire(self) -> None:
        view = self.view
        view.views.chosen.connect(self._show_view)
        view.add_action.clicked.connect(self._add_action)
        view.add_objective.clicked.connect(self._add_objective)
        view.add_goal.clicked.connect(self._add_goal)
        view.begin_blank.clicked.connect(self._add_goal)
        view.plan_button.clicked.connect(self._show_plan)
        for tree in view.trees.values():
            tree.chosen.connect(self._choose)
            tree.asked.connect(self._do)
            tree.menu_asked.connect(self._open_menu)
            tree.delegate.edited.connect(self._edit)
            tree.delegate.refused.connect(self.problem.tell)

    def _wire_panel(self) -> None:
        panel = self.view.panel
        panel.thread_view.went.connect(self._go)
        panel.turned.connect(lambda: self._show_chosen(self.view.tree.chosen_id))

    # What is shown

    def _show_page(self) -> None:
        """Show the page that fits: the empty state, the plan, or the library."""
        view, is_locked = self.view, bool(self.engagement.read_only)
        in_library = view.pages.currentWidget() is view.library
        if not in_library:
            view.pages.setCurrentWidget(view.columns if self.outline.goals else view.empty_page)
        is_plan = view.pages.currentWidget() is view.columns
        view.views.setVisible(is_plan)
        view.add_action.setVisible(is_plan and not is_locked)
        view.foot.setVisible(not is_locked)
        view.empty.button.setVisible(not is_locked)
        view.begin_blank.setVisible(not is_locked)
        for form in (view.panel.goal, view.panel.objective, view.panel.action, view.panel.plan):
            form.set_read_only(is_locked)

    def _show_view(self, key: str) -> None:
        chosen = self.view.tree.chosen_id
        self.view.views.choose(key)
        self.view.tree_stack.setCurrentWidget(self.view.tree)
        self.view.tree.choose(chosen)
        self._show_chosen(self.view.tree.chosen_id)

    def _choose(self, element_id: str) -> None:
        if self.sender() is self.view.tree:
            self.finish_editing()
            self._show_chosen(element_id)

    def _show_chosen(self, element_id: str) -> None:
        line = self.outline.find(element_id)
        if line is None:
            return
        thread = get_thread(self.engagement, line.id, self.today)
        panel = self.view.panel
        if isinstance(line, GoalLine):
            answerable = goals.list_answerable(self.engagement, line.id)
            panel.goal.show_goal(goals.get_goal(self.engagement, line.id), answerable)
            panel.show_thread("goal", thread)
        elif isinstance(line, ObjectiveLine):
            self._show_objective(line)
            panel.show_thread("objective", thread)
        else:
            action = action_steps.get_action(self.engagement, line.id)
            updates = action_steps.list_updates(self.engagement, line.id)
            panel.action.show_action(action, updates, self.outline.actions, self.today)
            panel.show_thread("action", thread)

    def _show_objective(self, line: ObjectiveLine) -> None:
        self.view.panel.objective.show_objective(
            objectives.get_objective(self.engagement, line.id),
            line.smart,
            objectives.list_tied_measures(self.engagement),
            objectives.list_measures_to_add(self.engagement),
        )

    def _show_plan(self) -> None:
        self.view.panel.plan.show_plan(plans.get_plan(self.engagement))
        self.view.panel.show_plan()
        self.view.panel.plan.fields["starts_on"].setFocus()

    def _go(self, place: str, element_id: str) -> None:
        if place:
            self.asked_to_go.emit(place, element_id)
        else:
            self.show_element(element_id)

    # What is done

    def _edit(self, element_id: str, field: str, value: Any) -> None:
        line = self.outline.find(element_id)
        if line is None:
            return
        if field != "status":
            self.doings.edit(line, field, value)
            return
        status, percent = value
        if status in (ActionStatus.BLOCKED, ActionStatus.DROPPED):
            self._ask_why(status, percent)
        else:
            self.doings.note_status(element_id, status, percent, "", self.today)

    def _ask_why(self, status: ActionStatus, percent: int) -> None:
        """Blocked and dropped need a reason: turn to the details, where it is written."""
        panel = self.view.panel
        panel.show_details()
        panel.action.status.show_status(status, percent, self.today)
        panel.action.status.note.setFocus()
        panel.action.status.note.refuse(self.tr("Say why, then note the status."))

    def _do(self, doing: str, element_id: str) -> None:
        line = self.outline.find(element_id)
        if line is None or (self.engagement.read_only and doing not in ("details", "thread")):
            return
        if doing in ("up", "down"):
            self.doings.move(line, -1 if doing == "up" else 1)
        elif doing == "remove":
            self.doings.remove(line)
        elif doing == "add":
            self._add_action()
        elif doing == "add_objective":
            self._add_objective()
        elif doing == "link":
            self._show_answers(line)
        elif doing == "details":
            self.view.panel.show_details()
            self._show_chosen(element_id)
        else:
            self.view.tree.edit_field(doing)

    def _show_answers(self, line: Line) -> None:
        """Turn to the findings the goal of a line can answer."""
        goal = next((g for g in self.outline.goals if line is g or line in (*g.objectives, *g.actions)), None)
        if goal is None:
            return
        self.show_element(goal.id)
        panel = self.view.panel
        panel.show_details()
        checks = list(panel.goal.findings.checks.values())
        target = checks[0] if checks else panel.goal.answers
        panel.pages["goal"].ensureWidgetVisible(target, 0, 200)
        target.setFocus()

    def _open_menu(self, place: QPoint, element_id: str) -> None:
        line = self.outline.find(element_id)
        if line is not None and not self.engagement.read_only:
            menu = line_menu(line, self)
            menu.triggered.connect(lambda action: self._do(action.data(), element_id))
            menu.popup(place)

    def _add_action(self) -> None:
        self._begin(self.doings.add_action(self.outline, self._chosen_in_plan()))

    def _add_objective(self) -> None:
        self._begin(self.doings.add_objective(self.outline, self._chosen_in_plan()))

    def _add_goal(self) -> None:
        self._begin(self.doings.add_goal())

    def _chosen_in_plan(self) -> Line | None:
        line = self.view.tree.chosen_line
        return line if isinstance(line, GoalLine | ObjectiveLine | ActionLine) else None

    def _begin(self, new_id: str | None) -> None:
        """Choose what was added and begin to name it."""
        if new_id is None:
            return
        self.refresh_if_stale()
        if self.view.views.key != "outline":
            self._show_view("outline")
        self.view.tree.choose(new_id)
        self.view.tree.edit_field("title")
