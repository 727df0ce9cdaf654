"""One concern: what was said, and to whom it was told and when."""

from datetime import UTC, date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.safeguarding import ConcernRow
from assessor.ui.assess.sittings.sitting_words import clock
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Text


class ConcernCard(QWidget):
    """Fields that save themselves. `told` tells to whom and when, `worded` the words."""

    worded = Signal(str)
    told = Signal(str, object)
    retracted = Signal()
    removal_asked = Signal()

    def __init__(self, row: ConcernRow, *, may_change: bool) -> None:
        super().__init__()
        self._told_at = row.told_at
        self.said = Text(_said(row), Role.SMALL, "ink3")
        self.state = Tag("", Meaning.WATCH)
        self.remove = IconButton("trash-2", self.tr("Remove this concern"))
        self.text = LongTextField(self.tr("What was said"), least_lines=1)
        self.told_to = TextField(self.tr("Told to"), self.tr("Nobody yet"))
        self.on = DateField(self.tr("On"))
        self.at = TextField(self.tr("At"), "10:40")
        self.fields: tuple[Field, ...] = (self.text, self.told_to, self.on, self.at)
        self._place()
        self.show_concern(row, may_change=may_change)
        self.remove.clicked.connect(self.removal_asked)
        self.text.edited.connect(lambda words: self.worded.emit(words))  # noqa: PLW0108  # a str, not an object
        for field in (self.told_to, self.on, self.at):
            field.edited.connect(lambda _value: self._tell())

    def show_concern(self, row: ConcernRow, *, may_change: bool) -> None:
        """Show what the file holds now."""
        self._told_at = row.told_at
        self.said.setText(_said(row))
        if row.is_open:
            self.state.show_as(self.tr("Not told yet"), Meaning.WATCH)
        else:
            self.state.show_as(self.tr("Told"), Meaning.GOOD)
        self.text.set_value(row.text)
        self.told_to.set_value(row.told_to)
        told_at = row.told_at.astimezone() if row.told_at else None
        self.on.set_value(told_at.date() if told_at else None)
        self.at.set_value(f"{told_at:%H:%M}" if told_at else "")
        for field in self.fields:
            field.set_read_only(not may_change)
        for field in (self.on, self.at):
            field.setVisible(told_at is not None)
        self.remove.setVisible(may_change)

    def finish(self) -> None:
        """Save what is being typed."""
        for field in self.fields:
            field.finish()

    def _tell(self) -> None:
        """To whom, and when: now, unless day or time was put right."""
        told_to = self.told_to.value()
        if not told_to:
            self.retracted.emit()
            return
        if self._told_at is None:
            self.told.emit(told_to, datetime.now(UTC))
            return
        before = self._told_at.astimezone()
        moment = _time_of(self.at.value(), before.time())
        if moment is None:
            self.at.refuse(self.tr("Type a time such as 10:40."))
            return
        day = self.on.value() or before.date()
        self.told.emit(told_to, datetime.combine(day, moment).astimezone(UTC))

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.said, 1)
        head.addWidget(self.state)
        head.addWidget(self.remove)
        when = QHBoxLayout()
        when.setSpacing(12)
        when.addWidget(self.on, 1)
        when.addWidget(self.at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.told_to)
        column.addLayout(when)


def _said(row: ConcernRow) -> str:
    said_at: date = row.said_at.astimezone().date()
    parts = (f"{said_at:%b} {said_at.day}, {clock(row.said_at, seconds=False)}", row.code, row.question)
    return " · ".join(part for part in parts if part)


def _time_of(typed: str, before: time) -> time | None:
    """A time as it is typed; the seconds of the moment before where the minute is the same."""
    hour, _, minute = typed.strip().replace(".", ":").partition(":")
    if not (hour.isdecimal() and minute.isdecimal()) or int(hour) > 23 or int(minute) > 59:
        return None
    found = time(int(hour), int(minute))
    return before if (before.hour, before.minute) == (found.hour, found.minute) else found
