"""The menu of a line of the plan: every doing with its key."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine
from assessor.ui.plan.plan_model import Line

translate = QCoreApplication.translate


def line_menu(line: Line, parent: QWidget) -> QMenu:
    """The menu of a line; the data of each action is the doing."""
    menu = QMenu(parent)
    menu.setAccessibleName(translate("plan", "What can be done here"))
    _add(menu, "title", translate("plan", "Edit the words"), "Enter")
    if isinstance(line, ActionLine):
        _add(menu, "owner", translate("plan", "Set the owner"), "O")
        _add(menu, "dates", translate("plan", "Set the dates"), "D")
        _add(menu, "status", translate("plan", "Set the status"), "S")
    _add(menu, "details", translate("plan", "Show all details"), "I")
    if isinstance(line, GoalLine):
        _add(menu, "link", translate("plan", "Link to a finding"), "L")
    menu.addSeparator()
    if isinstance(line, GoalLine | ObjectiveLine):
        _add(menu, "add_objective", translate("plan", "Add an objective"), "")
    _add(menu, "add", translate("plan", "Add an action"), "A")
    menu.addSeparator()
    _add(menu, "up", translate("plan", "Move up"), "Alt+Up")
    _add(menu, "down", translate("plan", "Move down"), "Alt+Down")
    menu.addSeparator()
    _add(menu, "remove", translate("plan", "Remove"), "Del")
    return menu


def _add(menu: QMenu, doing: str, text: str, key: str) -> None:
    menu.addAction(f"{text}\t{key}" if key else text).setData(doing)
