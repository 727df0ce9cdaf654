"""Planning meetings: one, or a rhythm of them until a day, told before it is done."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.instruments.meetings import get_meeting_library
from assessor.operations.clients import SiteRow
from assessor.operations.meeting_rhythms import RHYTHM_OF, Rhythm, days_of
from assessor.terms import CannotDo
from assessor.ui.implement.meeting_words import rhythm_word, type_of
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PrimaryButton, QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.days import short_day
from assessor.ui.widgets.detail_columns import Beside, DetailColumn
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text


@dataclass(frozen=True)
class PlannedRhythm:
    """What is to be planned: a kind, the days, where, and a title of its own if it has one."""

    kind: str
    days: tuple[date, ...]
    site_id: str | None
    title: str


class PlanningPanel(DetailColumn):
    """Asks what is planned. `planned` tells a PlannedRhythm, `closed` that nothing is."""

    planned = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        kinds = [Choice(each.code, f"{each.code}  {each.title}") for each in get_meeting_library().meetings]
        self.kind = ChoiceField(self.tr("Kind of meeting"), kinds)
        self.purpose = Paragraph("", tone="ink2")
        self.title = TextField(self.tr("Title of its own, if it needs one"))
        self.site = ChoiceField(self.tr("Where"))
        self.rhythm = ChoiceField(self.tr("How often"), [Choice(each, rhythm_word(each)) for each in Rhythm])
        self.first = DateField(self.tr("On, or from"))
        self.until = DateField(self.tr("Until"))
        self.outcome = Paragraph("", Role.BODY_MEDIUM, "ink")
        self.problem = ErrorLine()
        self.plan = PrimaryButton(self.tr("Plan"), "calendar-check")
        self.give_up = QuietButton(self.tr("Cancel"))
        self._lay_out()
        self._wire()

    def start(self, today: date, until: date, sites: list[SiteRow]) -> None:
        """Begin with a weekly meeting from today until a day."""
        self.site.show_choices(
            [Choice(None, self.tr("No one place")), *(Choice(s.id, s.name) for s in sites)]
        )
        self.site.set_value(None)
        self.title.set_value("")
        self.first.set_value(today)
        self.until.set_value(until)
        self.kind.set_value("M2")
        self._kind_chosen("M2")
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Tell what is planned, or say what is missing."""
        days = self._days()
        if days:
            title, site = self.title.value(), self.site.value()
            chosen = PlannedRhythm(
                str(self.kind.value()), tuple(days), None if site is None else str(site), title
            )
            self.planned.emit(chosen)

    def _kind_chosen(self, kind: object) -> None:
        known = type_of(str(kind))
        if known is not None:
            words = self.tr("{purpose} {often}, {who}.")
            who = known.who[:1].lower() + known.who[1:]
            self.purpose.setText(words.format(purpose=known.purpose, often=known.cadence_text, who=who))
            self.rhythm.set_value(RHYTHM_OF.get(known.cadence, Rhythm.ONCE))
        self._tell()

    def _days(self) -> list[date]:
        self.problem.clear()
        try:
            first, until, rhythm = self.first.value(), self.until.value(), self.rhythm.value()
            if first is None:
                raise CannotDo(self.tr("Say on which day the first meeting is."))
            return days_of(Rhythm(str(rhythm)), first, until)
        except (CannotDo, ValueError) as wrong:
            self.problem.tell(str(wrong))
            return []

    def _tell(self) -> None:
        """Say what would be planned, before it is."""
        self.until.setVisible(self.rhythm.value() is not Rhythm.ONCE)
        self.problem.clear()
        try:
            first, until = self.first.value(), self.until.value()
            days = days_of(Rhythm(str(self.rhythm.value())), first, until) if first else []
        except (CannotDo, ValueError):
            days = []
        self.outcome.setText(self._told(days))
        self.plan.setText(
            self.tr("Plan {count} meetings").format(count=len(days)) if len(days) > 1 else self.tr("Plan")
        )

    def _told(self, days: list[date]) -> str:
        if not days:
            return self.tr("Say from when until when.")
        if len(days) == 1:
            return self.tr("One meeting on {day}.").format(day=short_day(days[0], this_year=0))
        return self.tr("{count} meetings, from {first} to {last}, each with its standing agenda.").format(
            count=len(days), first=short_day(days[0], this_year=0), last=short_day(days[-1], this_year=0)
        )

    def _wire(self) -> None:
        self.kind.edited.connect(self._kind_chosen)
        for field in (self.rhythm, self.first, self.until):
            field.edited.connect(lambda _value: self._tell())
        self.plan.clicked.connect(self.submit)
        self.give_up.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.plan)
        row.addWidget(self.give_up)
        row.addStretch(1)
        self.put(Text(self.tr("Plan a meeting"), Role.TITLE))
        self.put(self.kind, 12)
        self.put(self.purpose, 4)
        self.put(Beside((self.rhythm, 1), (self.first, 1), (self.until, 1)), 12)
        self.put(Beside((self.site, 1), (self.title, 2)), 8)
        self.put(self.outcome, 16)
        self.put(self.problem)
        self.put(buttons, 12)
