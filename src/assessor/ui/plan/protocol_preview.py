"""What the library offers, to be read before it is taken over: a protocol, or the ladder."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.ui.plan.reading import Reading
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PrimaryButton
from assessor.ui.widgets.texts import Paragraph, Text

_CLOCK = 104


class ProtocolPreview(Reading):
    """A title, a purpose and steps to read. `taken` when it is to be added to the plan."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_locked = False
        self.add = PrimaryButton("")

    def show_offer(self, title: str, purpose: str, steps: list[tuple[str, str, str]]) -> None:
        """Show what is offered; each step is when, who does what, and how."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text(title, Role.TITLE, lines=2))
        column.addWidget(Paragraph(purpose, Role.LIVE))
        self.add = PrimaryButton(self.tr("Add to the plan"), "plus")
        self.add.clicked.connect(self.taken)
        self.add.setVisible(not self.is_locked)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        for clock, who, how in steps:
            column.addLayout(_step(clock, who, how))
        self.show_body(body)


def _step(clock: str, who: str, how: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    when = Text(clock, Role.BODY_MEDIUM, "accent", lines=3)
    when.setFixedWidth(_CLOCK)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Paragraph(who, Role.BODY_BOLD, "ink"))
    words.addWidget(Paragraph(how))
    row.addWidget(when)
    row.addLayout(words, 1)
    return row
