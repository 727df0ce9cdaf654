"""Which counts of an additive table must be hidden so that none of those hidden can be worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from assessor.analysis.inference import Arc, possible_range


class Mark(Enum):
    """Why a count is hidden, if it is; all but WITHHELD tell an outsider something about its size."""

    SHOWN = auto()
    TOO_FEW = auto()
    UNANIMOUS = auto()
    PROTECTS = auto()
    WITHHELD = auto()


@dataclass(frozen=True)
class Count:
    """A number of persons, its mark to begin with, and the nodes it flows between (see `inference.Arc`)."""

    n: int
    mark: Mark
    tail: str
    head: str


@dataclass(frozen=True)
class Line:
    """An additive set: the places of its parts and of their total among the counts of a table."""

    parts: tuple[int, ...]
    total: int


class Suppression:
    """The marks of a table's counts, and what is done to them until they protect each other."""

    def __init__(self, counts: Sequence[Count], threshold: int) -> None:
        self.marks = [count.mark for count in counts]
        self._counts = counts
        self._threshold = threshold
        self._least_possible = (threshold + 1) // 2

    def protect(self, lines: Sequence[Line], hideable: Sequence[int]) -> None:
        """Hide one count after another, smallest first, until nothing in `lines` can be worked out.

        Only counts at `hideable` places are hidden; where all of them are and it is still not enough, all are
        withheld, which tells nothing of their sizes.
        """
        while weak := self._weak_places(lines):
            left = [place for place in hideable if self.marks[place] is Mark.SHOWN]
            near = [place for place in left if place in weak] or left
            if not near:
                for place in hideable:
                    self.marks[place] = Mark.WITHHELD
                return
            self.marks[min(near, key=lambda place: (self._counts[place].n, place))] = Mark.PROTECTS

    def _weak_places(self, lines: Sequence[Line]) -> set[int]:
        """Return the places among which one more is to be hidden; empty when all is well."""
        for line in lines:
            if self._leaks(line):
                return set(line.parts)
        for place in sorted({place for line in lines for place in (*line.parts, line.total)}):
            if self._hidden(place) and self._too_narrow(place):
                return {part for line in lines if place in (*line.parts, line.total) for part in line.parts}
        return set()

    def _leaks(self, line: Line) -> bool:
        """Return whether subtraction gives a hidden member away, or the value of too few persons together."""
        hidden = [part for part in line.parts if self._hidden(part)]
        if self._hidden(line.total):
            return not hidden
        together = sum(self._counts[part].n for part in hidden)
        alone = len(hidden) == 1 and len(line.parts) > 1
        return bool(hidden) and (alone or together < self._threshold)

    def _hidden(self, place: int) -> bool:
        return self.marks[place] is not Mark.SHOWN

    def _too_narrow(self, place: int) -> bool:
        if self.marks[place] is Mark.WITHHELD:
            return False
        arcs = [self._arc(count, mark) for count, mark in zip(self._counts, self.marks, strict=True)]
        least, largest = possible_range(arcs, place, self._least_possible)
        return largest - least + 1 < self._least_possible

    def _arc(self, count: Count, mark: Mark) -> Arc:
        """Return the count with what its mark tells of it; further up than is looked, no bound is needed."""
        far = count.n + self._least_possible
        bounds = {
            Mark.SHOWN: (count.n, count.n),
            Mark.TOO_FEW: (0, self._threshold - 1),
            Mark.UNANIMOUS: (self._threshold, 2 * self._threshold - 1),
            Mark.PROTECTS: (self._threshold, far),
            Mark.WITHHELD: (0, far),
        }
        return Arc(count.tail, count.head, count.n, *bounds[mark])
