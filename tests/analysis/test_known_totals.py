"""Totals that stand in other tables too are not hidden in this one, and what is hidden holds beside them."""

import random
from itertools import product

from tests.analysis.attacker import Attacker, Part, Publication

from assessor.analysis.disclosure import Cell, ProtectedTables, protect_linked

_GROUPS = ("ADM", "TCH", "STU", "PAR")
_SCHOOLS = tuple(f"School {number}" for number in range(1, 8))
_DESIGNS = 120
_TABLES: list[tuple[str, ...]] = [("group",), ("by",), ("group", "by")]

People = dict[tuple[str, ...], Cell]


def _draw(seed: int) -> tuple[dict[str, tuple[str, ...]], People, int]:
    """Groups that are each large enough, in schools of very different size."""
    chance = random.Random(seed)  # noqa: S311  # the same designs each time, nothing secret
    traits = {"group": _GROUPS[: chance.randint(2, 4)], "by": _SCHOOLS[: chance.randint(2, 7)]}
    threshold, middle = chance.choice((5, 10)), chance.choice((6, 12, 30))
    people: People = {
        profile: Cell(int(chance.expovariate(1 / middle))) for profile in product(*traits.values())
    }
    for group in traits["group"]:
        first = (group, _SCHOOLS[0])
        n = sum(cell.n for profile, cell in people.items() if profile[0] == group)
        people[first] = Cell(people[first].n + max(threshold - n, 0))
    return traits, people, threshold


def _publish(seed: int) -> tuple[ProtectedTables, Publication, People]:
    traits, people, threshold = _draw(seed)
    found = protect_linked(traits, people, [("group", "by")], threshold, known=("group",))
    parts: list[Part] = [(), *(((name, each),) for name in traits for each in traits[name])]
    parts += [(("group", group), ("by", school)) for group, school in product(*traits.values())]
    told = {part: found.of(**dict(part)) for part in parts}
    printed = {part: each.words if each.n is None else each.n for part, each in told.items()}
    return found, Publication(traits, printed, threshold, _TABLES, False), people


def test_the_totals_of_groups_stay_shown_whatever_is_hidden_by_school() -> None:
    hidden = 0
    for seed in range(_DESIGNS):
        found, publication, people = _publish(seed)
        hidden += sum(not isinstance(each, int) for each in publication.printed.values())
        for group in publication.traits["group"]:
            n = sum(cell.n for profile, cell in people.items() if profile[0] == group)
            assert found.of(group=group).n == n, f"design {seed}"
    assert hidden > 10 * _DESIGNS


def test_no_solver_that_knows_them_bounds_a_hidden_count_too_tightly() -> None:
    for seed in range(_DESIGNS):
        _, publication, people = _publish(seed)
        attacker = Attacker(publication)
        assert attacker.agrees_with({profile: cell.n for profile, cell in people.items()}), f"design {seed}"
        assert not attacker.too_well_known((publication.threshold + 1) // 2), f"design {seed}"
