"""Labels kept apart: along a line, and as boxes on a plane."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Box:
    """A rectangle that a mark or a label takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", gap: float = 0.0) -> bool:
        """Whether the two come nearer to each other than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def within(self, other: "Box") -> bool:
        """Whether this box lies wholly inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


def push_apart(
    places: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float = 0.0
) -> list[float]:
    """Centers moved as little as possible (least squares) so that neighbors do not overlap.

    Each thing is `sizes[i]` long and wants its center at `places[i]`; the order by place is kept, all stay
    between `low` and `high` if there is room, and start at `low` if there is not.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    offsets = _offsets([sizes[index] for index in order], gap)
    wanted = [places[index] - offset for index, offset in zip(order, offsets, strict=True)]
    first = low + sizes[order[0]] / 2 if order else low
    last = high - offsets[-1] - sizes[order[-1]] / 2 if order else high
    moved = [0.0] * len(places)
    for index, offset, place in zip(order, offsets, _rising(wanted), strict=True):
        moved[index] = max(first, min(last, place)) + offset
    return moved


def _offsets(sizes: Sequence[float], gap: float) -> list[float]:
    """How far each center stands from the first when all stand close."""
    offsets = [0.0] if sizes else []
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + (before + after) / 2 + gap)
    return offsets


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest series that never falls (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, count), (later, more) = pools[-2], pools[-1]
            pools[-2:] = [((mean * count + later * more) / (count + more), count + more)]
    return [mean for mean, count in pools for _ in range(count)]
