"""Survey answers turned into scores: reversing, scores of persons, summaries of items and constructs."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from statistics import mean, stdev
from typing import Final

from assessor.analysis.rounding import decimal_of, percent


class OffScale(Enum):
    """An answer that is not on the scale: it is counted and shown, and never part of a mean."""

    DONT_KNOW = "DK"


DK: Final = OffScale.DONT_KNOW

Answer = int | OffScale | None
"""A point of the scale, DK, or None where the item was left blank."""

YesNo = bool | OffScale | None
"""Yes, no, DK, or None where the item was left blank."""


@dataclass(frozen=True)
class Scale:
    """The points a scaled item offers, both ends included, and where favorable answers begin."""

    lowest: int = 1
    highest: int = 5
    favorable_from: int = 4

    def check(self, answer: Answer) -> None:
        """Raise ValueError for a number outside the scale."""
        if isinstance(answer, int) and not self.lowest <= answer <= self.highest:
            raise ValueError(f"{answer} is not between {self.lowest} and {self.highest}")


AGREEMENT: Final = Scale()


@dataclass(frozen=True)
class Summary:
    """What a group answered to an item or a construct.

    `n` persons have a score; `respondents` answered at least one of its items, DK included. `mean` and `sd`
    (sample) are over the persons' scores, in scale points. `distribution` counts the answers on the scale,
    lowest point first; `favorable`, `dont_know` and `blank` count answers, to all items of a construct.
    """

    n: int
    respondents: int
    mean: Decimal | None
    sd: Decimal | None
    distribution: tuple[int, ...]
    favorable: int
    dont_know: int
    blank: int

    @property
    def opinions(self) -> int:
        """How many answers are on the scale."""
        return sum(self.distribution)

    @property
    def percent_favorable(self) -> Decimal | None:
        """% favorable of those with an opinion, 0–100."""
        return percent(self.favorable, self.opinions)

    @property
    def percent_favorable_of_all(self) -> Decimal | None:
        """% favorable of all who answered, DK included: the second base."""
        return percent(self.favorable, self.opinions + self.dont_know)

    @property
    def percent_dont_know(self) -> Decimal | None:
        """% DK of all who answered."""
        return percent(self.dont_know, self.opinions + self.dont_know)


@dataclass(frozen=True)
class YesNoSummary:
    """What a group answered to a yes/no item: it stays out of every mean."""

    yes: int
    no: int
    dont_know: int
    blank: int

    @property
    def percent_yes(self) -> Decimal | None:
        """% yes of those who said yes or no."""
        return percent(self.yes, self.yes + self.no)


def reverse_score(answer: Answer, scale: Scale = AGREEMENT) -> Answer:
    """Return the answer to a reverse-worded item, turned round: lowest + highest − x. DK and blank stay.

    Source: domain.md 2.5 item 2 (Omnibus-T). Raises ValueError for a number outside the scale.
    """
    scale.check(answer)
    return scale.lowest + scale.highest - answer if isinstance(answer, int) else answer


def score_person(answers: Sequence[Answer], scale: Scale = AGREEMENT) -> Fraction | None:
    """Return one person's construct score, exact, in scale points; None where too little was answered.

    `answers`: one for each item of the construct on the person's form, reverse items already turned round.
    At least two and at least half of the items must be on the scale; a construct of one item is that item.
    Source: domain.md 2.5 item 3, 2.3. Raises ValueError for a number outside the scale.
    """
    for answer in answers:
        scale.check(answer)
    points = [answer for answer in answers if isinstance(answer, int)]
    enough = 1 if len(answers) == 1 else 2
    if len(points) < enough or 2 * len(points) < len(answers):
        return None
    return Fraction(sum(points), len(points))


def summarize_construct(persons: Sequence[Sequence[Answer]], scale: Scale = AGREEMENT) -> Summary:
    """Return what a group answered to a construct: persons × items, reverse items already turned round.

    The mean and sd are of the persons' scores, so that each person weighs the same; % favorable and % DK are
    shares of all answers to the construct's items. Source: domain.md 2.5 items 3–5.
    Raises ValueError for a number outside the scale.
    """
    scores = [score for score in (score_person(answers, scale) for answers in persons) if score is not None]
    answers = [answer for person in persons for answer in person]
    points = [answer for answer in answers if isinstance(answer, int)]
    return Summary(
        n=len(scores),
        respondents=sum(any(answer is not None for answer in person) for person in persons),
        mean=decimal_of(mean(scores)) if scores else None,
        sd=stdev(decimal_of(score) for score in scores) if len(scores) > 1 else None,
        distribution=tuple(points.count(point) for point in range(scale.lowest, scale.highest + 1)),
        favorable=sum(point >= scale.favorable_from for point in points),
        dont_know=answers.count(DK),
        blank=answers.count(None),
    )


def summarize_item(answers: Sequence[Answer], scale: Scale = AGREEMENT) -> Summary:
    """Return what a group answered to one item, one answer a person. As `summarize_construct` of one item."""
    return summarize_construct([[answer] for answer in answers], scale)


def summarize_yes_no(answers: Sequence[YesNo]) -> YesNoSummary:
    """Return what a group answered to a yes/no item, one answer a person. Source: domain.md 2.3."""
    return YesNoSummary(
        yes=sum(answer is True for answer in answers),
        no=sum(answer is False for answer in answers),
        dont_know=sum(answer is DK for answer in answers),
        blank=sum(answer is None for answer in answers),
    )
