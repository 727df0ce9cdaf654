"""Survey results as the plan prints them: one item for a finding, and every item in the appendix."""

from decimal import Decimal

from assessor.analysis.rounding import shown
from assessor.operations.gathering.survey_claims import claim_of, gap_note
from assessor.operations.gathering.surveys import PublicSurveys
from assessor.operations.gathering.wording import capitalized, number_word
from assessor.operations.school_years import school_year
from assessor.operations.strategic_plan.closing import GroupResult, ItemResults, ItemTable
from assessor.operations.strategic_plan.findings import GroupAnswers, SurveyItem
from assessor.operations.strategic_plan.levels import GROUP_LABELS
from assessor.operations.surveys.survey_result_rows import Answers, ConstructResult, QuestionResult
from assessor.terms import Group

_POINTS = 5


def plan_item(surveys: PublicSurveys, wave_id: str, code: str) -> SurveyItem | None:
    """An item on five points with every group's answers that the public may see, the most agreeing first.

    None where no group's answers may be shown: a figure of hidden rows says nothing.
    """
    question = surveys.question(wave_id, code)
    if question is None or len(question.labels) != _POINTS:
        return None
    given = [(group, question.of(group)) for group in question.groups if group]
    answers = sorted(
        (_answers(group, each) for group, each in given if _was_asked(each)),
        key=lambda each: -each.agreeing if each.agreeing is not None else 1,
    )
    if not any(each.shares for each in answers):
        return None
    return SurveyItem(
        code=question.code,
        wording=question.text,
        answers=tuple(answers),
        claim=claim_of(answers),
        wave=_when(surveys, wave_id),
        perception_gap=gap_note(answers),
    )


def count_shown_answers(surveys: PublicSurveys, wave_id: str, code: str, group: Group) -> int | None:
    """How many of a group answered an item, where the public may know."""
    question = surveys.question(wave_id, code)
    return question.of(group).n if question and question.of(group).is_shown else None


def gather_item_tables(surveys: PublicSurveys) -> tuple[ItemTable, ...]:
    """Every item of the newest wave by construct, as the public may see it; items all hidden in one line."""
    results = surveys.newest()
    if results is None:
        return ()
    return tuple(_table(construct) for construct in results.constructs if construct.items)


def _when(surveys: PublicSurveys, wave_id: str) -> str:
    wave = surveys.wave(wave_id)
    return school_year(wave.opened_on) if wave.opened_on else wave.title


def _table(construct: ConstructResult) -> ItemTable:
    shown_items = sorted(filter(_is_shown, construct.items), key=lambda item: item.code)
    hidden = [item for item in construct.items if item not in shown_items and _groups_asked(item)]
    return ItemTable(
        construct.name, tuple(_item(question) for question in shown_items), _hidden_words(hidden)
    )


def _is_shown(question: QuestionResult) -> bool:
    return any(group and given.is_shown for group, given in question.groups.items())


def _groups_asked(question: QuestionResult) -> list[Group]:
    return [group for group, given in question.groups.items() if group and _was_asked(given)]


def _hidden_words(items: list[QuestionResult]) -> str:
    """Seven items asked only of officers and administrators are hidden."""
    if not items:
        return ""
    asked = {group for item in items for group in _groups_asked(item)}
    names = [GROUP_LABELS[group].lower() for group in Group if group in asked]
    groups = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    number = capitalized(number_word(len(items)))
    return f"{number} item{'s' if len(items) > 1 else ''} asked only of {groups} " + (
        "are hidden." if len(items) > 1 else "is hidden."
    )


def _was_asked(answers: Answers) -> bool:
    return answers.is_shown or answers.is_hidden


def _answers(group: Group, given: Answers) -> GroupAnswers:
    shares = _rounded(given) if given.is_shown and len(given.shares) == _POINTS else None
    agree = _percent(sum(given.shares[3:], Decimal(0))) if shares else None
    return GroupAnswers(group, given.n, shares, _percent(given.dont_know), agree=agree)


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
