"""What lies beside a finding: the goals that answer it, and areas that name no strength yet."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.findings import AreaRow, GoalLink
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, icon, painting_on
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, explain

_HEIGHT = 44


class GoalLinks(QWidget):
    """One line a goal, or one that says there is none. `asked` tells the goal; empty to go to the goals."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goal_links")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[GoalLink, ...] | None = None
        self.lines: list[GoalLinkLine] = []

    def show_goals(self, goals: tuple[GoalLink, ...]) -> None:
        """Show these goals."""
        if goals == self._shown:
            return
        self._shown = goals
        for old in self.lines:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        said = self.tr("Goal {number}, {title}")
        links = [(goal.id, said.format(number=goal.number, title=goal.title)) for goal in goals]
        self.lines = [self._line(*link) for link in links or [("", self.tr("No goal answers it yet"))]]
        for line in self.lines:
            self._column.addWidget(line)

    def _line(self, goal_id: str, said: str) -> "GoalLinkLine":
        line = GoalLinkLine("target", said, is_quiet=not goal_id)
        line.clicked.connect(lambda: self.asked.emit(goal_id))
        return line


class GoalLinkLine(KeyboardRing, QPushButton):
    """A line that leads elsewhere: icon, words, chevron."""

    def __init__(
        self, icon: str, words: str, *, is_quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._icon, self._is_quiet = icon, is_quiet
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        explain(self, words)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint icon, words and chevron."""
        with painting_on(self) as painter:
            if self.underMouse():
                fill(painter, QRectF(self.rect()).adjusted(0, 4, 0, -4), "chip")
            top = (self.height() - 16) / 2
            icon(painter, self._icon, "ink3" if self._is_quiet else "accent", 0, top, 16)
            area = QRectF(24, 0, self.width() - 48, self.height())
            draw_text(painter, self.text(), Role.BODY, area, "ink3" if self._is_quiet else "ink")
            icon(painter, "chevron-right", "ink3", self.width() - 16, top, 16)
            if self.has_ring:
                focus_ring(painter, self.rect())


class MissingStrengths(QWidget):
    """One field an area that names no strength. `explained` tells area and reason."""

    explained = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missing_strengths")
        self.fields: dict[str, TextField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(SectionHeading(self.tr("Areas without a strength")))
        said = self.tr("Add a strength filed under the area, or say why there is none.")
        self._column.addWidget(Paragraph(said, Role.SMALL, "ink3"))

    def show_areas(self, areas: Sequence[AreaRow]) -> None:
        """Show the areas that name no strength; hidden where each names one."""
        missing = [row for row in areas if not row.strengths]
        self.setVisible(bool(missing))
        if [row.area for row in missing] != list(self.fields):
            for old in self.fields.values():
                old.hide()
                self._column.removeWidget(old)
                old.deleteLater()
            self.fields = {row.area: self._field(row.area) for row in missing}
        for row in missing:
            self.fields[row.area].set_value(row.missing_reason)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the reasons be read but not changed."""
        for field in self.fields.values():
            field.set_read_only(is_read_only)

    def _field(self, area: str) -> TextField:
        field = TextField(area, self.tr("Why there is none"))
        field.edited.connect(lambda reason: self.explained.emit(area, reason))
        self._column.addWidget(field)
        return field
