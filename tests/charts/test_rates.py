"""Response rates: bars on the ground of all invited, the line of what is expected, and honest gaps."""

import pytest
from tests.charts.survey_charts import RATES

from assessor.charts.rates import RateRow, RatesChart
from assessor.terms import Group

CHART = RatesChart("Who answered", RATES)


def test_bars_are_as_long_as_their_rates(read_chart, style):
    chart = read_chart(CHART.draw(style, 600))
    ground = chart.rects(style.colors.empty)[0]
    bar = chart.rects(style.colors.accent)[0]
    assert (bar.right - bar.left) / (ground.right - ground.left) == pytest.approx(0.413, abs=0.002)


def test_a_rate_under_what_is_expected_says_so(read_chart, style):
    said = read_chart(CHART.draw(style, 600)).said()
    assert "38 of 92" in said
    assert "60% expected" in said
    assert "70% expected" not in said


def test_the_rate_is_compared_as_it_is_shown_in_full():
    assert not RateRow("Teachers", Group.TCH, 1000, 600, 59.96, 60).is_low
    assert RateRow("Teachers", Group.TCH, 1000, 599, 59.94, 60).is_low


def test_unknown_numbers_invited_have_no_bar_and_no_rate(read_chart, style):
    chart = read_chart(RatesChart("x", RATES[2:3]).draw(style, 600))
    assert "Number invited not known" in chart.said()
    assert "1,212" in chart.said()
    assert chart.rects(style.colors.accent) == []


def test_hostile_names_stay_inside(read_chart, style, hostile):
    read_chart(RatesChart(hostile, (RateRow(hostile, Group.PRT, 10, 4, 40.0, 60),)).draw(style, 516))


def test_nobody_invited_says_so(read_chart, style):
    assert "Nobody was invited yet." in read_chart(RatesChart("x", ()).draw(style, 516)).said()
