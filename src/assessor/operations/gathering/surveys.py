"""The survey waves of the plan, each worked out once while the plan is gathered."""

from assessor.operations.surveys.survey_result_rows import Audience, QuestionResult, WaveResults
from assessor.operations.surveys.survey_results import get_results
from assessor.operations.surveys.survey_waves import list_waves
from assessor.store import Engagement


class PublicSurveys:
    """Survey results as the public may see them; a wave is worked out when it is first asked for."""

    def __init__(self, engagement: Engagement) -> None:
        self._engagement = engagement
        self._waves: dict[str, WaveResults] = {}

    def wave(self, wave_id: str) -> WaveResults:
        """A wave's results."""
        if wave_id not in self._waves:
            self._waves[wave_id] = get_results(self._engagement, wave_id, Audience.PUBLIC)
        return self._waves[wave_id]

    def newest(self) -> WaveResults | None:
        """The newest wave's results."""
        waves = list_waves(self._engagement)
        return self.wave(waves[0].id) if waves else None

    def question(self, wave_id: str, code: str) -> QuestionResult | None:
        """The question of a code; for a construct, its first item."""
        results = self.wave(wave_id)
        for construct in results.constructs:
            for question in construct.items:
                if code in {question.code, construct.code}:
                    return question
        return next((question for question in results.questions if question.code == code), None)
