"""The cycle at the foot of the reviews, and the page that says what beginning the next one means."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.clients import CycleRow
from assessor.palette import PAGE_MARGIN
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.detail_columns import Beside, DetailColumn
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.sections import Hairline, NoteBox
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text


class CycleFoot(Ground):
    """Which cycle it is, and the way to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self.name = Text("", Role.BODY_BOLD)
        self.since = Text("", Role.SMALL, "ink3")
        self.next = PlainButton(self.tr("Begin next cycle"), "refresh-cw")
        inner = QVBoxLayout()
        inner.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 16)
        inner.setSpacing(2)
        inner.addWidget(self.name)
        inner.addWidget(self.since)
        inner.addSpacing(8)
        inner.addWidget(self.next, alignment=Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(inner)

    def show_cycle(self, cycle: CycleRow | None) -> None:
        """Show the current cycle."""
        self.setVisible(cycle is not None)
        if cycle is not None:
            words = [self.tr("Cycle {number}").format(number=cycle.number), cycle.label]
            self.name.setText(" · ".join(filter(None, words)))
            day = cycle.started_on
            self.since.setText(self.tr("since {day}").format(day=long_day(day)) if day else "")
            self.since.setVisible(day is not None)


class CyclePanel(DetailColumn):
    """Says what the next cycle means before it is begun. `begun` tells its name and first day."""

    begun = Signal(str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading = Text("", Role.TITLE)
        self.lead = Paragraph("")
        self.label = TextField(self.tr("Name"), self.tr("As in 2027–28"))
        self.started_on = DateField(self.tr("Begins on"))
        self.undecided = NoteBox("", "", "triangle-alert", Meaning.WATCH)
        self.begin = PrimaryButton("", "refresh-cw")
        self.give_up = QuietButton(self.tr("Not yet"))
        self._lay_out()
        self.begin.clicked.connect(self._begin)
        self.give_up.clicked.connect(self.closed)

    def start(self, current: CycleRow | None, today: date, undecided: int) -> None:
        """Explain the cycle that would follow the current one."""
        number = 1 if current is None else current.number + 1
        self.heading.setText(self.tr("Begin cycle {number}").format(number=number))
        self.begin.setText(self.heading.text())
        self.lead.setText(
            self.tr(
                "Cycle {last} ends on the day cycle {number} begins, and stays readable. You listen, find, "
                "plan and act again, from what you know now."
            ).format(last=number - 1, number=number)
        )
        self.label.set_value(_school_year_after(today))
        self.started_on.set_value(today)
        self.undecided.setVisible(bool(undecided))
        title = self.tr("1 goal is undecided") if undecided == 1 else self.tr("{count} goals are undecided")
        self.undecided.show_note(
            title.format(count=undecided),
            self.tr("The newest review has not said whether to go on. You can begin all the same."),
        )
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        try:
            day = self.started_on.value()
        except ValueError:
            self.started_on.save()
            return
        if day is None:
            self.started_on.refuse(self.tr("Say on which day it begins"))
            return
        self.begun.emit(self.label.value(), day)

    def _lay_out(self) -> None:
        self.put(self.heading)
        self.put(self.lead, 8)
        for title, text in (
            (
                self.tr("What goes on"),
                self.tr("Goals, objectives, actions, measures with all their values, meetings."),
            ),
            (
                self.tr("What begins anew"),
                self.tr(
                    "Whom to hear and how many. Findings, surveys and reviews recorded from then on "
                    "belong to the new cycle."
                ),
            ),
            (self.tr("What is lost"), self.tr("Nothing. Undo takes it back.")),
        ):
            self.put(Text(title, Role.BODY_BOLD), 16)
            self.put(Paragraph(text), 2)
        self.put(self.undecided, 16)
        self.put(Beside((self.label, 1), (self.started_on, 1), (QWidget(), 1)), 16)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.begin)
        row.addWidget(self.give_up)
        row.addStretch(1)
        self.put(buttons, 16)


def _school_year_after(today: date) -> str:
    """The school year that begins next, as in "2027–28"."""
    year = today.year if today.month < 8 else today.year + 1
    return f"{year}–{(year + 1) % 100:02}"
