"""How a figure is taken: many rounds of ours and of its floor in turn, medians, one line each."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured thing: our median, the floor's, and what was aimed at, in seconds unless said."""

    name: str
    ours: float
    floor_name: str
    floor: float | None
    aim: str
    unit: str = "ms"

    def line(self) -> str:
        """The figure as one line of the table."""
        factor = {"ms": 1000.0, "MB": 1.0, "/s": 1.0}[self.unit]
        ours = f"{self.ours * factor:,.2f} {self.unit}"
        if self.floor is None:
            return f"{self.name:<46} {ours:>14} {'':>14} {'':>8}   {self.aim}"
        floor = f"{self.floor * factor:,.2f} {self.unit}"
        ratio = f"{self.ours / self.floor:.2f}×"
        return f"{self.name:<46} {ours:>14} {floor:>14} {ratio:>8}   {self.aim}; floor: {self.floor_name}"


def in_turn(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The median seconds of each work, the works taking turns so that all meet the same machine."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for place, work in enumerate(works):
            began = time.perf_counter()
            work()
            times[place].append(time.perf_counter() - began)
    return [statistics.median(each) for each in times]
