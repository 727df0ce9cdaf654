"""Somebody who runs the program on every guess still finds half of the threshold's numbers possible."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from assessor.analysis.disclosure import Cell, protect_family

Counts = tuple[int, ...]


def every_family(parts: int, whole: int) -> Iterator[Counts]:
    """Every way so many persons lie in so many parts."""
    if parts == 1:
        yield (whole,)
        return
    for first in range(whole + 1):
        for others in every_family(parts - 1, whole - first):
            yield (first, *others)


def look(counts: Counts, threshold: int, *, tells_nobody: bool) -> tuple[str, ...]:
    """What is printed of a family."""
    cells = {str(place): Cell(n) for place, n in enumerate(counts)}
    family = protect_family(cells, threshold, tells_nobody=tells_nobody)
    return tuple(cell.words for cell in family.cells.values())


@pytest.mark.parametrize("tells_nobody", [False, True])
@pytest.mark.parametrize(
    ("parts", "wholes", "threshold"),
    [(2, (5, 9, 14, 23, 40), 5), (3, (12, 15, 17, 24, 31), 5), (4, (20, 23, 26), 5), (3, (30, 33, 41), 10)],
)
def test_whoever_runs_the_rule_on_all_families_is_left_with_enough_numbers(
    parts: int, wholes: Counts, threshold: int, tells_nobody: bool
) -> None:
    for whole in wholes:
        alike: defaultdict[tuple[str, ...], list[Counts]] = defaultdict(list)
        for counts in every_family(parts, whole):
            alike[look(counts, threshold, tells_nobody=tells_nobody)].append(counts)
        for words, possible in alike.items():
            for place, word in enumerate(words):
                numbers = {counts[place] for counts in possible}
                assert word.isdecimal() or len(numbers) >= (threshold + 1) // 2, (words, possible)
