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
    """A question by the name its column has: its words, the words of its choices by their codes, and
    whether its answers identify people."""

    name: str
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    identifies: bool = False

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
        option = self._option_of(heading)
        if option is not None:
            return option, cells
        asked = self.question_of(heading.name)
        if asked is None:
            return heading, cells
        label = asked.label or heading.question
        told = replace(heading, question=label, sub_question="", family="", identifies=asked.identifies)
        return told, cells if heading.repeats else asked.in_words(cells)

    def _option_of(self, heading: Heading) -> Heading | None:
        """The heading of a column that holds one option of a question."""
        field, _, code = _split(heading.name)
        asked = self.question_of(field) if field and code else None
        words = {known.casefold(): label for known, label in asked.choices} if asked else {}
        if words and code.casefold() == _OTHER:
            words.setdefault(_OTHER, _OTHER.capitalize())
        if asked is None or code.casefold() not in words:
            return None
        return replace(
            heading,
            question=asked.label or heading.question,
            sub_question=words[code.casefold()],
            family=asked.name,
            identifies=asked.identifies,
        )


def _split(name: str) -> tuple[str, str, str]:
    """A column's name cut into the question's and the option's: `topics___1`, `topics/talk`."""
    return name.partition(_BOX) if _BOX in name else name.rpartition(_STEP)
