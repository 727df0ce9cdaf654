"""The ways a step can go on, side by side: a name and a sentence each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.protocol_steps import Branch
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.paint import fill, painting_on
from assessor.ui.widgets.text_fields import LongTextField, TextField


class BranchPanels(QWidget):
    """Shows branches. `edited` tells all of them whenever one changes."""

    edited = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panels: list[_Panel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 8, 0, 0)
        self._row.setSpacing(8)
        self.hide()

    def show_branches(self, branches: tuple[Branch, ...]) -> None:
        """Show these branches."""
        while len(self.panels) > len(branches):
            panel = self.panels.pop()
            self._row.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        while len(self.panels) < len(branches):
            self._add()
        for panel, branch in zip(self.panels, branches, strict=True):
            panel.show_branch(branch)
        self.setVisible(bool(branches))

    def begin_another(self) -> None:
        """Add an empty panel to be written in; it is kept once it says something."""
        self._add().name.setFocus()
        self.show()

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the branches be read but not changed."""
        for panel in self.panels:
            panel.name.set_read_only(is_read_only)
            panel.text.set_read_only(is_read_only)
            panel.remove.setVisible(not is_read_only)

    def _add(self) -> "_Panel":
        panel = _Panel()
        panel.name.edited.connect(self._tell)
        panel.text.edited.connect(self._tell)
        panel.remove.clicked.connect(lambda: self._drop(panel))
        self.panels.append(panel)
        self._row.addWidget(panel, 1)
        return panel

    def _drop(self, panel: "_Panel") -> None:
        branches = [each.branch for each in self.panels if each is not panel]
        self.edited.emit(branches)

    def _tell(self) -> None:
        self.edited.emit([panel.branch for panel in self.panels])


class _Panel(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.name = TextField(self.tr("What this way is called"), self.tr("As in stand by"), Role.BODY_BOLD)
        self.text = LongTextField(self.tr("What happens then"), self.tr("What happens then"), least_lines=2)
        self.remove = IconButton("x", self.tr("Remove this way"))
        for field in (self.name, self.text):
            field.label.hide()
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.name, 1)
        head.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 4, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text)

    @property
    def branch(self) -> Branch:
        """What the panel says."""
        return Branch(self.name.value(), self.text.value())

    def show_branch(self, branch: Branch) -> None:
        """Show a branch."""
        self.name.set_value(branch.name)
        self.text.set_value(branch.text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the ground, with the accent on top."""
        with painting_on(self) as painter:
            fill(painter, self.rect(), "canvas", 4)
            fill(painter, self.rect().adjusted(0, 0, 0, 3 - self.height()), "accent", 1)
