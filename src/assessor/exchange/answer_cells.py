"""Cells of one survey column read as answers, remembering what was set aside."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from assessor.exchange.answers import as_number, is_dont_know, is_no_answer, normal
from assessor.exchange.mappings import ColumnMapping, Use
from assessor.exchange.multiple_choices import split_choices


class AnswerState(StrEnum):
    """What became of a question; one that was not answered has no Answer at all."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    UNREAD = "unread"


@dataclass(frozen=True)
class Answer:
    """An answer to an item, as written in `text`.

    `score` is on the item's scale as it was worded: reversing is left to the analysis. Yes is 1 and no is 0.
    `choices` are the options chosen, `others` what was written beside them; `number` is decimal text.
    """

    code: str
    state: AnswerState
    text: str
    score: int | None = None
    number: str = ""
    choices: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class ValueSeen:
    """A value of a column that was not taken as an answer, and how often it stands there."""

    position: int
    value: str
    count: int


_YES = frozenset({"yes", "y", "true", "1", "1.0", "checked", "selected", "x", "t", "sí", "si"})
_NO = frozenset({"no", "n", "false", "0", "0.0", "unchecked", "not selected", "f"})


@dataclass(frozen=True)
class ColumnTally:
    """What became of the filled cells of a column: `taken` as answers, or as names of groups and sites."""

    position: int
    taken: int
    dont_know: int
    no_answers: tuple[ValueSeen, ...]
    unread_values: tuple[ValueSeen, ...]

    @property
    def no_answer(self) -> int:
        """In how many cells something stands for no answer."""
        return sum(value.count for value in self.no_answers if value.value)

    @property
    def unread(self) -> int:
        """How many cells could not be read."""
        return sum(value.count for value in self.unread_values)


class CellReader:
    """Reads the values of one column, remembering how many cells were taken and what was set aside."""

    def __init__(self, column: ColumnMapping) -> None:
        self.column = column
        self.unread = Counter[str]()
        self.missing = Counter[str]()
        self._taken = self._unknowing = 0
        self._scores = {normal(label): score for label, score in column.scores}
        self._names = {normal(value): name for value, name in column.names}
        self._missing = {normal(value) for value in column.no_answers}
        self._unknowing_values = {normal(value) for value in column.dont_knows}
        self._own = {normal(part) for part in (column.option, *column.choices) if part}

    def name_of(self, cell: str, times: int = 1) -> str:
        """The group's code or site's name a cell stands for, which is there so many times."""
        found = self._names.get(normal(cell), "")
        if found:
            self._taken += times
        elif is_no_answer(cell):
            self.missing[cell.strip()] += times
        else:
            self.unread[cell.strip()] += times
        return found

    def answer(self, cell: str, times: int = 1) -> Answer | None:
        """The answer in a cell, or None where there is none."""
        found = self._answer(cell.strip())
        if found is None:
            self.missing[cell.strip()] += times
        elif found.state is AnswerState.UNREAD:
            self.unread[cell.strip()] += times
        elif found.state is AnswerState.DONT_KNOW:
            self._unknowing += times
        else:
            self._taken += times
        return found

    def ticked(self, cell: str, times: int = 1) -> bool | None:
        """Whether an option's own column is ticked, or None where it is blank."""
        value = normal(cell)
        if value in _YES or value == normal(self.column.option):
            self._taken += times
            return True
        if self._is_missing(cell.strip()):
            self.missing[cell.strip()] += times
            return None
        if value in _NO:
            self._taken += times
            return False
        self.unread[cell.strip()] += times
        return None

    def tally(self) -> ColumnTally:
        """What became of the cells read."""
        return ColumnTally(
            self.column.position,
            self._taken,
            self._unknowing,
            self._seen(self.missing),
            self._seen(self.unread),
        )

    def _seen(self, values: Counter[str]) -> tuple[ValueSeen, ...]:
        return tuple(ValueSeen(self.column.position, value, count) for value, count in values.most_common())

    def _answer(self, text: str) -> Answer | None:
        if self._is_missing(text):
            return None
        if self._is_unknowing(text):
            return Answer(self.column.code, AnswerState.DONT_KNOW, text)
        return self._read(text) or Answer(self.column.code, AnswerState.UNREAD, text)

    def _is_missing(self, text: str) -> bool:
        value = normal(text)
        if value in self._missing or not value:
            return True
        return value not in self._scores and value not in self._own and is_no_answer(text)

    def _is_unknowing(self, text: str) -> bool:
        value = normal(text)
        if value in self._unknowing_values:
            return True
        if self.column.use is Use.TEXT or value in self._scores or value in self._own:
            return False
        return is_dont_know(text)

    def _read(self, text: str) -> Answer | None:
        code, use = self.column.code, self.column.use
        if use is Use.SCALE:
            score = self._scores.get(normal(text))
            return None if score is None else Answer(code, AnswerState.ANSWERED, text, score=score)
        if use is Use.YES_NO:
            value = normal(text)
            known = value in _YES or value in _NO
            return Answer(code, AnswerState.ANSWERED, text, score=int(value in _YES)) if known else None
        if use is Use.NUMBER:
            number = as_number(text)
            return (
                None if number is None else Answer(code, AnswerState.ANSWERED, text, number=_decimal(number))
            )
        if use is Use.MULTIPLE_CHOICE:
            choices, others = split_choices(text, self.column.choices, self.column.separator or ";")
            return Answer(code, AnswerState.ANSWERED, text, choices=choices, others=others)
        choices = (text,) if use is Use.CHOICE else ()
        return Answer(code, AnswerState.ANSWERED, text, choices=choices)


def _decimal(number: float) -> str:
    return str(int(number)) if number.is_integer() else repr(number)
