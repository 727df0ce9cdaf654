"""The ring of focus: worn only where the keyboard brought it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assessor.ui.widgets.buttons import PlainButton


class TwoButtons(QWidget):
    """Two buttons side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = PlainButton("First"), PlainButton("Second")
        row = QHBoxLayout(self)
        row.addWidget(self.first)
        row.addWidget(self.second)


@pytest.fixture
def pair(qtbot: QtBot) -> TwoButtons:
    """In a window that is active, with focus on the second."""
    pair = TwoButtons()
    qtbot.addWidget(pair)
    pair.show()
    pair.activateWindow()
    qtbot.waitUntil(pair.isActiveWindow)
    pair.second.setFocus(Qt.FocusReason.OtherFocusReason)
    return pair


def test_a_button_that_was_clicked_wears_no_ring(pair: TwoButtons) -> None:
    pair.first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert (pair.first.hasFocus(), pair.first.has_ring) == (True, False)


def test_the_ring_goes_along_with_tab(qtbot: QtBot, pair: TwoButtons) -> None:
    qtbot.keyClick(pair.second, Qt.Key.Key_Backtab)
    assert (pair.first.has_ring, pair.second.has_ring) == (True, False)
    qtbot.keyClick(pair.first, Qt.Key.Key_Tab)
    assert (pair.first.has_ring, pair.second.has_ring) == (False, True)


@pytest.mark.parametrize(
    ("reason", "has_ring"), [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)]
)
def test_coming_back_from_a_menu_leaves_the_ring_as_it_was(
    pair: TwoButtons, reason: Qt.FocusReason, has_ring: bool
) -> None:
    pair.first.setFocus(reason)
    pair.second.setFocus(Qt.FocusReason.OtherFocusReason)
    pair.first.setFocus(Qt.FocusReason.PopupFocusReason)
    assert pair.first.has_ring is has_ring
