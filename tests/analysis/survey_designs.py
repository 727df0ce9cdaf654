"""Survey designs drawn by chance: traits, tables, thresholds, and respondents from a handful to hundreds."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from tests.analysis.attacker import Part, Publication

from assessor.analysis.disclosure import Cell, Protected, protect_linked

_TRAITS = {
    "group": ("SRO", "ADM", "TCH", "STU", "PAR"),
    "site": ("North", "South", "East", "West", "Hill", "Lake"),
    "grade": ("K–5", "6–8", "9–12"),
    "contact": ("none", "1–2", "3–5", "more"),
}


@dataclass(frozen=True)
class Design:
    """Who answered, and by what the results are broken down."""

    traits: dict[str, tuple[str, ...]]
    people: dict[tuple[str, ...], Cell]
    tables: list[tuple[str, ...]]
    threshold: int
    with_answers: bool

    def publish(self) -> Publication:
        """Print it past disclosure control, as the program does."""
        found = protect_linked(self.traits, self.people, self.tables, self.threshold)
        parts: list[Part] = [()]
        parts += [((name, each),) for name in self._names() for each in self.traits[name]]
        for first, second in (table for table in self.tables if len(table) > 1):
            parts += [((first, a), (second, b)) for a, b in product(self.traits[first], self.traits[second])]
        printed = {part: _printed(found.of(**dict(part))) for part in parts}
        return Publication(self.traits, printed, self.threshold, self.tables, self.with_answers)

    def counts(self) -> dict[tuple[str, ...], int]:
        """The truth."""
        return {profile: cell.n for profile, cell in self.people.items()}

    def persons(self, part: Part) -> int:
        """How many really are in a part."""
        wanted = set(part)
        return sum(
            cell.n
            for profile, cell in self.people.items()
            if wanted <= set(zip(self.traits, profile, strict=True))
        )

    def _names(self) -> list[str]:
        return [name for name in self.traits if any(name in table for table in self.tables)]


def _printed(found: Protected) -> int | str:
    return found.words if found.n is None else found.n


def draw_design(seed: int) -> Design:
    """The design of a number: one trait, two, or several linked."""
    chance = random.Random(seed)  # noqa: S311  # the same designs each time, nothing secret
    names = chance.sample(list(_TRAITS), chance.choice((1, 1, 2, 2, 3, 3, 4)))
    names = [name for name in _TRAITS if name in names]
    most = 3 if len(names) > 2 else 6
    traits = {name: _TRAITS[name][: chance.randint(2, min(most, len(_TRAITS[name])))] for name in names}
    with_answers = chance.random() < 0.3
    middle = chance.choice((2, 6, 15, 40, 120))
    people = {profile: _cell(chance, middle, with_answers) for profile in product(*traits.values())}
    pairs = list(combinations(names, 2))
    tables: list[tuple[str, ...]] = [(name,) for name in names]
    tables += chance.sample(pairs, chance.randint(min(1, len(pairs)), len(pairs)))
    return Design(traits, people, tables, chance.randint(5, 15), with_answers)


def _cell(chance: random.Random, middle: int, with_answers: bool) -> Cell:
    n = int(chance.expovariate(1 / middle)) if chance.random() > 0.1 else 0
    if not with_answers:
        return Cell(n)
    alike = n if chance.random() < 0.3 else chance.randint(0, n)
    return Cell(n, (alike, n - alike))


def draw_wide_design(seed: int) -> Design:
    """Six traits and all their pairs: too many profiles for the program to think of persons."""
    chance = random.Random(seed)  # noqa: S311  # the same designs each time, nothing secret
    traits = {f"trait {name}": tuple("pqrstu"[: chance.randint(3, 5)]) for name in "abcdef"}
    weights = [[chance.expovariate(1) for _ in choices] for choices in traits.values()]
    drawn = Counter(
        tuple(chance.choices(each, weight)[0] for each, weight in zip(traits.values(), weights, strict=True))
        for _ in range(chance.choice((150, 400, 1000)))
    )
    tables: list[tuple[str, ...]] = [*((name,) for name in traits), *combinations(traits, 2)]
    return Design(traits, {each: Cell(n) for each, n in drawn.items()}, tables, chance.choice((5, 10)), False)


def lines_of(design: Design) -> Iterator[tuple[Part, list[Part]]]:
    """Every total of the design's tables with its parts."""
    for name in design.traits:
        yield (), [((name, each),) for each in design.traits[name]]
    for first, second in (table for table in design.tables if len(table) > 1):
        for held, other in ((first, second), (second, first)):
            for each in design.traits[held]:
                order = list(design.traits).index
                parts = [
                    tuple(sorted([(held, each), (other, one)], key=lambda pair: order(pair[0])))
                    for one in design.traits[other]
                ]
                yield ((held, each),), parts
