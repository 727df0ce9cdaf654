"""The disclosure control: what may be shown of a breakdown, so that no small group can be worked out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Final

from assessor.analysis.rounding import percent, shown
from assessor.analysis.suppression import Count, Line, Mark, Suppression

LEAST_PUBLIC: Final = 10
LEAST_INTERNAL: Final = 5
ALIKE_PERCENT: Final = 95
PROTECTED_WORDS: Final = "hidden to protect others"


class Treatment(StrEnum):
    """What becomes of a group in a breakdown."""

    SHOWN = "shown"
    TOO_FEW = "too_few"
    PROTECTS_OTHERS = "protects_others"
    UNANIMOUS = "unanimous"


@dataclass(frozen=True)
class Thresholds:
    """The least number of persons behind anything shown, to the public and inside the organizations."""

    public: int = LEAST_PUBLIC
    internal: int = LEAST_INTERNAL

    def __post_init__(self) -> None:
        if self.public < LEAST_PUBLIC or self.internal < LEAST_INTERNAL:
            raise ValueError(f"thresholds may only be raised above {LEAST_PUBLIC} and {LEAST_INTERNAL}")


@dataclass(frozen=True)
class Cell:
    """A group in a breakdown: `n` persons behind its value, and how many of its answers were each answer.

    Without `answers` (where only persons are counted) the rule on groups that answered alike does not apply.
    """

    n: int
    answers: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.n < 0 or any(count < 0 for count in self.answers):
            raise ValueError("a count of persons is never negative")


@dataclass(frozen=True)
class Protected:
    """What may be shown of a group: `n` is None where hidden; `words` stand in its value's place."""

    treatment: Treatment
    n: int | None
    words: str

    @property
    def hidden(self) -> bool:
        """Whether neither the number of persons nor any value of this group may be shown."""
        return self.treatment is not Treatment.SHOWN


@dataclass(frozen=True)
class ProtectedFamily:
    """A breakdown by one variable: its groups in their order, and all of them together."""

    cells: Mapping[str, Protected]
    total: Protected


@dataclass(frozen=True)
class ProtectedTable:
    """A breakdown by two variables: groups by (row, column), totals by row and by column, and the whole."""

    cells: Mapping[tuple[str, str], Protected]
    rows: Mapping[str, Protected]
    columns: Mapping[str, Protected]
    total: Protected


def protect_family(cells: Mapping[str, Cell], threshold: int = LEAST_PUBLIC) -> ProtectedFamily:
    """Return what may be shown of groups that add up to a whole, and of that whole.

    Hidden are groups under `threshold` persons; groups under twice the threshold of which 95% gave the same
    answer; and then, smallest first, as many others as it takes until no group is hidden alone, those hidden
    have `threshold` persons together, and half of `threshold` values of each hidden number stay possible to
    somebody who knows all that is shown and these rules. Where that cannot be reached every group is hidden,
    without saying which are small. The whole is hidden only if it is too small or too alike itself.
    Source: domain.md 2.6 rules 2–4, walk-through in section 10; fault 43. Raises ValueError without groups.
    """
    total = _together(cells.values())
    counts = [_count(cell, threshold, "whole", "parts") for cell in cells.values()]
    counts.append(_count(total, threshold, "parts", "whole"))
    suppression = Suppression(counts, threshold)
    parts = tuple(range(len(cells)))
    suppression.protect([Line(parts, len(cells))], parts)
    found = _protected([*cells.values(), total], suppression.marks, threshold)
    return ProtectedFamily(dict(zip(cells, found, strict=False)), found[-1])


def protect_table(cells: Mapping[tuple[str, str], Cell], threshold: int = LEAST_PUBLIC) -> ProtectedTable:
    """Return what may be shown of groups by two variables, and of the totals of rows and columns.

    The totals are protected first, as two families; then groups are hidden by the rules of `protect_family`
    along every row and column until nothing hidden, group or total, can be worked out. A pair that is not
    named has nobody in it. Source: domain.md 2.6 rules 2–4 and 6; fault 43. Raises ValueError without groups.
    """
    names = [tuple(dict.fromkeys(pair[axis] for pair in cells)) for axis in (0, 1)]
    grid = {(row, column): cells.get((row, column), Cell(0)) for row in names[0] for column in names[1]}
    rows = {row: _together(grid[row, column] for column in names[1]) for row in names[0]}
    columns = {column: _together(grid[row, column] for row in names[0]) for column in names[1]}
    if min(len(rows), len(columns)) < 2:
        return _protect_single_line(grid, rows, columns, threshold)
    total = _together(rows.values())
    counts = [
        _count(cell, threshold, f"row {row}", f"column {column}") for (row, column), cell in grid.items()
    ]
    counts += [_count(cell, threshold, "whole", f"row {row}") for row, cell in rows.items()]
    counts += [_count(cell, threshold, f"column {column}", "parts") for column, cell in columns.items()]
    counts.append(_count(total, threshold, "parts", "whole"))
    marks = _mark_table(counts, len(rows), len(columns), threshold)
    found = _protected([*grid.values(), *rows.values(), *columns.values(), total], marks, threshold)
    first_total, first_column = len(grid), len(grid) + len(rows)
    return ProtectedTable(
        dict(zip(grid, found[:first_total], strict=True)),
        dict(zip(rows, found[first_total:first_column], strict=True)),
        dict(zip(columns, found[first_column:-1], strict=True)),
        found[-1],
    )


