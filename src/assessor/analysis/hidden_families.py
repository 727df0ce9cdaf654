"""How many parts of a whole must be hidden beside its small ones, whoever runs this very rule on guesses."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

_MOST_OTHERS: Final = 3
_MOST_TRIED: Final = 150

Bounds = tuple[int, int]
"""The least and the largest number that a mark allows."""


class FamilyRule:
    """Says when hiding the next smallest parts is enough: a rule that is told only what outsiders see too.

    Parts whose mark tells their bounds are hidden from the start; after them the smallest others go, one by
    one. Each stop is judged by how many are hidden, what they add up to, and the smallest part still shown:
    all of it public. An outsider may try every family that fits and would not have stopped earlier. The rule
    counts the same families, so that `least` numbers stay possible for each hidden part to somebody who knows
    not only the figures but the program. Source: domain.md 2.6 rule 3, fault 43.
    """

    def __init__(self, bounds: Sequence[Bounds], threshold: int, least: int) -> None:
        self._bounds = tuple(sorted(bounds))
        self._low, self._high = (sum(bound[side] for bound in bounds) for side in (0, 1))
        self._threshold, self._least = threshold, least
        self._judged: dict[tuple[int, int, int], bool] = {}

    def is_enough(self, others: int, hidden: int, smallest_shown: int) -> bool:
        """Whether `others` parts beside the marked ones are enough, all hidden adding up to `hidden`."""
        state = (others, hidden, smallest_shown)
        if state not in self._judged:
            self._judged[state] = self._judge(*state)
        return self._judged[state]

    def _judge(self, others: int, hidden: int, smallest_shown: int) -> bool:
        if len(self._bounds) + others < 2 or hidden < self._threshold or others > _MOST_OTHERS:
            return False
        marked: set[int] = set()
        protecting: set[int] = set()
        for together, parts in islice(self._families(others, hidden, smallest_shown), _MOST_TRIED):
            marked.add(together)
            protecting.update(parts)
            if (not others or len(protecting) >= self._least) and self._marked_are_wide(marked):
                return True
        return False

    def _families(
        self, others: int, hidden: int, smallest_shown: int
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Every family that would not have stopped earlier: what its marked parts add up to, and the others.

        All are smaller than the smallest shown: which of two equal parts is shown depends on their order.
        Where there are very many only the first are looked at, the same ones each time.
        """
        if not others:
            if self._low <= hidden <= self._high:
                yield hidden, ()
            return
        room = hidden - self._low - (others - 1) * self._threshold
        first = max(self._threshold, -((self._high - hidden) // others))
        for largest in range(first, min(smallest_shown, room + 1, first + _MOST_TRIED)):
            left = hidden - largest
            if not self.is_enough(others - 1, left, largest):
                for together, parts in self._families(others - 1, left, largest + 1):
                    yield together, (*parts, largest)

    def _marked_are_wide(self, sums: set[int]) -> bool:
        return all(self._is_wide(low, high, sums) for low, high in set(self._bounds))

    def _is_wide(self, low: int, high: int, sums: set[int]) -> bool:
        """Whether a marked part has enough numbers left when all marked add up to one of `sums`."""
        possible: set[int] = set()
        for together in sums:
            least, most = together - self._high + high, together - self._low + low
            possible.update(range(max(low, least), min(high, most) + 1))
        return len(possible) >= self._least
