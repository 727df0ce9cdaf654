"""Items with their groups beneath: one scale for all, whole wordings, and a chart an item for paper."""

import pytest
from tests.charts.survey_charts import ANSWERS, ITEMS

from assessor.charts.items import ItemBlock, ItemsChart

CHART = ItemsChart("Role clarity", ITEMS)


def test_an_item_is_told_with_its_code_its_wording_and_its_groups(read_chart, style):
    said = read_chart(CHART.draw(style, 744)).said()
    assert said.index("ROL4") < said.index("SROs") < said.index("ROL6")
    assert said.count("Teachers") == 2
    assert "Not asked of students." in said
    assert "12%" in said


def test_charts_of_single_items_share_one_scale_and_one_head(read_chart, paper):
    first, second = CHART.by_item()
    bars = [
        read_chart(chart.draw(paper, 516)).rects(paper.colors.agreement[0])[-1] for chart in (first, second)
    ]
    assert bars[0].left == pytest.approx(bars[1].left, abs=0.02)
    assert "Favorable" in read_chart(first.draw(paper, 516)).said()
    assert "Favorable" not in read_chart(second.draw(paper, 516)).said()


def test_a_group_that_answered_alike_has_words_and_no_bar(read_chart, style):
    block = ItemBlock("TRU1", "I trust my SRO.", ANSWERS[3:])
    chart = read_chart(ItemsChart("Trust", (block,)).draw(style, 744))
    assert "≥ 95% gave the same answer" in chart.said()
    assert "≥ 95%" in chart.said()
    tall = [bar for bar in chart.rects(*style.colors.agreement) if bar.bottom - bar.top > 10.5]
    assert tall == []


def test_hostile_wordings_stay_inside(read_chart, style, hostile):
    block = ItemBlock("X" * 30, hostile, ANSWERS, hostile)
    read_chart(ItemsChart(hostile, (block,)).draw(style, 516))


def test_no_items_say_so(read_chart, style):
    assert "No answers yet." in read_chart(ItemsChart("x", ()).draw(style, 516)).said()
