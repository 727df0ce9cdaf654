"""What results are broken down by: the choices of a question, or the schools people belong to."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Site
from assessor.operations.surveys.survey_answers import DONT_KNOW
from assessor.operations.surveys.survey_groups import Given
from assessor.operations.surveys.survey_reading import WaveAnswers
from assessor.operations.surveys.survey_summaries import labels_of
from assessor.operations.surveys.survey_waves import QuestionRow
from assessor.terms import CannotDo

BY_SITE: Final = "@site"
"""In the place of a question's code: by school. No question can have this code."""
NOT_SAID: Final = "Not said"
SITE_NOT_KNOWN: Final = "School not known"
_WITH_CHOICES = ("choice", "yes_no", "stage", "scale", "rating")


@dataclass(frozen=True)
class Split:
    """The parts that results are broken down into, in their order, and which of them somebody is in."""

    labels: tuple[str, ...]
    of: Callable[[Given], str]


def split_by(session: Session, wave: WaveAnswers, by: str) -> Split:
    """Split by a question, or by `BY_SITE`. Raises CannotDo where the question is gone or has no choices."""
    if by == BY_SITE:
        return _by_site(session)
    question = wave.question(by)
    if question.kind not in _WITH_CHOICES:
        raise CannotDo(f"{by} has no choices to break results down by. Choose a question that has.")
    return Split((*labels_of(question), NOT_SAID), lambda one: choice_of(question, one))


def choice_of(question: QuestionRow, one: Given) -> str:
    """What somebody chose, by its label."""
    value = one.answers.get(question.code)
    if value is None or value == DONT_KNOW:
        return NOT_SAID
    labels = labels_of(question)
    if question.kind == "yes_no":
        return labels[0] if value == 1 else labels[1]
    if question.kind == "choice":
        return value if value in labels else labels[-1]
    return labels[value - question.low] if isinstance(value, int) else NOT_SAID


def _by_site(session: Session) -> Split:
    """The schools of the engagement in their order; those of one name are told apart by number."""
    seen: Counter[str] = Counter([SITE_NOT_KNOWN])
    names: dict[str | None, str] = {}
    for site_id, name in session.execute(select(Site.id, Site.name).order_by(Site.position, Site.name)):
        seen[name] += 1
        names[site_id] = f"{name} ({seen[name]})" if seen[name] > 1 else name
    return Split((*names.values(), SITE_NOT_KNOWN), lambda one: names.get(one.site_id, SITE_NOT_KNOWN))
