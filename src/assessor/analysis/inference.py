"""What an outsider can work out about a hidden count from the counts that are shown, exactly."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Arc:
    """A count in an additive table, seen as a flow from one node to another.

    Whatever flows into a node flows out of it: a row's total into its cells, these into their columns'
    totals, those into the grand total, and that round again into the rows' totals. `n` is the true count;
    `low` and `high` are what an outsider knows of it from its mark, both `n` for a count that is shown.
    """

    tail: str
    head: str
    n: int
    low: int
    high: int


def possible_range(arcs: Sequence[Arc], index: int, reach: int) -> tuple[int, int]:
    """Return the least and largest value the count at `index` can have, looking at most `reach` from its own.

    Every whole number between is possible too: such tables are totally unimodular, so that with whole bounds
    the extremes of the linear program are whole. Each extreme is one maximum flow (Ford and Fulkerson) in
    what the true counts leave open. Source: domain.md 2.6 rule 3; fault 43 asks that no cell be bounded more
    tightly than the policy allows.
    """
    arc = arcs[index]
    others = [other for place, other in enumerate(arcs) if place != index]
    up = _largest_flow(others, arc.head, arc.tail, min(arc.high - arc.n, reach))
    down = _largest_flow(others, arc.tail, arc.head, min(arc.n - arc.low, reach))
    return arc.n - down, arc.n + up


def _largest_flow(arcs: Sequence[Arc], start: str, end: str, wanted: int) -> int:
    """Return how much more can flow from `start` to `end`, at most `wanted`, within every count's bounds."""
    room: dict[str, dict[str, int]] = {}
    for arc in arcs:
        for tail, head, left in (
            (arc.tail, arc.head, arc.high - arc.n),
            (arc.head, arc.tail, arc.n - arc.low),
        ):
            ways = room.setdefault(tail, {})
            ways[head] = ways.get(head, 0) + left
    found = 0
    while found < wanted and (path := _path(room, start, end)):
        step = min(wanted - found, *(room[tail][head] for tail, head in pairwise(path)))
        for tail, head in pairwise(path):
            room[tail][head] -= step
            room[head][tail] += step
        found += step
    return found


def _path(room: dict[str, dict[str, int]], start: str, end: str) -> list[str]:
    """Return the nodes of a shortest way with room left, or nothing."""
    came_from: dict[str, str] = {start: ""}
    waiting = deque([start])
    while waiting and end not in came_from:
        node = waiting.popleft()
        for following, left in room.get(node, {}).items():
            if left > 0 and following not in came_from:
                came_from[following] = node
                waiting.append(following)
    path = [end] if end in came_from else []
    while path and path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]
