"""The places of everything on the reviews screen: reviews and cycle left, one review right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from assessor.ui.evaluate.cycle_panel import CycleFoot, CyclePanel
from assessor.ui.evaluate.goal_decisions import GoalDecisions
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.detail_columns import INSET, Beside, DetailColumn
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph
from assessor.ui.widgets.title_fields import TitleField

LIST_WIDTH = 320


class ReviewDetailLayout(DetailColumn):
    """One review: when, who, what was seen and said, and what is decided goal by goal."""

    def __init__(self) -> None:
        super().__init__()
        self.title = TitleField(self.tr("Title"), self.tr("As in Fall term review"))
        self.more = IconButton("ellipsis", self.tr("More"))
        menu = QMenu(self.more)
        self.remove = menu.addAction(self.tr("Remove review"))
        self.more.setMenu(menu)
        self.fields: dict[str, Field] = {
            "title": self.title,
            "reviewed_on": DateField(self.tr("Reviewed on")),
            "next_review_on": DateField(self.tr("Next review")),
            "took_part": TextField(
                self.tr("Who took part, by role"), self.tr("As in steering group, two students")
            ),
            "what_we_saw": LongTextField(
                self.tr("What we saw"), self.tr("What the measures and the actions show")
            ),
            "feedback": LongTextField(
                self.tr("What people said of it"), self.tr("Feedback of students, families, staff, officers")
            ),
        }
        self.goals_heading = SectionHeading(self.tr("Goal by goal"))
        self.no_goals = Paragraph(
            self.tr("The plan has no goals yet; what is decided stands under each."), tone="ink3"
        )
        self.goals = GoalDecisions()
        self._lay_out()

    def _lay_out(self) -> None:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, INSET, 0)
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)
        fields = self.fields
        self.column.addWidget(top)
        self.put(
            Beside((fields["reviewed_on"], 1), (fields["next_review_on"], 1), (fields["took_part"], 2)), 12
        )
        self.put(fields["what_we_saw"], 8)
        self.put(fields["feedback"], 8)
        self.put(self.goals_heading, 8)
        self.put(Hairline())
        self.put(self.no_goals, 8)
        self.put(self.goals)


class ReviewsLayout(QWidget):
    """Reviews and the cycle left; right one review, or what the next cycle means."""

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList(self.tr("Reviews"))
        self.list.setObjectName("reviews_list")
        self.foot = CycleFoot()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.foot)
        self.empty = EmptyState(
            "clipboard-check",
            self.tr("No reviews yet"),
            self.tr(
                "A review looks at the results together: what the measures show, what people say of it, and "
                "whether each goal goes on, is adjusted or stops."
            ),
            self.tr("Record the first review"),
        )
        self.detail, self.cycle = ReviewDetailLayout(), CyclePanel()
        self.right = QStackedWidget()
        for page in (self.detail, self.cycle, self.empty):
            self.right.addWidget(page)
        self.columns = Columns("reviews")
        self.columns.add(left, LIST_WIDTH, least=240)
        self.columns.add(self.right, 780, grows=True, least=480)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
