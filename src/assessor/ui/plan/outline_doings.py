"""What is done to the outline: each doing with its sentence for the toast."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from assessor.operations import action_steps, goals, objectives
from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine, Outline
from assessor.terms import CannotDo
from assessor.ui.plan.plan_model import Line

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from assessor.ui.screens import Screen


class OutlineDoings:
    """Goals, objectives and action steps edited, added, moved and removed, for a screen."""

    def __init__(self, screen: "Screen") -> None:
        self._screen = screen
        self._file = screen.engagement

    def edit(self, line: Line, field: str, value: Any) -> None:
        """Change what is recorded of a line; `field` as the record calls it, or "dates"."""
        if isinstance(line, GoalLine):
            self._screen.attempt(lambda: goals.edit_goal(self._file, line.id, **{field: value}))
        elif isinstance(line, ObjectiveLine):
            name = "text" if field == "title" else field
            self._screen.attempt(lambda: objectives.edit_objective(self._file, line.id, **{name: value}))
        elif isinstance(line, ActionLine):
            values = dict(zip(_DATES, value, strict=True)) if field == "dates" else {field: value}
            self._screen.attempt(lambda: action_steps.edit_action(self._file, line.id, **values))

    def note_status(self, action_id: str, status: Any, percent: int, note: str, day: date) -> bool:
        """Note how an action step stands on a day; whether it was taken."""
        noted = self._screen.attempt(
            lambda: action_steps.update_status(self._file, action_id, status, percent, note, day),
            done=translate("plan", "Status noted"),
        )
        return noted is not None

    def add_goal(self) -> str | None:
        """Add a goal to be named."""
        return self._screen.attempt(
            lambda: goals.add_goal(self._file, translate("plan", "New goal")),
            done=translate("plan", "Goal added"),
        )

    def add_objective(self, outline: Outline, line: Line | None) -> str | None:
        """Add an objective to the goal a line belongs to."""

        def add() -> str:
            goal = goal_of(outline, line)
            if goal is None:
                raise CannotDo(
                    translate("plan", "Add a goal first: an objective says how far a goal is to go.")
                )
            return objectives.add_objective(self._file, goal.id, translate("plan", "New objective"))

        return self._screen.attempt(add, done=translate("plan", "Objective added"))

    def add_action(self, outline: Outline, line: Line | None) -> str | None:
        """Add an action step to the objective a line belongs to."""

        def add() -> str:
            objective = objective_of(outline, line)
            if objective is None:
                raise CannotDo(
                    translate("plan", "Add an objective first: an action step serves an objective.")
                )
            return action_steps.add_action(self._file, objective.id, translate("plan", "New action"))

        return self._screen.attempt(add, done=translate("plan", "Action added"))

    def move(self, line: Line, by: int) -> None:
        """Move a line up or down among its siblings."""
        if isinstance(line, GoalLine):
            self._screen.attempt(lambda: goals.move_goal(self._file, line.id, by))
        elif isinstance(line, ObjectiveLine):
            self._screen.attempt(lambda: objectives.move_objective(self._file, line.id, by))
        elif isinstance(line, ActionLine):
            self._screen.attempt(lambda: action_steps.move_action(self._file, line.id, by))

    def remove(self, line: Line) -> None:
        """Remove a line with all beneath it."""
        if isinstance(line, GoalLine):
            done = (
                translate("plan", "Goal removed with all beneath it")
                if line.objectives
                else translate("plan", "Goal removed")
            )
            self._screen.attempt(lambda: goals.remove_goal(self._file, line.id), done=done)
        elif isinstance(line, ObjectiveLine):
            done = (
                translate("plan", "Objective removed with its actions")
                if line.actions
                else translate("plan", "Objective removed")
            )
            self._screen.attempt(lambda: objectives.remove_objective(self._file, line.id), done=done)
        elif isinstance(line, ActionLine):
            removed = translate("plan", "Action removed")
            self._screen.attempt(lambda: action_steps.remove_action(self._file, line.id), done=removed)


def goal_of(outline: Outline, line: Line | None) -> GoalLine | None:
    """The goal a line belongs to; the last one where there is no line."""
    if isinstance(line, GoalLine):
        return line
    objective = None if line is None else objective_of(outline, line)
    goal_id = objective.goal_id if objective else ""
    last = outline.goals[-1] if outline.goals else None
    return next((goal for goal in outline.goals if goal.id == goal_id), last)


def objective_of(outline: Outline, line: Line | None) -> ObjectiveLine | None:
    """The objective a line belongs to; of a goal its last one, without a line the last of all."""
    if isinstance(line, ObjectiveLine):
        return line
    if isinstance(line, ActionLine):
        return next(each for each in outline.objectives if each.id == line.objective_id)
    within = line.objectives if isinstance(line, GoalLine) else outline.objectives
    return within[-1] if within else None


_DATES = ("start_on", "due_on", "rhythm")
