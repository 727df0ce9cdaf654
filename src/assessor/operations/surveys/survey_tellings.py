"""What a wave says by construct and by question, as far as it may be told."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from assessor.analysis.disclosure import PROTECTED_WORDS
from assessor.instruments.item_banks import Construct
from assessor.operations.surveys.survey_counting import count_tally, count_values
from assessor.operations.surveys.survey_reading import WaveAnswers, constructs_by_code, constructs_in_order
from assessor.operations.surveys.survey_reliability import reliability_in
from assessor.operations.surveys.survey_result_rows import (
    NOT_ASKED,
    Answers,
    AnswersState,
    ConstructResult,
    QuestionResult,
)
from assessor.operations.surveys.survey_summaries import labels_of, protect_alone, tally_of, together
from assessor.operations.surveys.survey_waves import QuestionRow
from assessor.terms import Group

HIDDEN = Answers(AnswersState.HIDDEN, PROTECTED_WORDS)
NOT_TOLD = Answers(AnswersState.HIDDEN, "no group is large enough to show")


def answers_to_question(wave: WaveAnswers, question: QuestionRow, group: Group | None) -> Answers:
    """What a group answered to a question as it was worded, as far as it may be told."""
    if group in wave.too_near:
        return HIDDEN
    counts = wave.of(group).counts(question.code)
    if not counts:
        return NOT_ASKED
    answers = protect_alone(count_values(question, counts), wave.threshold)
    if answers.is_shown and question.is_item and question.code in wave.hidden_items(group):
        return HIDDEN
    return answers


def answers_to_items(wave: WaveAnswers, items: Sequence[QuestionRow], group: Group | None) -> Answers:
    """What a group answered to items of one construct, turned round, as far as it may be told."""
    if group in wave.too_near:
        return HIDDEN
    if not items:
        return NOT_ASKED
    answers = protect_alone(count_tally(tally_of(items, wave.of(group))), wave.threshold)
    return HIDDEN if answers.is_shown and not wave.tells(items, group) else answers


def tell_constructs(wave: WaveAnswers) -> tuple[ConstructResult, ...]:
    """The constructs asked about in the library's order, and after them those of the wave's own."""
    known = constructs_by_code()
    return tuple(_construct(wave, code, known.get(code)) for code in constructs_in_order(wave.questions))


def _construct(wave: WaveAnswers, code: str, known: Construct | None) -> ConstructResult:
    asked = {group: wave.items_of(code, group) for group in wave.answers}
    groups = {group: answers_to_items(wave, items, group) for group, items in asked.items()}
    told = [
        tally_of(asked[group], wave.of(group))
        for group, answers in groups.items()
        if is_told(answers) and len(asked[group]) > 1
    ]
    return ConstructResult(
        code=code,
        name=known.name if known else code,
        definition=known.definition if known else "",
        items=tuple(
            tell_question(wave, each) for each in wave.questions if each.is_item and each.construct == code
        ),
        groups=groups,
        overall=protect_alone(count_tally(together(told)), wave.threshold) if told else _untold(groups),
        asked={group: len(items) for group, items in asked.items()},
        reliability={
            group: reliability_in(items, wave.of(group), groups[group])
            for group, items in asked.items()
            if len(items) > 1
        },
    )


def tell_question(wave: WaveAnswers, question: QuestionRow) -> QuestionResult:
    groups = {group: answers_to_question(wave, question, group) for group in wave.answers}
    told = sum(
        (wave.of(group).counts(question.code) for group, answers in groups.items() if is_told(answers)),
        Counter[Any](),
    )
    return QuestionResult(
        code=question.code,
        text=question.text,
        wordings=question.wordings,
        kind=question.kind,
        construct=question.construct,
        is_reversed=question.is_reversed,
        labels=labels_of(question),
        low=question.low,
        high=question.high,
        groups=groups,
        overall=protect_alone(count_values(question, told), wave.threshold) if told else _untold(groups),
    )


def _untold(groups: dict[Group | None, Answers]) -> Answers:
    """What stands for all groups together where none of them is told in full."""
    return next(iter(groups.values())) if len(groups) == 1 else NOT_TOLD


def is_told(answers: Answers) -> bool:
    """Whether a group counts in the whole: what it answered is told in full, so nothing can be subtracted."""
    return answers.is_shown and not answers.words


def means_of(constructs: tuple[ConstructResult, ...]) -> dict[Group, dict[str, Decimal]]:
    """The means of constructs that may be shown, by group; a single item is no construct's mean."""
    means: dict[Group, dict[str, Decimal]] = {}
    for construct in constructs:
        for group, answers in construct.groups.items():
            if group is not None and answers.mean is not None and not construct.is_single(group):
                means.setdefault(group, {})[construct.code] = answers.mean
    return means
