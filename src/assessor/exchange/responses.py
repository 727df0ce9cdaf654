"""Survey responses as plain data: a table's columns read through a mapping, with what could not be read."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from assessor.exchange.answer_cells import Answer, AnswerState, CellReader, ColumnTally, ValueSeen
from assessor.exchange.cell_columns import CellColumn, Codes, Numbered, count_codes
from assessor.exchange.mappings import ColumnMapping, Mapping, Use, check_mapping
from assessor.exchange.row_masks import RowMask, all_rows, each_row, no_rows, rows_where
from assessor.exchange.survey_tables import SurveyTable

__all__ = [
    "Answer",
    "AnswerState",
    "ColumnTally",
    "QuestionAnswers",
    "Response",
    "Responses",
    "TableReader",
    "ValueSeen",
    "apply_mapping",
]


@dataclass(frozen=True)
class QuestionAnswers:
    """What was answered to one question: row n of the table gives `answers[codes[n]]`, None for nothing."""

    code: str
    answers: tuple[Answer | None, ...]
    codes: Codes

    @cached_property
    def times(self) -> tuple[int, ...]:
        """In how many rows each of the answers was given."""
        return count_codes(self.codes, len(self.answers))

    @cached_property
    def answered(self) -> RowMask:
        """The rows that hold an answer, read or not."""
        return rows_where(self.codes, [answer is not None for answer in self.answers])

    @cached_property
    def read(self) -> RowMask:
        """The rows whose answer could be read."""
        return rows_where(
            self.codes,
            [answer is not None and answer.state is not AnswerState.UNREAD for answer in self.answers],
        )


@dataclass(frozen=True)
class Response:
    """One respondent's answers; `row` counts the table's rows below the headings from 1."""

    row: int
    group: str
    site: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Responses:
    """All answers of a table, question by question, and what was left out and why.

    `groups` and `sites` name who answered in each row, empty where nobody says. Rows without an answer are
    no responses: `answered` are those that are. `tallies` tell of each column what became of its cells.
    """

    questions: tuple[QuestionAnswers, ...]
    groups: CellColumn
    sites: CellColumn
    answered: RowMask
    tallies: tuple[ColumnTally, ...]

    @cached_property
    def unread(self) -> tuple[ValueSeen, ...]:
        """The values that could not be read."""
        return tuple(value for tally in self.tallies for value in tally.unread_values)

    @cached_property
    def no_answers(self) -> tuple[ValueSeen, ...]:
        """The values taken for no answer."""
        return tuple(value for tally in self.tallies for value in tally.no_answers)

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return len(self.groups)

    @property
    def count(self) -> int:
        """How many responses there are."""
        return self.answered.bit_count()

    def rows_by_group(self) -> dict[str, RowMask]:
        """The responses of each group that answered, by its code, empty where it is not known."""
        found = {}
        for name in dict.fromkeys(self.groups.values):
            same = [value == name for value in self.groups.values]
            if rows := rows_where(self.groups.codes, same) & self.answered:
                found[name] = rows
        return found

    @cached_property
    def rows_without_answers(self) -> tuple[int, ...]:
        """The rows that hold no answer, counted from 1."""
        empty = self.answered ^ all_rows(self.rows)
        return tuple(place + 1 for place in each_row(empty, self.rows))

    @cached_property
    def responses(self) -> tuple[Response, ...]:
        """The responses one by one: for small tables."""
        return tuple(self._response(place) for place in each_row(self.answered, self.rows))

    def _response(self, place: int) -> Response:
        found = (question.answers[question.codes[place]] for question in self.questions)
        answers = tuple(answer for answer in found if answer is not None)
        return Response(place + 1, self.groups[place], self.sites[place], answers)


@dataclass(frozen=True)
class ColumnRead:
    """One column as it was read: the answers or the names in it, and what became of its cells."""

    question: QuestionAnswers
    names: CellColumn
    tally: ColumnTally


class TableReader:
    """Reads a table through one mapping after another; a column settled as before is not read again."""

    def __init__(self, table: SurveyTable) -> None:
        self._table = table
        self._read: dict[ColumnMapping, ColumnRead] = {}
        self._boxes: dict[tuple[ColumnMapping, ...], tuple[QuestionAnswers, tuple[ColumnTally, ...]]] = {}

    def apply(self, mapping: Mapping) -> Responses:
        """The responses of the table; raises UnfitMapping where the mapping does not fit it."""
        table = self._table
        check_mapping(mapping, tuple(column.name for column in table.columns))
        groups, sites = _everywhere(mapping.group, table.height), _everywhere(mapping.site, table.height)
        questions: list[QuestionAnswers] = []
        tallies: list[ColumnTally] = []
        boxes: dict[str, list[ColumnMapping]] = {}
        for column in mapping.columns:
            if column.use is Use.IGNORE:
                continue
            if column.option:
                boxes.setdefault(column.code, []).append(column)
                continue
            read = self._column(column)
            tallies.append(read.tally)
            if column.use is Use.GROUP:
                groups = _filled(read.names, mapping.group)
            elif column.use is Use.SITE:
                sites = _filled(read.names, mapping.site)
            else:
                questions.append(read.question)
        for options in boxes.values():
            ticked, told = self._options(tuple(options))
            questions.append(ticked)
            tallies += told
        answered = reduce(or_, (question.answered for question in questions), no_rows())
        ordered = tuple(sorted(tallies, key=lambda tally: tally.position))
        return Responses(tuple(questions), groups, sites, answered, ordered)

    def _column(self, column: ColumnMapping) -> ColumnRead:
        if column not in self._read:
            self._read[column] = _read_column(CellReader(column), self._table.cells[column.position])
        return self._read[column]

    def _options(self, options: tuple[ColumnMapping, ...]) -> tuple[QuestionAnswers, tuple[ColumnTally, ...]]:
        if options not in self._boxes:
            readers = [CellReader(column) for column in options]
            question = _from_boxes(self._table, readers)
            self._boxes[options] = question, tuple(reader.tally() for reader in readers)
        return self._boxes[options]


def apply_mapping(table: SurveyTable, mapping: Mapping) -> Responses:
    """The responses of a table; raises UnfitMapping where the mapping does not fit it.

    Each value of a column is read once, however many rows hold it.
    """
    return TableReader(table).apply(mapping)


def _read_column(reader: CellReader, cells: CellColumn) -> ColumnRead:
    names: tuple[str, ...] = ()
    answers: tuple[Answer | None, ...] = ()
    if reader.column.use.is_item:
        answers = tuple(map(reader.answer, cells.values, cells.times))
    else:
        names = tuple(map(reader.name_of, cells.values, cells.times))
    question = QuestionAnswers(reader.column.code, answers, cells.codes)
    return ColumnRead(question, CellColumn(names, cells.codes), reader.tally())


def _filled(names: CellColumn, otherwise: str) -> CellColumn:
    return CellColumn(tuple(name or otherwise for name in names.values), names.codes)


def _everywhere(name: str, rows: int) -> CellColumn:
    return CellColumn((name,), array("B", bytes(rows)))


def _from_boxes(table: SurveyTable, readers: Sequence[CellReader]) -> QuestionAnswers:
    """The options ticked in columns of their own; all blank is no answer, and 0 may be one."""
    columns = [table.cells[reader.column.position] for reader in readers]
    ticks = [
        tuple(map(reader.ticked, cells.values, cells.times))
        for reader, cells in zip(readers, columns, strict=True)
    ]
    numbered: Numbered[tuple[int, ...]] = Numbered()
    codes = array("I", map(numbered.__getitem__, zip(*(cells.codes for cells in columns), strict=True)))
    answers = tuple(
        _ticked(readers, [ticked[code] for ticked, code in zip(ticks, row, strict=True)]) for row in numbered
    )
    return QuestionAnswers(readers[0].column.code, answers, codes)


def _ticked(readers: Sequence[CellReader], ticks: Sequence[bool | None]) -> Answer | None:
    chosen = tuple(reader.column.option for reader, ticked in zip(readers, ticks, strict=True) if ticked)
    always_filled = readers[0].column.always_filled
    if not chosen and (always_filled or all(ticked is None for ticked in ticks)):
        return None
    return Answer(readers[0].column.code, AnswerState.ANSWERED, "; ".join(chosen), choices=chosen)
