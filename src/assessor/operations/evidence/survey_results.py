"""What a group answered in a wave, as evidence says it: what the internal audience may see and no more."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from assessor.analysis.rounding import shown
from assessor.instruments.item_banks import Construct
from assessor.operations.surveys.survey_reading import WaveAnswers, constructs_by_code, read_wave
from assessor.operations.surveys.survey_result_rows import Answers, Audience
from assessor.operations.surveys.survey_tellings import answers_to_items, answers_to_question
from assessor.operations.surveys.survey_waves import QuestionRow
from assessor.terms import CannotDo, Group

TIEABLE = ("scale", "yes_no")


@dataclass(frozen=True)
class SurveyResult:
    """A result in words: "41% agree, n 38", or why it is hidden."""

    words: str
    claim: str
    """The share alone: "41% agree"."""
    n: int | None
    """How many answered; None where it is hidden."""
    favorable: int | None
    """The share of favorable answers in whole percent; of a yes/no question, of yes."""

    @property
    def is_hidden(self) -> bool:
        """Whether too few answered to show it."""
        return self.n is None


class SurveyResults:
    """Results looked up one by one; each wave is read once."""

    def __init__(self, session: Session, audience: Audience = Audience.INTERNAL) -> None:
        self._session, self._audience = session, audience
        self._waves: dict[str, WaveAnswers] = {}
        self._constructs: dict[str, Construct] | None = None

    def questions(self, wave_id: str) -> list[QuestionRow]:
        """The questions of a wave that can be tied, in their order."""
        return [question for question in self._wave(wave_id).questions if question.kind in TIEABLE]

    def groups(self, wave_id: str) -> list[Group]:
        """The groups that answered in a wave."""
        return [group for group in Group if group in self._wave(wave_id).answers]

    def wording(self, wave_id: str, question: str, group: Group | None = None) -> str:
        """A question as a group read it, or the name of a construct."""
        asked = self._question(wave_id, question)
        if asked is not None:
            return asked.wordings.get(group.value, asked.text) if group else asked.text
        if self._constructs is None:
            self._constructs = _constructs()
        construct = self._constructs.get(question)
        return construct.name if construct else question

    def get(self, wave_id: str, question: str, group: Group) -> SurveyResult | None:
        """What a group answered to a question or a construct; None where it was not asked."""
        wave, asked = self._wave(wave_id), self._question(wave_id, question)
        if asked is not None:
            verb = "yes" if asked.kind == "yes_no" else "favorable" if asked.is_reversed else "agree"
            return _result(answers_to_question(wave, asked, group), verb)
        return _result(answers_to_items(wave, wave.items_of(question, group), group), "favorable")

    def _question(self, wave_id: str, code: str) -> QuestionRow | None:
        return next((each for each in self.questions(wave_id) if each.code == code), None)

    def _wave(self, wave_id: str) -> WaveAnswers:
        if wave_id not in self._waves:
            self._waves[wave_id] = read_wave(self._session, wave_id, self._audience)
        return self._waves[wave_id]


def _result(answers: Answers, verb: str) -> SurveyResult | None:
    if answers.is_hidden:
        return SurveyResult(answers.words, answers.words, None, None)
    if not answers.is_shown or not answers.n or answers.favorable is None:
        return None
    claim = f"{answers.favorable_words} {verb}"
    return SurveyResult(f"{claim}, n {answers.n}", claim, answers.n, int(shown(answers.favorable, 0)))


def _constructs() -> dict[str, Construct]:
    try:
        return constructs_by_code()
    except CannotDo:
        return {}
