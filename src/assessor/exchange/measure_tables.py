"""Tables of program data: headings and rows of a CSV or workbook, as wide as the headings, all bounded."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from assessor.exchange.crdc import CrdcPicking, is_crdc
from assessor.exchange.tables import open_delimited
from assessor.exchange.texts import without_hidden_marks
from assessor.exchange.unreadable import UnreadableFile, printable
from assessor.exchange.workbooks import is_workbook, open_workbook

MOST_ROWS = 20_000
_TOP = 20
_LONGEST = 60
_BLANKS = re.compile(r"[ \t\r\n\u00a0]+")

Row = tuple[str, ...]


@dataclass(frozen=True)
class MeasureChoices:
    """How a table is to be read where one knows better, and whose rows of a nationwide one to pick.

    `header_row` counts rows that hold anything, from 1. `district` is a 7-digit LEAID or a district's name,
    `schools` are names of schools.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    district: str = ""
    schools: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeasureTable:
    """A table as it was read: its headings, and its rows, each as wide as the headings.

    Of a nationwide table only the rows picked; `rows_read` counts them all.
    """

    headings: Row
    rows: tuple[Row, ...]
    header_row: int
    rows_read: int
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    is_crdc: bool = False


def read_measure_table(data: bytes, name: str, choices: MeasureChoices | None = None) -> MeasureTable:
    """The table in a file; raises UnreadableFile where it is no table with headings of their own."""
    wanted = choices or MeasureChoices()
    if is_workbook(data):
        book = open_workbook(data, name)
        sheet = wanted.sheet or next(iter(book.visible), "")
        return _table(book.rows(sheet), name, wanted, sheet=sheet, sheets=book.sheets)
    text = open_delimited(data, name, wanted.encoding, wanted.delimiter)
    return _table(text.rows, name, wanted, encoding=text.encoding, delimiter=text.delimiter)


def _table(
    rows: Iterable[Iterable[str]],
    name: str,
    choices: MeasureChoices,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    sheets: Row = (),
) -> MeasureTable:
    cleaned = (tuple(_clean(cell) for cell in row) for row in rows)
    top = list(islice(cleaned, _TOP))
    if not top:
        raise UnreadableFile(name, "it holds no rows", "choose the file or sheet with the numbers")
    header_row = choices.header_row or _likely_header_row(top)
    if header_row > len(top):
        raise UnreadableFile(name, f"it has no row {header_row}", "choose the row with the headings again")
    headings = _headings(top[header_row - 1], name)
    crdc = is_crdc(headings)
    numbered = enumerate(chain(top[header_row:], cleaned), header_row + 1)
    fitted = (_fitted(row, len(headings), number, name) for number, row in numbered)
    picking = CrdcPicking(headings, choices.district, choices.schools) if crdc else None
    kept, count = _kept(fitted, picking, name)
    return MeasureTable(headings, kept, header_row, count, encoding, delimiter, sheet, sheets, crdc)


def _kept(rows: Iterator[Row], picking: CrdcPicking | None, name: str) -> tuple[tuple[Row, ...], int]:
    kept: list[Row] = []
    count = 0
    for row in rows:
        count += 1
        if picking is None or picking.takes(row):
            kept.append(row)
        if len(kept) > MOST_ROWS:
            why = f"it has more than {MOST_ROWS:,} rows for this engagement"
            raise UnreadableFile(name, why, "leave out the rows of other districts")
    return tuple(kept), count


def _likely_header_row(top: list[Row]) -> int:
    """The first row that is filled about as far as the widest is: titles above a table fill a cell or two."""
    filled = [sum(1 for cell in row if cell) for row in top]
    return next(number for number, cells in enumerate(filled, 1) if cells * 2 > max(filled))


def _headings(row: Row, name: str) -> Row:
    width = max(place for place, cell in enumerate(row, 1) if cell)
    headings = row[:width]
    twice = [
        cell for cell, times in Counter(cell.casefold() for cell in headings if cell).items() if times > 1
    ]
    if twice:
        said = printable(next(cell for cell in headings if cell.casefold() == twice[0]), _LONGEST)
        raise UnreadableFile(
            name, f"two of its columns are called “{said}”", "give each column a heading of its own"
        )
    return headings


def _fitted(row: Row, width: int, number: int, name: str) -> Row:
    """The row as wide as the headings; cells beyond them would belong to no column."""
    if any(row[width:]):
        why = f"row {number} has more cells than there are headings"
        raise UnreadableFile(
            name, why, "look for a delimiter inside a text, or choose the row with the headings"
        )
    return (*row[:width], *[""] * (width - len(row)))


def _clean(cell: str) -> str:
    return _BLANKS.sub(" ", without_hidden_marks(cell)).strip() if cell else ""
