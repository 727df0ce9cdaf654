"""Survey results as the plan prints them: one item for a finding, and every item in the appendix."""

from decimal import Decimal

from assessor.analysis.rounding import shown
from assessor.operations.school_years import school_year
from assessor.operations.strategic_plan.closing import GroupResult, ItemResults, ItemTable
from assessor.operations.strategic_plan.findings import GroupAnswers, SurveyItem
from assessor.operations.survey_result_rows import Answers, Audience, QuestionResult, WaveResults
from assessor.operations.survey_results import get_results
from assessor.operations.survey_waves import list_waves
from assessor.store import Engagement
from assessor.terms import Group

_POINTS = 5


def plan_item(engagement: Engagement, wave_id: str, code: str) -> SurveyItem | None:
    """An item on five points with every group's answers that the public may see, the most agreeing first."""
    results = get_results(engagement, wave_id, Audience.PUBLIC)
    question = _question(results, code)
    if question is None or len(question.labels) != _POINTS:
        return None
    answers = [
        (group, question.of(group)) for group in question.groups if group and _was_asked(question.of(group))
    ]
    answers.sort(key=lambda each: (each[1].is_hidden, -(each[1].favorable or 0)))
    return SurveyItem(
        code=code,
        wording=question.text,
        answers=tuple(_answers(group, given) for group, given in answers),
        wave=school_year(results.opened_on) if results.opened_on else results.title,
    )


def gather_item_tables(engagement: Engagement) -> tuple[ItemTable, ...]:
    """Every item of the newest wave by construct, as the public may see it."""
    waves = list_waves(engagement)
    if not waves:
        return ()
    results = get_results(engagement, waves[0].id, Audience.PUBLIC)
    return tuple(
        ItemTable(construct.name, tuple(_item(question) for question in construct.items))
        for construct in results.constructs
        if construct.items
    )


def _question(results: WaveResults, code: str) -> QuestionResult | None:
    """The question of a code; for a construct, its first item."""
    for construct in results.constructs:
        for question in construct.items:
            if code in {question.code, construct.code}:
                return question
    return next((question for question in results.questions if question.code == code), None)


def _was_asked(answers: Answers) -> bool:
    return answers.is_shown or answers.is_hidden


def _answers(group: Group, given: Answers) -> GroupAnswers:
    shares = _rounded(given) if given.is_shown and len(given.shares) == _POINTS else None
    return GroupAnswers(group, given.n, shares, _percent(given.dont_know))


def _rounded(given: Answers) -> tuple[int, int, int, int, int]:
    """Whole percents that add up to 100: the largest remainders are rounded up."""
    floors = [int(share) for share in given.shares]
    order = sorted(range(_POINTS), key=lambda place: given.shares[place] - floors[place], reverse=True)
    for place in order[: 100 - sum(floors)]:
        floors[place] += 1
    first, second, third, fourth, fifth = floors
    return first, second, third, fourth, fifth


def _item(question: QuestionResult) -> ItemResults:
    return ItemResults(
        question.code,
        question.text,
        tuple(
            GroupResult(group, given.n, _percent(given.favorable), _percent(given.dont_know))
            for group, given in question.groups.items()
            if group and _was_asked(given)
        ),
    )


def _percent(share: Decimal | None) -> int | None:
    return None if share is None else int(shown(share, 0))
