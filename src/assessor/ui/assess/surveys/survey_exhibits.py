"""A figure on the screen: its chart, or its numbers as a table; both come from one description."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.charts.styles import screen_style
from assessor.charts.tables import Chart
from assessor.ui.assess.surveys.survey_row_chart import RowChart
from assessor.ui.theme import look
from assessor.ui.widgets.chart_tables import ChartTableView


class ExhibitView(QWidget):
    """Shows a figure as a chart or as a table. `chosen` and `opened` tell rows of the chart."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, pitch: float = 40, *, is_ruled: bool = True, inset: int = 0) -> None:
        super().__init__()
        self.chart = RowChart(pitch, is_ruled=is_ruled)
        self.table = ChartTableView()
        self._inset = inset
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chart)
        beneath = QVBoxLayout()
        beneath.setContentsMargins(inset, 0, inset, 0)
        beneath.addWidget(self.table)
        column.addLayout(beneath)
        self.table.hide()
        self.chart.chosen.connect(self.chosen)
        self.chart.opened.connect(self.opened)

    def show_figure(self, figure: Chart, keys: Sequence[str] = (), titles: Sequence[str] = ()) -> None:
        """Show a figure, whose rows may be chosen by their keys."""
        self.chart.show_rows(lambda width: figure.draw(screen_style(look().theme), width), keys, titles)
        self.table.show_table(figure.table())

    def show_numbers(self, is_table: bool) -> None:
        """Show the table in the chart's place, or the chart."""
        self.chart.setVisible(not is_table)
        self.table.setVisible(is_table)
