"""What is recorded of an action step, how it stands, and how it stood before."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.operations.action_steps import ActionDetails, StatusUpdateRow
from assessor.operations.outlines import ActionLine
from assessor.terms import ActionStatus
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.step_words import status_word
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField
from assessor.ui.widgets.texts import Paragraph, Text


class StatusForm(QWidget):
    """Where a status is noted: what, how far, since when, and why. `noted` tells the four."""

    noted = Signal(object, int, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        states = [Choice(status, status_word(status)) for status in ActionStatus]
        self.status = ChoiceField(self.tr("Status"), states)
        self.percent = NumberField(self.tr("Done, in %"), least=0, most=100)
        self.updated_on = DateField(self.tr("As of"))
        self.note = LongTextField(
            self.tr("Note"), self.tr("What happened, or what holds it up"), least_lines=1
        )
        self.button = PlainButton(self.tr("Note the status"), "check")
        form = Form()
        form.add_beside(status=self.status, percent=self.percent)
        form.add("note", self.note)
        form.add("updated_on", self.updated_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(form)
        column.addWidget(self.button)
        self.button.clicked.connect(self._note)

    def show_status(self, status: ActionStatus, percent: int, today: date) -> None:
        """Begin from how the step stands."""
        self.status.set_value(status)
        self.percent.set_value(percent)
        self.note.set_value("")
        self.updated_on.set_value(today)

    def _note(self) -> None:
        try:
            percent, day = self.percent.value(), self.updated_on.value()
        except ValueError:
            self.percent.save()
            self.updated_on.save()
            return
        if day is None:
            self.updated_on.refuse(self.tr("Say on which day it stood so"))
            return
        self.noted.emit(self.status.value(), int(percent or 0), self.note.value(), day)


class ActionForm(Form):
    """The fields of an action step. `status_noted` tells status, share, note and day."""

    status_noted = Signal(object, int, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add("title", LongTextField(self.tr("Action"), role=Role.BODY_MEDIUM, least_lines=1))
        self.add("owner", TextField(self.tr("Owner"), self.tr("One, by role")))
        self.add("start_on", DateField(self.tr("Starts")))
        self.add("due_on", DateField(self.tr("Due")))
        self.add("rhythm", TextField(self.tr("How often, if again and again"), self.tr("As in monthly")))
        self.add_heading(self.tr("How it stands"))
        self.status = StatusForm()
        self.status.noted.connect(self.status_noted)
        self.column.addWidget(self.status)
        self.history = QVBoxLayout()
        self.history.setSpacing(8)
        self.column.addLayout(self.history)
        self.add_heading(self.tr("More"))
        self.add("description", LongTextField(self.tr("Description")))
        self.add("support", TextField(self.tr("Others who do the work")))
        self.add("asked", TextField(self.tr("Asked first")))
        self.add("told", TextField(self.tr("Told after")))
        self.add("evidence_wanted", TextField(self.tr("Evidence that it is done")))
        self.after = self.add("after_id", ChoiceField(self.tr("Comes after")))
        self.add_beside(cost=NumberField(self.tr("Cost"), least=0), funding=TextField(self.tr("Paid from")))
        self.add("took_effect_on", DateField(self.tr("Took effect on")))
        self._shown = ""

    def show_action(
        self,
        action: ActionDetails,
        updates: Sequence[StatusUpdateRow],
        others: Sequence[ActionLine],
        today: date,
    ) -> None:
        """Show an action step with its status updates."""
        choices = [Choice(None, self.tr("Nothing"))]
        choices += [Choice(each.id, f"{each.code} {each.title}") for each in others if each.id != action.id]
        self.after.show_choices(choices)
        self.show_values(lambda name: getattr(action, name))
        if self._shown != action.id or not self.status.isAncestorOf(self.focusWidget() or self):
            self.status.show_status(action.status, action.percent, today)
        self._shown = action.id
        self._show_history(updates)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        super().set_read_only(is_read_only)
        self.status.setVisible(not is_read_only)

    def _show_history(self, updates: Sequence[StatusUpdateRow]) -> None:
        while (item := self.history.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for update in updates:
            share = f", {update.percent}%" if 0 < update.percent < 100 else ""
            head = f"{long_day(update.updated_on)}  {status_word(update.status)}{share}"
            self.history.addWidget(Text(head, Role.SMALL_MEDIUM, "ink2"))
            if update.note:
                self.history.addWidget(Paragraph(update.note, Role.SMALL, "ink3"))
