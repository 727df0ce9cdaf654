"""Small figures: dots, levels, scales and rates say what they are given."""

import pytest

from assessor.charts.dots import (
    ConfidenceRow,
    draw_confidence,
    draw_level,
    draw_priority,
    draw_rate,
    draw_twenty,
)

CONFIDENCE = (
    ConfidenceRow("Method limits", 1, "minor"),
    ConfidenceRow("Coherence", 0, "no concern"),
    ConfidenceRow("Relevance", 3, "serious"),
)


@pytest.mark.parametrize(("share", "filled"), [(0, 0), (71, 14), (88, 18), (86, 17), (2.5, 1), (100, 20)])
def test_twenty_dots_are_filled_to_the_nearest_five_percent(read_chart, style, share, filled):
    circles = read_chart(draw_twenty(share, style, "")).elements("circle")
    assert len(circles) == 20
    assert [c["fill"] == style.colors.accent for c in circles] == [True] * filled + [False] * (20 - filled)


def test_the_title_of_twenty_dots_states_the_exact_share(read_chart, paper):
    assert read_chart(draw_twenty(71, paper, "Students would talk.")).title == "Students would talk. 71%."


def test_confidence_fills_as_many_dots_as_there_is_concern(read_chart, style):
    chart = read_chart(draw_confidence(CONFIDENCE, style, "", 300))
    filled = [circle["fill"] == style.colors.ink for circle in chart.elements("circle")]
    assert filled == [True, False, False, False, False, False, True, True, True]
    assert chart.overlapping() == []
    assert chart.title == "Method limits: minor; Coherence: no concern; Relevance: serious."


@pytest.mark.parametrize("level", range(4))
def test_a_level_fills_the_bar_up_to_itself_and_is_pointed_at(read_chart, style, level):
    chart = read_chart(draw_level(level, style, ""))
    assert len(chart.rects(style.colors.accent)) == level + 1
    assert len(chart.rects(style.colors.ground)) == 3 - level
    assert chart.find(str(level)).weight == 600
    assert len(chart.elements("polygon")) == 1


def test_no_level_is_said_in_words(read_chart, style):
    chart = read_chart(draw_level(None, style, "", words="Not applicable"))
    assert "Not applicable" in chart.said()
    assert chart.rects(style.colors.accent) == []
    assert chart.title == "Not applicable."


@pytest.mark.parametrize(
    ("score", "band"), [(0, "low"), (44, "low"), (45, "medium"), (70, "high"), (100, "high")]
)
def test_a_priority_stands_in_its_band(read_chart, style, score, band):
    chart = read_chart(draw_priority(score, style, ""))
    assert chart.find(band).weight == 600
    assert chart.title == f"{score} / 100, {band}."
    assert chart.overlapping() == []


def test_the_bands_cover_the_scale(read_chart, paper):
    bands = read_chart(draw_priority(74, paper, "")).rects(*paper.colors.bands)
    assert [bands[0].left, bands[-1].right] == [0, 164]
    assert [band.right for band in bands[:2]] == pytest.approx([164 * 0.45, 164 * 0.7], abs=0.01)


@pytest.mark.parametrize(("share", "length"), [(100, 42), (35, 14.7), (0.5, 1)])
def test_a_rate_is_a_bar_that_never_vanishes(read_chart, style, share, length):
    bar = read_chart(draw_rate(share, style, "")).rects(style.colors.accent)[0]
    assert bar.right - bar.left == pytest.approx(length, abs=0.01)


def test_a_rate_of_nothing_is_empty(read_chart, style):
    assert read_chart(draw_rate(0, style, "")).rects(style.colors.accent) == []


def test_hostile_and_empty_inputs_are_drawn(read_chart, style, hostile):
    read_chart(draw_confidence([], style, "Nothing weighed yet."))
    read_chart(draw_confidence([ConfidenceRow(hostile, 2, hostile)], style, hostile))
    read_chart(draw_priority(50, style, hostile, bands=(hostile, hostile, hostile)))
    read_chart(draw_level(None, style, hostile, words=hostile))


@pytest.mark.parametrize(
    "draw",
    [
        lambda style: draw_twenty(101, style, ""),
        lambda style: draw_rate(-1, style, ""),
        lambda style: draw_level(4, style, ""),
        lambda style: draw_priority(float("nan"), style, ""),
        lambda style: draw_confidence([ConfidenceRow("a", 4, "b")], style, ""),
    ],
)
def test_what_is_off_the_scale_is_refused(paper, draw):
    with pytest.raises(ValueError, match="is 0 to"):
        draw(paper)
