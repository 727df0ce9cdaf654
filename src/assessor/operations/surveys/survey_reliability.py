"""How well a construct's items hang together in a group, in words and as far as it may be told."""

from collections.abc import Sequence
from fractions import Fraction

from assessor.analysis.reliability import LEAST_FOR_ALPHA, Reliability, Standing, reliability
from assessor.analysis.rounding import shown
from assessor.operations.surveys.survey_groups import GroupAnswers
from assessor.operations.surveys.survey_result_rows import Answers, ReliabilityResult
from assessor.operations.surveys.survey_waves import QuestionRow

TOO_FEW = f"Told from {LEAST_FOR_ALPHA} people on who answered every item"
UNDEFINED = "Not defined: too many answered alike"


def reliability_in(items: Sequence[QuestionRow], given: GroupAnswers, answers: Answers) -> ReliabilityResult:
    """The reliability of two items or more in a group; hidden where the group's answers are not told in full.

    Source: domain.md 2.5 item 10.
    """
    found = reliability([given.item(item) for item in items])
    if found is None:
        raise ValueError("reliability needs two items")
    if not answers.is_shown or answers.words:
        return ReliabilityResult(
            found.coefficient, None, None, found.items, Standing.HIDDEN, "", answers.words
        )
    n = None if found.standing is Standing.HIDDEN else found.n
    value = None if found.value is None else shown(Fraction(found.value), 2)
    return ReliabilityResult(
        found.coefficient, value, n, found.items, found.standing, found.reading, _words(found)
    )


def _words(found: Reliability) -> str:
    if found.standing is Standing.HIDDEN:
        return TOO_FEW
    if found.value is None:
        return UNDEFINED
    value = f"{shown(Fraction(found.value), 2)}, {found.reading}"
    return f"{value} (indicative, n {found.n})" if found.standing is Standing.INDICATIVE else value
