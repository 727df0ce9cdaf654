"""Delimited text to rows of cells: encoding and delimiter found or told, RFC 4180 quoting, all bounded."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from assessor.exchange.texts import changes_direction, find_encoding
from assessor.exchange.unreadable import UnreadableFile

Row: TypeAlias = tuple[str, ...] | list[str]

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
MOST_CELLS = 32_000_000
_LONGEST_LINE = 16 << 20
_TRIAL_BYTES = 1_000_000
_TRIAL_ROWS = 30
_LONG_CELL = "field larger than field limit"
_OPEN_QUOTE = "unexpected end of data"
_SEPARATOR_LINE = "sep="


@dataclass(frozen=True)
class DelimitedText:
    """The rows of a delimited text that hold anything, each as long as it was written."""

    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str
    turns_direction: bool = False


@dataclass(frozen=True)
class OpenedText:
    """A delimited text whose rows come one by one, so that a large one is never held whole.

    `done` tells how many bytes of it have been read.
    """

    rows: Iterator[list[str]]
    encoding: str
    delimiter: str
    done: Callable[[], int]


def read_delimited(
    data: bytes, name: str, encoding: str | None = None, delimiter: str | None = None
) -> DelimitedText:
    """The rows of a CSV-like file; raises UnreadableFile with the line where it goes wrong."""
    text = open_delimited(data, name, encoding, delimiter)
    rows = tuple(map(tuple, text.rows))
    turns = any(changes_direction(cell) for row in rows for cell in row)
    return DelimitedText(rows, text.encoding, text.delimiter, turns)


def open_delimited(
    data: bytes, name: str, encoding: str | None = None, delimiter: str | None = None
) -> OpenedText:
    """A CSV-like file to read row by row; UnreadableFile may come at once or while reading."""
    _check_lines(data, name)
    found = find_encoding(data, name, encoding)
    told = _told_delimiter(_first_text(data, found))
    raw = io.BytesIO(data)
    stream = io.TextIOWrapper(raw, encoding=found, newline="")
    if told:
        stream.readline()
    chosen = delimiter or told or _likeliest_delimiter(_first_text(data, found))
    rows = _bounded_rows(stream, chosen, name, 2 if told else 1)
    return OpenedText(rows, found, chosen, lambda: len(data) if raw.closed else raw.tell())


def _check_lines(data: bytes, name: str) -> None:
    """A line is cut into its cells at once, so one without an end would take all the memory there is."""
    start = 0
    while len(data) - start > _LONGEST_LINE:
        end = start + _LONGEST_LINE
        last = max(data.rfind(b"\n", start, end), data.rfind(b"\r", start, end))
        if last < 0:
            line = data.count(b"\n", 0, start) + 1
            why = f"line {line} is longer than {_LONGEST_LINE >> 20} MB"
            raise UnreadableFile(name, why, "export it again, with a line for each response")
        start = last + 1


def _first_text(data: bytes, encoding: str) -> str:
    """The beginning of the text, which may end inside a row."""
    return codecs.getincrementaldecoder(encoding)("ignore").decode(data[:_TRIAL_BYTES])


def _told_delimiter(text: str) -> str | None:
    """Excel writes and reads a first line such as `sep=;`."""
    first = text[: len("sep=;\r")].partition("\n")[0].rstrip("\r")
    is_told = first.lower().startswith(_SEPARATOR_LINE) and len(first) == len("sep=;")
    return first[-1] if is_told else None


def _bounded_rows(stream: io.TextIOBase, delimiter: str, name: str, start: int) -> Iterator[list[str]]:
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    above = start - 1
    rows = cells = 0
    try:
        for row in reader:
            if any(map(str.strip, row)):
                rows += 1
                cells += len(row)
                if len(row) > MOST_COLUMNS or rows > MOST_ROWS or cells > MOST_CELLS:
                    raise _too_large(len(row), start, name)
                yield row
            start = above + reader.line_num + 1
    except csv.Error as error:
        raise _wrong_quoting(str(error), start, name) from error


def _too_large(columns: int, line: int, name: str) -> UnreadableFile:
    if columns > MOST_COLUMNS:
        why = f"line {line} has more than {MOST_COLUMNS:,} columns"
        return UnreadableFile(name, why, "check the delimiter, or export fewer columns")
    why = f"it has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells"
    return UnreadableFile(name, why, "split it into parts and import each")


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
    widths = _trial_widths(text, delimiter)
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
