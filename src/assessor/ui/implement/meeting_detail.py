"""One meeting on its screen: what became of it, who came, and what was decided."""

from datetime import date

from PySide6.QtCore import QObject, Qt

from assessor.operations import meetings
from assessor.operations.clients import list_sites
from assessor.operations.meetings import MeetingRow
from assessor.operations.outlines import get_outline
from assessor.terms import MeetingState
from assessor.ui.errors import attempt
from assessor.ui.implement.meeting_words import long_weekday, name_of, standing_of, type_of
from assessor.ui.implement.meetings_layout import MeetingDetailLayout
from assessor.ui.screens import Screen
from assessor.ui.widgets.choice_fields import Choice, ChoiceField


class MeetingDetail(QObject):
    """Shows a meeting and does what is asked of it, on behalf of its screen."""

    def __init__(self, screen: Screen, view: MeetingDetailLayout) -> None:
        super().__init__(screen)
        self._screen, self._view = screen, view
        self._today = date.min
        self.engagement = screen.engagement
        self.row: MeetingRow | None = None
        self._wire()

    def show(self, row: MeetingRow | None, today: date) -> None:
        """Show a meeting as it stands today."""
        view, self._today = self._view, today
        if row is None or self.row is None or row.id != self.row.id:
            self._screen.finish_editing()
            self._fold_cancel()
            view.verticalScrollBar().setValue(0)
        self.row = row
        if row is None:
            return
        self._show_head(row)
        self._offer_sites()
        for name, field in view.fields.items():
            field.set_value(getattr(row, name))
            field.set_read_only(bool(self.engagement.read_only))
        self._show_parts(row)
        decisions = meetings.list_decisions(self.engagement, row.id)
        view.decisions.set_read_only(bool(self.engagement.read_only))
        view.decisions.show_decisions(decisions, get_outline(self.engagement, self._today).actions)

    def set_state(self, state: MeetingState) -> None:
        """Say what became of the meeting; why it is canceled is asked first."""
        row = self.row
        if row is None:
            return
        self._fold_cancel()
        if state is row.state:
            self._show_parts(row)
        elif state is MeetingState.CANCELLED:
            self._view.cancel.show()
            self._show_parts(row)
            self._view.cancel.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state is MeetingState.HELD:
            self._log(row)
        else:
            done = self.tr("Planned again")
            self._screen.attempt(lambda: meetings.reopen_meeting(self.engagement, row.id), done=done)

    @property
    def _id(self) -> str:
        return "" if self.row is None else self.row.id

    def _wire(self) -> None:
        view = self._view
        view.states.chosen.connect(lambda key: self.set_state(MeetingState(key)))
        view.as_planned.clicked.connect(self._all_came)
        view.cancel.save.clicked.connect(self._cancel)
        view.cancel.reason.line.returnPressed.connect(self._cancel)
        view.cancel.give_up.clicked.connect(self._keep)
        view.remove.triggered.connect(self._remove)
        view.decisions.added.connect(self._decide)
        view.decisions.edited.connect(self._edit_decision)
        view.decisions.removed.connect(self._remove_decision)
        for name, field in view.fields.items():
            field.edited.connect(lambda value, name=name: self._edit(name, value))

    def _show_head(self, row: MeetingRow) -> None:
        detail, known = self._view, type_of(row.kind)
        detail.kind.setText(row.kind)
        detail.day.setText(long_weekday(row.meets_on))
        detail.name.setText(name_of(row.kind, row.title))
        detail.standing.show_as(*standing_of(row, self._today))
        detail.purpose.setText(f"{known.purpose} {known.cadence_text}." if known else "")
        detail.more.setVisible(not self.engagement.read_only)
        detail.states.setEnabled(not self.engagement.read_only)
        words = self.tr("{who} came").format(who=known.who) if known else ""
        detail.as_planned.setText(words)

    def _show_parts(self, row: MeetingRow) -> None:
        """Show what goes with what became of the meeting."""
        detail = self._view
        is_canceling = not detail.cancel.isHidden()
        detail.states.choose(MeetingState.CANCELLED.value if is_canceling else row.state.value)
        is_held = row.state is MeetingState.HELD
        for name in ("attended_by", "notes"):
            detail.fields[name].setVisible(is_held)
        can_fill = is_held and not row.attended_by and type_of(row.kind) is not None
        detail.as_planned.setVisible(can_fill and not self.engagement.read_only)
        for part in (detail.decisions_heading, detail.decisions):
            part.setVisible(is_held or row.decisions > 0)
        detail.canceled_because.setVisible(row.state is MeetingState.CANCELLED)

    def _offer_sites(self) -> None:
        field = self._view.fields["site_id"]
        if isinstance(field, ChoiceField):
            sites = [Choice(site.id, site.name) for site in list_sites(self.engagement)]
            field.show_choices([Choice(None, self.tr("No one place")), *sites])

    def _log(self, row: MeetingRow) -> None:
        self._screen.finish_editing()
        done = self.tr("Logged as held")
        meeting_id, agenda = row.id, row.agenda or meetings.standing_agenda(row.kind)
        self._screen.attempt(
            lambda: meetings.log_meeting(self.engagement, meeting_id, row.attended_by, row.notes, agenda),
            done=done,
        )
        self._view.attended_by.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _all_came(self) -> None:
        row = self.row
        known = type_of(row.kind) if row else None
        if known is not None:
            self._edit("attended_by", known.who)

    def _cancel(self) -> None:
        field, row = self._view.cancel.reason, self.row
        if row is None:
            return
        reason = field.value()
        failed: list[str] = []
        attempt(lambda: meetings.cancel_meeting(self.engagement, row.id, reason), failed.append)
        if failed:
            field.refuse(failed[0])
            return
        self._fold_cancel()
        self._show_parts(self.row or row)
        self._screen.said.emit(self.tr("Meeting canceled"), True)

    def _keep(self) -> None:
        self._fold_cancel()
        if self.row is not None:
            self._show_parts(self.row)

    def _fold_cancel(self) -> None:
        cancel = self._view.cancel
        cancel.reason.finish()
        cancel.reason.line.clear()
        cancel.reason.set_value("")
        cancel.hide()

    def _edit(self, name: str, value: object) -> None:
        meeting_id = self._id
        if name == "canceled_because" and not value:
            words = self.tr("A canceled meeting keeps its reason: it shows what to mend.")
            self._view.canceled_because.refuse(words)
            return
        self._screen.attempt(lambda: meetings.edit_meeting(self.engagement, meeting_id, **{name: value}))

    def _remove(self) -> None:
        meeting_id = self._id
        done = self.tr("Meeting removed")
        self._screen.attempt(lambda: meetings.remove_meeting(self.engagement, meeting_id), done=done)

    def _decide(self, text: str) -> None:
        row, lines = self.row, self._view.decisions
        if row is None:
            return
        new = attempt(
            lambda: meetings.record_decision(self.engagement, text, row.meets_on, meeting_id=row.id),
            lines.new.refuse,
        )
        if new:
            lines.taken()

    def _edit_decision(self, decision_id: str, name: str, value: object) -> None:
        if name == "text" and not value:
            self._view.decisions.new.refuse(self.tr("A decision needs its words. Remove it instead."))
            return
        self._screen.attempt(lambda: meetings.edit_decision(self.engagement, decision_id, **{name: value}))

    def _remove_decision(self, decision_id: str) -> None:
        done = self.tr("Decision removed")
        self._screen.attempt(lambda: meetings.remove_decision(self.engagement, decision_id), done=done)
