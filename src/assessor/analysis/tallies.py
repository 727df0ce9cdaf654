"""Answers counted a column at a time: whole groups, without going from person to person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from assessor.analysis.rounding import decimal_of
from assessor.analysis.surveys import AGREEMENT, DK, Answer, Scale, Summary, has_score

# A person's answers to several items are added up as one number: points above the lowest, scores, DK.
_ONE_SCORED: Final = 1 << 24
_ONE_DONT_KNOW: Final = 1 << 48


@dataclass(frozen=True)
class ItemColumn:
    """What each person of a group answered to one item, in their order: `answers[code]` for each of `codes`.

    Reverse-worded items are already turned round. Raises ValueError for a number outside the scale.
    """

    answers: tuple[Answer, ...]
    codes: Sequence[int]
    scale: Scale = AGREEMENT

    def __post_init__(self) -> None:
        for answer in self.answers:
            self.scale.check(answer)

    @cached_property
    def counts(self) -> Counter[Answer]:
        """How many persons gave each answer."""
        found: Counter[Answer] = Counter()
        for code, persons in Counter(self.codes).items():
            found[self.answers[code]] += persons
        return found

    @cached_property
    def weights(self) -> list[int]:
        """Each person's answer as a number to be added up over the items of a construct."""
        return list(map([_weight(answer, self.scale) for answer in self.answers].__getitem__, self.codes))

    @cached_property
    def places(self) -> list[int]:
        """Each person's place on the scale, 1 for its lowest point; 0 without an opinion."""
        below = self.scale.lowest - 1
        places = [answer - below if isinstance(answer, int) else 0 for answer in self.answers]
        return list(map(places.__getitem__, self.codes))


@dataclass(frozen=True)
class Tally:
    """A group's answers to the items of a construct, counted; tallies of several groups may be added up.

    `scores` counts the persons that have one by the sum of their points and the number of answers it is the
    sum of, `answers` the answers to all items, `respondents` those who answered at least one, DK included.
    """

    scale: Scale
    scores: Counter[tuple[int, int]]
    answers: Counter[Answer]
    respondents: int

    def __add__(self, other: "Tally") -> "Tally":
        """Both together. Raises ValueError for answers on different scales."""
        if self.scale != other.scale:
            raise ValueError("answers on different scales cannot be counted together")
        return Tally(
            self.scale,
            self.scores + other.scores,
            self.answers + other.answers,
            self.respondents + other.respondents,
        )

    @cached_property
    def summary(self) -> Summary:
        """What the group answered: mean and sd of the persons' scores, and shares of all answers given.

        Each person weighs the same in the mean; % favorable and % DK are shares of all answers to the items.
        Source: domain.md 2.5 items 3–5.
        """
        n = self.scores.total()
        points = range(self.scale.lowest, self.scale.highest + 1)
        mean = self._sum_of_powers(1) / n if n else None
        spread = None if mean is None or n < 2 else (self._sum_of_powers(2) - n * mean * mean) / (n - 1)
        return Summary(
            n=n,
            respondents=self.respondents,
            mean=None if mean is None else decimal_of(mean),
            sd=None if spread is None else _root(spread),
            distribution=tuple(self.answers[point] for point in points),
            favorable=sum(self.answers[point] for point in points if point >= self.scale.favorable_from),
            dont_know=self.answers[DK],
            blank=self.answers[None],
        )

    def _sum_of_powers(self, power: int) -> Fraction:
        """The persons' scores to this power, added up exactly: whole numbers for each number of answers."""
        sums: Counter[int] = Counter()
        for (points, answered), persons in self.scores.items():
            sums[answered] += points**power * persons
        return sum((Fraction(total, answered**power) for answered, total in sums.items()), Fraction())


def tally_items(columns: Sequence[ItemColumn]) -> Tally:
    """Return what a group answered to the items of a construct that its form has, one column an item.

    Source: domain.md 2.5 item 3. Raises ValueError without items, for columns of unlike length, or for
    items on different scales.
    """
    if len({column.scale for column in columns}) != 1:
        raise ValueError("the items of a construct are answered on one scale")
    if len(columns) == 1:
        return tally_item(columns[0].counts, columns[0].scale)
    answers: Counter[Answer] = Counter()
    for column in columns:
        answers.update(column.counts)
    persons: Counter[int] = Counter(map(sum, zip(*(column.weights for column in columns), strict=True)))
    scores: Counter[tuple[int, int]] = Counter()
    for weight, count in persons.items():
        answered = weight % _ONE_DONT_KNOW // _ONE_SCORED
        points = weight % _ONE_SCORED + answered * columns[0].scale.lowest
        if has_score(answered, len(columns)):
            scores[points, answered] += count
    return Tally(columns[0].scale, scores, answers, persons.total() - persons[0])


def tally_item(counts: Mapping[Answer, int], scale: Scale = AGREEMENT) -> Tally:
    """Return what a group answered to one item, by how many gave each answer, reverse items turned round.

    Raises ValueError for a number outside the scale.
    """
    for answer in counts:
        scale.check(answer)
    scores = {(answer, 1): n for answer, n in counts.items() if isinstance(answer, int)}
    answers = Counter(dict(counts))
    return Tally(scale, Counter(scores), answers, answers.total() - answers[None])


def _weight(answer: Answer, scale: Scale) -> int:
    if isinstance(answer, int):
        return answer - scale.lowest + _ONE_SCORED
    return 0 if answer is None else _ONE_DONT_KNOW


def _root(spread: Fraction) -> Decimal:
    """A square root to 28 significant digits."""
    exact = Context(prec=60)
    root = exact.sqrt(exact.divide(Decimal(spread.numerator), Decimal(spread.denominator)))
    return Context(prec=28).plus(root)
