"""The table of a chart's numbers: what a screen reader hears, what is copied, and how it changes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.charts.tables import ChartTable, TableRow
from assessor.ui.widgets.chart_tables import ChartTableModel, ChartTableView

TABLE = ChartTable(
    "Role clarity, item by item",
    ("What was asked", "n", "Favorable"),
    (
        TableRow(("ROL4 · I know what is mine.",), is_head=True),
        TableRow(("Teachers", "38", "43%"), is_part=True),
        TableRow(("SROs", "n < 10", "n < 10"), is_part=True, is_hidden=True),
    ),
)


def shown(qtbot: QtBot) -> ChartTableView:
    view = ChartTableView()
    qtbot.addWidget(view)
    view.show_table(TABLE)
    view.show()
    return view


def test_each_figure_is_told_with_its_row_and_its_column(qapp: QApplication, qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert view.accessibleName() == "Role clarity, item by item"
    model = view.model()
    told = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Teachers, Favorable: 43%"
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "n"
    assert view.columnSpan(0, 0) == 3


def test_copying_takes_the_whole_table_or_the_rows_chosen(qapp: QApplication, qtbot: QtBot) -> None:
    view = shown(qtbot)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TABLE.as_text()
    view.selectRow(1)
    view.setSelectionMode(ChartTableView.SelectionMode.MultiSelection)
    view.selectRow(2)
    assert view.chosen_text().splitlines()[1:] == ["Teachers\t38\t43%", "SROs\tn < 10\tn < 10"]


def test_the_table_is_as_high_as_its_rows_and_follows_another(qapp: QApplication, qtbot: QtBot) -> None:
    view = shown(qtbot)
    before = view.height()
    view.show_table(ChartTable("Less", ("a", "b"), ()))
    assert view.height() < before
    assert view.model().columnCount() == 2
    view.show_table(TABLE)
    assert view.columnSpan(0, 0) == 3


def test_the_model_keeps_the_rules_of_models(qapp: QApplication) -> None:
    model = ChartTableModel()
    tester = QAbstractItemModelTester(model)
    model.show_table(TABLE)
    model.show_table(ChartTable("Nothing", (), ()))
    assert tester.model() is model
