"""The debrief of a sitting: five fields that save themselves, and whether it is done."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from assessor.operations.sittings import SittingDetails
from assessor.ui.assess.sittings.sitting_words import clock, day_words
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.text_fields import LongTextField
from assessor.ui.widgets.texts import Text, explain


class DebriefForm(Detail):
    """What is written in the minutes after the end; `fields` maps the column each field writes."""

    done = Signal()
    reopened = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.themes = LongTextField(tr("Themes"), tr("Three headlines, each in a sentence"), least_lines=3)
        self.surprises = LongTextField(tr("Surprises"), tr("What nobody expected to hear"))
        self.differences = LongTextField(
            tr("Differences from earlier groups"), tr("What others said differently, or did not say at all")
        )
        self.follow_ups = LongTextField(
            tr("Follow-ups"), tr("What to look up, whom to call, what to ask the next group")
        )
        self.memo = LongTextField(tr("Anything else"))
        self.fields: dict[str, Field] = {
            "themes": self.themes,
            "surprises": self.surprises,
            "differences": self.differences,
            "follow_ups": self.follow_ups,
            "memo": self.memo,
        }
        for field in self.fields.values():
            self.column.addWidget(field)
        self.finish = PlainButton(tr("Debrief is done"), "check")
        explain(self.finish, tr("Ctrl+Enter"))
        self.reopen = QuietButton(tr("Reopen"), "undo-2")
        self._icon, self._state = Icon("clock", "watch", 16), Text("", Role.BODY, "ink2")
        self.finish.clicked.connect(self.done)
        self.reopen.clicked.connect(self.reopened)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self._icon, self._state, self.reopen):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.finish)
        self.column.addLayout(foot)

    def show_debrief(self, sitting: SittingDetails) -> None:
        """Show what was written, and whether the debrief is done."""
        for name, field in self.fields.items():
            field.set_value(getattr(sitting, name))
        done_at = sitting.debriefed_at
        self.finish.setVisible(done_at is None)
        self.reopen.setVisible(done_at is not None)
        self._icon.show_icon(*(("check", "good") if done_at else ("clock", "watch")))
        self._state.setText(self._words(done_at))

    def set_read_only(self, is_read_only: bool) -> None:
        """Let it be read but not changed."""
        for field in self.fields.values():
            field.set_read_only(is_read_only)
        for button in (self.finish, self.reopen):
            button.setEnabled(not is_read_only)

    def finish_editing(self) -> None:
        """Save what is being typed."""
        for field in self.fields.values():
            field.finish()

    def _words(self, done_at: datetime | None) -> str:
        if done_at is None:
            return self.tr("Open. Every field saves itself.")
        day, time = day_words(done_at.astimezone().date()), clock(done_at, seconds=False)
        return self.tr("Done on {day} at {time}").format(day=day, time=time)
