"""Cells of a table by column: the values a column holds, each once, and which of them stands in each row."""

from array import array
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, repeat, zip_longest
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypeVar

from pydantic import PlainSerializer, PlainValidator

if TYPE_CHECKING:
    Numbers: TypeAlias = array[int]
else:  # which cannot say so while it runs
    Numbers = array

Key = TypeVar("Key", bound=Hashable)

_WIDTHS = ("B", "H", "I")
_FEW = 64


def _as_text(codes: Numbers) -> str:
    """Codes fit for JSON, by which a table comes from the process that reads it."""
    return codes.typecode + b64encode(codes.tobytes()).decode()


def _from_text(told: object) -> Numbers:
    if not isinstance(told, str):
        raise TypeError("codes are told as text")
    codes = array(told[:1])
    codes.frombytes(b64decode(told[1:]))
    return codes


Codes: TypeAlias = Annotated[Numbers, PlainValidator(_from_text), PlainSerializer(_as_text)]


@dataclass(frozen=True)
class CellColumn:
    """One column: row n holds `values[codes[n]]`."""

    values: tuple[str, ...]
    codes: Codes

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> str:
        return self.values[self.codes[row]]

    def __iter__(self) -> Iterator[str]:
        return map(self.values.__getitem__, self.codes)

    @cached_property
    def times(self) -> tuple[int, ...]:
        """In how many rows each value stands."""
        return count_codes(self.codes, len(self.values))

    @property
    def counts(self) -> Counter[str]:
        """The values with the number of rows they stand in."""
        return Counter(dict(zip(self.values, self.times, strict=True)))


def count_codes(codes: Codes, values: int) -> tuple[int, ...]:
    """How often each code below `values` stands among the codes."""
    if codes.typecode == "B" and values <= _FEW:
        raw = codes.tobytes()
        return tuple(raw.count(code) for code in range(values))
    tally = Counter(codes)
    return tuple(tally[code] for code in range(values))


def blank_column(rows: int) -> CellColumn:
    """A column with nothing in it."""
    return CellColumn(("",), array("B", bytes(rows)))


class Numbered(dict[Key, int]):
    """Numbers what is looked up, in the order in which it first is."""

    def __missing__(self, key: Key) -> int:
        number = self[key] = len(self)
        return number


class ColumnsBuilder:
    """Takes rows of cells in blocks and turns them into columns; what a shorter row lacks is blank.

    A cell costs its look-up and a byte or two, so that millions of answers need a few megabytes.
    """

    def __init__(self) -> None:
        self.rows = 0
        self.is_ragged = False
        self._numbered: list[Numbered[str]] = []
        self._codes: list[Codes] = []

    def add(self, block: Sequence[Sequence[str]]) -> None:
        """Take the next rows."""
        lengths = set(map(len, block))
        widest = max(lengths, default=0)
        self.widen(widest)
        cells: Iterable[tuple[str, ...]]
        if lengths == {len(self._codes)}:
            cells = zip(*block, strict=True)
        else:
            self.is_ragged = self.is_ragged or bool(lengths)
            cells = chain(zip_longest(*block, fillvalue=""), repeat(("",) * len(block)))
        for place, column in zip(range(len(self._codes)), cells, strict=False):
            self._append(place, column)
        self.rows += len(block)

    @property
    def width(self) -> int:
        """How many columns there are so far."""
        return len(self._codes)

    def widen(self, width: int) -> None:
        """Have at least so many columns; earlier rows are blank in those that are new."""
        if self.rows and width > len(self._codes):
            self.is_ragged = True
        while len(self._codes) < width:
            numbered = Numbered[str]()
            if self.rows:
                numbered[""] = 0
            self._numbered.append(numbered)
            self._codes.append(array("B", bytes(self.rows)))

    def columns(self) -> tuple[CellColumn, ...]:
        """The columns of all rows taken."""
        return tuple(
            CellColumn(tuple(numbered), codes)
            for numbered, codes in zip(self._numbered, self._codes, strict=True)
        )

    def _append(self, place: int, cells: tuple[str, ...]) -> None:
        """Add cells to a column, which is made wider where it holds too many values for its codes."""
        codes = self._codes[place]
        try:
            codes.extend(map(self._numbered[place].__getitem__, cells))
        except OverflowError:
            wider = _WIDTHS[_WIDTHS.index(codes.typecode) + 1]
            self._codes[place] = array(wider, codes[: self.rows])
            self._append(place, cells)
