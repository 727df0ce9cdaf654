"""Answers counted a column at a time: whole groups, without going from person to person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from assessor.analysis.rounding import decimal_of
from assessor.analysis.surveys import AGREEMENT, DK, Answer, Scale, Summary, person_score

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

    `scores` counts persons by their exact score, `answers` the answers to all items, `respondents` those who
    answered at least one item, DK included.
    """

    scale: Scale
    scores: Counter[Fraction]
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
        mean = sum((score * count for score, count in self.scores.items()), Fraction()) / n if n else None
        return Summary(
            n=n,
            respondents=self.respondents,
            mean=None if mean is None else decimal_of(mean),
            sd=None if mean is None or n < 2 else _sd(self.scores, mean, n),
            distribution=tuple(self.answers[point] for point in points),
            favorable=sum(self.answers[point] for point in points if point >= self.scale.favorable_from),
            dont_know=self.answers[DK],
            blank=self.answers[None],
        )


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
    scores: Counter[Fraction] = Counter()
    for weight, count in persons.items():
        scored = weight % _ONE_DONT_KNOW // _ONE_SCORED
        points = weight % _ONE_SCORED + scored * columns[0].scale.lowest
        score = person_score(points, scored, len(columns))
        if score is not None:
            scores[score] += count
    return Tally(columns[0].scale, scores, answers, persons.total() - persons[0])


def tally_item(counts: Mapping[Answer, int], scale: Scale = AGREEMENT) -> Tally:
    """Return what a group answered to one item, by how many gave each answer, reverse items turned round.

    Raises ValueError for a number outside the scale.
    """
    for answer in counts:
        scale.check(answer)
    scores = {Fraction(answer): n for answer, n in counts.items() if isinstance(answer, int)}
    answers = Counter(dict(counts))
    return Tally(scale, Counter(scores), answers, answers.total() - answers[None])


def _weight(answer: Answer, scale: Scale) -> int:
    if isinstance(answer, int):
        return answer - scale.lowest + _ONE_SCORED
    return 0 if answer is None else _ONE_DONT_KNOW


def _sd(scores: Mapping[Fraction, int], mean: Fraction, n: int) -> Decimal:
    """The sample standard deviation, to 28 significant digits."""
    squares = sum((score * score * count for score, count in scores.items()), Fraction())
    spread = (squares - n * mean * mean) / (n - 1)
    exact = Context(prec=60)
    root = exact.sqrt(exact.divide(Decimal(spread.numerator), Decimal(spread.denominator)))
    return Context(prec=28).plus(root)
