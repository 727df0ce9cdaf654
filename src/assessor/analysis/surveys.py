"""Survey answers turned into scores: scales, reversing, scores of persons, and what summaries say."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from assessor.analysis.rounding import percent


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

    @property
    def percent_yes_of_all(self) -> Decimal | None:
        """% yes of all who answered, DK included: the second base."""
        return percent(self.yes, self.yes + self.no + self.dont_know)


def reverse_score(answer: Answer, scale: Scale = AGREEMENT) -> Answer:
    """Return the answer to a reverse-worded item, turned round: lowest + highest − x. DK and blank stay.

    Source: domain.md 2.5 item 2 (Omnibus-T). Raises ValueError for a number outside the scale.
    """
    scale.check(answer)
    return scale.lowest + scale.highest - answer if isinstance(answer, int) else answer


def has_score(answered: int, items: int) -> bool:
    """Return whether a person has a score in a construct: the mean of the answers on the scale.

    `answered` of the `items` the person's form has of the construct: at least two and at least half;
    a construct of one item is that item. Source: domain.md 2.5 item 3, 2.3.
    """
    return answered >= (1 if items == 1 else 2) and 2 * answered >= items
