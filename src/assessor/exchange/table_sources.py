"""Where the rows of a table come from: delimited text, or a sheet of a workbook."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assessor.exchange.signatures import why_not_text
from assessor.exchange.tables import Row, open_delimited


@dataclass(frozen=True)
class TableSource:
    """The rows of a file that hold anything, one by one; `done` tells how many of its bytes are read.

    A workbook has no delimiter; `sheets` are those it has and `sheet` is the one that is read.
    """

    rows: Iterator[Row]
    done: Callable[[], int]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def open_source(
    data: bytes, name: str, encoding: str | None, delimiter: str | None, sheet: str | None
) -> TableSource:
    """The table in the bytes of a file; raises UnreadableFile where there is none."""
    if why_not_text(data):
        from assessor.exchange.workbooks import is_workbook, likely_sheet, open_workbook

        if is_workbook(data):
            book = open_workbook(data, name)
            chosen = sheet or likely_sheet(book.visible) or ""
            return TableSource(iter(book.rows(chosen)), lambda: len(data), sheet=chosen, sheets=book.sheets)
    text = open_delimited(data, name, encoding, delimiter)
    return TableSource(text.rows, text.done, text.encoding, text.delimiter)


def import_readers(data: bytes) -> None:
    """Import what will read these bytes, for a process that soon opens no more files."""
    if why_not_text(data):
        import assessor.exchange.workbooks  # noqa: F401  # loaded for what comes
