"""Codebooks: what a questionnaire says of the columns of its answers, put to their headings and cells."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assessor.exchange.cell_columns import CellColumn
from assessor.exchange.heading_texts import Heading

_STEP, _BOX = "/", "___"
_OTHER = "other"
"""An option some tools add to those of the questionnaire."""


@dataclass(frozen=True)
class CodedQuestion:
    """A question by the name its column has: its words, the words of its choices and of its statements by
    their codes, and whether its answers identify people. Without statements a column may hold a choice."""

    name: str
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    identifies: bool = False

    @property
    def words_of_parts(self) -> dict[str, str]:
        """The words of what has columns of its own: statements, or else choices, by codes in lower case."""
        words = {code.casefold(): label for code, label in self.parts or self.choices}
        return {_OTHER: _OTHER.capitalize(), **words} if words else {}

    def in_words(self, cells: CellColumn) -> CellColumn:
        """The cells with the words of choices in the place of codes, unless two choices have the same."""
        words = dict(self.choices)
        values = tuple(words.get(value.strip(), value) for value in cells.values)
        is_clear = max(Counter(values).values(), default=0) <= 1
        return CellColumn(values, cells.codes) if words and is_clear else cells


@dataclass(frozen=True)
class Codebook:
    """The questions of a questionnaire, by the names of their columns."""

    questions: tuple[CodedQuestion, ...]

    @cached_property
    def _by_name(self) -> dict[str, CodedQuestion]:
        return {question.name.casefold(): question for question in self.questions}

    def question_of(self, name: str) -> CodedQuestion | None:
        """The question whose answers a column of this name holds, with or without groups before it."""
        plain = name.casefold()
        return self._by_name.get(plain) or self._by_name.get(plain.rpartition(_STEP)[2])

    def apply(
        self, headings: Sequence[Heading], cells: Sequence[CellColumn]
    ) -> tuple[tuple[Heading, ...], tuple[CellColumn, ...]]:
        """The headings in the questionnaire's words, and the cells in those of its choices."""
        pairs = [self._applied(heading, column) for heading, column in zip(headings, cells, strict=True)]
        return tuple(heading for heading, _ in pairs), tuple(column for _, column in pairs)

    def _applied(self, heading: Heading, cells: CellColumn) -> tuple[Heading, CellColumn]:
        return self._as_part(heading, cells) or self._as_whole(heading, cells) or (heading, cells)

    def _as_part(self, heading: Heading, cells: CellColumn) -> tuple[Heading, CellColumn] | None:
        """The column as one statement or one choice of a question, where it is one."""
        field, code = _cut(heading)
        asked = self.question_of(field) if field else None
        part = asked.words_of_parts.get(code.casefold()) if asked else None
        if asked is None or part is None:
            return None
        question = asked.label or heading.question
        told = replace(
            heading, question=question, sub_question=part, family=asked.name, identifies=asked.identifies
        )
        return told, asked.in_words(cells) if asked.parts else cells

    def _as_whole(self, heading: Heading, cells: CellColumn) -> tuple[Heading, CellColumn] | None:
        asked = self.question_of(heading.name)
        if asked is None:
            return None
        label = asked.label or heading.question
        told = replace(heading, question=label, sub_question="", family="", identifies=asked.identifies)
        return told, cells if heading.repeats else asked.in_words(cells)


def _cut(heading: Heading) -> tuple[str, str]:
    """A column's name cut into the question's and the part's: `topics___1`, `topics/talk`, `G1[SQ001]`."""
    for field, sign, code in (heading.name.partition(_BOX), heading.name.rpartition(_STEP)):
        if sign:
            return field, code
    return (heading.question, heading.sub_question) if heading.sub_question else ("", "")