def percent_in_words(part: int, whole: int, threshold: int = LEAST_PUBLIC) -> str:
    """Return a share of persons as it may be printed: "41.7%", "≥ 95%", "≤ 5%" or why it is hidden.

    Source: domain.md 2.6 rules 2 and 4. Raises ValueError for a part beyond its whole.
    """
    share = percent(part, whole)
    if share is None or whole < threshold:
        return f"n < {threshold}"
    if 100 - ALIKE_PERCENT < share < ALIKE_PERCENT:
        return f"{shown(share, 1)}%"
    if whole < 2 * threshold:
        return PROTECTED_WORDS
    return f"≥ {ALIKE_PERCENT}%" if share >= ALIKE_PERCENT else f"≤ {100 - ALIKE_PERCENT}%"


def _together(cells: Iterable[Cell]) -> Cell:
    """Return all groups as one. Raises ValueError without groups."""
    found = list(cells)
    if not found:
        raise ValueError("a breakdown needs a group")
    answers = zip_longest(*(cell.answers for cell in found), fillvalue=0)
    return Cell(sum(cell.n for cell in found), tuple(sum(counts) for counts in answers))


def _count(cell: Cell, threshold: int, tail: str, head: str) -> Count:
    """Return the count with its first mark: too few persons, or a small group that answered alike."""
    if cell.n < threshold:
        return Count(cell.n, Mark.TOO_FEW, tail, head)
    alike = cell.n < 2 * threshold and _answered_alike(cell)
    return Count(cell.n, Mark.UNANIMOUS if alike else Mark.SHOWN, tail, head)


def _answered_alike(cell: Cell) -> bool:
    most = max(cell.answers, default=0)
    return most > 0 and 100 * most >= ALIKE_PERCENT * sum(cell.answers)


def _mark_table(counts: Sequence[Count], rows: int, columns: int, threshold: int) -> list[Mark]:
    """Mark the totals as two families, as if no group were shown, and then the groups."""
    inner, whole = rows * columns, len(counts) - 1
    families = (tuple(range(inner, inner + rows)), tuple(range(inner + rows, whole)))
    suppression = Suppression(counts, threshold)
    suppression.marks[:inner] = [Mark.WITHHELD] * inner
    for places in families:
        suppression.protect([Line(places, whole)], places)
    suppression.marks[:inner] = [count.mark for count in counts[:inner]]
    lines = [Line(tuple(range(i * columns, (i + 1) * columns)), inner + i) for i in range(rows)]
    lines += [Line(tuple(range(j, inner, columns)), inner + rows + j) for j in range(columns)]
    suppression.protect(lines, range(inner))
    return suppression.marks


def _protect_single_line(
    grid: Mapping[tuple[str, str], Cell],
    rows: Mapping[str, Cell],
    columns: Mapping[str, Cell],
    threshold: int,
) -> ProtectedTable:
    """Return a table of one row or one column: its groups are its other totals, and have their marks."""
    if len(columns) == 1:
        family = protect_family(rows, threshold)
        return ProtectedTable(
            {(row, column): family.cells[row] for row, column in grid},
            family.cells,
            dict.fromkeys(columns, family.total),
            family.total,
        )
    family = protect_family(columns, threshold)
    return ProtectedTable(
        {(row, column): family.cells[column] for row, column in grid},
        dict.fromkeys(rows, family.total),
        family.cells,
        family.total,
    )


def _protected(cells: Sequence[Cell], marks: Sequence[Mark], threshold: int) -> list[Protected]:
    return [_protect(cell, mark, threshold) for cell, mark in zip(cells, marks, strict=True)]


def _protect(cell: Cell, mark: Mark, threshold: int) -> Protected:
    """Return what may be shown; the words never tell that a group answered alike."""
    if mark is Mark.TOO_FEW:
        return Protected(Treatment.TOO_FEW, None, f"n < {threshold}")
    if mark is Mark.UNANIMOUS:
        return Protected(Treatment.UNANIMOUS, None, PROTECTED_WORDS)
    if mark is not Mark.SHOWN:
        return Protected(Treatment.PROTECTS_OTHERS, None, PROTECTED_WORDS)
    words = f"≥ {ALIKE_PERCENT}%" if _answered_alike(cell) else f"{cell.n}"
    return Protected(Treatment.SHOWN, cell.n, words)
