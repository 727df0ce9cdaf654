"""Rounding and exact shares."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.rounding import decimal_of, percent, shown


def test_halves_are_rounded_away_from_zero():
    assert str(shown(Decimal("2.25"), 1)) == "2.3"
    assert str(shown(Decimal("-2.25"), 1)) == "-2.3"
    assert str(shown(Fraction(1, 8), 2)) == "0.13"


def test_a_whole_number_is_shown_with_the_places_asked_for():
    assert str(shown(74, 1)) == "74.0"


def test_no_negative_zero_is_shown():
    assert str(shown(Decimal("-0.01"), 1)) == "0.0"


def test_a_share_of_nothing_is_none():
    assert percent(0, 0) is None


@pytest.mark.parametrize(("part", "whole"), [(-1, 4), (5, 4)])
def test_a_part_larger_than_its_whole_or_negative_is_refused(part, whole):
    with pytest.raises(ValueError, match="no part of"):
        percent(part, whole)


@given(st.decimals(min_value=-1000, max_value=1000, places=6), st.integers(0, 4))
def test_rounding_agrees_with_the_decimal_module(value, places):
    assert shown(value, places) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_share_rounds_the_same_before_and_after_it_becomes_a_decimal(part, whole):
    part = min(part, whole)
    share = percent(part, whole)
    assert share is not None
    assert shown(share, 1) == shown(Fraction(100 * part, whole), 1)
    assert abs(Fraction(decimal_of(Fraction(part, whole))) - Fraction(part, whole)) < Fraction(1, 10**27)
