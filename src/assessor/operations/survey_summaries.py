"""A group's answers counted and put through disclosure control: the only way results leave the file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Any

from assessor.analysis.bands import Band, band
from assessor.analysis.disclosure import ALIKE_PERCENT, Cell, Protected, protect_family
from assessor.analysis.rounding import decimal_of, percent
from assessor.analysis.surveys import (
    DK,
    Answer,
    Scale,
    Summary,
    reverse_score,
    summarize_construct,
    summarize_item,
)
from assessor.operations.survey_answers import DONT_KNOW
from assessor.operations.survey_reading import Given
from assessor.operations.survey_result_rows import NOT_ASKED, Answers, AnswersState
from assessor.operations.survey_waves import QuestionRow

OTHER = "Other"
Asked = tuple[Sequence[QuestionRow], Sequence[Given]]
"""Items with those who were asked them."""

_ON_POINTS = ("scale", "rating", "stage")


@dataclass(frozen=True)
class Counted:
    """Answers counted and not yet protected: `spread` are the counts by which alikeness is judged."""

    answers: Answers
    spread: tuple[int, ...]

    @property
    def cell(self) -> Cell:
        """What disclosure control looks at."""
        return Cell(self.answers.n or 0, self.spread)

    def protected(self, protection: Protected) -> Answers:
        """What may be shown of it."""
        if protection.hidden:
            return Answers(AnswersState.HIDDEN, protection.words)
        if protection.words.startswith("≥"):
            # A large group that answered alike: a mean or a distribution would tell what each of them said.
            told = replace(self.answers, words=protection.words, mean=None, median=None, sd=None)
            favorable = _coarse(told.favorable)
            return replace(told, counts=(), shares=(), favorable=favorable, favorable_of_all=None)
        return self.answers


def protect_alone(counted: Counted, threshold: int) -> Answers:
    """What may be shown of a group that stands by itself: totals leave hidden groups out."""
    return counted.protected(protect_family({"": counted.cell}, threshold).total)


def answers_to(question: QuestionRow, given: Sequence[Given], threshold: int) -> Answers:
    """What a group answered to a question, as far as it may be shown."""
    if not any(question.code in one.answers for one in given):
        return NOT_ASKED
    return protect_alone(count_question(question, given), threshold)


def answers_in_construct(items: Sequence[QuestionRow], given: Sequence[Given], threshold: int) -> Answers:
    """What a group answered to the items of a construct that it was asked, as far as it may be shown."""
    if not items:
        return NOT_ASKED
    return protect_alone(count_construct([(items, given)]), threshold)


def summarize_items(asked: Sequence[Asked]) -> Summary:
    """The summary of a construct, reverse-worded items turned round. Unprotected: for comparing only."""
    return summarize_construct(
        [[_favorable_high(item, one) for item in items] for items, given in asked for one in given]
    )


def count_construct(asked: Sequence[Asked]) -> Counted:
    """A construct counted, reverse-worded items turned round: each group by the items it was asked.

    Source: domain.md 2.5 items 2–6.
    """
    summary = summarize_items(asked)
    return Counted(_of_summary(summary), summary.distribution)


def count_question(question: QuestionRow, given: Sequence[Given]) -> Counted:
    """A question counted by its kind, as it was worded."""
    values = [one.answers[question.code] for one in given if question.code in one.answers]
    if question.kind in _ON_POINTS:
        return _count_points(question, values)
    known = [value for value in values if value != DONT_KNOW or question.kind == "text"]
    unknowing = percent(len(values) - len(known), len(values))
    counted = _count_known(question, known)
    return replace(counted, answers=replace(counted.answers, dont_know=unknowing))


def labels_of(question: QuestionRow) -> tuple[str, ...]:
    """What the shares of a question are shares of."""
    if question.kind == "yes_no":
        return ("Yes", "No")
    if question.kind in ("choice", "multiple_choice"):
        return (*question.choices, OTHER)
    return question.choices if question.kind in _ON_POINTS else ()


def _count_known(question: QuestionRow, values: list[Any]) -> Counted:
    if question.kind == "yes_no":
        return _count_yes_no(values)
    if question.kind == "choice":
        return _count_choice(question, values)
    if question.kind == "multiple_choice":
        return _count_multiple(question, values)
    if question.kind == "number":
        return _count_numbers(values)
    return Counted(Answers(AnswersState.SHOWN, n=len(values)), ())


def _count_points(question: QuestionRow, values: Iterable[Any]) -> Counted:
    scale = scale_of(question)
    answers = [_answer(value, scale) for value in values]
    summary = summarize_item(answers, scale)
    counted = _of_summary(summary)
    if question.is_reversed:
        turned = summarize_item([reverse_score(answer, scale) for answer in answers], scale)
        favorable = (turned.percent_favorable, turned.percent_favorable_of_all)
        counted = replace(counted, favorable=favorable[0], favorable_of_all=favorable[1])
        counted = replace(counted, band=_band(turned.mean, favorable[0]))
    if question.kind != "scale":
        counted = replace(counted, favorable=None, favorable_of_all=None, band=None)
    return Counted(counted, summary.distribution)


def _count_yes_no(values: list[Any]) -> Counted:
    counts = (sum(value == 1 for value in values), sum(value == 0 for value in values))
    answers = _of_counts(counts, sum(counts))
    return Counted(replace(answers, favorable=percent(counts[0], sum(counts))), counts)


def _count_choice(question: QuestionRow, values: list[Any]) -> Counted:
    found = Counter(value if value in question.choices else OTHER for value in values)
    counts = tuple(found[label] for label in labels_of(question))
    return Counted(_of_counts(counts, len(values)), counts)


def _count_multiple(question: QuestionRow, values: list[Any]) -> Counted:
    """Shares of persons: they add up to more than 100 where people chose several."""
    found: Counter[str] = Counter()
    for value in values:
        chosen = value if isinstance(value, list) else [value]
        found.update({choice if choice in question.choices else OTHER for choice in chosen})
    counts = tuple(found[label] for label in labels_of(question))
    most = max(counts, default=0)
    return Counted(_of_counts(counts, len(values)), (most, len(values) - most))


def _count_numbers(values: list[Any]) -> Counted:
    numbers = [Fraction(str(value)) for value in values]
    if not numbers:
        return Counted(Answers(AnswersState.SHOWN, n=0), ())
    mean, middle = decimal_of(sum(numbers, Fraction()) / len(numbers)), decimal_of(median(numbers))
    answers = Answers(AnswersState.SHOWN, n=len(numbers), mean=mean, median=middle)
    return Counted(answers, tuple(Counter(numbers).values()))


def scale_of(question: QuestionRow) -> Scale:
    """The points a question offers; answers above the middle are favorable."""
    return Scale(question.low, question.high, (question.low + question.high) // 2 + 1)


def _coarse(share: Decimal | None) -> Decimal | None:
    if share is None:
        return None
    return min(max(share, Decimal(100 - ALIKE_PERCENT)), Decimal(ALIKE_PERCENT))


def _of_summary(summary: Summary) -> Answers:
    return Answers(
        AnswersState.SHOWN,
        n=summary.n,
        mean=summary.mean,
        sd=summary.sd,
        counts=summary.distribution,
        shares=_shares(summary.distribution, summary.opinions),
        favorable=summary.percent_favorable,
        favorable_of_all=summary.percent_favorable_of_all,
        dont_know=summary.percent_dont_know,
        band=_band(summary.mean, summary.percent_favorable),
    )


def _of_counts(counts: tuple[int, ...], n: int) -> Answers:
    return Answers(AnswersState.SHOWN, n=n, counts=counts, shares=_shares(counts, n))


def _shares(counts: Iterable[int], whole: int) -> tuple[Decimal, ...]:
    return tuple(percent(count, whole) or Decimal(0) for count in counts)


def _band(mean: Decimal | None, favorable: Decimal | None) -> Band | None:
    found = band(mean, favorable)
    return found.band if found else None


def _answer(value: Any, scale: Scale) -> Answer:
    if value == DONT_KNOW:
        return DK
    return value if isinstance(value, int) and scale.lowest <= value <= scale.highest else None


def _favorable_high(item: QuestionRow, one: Given) -> Answer:
    scale = scale_of(item)
    answer = _answer(one.answers.get(item.code), scale)
    return reverse_score(answer, scale) if item.is_reversed else answer
