"""The ladder for disagreements: its picture, its steps from the lowest up, and its rules."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.charts.ladders import LadderStep, draw_ladder
from assessor.charts.styles import screen_style
from assessor.operations.ladders import Ladder, LadderRuleRow, LadderStepRow
from assessor.ui.plan.step_cards import CardList, StepCard
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.svg_views import SvgView
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField
from assessor.ui.widgets.texts import Paragraph, Text

_CHART = 720
_SHARES = {"school_days": 1, "record": 3}


class LadderStepCard(StepCard):
    """A step of the ladder: who, what, how long, and what is recorded."""

    def __init__(self, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(step_id, parent)
        self.add("who", LongTextField(self.tr("Who"), role=Role.BODY_BOLD, least_lines=1))
        self.add("act", LongTextField(self.tr("What happens"), self.tr("What happens"), least_lines=1))
        self._add_row(
            clock=TextField(self.tr("Clock, in words")),
            school_days=NumberField(self.tr("School days"), least=0, most=200),
            record=TextField(self.tr("Record")),
        )
        self._add_row(
            short_title=TextField(self.tr("Name in the picture")),
            short_note=TextField(self.tr("Who joins, in the picture")),
        )

    def _add_row(self, **fields: Field) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(16)
        for name, field in fields.items():
            self.know(name, field)
            row.addWidget(field, _SHARES.get(name, 2))
        self.body.addLayout(row)

    def show_step(self, step: LadderStepRow, count: int) -> None:
        """Show a step."""
        for name, field in self.fields.items():
            field.set_value(getattr(step, name))
        self.rail.show_place(str(step.number), is_first=step.number == 0, is_last=step.number == count - 1)


class RuleCard(StepCard):
    """A rule that holds on every step."""

    def __init__(self, rule_id: str, parent: QWidget | None = None) -> None:
        super().__init__(rule_id, parent)
        self.rail.hide()
        self.add("title", TextField(self.tr("Rule"), role=Role.BODY_BOLD))
        self.add("text", LongTextField(self.tr("What it says"), self.tr("What it says"), least_lines=1))

    def show_rule(self, rule: LadderRuleRow) -> None:
        """Show a rule."""
        self.fields["title"].set_value(rule.title)
        self.fields["text"].set_value(rule.text)


class LadderDetail(Detail):
    """Shows the ladder. Steps and rules tell their id first."""

    step_edited = Signal(str, str, object)
    step_asked = Signal(str, str)
    step_added = Signal()
    rule_edited = Signal(str, str, object)
    rule_asked = Signal(str, str)
    rule_added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self._ladder = Ladder((), ())
        self._is_locked = False
        self.chart = SvgView()
        self.steps, self.rules = CardList(), CardList()
        self.add_step = QuietButton(self.tr("Step"), "plus")
        self.add_rule = QuietButton(self.tr("Rule"), "plus")
        self.add_step.clicked.connect(self.step_added)
        self.add_rule.clicked.connect(self.rule_added)
        self.column.addWidget(Text(self.tr("When we disagree"), Role.TITLE))
        about = self.tr("Time allowed for each step, counted in school days from the day it is raised.")
        self.column.addWidget(Paragraph(about))
        self.column.addWidget(self.chart)
        self.column.addWidget(SectionHeading(self.tr("Steps")))
        self.column.addWidget(self.steps)
        self.column.addWidget(self.add_step, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(SectionHeading(self.tr("Rules that hold on every step")))
        self.column.addWidget(self.rules)
        self.column.addWidget(self.add_rule, alignment=Qt.AlignmentFlag.AlignLeft)
        look().changed.connect(self._draw)

    def show_ladder(self, ladder: Ladder) -> None:
        """Show the ladder."""
        self._ladder = ladder
        self._draw()
        steps: dict[str, StepCard] = {}
        for step in ladder.steps:
            card = self.steps.cards.get(step.id) or self._made_step(step.id)
            assert isinstance(card, LadderStepCard)  # noqa: S101  # made below
            card.show_step(step, len(ladder.steps))
            steps[step.id] = card
        self.steps.arrange(steps)
        rules: dict[str, StepCard] = {}
        for rule in ladder.rules:
            made = self.rules.cards.get(rule.id) or self._made_rule(rule.id)
            assert isinstance(made, RuleCard)  # noqa: S101  # made below
            made.show_rule(rule)
            rules[rule.id] = made
        self.rules.arrange(rules)
        self.set_read_only(self._is_locked)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the ladder be read but not changed."""
        self._is_locked = is_read_only
        for card in (*self.steps.cards.values(), *self.rules.cards.values()):
            card.set_read_only(is_read_only)
        self.add_step.setVisible(not is_read_only)
        self.add_rule.setVisible(not is_read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture as wide as there is room."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        width = min(max(self.viewport().width() - 48, 320), _CHART)
        steps = [
            LadderStep(step.number, step.short_title or step.who, step.short_note, step.school_days or 0)
            for step in self._ladder.steps
        ]
        style = screen_style(look().theme)
        self.chart.show_svg(draw_ladder(steps, style, self.tr("Time allowed for each step"), width))

    def _made_step(self, step_id: str) -> LadderStepCard:
        doings = {
            "up": self.tr("Move down the ladder\tAlt+Up"),
            "down": self.tr("Move up the ladder\tAlt+Down"),
            "remove": self.tr("Remove the step"),
        }
        card = LadderStepCard(step_id)
        card.offer(doings)
        card.edited.connect(self.step_edited)
        card.asked.connect(self.step_asked)
        return card

    def _made_rule(self, rule_id: str) -> RuleCard:
        card = RuleCard(rule_id)
        card.offer({"remove": self.tr("Remove the rule")})
        card.edited.connect(self.rule_edited)
        card.asked.connect(self.rule_asked)
        return card
