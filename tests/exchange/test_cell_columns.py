"""Rows become columns that hold each value once, whatever their lengths and however many values."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from assessor.exchange.cell_columns import CellColumn, ColumnsBuilder, blank_column, count_codes


def built(*blocks: list[list[str]]) -> ColumnsBuilder:
    builder = ColumnsBuilder()
    for block in blocks:
        builder.add(block)
    return builder


def test_a_value_is_held_once_and_counted() -> None:
    column = built([["yes"], ["no"], ["yes"]]).columns()[0]
    assert (column.values, list(column.codes), column.times) == (("yes", "no"), [0, 1, 0], (2, 1))
    assert column.counts == {"yes": 2, "no": 1}
    assert (len(column), column[2], list(column)) == (3, "yes", ["yes", "no", "yes"])


@given(
    st.lists(
        st.lists(st.lists(st.sampled_from(["", "a", "b", "ñ"]), max_size=5), min_size=1, max_size=6),
        max_size=4,
    )
)
def test_rows_of_any_length_come_back_filled_with_blanks(blocks: list[list[list[str]]]) -> None:
    builder = built(*blocks)
    rows = [row for block in blocks for row in block]
    width = max(map(len, rows), default=0)
    filled = [row + [""] * (width - len(row)) for row in rows]
    assert [list(column) for column in builder.columns()] == [
        list(cells) for cells in zip(*filled, strict=True)
    ]
    assert (builder.rows, builder.width) == (len(rows), width)
    assert builder.is_ragged == (len({len(row) for row in rows}) > 1)


@pytest.mark.parametrize(("values", "width"), [(256, "B"), (257, "H"), (65_536, "H"), (65_537, "I")])
def test_codes_are_as_wide_as_the_number_of_values_needs(values: int, width: str) -> None:
    rows = [[str(number)] for number in range(values)]
    column = built(rows[:300], rows[300:]).columns()[0]
    assert column.codes.typecode == width
    assert list(column) == [str(number) for number in range(values)]
    assert set(column.times) == {1}


def test_columns_that_begin_late_are_blank_above() -> None:
    builder = built([["a"]])
    builder.widen(2)
    assert [list(column) for column in builder.columns()] == [["a"], [""]]


def test_counting_few_and_many_codes_agrees() -> None:
    codes = array("B", [0, 2, 2, 1, 2])
    assert count_codes(codes, 3) == count_codes(codes, 100)[:3] == (1, 1, 3)


def test_a_blank_column_holds_nothing() -> None:
    assert list(blank_column(3)) == ["", "", ""]


def test_a_column_crosses_over_as_json() -> None:
    adapter = TypeAdapter(CellColumn)
    column = built([[str(number % 300)] for number in range(1000)]).columns()[0]
    assert adapter.validate_json(adapter.dump_json(column)) == column
