"""Paper forms typed twice: where the two entries differ, and what stands on the paper."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.analysis.rounding import percent
from assessor.model import PaperSheet
from assessor.operations.paper.paper_batches import FIRST, SECOND, BatchDetails, get_batch, require_open
from assessor.operations.paper.paper_questions import PaperQuestion
from assessor.store import Engagement
from assessor.terms import CannotDo


@dataclass(frozen=True)
class Difference:
    """A question of a sheet that was typed in two ways; `settled` is what was found to stand there."""

    number: int
    question: PaperQuestion
    first: Any
    second: Any
    settled: Any = None

    @property
    def is_settled(self) -> bool:
        """Whether somebody looked at the paper again."""
        return self.settled is not None


@dataclass(frozen=True)
class Comparison:
    """How far two entries agree, over all answers that were typed twice."""

    sheets: int
    answers: int
    differences: tuple[Difference, ...]

    @property
    def agreement(self) -> Decimal | None:
        """% of answers typed alike, 0–100; None where nothing was typed twice."""
        return percent(self.answers - len(self.differences), self.answers)

    @property
    def waiting(self) -> int:
        """How many differences nobody settled yet."""
        return sum(not each.is_settled for each in self.differences)


def compare_entries(engagement: Engagement, batch_id: str) -> Comparison:
    """The sheets of a batch that were typed twice, question by question."""
    details = get_batch(engagement, batch_id)
    with engagement.reading() as session:
        first, second = (_sheets(session, batch_id, entry) for entry in (FIRST, SECOND))
    both = [number for number in first if number in second]
    differences = [
        difference
        for number in both
        for difference in _differences(details, number, first[number], second[number])
    ]
    return Comparison(len(both), len(both) * len(details.questions), tuple(differences))


def settle(engagement: Engagement, batch_id: str, number: int, code: str, answer: Any) -> None:
    """Say what stands on the paper where the two entries differ; both stay as they were typed.

    Raises CannotDo when the batch was brought in: its answers are in the wave already.
    """
    with engagement.change(f"Settle form {number}") as session:
        require_open(session, batch_id)
        sheet = _sheets(session, batch_id, FIRST).get(number)
        if sheet is None:
            raise CannotDo("This form was removed meanwhile. Undo brings it back.")
        sheet.settled = {**sheet.settled, code: answer}


def _sheets(session: Session, batch_id: str, entry: int) -> dict[int, PaperSheet]:
    query = select(PaperSheet).where(PaperSheet.batch_id == batch_id, PaperSheet.entry == entry)
    return {sheet.number: sheet for sheet in session.scalars(query.order_by(PaperSheet.number))}


def _differences(
    details: BatchDetails, number: int, first: PaperSheet, second: PaperSheet
) -> list[Difference]:
    pairs = [
        (each, first.answers.get(each.code), second.answers.get(each.code)) for each in details.questions
    ]
    return [
        Difference(number, question, one, other, first.settled.get(question.code))
        for question, one, other in pairs
        if _alike(one) != _alike(other)
    ]


def _alike(answer: Any) -> Any:
    """An answer as it is compared: ticks in any order, words without regard to blanks and case."""
    if isinstance(answer, list):
        return sorted(answer)
    return " ".join(answer.split()).casefold() if isinstance(answer, str) else answer
