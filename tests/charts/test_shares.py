"""Share bars: from zero, on one scale, with their figure beside them."""

import pytest

from assessor.charts.shares import ShareRow, draw_shares

ROWS = (
    ShareRow("School rules", 46, is_strong=True),
    ShareRow("Support and welfare", 24),
    ShareRow("Emergency", 12),
)


def test_bars_start_together_and_are_as_long_as_their_shares(read_chart, style):
    bars = read_chart(draw_shares(ROWS, style, "Rules lead.")).rects(style.colors.accent, style.colors.muted)
    assert len({bar.left for bar in bars}) == 1
    longest = bars[0].right - bars[0].left
    assert [round((bar.right - bar.left) / longest * 46) for bar in bars] == [46, 24, 12]


def test_the_bar_the_reading_is_about_stands_out(read_chart, paper):
    chart = read_chart(draw_shares(ROWS, paper, "Rules lead."))
    assert len(chart.rects(paper.colors.accent)) == 1
    assert chart.find("School rules").weight == 600
    assert chart.find("Emergency").weight == 400


def test_figures_stand_beside_their_bars(read_chart, style):
    chart = read_chart(draw_shares(ROWS, style, "Rules lead."))
    bars = chart.rects(style.colors.accent, style.colors.muted)
    for bar, said in zip(bars, ("46%", "24%", "12%"), strict=True):
        assert 0 < chart.find(said).box.left - bar.right < 8
    assert chart.overlapping() == []


def test_a_zero_and_a_hidden_value_are_told_apart(read_chart, style):
    rows = [*ROWS, ShareRow("None", 0), ShareRow("Few", None, words="Hidden: fewer than 10.")]
    chart = read_chart(draw_shares(rows, style, "Rules lead.", 500))
    assert {"0%", "Hidden: fewer than 10."} <= set(chart.said())


def test_charts_that_are_compared_share_a_whole(read_chart, paper):
    one = read_chart(draw_shares(ROWS[1:2], paper, "", whole=48)).rects(paper.colors.muted)[0]
    two = read_chart(draw_shares(ROWS[2:], paper, "", whole=48)).rects(paper.colors.muted)[0]
    assert (one.right - one.left) / 2 == pytest.approx(two.right - two.left, abs=0.02)


def test_the_title_states_the_reading_and_all_values(read_chart, paper):
    rows = [*ROWS[:2], ShareRow("Few", None, words="Hidden: fewer than 10.")]
    assert read_chart(draw_shares(rows, paper, "Rules lead.")).title == (
        "Rules lead. School rules: 46%; Support and welfare: 24%; Few: Hidden: fewer than 10."
    )


def test_a_figure_of_its_own_replaces_the_percentage(read_chart, paper):
    assert "14 of 31" in read_chart(draw_shares([ShareRow("a", 45, figure="14 of 31")], paper, "")).said()


def test_all_zero_empty_and_hostile_rows_are_drawn(read_chart, style, hostile):
    read_chart(draw_shares([ShareRow("a", 0), ShareRow("b", 0)], style, ""))
    assert read_chart(draw_shares([], style, "")).said() == ["Nothing counted yet."]
    rows = [ShareRow(hostile, 10, figure=hostile), ShareRow(hostile, None, words=hostile)]
    read_chart(draw_shares([ShareRow(hostile, 3), rows[1]], style, hostile))


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_what_is_no_amount_is_refused(paper, value):
    with pytest.raises(ValueError, match="amounts"):
        draw_shares([ShareRow("a", value)], paper, "")


def test_the_same_rows_give_the_same_bytes(style):
    assert draw_shares(ROWS, style, "x") == draw_shares(ROWS, style, "x")
