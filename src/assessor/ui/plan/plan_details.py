"""What the plan as a whole says of itself: its period, its draft, when the board meets."""

from PySide6.QtWidgets import QWidget

from assessor.operations.plans import PlanDetails
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph


class PlanForm(Form):
    """The fields of the plan that its goals are judged by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addWidget(
            Paragraph(self.tr("An objective is timed when its date lies within the period of the plan."))
        )
        self.add("starts_on", DateField(self.tr("The plan starts on")))
        self.add("ends_on", DateField(self.tr("It ends on")))
        self.add("draft", TextField(self.tr("Draft")))
        self.add("edition", TextField(self.tr("Edition"), self.tr("As in Edition 1, with results to June")))
        self.add("board_meets_on", DateField(self.tr("The board meets on")))
        self.add("adopted_on", DateField(self.tr("Adopted on")))

    def show_plan(self, plan: PlanDetails) -> None:
        """Show what is recorded of the plan."""
        self.show_values(lambda name: getattr(plan, name))
