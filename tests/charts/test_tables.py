"""Charts and their tables: the same numbers, hidden groups named in both, and lines a spreadsheet takes."""

import re

import pytest
from tests.charts.survey_charts import CHARTS, HIDDEN

from assessor.charts.agreement import AgreementChart
from assessor.charts.tables import ChartTable, TableRow, show

NUMBER = re.compile(r"[−+]?\d[\d,.]*")
AXES = {"1", "2", "3", "4", "5"}


def numbers(texts: list[str]) -> set[str]:
    """The numbers in texts, without the sign of a percentage."""
    return {found.strip(",.") for text in texts for found in NUMBER.findall(text)}


@pytest.mark.parametrize("name", CHARTS)
def test_every_number_drawn_stands_in_the_table(read_chart, style, name):
    exhibit = show(CHARTS[name], style, 600)
    drawn = numbers(read_chart(exhibit.svg).said()) - AXES
    told = numbers([cell for line in exhibit.table.lines() for cell in line])
    assert drawn
    assert drawn <= told


@pytest.mark.parametrize("name", CHARTS)
def test_every_figure_of_the_table_is_told_by_the_chart(read_chart, paper, name):
    exhibit = show(CHARTS[name], paper, 600)
    chart = read_chart(exhibit.svg)
    told = numbers([chart.title, *chart.said()])
    rows = [row.cells[1:] for row in exhibit.table.rows if not row.is_head]
    figures = numbers([cell for row in rows for cell in row])
    beside = {"16", "14", "52", "48", "90", "42", "−4", "−48"} if name in ("gaps", "changes") else set()
    beside |= {"100", "70", "6"} if name == "rates" else set()  # of those whose rate is not shown
    assert figures - beside <= told | AXES


@pytest.mark.parametrize("name", CHARTS)
def test_hidden_groups_are_drawn_hidden_and_told_hidden(read_chart, style, name):
    exhibit = show(CHARTS[name], style, 600)
    chart = read_chart(exhibit.svg)
    assert any(element["fill"] == style.colors.hatch for element in chart.elements("polygon"))
    assert "n < 10" in chart.title
    hidden = [row for row in exhibit.table.rows if any("n < 10" in cell for cell in row.cells)]
    assert hidden
    assert not numbers([cell for row in hidden if name != "profile" for cell in row.cells]) - {
        "10",
        "6",
        "100",
    }


@pytest.mark.parametrize("name", CHARTS)
def test_charts_keep_their_words_apart_at_every_width(read_chart, style, name):
    for width in (480, 516, 744, 1100):
        assert read_chart(CHARTS[name].draw(style, width)).overlapping() == []


@pytest.mark.parametrize("name", CHARTS)
def test_every_line_has_as_many_cells_as_the_headings(name):
    table = CHARTS[name].table()
    assert {len(line) for line in table.lines()} == {len(table.headings)}
    assert {line.count("\t") for line in table.as_text().splitlines()} == {len(table.headings) - 1}


def test_tabs_and_breaks_in_words_do_not_break_the_lines():
    table = ChartTable(
        "x",
        ("a", "b"),
        (
            TableRow(
                ("one\ttwo\nthree", "4"),
            ),
        ),
    )
    assert table.as_text() == "a\tb\none two three\t4"


def test_a_chart_without_rows_is_an_empty_table():
    assert AgreementChart("Nothing", ()).table().is_empty


def test_a_hidden_row_says_so_in_every_cell():
    row = CHARTS["agreement"].table().rows[0]
    assert set(row.cells[1:]) == {HIDDEN}
    assert row.is_hidden
