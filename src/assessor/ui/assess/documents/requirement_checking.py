"""Saying what the document meets of what the state asks: what the pane of requirements does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assessor.operations import requirements
from assessor.operations.requirements import RequirementList
from assessor.ui.assess.documents.requirements_pane import RequirementsPane

if TYPE_CHECKING:
    from assessor.ui.screens import Screen


class RequirementChecking(QObject):
    """Checks for one review at a time."""

    def __init__(self, screen: "Screen", pane: RequirementsPane) -> None:
        super().__init__(screen)
        self._screen, self._engagement, self._pane = screen, screen.engagement, pane
        self._review_id = ""
        self.found: RequirementList | None = None
        pane.decided.connect(self._decide)
        pane.noted.connect(self._note)
        pane.finding_asked.connect(self._find)

    @property
    def not_met(self) -> int:
        """How many requirements the document does not meet."""
        return sum(row.is_met is False for row in self.found.rows) if self.found else 0

    def show(self, review_id: str) -> None:
        """Show the requirements of a review as they are now."""
        self._review_id = review_id
        self.found = requirements.list_requirements(self._engagement, review_id)
        self._pane.show_requirements(self.found, is_read_only=bool(self._engagement.read_only))

    def _decide(self, code: str, is_met: bool | None) -> None:
        self._screen.attempt(
            lambda: requirements.check_requirement(self._engagement, self._review_id, code, is_met)
        )

    def _note(self, code: str, note: str) -> None:
        self._screen.attempt(
            lambda: requirements.note_on_requirement(self._engagement, self._review_id, code, note)
        )

    def _find(self, code: str) -> None:
        """Go to the finding of a requirement, or make its draft."""
        rows = self.found.rows if self.found else ()
        finding_id = next((row.finding_id for row in rows if row.code == code), None)
        if finding_id is not None:
            self._screen.asked_to_go.emit("findings", finding_id)
            return
        self._screen.attempt(
            lambda: requirements.draft_finding_from_requirement(self._engagement, self._review_id, code),
            done=self.tr("Draft finding made from {code}").format(code=code),
        )
