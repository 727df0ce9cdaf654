"""An outsider who sees a protected table, knows every rule, and tries all tables that could be behind it."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assessor.analysis.disclosure import (
    Cell,
    Protected,
    ProtectedFamily,
    ProtectedTable,
    Treatment,
    protect_family,
    protect_table,
)
from assessor.analysis.inference import Arc, possible_range


def bounds(group: Protected, threshold: int, most: int, *, told_nothing: bool) -> range:
    """What the marks tell of a number of persons."""
    if group.n is not None:
        return range(group.n, group.n + 1)
    if told_nothing:
        return range(most + 1)
    return {
        Treatment.TOO_FEW: range(threshold),
        Treatment.UNANIMOUS: range(threshold, 2 * threshold),
        Treatment.PROTECTS_OTHERS: range(threshold, most + 1),
    }[group.treatment]


def all_alike(groups: Mapping) -> bool:
    """Whether a set of groups was hidden as a whole, so that their marks tell nothing."""
    return all(group.treatment is Treatment.PROTECTS_OTHERS for group in groups.values())


def sums_to(ranges: list[range], total: range) -> Iterator[tuple[int, ...]]:
    """Every list of one number from each range whose sum lies in `total`."""
    if not ranges:
        if 0 in total:
            yield ()
        return
    least, most = sum(r[0] for r in ranges[1:]), sum(r[-1] for r in ranges[1:])
    for first in ranges[0]:
        if first + least < total.stop and first + most >= total.start:
            rest = range(total.start - first, total.stop - first)
            for others in sums_to(ranges[1:], rest):
                yield (first, *others)


def possible_in_family(family: ProtectedFamily, threshold: int, most: int) -> dict[str, set[int]]:
    """The numbers each group could have, by trying all families."""
    blind = all_alike(family.cells)
    ranges = [bounds(cell, threshold, most, told_nothing=blind) for cell in family.cells.values()]
    total = bounds(family.total, threshold, most, told_nothing=False)
    found: dict[str, set[int]] = {name: set() for name in family.cells}
    for numbers in sums_to(ranges, total):
        for name, number in zip(family.cells, numbers, strict=True):
            found[name].add(number)
    return found


def possible_in_table(table: ProtectedTable, threshold: int, most: int, whole: int) -> dict[object, set[int]]:
    """The numbers each group and each total could have, by trying all tables, row by row."""
    blind = all_alike(table.cells)
    blind_rows, blind_columns = all_alike(table.rows), all_alike(table.columns)
    row_totals = {r: bounds(p, threshold, whole, told_nothing=blind_rows) for r, p in table.rows.items()}
    column_totals = [bounds(p, threshold, whole, told_nothing=blind_columns) for p in table.columns.values()]
    total = bounds(table.total, threshold, whole, told_nothing=False)
    names, found = list(table.columns), {}
    rows = [
        list(
            sums_to(
                [bounds(table.cells[r, c], threshold, most, told_nothing=blind) for c in names], row_totals[r]
            )
        )
        for r in table.rows
    ]
    for numbers in _fitting(rows, column_totals, total):
        for row, line in zip(table.rows, numbers, strict=True):
            found.setdefault(row, set()).add(sum(line))
            for column, number in zip(names, line, strict=True):
                found.setdefault((row, column), set()).add(number)
        for column, line in zip(names, zip(*numbers, strict=True), strict=True):
            found.setdefault(column, set()).add(sum(line))
    return found


def _fitting(
    rows: list[list[tuple[int, ...]]], columns: list[range], total: range
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every choice of one line for each row whose columns and whole fit."""
    if not rows:
        if all(0 in column for column in columns) and 0 in total:
            yield ()
        return
    for line in rows[0]:
        if all(number < column.stop for number, column in zip(line, columns, strict=True)):
            left = [range(max(0, c.start - n), c.stop - n) for n, c in zip(line, columns, strict=True)]
            whole = range(max(0, total.start - sum(line)), total.stop - sum(line))
            if whole.stop > 0:
                for others in _fitting(rows[1:], left, whole):
                    yield (line, *others)


def least_possible(threshold: int) -> int:
    """How many numbers must stay possible for each hidden group."""
    return (threshold + 1) // 2


def families(most: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, most), min_size=2, max_size=5)


@settings(max_examples=400, deadline=None)
@given(families(30), st.sampled_from([5, 10]))
@example([6, 14, 31], 10)
@example([9, 9, 40], 10)
@example([9, 9], 10)
@example([0, 12], 10)
@example([1, 1, 10, 50], 10)
@example([4, 10], 10)
def test_no_hidden_group_of_a_family_can_be_worked_out(numbers, threshold):
    cells = {f"g{place}": Cell(n) for place, n in enumerate(numbers)}
    family = protect_family(cells, threshold)
    possible = possible_in_family(family, threshold, sum(numbers))
    for name, group in family.cells.items():
        assert cells[name].n in possible[name]
        if group.hidden:
            assert len(possible[name]) >= least_possible(threshold)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 25), st.booleans()), min_size=2, max_size=5))
