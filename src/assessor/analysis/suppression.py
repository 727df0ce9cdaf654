"""Which counts of linked tables must be hidden so that none of those hidden can be worked out."""

from collections import deque
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from assessor.analysis.alternatives import Alternatives, Line


class Mark(Enum):
    """Why a count is hidden, if it is; all but WITHHELD tell an outsider something about its size."""

    SHOWN = auto()
    TOO_FEW = auto()
    UNANIMOUS = auto()
    PROTECTS = auto()
    WITHHELD = auto()
    UNPRINTED = auto()
    """Known to nobody: it is in no table, but others add up from it."""


class Suppression:
    """The marks of counts in linked tables, and what is done to them until they protect each other."""

    def __init__(
        self,
        counts: Sequence[int],
        marks: Sequence[Mark],
        lines: Sequence[Line],
        tables: Sequence[int],
        threshold: int,
        least_small: int = 0,
    ) -> None:
        self.marks = list(marks)
        self._counts, self._lines, self._threshold = counts, lines, threshold
        self._known = {0}
        self._least_small, self._spread = least_small, (threshold + 1) // 2 - 1
        self._far = sum(counts) + threshold
        self._alternatives = Alternatives(counts, lines, tables)
        self._lines_of: list[list[int]] = [[] for _ in counts]
        for number, line in enumerate(lines):
            for place in (*line.parts, line.total):
                self._lines_of[place].append(number)
        self._chosen_in: dict[int, int] = {}
        bounds = [self._bounds(place) for place in range(len(counts))]
        self._low, self._high = [low for low, _ in bounds], [high for _, high in bounds]
        self._suspects = set(range(len(lines)))

    def chose_in(self, line: int, places: Iterable[int]) -> None:
        """Tell that these were hidden as the smallest of a line: none is as large as what it still shows."""
        for place in places:
            self._chosen_in[place] = line
        self._refresh([line])

    def know(self, places: Iterable[int]) -> None:
        """Tell that these are shown elsewhere too, as the whole is: to hide them here would be no help."""
        self._known.update(places)

    def protect(self) -> int | None:
        """Hide one count after another until nothing that is hidden can be worked out.

        Returns the count that still can be when nothing is left to hide; None when all is well.
        """
        self._mend_lines()
        waiting = deque(place for place, mark in enumerate(self.marks) if mark is not Mark.SHOWN)
        while waiting:
            if self._is_safe(waiting[0]):
                waiting.popleft()
            elif new := self._hide_near(waiting[0]):
                waiting.extend([*new, *self._mend_lines()])
            else:
                return waiting[0]
        return None

    def _mend_lines(self) -> list[int]:
        """Hide in every line whose shown members give a hidden one away; returns what was hidden."""
        hidden = []
        while self._suspects:
            number = self._suspects.pop()
            if self._leaks(self._lines[number]):
                hidden += self._hide_in([number])
        return hidden

    def _leaks(self, line: Line) -> bool:
        """Whether subtraction gives a hidden member away, or the answers of too few persons together."""
        parts = [part for part in line.parts if self.marks[part] is not Mark.SHOWN]
        if any(self.marks[part] is Mark.UNPRINTED for part in line.parts):
            return False
        if self._is_hidden(line.total):
            return not parts
        together = sum(self._counts[part] for part in parts)
        return bool(parts) and (len(parts) == 1 or together < self._threshold)

    def _is_safe(self, place: int) -> bool:
        if self.marks[place] is Mark.UNPRINTED:
            return True
        seen = self._alternatives
        if seen.most[place] - seen.least[place] >= self._spread:
            return True
        return seen.reach(place, self._spread, self._low, self._high)

    def _hide_near(self, place: int) -> list[int]:
        """Hide what is smallest in the lines of a count, or else in lines ever further from it."""
        if hidden := self._hide_in(sorted(self._alternatives.stuck), parts_only=True):
            return hidden
        reached, near = set(self._lines_of[place]), set(self._lines_of[place])
        while near:
            if hidden := self._hide_in(sorted(near)):
                return hidden
            members = {
                member
                for number in near
                for member in (*self._lines[number].parts, self._lines[number].total)
                if self._is_hidden(member)
            }
            near = {number for member in members for number in self._lines_of[member]} - reached
            reached |= near
        return []

    def _hide_in(self, numbers: Sequence[int], *, parts_only: bool = False) -> list[int]:
        """Hide the smallest part still shown in some lines, or where there is none the smallest total."""
        shown = [
            (self._counts[part], part, number)
            for number in numbers
            for part in self._lines[number].parts
            if self.marks[part] is Mark.SHOWN and self._counts[part] and part not in self._known
        ]
        if shown:
            _, place, number = min(shown)
            self._chosen_in[place] = number
        elif parts_only:
            return []
        else:
            totals = {self._lines[number].total for number in numbers}
            left = [place for place in totals - self._known if self.marks[place] is Mark.SHOWN]
            if not left:
                return []
            place = min(left, key=lambda total: (self._counts[total], total))
        self.marks[place] = Mark.PROTECTS
        self._refresh(self._lines_of[place])
        self._suspects.update(self._lines_of[place])
        return [place]

    def _is_hidden(self, place: int) -> bool:
        return self.marks[place] is not Mark.SHOWN

    def _refresh(self, numbers: Iterable[int]) -> None:
        """Bring up to date what an outsider knows of the members of some lines."""
        for number in numbers:
            for place in (*self._lines[number].parts, self._lines[number].total):
                self._low[place], self._high[place] = self._bounds(place)

    def _bounds(self, place: int) -> tuple[int, int]:
        """What an outsider knows of a count from its mark, and from why it was chosen."""
        n, mark = self._counts[place], self.marks[place]
        if mark is Mark.SHOWN:
            return n, n
        if mark is Mark.TOO_FEW:
            return self._least_small, self._threshold - 1
        if mark is Mark.UNANIMOUS:
            return self._threshold, 2 * self._threshold - 1
        if mark is Mark.PROTECTS:
            return self._threshold, self._below_shown(place)
        return 0, self._far

    def _below_shown(self, place: int) -> int:
        """The most a count can have that was hidden as the smallest of a line."""
        number = self._chosen_in.get(place)
        parts = () if number is None else self._lines[number].parts
        shown = (n for part in parts if (n := self._counts[part]) and self.marks[part] is Mark.SHOWN)
        return max(self._counts[place], min(shown, default=self._far) - 1)
