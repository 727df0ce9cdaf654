"""A group's answers put through disclosure control: the only way results leave the file."""

from collections.abc import Iterable, Sequence

from assessor.analysis.disclosure import protect_family
from assessor.analysis.tallies import Tally
from assessor.operations.surveys.survey_counting import Counted, count_tally, count_values, labels_of
from assessor.operations.surveys.survey_groups import Respondents, as_group
from assessor.operations.surveys.survey_result_rows import Answers
from assessor.operations.surveys.survey_waves import QuestionRow

__all__ = [
    "Asked",
    "Counted",
    "count_construct",
    "count_question",
    "labels_of",
    "protect_alone",
    "tally_of",
    "together",
]

Asked = tuple[Sequence[QuestionRow], Respondents]
"""Items with those who were asked them."""


def protect_alone(counted: Counted, threshold: int) -> Answers:
    """What may be shown of a group that stands by itself: totals leave hidden groups out."""
    return counted.protected(protect_family({"": counted.cell}, threshold).total)


def tally_of(items: Sequence[QuestionRow], given: Respondents) -> Tally:
    """The answers to items, reverse-worded ones turned round. Unprotected: to count and compare."""
    return as_group(given, items).tally(items)


def count_construct(asked: Sequence[Asked]) -> Counted:
    """A construct counted, reverse-worded items turned round: each group by the items it was asked.

    Source: domain.md 2.5 items 2–6.
    """
    return count_tally(together(tally_of(items, given) for items, given in asked))


def together(tallies: Iterable[Tally]) -> Tally:
    """Groups counted together. Raises ValueError for none."""
    first, *others = tallies
    return sum(others, first)


def count_question(question: QuestionRow, given: Respondents) -> Counted:
    """A question counted by its kind, as it was worded."""
    return count_values(question, as_group(given, [question]).counts(question.code))
