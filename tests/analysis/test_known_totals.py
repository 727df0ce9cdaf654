"""Totals that stand in other tables too are not hidden in this one, and what is hidden holds beside them."""

import random
from itertools import product

from tests.analysis.attacker import PROTECTED, Attacker, Part, Publication

from assessor.analysis.disclosure import Cell, ProtectedTables, protect_linked

_GROUPS = ("ADM", "TCH", "STU", "PAR")
_SCHOOLS = tuple(f"School {number}" for number in range(1, 8))
_DESIGNS = 120
_TABLES: list[tuple[str, ...]] = [("group",), ("by",), ("group", "by")]

People = dict[tuple[str, ...], Cell]


class _Outsider(Attacker):
    """Knows too that all parts of a group hidden alike were withheld: that tells nothing of their size."""

    def _tells_nothing(self, part: Part) -> bool:
        row = [each for each in self.parts if len(each) > 1 and each[0] == part[:1][0]] if part else []
        withheld = bool(row) and all(self.publication.printed[each] == PROTECTED for each in row)
        return withheld or super()._tells_nothing(part)


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
    if seed % 4 == 0:  # a few people in every school
        people |= {("ADM", school): Cell(chance.randint(2, 3)) for school in traits["by"]}
        people["ADM", _SCHOOLS[0]] = Cell(threshold)
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


def test_what_cannot_be_hidden_well_in_a_group_is_withheld_there_and_its_total_shown() -> None:
    schools = [f"School {number}" for number in range(1, 13)]
    people: People = {("ADM", school): Cell(1) for school in schools[1:]}
    people["ADM", schools[0]] = Cell(2)
    for place, school in enumerate(schools):
        people |= {("TCH", school): Cell(20 + place), ("PAR", school): Cell(40 - place)}
    traits = {"group": ("ADM", "TCH", "PAR"), "by": schools}
    found = protect_linked(traits, people, [("group", "by")], 10, tells_nobody=True, known=("group",))
    assert {found.of(group="ADM", by=school).words for school in schools} == {PROTECTED}
    assert found.of(group="ADM").n == 13
    assert sum(not found.of(group="PAR", by=school).hidden for school in schools) > 3


def test_no_solver_that_knows_them_bounds_a_hidden_count_too_tightly() -> None:
    for seed in range(_DESIGNS):
        _, publication, people = _publish(seed)
        attacker = _Outsider(publication)
        assert attacker.agrees_with({profile: cell.n for profile, cell in people.items()}), f"design {seed}"
        assert not attacker.too_well_known((publication.threshold + 1) // 2), f"design {seed}"
