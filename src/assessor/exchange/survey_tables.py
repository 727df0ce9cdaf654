"""Survey tables: a table of answers with its tool recognized, its headings read and its columns guessed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from assessor.exchange.cell_columns import CellColumn, ColumnsBuilder, blank_column
from assessor.exchange.codebooks import Codebook
from assessor.exchange.columns import ColumnGuess, ColumnRole, guess_column, guess_family, set_aside
from assessor.exchange.private_columns import Setting, setting_of
from assessor.exchange.survey_headings import Heading, count_header_rows, read_headings
from assessor.exchange.survey_notes import notes_on_rows, notes_on_sheets, notes_on_text
from assessor.exchange.survey_openings import opening_of
from assessor.exchange.survey_rules import recognize_tool
from assessor.exchange.survey_tools import SurveyTool
from assessor.exchange.table_sources import TableSource, open_source
from assessor.exchange.texts import changes_direction
from assessor.exchange.unreadable import UnreadableFile
from assessor.progress import Progress, Work, finish

MOST_HEADER_ROWS = 10
_OPENING_ROWS = 40
_BLOCK_CELLS = 6_000
_LONGEST_BLOCK = 4_000


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, its name in the file, what it asks, and what it seems to be for.

    `private` columns identify people and must be dropped; `reason` says why a column is set aside.
    Columns of one `family` belong to one question.
    """

    position: int
    name: str
    question: str
    sub_question: str
    private: bool
    reason: str
    guess: ColumnGuess
    family: str = ""


@dataclass(frozen=True)
class SurveyTable:
    """A survey export: `cells` are the answers below its headings, column by column; of private columns
    there are none. `header` are its heading rows as written, and `notes` say what was noticed.

    A workbook has no delimiter; `sheets` are the sheets it has and `sheet` the one that was read.
    """

    source_tool: SurveyTool
    encoding: str
    delimiter: str
    header_rows: int
    columns: tuple[Column, ...]
    cells: tuple[CellColumn, ...]
    height: int
    header: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The answers row by row, each as wide as `columns`: for small tables."""
        return self.first_rows(self.height)

    def first_rows(self, count: int) -> tuple[tuple[str, ...], ...]:
        """The first rows, each as wide as `columns`."""
        return tuple(zip(*(islice(iter(column), count) for column in self.cells), strict=True))


@dataclass(frozen=True)
class TableChoices:
    """What the user settled by hand; None leaves it to be found out. `skip_rows` stand above the headings.

    A `codebook` gives the columns their words, and says which identify people.
    """

    encoding: str | None = None
    delimiter: str | None = None
    tool: SurveyTool | None = None
    header_rows: int | None = None
    skip_rows: int = 0
    sheet: str | None = None
    codebook: Codebook | None = None


def read_survey_table(data: bytes, name: str, choices: TableChoices | None = None) -> SurveyTable:
    """A survey table from the bytes of a file; raises UnreadableFile where it is none."""
    return finish(reading_survey_table(data, name, choices))


def reading_survey_table(data: bytes, name: str, choices: TableChoices | None = None) -> Work[SurveyTable]:
    """The same as work that tells how many of the bytes are read."""
    settled = choices or TableChoices()
    source = open_source(data, name, settled.encoding, settled.delimiter, settled.sheet)
    first = tuple(map(tuple, islice(source.rows, settled.skip_rows + _OPENING_ROWS)))[settled.skip_rows :]
    if not first:
        raise _nothing_left(name, source.sheet, settled.skip_rows)
    opening = opening_of(first, source.sheets)
    tool = settled.tool or recognize_tool(opening)
    header_rows = settled.header_rows or min(count_header_rows(tool, opening), len(first))
    if not 1 <= header_rows <= min(len(first), MOST_HEADER_ROWS):
        raise UnreadableFile(name, f"it has no {header_rows} header rows", "choose fewer header rows")
    builder = ColumnsBuilder()
    header = first[:header_rows]
    builder.widen(max(map(len, header)))
    yield from _take_rows(builder, chain(first[header_rows:], source.rows), source, len(data))
    cells = builder.columns()
    headings = read_headings(tool, header, len(cells))
    if settled.codebook:
        headings, cells = settled.codebook.apply(headings, cells)
    counted = [column.counts for column in cells]
    columns = _columns(tool, headings, counted)
    notes = (
        *notes_on_text(source.encoding, builder.is_ragged, _turn_direction(cells)),
        *notes_on_rows(tool, headings, counted, builder.rows),
        *notes_on_sheets(tool, source.sheet, source.sheets),
    )
    kept = tuple(
        blank_column(builder.rows) if column.private else held
        for column, held in zip(columns, cells, strict=True)
    )
    return SurveyTable(
        source_tool=tool, encoding=source.encoding, delimiter=source.delimiter, header_rows=header_rows,
        columns=columns, cells=kept, height=builder.rows, header=header, notes=notes, sheet=source.sheet,
        sheets=source.sheets,
    )  # fmt: skip


def _nothing_left(name: str, sheet: str, skipped: int) -> UnreadableFile:
    if skipped:
        return UnreadableFile(name, "no row is left below the rows skipped", "skip fewer rows")
    return UnreadableFile(name, f"its sheet “{sheet}” is empty", "choose the sheet with the answers")


def _take_rows(
    builder: ColumnsBuilder, rows: Iterator[tuple[str, ...] | list[str]], source: TableSource, size: int
) -> Work[None]:
    """Take all rows in blocks that fit in the processor's cache."""
    while block := list(islice(rows, _block_rows(builder.width))):
        builder.add(block)
        yield Progress(min(source.done(), size), size, "Reading the table")


