"""The reviews screen: looking at the results together, deciding goal by goal, beginning the next cycle."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assessor.operations import clients, reviews
from assessor.operations.action_agendas import Urgency, urgency_of
from assessor.operations.measures.measure_figures import figure_of
from assessor.operations.measures.measure_readings import MeasureReading, list_readings
from assessor.operations.outlines import GoalLine, Outline, get_outline
from assessor.operations.reviews import ReviewRow
from assessor.terms import ReviewDecision
from assessor.ui.evaluate.goal_decisions import OPEN, GoalStanding, MeasureStanding
from assessor.ui.evaluate.measure_words import status_of
from assessor.ui.evaluate.reviews_layout import ReviewsLayout
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PrimaryButton
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.step_words import count_actions
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class ReviewsScreen(Screen):
    """The reviews left, one of them right."""

    key, title = "reviews", "Reviews"
    tables = frozenset(
        {
            "review",
            "goal_review",
            "goal",
            "objective",
            "action_step",
            "measure",
            "measure_value",
            "cycle",
            "plan",
        }
    )

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self._shown = ""
        self._rows: list[ReviewRow] = []
        self._outline = Outline("", False, None, None, self.today, ())
        self.view = ReviewsLayout()
        self.set_content(self.view)
        self.add = PrimaryButton(self.tr("Record a review"), "plus")
        self.head.add_action(self.add)
        self._wire()

    def refresh(self) -> None:
        """Show the reviews, the cycle, and the chosen review."""
        is_read_only = bool(self.engagement.read_only)
        self._rows = reviews.list_reviews(self.engagement)
        self._outline = get_outline(self.engagement, self.today)
        self._show_add()
        self.view.empty.button.setVisible(not is_read_only)
        self.view.foot.show_cycle(clients.current_cycle(self.engagement))
        self.view.foot.next.setVisible(not is_read_only)
        self.view.list.show_rows([self._row(row) for row in self._rows])
        if not self._is_at_cycle:
            self._show_right()
        self._show(self.view.list.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose a review."""
        self._close_cycle()
        self.view.list.choose(element_id)

    def _wire(self) -> None:
        view, detail = self.view, self.view.detail
        view.list.chosen.connect(self._chosen)
        view.empty.asked.connect(self._record)
        view.foot.next.clicked.connect(self._open_cycle)
        view.cycle.begun.connect(self._begin_cycle)
        view.cycle.closed.connect(self._close_cycle)
        self.add.clicked.connect(self._record)
        detail.remove.triggered.connect(self._remove)
        detail.goals.decided.connect(self._decide)
        for name, field in detail.fields.items():
            field.edited.connect(lambda value, name=name: self._edit(name, value))

    # Showing

    @property
    def _is_at_cycle(self) -> bool:
        return self.view.right.currentWidget() is self.view.cycle

    def _row(self, row: ReviewRow) -> ListRow:
        total = len(self._outline.goals)
        is_whole = row.goals >= total
        words = self.tr("All goals decided") if is_whole else self.tr("{count} of {total} goals decided")
        return ListRow(
            row.id,
            row.title,
            second=long_day(row.reviewed_on),
            trailing=words.format(count=row.goals, total=total) if total else "",
            trailing_meaning=Meaning.NEUTRAL if is_whole else Meaning.WATCH,
        )

    def _show_right(self) -> None:
        self.view.right.setCurrentWidget(self.view.detail if self._rows else self.view.empty)
        self._show_add()

    def _show_add(self) -> None:
        can_add = bool(self._rows) and not self.engagement.read_only
        self.add.setVisible(can_add and not self._is_at_cycle)

    def _chosen(self, review_id: str) -> None:
        self._close_cycle()
        self._show(review_id)

    def _show(self, review_id: str) -> None:
        detail = self.view.detail
        if review_id != self._shown:
            self.finish_editing()
            detail.verticalScrollBar().setValue(0)
        self._shown = review_id
        if not review_id:
            return
        is_read_only = bool(self.engagement.read_only)
        review = reviews.get_review(self.engagement, review_id)
        for name, field in detail.fields.items():
            field.set_value(getattr(review, name))
            field.set_read_only(is_read_only)
        detail.more.setVisible(not is_read_only)
        detail.no_goals.setVisible(not review.goals)
        decided = sum(1 for goal in review.goals if goal.decision is not None)
        note = self.tr("{count} of {total} decided").format(count=decided, total=len(review.goals))
        detail.goals_heading.set_note(note if review.goals else "")
        detail.goals.show_rows(review.goals, self._standings(), is_read_only=is_read_only)

    def _standings(self) -> dict[str, GoalStanding]:
        readings = list_readings(self.engagement, self.today)
        return {goal.id: self._standing(goal, readings) for goal in self._outline.goals}

    def _standing(self, goal: GoalLine, readings: list[MeasureReading]) -> GoalStanding:
        late = sum(urgency_of(action, self.today) is Urgency.LATE for action in goal.actions)
        words = self.tr("{actions}, {percent}% done") if goal.actions else self.tr("No actions yet")
        told = words.format(actions=count_actions(len(goal.actions)), percent=goal.percent)
        of_goal = [r for r in readings if any(line.goal_id == goal.id for line in r.serves)]
        return GoalStanding(told, late, tuple(_told(reading) for reading in of_goal))

    # Doing

    def _record(self) -> None:
        self.finish_editing()
        title = self.tr("Review of {day}").format(day=long_day(self.today))
        new = self.attempt(
            lambda: reviews.record_review(self.engagement, title, self.today), done=self.tr("Review recorded")
        )
        if new:
            self.refresh_if_stale()
            self.show_element(new)
            self.view.detail.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.detail.title.box.selectAll()

    def _edit(self, name: str, value: object) -> None:
        review_id, field = self._shown, self.view.detail.fields[name]
        if name in ("title", "reviewed_on") and not value:
            field.refuse(self.tr("A review needs a title and a day."))
            return
        self.attempt(lambda: reviews.edit_review(self.engagement, review_id, **{name: value}))

    def _decide(self, goal_id: str, key: str, reason: str, change: str) -> None:
        review_id = self._shown
        if key == OPEN:
            self.attempt(lambda: reviews.withdraw_decision(self.engagement, review_id, goal_id))
            return
        decision = ReviewDecision(key)
        self.attempt(
            lambda: reviews.decide_on_goal(self.engagement, review_id, goal_id, decision, reason, change)
        )

    def _remove(self) -> None:
        review_id = self._shown
        done = self.tr("Review removed")
        self.attempt(lambda: reviews.remove_review(self.engagement, review_id), done=done)

    def _open_cycle(self) -> None:
        self.finish_editing()
        total = len(self._outline.goals)
        undecided = total - (self._rows[0].goals if self._rows else 0)
        self.view.right.setCurrentWidget(self.view.cycle)
        self._show_add()
        self.view.cycle.start(clients.current_cycle(self.engagement), self.today, max(undecided, 0))

    def _close_cycle(self) -> None:
        if self._is_at_cycle:
            self._show_right()

    def _begin_cycle(self, label: str, started_on: date) -> None:
        current = clients.current_cycle(self.engagement)
        if current is not None and current.started_on is not None and started_on < current.started_on:
            self.view.cycle.started_on.refuse(
                self.tr("The cycle now running began later. Choose a later day.")
            )
            return
        done = self.tr("The next cycle has begun")
        if self.attempt(lambda: clients.begin_cycle(self.engagement, label, started_on), done=done):
            self._close_cycle()


def _told(reading: MeasureReading) -> MeasureStanding:
    word, meaning = status_of(reading)
    newest = reading.newest
    value = (
        figure_of(reading.measure, newest.value) if newest is not None and newest.value is not None else ""
    )
    return MeasureStanding(" ".join(filter(None, [reading.measure.code, value, word.lower()])), meaning)
