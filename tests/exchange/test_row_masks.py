"""Rows for which something holds are joined and counted without looking at each."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.row_masks import all_rows, each_row, no_rows, rows_where


@pytest.mark.parametrize("width", ["B", "H", "I"])
@given(codes=st.lists(st.integers(0, 4), max_size=50), wanted=st.sets(st.integers(0, 4)))
def test_the_rows_of_wanted_codes_are_found_at_any_width(
    width: str, codes: list[int], wanted: set[int]
) -> None:
    mask = rows_where(array(width, codes), [code in wanted for code in range(5)])
    expected = [row for row, code in enumerate(codes) if code in wanted]
    assert list(each_row(mask, len(codes))) == expected
    assert mask.bit_count() == len(expected)


def test_masks_are_joined_met_and_turned_round() -> None:
    codes = array("B", [0, 1, 2, 1])
    first, second = rows_where(codes, [True, True, False]), rows_where(codes, [False, True, True])
    assert list(each_row(first & second, 4)) == [1, 3]
    assert first | second == all_rows(4)
    assert list(each_row(first ^ all_rows(4), 4)) == [2]
    assert list(each_row(no_rows(), 4)) == []
