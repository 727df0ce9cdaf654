"""Going to the goal library and taking goals over, for the goals screen."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from assessor.operations import goal_library, goals
from assessor.ui.plan.goals_layout import GoalsLayout
from assessor.ui.screens import Screen


class LibraryDoings(QObject):
    """Shows the library in place of the plan, and goes back with what was taken. `turned` tells either."""

    turned = Signal()

    def __init__(self, screen: Screen, view: GoalsLayout) -> None:
        super().__init__(screen)
        self._screen, self._view = screen, view
        self._view.empty.asked.connect(self.open)
        self._view.open_library.clicked.connect(self.open)
        self._view.library.left.connect(self.leave)
        self._view.library.taken.connect(self._take)

    def open(self) -> None:
        """Show the library."""
        file = self._screen.engagement
        rows = goal_library.list_library_goals(file)
        self._view.library.show_library(rows, goals.list_answerable(file, ""))
        self._view.pages.setCurrentWidget(self._view.library)
        self.turned.emit()
        self._view.library.list.setFocus()

    def leave(self) -> None:
        """Go back to the plan."""
        self._view.pages.setCurrentWidget(self._view.columns)
        self.turned.emit()
        self._view.tree.setFocus()

    def _take(self, code: str, wants_objective: bool, actions: list[str], finding_ids: list[str]) -> None:
        new = self._screen.attempt(
            lambda: goal_library.add_goal_from_library(
                self._screen.engagement,
                code,
                with_objective=wants_objective,
                actions=actions,
                finding_ids=finding_ids,
            ),
            done=QCoreApplication.translate("plan", "Goal added from the library"),
        )
        if new is not None:
            self.leave()
            self._screen.show_element(new)
