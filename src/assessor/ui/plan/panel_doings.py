"""What is done in the panel beside the outline, to the element that is chosen."""

from datetime import date
from typing import Any

from assessor.operations import goals, objectives, plans
from assessor.operations.measures import measures
from assessor.terms import ActionStatus
from assessor.ui.plan.goals_layout import GoalsLayout
from assessor.ui.plan.objective_details import LIBRARY
from assessor.ui.plan.outline_doings import OutlineDoings
from assessor.ui.screens import Screen


class PanelDoings:
    """Writes what is edited in the panel, for the goals screen."""

    def __init__(self, screen: Screen, view: GoalsLayout, doings: OutlineDoings) -> None:
        self._screen, self._view, self._doings = screen, view, doings
        self._file = screen.engagement
        panel = view.panel
        for form in (panel.goal, panel.objective, panel.action):
            form.edited.connect(self._edit_shown)
        panel.goal.finding_tied.connect(self._tie_finding)
        panel.objective.measure_tied.connect(self._tie_measure)
        panel.objective.course_set.connect(self._set_course)
        panel.action.status_noted.connect(self._note_status)
        panel.plan.edited.connect(self._edit_plan)

    def _edit_shown(self, name: str, value: Any) -> None:
        line = self._view.tree.chosen_line
        if line is not None:
            self._doings.edit(line, name, value)

    def _edit_plan(self, name: str, value: Any) -> None:
        self._screen.attempt(lambda: plans.edit_plan(self._file, **{name: value}))

    def _note_status(self, status: ActionStatus, percent: int, note: str, day: date) -> None:
        if self._doings.note_status(self._view.tree.chosen_id, status, percent, note, day):
            self._view.panel.action.status.note.set_value("")

    def _tie_finding(self, finding_id: str, on: bool) -> None:
        goal_id = self._view.tree.chosen_id
        doing = goals.answer_finding if on else goals.unanswer_finding
        self._screen.attempt(lambda: doing(self._file, goal_id, finding_id))

    def _tie_measure(self, measure_id: str | None) -> None:
        objective_id = self._view.tree.chosen_id
        if measure_id is not None and measure_id.startswith(LIBRARY):
            code = measure_id.removeprefix(LIBRARY)
            self._screen.attempt(lambda: objectives.tie_library_measure(self._file, objective_id, code))
        else:
            self._screen.attempt(lambda: objectives.tie_measure(self._file, objective_id, measure_id))

    def _set_course(self, name: str, value: Any) -> None:
        details = objectives.get_objective(self._file, self._view.tree.chosen_id)
        measure = details.measure
        if measure is None:
            return
        if name == "baseline_plan":
            self._screen.attempt(lambda: measures.edit_measure(self._file, measure.id, baseline_plan=value))
            return
        course = {"baseline": measure.baseline, "target": measure.target, "target_on": measure.target_on}
        self._screen.attempt(
            lambda: objectives.set_course(self._file, details.id, **(course | {name: value}))
        )
