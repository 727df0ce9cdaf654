"""The meetings screen: planned, held or canceled, and what was decided."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from assessor.instruments.measures import Frequency
from assessor.operations import meetings
from assessor.operations.clients import list_sites
from assessor.operations.meeting_rhythms import is_unlogged, list_fidelity
from assessor.operations.meetings import MeetingRow
from assessor.operations.periods import last_day, period_of
from assessor.terms import CannotDo, MeetingState
from assessor.ui.errors import attempt
from assessor.ui.implement.meeting_detail import MeetingDetail
from assessor.ui.implement.meeting_words import month_groups
from assessor.ui.implement.meetings_layout import MeetingsLayout
from assessor.ui.implement.planning_panel import PlannedRhythm
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PrimaryButton
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_ALL, _COMING, _OPEN, _HELD = "all", "coming", "open", "held"
_KEYS = {
    Qt.Key.Key_1: MeetingState.PLANNED,
    Qt.Key.Key_2: MeetingState.HELD,
    Qt.Key.Key_3: MeetingState.CANCELLED,
}


class MeetingsScreen(Screen):
    """The meetings by month left, one of them right."""

    key, title = "meetings", "Meetings"
    tables = frozenset({"meeting", "decision", "site", "action_step", "objective", "goal"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self._rows: dict[str, MeetingRow] = {}
        self.view = MeetingsLayout()
        self.set_content(self.view)
        self.detail = MeetingDetail(self, self.view.detail)
        self.kinds = Segments(self._segments(), self.tr("Which meetings"))
        self.add = PrimaryButton(self.tr("Plan a meeting"), "plus")
        self.head.add_beside(self.kinds)
        self.head.add_action(self.add)
        self._wire()

    def refresh(self) -> None:
        """Show the meetings, the term's strip, and the chosen meeting."""
        rows = meetings.list_meetings(self.engagement)
        self._rows = {row.id: row for row in rows}
        self.kinds.show_segments(self._segments())
        has_any = bool(rows) or self._is_planning
        self.kinds.setVisible(bool(rows))
        self.view.empty.button.setVisible(not self.engagement.read_only)
        term = period_of(self.today, Frequency.TERM)
        last = last_day(term.starts_on, Frequency.TERM)
        self.view.strip.show_kinds(term.label, list_fidelity(rows, term.starts_on, last, self.today))
        self.view.pages.setCurrentWidget(self.view.columns if has_any else self.view.empty)
        self._show_list([row for row in rows if self.kinds.key in self._places_of(row)])
        if not self._is_planning:
            self._show_right()
        self.detail.show(self._rows.get(self.view.list.chosen_id), self.today)
        self._show_add()

    def show_element(self, element_id: str) -> None:
        """Choose a meeting, or the meeting of a decision."""
        self._close_planning()
        if element_id not in self._rows:
            element_id = self._meeting_of(element_id)
        if self.view.list.rows.row_of(element_id) < 0:
            self.kinds.choose(_ALL)
            self.refresh()
        self.view.list.choose(element_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set what became of a meeting by 1 to 3, in the list."""
        key = pressed_key(event)
        if key in _KEYS and not self.engagement.read_only:
            self.detail.set_state(_KEYS[Qt.Key(key)])
            return True
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        view = self.view
        view.list.chosen.connect(self._chosen)
        view.list.installEventFilter(self)
        view.empty.asked.connect(self._open_planning)
        view.planning.planned.connect(self._plan)
        view.planning.closed.connect(self._close_planning)
        self.add.clicked.connect(self._open_planning)
        self.kinds.chosen.connect(lambda _key: self.refresh())

    # Showing

    @property
    def _is_planning(self) -> bool:
        return self.view.right.currentWidget() is self.view.planning

    def _show_list(self, rows: list[MeetingRow]) -> None:
        """Show these meetings; what is opened first is the one nearest to today."""
        if self.kinds.key == _COMING:
            rows.reverse()
        is_first = not self.view.list.chosen_id
        self.view.list.show_groups(month_groups(rows, self.today))
        if is_first and rows:
            self.view.list.choose(min(rows, key=lambda row: abs((row.meets_on - self.today).days)).id)

    def _show_right(self) -> None:
        right = self.view.right
        right.setCurrentWidget(self.view.detail if self.view.list.chosen_id else self.view.none)

    def _show_add(self) -> None:
        can_add = bool(self._rows) and not self.engagement.read_only
        self.add.setVisible(can_add and not self._is_planning)

    def _segments(self) -> list[Segment]:
        rows = list(self._rows.values())
        words = {
            _ALL: self.tr("All"),
            _COMING: self.tr("To come"),
            _OPEN: self.tr("Not logged"),
            _HELD: self.tr("Held"),
        }
        return [
            Segment(key, word, str(sum(key in self._places_of(row) for row in rows)))
            for key, word in words.items()
        ]

    def _places_of(self, row: MeetingRow) -> set[str]:
        if row.state is MeetingState.HELD:
            return {_ALL, _HELD}
        if is_unlogged(row, self.today):
            return {_ALL, _OPEN}
        return {_ALL, _COMING} if row.state is MeetingState.PLANNED else {_ALL}

    def _chosen(self, meeting_id: str) -> None:
        self._close_planning()
        self.detail.show(self._rows.get(meeting_id), self.today)

    def _meeting_of(self, decision_id: str) -> str:
        for row in self._rows.values():
            if row.decisions and any(
                decision.id == decision_id for decision in meetings.list_decisions(self.engagement, row.id)
            ):
                return row.id
        return decision_id

    # Planning

    def _open_planning(self) -> None:
        self.finish_editing()
        self.view.pages.setCurrentWidget(self.view.columns)
        self.view.right.setCurrentWidget(self.view.planning)
        self._show_add()
        term = period_of(self.today, Frequency.TERM)
        until = last_day(term.starts_on, Frequency.TERM)
        self.view.planning.start(self.today, until, list_sites(self.engagement))

    def _close_planning(self) -> None:
        if self._is_planning:
            self._show_right()
            self.view.pages.setCurrentWidget(self.view.columns if self._rows else self.view.empty)
            self._show_add()

    def _plan(self, planned: PlannedRhythm) -> None:
        count = len(planned.days)
        done = (
            self.tr("{count} meetings planned").format(count=count)
            if count > 1
            else self.tr("Meeting planned")
        )
        new = attempt(lambda: self._planned(planned), self.view.planning.problem.tell)
        if new:
            self.said.emit(done, True)
            self.refresh_if_stale()
            self.show_element(new)
            self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _planned(self, planned: PlannedRhythm) -> str:
        new = meetings.plan_rhythm(
            self.engagement, planned.kind, planned.days, site_id=planned.site_id, title=planned.title
        )
        if not new:
            raise CannotDo(self.tr("No day was chosen. Choose a day."))
        return new[0]
