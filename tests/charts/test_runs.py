"""Run charts: four states of a value, lines that break, end labels that keep apart."""

import re
from itertools import pairwise

import pytest

from assessor.charts.run_series import RunAction, RunPoint, RunSeries, run_table
from assessor.charts.runs import draw_run
from assessor.terms import ValueState

MONTHS = ("Sep 25", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jan 27")


def series(*values, **more):
    points = tuple(RunPoint(month, value) for month, value in zip(MONTHS, values, strict=False))
    return RunSeries(points, **more)


GAPS = RunSeries(
    (
        RunPoint("Sep", 4),
        RunPoint("Oct", 3),
        RunPoint("Nov", None, ValueState.NOT_COLLECTED),
        RunPoint("Dec", None, ValueState.ZERO),
        RunPoint("Jan", 2),
        RunPoint("Feb", None, ValueState.SUPPRESSED),
        RunPoint("Mar", 3),
    )
)


def test_values_stand_at_their_height_above_zero(read_chart, style):
    chart = read_chart(draw_run(series(10, 20, 40), style, ""))
    line = chart.elements("polyline")[0]["points"]
    heights = [float(spot.split(",")[1]) for spot in line.split()]
    zero = float(chart.elements("line")[0]["y1"])
    assert (zero - heights[1]) / (zero - heights[0]) == pytest.approx(2, abs=0.01)
    assert (zero - heights[2]) / (zero - heights[0]) == pytest.approx(4, abs=0.01)


def test_the_line_breaks_where_a_value_is_missing_and_a_zero_is_a_value(read_chart, style):
    lines = read_chart(draw_run(GAPS, style, "")).elements("polyline")
    assert [len(line["points"].split()) for line in lines] == [2, 2]


def test_what_is_hidden_is_hatched_and_what_was_not_collected_is_a_dash(read_chart, style):
    chart = read_chart(draw_run(GAPS, style, ""))
    assert any(shape["fill"] == style.colors.hatch for shape in chart.elements("polygon"))
    assert [line for line in chart.elements("line") if line["stroke-width"] == "1.2"]


def test_the_title_states_each_period_and_the_four_states(read_chart, paper):
    assert read_chart(draw_run(GAPS, paper, "Few calls.")).title == (
        "Few calls. Sep 4; Oct 3; Nov not collected; Dec 0; Jan 2; Feb too few to show; Mar 3."
    )


def test_baseline_target_and_actions_are_drawn_and_told(read_chart, paper):
    run = series(38, 37, 30, 28, baseline=38, target=23, actions=(RunAction("A2.1", 1.6),))
    chart = read_chart(draw_run(run, paper, "Falling."))
    assert chart.title.startswith("Falling. baseline 38; target 23; Sep 25 38;")
    assert chart.title.endswith("A2.1 Nov.")
    assert any(line.get("stroke-dasharray") for line in chart.elements("line"))
    assert "A2.1" in chart.said()


@pytest.mark.parametrize("last", [0, 22, 23, 23.4, 37, 38, 90])
def test_end_labels_stand_at_least_eleven_apart(read_chart, paper, last):
    chart = read_chart(draw_run(series(38, 37, last, baseline=38, target=23), paper, ""))
    right = [words for words in chart.texts() if words.box.left > 120 and re.fullmatch(r"[\d.]+", words.text)]
    centers = sorted((words.box.top + words.box.bottom) / 2 for words in right)
    assert all(after - before >= 10.5 for before, after in pairwise(centers))
    assert chart.overlapping() == []


def test_actions_at_one_time_share_a_triangle_and_near_ones_keep_their_codes_apart(read_chart, style):
    actions = (RunAction("A1", 4), RunAction("A2", 4), RunAction("A3.10", 4.5), RunAction("A4", 5))
    chart = read_chart(draw_run(series(*range(1, 10), actions=actions), style, ""))
    assert "A1, A2" in chart.said()
    assert chart.overlapping() == []


def test_the_last_known_value_is_enlarged(read_chart, style):
    chart = read_chart(draw_run(series(10, 20, 61, None), style, ""))
    assert chart.find("61").fill == style.colors.accent


def test_one_many_and_no_values_are_drawn(read_chart, style):
    read_chart(draw_run(series(5), style, ""))
    read_chart(draw_run(series(0, 0), style, ""))
    read_chart(draw_run(series(-3, 4, -2), style, ""))
    read_chart(draw_run(series(None, None), style, ""))
    read_chart(draw_run(RunSeries(tuple(RunPoint(f"Week {i}", i % 7) for i in range(300))), style, ""))
    assert read_chart(draw_run(RunSeries(()), style, "")).said() == ["No values yet."]


def test_hostile_labels_are_only_text(read_chart, style, hostile):
    points = (RunPoint(hostile, 1), RunPoint(hostile, 2))
    run = RunSeries(points, actions=(RunAction(hostile, 99),))
    read_chart(draw_run(run, style, hostile, 300))


def test_the_same_series_gives_the_same_bytes(style):
    assert draw_run(GAPS, style, "x") == draw_run(GAPS, style, "x")


CHANGED = RunSeries(
    (
        RunPoint("Sep", 9),
        RunPoint("Oct", 8),
        RunPoint("Nov", 20, definition=2),
        RunPoint("Dec", 21, definition=2),
    ),
    baseline=9,
    limits=(4, 30),
)


def test_no_line_is_drawn_from_one_definition_to_another(read_chart, style):
    chart = read_chart(draw_run(CHANGED, style, "", 400))
    lines = [
        [float(spot.split(",")[0]) for spot in line["points"].split()] for line in chart.elements("polyline")
    ]
    assert [len(line) for line in lines] == [2, 2]
    assert max(lines[0]) < min(lines[1])
    assert "new definition" in chart.said()


def test_the_baseline_ends_and_the_limits_begin_where_the_definition_changes(read_chart, style):
    chart = read_chart(draw_run(CHANGED, style, "", 400))
    levels = [line for line in chart.elements("line") if line["y1"] == line["y2"]]
    baseline = next(line for line in levels if line["stroke-width"] == "0.9")
    limits = [line for line in levels if line.get("stroke-dasharray") == "1.5 2.5"]
    assert len(limits) == 2
    assert all(float(line["x1"]) == pytest.approx(float(baseline["x2"])) for line in limits)


def test_the_title_tells_of_the_definition_and_the_limits(read_chart, style):
    assert read_chart(draw_run(CHANGED, style, "Calls.")).title == (
        "Calls. baseline 9; chance limits 4 – 30; Sep 9; Oct 8; new definition; Nov 20; Dec 21."
    )


def test_the_table_tells_what_the_chart_shows(style):
    table = run_table(GAPS, "Calls by month")
    assert [row.cells for row in table.rows] == [
        ("Sep", "4"),
        ("Oct", "3"),
        ("Nov", "not collected"),
        ("Dec", "0"),
        ("Jan", "2"),
        ("Feb", "too few to show"),
        ("Mar", "3"),
    ]
    assert [row.cells for row in run_table(CHANGED, "").rows if row.is_head] == [("new definition",)]
