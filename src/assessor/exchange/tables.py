"""Delimited text to rows of cells: encoding and delimiter found or told, RFC 4180 quoting, all bounded."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from assessor.exchange.texts import DecodedText, changes_direction, decode_text
from assessor.exchange.unreadable import UnreadableFile

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 16_384
MOST_ROWS = 200_000
MOST_CELLS = 4_000_000
_TRIAL_CHARACTERS = 1_000_000
_TRIAL_ROWS = 30
_LONG_CELL = "field larger than field limit"
_OPEN_QUOTE = "unexpected end of data"


@dataclass(frozen=True)
class DelimitedText:
    """The rows of a delimited text that hold anything, each as long as it was written."""

    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str
    turns_direction: bool = False


def read_delimited(
    data: bytes, name: str, encoding: str | None = None, delimiter: str | None = None
) -> DelimitedText:
    """The rows of a CSV-like file; raises UnreadableFile with the line where it goes wrong."""
    decoded = decode_text(data, name, encoding)
    text, told = _without_separator_line(decoded)
    chosen = delimiter or told or _likeliest_delimiter(text)
    rows = tuple(_bounded_rows(text, chosen, name))
    return DelimitedText(rows, decoded.encoding, chosen, changes_direction(text))


def _without_separator_line(decoded: DecodedText) -> tuple[str, str | None]:
    """Excel writes and reads a first line such as `sep=;`."""
    first, _, rest = decoded.text.partition("\n")
    if first.lower().startswith("sep=") and len(first.rstrip("\r")) == len("sep=;"):
        return rest, first[len("sep=")]
    return decoded.text, None


def _bounded_rows(text: str, delimiter: str, name: str) -> Iterator[tuple[str, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = cells = 0
    start = 1
    # Answers repeat, so equal cells share one text: a large table needs a tenth of the memory.
    shared: dict[str, str] = {}
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows, cells = rows + 1, cells + len(row)
                _check_size(len(row), rows, cells, start, name)
                yield tuple([shared.setdefault(cell, cell) for cell in row])
            start = reader.line_num + 1
    except csv.Error as error:
        raise _wrong_quoting(str(error), start, name) from error


def _check_size(columns: int, rows: int, cells: int, line: int, name: str) -> None:
    if columns > MOST_COLUMNS:
        why = f"line {line} has more than {MOST_COLUMNS:,} columns"
        raise UnreadableFile(name, why, "check the delimiter, or export fewer columns")
    if rows > MOST_ROWS or cells > MOST_CELLS:
        why = f"it has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells"
        raise UnreadableFile(name, why, "split it into parts and import each")


def _wrong_quoting(fault: str, line: int, name: str) -> UnreadableFile:
    if _LONG_CELL in fault:
        longest = csv.field_size_limit()
        why = f"the row that starts on line {line} has a cell of more than {longest:,} characters"
        return UnreadableFile(name, why, "look for a quotation mark that is never closed and export it again")
    if _OPEN_QUOTE in fault:
        why = f"the row that starts on line {line} opens a quotation mark that is never closed"
        return UnreadableFile(name, why, "it may be cut off, so export it again")
    why = f"the row that starts on line {line} has a single quotation mark inside a quoted cell"
    return UnreadableFile(name, why, "double that quotation mark, or choose another delimiter")


def _likeliest_delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into the most columns of one number."""
    scores = {delimiter: _evenness(text, delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda delimiter: scores[delimiter])


def _evenness(text: str, delimiter: str) -> float:
    widths = _trial_widths(text[:_TRIAL_CHARACTERS], delimiter)
    if not widths:
        return 0.0
    width, times = Counter(widths).most_common(1)[0]
    heading_fits = 1.0 if widths[0] == width else 0.25
    return heading_fits * width * (times / len(widths)) ** 2 if width > 1 else 0.0


def _trial_widths(sample: str, delimiter: str) -> list[int]:
    widths: list[int] = []
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True)
    try:
        widths.extend(len(row) for row in islice(rows, _TRIAL_ROWS) if row)
    except csv.Error as error:
        # The sample may end in a quoted cell of the text; any other fault speaks against the delimiter.
        return widths if _OPEN_QUOTE in str(error) else []
    return widths
