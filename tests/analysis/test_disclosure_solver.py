"""No solver bounds a hidden count of any of 500 surveys more tightly than the policy allows."""

import pytest
from tests.analysis.attacker import PROTECTED, Attacker, Publication, TableAttacker
from tests.analysis.survey_designs import draw_design, draw_wide_design, lines_of

from assessor.analysis.disclosure import protect_linked

DESIGNS, CHUNK = 500, 25


@pytest.mark.parametrize("first", range(0, DESIGNS, CHUNK))
def test_no_hidden_count_of_linked_tables_is_known_to_fewer_than_half_the_threshold(first: int) -> None:
    for seed in range(first, first + CHUNK):
        design = draw_design(seed)
        publication = design.publish()
        attacker = Attacker(publication)
        assert attacker.agrees_with(design.counts()), f"design {seed}: the outsider knows what is not so"
        known = attacker.too_well_known((publication.threshold + 1) // 2)
        assert not known, f"design {seed}"


@pytest.mark.parametrize("seed", range(6))
def test_no_hidden_count_of_fifteen_tables_by_six_traits_is_known_too_well(seed: int) -> None:
    design = draw_wide_design(seed)
    publication = design.publish()
    assert any(isinstance(each, int) for part, each in publication.printed.items() if part)
    attacker = TableAttacker(publication, lines_of(design))
    assert not attacker.too_well_known((publication.threshold + 1) // 2)


def test_what_is_hidden_beside_a_shown_total_is_never_few_persons_together() -> None:
    """Else the total less the parts shown tells what those few answered."""
    for seed in range(DESIGNS):
        design = draw_design(seed)
        found = protect_linked(design.traits, design.people, design.tables, design.threshold)
        for total, parts in lines_of(design):
            hidden = [part for part in parts if found.of(**dict(part)).hidden]
            if hidden and not found.of(**dict(total)).hidden:
                assert len(hidden) > 1, f"design {seed}"
                persons = sum(design.persons(part) for part in hidden)
                assert persons >= design.threshold, f"design {seed}"


def test_the_designs_reach_from_one_trait_to_several_and_hide_much_and_little() -> None:
    designs = [draw_design(seed) for seed in range(DESIGNS)]
    assert {len(design.traits) for design in designs} == {1, 2, 3, 4}
    assert {design.threshold for design in designs} == set(range(5, 16))
    shares = [
        sum(isinstance(each, int) for each in printed) / len(printed)
        for printed in (list(design.publish().printed.values()) for design in designs[:150])
    ]
    assert min(shares) < 0.1
    assert max(shares) == 1
    assert 0.3 < sum(shares) / len(shares) < 0.9


def test_the_outsider_subtracts_where_a_single_part_is_hidden() -> None:
    bands = {"band": ("a", "b", "c")}
    printed = {(): 51, (("band", "a"),): "n < 10", (("band", "b"),): 14, (("band", "c"),): 31}
    attacker = Attacker(Publication(bands, printed, 10, [("band",)]))
    assert attacker.too_well_known(5) == {(("band", "a"),): (6, 6)}


def test_the_outsider_uses_that_the_next_smallest_is_hidden() -> None:
    bands = {"band": ("a", "b", "c")}
    printed = {(): 12, (("band", "a"),): "n < 5", (("band", "b"),): PROTECTED, (("band", "c"),): 5}
    attacker = Attacker(Publication(bands, printed, 5, [("band",)]))
    assert attacker.too_well_known(3) == {(("band", "a"),): (2, 2), (("band", "b"),): (5, 5)}


def test_the_outsider_finds_small_parts_that_are_all_as_large_as_they_can_be() -> None:
    bands = {"band": ("a", "b", "c")}
    printed = {(): 12, **{(("band", each),): "n < 5" for each in "abc"}}
    attacker = Attacker(Publication(bands, printed, 5, [("band",)]))
    assert set(attacker.too_well_known(3).values()) == {(4, 4)}


def test_the_outsider_carries_a_number_shown_in_one_table_into_another() -> None:
    """Each table hides well enough by itself; together they give the first band of the first site away."""
    traits = {"band": ("a", "b"), "site": ("x", "y")}
    alone: dict = {(): 60, (("band", "a"),): PROTECTED, (("band", "b"),): PROTECTED}
    alone |= {(("site", "x"),): 25, (("site", "y"),): 35}
    inner = {(("band", "a"), ("site", "x")): "n < 10", (("band", "b"), ("site", "x")): PROTECTED}
    inner |= {(("band", "a"), ("site", "y")): 12, (("band", "b"), ("site", "y")): 23}
    careful = Publication(traits, alone | inner, 10, [("band",), ("band", "site")])
    assert not Attacker(careful).too_well_known(5)
    careless = Publication(traits, careful.printed | {(("band", "a"),): 18}, 10, careful.tables)
    known = Attacker(careless).too_well_known(5)
    assert known[(("band", "a"), ("site", "x"))] == (6, 6)


def test_tables_by_pairs_of_three_traits_fit_each_other_only_through_persons() -> None:
    """In this design the tables by themselves leave five numbers, and the persons behind them two."""
    design = draw_design(724)
    assert len(design.traits) == 3
    assert not Attacker(design.publish()).too_well_known((design.threshold + 1) // 2)
