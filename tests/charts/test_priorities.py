"""The priority map: points in their cells, names that meet nothing."""

import random

import pytest

from assessor.charts.placing import Disc, Grid, spread_discs
from assessor.charts.priorities import PriorityPoint, draw_priorities

POINTS = (
    PriorityPoint("F2", "Two agreements", 5, 3, 85, is_high=True),
    PriorityPoint("F5", "Privacy rules", 5, 3, 83, is_high=True),
    PriorityPoint("F1", "Classroom calls", 4, 2, 74, is_high=True),
    PriorityPoint("F9", "Support plans", 5, 4, 59, is_doubtful=True),
    PriorityPoint("F3", "Weekly meeting", 4, 2, 62),
    PriorityPoint("F6", "Complaints", 4, 1, 58),
    PriorityPoint("F4", "No path", 4, 2, 52),
    PriorityPoint("F8", "Absence cover", 3, 4, 44),
)


def many(count, seed=7):
    dice = random.Random(seed)  # noqa: S311 (not for secrets)
    return [
        PriorityPoint(
            f"F{number}",
            dice.choice(["Radio use", "Shared calendar", "New-staff briefing"]),
            dice.randint(1, 5),
            dice.randint(1, 5),
            dice.randint(0, 100),
            dice.random() < 0.3,
            dice.random() < 0.3,
        )
        for number in range(count)
    ]


def touching(chart):
    discs = [
        (float(c["cx"]), float(c["cy"]), float(c["r"])) for c in chart.elements("circle") if "stroke" in c
    ]
    return [
        (one, other)
        for place, one in enumerate(discs)
        for other in discs[place + 1 :]
        if (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 < (one[2] + other[2]) ** 2
    ]


def words_on_discs(chart, points):
    codes = {point.code for point in points}
    found = []
    for words in chart.texts():
        for circle in chart.elements("circle"):
            x, y, r = (float(circle[key]) for key in ("cx", "cy", "r"))
            near_x = min(max(x, words.box.left), words.box.right)
            near_y = min(max(y, words.box.top), words.box.bottom)
            if words.text not in codes and (near_x - x) ** 2 + (near_y - y) ** 2 < r * r:
                found.append(words.text)
    return found


def test_every_name_of_an_ordinary_map_finds_a_place(read_chart, style):
    said = " ".join(read_chart(draw_priorities(POINTS, style, "", 480)).said())
    assert all(point.name in said for point in POINTS)


@pytest.mark.parametrize("count", [1, 2, 9, 25, 60])
def test_discs_and_names_never_meet(read_chart, style, count):
    points = many(count)
    chart = read_chart(draw_priorities(points, style, "", 480))
    assert touching(chart) == []
    assert chart.overlapping() == []
    assert words_on_discs(chart, points) == []


def test_points_in_one_cell_are_spread_however_many(read_chart, paper):
    points = [PriorityPoint(f"F{i}", "One cell", 4, 2, 60) for i in range(30)]
    assert touching(read_chart(draw_priorities(points, paper, ""))) == []


def test_each_disc_stands_in_its_own_cell():
    grid = Grid((0, 100, 200), (0, 100, 200), 0, (100, 100))
    discs = spread_discs([Disc(column, row, 20) for column in (0, 1) for row in (0, 1)] * 4, grid)
    assert all(
        disc.box.left >= disc.column * 100 and disc.box.right <= disc.column * 100 + 100 for disc in discs
    )
    assert all(disc.box.top >= disc.row * 100 and disc.box.bottom <= disc.row * 100 + 100 for disc in discs)


def test_names_stay_in_their_quadrant_where_there_is_room(read_chart, paper):
    chart = read_chart(draw_priorities(POINTS, paper, "", 384))
    quick = chart.rects(paper.colors.quadrants[0])[0]
    assert chart.find("Classroom calls").box.right <= quick.right
    assert chart.find("Two agreements").box.left >= quick.right


def test_high_is_filled_and_doubtful_has_a_broken_edge(read_chart, paper):
    chart = read_chart(draw_priorities(POINTS, paper, ""))
    circles = chart.elements("circle")
    assert sum(circle["fill"] == paper.colors.accent for circle in circles) == 3
    assert sum("stroke-dasharray" in circle for circle in circles) == 1


def test_a_higher_score_has_a_larger_disc(read_chart, paper):
    circles = read_chart(draw_priorities(POINTS[:3:2], paper, "")).elements("circle")
    assert float(circles[0]["r"]) > float(circles[1]["r"])


def test_low_impacts_get_rows_of_their_own(read_chart, paper):
    low = read_chart(draw_priorities([PriorityPoint("F1", "x", 1, 1, 20)], paper, ""))
    assert low.height > read_chart(draw_priorities(POINTS, paper, "")).height * 0.9
    assert low.said().count("1") == 2


def test_the_title_states_all_points(read_chart, paper):
    assert read_chart(draw_priorities(POINTS[2:4], paper, "One quick win.")).title == (
        "One quick win. F1 Classroom calls: impact 4, effort 2, score 74, high; "
        "F9 Support plans: impact 5, effort 4, score 59, low confidence."
    )


def test_empty_and_hostile_maps_are_drawn(read_chart, style, hostile):
    assert read_chart(draw_priorities([], style, "")).said() == ["No findings yet."]
    read_chart(draw_priorities([PriorityPoint(hostile, hostile, 3, 3, 50)] * 3, style, hostile))


@pytest.mark.parametrize(("impact", "effort"), [(0, 1), (6, 1), (1, 0), (1, 6)])
def test_what_is_off_the_scale_is_refused(paper, impact, effort):
    with pytest.raises(ValueError, match="1 to 5"):
        draw_priorities([PriorityPoint("F1", "x", impact, effort, 5)], paper, "")


def test_the_same_points_give_the_same_bytes(style):
    assert draw_priorities(many(20), style, "x") == draw_priorities(many(20), style, "x")
