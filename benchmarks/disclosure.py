"""Disclosure control of 200 linked tables: respondents of a district by twenty traits, two at a time."""

import random
import time
from collections import Counter
from itertools import combinations

from assessor.analysis.disclosure import Cell, protect_linked
from benchmarks.measuring import Figure

TRAITS, TABLES, RESPONDENTS = 20, 200, 1_000


def measure_disclosure() -> list[Figure]:
    """All tables at once, with their margins: what is shown of one is judged by what is shown of all."""
    chance = random.Random(2026)  # noqa: S311  # the same respondents each time, nothing secret
    traits = {f"trait {number}": tuple("abcdef"[: chance.randint(2, 6)]) for number in range(TRAITS)}
    weights = [[chance.expovariate(1) for _ in choices] for choices in traits.values()]
    people = Counter(
        tuple(
            chance.choices(choices, weight)[0]
            for choices, weight in zip(traits.values(), weights, strict=True)
        )
        for _ in range(RESPONDENTS)
    )
    tables = [*((name,) for name in traits), *combinations(traits, 2)][:TABLES]
    cells = {profile: Cell(n) for profile, n in people.items()}
    began = time.perf_counter()
    found = protect_linked(traits, cells, tables)
    took = time.perf_counter() - began
    hidden = sum(part.hidden for part in found.parts.values())
    name = f"Hide in {TABLES} linked tables ({len(found.parts):,} counts, {hidden:,} hidden)"
    return [Figure(name, took, "", None, "aim 2,000 ms")]