def test_no_hidden_group_of_a_family_with_groups_that_answered_alike_can_be_worked_out(groups):
    cells = {
        f"g{i}": Cell(n, (n, 0) if alike else (n - n // 2, n // 2)) for i, (n, alike) in enumerate(groups)
    }
    family = protect_family(cells, 5)
    if family.total.treatment is Treatment.UNANIMOUS:
        assert all(group.hidden for group in family.cells.values())
        return
    possible = possible_in_family(family, 5, sum(cell.n for cell in cells.values()))
    for name, group in family.cells.items():
        assert not group.hidden or len(possible[name]) >= least_possible(5)


@given(families(40), st.sampled_from([5, 10]))
def test_hidden_groups_of_a_shown_whole_are_never_few_persons_together(numbers, threshold):
    family = protect_family({str(place): Cell(n) for place, n in enumerate(numbers)}, threshold)
    hidden = [n for n, group in zip(numbers, family.cells.values(), strict=True) if group.hidden]
    if hidden and not family.total.hidden:
        assert len(hidden) > 1
        assert sum(hidden) >= threshold


tables = st.sampled_from([(2, 2), (2, 3), (3, 2), (3, 3)]).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 9), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


@settings(max_examples=250, deadline=None)
@given(tables, st.sampled_from([3, 4]))
@example([[2, 3, 9], [3, 2, 9], [9, 9, 9]], 3)
@example([[1, 9], [9, 9]], 3)
@example([[2, 2, 9], [9, 9, 9], [9, 9, 9]], 3)
@example([[9, 0, 0], [0, 9, 0], [0, 0, 9]], 3)
def test_no_hidden_group_or_total_of_a_table_can_be_worked_out(numbers, threshold):
    cells = {(f"r{i}", f"c{j}"): Cell(n) for i, line in enumerate(numbers) for j, n in enumerate(line)}
    table = protect_table(cells, threshold)
    # No group in truth has more than 9; trying up to 12 finds fewer tables than there are, never more.
    possible = possible_in_table(table, threshold, 12, sum(cell.n for cell in cells.values()))
    for names in (table.cells, table.rows, table.columns):
        for name, group in names.items():
            assert not group.hidden or len(possible[name]) >= least_possible(threshold)
    assert all(cells[name].n in possible[name] for name in cells)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 60), min_size=6, max_size=6), min_size=6, max_size=6))
def test_every_line_of_a_large_table_hides_none_or_several_persons_enough_together(numbers):
    cells = {(f"r{i}", f"c{j}"): Cell(n) for i, line in enumerate(numbers) for j, n in enumerate(line)}
    table = protect_table(cells, 10)
    for axis, totals in ((0, table.rows), (1, table.columns)):
        for name, total in totals.items():
            hidden = [key for key, group in table.cells.items() if key[axis] == name and group.hidden]
            if not total.hidden:
                assert len(hidden) != 1
                assert not hidden or sum(cells[key].n for key in hidden) >= 10
            else:
                assert hidden


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 6), min_size=6, max_size=6),
    st.lists(st.integers(0, 4), min_size=6, max_size=6),
    st.lists(st.integers(0, 4), min_size=6, max_size=6),
)
def test_ranges_are_those_found_by_trying_every_table(numbers, below, above):
    places = [(row, column) for row in "xy" for column in "abc"]
    arcs = [
        Arc(row, column, n, max(0, n - low), n + high)
        for (row, column), n, low, high in zip(places, numbers, below, above, strict=True)
    ]
    arcs += [Arc("whole", "x", sum(numbers[:3]), *[sum(numbers[:3])] * 2)]
    arcs += [Arc("whole", "y", sum(numbers[3:]), *[sum(numbers[3:])] * 2)]
    columns = [numbers[place] + numbers[place + 3] for place in range(3)]
    arcs += [Arc(name, "whole", n, n, n) for name, n in zip("abc", columns, strict=True)]
    first = [range(arc.low, arc.high + 1) for arc in arcs[:3]]
    tried = [
        (*line, *(total - n for n, total in zip(line, columns, strict=True)))
        for line in sums_to(first, range(sum(numbers[:3]), sum(numbers[:3]) + 1))
        if all(
            arc.low <= total - n <= arc.high for n, total, arc in zip(line, columns, arcs[3:6], strict=True)
        )
    ]
    for place in range(6):
        found = {line[place] for line in tried}
        assert possible_range(arcs, place, 50) == (min(found), max(found))
        assert len(found) == max(found) - min(found) + 1


def test_the_attacker_of_these_tests_does_work_out_a_table_that_is_protected_too_little():
    shown = {"a": Cell(6), "b": Cell(14), "c": Cell(31)}
    careless = ProtectedFamily(
        {
            "a": Protected(Treatment.TOO_FEW, None, ""),
            "b": Protected(Treatment.SHOWN, 14, ""),
            "c": Protected(Treatment.SHOWN, 31, ""),
        },
        Protected(Treatment.SHOWN, 51, ""),
    )
    assert possible_in_family(careless, 10, 51)["a"] == {6}
    assert possible_in_family(protect_family(shown, 10), 10, 51)["a"] == set(range(10))


@pytest.mark.parametrize("numbers", [[9, 9], [0, 12], [11, 2]])
def test_where_hiding_more_cannot_help_nothing_is_said_of_sizes(numbers):
    family = protect_family({"a": Cell(numbers[0]), "b": Cell(numbers[1])}, 10)
    assert {group.treatment for group in family.cells.values()} == {Treatment.PROTECTS_OTHERS}
    assert family.total.n == sum(numbers)
