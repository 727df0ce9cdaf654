"""Construct profiles: a column a group, means in their places, bands marked, what is hidden hatched."""

import pytest
from tests.charts.survey_charts import COLUMNS, PROFILE

from assessor.charts.profiles import ProfileCell, ProfileChart, ProfileColumn, ProfileRow
from assessor.terms import Group

CHART = ProfileChart("What the answers come to", COLUMNS, PROFILE)


def test_means_stand_beside_their_dots_and_the_highest_is_rightmost(read_chart, style):
    chart = read_chart(CHART.draw(style, 744))
    color = style.colors.groups[Group.TCH]
    dots = [float(dot["cx"]) for dot in chart.elements("circle") if dot["fill"] == color]
    assert dots == sorted(dots)
    assert {"2.6", "3.2", "3.5", "4.1"} <= set(chart.said())


def test_the_line_breaks_where_a_group_was_not_asked_or_is_hidden(read_chart, style):
    lines = read_chart(CHART.draw(style, 744)).elements("polyline")
    assert sum(line["stroke"] == style.colors.groups[Group.TCH] for line in lines) == 2
    assert not any(line["stroke"] == style.colors.groups[Group.STU] for line in lines)


def test_bands_are_told_by_marks_and_by_words(read_chart, style):
    chart = read_chart(CHART.draw(style, 744))
    assert {"strength", "watch", "concern"} <= set(chart.said())
    assert "Trust 2.6 concern" in chart.title
    assert "Role clarity not asked" in chart.title


def test_seven_groups_and_long_names_fit_on_paper(read_chart, paper, hostile):
    columns = tuple(ProfileColumn(hostile[:60], "n 12,345", group) for group in Group)
    row = ProfileRow(hostile[:90], tuple(ProfileCell(1 + place / 2) for place in range(len(columns))))
    read_chart(ProfileChart("x", columns, (row,) * 12).draw(paper, 516))


def test_a_mean_off_the_scale_is_refused(paper):
    chart = ProfileChart("x", COLUMNS[:1], (ProfileRow("Trust", (ProfileCell(5.4),)),))
    with pytest.raises(ValueError, match="1 to 5"):
        chart.draw(paper, 516)


def test_no_constructs_say_so(read_chart, style):
    assert "No answers yet." in read_chart(ProfileChart("x", (), ()).draw(style, 516)).said()
