"""Answers counted by the kind of their question, and what disclosure control looks at of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Any

from assessor.analysis.bands import Band, band
from assessor.analysis.disclosure import ALIKE_PERCENT, Cell, Protected
from assessor.analysis.rounding import decimal_of, percent
from assessor.analysis.surveys import Answer, Summary, YesNoSummary, reverse_score
from assessor.analysis.tallies import Tally, tally_item
from assessor.operations.surveys.survey_answers import DONT_KNOW
from assessor.operations.surveys.survey_groups import answer_on, scale_of
from assessor.operations.surveys.survey_result_rows import Answers, AnswersState
from assessor.operations.surveys.survey_waves import QuestionRow

OTHER = "Other"
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


def count_tally(tally: Tally) -> Counted:
    """A construct whose answers are counted, with what disclosure control looks at."""
    return Counted(_of_summary(tally.summary), tally.summary.distribution)


def count_values(question: QuestionRow, counts: Counter[Any]) -> Counted:
    """A question counted by how many gave each answer, several choices as one tuple."""
    if question.kind in _ON_POINTS:
        return _count_points(question, counts)
    known = Counter(
        {value: n for value, n in counts.items() if value != DONT_KNOW or question.kind == "text"}
    )
    unknowing = percent(counts.total() - known.total(), counts.total())
    counted = _count_known(question, known, counts.total())
    return replace(counted, answers=replace(counted.answers, dont_know=unknowing))


def labels_of(question: QuestionRow) -> tuple[str, ...]:
    """What the shares of a question are shares of."""
    if question.kind == "yes_no":
        return ("Yes", "No")
    if question.kind in ("choice", "multiple_choice"):
        return (*question.choices, OTHER)
    return question.choices if question.kind in _ON_POINTS else ()


def _count_known(question: QuestionRow, counts: Counter[Any], answered: int) -> Counted:
    if question.kind == "yes_no":
        return _count_yes_no(counts, answered)
    if question.kind == "choice":
        return _count_choice(question, counts)
    if question.kind == "multiple_choice":
        return _count_multiple(question, counts)
    if question.kind == "number":
        return _count_numbers(counts)
    return Counted(Answers(AnswersState.SHOWN, n=counts.total()), ())


def _count_points(question: QuestionRow, counts: Counter[Any]) -> Counted:
    scale = scale_of(question)
    found: Counter[Answer] = Counter()
    turned: Counter[Answer] = Counter()
    for value, persons in counts.items():
        answer = answer_on(scale, value)
        found[answer] += persons
        turned[reverse_score(answer, scale)] += persons
    summary = tally_item(found, scale).summary
    counted = _of_summary(summary)
    if question.is_reversed:
        favorable = tally_item(turned, scale).summary
        counted = replace(
            counted,
            favorable=favorable.percent_favorable,
            favorable_of_all=favorable.percent_favorable_of_all,
            band=_band(favorable.mean, favorable.percent_favorable),
        )
    if question.kind != "scale":
        counted = replace(counted, favorable=None, favorable_of_all=None, band=None)
    return Counted(counted, summary.distribution)


def _count_yes_no(counts: Counter[Any], answered: int) -> Counted:
    told = YesNoSummary(yes=counts[1], no=counts[0], dont_know=answered - counts.total(), blank=0)
    answers = _of_counts((told.yes, told.no), told.yes + told.no)
    answers = replace(answers, favorable=told.percent_yes, favorable_of_all=told.percent_yes_of_all)
    return Counted(answers, (told.yes, told.no))


def _count_choice(question: QuestionRow, counts: Counter[Any]) -> Counted:
    found: Counter[str] = Counter()
    for value, persons in counts.items():
        found[value if value in question.choices else OTHER] += persons
    offered = tuple(found[label] for label in labels_of(question))
    return Counted(_of_counts(offered, counts.total()), offered)


def _count_multiple(question: QuestionRow, counts: Counter[Any]) -> Counted:
    """Shares of persons: they add up to more than 100 where people chose several."""
    found: Counter[str] = Counter()
    for value, persons in counts.items():
        chosen = value if isinstance(value, tuple) else (value,)
        for choice in {each if each in question.choices else OTHER for each in chosen}:
            found[choice] += persons
    offered = tuple(found[label] for label in labels_of(question))
    most, n = max(offered, default=0), counts.total()
    return Counted(_of_counts(offered, n), (most, n - most))


def _count_numbers(counts: Counter[Any]) -> Counted:
    numbers: Counter[Fraction] = Counter()
    for value, persons in counts.items():
        numbers[Fraction(str(value))] += persons
    n = numbers.total()
    if not n:
        return Counted(Answers(AnswersState.SHOWN, n=0), ())
    mean = decimal_of(sum((number * persons for number, persons in numbers.items()), Fraction()) / n)
    middle = decimal_of(median(numbers.elements()))
    return Counted(Answers(AnswersState.SHOWN, n=n, mean=mean, median=middle), tuple(numbers.values()))


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
