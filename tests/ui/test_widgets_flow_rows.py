"""Flowing rows: where they break, and that a row's widgets share its middle."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessor.ui.widgets.flow_rows import FlowRows


def shown_in_rows(qtbot: QtBot, width: int, *sizes: tuple[int, int]) -> tuple[QWidget, list[QWidget]]:
    holder = QWidget()
    rows = FlowRows(4, holder)
    widgets = [QWidget() for _ in sizes]
    for widget, size in zip(widgets, sizes, strict=True):
        widget.setFixedSize(*size)
        rows.addWidget(widget)
    qtbot.addWidget(holder)
    holder.resize(width, rows.heightForWidth(width))
    holder.show()
    return holder, widgets


def test_a_widget_that_does_not_fit_begins_the_next_row(qtbot: QtBot) -> None:
    holder, widgets = shown_in_rows(qtbot, 100, (48, 20), (48, 20), (48, 20))
    assert [(each.x(), each.y()) for each in widgets] == [(0, 0), (52, 0), (0, 24)]
    assert holder.height() == 44


def test_widgets_of_a_row_share_its_middle(qtbot: QtBot) -> None:
    holder, (low, high) = shown_in_rows(qtbot, 100, (40, 20), (40, 28))
    assert (low.y(), high.y(), holder.height()) == (4, 0, 28)


def test_a_hidden_widget_takes_no_room(qtbot: QtBot) -> None:
    holder, (first, second) = shown_in_rows(qtbot, 100, (40, 20), (40, 20))
    first.hide()
    qtbot.waitUntil(lambda: second.x() == 0)
    assert holder.height() == 20
