"""One protocol: its purpose, its steps on a rail, and the rules beside them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from assessor.operations.protocol_steps import ProtocolStepRow
from assessor.operations.protocols import ProtocolDetails
from assessor.ui.plan.branch_panels import BranchPanels
from assessor.ui.plan.step_cards import CardList, StepCard
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import LongTextField, TextField

_CLOCK = 104


class ProtocolStepCard(StepCard):
    """A step of a protocol: when, who does what, and the ways it can go on."""

    def __init__(self, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(step_id, parent)
        self.clock = TextField(self.tr("When"), self.tr("When"), Role.BODY_MEDIUM)
        self.clock.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.clock.label.hide()
        self.clock.setFixedWidth(_CLOCK)
        self.know("clock", self.clock)
        self.row.insertWidget(0, self.clock, alignment=Qt.AlignmentFlag.AlignTop)
        self.add("title", LongTextField(self.tr("Who does what"), role=Role.BODY_BOLD, least_lines=1))
        self.add("act", LongTextField(self.tr("How"), self.tr("How"), least_lines=1))
        self.branches = BranchPanels()
        self.branches.edited.connect(lambda branches: self.edited.emit(step_id, "branches", branches))
        self.body.addWidget(self.branches)
        self.offer(
            {
                "branch": self.tr("Add a way it can go on"),
                "up": self.tr("Move up\tAlt+Up"),
                "down": self.tr("Move down\tAlt+Down"),
                "remove": self.tr("Remove the step"),
            }
        )

    def show_step(self, step: ProtocolStepRow, count: int) -> None:
        """Show a step."""
        for name in ("clock", "title", "act"):
            self.fields[name].set_value(getattr(step, name))
        self.branches.show_branches(step.branches)
        self.rail.show_place("", is_first=step.number == 1, is_last=step.number == count)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the step be read but not changed."""
        super().set_read_only(is_read_only)
        self.branches.set_read_only(is_read_only)


class ProtocolDetail(Detail):
    """Shows a protocol. `edited` tells field and value; the steps tell theirs with their id first."""

    edited = Signal(str, object)
    step_edited = Signal(str, str, object)
    step_asked = Signal(str, str)
    step_added = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.head = Form()
        self.head.add("title", LongTextField(self.tr("Protocol"), role=Role.TITLE, least_lines=1))
        self.head.add("purpose", LongTextField(self.tr("What it is for"), least_lines=1))
        self.steps = CardList()
        self.add_step = QuietButton(self.tr("Step"), "plus")
        self.add_step.clicked.connect(self.step_added)
        self.rules = _RulesForm()
        self._step_heading = SectionHeading(self.tr("Steps"))
        for widget in (self.head, self._step_heading, self.steps):
            self.column.addWidget(widget)
        self.column.addWidget(self.add_step, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.rules)
        self.remove = QuietButton(self.tr("Remove this protocol"), "trash-2")
        self.remove.clicked.connect(self.removed)
        self.column.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)
        for form in (self.head, self.rules):
            form.edited.connect(self.edited)
        self._is_locked = False

    def show_protocol(self, protocol: ProtocolDetails, goals: list[Choice]) -> None:
        """Show a protocol with its steps."""
        self.rules.goal.show_choices(goals)
        for form in (self.head, self.rules):
            form.show_values(lambda name: getattr(protocol, name))
        cards: dict[str, StepCard] = {}
        for step in protocol.steps:
            card = self.steps.cards.get(step.id) or self._made(step.id)
            assert isinstance(card, ProtocolStepCard)  # noqa: S101  # made below
            card.show_step(step, len(protocol.steps))
            card.set_read_only(self._is_locked)
            cards[step.id] = card
        self.steps.arrange(cards)
        count = len(protocol.steps)
        self._step_heading.set_note(
            self.tr("1 step") if count == 1 else self.tr("{count} steps").format(count=count)
        )

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the protocol be read but not changed."""
        self._is_locked = is_read_only
        self.head.set_read_only(is_read_only)
        self.rules.set_read_only(is_read_only)
        self.add_step.setVisible(not is_read_only)
        self.remove.setVisible(not is_read_only)

    def _made(self, step_id: str) -> ProtocolStepCard:
        card = ProtocolStepCard(step_id)
        card.edited.connect(self.step_edited)
        card.asked.connect(self.step_asked)
        return card


class _RulesForm(Form):
    """The rules of a protocol in two columns."""

    def __init__(self) -> None:
        super().__init__()
        self.add_heading(self.tr("Rules of the protocol"))
        self.goal = ChoiceField(self.tr("Serves"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, (name, field) in enumerate(self._fields().items()):
            self._know(name, field)
            grid.addWidget(field, place // 2, place % 2)
        self.column.addLayout(grid)

    def _fields(self) -> dict[str, Field]:
        long = LongTextField
        return {
            "trigger": long(self.tr("When it begins")),
            "starts": long(self.tr("Who starts it")),
            "receives": long(self.tr("Who is told, in order")),
            "channel": long(self.tr("By what means")),
            "backup": long(self.tr("Back-up")),
            "time_limit": long(self.tr("Time limit")),
            "content": long(self.tr("What is said, one item a line")),
            "never_send": long(self.tr("What is never sent, one item a line")),
            "log": long(self.tr("What is logged")),
            "owner": long(self.tr("Owner")),
            "review": long(self.tr("Reviewed, in words")),
            "goal_id": self.goal,
            "in_force_on": DateField(self.tr("In force since")),
            "review_on": DateField(self.tr("Next review on")),
        }
