"""The panel beside the outline: the golden thread of what is chosen, or everything recorded of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.operations.threads import Thread
from assessor.ui.plan.action_details import ActionForm
from assessor.ui.plan.goal_details import GoalForm
from assessor.ui.plan.objective_details import ObjectiveForm
from assessor.ui.plan.plan_details import PlanForm
from assessor.ui.plan.thread_view import ThreadView
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.panes import Detail, Ground
from assessor.ui.widgets.texts import Text

_HEAD = 44


class SidePanel(Ground):
    """Thread or details. `turned` when the other side is asked for."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self.heading = Text(self.tr("Golden thread"), Role.BODY_BOLD)
        self.of = Text("", Role.BODY, "ink3")
        self.turn = QuietButton(self.tr("Details"), flush=True)
        self.turn.clicked.connect(self._turn)
        self.thread_view = ThreadView()
        self.goal, self.objective, self.action = GoalForm(), ObjectiveForm(), ActionForm()
        self.plan = PlanForm()
        self.pages: dict[str, Detail] = {}
        self.stack = QStackedWidget()
        self._add("thread", self.thread_view)
        self._add("goal", self.goal)
        self._add("objective", self.objective)
        self._add("action", self.action)
        self._add("plan", self.plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.stack, 1)
        self.shows_details = False
        self._kind, self._name = "goal", ""

    @property
    def shows_plan(self) -> bool:
        """Whether what is recorded of the plan as a whole is shown."""
        return self.stack.currentWidget() is self.pages["plan"]

    def show_thread(self, kind: str, thread: Thread) -> None:
        """Show the thread of an element; the forms of its kind are the other side."""
        self._kind, self._name = kind, thread.of
        self.thread_view.show_thread(thread)
        self._show_side()

    def show_details(self, *, is_on: bool = True) -> None:
        """Turn to the details, or back to the thread."""
        self.shows_details = is_on
        self._show_side()

    def show_plan(self) -> None:
        """Show what is recorded of the plan as a whole, until something else is chosen."""
        self.heading.setText(self.tr("Details"))
        self.of.setText(self.tr("of the plan"))
        self.turn.setText(self.tr("Thread"))
        self.shows_details = True
        self.stack.setCurrentWidget(self.pages["plan"])

    def _add(self, key: str, widget: QWidget) -> None:
        page = Detail("canvas")
        inner = page.widget()
        inset = inner.layout() if inner is not None else None
        if inset is not None:
            inset.setContentsMargins(24, 4, 24, 24)
        page.column.addWidget(widget)
        self.pages[key] = page
        self.stack.addWidget(page)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(_HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 4, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.heading)
        row.addWidget(self.of)
        row.addStretch(1)
        row.addWidget(self.turn)
        return head

    def _turn(self) -> None:
        self.show_details(is_on=not self.shows_details)
        self.turned.emit()

    def _show_side(self) -> None:
        on = self.shows_details
        self.heading.setText(self.tr("Details") if on else self.tr("Golden thread"))
        self.of.setText(self.tr("of {element}").format(element=self._name))
        self.turn.setText(self.tr("Thread") if on else self.tr("Details"))
        self.stack.setCurrentWidget(self.pages[self._kind if on else "thread"])
