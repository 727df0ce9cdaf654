"""Tracks: better is to the right, marks stand at their values, labels keep apart."""

import pytest

from assessor.charts.tracks import Stop, TrackScale, TrackStop, draw_objective_track, draw_track

STOPS = (
    TrackStop(Stop.BASELINE, 3.4, "Baseline, 2025–26"),
    TrackStop(Stop.NOW, 2.7, "Now"),
    TrackStop(Stop.TARGET, 2.1, "Target, June 2027"),
    TrackStop(Stop.OUTLOOK, 1.2, "Outlook, June 2029"),
)
FEWER = TrackScale("Calls per 100 students. Fewer is better →", lower_is_better=True)
PERCENT = TrackScale("Percent. More is better →", 0, limits=(0, 100), suffix="%")


def place(chart, color):
    return float(next(c["cx"] for c in chart.elements("circle") if color in (c["fill"], c.get("stroke"))))


def test_marks_stand_at_their_values(read_chart, paper):
    chart = read_chart(draw_track(STOPS, FEWER, paper, "Half of the way."))
    four, one = chart.find("4").box, chart.find("1").box
    left, right = (four.left + four.right) / 2, (one.left + one.right) / 2
    assert place(chart, paper.colors.accent) == pytest.approx(left + (right - left) * 1.3 / 3, abs=0.5)


def test_better_is_to_the_right_whichever_way_is_better(read_chart, style):
    fewer = read_chart(draw_track(STOPS, FEWER, style, ""))
    assert place(fewer, style.colors.accent) > place(fewer, style.colors.ink)
    more = read_chart(
        draw_track([TrackStop(Stop.BASELINE, 41, "b"), TrackStop(Stop.NOW, 50, "n")], PERCENT, style, "")
    )
    assert place(more, style.colors.accent) > place(more, style.colors.ink)


def test_a_way_lost_is_drawn_in_concern(read_chart, paper):
    stops = [TrackStop(Stop.BASELINE, 41, "b"), TrackStop(Stop.NOW, 39, "n")]
    lines = read_chart(draw_track(stops, PERCENT, paper, "")).elements("line")
    assert any(line["stroke"] == paper.colors.concern for line in lines)


def test_labels_of_close_values_do_not_overlap(read_chart, style):
    stops = [
        TrackStop(stop, 50 + place * 0.1, "A rather long label, 2027") for place, stop in enumerate(Stop)
    ]
    chart = read_chart(draw_track(stops, PERCENT, style, "Close.", 560))
    assert chart.overlapping() == []


def test_a_percentage_stays_within_its_limits(read_chart, paper):
    stops = [TrackStop(Stop.BASELINE, 98, "b"), TrackStop(Stop.TARGET, 100, "t")]
    assert "102" not in read_chart(draw_track(stops, PERCENT, paper, "")).said()


def test_the_title_states_the_reading_all_values_and_the_unit(read_chart, paper):
    assert read_chart(draw_track(STOPS[:2], FEWER, paper, "Half of the way.")).title == (
        "Half of the way. Baseline, 2025–26: 3.4; Now: 2.7; Calls per 100 students. Fewer is better →."
    )


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("value", [0, 0.001, -5, 1e6])
def test_any_number_of_stops_and_any_size_is_drawn(read_chart, style, count, value):
    stops = [TrackStop(stop, value, "label") for stop in list(Stop)[:count]]
    read_chart(draw_track(stops, TrackScale(decimals=3), style, ""))


def test_empty_and_hostile_tracks_are_drawn(read_chart, style, hostile):
    assert read_chart(draw_track([], FEWER, style, "")).said() == ["No baseline yet."]
    read_chart(draw_track([TrackStop(Stop.NOW, 1, hostile)] * 3, TrackScale(hostile), style, hostile))


def test_the_small_track_runs_from_baseline_to_target(read_chart, style):
    chart = read_chart(draw_objective_track(6.2, 3.8, FEWER, style))
    assert chart.said() == ["6.2", "3.8"]
    assert chart.title == "from 6.2 to 3.8."
    assert place(chart, style.colors.grey) < place(chart, style.colors.accent)


def test_the_small_track_shows_what_is_missing_as_a_dash(read_chart, style):
    assert read_chart(draw_objective_track(None, 3.8, FEWER, style)).said() == ["–", "3.8"]
    read_chart(draw_objective_track(None, None, FEWER, style, 5))


def test_the_small_track_fills_as_far_as_the_measure_has_come(read_chart, paper):
    lines = read_chart(draw_objective_track(6, 4, FEWER, paper, 5)).elements("line")
    whole, done = (float(line["x2"]) - float(line["x1"]) for line in lines)
    assert done == pytest.approx(whole / 2, abs=0.02)
