"""The disclosure control: the walk-through of domain.md 10 and each rule of 2.6."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.disclosure import (
    Cell,
    Thresholds,
    Treatment,
    percent_in_words,
    protect_family,
    protect_linked,
    protect_table,
)


def family_of(*numbers, threshold=10):
    return protect_family({f"g{place}": Cell(n) for place, n in enumerate(numbers)}, threshold)


def treatments(groups):
    return [group.treatment for group in groups.values()]


def test_the_walk_through_hides_the_small_band_and_the_next_smallest():
    family = protect_family({"K–5": Cell(6), "6–8": Cell(14), "9–12": Cell(31)}, 10)
    assert [group.words for group in family.cells.values()] == ["n < 10", "hidden to protect others", "31"]
    assert treatments(family.cells) == [Treatment.TOO_FEW, Treatment.PROTECTS_OTHERS, Treatment.SHOWN]
    assert family.total.n == 51


def test_a_hidden_group_carries_no_number():
    family = family_of(6, 14, 31)
    assert [group.n for group in family.cells.values()] == [None, None, 31]


def test_nothing_is_hidden_where_every_group_is_large_enough():
    assert treatments(family_of(10, 14, 31).cells) == [Treatment.SHOWN] * 3


def test_a_whole_under_the_threshold_hides_everything():
    family = family_of(2, 3, 4)
    assert family.total.treatment is Treatment.TOO_FEW
    assert treatments(family.cells) == [Treatment.TOO_FEW] * 3


def test_two_small_groups_that_are_too_few_together_take_a_third_with_them():
    assert treatments(family_of(3, 4, 20, 31).cells) == [
        Treatment.TOO_FEW,
        Treatment.TOO_FEW,
        Treatment.PROTECTS_OTHERS,
        Treatment.SHOWN,
    ]


def test_two_groups_of_nine_cannot_be_told_from_their_sum_of_eighteen():
    assert treatments(family_of(9, 9, 31, 40).cells)[2] is Treatment.PROTECTS_OTHERS


def test_a_group_of_nobody_is_hidden_like_any_small_one():
    assert family_of(0, 14, 31).cells["g0"].words == "n < 10"


def test_the_internal_threshold_hides_less():
    assert treatments(family_of(6, 14, 31, threshold=Thresholds().internal).cells) == [Treatment.SHOWN] * 3


def test_thresholds_are_only_raised():
    assert Thresholds(public=15, internal=7).public == 15
    with pytest.raises(ValueError, match="only be raised"):
        Thresholds(public=9)
    with pytest.raises(ValueError, match="only be raised"):
        Thresholds(internal=4)


def test_a_small_group_that_answered_alike_is_hidden_and_its_words_do_not_tell():
    family = protect_family(
        {"a": Cell(12, (0, 12)), "b": Cell(25, (12, 13)), "c": Cell(40, (20, 20))}, threshold=10
    )
    assert treatments(family.cells) == [Treatment.UNANIMOUS, Treatment.PROTECTS_OTHERS, Treatment.SHOWN]
    assert family.cells["a"].words == family.cells["b"].words == "hidden to protect others"


def test_one_other_answer_in_a_small_group_is_enough_to_show_it():
    family = protect_family({"a": Cell(12, (1, 11)), "b": Cell(25, (12, 13))}, threshold=10)
    assert treatments(family.cells) == [Treatment.SHOWN] * 2


def test_a_large_group_that_answered_alike_is_shown_without_the_exact_share():
    family = protect_family({"a": Cell(40, (1, 39)), "b": Cell(40, (20, 20))}, threshold=10)
    assert (family.cells["a"].treatment, family.cells["a"].words) == (Treatment.SHOWN, "≥ 95%")


def test_a_table_hides_partners_along_rows_and_columns():
    numbers = [[4, 20, 30], [20, 21, 31], [30, 31, 40]]
    table = protect_table({(r, c): Cell(numbers[int(r)][int(c)]) for r in "012" for c in "012"}, 10)
    hidden = {key for key, group in table.cells.items() if group.hidden}
    assert hidden == {("0", "0"), ("0", "1"), ("1", "0"), ("1", "1")}
    assert not any(group.hidden for group in (*table.rows.values(), *table.columns.values(), table.total))


def test_a_group_that_ties_two_blocks_of_hidden_groups_together_is_not_left_to_be_worked_out():
    # Two hidden squares joined by one hidden cell: every line hides two or more, yet the joint is determined.
    numbers = {(r, c): 50 for r in range(4) for c in range(4)}
    numbers |= dict.fromkeys([(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 2)], 7)
    table = protect_table({(str(r), str(c)): Cell(n) for (r, c), n in numbers.items()}, 10)
    assert sum(group.hidden for group in table.cells.values()) > 9


def test_a_pair_nobody_is_in_counts_as_an_empty_group():
    table = protect_table({("a", "x"): Cell(20), ("b", "y"): Cell(30)}, 10)
    assert table.cells["a", "y"].hidden
    assert table.rows["a"].n == 20


@pytest.mark.parametrize("turned", [False, True])
def test_a_table_of_one_line_is_protected_as_a_family(turned):
    cells = {("all", name): Cell(n) for name, n in (("a", 6), ("b", 14), ("c", 31))}
    if turned:
        cells = {(name, row): cell for (row, name), cell in cells.items()}
    table = protect_table(cells, 10)
    assert treatments(table.cells) == treatments(table.rows if turned else table.columns)
    assert treatments(table.columns if turned else table.rows) == [Treatment.SHOWN]
    assert treatments(table.cells)[:2] == [Treatment.TOO_FEW, Treatment.PROTECTS_OTHERS]


def test_a_breakdown_needs_a_group_and_counts_of_persons():
    with pytest.raises(ValueError, match="needs a group"):
        protect_family({})
    with pytest.raises(ValueError, match="needs a group"):
        protect_table({})
    with pytest.raises(ValueError, match="never negative"):
        Cell(-1)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (5, 12, "41.7%"),
        (5, 9, "n < 10"),
        (0, 0, "n < 10"),
        (12, 12, "hidden to protect others"),
        (0, 12, "hidden to protect others"),
        (39, 40, "≥ 95%"),
        (38, 40, "≥ 95%"),
        (1, 40, "≤ 5%"),
        (3, 40, "7.5%"),
    ],
)
def test_a_share_is_printed_only_as_exactly_as_it_may_be(part, whole, words):
    assert percent_in_words(part, whole) == words


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(5, 20))
def test_no_group_under_the_threshold_is_ever_shown(numbers, threshold):
    family = family_of(*numbers, threshold=threshold)
    for n, group in zip(numbers, family.cells.values(), strict=True):
        assert group.n in (None, n)
        assert group.hidden or n >= threshold


@given(st.lists(st.integers(0, 40), min_size=2, max_size=6), st.permutations(range(6)))
def test_the_order_of_groups_changes_only_which_of_two_equal_ones_is_hidden(numbers, order):
    places = [place for place in order if place < len(numbers)]
    straight, turned = family_of(*numbers), family_of(*(numbers[place] for place in places))
    assert sorted(g.n or -1 for g in straight.cells.values()) == sorted(
        g.n or -1 for g in turned.cells.values()
    )


@given(st.lists(st.lists(st.integers(0, 40), min_size=4, max_size=4), min_size=3, max_size=3))
def test_a_table_shows_no_total_that_its_families_hide(numbers):
    cells = {(str(i), str(j)): Cell(n) for i, line in enumerate(numbers) for j, n in enumerate(line)}
    rows = {str(i): Cell(sum(line)) for i, line in enumerate(numbers)}
    table = protect_table(cells, 10)
    for name, alone in protect_family(rows, 10).cells.items():
        assert table.rows[name] == alone or table.rows[name].hidden
    assert table.total == protect_family(rows, 10).total


def test_a_whole_with_fewer_than_the_threshold_for_each_part_is_not_broken_down():
    """Else someone who knows the rule works out 4, 4 and 4 behind three parts under five that are twelve."""
    for numbers in ((4, 4, 4), (2, 5, 5), (0, 1, 11), (0, 0, 12)):
        family = family_of(*numbers, threshold=5)
        assert {group.words for group in family.cells.values()} == {"hidden to protect others"}
        assert family.total.n == 12


def test_a_group_of_nobody_is_told_where_the_caller_tells_it():
    cells = {"a": Cell(0), "b": Cell(6), "c": Cell(14), "d": Cell(31)}
    family = protect_family(cells, 10, tells_nobody=True)
    assert [group.words for group in family.cells.values()] == [
        "0", "n < 10", "hidden to protect others", "31",
    ]  # fmt: skip


def test_tables_of_the_same_people_hide_the_same_totals():
    people = {(r, g, s): Cell(n) for (r, g, s), n in zip(
        ((r, g, s) for r in "rt" for g in "abc" for s in "xy"),
        (6, 2, 14, 9, 31, 20, 12, 15, 3, 22, 40, 28), strict=True)}  # fmt: skip
    variables = {"role": "rt", "grade": "abc", "site": "xy"}
    tables = protect_linked(variables, people, [("role", "grade"), ("site", "grade")], 10)
    assert tables.of().n == 202
    assert tables.of(grade="a").n == 35
    assert tables.of(role="r", grade="a").words == "n < 10"
    assert tables.of(grade="a", role="r") == tables.of(role="r", grade="a")


def test_a_table_by_three_traits_is_refused():
    with pytest.raises(ValueError, match="too fine to share"):
        protect_linked(dict.fromkeys("abc", "xy"), {("x", "x", "x"): Cell(50)}, [("a", "b", "c")], 10)