def _block_rows(width: int) -> int:
    return max(1, min(_LONGEST_BLOCK, _BLOCK_CELLS // max(width, 1)))


def _turn_direction(cells: tuple[CellColumn, ...]) -> bool:
    return any(changes_direction("\n".join(column.values)) for column in cells)


def _columns(
    tool: SurveyTool, headings: tuple[Heading, ...], counted: list[Counter[str]]
) -> tuple[Column, ...]:
    settings = [setting_of(tool, heading, counts) for heading, counts in zip(headings, counted, strict=True)]
    guesses = [_guess(*column) for column in zip(headings, settings, counted, strict=True)]
    for members in _families(headings, settings):
        parts = [headings[place].sub_question for place in members]
        is_matrix = not headings[members[0]].joined_by
        family = guess_family([guesses[place] for place in members], parts, is_matrix=is_matrix)
        for place, guess in zip(members, family, strict=True):
            guesses[place] = guess
    return tuple(
        _column(position, heading, setting, guess)
        for position, (heading, setting, guess) in enumerate(zip(headings, settings, guesses, strict=True))
    )


def _guess(heading: Heading, setting: Setting | None, counts: Counter[str]) -> ColumnGuess:
    if setting is None:
        return guess_column(heading, counts)
    return set_aside(ColumnRole.PRIVATE if setting.private else ColumnRole.PROCESS, counts)


def _families(headings: tuple[Heading, ...], settings: list[Setting | None]) -> Iterable[list[int]]:
    members: dict[str, list[int]] = defaultdict(list)
    for position, (heading, setting) in enumerate(zip(headings, settings, strict=True)):
        if heading.sub_question and setting is None and not heading.written:
            members[heading.family or heading.question].append(position)
    return members.values()


def _column(position: int, heading: Heading, setting: Setting | None, guess: ColumnGuess) -> Column:
    return Column(
        position=position,
        name=heading.name,
        question=heading.question,
        sub_question=heading.sub_question,
        private=guess.role is ColumnRole.PRIVATE,
        reason=setting.reason if setting else "",
        guess=guess,
        family=heading.family or heading.question,
    )
