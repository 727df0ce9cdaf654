"""Survey tables: a delimited file with its tool recognized, its headings read and its columns guessed."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assessor.exchange.columns import ColumnGuess, ColumnRole, guess_column, guess_family
from assessor.exchange.private_columns import Setting, setting_of
from assessor.exchange.survey_headings import Heading, count_header_rows, read_headings
from assessor.exchange.survey_notes import notes_on_rows, notes_on_text
from assessor.exchange.survey_openings import opening_of
from assessor.exchange.survey_rules import recognize_tool
from assessor.exchange.survey_tools import SurveyTool
from assessor.exchange.tables import read_delimited
from assessor.exchange.unreadable import UnreadableFile

_MOST_HEADER_ROWS = 10


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
    """A survey export: `rows` are the responses, each as wide as `columns`; `notes` say what was noticed."""

    source_tool: SurveyTool
    encoding: str
    delimiter: str
    header_rows: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableChoices:
    """What the user settled by hand; None leaves it to be found out. `skip_rows` stand above the headings."""

    encoding: str | None = None
    delimiter: str | None = None
    tool: SurveyTool | None = None
    header_rows: int | None = None
    skip_rows: int = 0


def read_survey_table(data: bytes, name: str, choices: TableChoices | None = None) -> SurveyTable:
    """A survey table from the bytes of a file; raises UnreadableFile where it is none."""
    settled = choices or TableChoices()
    text = read_delimited(data, name, settled.encoding, settled.delimiter)
    rows = text.rows[settled.skip_rows :]
    if not rows:
        raise UnreadableFile(name, "no row is left below the rows skipped", "skip fewer rows")
    opening = opening_of(rows)
    tool = settled.tool or recognize_tool(opening)
    header_rows = settled.header_rows or min(count_header_rows(tool, opening), len(rows))
    if not 1 <= header_rows <= min(len(rows), _MOST_HEADER_ROWS):
        raise UnreadableFile(name, f"it has no {header_rows} header rows", "choose fewer header rows")
    width = max(len(row) for row in rows)
    answers = tuple(row + ("",) * (width - len(row)) for row in rows[header_rows:])
    headings = read_headings(tool, rows[:header_rows], width)
    columns = _columns(tool, headings, answers)
    notes = (*notes_on_text(text, rows), *notes_on_rows(tool, headings, answers))
    return SurveyTable(tool, text.encoding, text.delimiter, header_rows, columns, answers, notes)


def without_private_cells(table: SurveyTable) -> SurveyTable:
    """The same table with every cell of its private columns blank, fit to be kept."""
    private = {column.position for column in table.columns if column.private}
    rows = tuple(
        tuple("" if place in private else cell for place, cell in enumerate(row)) for row in table.rows
    )
    return replace(table, rows=rows)


def _columns(
    tool: SurveyTool, headings: tuple[Heading, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[Column, ...]:
    counted = [Counter(cells) for cells in zip(*rows, strict=True)] or [Counter() for _ in headings]
    settings = [setting_of(tool, heading, counts) for heading, counts in zip(headings, counted, strict=True)]
    guesses = [guess_column(heading, counts) for heading, counts in zip(headings, counted, strict=True)]
    for members in _families(headings, settings):
        family = guess_family(
            [guesses[place] for place in members], [headings[p].sub_question for p in members]
        )
        for place, guess in zip(members, family, strict=True):
            guesses[place] = guess
    return tuple(
        _column(position, heading, setting, guess)
        for position, (heading, setting, guess) in enumerate(zip(headings, settings, guesses, strict=True))
    )


def _families(headings: tuple[Heading, ...], settings: list[Setting | None]) -> Iterable[list[int]]:
    members: dict[str, list[int]] = defaultdict(list)
    for position, (heading, setting) in enumerate(zip(headings, settings, strict=True)):
        if heading.sub_question and setting is None and not heading.written:
            members[heading.family or heading.question].append(position)
    return members.values()


def _column(position: int, heading: Heading, setting: Setting | None, guess: ColumnGuess) -> Column:
    private = setting is not None and setting.private
    if setting is not None:
        role = ColumnRole.PRIVATE if private else ColumnRole.PROCESS
        # What identifies people does not travel further than it must: not even as sample values.
        values = () if private else guess.values
        guess = replace(guess, role=role, values=values, scale=None, separator="")
    return Column(
        position=position,
        name=heading.name,
        question=heading.question,
        sub_question=heading.sub_question,
        private=private,
        reason=setting.reason if setting else "",
        guess=guess,
        family=heading.family or heading.question,
    )
