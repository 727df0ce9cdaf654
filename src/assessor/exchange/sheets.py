"""A workbook or a delimited text as sheets of text rows: for small files read whole, such as forms."""

from dataclasses import dataclass

from assessor.exchange.tables import read_delimited
from assessor.exchange.workbooks import is_workbook, open_workbook


@dataclass(frozen=True)
class SheetRows:
    """A sheet's name, empty for a delimited text, and its rows that hold anything."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def read_sheets(data: bytes, name: str, encoding: str | None = None) -> tuple[SheetRows, ...]:
    """Every sheet of a workbook, or the one table of a text; raises UnreadableFile with one sentence."""
    if is_workbook(data):
        book = open_workbook(data, name)
        return tuple(SheetRows(sheet, tuple(book.rows(sheet))) for sheet in book.sheets)
    return (SheetRows("", read_delimited(data, name, encoding).rows),)
