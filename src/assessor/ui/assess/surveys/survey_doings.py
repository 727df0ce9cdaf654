"""What a consultant does to the wave that is shown: edits, invites, removes it, clears its comments."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.operations.surveys import survey_imports, survey_results, survey_waves
from assessor.terms import Clearance, Group
from assessor.ui.assess.surveys.survey_words import say

if TYPE_CHECKING:
    from assessor.ui.assess.surveys.surveys import SurveysScreen
    from assessor.ui.assess.surveys.surveys_layout import SurveysLayout


class SurveyDoings:
    """Does it through the screen, which says what could not be done."""

    def __init__(self, screen: "SurveysScreen") -> None:
        self._screen = screen

    def wire(self, view: "SurveysLayout") -> None:
        """Hear what is asked on the pages."""
        view.comments.judged.connect(self._judge)
        view.wave.edited.connect(self._edit)
        view.wave.invited.connect(self._invite)
        view.wave.removed.connect(self._remove_import)
        view.wave.remove.clicked.connect(self._remove)

    def _edit(self, values: dict[str, object]) -> None:
        screen = self._screen
        screen.attempt(lambda: survey_waves.edit_wave(screen.engagement, screen.wave_id, **values))

    def _invite(self, group: str, invited: object) -> None:
        screen, number = self._screen, invited if isinstance(invited, int) else None
        screen.attempt(
            lambda: survey_waves.ask_group(screen.engagement, screen.wave_id, Group(group), invited=number)
        )

    def _remove_import(self, import_id: str) -> None:
        screen, done = self._screen, say(QT_TRANSLATE_NOOP("surveys", "Answers removed"))
        screen.attempt(lambda: survey_imports.remove_import(screen.engagement, import_id), done=done)

    def _remove(self) -> None:
        screen, done = self._screen, say(QT_TRANSLATE_NOOP("surveys", "Wave removed"))
        screen.leave_page()
        screen.attempt(lambda: survey_waves.remove_wave(screen.engagement, screen.wave_id), done=done)

    def _judge(self, respondent: str, code: str, clearance: str) -> None:
        screen = self._screen
        screen.attempt(
            lambda: survey_results.clear_comment(screen.engagement, respondent, code, Clearance(clearance))
        )
