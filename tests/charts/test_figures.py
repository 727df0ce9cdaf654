"""Figures as people read them, and round scales."""

import pytest

from assessor.charts.figures import decimals_of, figure, percent, round_ticks, signed


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (0.1 + 0.2, 1, "0.3"),
        (0.285, 2, "0.29"),
        (2.5, 0, "3"),
        (-1.4, 1, "−1.4"),
        (12345, 0, "12,345"),
        (0.4, 2, "0.40"),
        (-0.01, 1, "0.0"),
    ],
)
def test_figures_are_rounded_half_up_without_noise(value, decimals, said):
    assert figure(value, decimals) == said


def test_differences_carry_their_sign_and_none_at_zero():
    assert [signed(value) for value in (-1.4, 0.7, 0, -0.04)] == ["−1.4", "+0.7", "0.0", "0.0"]


def test_percentages_are_whole():
    assert [percent(value) for value in (45.5, 0.4, 100)] == ["46%", "0%", "100%"]


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [(1.1, 3.6, (1, 1.5, 2, 2.5, 3, 3.5, 4)), (0, 100, (0, 20, 40, 60, 80, 100)), (5, 5, (5, 6))],
)
def test_scales_end_on_round_numbers(low, high, ticks):
    assert round_ticks(low, high, 5 if high != 3.6 else 6) == ticks


def test_ticks_need_only_the_decimals_they_have():
    assert [decimals_of(ticks) for ticks in ((1.0, 2.0), (0.5, 1.0), (0.25, 0.5))] == [0, 1, 2]
