"""The first rows of a survey table, which tell what tool wrote it and where the answers begin."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_IMPORT_ID = re.compile(r"""^\{['"]ImportId['"]""")
_MOMENT = re.compile(
    r"^(\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d\d)|\d{4}[/-]\d{1,2}[/-]\d{1,2})[ T,]+\d{1,2}:\d\d(:\d\d)?\b"
)
_DAY = re.compile(
    r"^(\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d\d)|\d{4}[/-]\d{1,2}[/-]\d{1,2}|[A-Z][a-z]{2} \d{1,2}, \d{4})"
    r"([ T,]+\d{1,2}:\d\d.{0,20})?$"
)
_RECOGNIZED_FROM = 30
TIMESTAMPS = frozenset({
    "timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data/hora", "tijdstempel",
    "informazioni cronologiche", "sygnatura czasowa", "tidsstempel", "tidsstämpel", "aikaleima",
    "отметка времени", "タイムスタンプ", "时间戳记", "타임스탬프", "zaman damgası", "dấu thời gian",
})  # fmt: skip
"""How Google Forms calls its first column, in lower case."""


@dataclass(frozen=True)
class Opening:
    """The first rows of a table, with blanks made plain; `names` are the first row's cells in lower case.

    `sheets` are the sheets of the workbook it stands in, in lower case.
    """

    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...]
    names: frozenset[str]
    sheets: frozenset[str] = frozenset()

    def row(self, index: int) -> tuple[str, ...]:
        """A row by its place, empty where the table is shorter."""
        return self.rows[index] if index < len(self.rows) else ()

    def column(self, index: int) -> tuple[str, ...]:
        """The filled cells below the first row's cell in a column."""
        return tuple(row[index] for row in self.rows[1:] if index < len(row) and row[index])


def opening_of(rows: tuple[tuple[str, ...], ...], sheets: Iterable[str] = ()) -> Opening:
    """The part of a table that tells which tool wrote it."""
    first = tuple(tuple(plain(cell) for cell in row) for row in rows[:_RECOGNIZED_FROM])
    header = tuple(cell.casefold() for cell in first[0]) if first else ()
    return Opening(first, header, frozenset(header), frozenset(plain(one).casefold() for one in sheets))


def plain(cell: str) -> str:
    """A cell's text with every run of blanks as one space."""
    if cell.isascii():  # most are, and this is the fast way for them
        return " ".join(cell.split())
    return _SPACES.sub(" ", cell).strip()


def looks_like_day(cell: str) -> bool:
    """Whether a cell reads as a day, with or without a time."""
    return bool(_DAY.match(plain(cell)))


def looks_like_moment(cell: str) -> bool:
    """Whether a cell reads as a day with a time of day."""
    return bool(_MOMENT.match(cell))


def import_id_row(opening: Opening) -> int | None:
    """The index of the row in which Qualtrics names its ImportIds."""
    for index in (1, 2):
        if any(_IMPORT_ID.match(cell) for cell in opening.row(index)):
            return index
    return None
