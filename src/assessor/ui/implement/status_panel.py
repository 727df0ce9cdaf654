"""How an action step stands, and the form that opens in place when that changes."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assessor.operations.action_steps import ActionDetails
from assessor.terms import ActionStatus
from assessor.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.detail_columns import Beside
from assessor.ui.widgets.flow_rows import FlowRows
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.step_words import status_word
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField
from assessor.ui.widgets.texts import explain

OFFERED = (ActionStatus.NOT_STARTED, ActionStatus.IN_PROGRESS, ActionStatus.BLOCKED, ActionStatus.DONE)
"""What the keys 1 to 4 set."""


@dataclass(frozen=True)
class StatusNote:
    """What was noted: how it stands, how far, on which day, why, and what shows it."""

    status: ActionStatus
    percent: int
    updated_on: date
    note: str
    evidence: str


class StatusForm(QWidget):
    """Asks what goes with a change of status. `noted` tells a StatusNote, `given_up` that there is none."""

    noted = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = LongTextField(
            self.tr("Note"), self.tr("What happened, or what holds it up"), least_lines=1
        )
        self.percent = NumberField(self.tr("Done, in %"), least=0, most=100)
        self.updated_on = DateField(self.tr("As of"))
        self.evidence = TextField(
            self.tr("Evidence that it is done"), self.tr("What shows it: sign-offs, photos, minutes")
        )
        self.save = PrimaryButton(self.tr("Note it"), "check")
        self.give_up = QuietButton(self.tr("Cancel"))
        self._status = ActionStatus.NOT_STARTED
        self._lay_out()
        self.save.clicked.connect(self.submit)
        self.give_up.clicked.connect(self.given_up)
        self.note.box.installEventFilter(self)

    @property
    def status(self) -> ActionStatus:
        """The status that is being noted."""
        return self._status

    def begin(self, status: ActionStatus, percent: int, today: date) -> None:
        """Ask what goes with this status; what was typed for another stays."""
        self._status = status
        fixed = {ActionStatus.DONE: 100, ActionStatus.NOT_STARTED: 0}
        self.percent.setVisible(status not in fixed)
        self.percent.set_value(fixed.get(status, percent if percent < 100 else 0))
        if self.isHidden():
            self.updated_on.set_value(today)
        self.evidence.setVisible(status is ActionStatus.DONE)
        self.show()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.note, self.evidence):
            field.finish()
            field.set_value("")
        self.hide()

    def submit(self) -> None:
        """Tell what was noted; say in place what is still missing."""
        note = self.note.value()
        if not note:
            self.note.refuse(self._missing())
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            percent, day = self.percent.value(), self.updated_on.value()
        except ValueError:
            self.percent.save()
            self.updated_on.save()
            return
        if day is None:
            self.updated_on.refuse(self.tr("Say on which day it stood so"))
            return
        self.noted.emit(StatusNote(self._status, int(percent or 0), day, note, self.evidence.value()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note on Enter; Shift and Enter begin a new line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.submit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _missing(self) -> str:
        if self._status is ActionStatus.BLOCKED:
            return self.tr("Say what holds it up: a blocked step without a reason cannot be helped.")
        if self._status is ActionStatus.DROPPED:
            return self.tr("Say why it was dropped: the next version of the plan tells it.")
        return self.tr("Say in a note what happened: the history lives from it.")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(4)
        buttons.addWidget(self.save)
        buttons.addWidget(self.give_up)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(Beside((self.updated_on, 1), (self.percent, 1), (QWidget(), 1)))
        column.addWidget(self.evidence)
        column.addLayout(buttons)


class StatusPanel(QWidget):
    """The status as segments, and the form beneath once another is chosen."""

    noted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments([], self.tr("Status"))
        explain(self.segments, self.tr("Keys 1 to 4 in the list"))
        self.more = QuietButton(self.tr("Add a note"), "pencil")
        self.others = IconButton("ellipsis", self.tr("More"))
        menu = QMenu(self.others)
        self.drop = menu.addAction(self.tr("Drop this action…"))
        self.drop.triggered.connect(lambda: self.ask(ActionStatus.DROPPED))
        self.others.setMenu(menu)
        self.form = StatusForm()
        self._status, self._percent, self._today = ActionStatus.NOT_STARTED, 0, date.min
        holder = QWidget()
        row = FlowRows(8)
        holder.setLayout(row)
        for widget in (self.segments, self.more, self.others):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(holder)
        column.addWidget(self.form)
        self.form.hide()
        self.segments.chosen.connect(self._segment_chosen)
        self.more.clicked.connect(lambda: self.ask(self._status))
        self.form.noted.connect(self.noted)
        self.form.given_up.connect(self.close_form)

    def show_status(self, action: ActionDetails, today: date) -> None:
        """Show how an action step stands; an open form stays open."""
        self._status, self._percent, self._today = action.status, action.percent, today
        offered = OFFERED if action.status in OFFERED else (*OFFERED, action.status)
        self.segments.show_segments([Segment(each.value, status_word(each)) for each in offered])
        self.segments.choose(self.form.status.value if self.is_asking else action.status.value)

    def ask(self, status: ActionStatus) -> None:
        """Open the form for a status, in its note."""
        self._open(status)
        self.form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_form(self) -> None:
        """Fold the form and show the status as it is."""
        self.fold()
        self.closed.emit()

    def fold(self) -> None:
        """Fold the form without a word."""
        self.form.clear()
        if self.segments.key:
            self.segments.choose(self._status.value)

    @property
    def is_asking(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the status be read but not changed."""
        self.segments.setEnabled(not is_read_only)
        for button in (self.more, self.others):
            button.setVisible(not is_read_only)

    def _open(self, status: ActionStatus) -> None:
        shown = [each.value for each in OFFERED] + [self._status.value]
        if status.value in shown:
            self.segments.choose(status.value)
        self.form.begin(status, self._percent, self._today)

    def _segment_chosen(self, key: str) -> None:
        if key == self._status.value and not self.form.note.value():
            self.fold()
            return
        self._open(ActionStatus(key))
        if self.segments.underMouse():
            self.form.note.setFocus(Qt.FocusReason.OtherFocusReason)
