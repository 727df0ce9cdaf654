"""Diverging bars: centered on the neutral, true to their shares, and honest about what is hidden."""

from itertools import pairwise

import pytest

from assessor.charts.agreement import AgreementRow, draw_agreement
from assessor.terms import Group

ROWS = (
    AgreementRow("Administrators", (0, 7, 14, 50, 29), "n 14", Group.ADM),
    AgreementRow("Teachers, staff", (18, 25, 16, 30, 11), "n 118", Group.TCH),
    AgreementRow("Officers", None, "n 6", Group.SRO, "Hidden: fewer than 10 answers.", is_hidden=True),
    AgreementRow("Partners", None, words="Not asked of partners"),
)
READING = "Administrators think the boundary holds."


def test_bars_are_as_long_as_their_shares_and_stand_end_to_end(read_chart, paper):
    chart = read_chart(draw_agreement(ROWS, paper, READING))
    bars = chart.rects(*paper.colors.agreement)
    teachers = bars[-5:]
    whole = teachers[-1].right - teachers[0].left
    lengths = [round((bar.right - bar.left) / whole * 100) for bar in teachers]
    assert lengths == [18, 25, 16, 30, 11]
    assert all(one.right == pytest.approx(other.left, abs=0.02) for one, other in pairwise(teachers))


def test_rows_are_centered_on_the_middle_of_the_neutral(read_chart, style):
    chart = read_chart(draw_agreement(ROWS, style, READING, 600))
    neutral = [bar for bar in chart.rects(style.colors.agreement[2]) if bar.bottom - bar.top > 15]
    middles = [(bar.left + bar.right) / 2 for bar in neutral]
    assert middles[0] == pytest.approx(middles[1], abs=1.5)


def test_all_rows_share_one_scale_that_the_caller_may_fix(read_chart, paper):
    free = read_chart(draw_agreement(ROWS, paper, READING)).rects(paper.colors.agreement[4])
    fixed = read_chart(draw_agreement(ROWS[:1], paper, READING, reach=(51, 86))).rects(
        paper.colors.agreement[4]
    )
    assert fixed[0].right - fixed[0].left == pytest.approx(free[0].right - free[0].left, abs=0.02)


def test_small_parts_lose_their_figure_and_keep_their_bar(read_chart, paper, screen):
    row = [AgreementRow("Trust", (8, 9, 23, 41, 19))]
    assert [t for t in read_chart(draw_agreement(row, paper, "")).said() if t.isdigit()] == [
        "9",
        "23",
        "41",
        "19",
    ]
    assert "8" in read_chart(draw_agreement(row, screen, "", 720)).said()


def test_hidden_rows_keep_their_place_and_say_why(read_chart, style):
    chart = read_chart(draw_agreement(ROWS, style, READING, 600))
    assert "Hidden: fewer than 10 answers." in chart.said()
    assert "Not asked of partners" in chart.said()
    assert chart.find("Teachers, staff").box.top < chart.find("Officers").box.top


def test_the_screen_hatches_what_is_hidden_and_the_paper_frames_it(read_chart, paper, screen):
    on_screen = read_chart(draw_agreement(ROWS, screen, READING, 600))
    assert any(shape["fill"] == screen.colors.hatch for shape in on_screen.elements("polygon"))
    on_paper = read_chart(draw_agreement(ROWS, paper, READING))
    assert any(rect.get("stroke") == paper.colors.rule_light for rect in on_paper.elements("rect"))


def test_the_title_states_the_reading_and_all_values(read_chart, paper):
    assert read_chart(draw_agreement(ROWS, paper, READING)).title == (
        "Administrators think the boundary holds. "
        "Administrators, n 14: strongly disagree 0%, disagree 7%, neither 14%, agree 50%, "
        "strongly agree 29%; Teachers, staff, n 118: strongly disagree 18%, disagree 25%, neither 16%, "
        "agree 30%, strongly agree 11%; "
        "Officers, n 6: Hidden: fewer than 10 answers; Partners: Not asked of partners."
    )


def test_the_screen_gives_the_percentage_agreeing(read_chart, screen):
    chart = read_chart(draw_agreement(ROWS, screen, READING, 600))
    assert [t for t in chart.said() if t.endswith("%")] == ["79%", "41%"]


def test_labels_do_not_overlap(read_chart, style):
    many = [AgreementRow(f"Construct number {i}", (i, 20 - i, 30, 25, 25), f"n {i}") for i in range(12)]
    assert read_chart(draw_agreement(many, style, READING, 500)).overlapping() == []


def test_extreme_rows_stay_inside(read_chart, style):
    rows = [AgreementRow("All against", (100, 0, 0, 0, 0)), AgreementRow("All for", (0, 0, 0, 0, 100))]
    read_chart(draw_agreement(rows, style, READING))
    for row in rows:
        read_chart(draw_agreement([row], style, READING))


def test_without_rows_the_chart_says_so(read_chart, style):
    assert read_chart(draw_agreement([], style, READING)).said() == ["No answers yet."]


def test_hostile_labels_are_only_text(read_chart, style, hostile):
    row = AgreementRow(hostile, None, hostile, words=hostile, is_hidden=True)
    svg = draw_agreement([row, AgreementRow(hostile, (20, 20, 20, 20, 20), hostile)], style, hostile)
    read_chart(svg)
    assert "<script" not in svg


def test_the_same_rows_give_the_same_bytes(style):
    assert draw_agreement(ROWS, style, READING) == draw_agreement(ROWS, style, READING)


@pytest.mark.parametrize("shares", [(50, 50, 50, 0, 0), (-1, 51, 50, 0, 0), (float("nan"), 0, 0, 0, 100)])
def test_what_is_no_percentage_is_refused(paper, shares):
    with pytest.raises(ValueError, match="shares"):
        draw_agreement([AgreementRow("Trust", shares)], paper, READING)


def test_paper_names_no_elements_and_the_screen_names_each_row(screen, paper):
    assert 'id="' not in draw_agreement(ROWS, paper, READING)
    assert 'id="row-3"' in draw_agreement(ROWS, screen, READING)
