"""Which rows of a table something holds for, as one number with a byte a row: fast to join and to count."""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import TypeAlias

from assessor.exchange.cell_columns import Codes

RowMask: TypeAlias = int
"""Byte n, from the lowest, is 1 where it holds for row n; masks join by | and &, bit_count counts."""


def rows_where(codes: Codes, holds: Sequence[bool]) -> RowMask:
    """The rows whose code is one for which it holds."""
    flags = bytes(holds)
    if codes.typecode == "B":
        told = codes.tobytes().translate(flags.ljust(256, b"\0"))
    else:
        told = bytes(map(flags.__getitem__, codes))
    return int.from_bytes(told, "little")


def no_rows() -> RowMask:
    """None of the rows."""
    return 0


def each_row(mask: RowMask, rows: int) -> Iterator[int]:
    """The places of the rows in a mask, from 0, of a table of so many rows."""
    return compress(range(rows), mask.to_bytes(rows, "little"))


def all_rows(rows: int) -> RowMask:
    """Every row of a table of so many."""
    return int.from_bytes(b"\1" * rows, "little")
