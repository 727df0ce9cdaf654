"""What a group answered in a wave, as evidence may show it: never for fewer than the internal threshold."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.analysis.disclosure import ALIKE_PERCENT, Cell, protect_family
from assessor.analysis.rounding import percent, shown
from assessor.analysis.surveys import DK, Answer, reverse_score, summarize_construct
from assessor.instruments.item_banks import get_item_bank
from assessor.model import Client, Response, SurveyImport, SurveyQuestion
from assessor.terms import CannotDo, Group

SCALED = "scale"
YES_NO = "yes_no"


@dataclass(frozen=True)
class SurveyResult:
    """A result in words: "41% agree, n 38", or that too few answered."""

    words: str
    n: int | None
    """How many answered; None where it is hidden."""
    share: int | None
    """The share the words name, 0 to 100."""
    favorable: int | None
    """The share of favorable answers: those that disagree with a statement worded the other way round."""

    @property
    def claim(self) -> str:
        """The share alone: "41% agree"."""
        return self.words.partition(",")[0]

    @property
    def is_hidden(self) -> bool:
        """Whether too few answered to show it."""
        return self.n is None


class SurveyResults:
    """Results looked up one by one; each wave is read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._answers: dict[str, dict[Group, list[dict[str, Any]]]] = {}
        self._questions: dict[str, list[SurveyQuestion]] = {}
        self._found: dict[tuple[str, str], dict[Group, SurveyResult]] = {}
        self._construct_names: dict[str, str] | None = None
        self._threshold = session.scalar(select(Client.internal_threshold)) or 5

    def questions(self, wave_id: str) -> list[SurveyQuestion]:
        """The questions of a wave in their order."""
        if wave_id not in self._questions:
            query = select(SurveyQuestion).where(SurveyQuestion.wave_id == wave_id)
            self._questions[wave_id] = list(self._session.scalars(query.order_by(SurveyQuestion.position)))
        return self._questions[wave_id]

    def asked(self, wave_id: str, question: str) -> list[SurveyQuestion]:
        """The question of a code, or the scaled questions of a construct."""
        found = self.questions(wave_id)
        exact = [each for each in found if each.code == question]
        return exact or [each for each in found if each.construct == question and each.kind == SCALED]

    def wording(self, wave_id: str, question: str) -> str:
        """A question as it was asked, or the name of a construct."""
        asked = self.asked(wave_id, question)
        if asked and asked[0].code == question:
            return asked[0].text
        if self._construct_names is None:
            self._construct_names = _construct_names()
        return self._construct_names.get(question, question)

    def groups(self, wave_id: str) -> list[Group]:
        """The groups that answered in a wave."""
        return [group for group in Group if group in self._of_wave(wave_id)]

    def get(self, wave_id: str, question: str, group: Group) -> SurveyResult | None:
        """What a group answered; None where it was not asked."""
        if (wave_id, question) not in self._found:
            self._found[wave_id, question] = self._protected(wave_id, question)
        return self._found[wave_id, question].get(group)

    def _protected(self, wave_id: str, question: str) -> dict[Group, SurveyResult]:
        counts = {each: self._count(wave_id, question, each) for each in self.groups(wave_id)}
        counts = {each: count for each, count in counts.items() if count.n}
        return {each: self._shown(count) for each, count in counts.items()}

    def _shown(self, count: "_Count") -> SurveyResult:
        """A group stands by itself here: no total beside it gives a hidden one away."""
        cell = Cell(count.n, count.answers)
        protected = protect_family({"": cell}, self._threshold).total
        return SurveyResult(protected.words, None, None, None) if protected.hidden else count.result()

    def _of_wave(self, wave_id: str) -> dict[Group, list[dict[str, Any]]]:
        if wave_id not in self._answers:
            found: dict[Group, list[dict[str, Any]]] = defaultdict(list)
            query = select(Response.group, Response.answers).join(
                SurveyImport, SurveyImport.id == Response.import_id
            )
            for group, answers in self._session.execute(query.where(SurveyImport.wave_id == wave_id)):
                if group is not None:
                    found[group].append(answers)
            self._answers[wave_id] = dict(found)
        return self._answers[wave_id]

    def _count(self, wave_id: str, question: str, group: Group) -> "_Count":
        asked = self.asked(wave_id, question)
        given = self._of_wave(wave_id).get(group, [])
        if len(asked) == 1 and asked[0].code == question:
            return _count_item(asked[0], [_answer(asked[0], answers) for answers in given])
        persons = [[_favorable_high(each, _answer(each, answers)) for each in asked] for answers in given]
        summary = summarize_construct(persons)
        share = percent_of(summary.favorable, summary.opinions)
        return _Count(summary.n, (), "favorable", share, share)


@dataclass(frozen=True)
class _Count:
    n: int
    answers: tuple[int, ...]
    verb: str
    share: int
    favorable: int

    def result(self) -> SurveyResult:
        """The count in words."""
        return SurveyResult(
            f"{share_words(self.share)} {self.verb}, n {self.n}", self.n, self.share, self.favorable
        )


def _construct_names() -> dict[str, str]:
    try:
        return {construct.code: construct.name for construct in get_item_bank().constructs}
    except CannotDo:
        return {}


def _count_item(question: SurveyQuestion, answers: list[Answer]) -> _Count:
    points = [answer for answer in answers if isinstance(answer, int)]
    if question.kind == YES_NO:
        share = percent_of(points.count(1), len(points))
        return _Count(len(points), (points.count(0), points.count(1)), "yes", share, share)
    spread = tuple(points.count(point) for point in range(1, 6))
    agree = percent_of(spread[3] + spread[4], len(points))
    favorable = percent_of(spread[0] + spread[1], len(points)) if question.is_reversed else agree
    return _Count(len(points), spread, "agree", agree, favorable)


def share_words(share: int) -> str:
    """A share as it may be shown: close to everybody or nobody is not told exactly (domain.md 2.6 rule 4)."""
    if share >= ALIKE_PERCENT:
        return f"≥ {ALIKE_PERCENT}%"
    return f"≤ {100 - ALIKE_PERCENT}%" if share <= 100 - ALIKE_PERCENT else f"{share}%"


def percent_of(part: int, whole: int) -> int:
    """A share in whole percent; 0 of nothing."""
    return int(shown(percent(part, whole) or 0, 0))


def _favorable_high(question: SurveyQuestion, answer: Answer) -> Answer:
    return reverse_score(answer) if question.is_reversed else answer


def _answer(question: SurveyQuestion, given: dict[str, Any]) -> Answer:
    value = given.get(question.code)
    if value == "DK":
        return DK
    if not isinstance(value, int) or (question.kind == SCALED and not 1 <= value <= 5):
        return None
    return int(value)
