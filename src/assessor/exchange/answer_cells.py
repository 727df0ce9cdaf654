"""Cells of one survey column read as answers, remembering what was set aside."""

from collections import Counter
from collections.abc import Iterable
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


_YES = frozenset({"yes", "y", "true", "1", "1.0", "checked", "selected", "x", "t"})
_NO = frozenset({"no", "n", "false", "0", "0.0", "unchecked", "not selected", "f"})


class CellReader:
    """Reads cells of one column, remembering what it set aside."""

    def __init__(self, column: ColumnMapping) -> None:
        self.column = column
        self.unread = Counter[str]()
        self.missing = Counter[str]()
        self._read_before: dict[str, Answer | None] = {}
        self._scores = {normal(label): score for label, score in column.scores}
        self._names = {normal(value): name for value, name in column.names}
        self._missing = {normal(value) for value in column.no_answers}
        self._unknowing = {normal(value) for value in column.dont_knows}
        self._own = {normal(part) for part in (column.option, *column.choices) if part}

    def name_of(self, cell: str) -> str:
        """The group's code or site's name a cell stands for."""
        found = self._names.get(normal(cell), "")
        if not found and cell.strip():
            self._set_aside(cell)
        return found

    def answer(self, cell: str) -> Answer | None:
        """The answer in a cell, or None where there is none."""
        # Answers repeat from row to row, so each is read once.
        if cell not in self._read_before:
            self._read_before[cell] = self._answer(cell.strip())
        found = self._read_before[cell]
        if found is None:
            self.missing[cell.strip()] += 1
        elif found.state is AnswerState.UNREAD:
            self.unread[cell.strip()] += 1
        return found

    def ticked(self, cell: str) -> bool | None:
        """Whether an option's own column is ticked, or None where it is blank."""
        value = normal(cell)
        if value in _YES or value == normal(self.column.option):
            return True
        if self._is_missing(cell.strip()):
            return None
        if value in _NO:
            return False
        self.unread[cell.strip()] += 1
        return None

    def seen(self) -> Iterable[ValueSeen]:
        """The values that could not be read."""
        return (ValueSeen(self.column.position, value, count) for value, count in self.unread.most_common())

    def left_out(self) -> Iterable[ValueSeen]:
        """The values taken for no answer."""
        return (ValueSeen(self.column.position, value, count) for value, count in self.missing.most_common())

    def _set_aside(self, cell: str) -> None:
        (self.missing if is_no_answer(cell) else self.unread)[cell.strip()] += 1

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
        if value in self._unknowing:
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
