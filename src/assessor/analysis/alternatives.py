"""Other tables that look the same from outside: what proves that a hidden count cannot be worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_TRIED_AT_A_GAP: Final = 6
_LONGEST_SEARCH: Final = 300
_LONGEST_IN_A_TABLE: Final = 40
_MOST_MOVED: Final = 120


@dataclass(frozen=True)
class Line:
    """An additive set: the places of its parts and of their total among the counts, and whose line it is.

    Lines of the same `table` are closed together, by counts of that table only.
    """

    parts: tuple[int, ...]
    total: int
    table: int = 0


class Alternatives:
    """Tables that fit all that is shown, found one by one, and how far the counts differ among them.

    Every table kept adds up along all lines and has each count within what is known of it, so that no
    outsider, with whatever solver, can bound a count more tightly than `least` to `most`. `tables` says to
    which table a count belongs; where there are several, those of table 0 are the totals they share.
    """

    def __init__(self, counts: Sequence[int], lines: Sequence[Line], tables: Sequence[int]) -> None:
        self.least, self.most = list(counts), list(counts)
        self.stuck: set[int] = set()
        """The lines that could not be closed when the last search failed."""
        self._counts, self.lines, self.tables = counts, lines, tables
        self.are_apart = any(tables)
        self.members = [((line.total, -1), *((part, 1) for part in line.parts)) for line in lines]
        self.lines_of: list[list[tuple[int, int]]] = [[] for _ in counts]
        for number, members in enumerate(self.members):
            for place, sign in members:
                self.lines_of[place].append((number, sign))

    def reach(self, place: int, spread: int, low: Sequence[int], high: Sequence[int]) -> bool:
        """Look for tables in which a count differs by `spread`; `low` and `high` is what is known of each."""
        self.stuck = set()
        for way in (1, -1):
            table = list(self._counts)
            while (missing := spread - self.most[place] + self.least[place]) > 0:
                steps = dict.fromkeys((missing, (missing + 1) // 2, 1))
                if not any(self._step(table, place, way * step, low, high) for step in steps):
                    break
        return self.most[place] - self.least[place] >= spread

    def _step(self, table: list[int], place: int, step: int, low: Sequence[int], high: Sequence[int]) -> bool:
        """Move one count of `table` and whatever must go with it; the table is left as it was if none can."""
        search = _Search(self, table, low, high)
        if not search.fits(place, step) or not search.move(place, step):
            self.stuck |= search.stuck
            return False
        for changed, by in search.changes.items():
            table[changed] += by
            self.least[changed] = min(self.least[changed], table[changed])
            self.most[changed] = max(self.most[changed], table[changed])
        return True


class _Search:
    """Moves a count and then others, until every line adds up again."""

    def __init__(
        self, of: Alternatives, table: Sequence[int], low: Sequence[int], high: Sequence[int]
    ) -> None:
        self.changes: dict[int, int] = {}
        self.stuck: set[int] = set()
        self._members, self._lines_of = of.members, of.lines_of
        self._lines, self._tables, self._are_apart = of.lines, of.tables, of.are_apart
        self._table, self._low, self._high = table, low, high
        self._gaps: dict[int, dict[int, int]] = {}
        self._left = _LONGEST_SEARCH

    def move(self, place: int, step: int) -> bool:
        """Move one count and close all gaps this opens."""
        home = self._tables[place]
        if not self._are_apart:
            self._apply(place, step)
            return self._close(home)
        if not home:
            return self._move_totals(place, step)
        self._apply(place, step)
        if self._close(home):
            return True
        totals = [self._lines[number].total for number, sign in self._lines_of[place] if sign > 0]
        return any(self._move_totals(total, step, (place,)) for total in totals)

    def _move_totals(self, total: int, step: int, parts: Sequence[int] = ()) -> bool:
        """Move a total and some of its parts, another total the other way, and then every table apart."""
        families = [number for number, _ in self._lines_of[total] if not self._lines[number].table]
        others = [part for number in families for part in self._lines[number].parts if part != total]
        if not self.fits(total, step):
            return False
        others = [other for other in others if self.fits(other, -step)][:_TRIED_AT_A_GAP]
        for other in others:
            self.changes, self._gaps = {}, {}
            for place, by in ((total, step), (other, -step), *((part, step) for part in parts)):
                self._apply(place, by)
            if self._close_others():
                return True
        return False

    def fits(self, place: int, step: int) -> bool:
        return self._low[place] <= self._table[place] + step <= self._high[place]

    def _close_others(self) -> bool:
        for table in sorted(table for table, gaps in self._gaps.items() if gaps):
            self._left = _LONGEST_IN_A_TABLE
            open_ = set(self._gaps[table])
            if not self._close(table):
                self.stuck |= open_
                return False
        return True

    def _apply(self, place: int, step: int) -> None:
        self.changes[place] = self.changes.get(place, 0) + step
        for line, sign in self._lines_of[place]:
            gaps = self._gaps.setdefault(self._lines[line].table, {})
            gaps[line] = gaps.get(line, 0) + sign * step
            if not gaps[line]:
                del gaps[line]

    def _close(self, table: int) -> bool:
        """Close the gaps of one table by moving counts of it; undone when that cannot be."""
        gaps = self._gaps.get(table)
        if not gaps:
            return True
        if self._left <= 0 or len(self.changes) > _MOST_MOVED:
            return False
        line = next(reversed(gaps))
        for _, place, step in self._ways(line, gaps, table):
            self._left -= 1
            self._apply(place, step)
            if self._close(table):
                return True
            self._apply(place, -step)
            del self.changes[place]
            if self._left <= 0:
                return False
        return False

    def _ways(self, line: int, gaps: dict[int, int], table: int) -> list[tuple[int, int, int]]:
        """The counts of a table that could close a gap, those first that open the fewest others."""
        found = []
        for place, sign in self._members[line]:
            step = -gaps[line] * sign
            if self._tables[place] == table and place not in self.changes and self.fits(place, step):
                found.append((self._cost(place, step, gaps), place, step))
        found.sort()
        return found[:_TRIED_AT_A_GAP]

    def _cost(self, place: int, step: int, gaps: dict[int, int]) -> int:
        """How much further from adding up the lines of a table are after a move."""
        cost = 0
        for line, sign in self._lines_of[place]:
            gap = gaps.get(line, 0)
            cost += abs(gap + sign * step) - abs(gap)
        return cost
