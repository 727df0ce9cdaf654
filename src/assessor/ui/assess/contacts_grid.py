"""Whom to hear: how many of each group by each method, as a grid to type into."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from assessor.terms import Group
from assessor.ui.assess.sitting_words import group_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.group_marks import GroupName
from assessor.ui.widgets.texts import Text

METHODS = ("interview", "focus_group", "joint_session", "observation", "survey")
_CELL_WIDTH, _MOST = 64, 9999


class ContactsGrid(QWidget):
    """Groups down, methods across. `planned` tells group, method and number; 0 takes the plan back."""

    planned = Signal(object, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: dict[tuple[Group, str], QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        words = {
            "interview": self.tr("Interviews"),
            "focus_group": self.tr("Focus groups"),
            "joint_session": self.tr("Joint sessions"),
            "observation": self.tr("Observations"),
            "survey": self.tr("Survey answers"),
        }
        for column, method in enumerate(METHODS, start=1):
            grid.addWidget(Text(words[method], Role.SMALL, "ink3"), 0, column)
        for row, group in enumerate(Group, start=1):
            grid.addWidget(GroupName(group, group_word(group)), row, 0)
            for column, method in enumerate(METHODS, start=1):
                grid.addWidget(self._cell(group, method, words[method]), row, column)
        grid.setColumnStretch(len(METHODS) + 1, 1)

    def show_planned(self, planned: Mapping[tuple[Group, str], int]) -> None:
        """Show the numbers planned; what is being typed stays."""
        for where, cell in self.cells.items():
            words = str(planned.get(where) or "")
            if cell.text() != words and not cell.hasFocus():
                cell.setText(words)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the numbers be read but not changed."""
        for cell in self.cells.values():
            cell.setEnabled(not is_read_only)

    def _cell(self, group: Group, method: str, word: str) -> QLineEdit:
        cell = QLineEdit()
        cell.setProperty("quiet", True)
        cell.setPlaceholderText("–")
        cell.setFixedSize(_CELL_WIDTH, 32)
        cell.setAlignment(Qt.AlignmentFlag.AlignLeft)
        cell.setFont(Role.BODY.font(tabular=True))
        cell.setValidator(QIntValidator(0, _MOST, cell))
        cell.setAccessibleName(f"{group_word(group)}, {word}")
        cell.editingFinished.connect(lambda: self._tell(group, method))
        self.cells[group, method] = cell
        return cell

    def _tell(self, group: Group, method: str) -> None:
        cell = self.cells[group, method]
        if cell.isModified():
            cell.setModified(False)
            self.planned.emit(group, method, int(cell.text() or 0))
