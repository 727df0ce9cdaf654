"""What is recorded of an objective: its five questions, its measure and course, who and why."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.analysis.smart import SmartFact
from assessor.operations.objectives import ObjectiveDetails, TiedMeasure
from assessor.palette import RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    fill,
    outline,
    painting_on,
    soft_fill,
)
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField

_CELL, _TEXT, _GAP = 20, 32, 8
LIBRARY = "library:"


class SmartList(QWidget):
    """The five questions, each with why it is met, or what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Sequence[SmartFact] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("SMART"))

    def show_facts(self, facts: Sequence[SmartFact]) -> None:
        """Show the five facts."""
        self._facts = facts
        self.setAccessibleDescription(" ".join(f"{fact.letter}: {fact.why} {fact.to_do}" for fact in facts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The sentences wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all five."""
        return sum(max(lines.height, _CELL) + _GAP for _, lines in self._laid(width))

    def sizeHint(self) -> QSize:
        """The sentences at a side panel's width."""
        return QSize(272, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """The whole of it: the panel scrolls."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint letters and sentences."""
        top = 0.0
        with painting_on(self) as painter:
            for fact, lines in self._laid(self.width()):
                cell = QRectF(0, top, _CELL, _CELL)
                if fact.met:
                    soft_fill(painter, cell, "good", RADIUS_SMALL)
                else:
                    fill(painter, cell, "surface", RADIUS_SMALL)
                    outline(painter, cell, "watch", RADIUS_SMALL)
                token = "good" if fact.met else "watch"  # a token of the palette
                draw_text(painter, fact.letter, Role.SMALL_BOLD, cell, token, Qt.AlignmentFlag.AlignHCenter)
                place = QRectF(_TEXT, top + 2, self.width() - _TEXT, lines.height)
                draw_lines(painter, lines, place, "ink2" if fact.met else "watch")
                top += max(lines.height, _CELL) + _GAP

    def _laid(self, width: int) -> list[tuple[SmartFact, Lines]]:
        return [
            (fact, break_lines(f"{fact.why} {fact.to_do}".strip(), Role.SMALL, max(width - _TEXT, 1)))
            for fact in self._facts
        ]


class ObjectiveForm(Form):
    """The fields of an objective. `measure_tied` tells the measure's id, `library:K06`, or None."""

    measure_tied = Signal(object)
    course_set = Signal(str, object)
    """Name (baseline, target, target_on, baseline_plan) and value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add("text", LongTextField(self.tr("Objective"), role=Role.BODY_MEDIUM, least_lines=2))
        self.smart = SmartList()
        self.column.addWidget(self.smart)
        self.add("who", TextField(self.tr("Who it changes, or who does it")))
        self.add_heading(self.tr("Measure"))
        self.measure = ChoiceField(self.tr("What tells whether it is reached"))
        self.column.addWidget(self.measure)
        self.course = Form()
        self.course.add_beside(
            baseline=NumberField(self.tr("Baseline")), target=NumberField(self.tr("Target"))
        )
        self.course.add("target_on", DateField(self.tr("To be reached on")))
        self.course.add("baseline_plan", TextField(self.tr("How the baseline will be taken")))
        self.column.addWidget(self.course)
        self.add("due_on", DateField(self.tr("To be reached on")))
        self.add(
            "attainable_reason",
            LongTextField(
                self.tr("Why it can be reached"), self.tr("Where the step is large"), least_lines=1
            ),
        )
        self.add("milestones", LongTextField(self.tr("Milestones, one a line"), least_lines=2))
        self.add("review_note", LongTextField(self.tr("How and when it is reviewed"), least_lines=1))
        self.measure.edited.connect(self.measure_tied)
        self.course.edited.connect(self.course_set)

    def show_objective(
        self,
        objective: ObjectiveDetails,
        facts: Sequence[SmartFact],
        measures: Sequence[TiedMeasure],
        library: Sequence[tuple[str, str]],
    ) -> None:
        """Show an objective and the measures it can be told by."""
        self.show_values(lambda name: getattr(objective, name))
        self.smart.show_facts(facts)
        choices = [Choice(None, self.tr("None yet"))]
        choices += [Choice(each.id, f"{each.code}, {each.title}") for each in measures]
        choices += [Choice(LIBRARY + code, f"{code}, {name}") for code, name in library]
        self.measure.show_choices(choices)
        measure = objective.measure
        self.measure.set_value(None if measure is None else measure.id)
        self.course.setVisible(measure is not None)
        self.fields["due_on"].setVisible(measure is None)
        if measure is not None:
            self.course.show_values(lambda name: getattr(measure, name))
            self.course.fields["baseline_plan"].setVisible(measure.baseline is None)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        super().set_read_only(is_read_only)
        self.course.set_read_only(is_read_only)
        self.measure.set_read_only(is_read_only)
