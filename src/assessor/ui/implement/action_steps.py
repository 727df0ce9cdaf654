"""The actions screen: what is late, blocked or due first, and how each action step stands."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from assessor.operations import action_steps
from assessor.operations.action_agendas import Urgency, list_agenda, urgency_of
from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine, Outline, get_outline
from assessor.terms import ActionStatus
from assessor.ui.implement.action_layout import ActionStepsLayout
from assessor.ui.implement.action_words import row_group, standing, urgency_word
from assessor.ui.implement.status_panel import OFFERED, StatusNote
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PlainButton
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.step_words import status_word
from assessor.ui.widgets.texts import as_menu_words

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_ALL = "all"
_KEYS = {int(Qt.Key.Key_1) + place: status for place, status in enumerate(OFFERED)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActionStepsScreen(Screen):
    """The agenda left, one action step right."""

    key, title = "action_steps", "Actions"
    tables = frozenset({"action_step", "status_update", "objective", "goal", "plan", "measure"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self._outline = Outline("", False, None, None, self.today, ())
        self._owner, self._shown = "", ""
        self.view = ActionStepsLayout()
        self.set_content(self.view)
        self.kinds = Segments(self._segments([]), self.tr("Which actions"))
        self.owners = PlainButton(self.tr("Everyone"))
        self.owners.setMenu(QMenu(self.owners))
        self.head.add_beside(self.kinds)
        self.head.add_action(self.owners)
        self._wire()

    def refresh(self) -> None:
        """Show the agenda as it stands today, and the chosen action step."""
        self._outline = get_outline(self.engagement, self.today)
        has_any = bool(self._outline.actions)
        for widget in (self.kinds, self.owners):
            widget.setVisible(has_any)
        self._offer_owners()
        agenda = list_agenda(self._outline, self._owner)
        self.kinds.show_segments(self._segments([a for group in agenda for a in group.actions]))
        wanted = self.kinds.key
        groups = [group for group in agenda if wanted in {_ALL, group.urgency.value}]
        self._show_page(has_any, bool(groups))
        self.view.list.show_groups([row_group(group, self.today.year) for group in groups])
        self._show(self.view.list.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose an action step, or the first one of an objective or a goal."""
        line = self._outline.find(element_id)
        if isinstance(line, GoalLine | ObjectiveLine):
            element_id = next((action.id for action in line.actions), "")
        if self.view.list.rows.row_of(element_id) < 0:
            self._owner = ""
            self.kinds.choose(_ALL)
            self.refresh()
        self.view.list.choose(element_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set a status by 1 to 4 and write a note by Enter, in the list."""
        key = pressed_key(event)
        line = self._outline.find(self._shown)
        if key is None or self.engagement.read_only or not isinstance(line, ActionLine):
            return super().eventFilter(watched, event)
        if key in _KEYS or key in _ENTER:
            self.view.detail.status.ask(_KEYS.get(key, line.status))
            return True
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        view, detail = self.view, self.view.detail
        view.list.chosen.connect(self._show)
        view.list.installEventFilter(self)
        view.empty.asked.connect(lambda: self.asked_to_go.emit("goals", ""))
        self.kinds.chosen.connect(lambda _key: self.refresh())
        detail.belongs.clicked.connect(self._go_to_plan)
        detail.status.noted.connect(self._note)
        detail.status.closed.connect(lambda: view.list.setFocus(Qt.FocusReason.OtherFocusReason))
        for name, field in detail.fields.items():
            field.edited.connect(lambda value, name=name: self._edit(name, value))

    def _segments(self, actions: list[ActionLine]) -> list[Segment]:
        urgencies = [urgency_of(action, self.today) for action in actions]
        shown = (Urgency.LATE, Urgency.BLOCKED, Urgency.DUE_SOON)
        return [
            Segment(_ALL, self.tr("All"), str(len(actions))),
            *(Segment(each.value, urgency_word(each), str(urgencies.count(each))) for each in shown),
        ]

    def _offer_owners(self) -> None:
        names = action_steps.list_owners(self.engagement)
        self._owner = self._owner if self._owner in names else ""
        menu = self.owners.menu()
        menu.clear()
        for name in ("", *names):
            word = as_menu_words(name) or self.tr("Everyone")
            menu.addAction(word).triggered.connect(lambda _on=False, name=name: self._of_owner(name))
        self.owners.setText(self._owner or self.tr("Everyone"))
        self.owners.setAccessibleName(self.tr("Owner: {name}").format(name=self.owners.text()))

    def _of_owner(self, name: str) -> None:
        self._owner = name
        self.refresh()

    def _show_page(self, has_any: bool, has_shown: bool) -> None:
        view = self.view
        if not has_shown:
            self.finish_editing()
        view.pages.setCurrentWidget(view.columns if has_shown else view.none if has_any else view.empty)

    def _show(self, action_id: str) -> None:
        detail = self.view.detail
        if action_id != self._shown:
            self.finish_editing()
            detail.status.fold()
            detail.verticalScrollBar().setValue(0)
        self._shown = action_id
        line = self._outline.find(action_id)
        if not isinstance(line, ActionLine):
            return
        action = action_steps.get_action(self.engagement, action_id)
        for name, field in detail.fields.items():
            field.set_value(getattr(action, name))
            field.set_read_only(bool(self.engagement.read_only))
        detail.status.show_status(action, self.today)
        detail.status.set_read_only(bool(self.engagement.read_only))
        self._show_standing(line)
        updates = action_steps.list_updates(self.engagement, action_id)
        detail.chain.show_updates(updates)
        detail.chain.setVisible(bool(updates))
        detail.no_history.setVisible(not updates)

    def _show_standing(self, line: ActionLine) -> None:
        detail = self.view.detail
        sentence, meaning = standing(line)
        detail.standing.show_standing(sentence, meaning.icon, meaning.token)
        objective = self._outline.find(line.objective_id)
        goal = self._outline.find(objective.goal_id) if isinstance(objective, ObjectiveLine) else None
        if isinstance(objective, ObjectiveLine) and isinstance(goal, GoalLine):
            words = self.tr("Goal {goal}, {title}  ·  {number}  {objective}")
            detail.belongs.show_line(
                words.format(
                    goal=goal.number, title=goal.title, number=objective.number, objective=objective.text
                )
            )

    def _go_to_plan(self) -> None:
        self.asked_to_go.emit("goals", self._shown)

    def _edit(self, name: str, value: object) -> None:
        action_id = self._shown
        self.attempt(lambda: action_steps.edit_action(self.engagement, action_id, **{name: value}))

    def _note(self, noted: StatusNote) -> None:
        action_id = self._shown
        self.view.detail.status.form.hide()
        done = self.tr("Noted: {status}").format(status=status_word(ActionStatus(noted.status)).lower())
        update = self.attempt(
            lambda: action_steps.update_status(
                self.engagement,
                action_id,
                noted.status,
                noted.percent,
                noted.note,
                noted.updated_on,
                evidence=noted.evidence,
            ),
            done=done,
        )
        if update:
            self.view.detail.status.form.clear()
            self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.detail.status.form.show()
