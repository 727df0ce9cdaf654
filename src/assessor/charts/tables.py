"""A chart and its numbers as a table, made together from one description, so that they cannot differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from assessor.charts.styles import ChartStyle

NONE = "–"


@dataclass(frozen=True)
class TableRow:
    """A row of figures, named by its first cell. A head row names the rows beneath and has no other cell."""

    cells: tuple[str, ...]
    is_head: bool = False
    is_part: bool = False  # set in under the row above
    is_hidden: bool = False


@dataclass(frozen=True)
class ChartTable:
    """What a chart shows, in words and figures."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.rows

    def lines(self) -> Iterator[tuple[str, ...]]:
        """The headings and each row, every line with as many cells."""
        yield self.headings
        for row in self.rows:
            yield (*row.cells, *("" for _ in range(len(self.headings) - len(row.cells))))

    def as_text(self) -> str:
        """Lines of cells with tabs between them, as spreadsheets take them."""
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in self.lines())


class Chart(Protocol):
    """What a chart shows: it can be drawn, and told as a table."""

    @property
    def reading(self) -> str:
        """What the chart says, in one sentence."""

    def draw(self, style: ChartStyle, width: float) -> str:
        """The chart as SVG."""

    def table(self) -> ChartTable:
        """The numbers of the chart."""


@dataclass(frozen=True)
class Exhibit:
    """A chart drawn, and its numbers."""

    svg: str
    table: ChartTable


def show(chart: Chart, style: ChartStyle, width: float) -> Exhibit:
    """Draw a chart and tell its numbers: both come from the same description."""
    return Exhibit(chart.draw(style, width), chart.table())


def untold(label: str, words: str, headings: tuple[str, ...], *, is_hidden: bool, is_part: bool) -> TableRow:
    """The row of what has no figures: its words stand for each where they are hidden, else for the first."""
    rest = words if is_hidden else NONE
    cells = (label, words, *(rest for _ in range(len(headings) - 2)))
    return TableRow(cells, is_part=is_part, is_hidden=is_hidden)
