"""A group's answers in a wave, a column a question, as counts and as scores."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from assessor.analysis.disclosure import Cell
from assessor.analysis.surveys import DK, Answer, Scale, reverse_score
from assessor.analysis.tallies import ItemColumn, Tally, tally_items
from assessor.operations.surveys.responses import AnswerSet, known_as
from assessor.operations.surveys.survey_answers import DONT_KNOW
from assessor.operations.surveys.survey_waves import QuestionRow
from assessor.store.answer_columns import AnswerColumn, column_of

_BLANK: Final = AnswerColumn((None,), array("B"))


@dataclass(frozen=True)
class Given:
    """One respondent's answers by question code."""

    id: str
    site_id: str | None
    answers: dict[str, Any]


@dataclass(frozen=True)
class GroupAnswers:
    """The answers of `n` respondents by question code; a respondent has the same place in every column."""

    n: int
    columns: Mapping[str, AnswerColumn]
    sets: Sequence[AnswerSet] = ()
    _items: dict[str, ItemColumn] = field(default_factory=dict, init=False, compare=False, repr=False)
    _counts: dict[str, Counter[Any]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _tallies: dict[tuple[str, ...], Tally] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the questions that somebody answered."""
        return frozenset(code for code, column in self.columns.items() if any(column.codes))

    @cached_property
    def sites(self) -> Counter[str | None]:
        """How many belong to each site; None are those whose site is not known."""
        found: Counter[str | None] = Counter()
        for each in self.sets:
            found[each.site_id] += each.n
        return +found

    @cached_property
    def rows(self) -> list[Given]:
        """The respondents one by one."""
        return [
            Given(known_as(found.id, place), found.site_id, answers)
            for found in self.sets
            for place, answers in enumerate(found.rows)
        ]

    def counts(self, code: str) -> Counter[Any]:
        """How many gave each answer to a question, lists as tuples; those who gave none are left out."""
        if code not in self._counts:
            column = self.columns.get(code, _BLANK)
            found: Counter[Any] = Counter()
            for place, persons in Counter(column.codes).items():
                found[_hashable(column.values[place])] += persons
            del found[None]
            self._counts[code] = found
        return self._counts[code]

    def tally(self, items: Sequence[QuestionRow]) -> Tally:
        """The answers to items of a construct, turned round. Unprotected: to count and compare."""
        codes = tuple(item.code for item in items)
        if codes not in self._tallies:
            self._tallies[codes] = tally_items([self.item(item) for item in items])
        return self._tallies[codes]

    def cell(self, question: QuestionRow) -> Cell:
        """What disclosure control looks at of an item of the scale."""
        item = self.item(question)
        points = range(item.scale.lowest, item.scale.highest + 1)
        spread = tuple(item.counts[point] for point in points)
        return Cell(sum(spread), spread)

    def item(self, question: QuestionRow) -> ItemColumn:
        """The answers to an item on its scale, turned round where it is reverse-worded."""
        if question.code not in self._items:
            column, scale = self.columns[question.code], scale_of(question)
            read = (answer_on(scale, value) for value in column.values)
            turned = (reverse_score(answer, scale) if question.is_reversed else answer for answer in read)
            self._items[question.code] = ItemColumn(tuple(turned), column.codes, scale)
        return self._items[question.code]


Respondents = GroupAnswers | Sequence[Given]


def group_of(sets: Sequence[AnswerSet]) -> GroupAnswers:
    """The respondents of several sets as one group."""
    if len(sets) == 1:
        return GroupAnswers(sets[0].n, sets[0].columns, sets)
    codes = dict.fromkeys(code for found in sets for code in found.columns)
    return GroupAnswers(sum(found.n for found in sets), {code: _joined(sets, code) for code in codes}, sets)


def as_group(given: Respondents, questions: Iterable[QuestionRow]) -> GroupAnswers:
    """Respondents as one group, those given one by one by their answers to `questions` only."""
    if isinstance(given, GroupAnswers):
        return given
    columns = {
        question.code: column_of(one.answers.get(question.code) for one in given) for question in questions
    }
    return GroupAnswers(len(given), columns)


def scale_of(question: QuestionRow) -> Scale:
    """The points a question offers; answers above the middle are favorable."""
    return Scale(question.low, question.high, (question.low + question.high) // 2 + 1)


def answer_on(scale: Scale, value: Any) -> Answer:
    """A kept answer on a scale; what is no point of it counts as none."""
    if value == DONT_KNOW:
        return DK
    return value if isinstance(value, int) and scale.lowest <= value <= scale.highest else None


def _joined(sets: Iterable[AnswerSet], code: str) -> AnswerColumn:
    """A question's columns one after the other; those of a set without it are blank."""
    places: dict[Any, int] = {None: 0}
    values: list[Any] = [None]
    codes = array("I")
    for found in sets:
        column = found.columns.get(code)
        if column is None:
            codes.extend([0] * found.n)
            continue
        moved = [places.get(key, -1) for key in map(_hashable, column.values)]
        if -1 in moved:
            for place, value in enumerate(column.values):
                if moved[place] < 0:
                    moved[place] = places.setdefault(_hashable(value), len(values))
                    values.append(value)
        codes.extend(map(moved.__getitem__, column.codes))
    return AnswerColumn(tuple(values), codes)


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
