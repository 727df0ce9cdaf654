"""Saturation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.saturation import gains, is_saturated

sessions = st.lists(st.lists(st.sampled_from(["B-COM1", "B-ROL2", "B-TRU1", "P-VIS"])), max_size=8)


def test_each_session_is_credited_with_what_had_not_come_up_before():
    found = gains([["B-COM1", "B-ROL2", "B-COM1"], ["B-ROL2", "B-TRU1"], []])
    assert [gain.new_codes for gain in found] == [("B-COM1", "B-ROL2"), ("B-TRU1",), ()]
    assert [gain.codes_so_far for gain in found] == [2, 3, 3]


def test_two_sessions_in_a_row_without_a_new_code_are_saturation():
    assert is_saturated(gains([["a"], ["a"], []]))
    assert not is_saturated(gains([["a"], ["a"]]))
    assert not is_saturated(gains([["a"], ["a"], ["b"]]))
    assert is_saturated(gains([["a"], ["a"]]), quiet=1)


def test_sessions_in_which_nothing_came_up_at_all_are_not_saturation():
    assert not is_saturated(gains([[], [], []]))
    assert not is_saturated(())
    with pytest.raises(ValueError, match="at least"):
        is_saturated((), quiet=0)


@given(sessions)
def test_every_code_is_new_exactly_once(codes):
    found = gains(codes)
    new = [code for gain in found for code in gain.new_codes]
    assert len(new) == len(set(new))
    assert set(new) == {code for session in codes for code in session}
    assert not found or found[-1].codes_so_far == len(new)
