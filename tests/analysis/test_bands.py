"""Bands of survey results."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.bands import Band, band, band_of_favorable, band_of_mean


@pytest.mark.parametrize(
    ("mean", "expected"),
    [
        ("5", Band.STRENGTH),
        ("4.0", Band.STRENGTH),
        ("3.99", Band.STEADY),
        ("3.4", Band.STEADY),
        ("3.39", Band.WATCH),
        ("3.0", Band.WATCH),
        ("2.99", Band.CONCERN),
        ("1", Band.CONCERN),
    ],
)
def test_a_mean_falls_into_its_band(mean, expected):
    assert band_of_mean(Decimal(mean)) is expected


@pytest.mark.parametrize(
    ("favorable", "expected"),
    [
        ("75", Band.STRENGTH),
        ("74.9", Band.STEADY),
        ("60", Band.STEADY),
        ("59.9", Band.WATCH),
        ("45", Band.WATCH),
        ("44.9", Band.CONCERN),
    ],
)
def test_a_percent_favorable_falls_into_its_band(favorable, expected):
    assert band_of_favorable(Decimal(favorable)) is expected


def test_a_band_fits_the_number_that_is_printed_beside_it():
    assert band_of_mean(Decimal("3.996")) is Band.STRENGTH
    assert band_of_mean(Decimal("3.994")) is Band.STEADY
    assert band_of_favorable(Decimal("74.95")) is Band.STRENGTH


def test_either_number_reaches_the_better_band_and_a_split_is_told():
    result = band(Decimal("3.2"), Decimal(40))
    assert result.band is Band.WATCH
    assert result.split
    assert not band(Decimal("4.2"), Decimal(80)).split


def test_one_number_is_enough_and_none_is_no_band():
    assert band(Decimal("4.2"), None).band is Band.STRENGTH
    assert not band(Decimal("4.2"), None).split
    assert band(None, None) is None


@given(st.decimals(1, 5, places=3), st.decimals(1, 5, places=3))
def test_a_higher_mean_never_has_a_worse_band(one, other):
    order = list(Band)
    low, high = sorted((one, other))
    assert order.index(band_of_mean(high)) <= order.index(band_of_mean(low))
