"""Dumbbells: the widest difference first, on an axis that is never cut."""

import pytest

from assessor.charts.gaps import GapRow, GapWords, draw_gaps
from assessor.terms import Group

ROWS = (
    GapRow("Communication", 3.9, 3.2),
    GapRow("Role clarity", 4.5, 3.1),
    GapRow("Training", 3.0, 3.7),
    GapRow("Shared goals", 4.2, 3.3),
    GapRow("Trust", None, None, "Not asked of both"),
)


def test_rows_are_sorted_by_the_size_of_the_difference(read_chart, style):
    chart = read_chart(draw_gaps(ROWS, style, ""))
    order = sorted((row.label for row in ROWS), key=lambda label: chart.find(label).box.top)
    assert order == ["Role clarity", "Shared goals", "Communication", "Training", "Trust"]


def test_differences_are_the_second_less_the_first_and_strong_from_eight_tenths(read_chart, style):
    chart = read_chart(draw_gaps(ROWS, style, ""))
    weights = {said: chart.find(said).weight for said in ("−1.4", "−0.9", "−0.7", "+0.7")}
    assert weights == {"−1.4": 600, "−0.9": 600, "−0.7": 400, "+0.7": 400}


def test_marks_stand_at_their_means_on_a_whole_axis(read_chart, style):
    chart = read_chart(draw_gaps(ROWS[1:2], style, ""))
    one, five = (sum((chart.find(n).box.left, chart.find(n).box.right)) / 2 for n in ("1", "5"))
    disc = [c for c in chart.elements("circle") if c["fill"] == style.colors.groups[Group.SRO]][1]
    assert float(disc["cx"]) == pytest.approx(one + (five - one) * 3.5 / 4, abs=0.5)


def test_equal_means_are_both_seen(read_chart, style):
    chart = read_chart(draw_gaps([GapRow("Same", 3.0, 3.0)], style, ""))
    disc = chart.elements("circle")[-1]
    square = chart.elements("rect")[-1]
    assert float(square["y"]) + float(square["height"]) > float(disc["cy"]) + float(disc["r"])
    assert "0.0" in chart.said()


def test_rows_without_means_come_last_with_their_words(read_chart, style):
    assert "Not asked of both" in read_chart(draw_gaps(ROWS, style, "")).said()


def test_the_title_states_all_means(read_chart, paper):
    assert read_chart(draw_gaps([*ROWS[:1], ROWS[4]], paper, "They differ.")).title == (
        "They differ. Communication: SROs 3.9, Administrators 3.2, difference −0.7; Trust: Not asked of both."
    )


def test_labels_do_not_overlap(read_chart, style):
    words = GapWords("SROs, mean of 6", "Administrators, 14")
    assert read_chart(draw_gaps(ROWS, style, "", words=words)).overlapping() == []


def test_the_screen_names_rows_by_the_order_given(screen):
    svg = draw_gaps(ROWS, screen, "")
    assert svg.index('id="row-1"') < svg.index('id="row-0"')


def test_equal_rows_keep_names_of_their_own(read_chart, screen):
    read_chart(draw_gaps([ROWS[0], ROWS[0]], screen, ""))


def test_the_ends_of_the_scale_stay_inside(read_chart, style):
    read_chart(draw_gaps([GapRow("a", 1, 5), GapRow("b", 5, 1)], style, ""))


def test_empty_and_hostile_rows_are_drawn(read_chart, style, hostile):
    assert read_chart(draw_gaps([], style, "")).said() == ["Nothing to compare yet."]
    rows = [GapRow(hostile, 2, 3), GapRow(hostile, None, None, hostile)]
    read_chart(draw_gaps(rows, style, hostile, words=GapWords(hostile, hostile, hostile)))


def test_a_mean_off_the_scale_is_refused(paper):
    with pytest.raises(ValueError, match="means are 1 to 5"):
        draw_gaps([GapRow("Trust", 0.5, 3)], paper, "")


def test_the_same_rows_give_the_same_bytes(style):
    assert draw_gaps(ROWS, style, "x") == draw_gaps(ROWS, style, "x")
