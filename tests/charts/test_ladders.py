"""The staircase: widths in school days, names where there is room, days that keep apart."""

import pytest

from assessor.charts.ladders import LadderAim, LadderStep, draw_ladder

STEPS = (
    LadderStep(0, "Both", "safety first", 0),
    LadderStep(1, "Talk", "in private", 2),
    LadderStep(2, "Facilitated", "+ facilitator", 5),
    LadderStep(3, "Supervisors", "both supervisors", 5),
    LadderStep(4, "Heads decide", "superintendent + chief", 10),
)
AIM = LadderAim(2, "Aim: nine in ten settled by here")


def stairs(chart):
    rects = [
        (float(r["x"]), float(r["y"]), float(r["width"]), float(r["height"])) for r in chart.elements("rect")
    ]
    return sorted(rects)


def test_stairs_are_as_wide_as_their_days_and_rise(read_chart, style):
    found = stairs(read_chart(draw_ladder(STEPS, style, "", aim=AIM)))
    assert [x for x, *_ in found] == pytest.approx([0, 516 * 2 / 22, 516 * 7 / 22, 516 * 12 / 22], abs=0.02)
    heights = [height for *_, height in found]
    assert heights == sorted(heights)
    assert len({round(y + height, 1) for _, y, _, height in found}) == 1


def test_steps_without_a_limit_are_left_out(read_chart, paper):
    assert "0" not in read_chart(draw_ladder(STEPS, paper, "")).said()


def test_the_lowest_stair_is_the_darkest_on_paper(read_chart, paper):
    assert read_chart(draw_ladder(STEPS, paper, "")).elements("rect")[0]["fill"] == paper.colors.accent


def test_days_and_names_are_said_and_do_not_overlap(read_chart, style):
    chart = read_chart(draw_ladder(STEPS, style, "", 600, AIM))
    assert {"raised", "day 2", "day 7", "day 12", "day 22", "Heads decide", AIM.words} <= set(chart.said())
    assert chart.overlapping() == []


@pytest.mark.parametrize(
    "days", [[1], [1, 1], [1, 1, 3, 5, 10, 20, 30], [90, 1, 1, 1], [1] * 30, [1, 1000]], ids=str
)
def test_any_ladder_is_drawn_without_overlaps(read_chart, style, days):
    steps = [LadderStep(place, "A step with a name", "some people", d) for place, d in enumerate(days, 1)]
    for after in (1, len(days)):
        chart = read_chart(draw_ladder(steps, style, "", aim=LadderAim(after, "Aim: settled by here")))
        assert chart.overlapping() == []
        assert f"day {sum(days)}" in chart.said()


def test_the_title_states_all_steps_and_the_aim(read_chart, paper):
    assert read_chart(draw_ladder(STEPS[:3], paper, "Settle it low.", aim=AIM)).title == (
        "Settle it low. step 1, Talk, in private: to day 2; step 2, Facilitated, + facilitator: to day 7; "
        "Aim: nine in ten settled by here."
    )


def test_an_aim_at_an_unknown_step_is_not_drawn(read_chart, paper):
    assert AIM.words not in read_chart(draw_ladder(STEPS[3:], paper, "", aim=AIM)).said()


def test_empty_and_hostile_ladders_are_drawn(read_chart, style, hostile):
    assert read_chart(draw_ladder(STEPS[:1], style, "")).said() == ["No steps with a time limit yet."]
    steps = [LadderStep(number, hostile, hostile, 4) for number in (1, 2)]
    read_chart(draw_ladder(steps, style, hostile, aim=LadderAim(1, hostile)))


def test_the_same_steps_give_the_same_bytes(style):
    assert draw_ladder(STEPS, style, "x", aim=AIM) == draw_ladder(STEPS, style, "x", aim=AIM)
