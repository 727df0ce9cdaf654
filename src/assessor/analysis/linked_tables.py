"""Tables of the same respondents by one or two of their traits, marked so that none gives another's away."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from typing import Final

from assessor.analysis.alternatives import Line
from assessor.analysis.hidden_families import FamilyRule
from assessor.analysis.suppression import Mark, Suppression

ALIKE_PERCENT: Final = 95
MOST_VARIABLES: Final = 2
_MOST_PROFILES: Final = 300

Part = tuple[tuple[str, str], ...]
"""Respondents by what they have in common, as (variable, choice); nothing in common are all of them."""


@dataclass(frozen=True)
class Cell:
    """A group in a breakdown: `n` persons behind its value, and how many of its answers were each answer.

    Without `answers` (where only persons are counted) the rule on groups that answered alike does not apply.
    """

    n: int
    answers: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.n < 0 or any(count < 0 for count in self.answers):
            raise ValueError("a count of persons is never negative")

    @property
    def answered_alike(self) -> bool:
        """Whether 95% and more gave the same answer."""
        most = max(self.answers, default=0)
        return most > 0 and 100 * most >= ALIKE_PERCENT * sum(self.answers)


def least_possible(threshold: int) -> int:
    """How many numbers must stay possible for every hidden count: half of the threshold, rounded up."""
    return (threshold + 1) // 2


def together(cells: Iterable[Cell]) -> Cell:
    """Return several groups as one."""
    n, answers = 0, [0] * 0
    for cell in cells:
        n += cell.n
        answers += [0] * (len(cell.answers) - len(answers))
        for place, count in enumerate(cell.answers):
            answers[place] += count
    return Cell(n, tuple(answers))


class LinkedTables:
    """The counts of linked tables with their marks; `mark` works the marks out.

    `people` are respondents by profile: one choice for each of `variables`, in their order. `tables` name the
    variables each table breaks them down by. Every table brings its margins and the whole. The choices of
    `known` variables are counted elsewhere too, so their totals are never hidden to protect others.
    """

    def __init__(
        self,
        variables: Mapping[str, Sequence[str]],
        people: Mapping[tuple[str, ...], Cell],
        tables: Iterable[Sequence[str]],
        threshold: int,
        *,
        tells_nobody: bool = False,
        known: Collection[str] = (),
    ) -> None:
        self._known = known
        self._choices = {name: choices for name, choices in variables.items() if len(choices) > 1}
        self._names = list(variables)
        self._threshold, self._tells_nobody = threshold, tells_nobody
        ordered = [tuple(name for name in self._choices if name in table) for table in tables]
        if any(len(set(table)) > MOST_VARIABLES for table in tables):
            raise ValueError(f"a table by more than {MOST_VARIABLES} variables is too fine to share")
        self._pairs: list[tuple[str, ...]] = list(
            dict.fromkeys(table for table in ordered if len(table) == MOST_VARIABLES)
        )
        self._singles = list(dict.fromkeys(name for table in ordered for name in table))
        self.cells = self._count(people)
        self.marks: dict[Part, Mark] = {part: self._first_mark(cell) for part, cell in self.cells.items()}
        self._withheld: set[str] = set()
        self._chosen: dict[str, list[Part]] = {}
        self._persons = False
        self._mark()

    def key(self, part: Iterable[tuple[str, str]]) -> Part:
        """The name a group goes by: a variable that has one choice only tells nothing."""
        found = {name: (name, choice) for name, choice in part if name in self._choices}
        return tuple(found[name] for name in self._choices if name in found)

    def _count(self, people: Mapping[tuple[str, ...], Cell]) -> dict[Part, Cell]:
        sets = [(), *((name,) for name in self._singles), *self._pairs]
        found: dict[Part, list[Cell]] = {
            tuple(zip(names, chosen, strict=True)): []
            for names in sets
            for chosen in product(*(self._choices[name] for name in names))
        }
        places = [tuple(self._names.index(name) for name in names) for names in sets]
        for profile, cell in people.items():
            for names, where in zip(sets, places, strict=True):
                found[tuple(zip(names, (profile[place] for place in where), strict=True))].append(cell)
        self._profiles = people
        return {part: together(cells) for part, cells in found.items()}

    def _first_mark(self, cell: Cell) -> Mark:
        if cell.n < self._threshold:
            return Mark.SHOWN if not cell.n and self._tells_nobody else Mark.TOO_FEW
        alike = cell.n < 2 * self._threshold and cell.answered_alike
        return Mark.UNANIMOUS if alike else Mark.SHOWN

    def _mark(self) -> None:
        """Mark the families of single variables first, then whatever the tables need beside."""
        if self.marks[()] is Mark.TOO_FEW:
            self.marks = dict.fromkeys(self.cells, Mark.TOO_FEW)
            return
        for name in self._singles:
            self._mark_family(name)
        for part in self.cells:
            if any(name in self._withheld for name, _ in part):
                self.marks[part] = Mark.WITHHELD
        if self.marks[()] is Mark.SHOWN:
            self._protect()

    def _mark_family(self, name: str) -> None:
        """Hide by the rule of families; a whole too small for so many parts is not broken down at all."""
        family: list[Part] = [((name, choice),) for choice in self._choices[name]]
        counted = [part for part in family if self.marks[part] is not Mark.SHOWN or self.cells[part].n]
        if self.marks[()] is not Mark.SHOWN or self.cells[()].n < self._threshold * len(counted):
            self._withheld.add(name)
            return
        marked = [part for part in counted if self.marks[part] is not Mark.SHOWN]
        if not marked:
            return
        others = sorted((part for part in counted if part not in marked), key=lambda part: self.cells[part].n)
        rule = FamilyRule(
            [self._bounds(part) for part in marked], self._threshold, least_possible(self._threshold)
        )
        hidden = sum(self.cells[part].n for part in marked)
        beyond = self.cells[()].n + 1
        for taken in range(len(others) + 1):
            if rule.is_enough(taken, hidden, self.cells[others[taken]].n if taken < len(others) else beyond):
                self._chosen[name] = others[:taken]
                self.marks |= dict.fromkeys(others[:taken], Mark.PROTECTS)
                return
            hidden += self.cells[others[taken]].n if taken < len(others) else 0
        self._withheld.add(name)

    def _bounds(self, part: Part) -> tuple[int, int]:
        if self.marks[part] is Mark.TOO_FEW:
            return int(self._tells_nobody), self._threshold - 1
        return self._threshold, 2 * self._threshold - 1

    def _protect(self) -> None:
        """Protect all tables together; one that cannot be is withheld, and the others go on without it.

        Of a known total only its own parts are withheld: it stays shown, whatever its table says.
        """
        while (stuck := self._protect_together()) is not None:
            if row := self._row_of(stuck):
                self.marks |= dict.fromkeys(row, Mark.WITHHELD)
                continue
            if not self._pairs:
                self.marks = {part: Mark.WITHHELD if part else mark for part, mark in self.marks.items()}
                return
            withheld = self._table_of(stuck)
            self._pairs.remove(withheld)
            self.marks |= {part: Mark.WITHHELD for part in self.cells if _traits(part) == withheld}

    def _row_of(self, stuck: Part) -> list[Part]:
        """The parts of the known total that a part is of; none where they are withheld already."""
        held = [trait for trait in stuck if len(stuck) == MOST_VARIABLES and trait[0] in self._known]
        row = [part for part in self.cells if held and held[0] in part and _traits(part) == _traits(stuck)]
        return row if any(self.marks[part] is not Mark.WITHHELD for part in row) else []

    def _table_of(self, stuck: Part) -> tuple[str, ...]:
        """The table to be withheld for a count that can be worked out: its own, or the largest with it."""
        own = [pair for pair in self._pairs if set(_traits(stuck)) <= set(pair)] or self._pairs
        return max(own, key=lambda pair: prod(len(self._choices[name]) for name in pair))

    def _protect_together(self) -> Part | None:
        """Mark the counts of all tables; returns one that can still be worked out, and marks nothing then."""
        parts = list(self.cells)
        counts, marks = [self.cells[part].n for part in parts], list(self.marks.values())
        places = {part: place for place, part in enumerate(parts)}
        profiles = self._unprinted()
        self._persons = bool(profiles)
        lines, families = self._lines(places)
        for profile, cell in profiles.items():
            places[profile] = len(counts)
            counts.append(cell.n)
            marks.append(Mark.UNPRINTED)
        lines += _made_of(profiles, self._pairs, places)
        tables = [self._table(part) for part in parts] + [0] * len(profiles)
        suppression = Suppression(counts, marks, lines, tables, self._threshold, int(self._tells_nobody))
        suppression.know(places[part] for part in parts if len(part) == 1 and part[0][0] in self._known)
        for name, chosen in self._chosen.items():
            suppression.chose_in(families[name], [places[part] for part in chosen])
        stuck = suppression.protect()
        if stuck is not None:
            return parts[stuck]
        self.marks = dict(zip(parts, suppression.marks, strict=False))
        return None

    def _table(self, part: Part) -> int:
        """Where the counts of a table are looked at apart from others: 0 for the totals that they share.

        Not where the respondents can be told one by one: then one search moves persons through all tables.
        """
        if _traits(part) not in self._pairs or len(self._pairs) == 1 or self._persons:
            return 0
        return self._pairs.index(_traits(part)) + 1

    def _lines(self, places: Mapping[Part, int]) -> tuple[list[Line], dict[str, int]]:
        """Every additive set, and which of them are the families of single variables."""
        lines: list[Line] = []
        families: dict[str, int] = {}
        for name in self._singles:
            families[name] = len(lines)
            lines.append(Line(tuple(places[((name, each),)] for each in self._choices[name]), places[()]))
        for first, second in self._pairs:
            for held, other in ((first, second), (second, first)):
                for choice in self._choices[held]:
                    of = [self.key(((held, choice), (other, each))) for each in self._choices[other]]
                    parts = tuple(places[part] for part in of)
                    lines.append(Line(parts, places[((held, choice),)], self._table(of[0])))
        return lines, families

    def _unprinted(self) -> dict[Part, Cell]:
        """The respondents by all their traits at once, where they can be told one by one: never printed."""
        names = [name for name in self._choices if any(name in pair for pair in self._pairs)]
        if len(names) <= MOST_VARIABLES or prod(len(self._choices[name]) for name in names) > _MOST_PROFILES:
            return {}
        found: dict[Part, list[Cell]] = {
            tuple(zip(names, chosen, strict=True)): []
            for chosen in product(*(self._choices[name] for name in names))
        }
        for profile, cell in self._profiles.items():
            traits = zip(self._names, profile, strict=True)
            found[self.key(trait for trait in traits if trait[0] in names)].append(cell)
        return {part: together(cells) for part, cells in found.items()}


def _traits(part: Part) -> tuple[str, ...]:
    return tuple(name for name, _ in part)


def _made_of(
    profiles: Iterable[Part], pairs: Sequence[tuple[str, ...]], places: Mapping[Part, int]
) -> list[Line]:
    """The lines from the groups of two traits down to the profiles that make them up."""
    made: dict[Part, list[int]] = {}
    for profile in profiles:
        for part in combinations(profile, MOST_VARIABLES):
            if _traits(part) in pairs:
                made.setdefault(part, []).append(places[profile])
    return [Line(tuple(found), places[part]) for part, found in made.items()]
