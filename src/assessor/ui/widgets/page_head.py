"""The page head: title, tags or one line, spring, actions; 64 high."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.segments import Segments
from assessor.ui.widgets.texts import Text

HEIGHT = 64


class PageHead(QWidget):
    """The head of a screen. Add tags and segments after the title, actions at the right."""

    def __init__(self, title: str, *, ruled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ruled = ruled
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        row.setSpacing(12)
        self.title = Text(title, Role.PAGE)
        self.line = Text("", Role.BODY, "ink3")
        self._beside, self._actions = QHBoxLayout(), QHBoxLayout()
        for part in (self._beside, self._actions):
            part.setSpacing(12)
        row.addWidget(self.title)
        self._row = row
        row.addLayout(self._beside)
        row.addWidget(self.line)
        row.addStretch(1)
        row.addLayout(self._actions)

    def set_line(self, line: str) -> None:
        """Show one quiet line beside the title."""
        self.line.setText(line)

    def add_before(self, widget: QWidget) -> None:
        """Put a way back in front of the title."""
        self._row.insertWidget(0, widget)

    def add_beside(self, widget: QWidget) -> None:
        """Put a tag or segments beside the title."""
        if isinstance(widget, Segments):
            self._beside.addSpacing(12)
        self._beside.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put an action at the right; the primary one comes last."""
        self._actions.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the hairline beneath."""
        if self._ruled:
            with painting_on(self) as painter:
                hairline(painter, 0, self.height() - 1, self.width(), self.height())
