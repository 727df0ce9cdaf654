"""The places of a policy review: reading left, judging right, the consequence at the foot."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.ui.assess.documents.changes_pane import ChangesPane
from assessor.ui.assess.documents.criteria_list import CriteriaList
from assessor.ui.assess.documents.reading_pane import ReadingPane
from assessor.ui.assess.documents.requirements_pane import RequirementsPane
from assessor.ui.assess.documents.review_foot import ReviewFoot
from assessor.ui.assess.documents.review_strip import CHANGES, CRITERIA, REQUIREMENTS, ReviewStrip
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PlainButton
from assessor.ui.widgets.panes import Columns, Ground
from assessor.ui.widgets.rings import Ring
from assessor.ui.widgets.texts import Text, explain

_READING, _JUDGING = 560, 632


class PolicyReviewLayout(QWidget):
    """Both panes; what stands in the page head during a review is made here too."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = ReadingPane()
        self.criteria = CriteriaList()
        self.foot = ReviewFoot()
        judging = Ground("surface")
        column = QVBoxLayout(judging)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strip = ReviewStrip()
        self.requirements = RequirementsPane()
        self.changes = ChangesPane()
        rating = QWidget()
        of_rating = QVBoxLayout(rating)
        of_rating.setContentsMargins(0, 0, 0, 0)
        of_rating.setSpacing(0)
        of_rating.addWidget(self.criteria, 1)
        of_rating.addWidget(self.foot)
        self._parts = {CRITERIA: rating, REQUIREMENTS: self.requirements, CHANGES: self.changes}
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        columns = Columns("policy_review")
        columns.add(self.reading, _READING, grows=True, least=376)
        columns.add(judging, _JUDGING, grows=True, least=468)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)
        self.back = IconButton("arrow-left", self.tr("All documents"))
        self.rated = Text("", Role.BODY, "ink2")
        self.ring = Ring(0, self.tr("Criteria rated"))
        self.next = PlainButton(self.tr("Next unrated"))
        explain(self.next, self.tr("Key N on a criterion"))

    def show_part(self, part: str) -> None:
        """Show the criteria, the state's rules or what changed beside the text."""
        self._stack.setCurrentWidget(self._parts[part])
