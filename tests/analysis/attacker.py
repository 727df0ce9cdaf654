"""An outsider with an integer solver: what the tables of a survey that are shown let one work out.

Knows nothing of how the program hides. The unknowns are the respondents by all their traits at once, whole
numbers and never negative; every table is a sum of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

PROTECTED = "hidden to protect others"
Part = tuple[tuple[str, str], ...]
"""Respondents by (trait, choice); with none, all of them."""


@dataclass(frozen=True)
class Publication:
    """What is printed: for every part a number, or the words in its place."""

    traits: Mapping[str, Sequence[str]]
    printed: Mapping[Part, int | str]
    threshold: int
    tables: Sequence[tuple[str, ...]]
    tells_alike: bool = False
    """Whether small groups that answered alike are hidden too: then not all that protects is smallest."""


class Attacker:
    """Finds the least and the largest number that every hidden part can have."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.parts = list(publication.printed)
        self.sums = self._sums()
        bounds = [self._known(part) for part in self.parts]
        self.known = LinearConstraint(self.sums, [low for low, _ in bounds], [high for _, high in bounds])
        self.also: list[LinearConstraint] = []

    def _sums(self) -> np.ndarray:
        """Of which profiles each part is made."""
        profiles = list(product(*self.publication.traits.values()))
        names = list(self.publication.traits)
        return np.array(
            [
                [all(profile[names.index(name)] == choice for name, choice in part) for profile in profiles]
                for part in self.parts
            ],
            dtype=float,
        )

    def agrees_with(self, people: Mapping[tuple[str, ...], int]) -> bool:
        """Whether the truth is among the tables that the outsider thinks possible."""
        profiles = list(product(*self.publication.traits.values()))
        totals = self.sums @ np.array([people.get(profile, 0) for profile in profiles])
        return bool(np.all(totals >= self.known.lb) and np.all(totals <= self.known.ub))

    def too_well_known(self, wanted: int) -> dict[Part, tuple[int, int]]:
        """The hidden parts for which fewer than `wanted` numbers lie between the bounds, with these."""
        seen: list[np.ndarray] = []
        found = {}
        for place, part in enumerate(self.parts):
            if isinstance(self.publication.printed[part], int):
                continue
            values = [table[place] for table in seen]
            if values and max(values) - min(values) + 1 >= wanted:
                continue
            ends = [self._extreme(place, sign) for sign in (1, -1)]
            seen += ends
            low, high = (round(end[place]) for end in ends)
            if high - low + 1 < wanted:
                found[part] = (low, high)
        return found

    def _extreme(self, place: int, sign: int) -> np.ndarray:
        """The parts of a table in which one is as small (1) or as large (-1) as can be."""
        solved = milp(
            sign * self.sums[place],
            constraints=[self.known, *self.also],
            integrality=np.ones(self.sums.shape[1]),
            bounds=Bounds(0, self._most()),
        )
        assert solved.success, solved.message
        return self.sums @ np.round(solved.x)

    def _most(self) -> int:
        numbers = [number for number in self.publication.printed.values() if isinstance(number, int)]
        return max([*numbers, 10 * self.publication.threshold])

    def _known(self, part: Part) -> tuple[float, float]:
        """What the number or the words of a part say, and what the rule does that chose it."""
        number = self.publication.printed[part]
        if isinstance(number, int):
            return number, number
        if number != PROTECTED:
            return 0, self.publication.threshold - 1
        if self._tells_nothing(part):
            return 0, np.inf
        return self.publication.threshold, self._most_as_smallest(part)

    def _tells_nothing(self, part: Part) -> bool:
        """Whether all of a table, or all of a trait in it, is hidden alike."""
        of_traits = [((name,), self._of_table((name,))) for name, _ in part]
        whole = [*of_traits, (tuple(name for name, _ in part), self._of_table(tuple(n for n, _ in part)))]
        return any(all(self.publication.printed[each] == PROTECTED for each in parts) for _, parts in whole)

    def _of_table(self, names: tuple[str, ...]) -> list[Part]:
        return [part for part in self.parts if tuple(name for name, _ in part) == names]

    def _most_as_smallest(self, part: Part) -> float:
        """The next smallest of a line is hidden: it is no larger than all that its line still shows."""
        is_margin = any(len(table) > len(part) and part[0][0] in table for table in self.publication.tables)
        if not part or is_margin:
            return np.inf
        most = []
        for name, _ in part:
            others = [pair for pair in part if pair[0] != name]
            line = [
                each for each in self._of_table(tuple(n for n, _ in part)) if all(p in each for p in others)
            ]
            shown = [n for each in line if isinstance(n := self.publication.printed[each], int)]
            most.append(min(shown, default=np.inf))
        alike = 2 * self.publication.threshold - 1 if self.publication.tells_alike else 0
        return max(alike, *most)


class TableAttacker(Attacker):
    """The same outsider where traits are too many to think of persons: the unknowns are the parts."""

    def __init__(self, publication: Publication, lines: Iterable[tuple[Part, list[Part]]]) -> None:
        super().__init__(publication)
        places = {part: place for place, part in enumerate(self.parts)}
        adding_up = []
        for total, parts in lines:
            row = np.zeros(len(self.parts))
            row[places[total]] = -1
            row[[places[part] for part in parts]] = 1
            adding_up.append(row)
        self.also = [LinearConstraint(np.array(adding_up), 0, 0)]

    def _sums(self) -> np.ndarray:
        return np.eye(len(self.parts))
