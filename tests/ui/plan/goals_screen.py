"""The plan's screen on its day, and what tests type into its lines."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from assessor.store import Engagement
from assessor.ui.plan.goals import GoalsScreen
from assessor.ui.plan.plan_tree import PlanTree


def shown_goals(engagement: Engagement, today: date, qtbot: QtBot) -> Iterator[GoalsScreen]:
    """The screen for as long as a test needs it."""
    made = GoalsScreen(engagement)
    made.today = today
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


def outline_tree(screen: GoalsScreen) -> PlanTree:
    """The lines of the outline."""
    return screen.view.trees["outline"]


def type_in(qtbot: QtBot, screen: GoalsScreen, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type over what stands in the editor that is open."""
    editor = outline_tree(screen).findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, end)
    qtbot.wait(1)
