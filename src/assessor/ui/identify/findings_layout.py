"""The places of everything on the findings screen: list, detail, and the map beside or beneath it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.identify.code_picker import CodePicker
from assessor.ui.identify.evidence_chain import EvidenceChain
from assessor.ui.identify.evidence_picker import EvidencePicker
from assessor.ui.identify.finding_head import INSET, FindingHead
from assessor.ui.identify.finding_links import GoalLinks, MissingStrengths
from assessor.ui.identify.findings_map import FindingsMap, KindLegend
from assessor.ui.identify.plan_fields import PlanFields
from assessor.ui.identify.ratings_panel import RatingsPanel, RatingsStrip
from assessor.ui.identify.who_raised import WhoRaised
from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Detail, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.texts import Text

LIST_WIDTH, SIDE_WIDTH = 352, 344
FOLDS_BELOW = 1100


class FindingDetailLayout(Detail):
    """The detail of one finding, from its tags down to what it brings to the plan."""

    def __init__(self) -> None:
        super().__init__(spacing=0)
        self.finding_head = FindingHead()
        self.codes = CodePicker()
        self.strip = RatingsStrip()
        self.ratings = RatingsPanel()
        self.evidence_heading = SectionHeading(self.tr("Evidence"), action=self.tr("Add"))
        self.picker = EvidencePicker(self.tr("Tie"), can_count_against=True)
        self.chain = EvidenceChain()
        self.no_evidence = Text(self.tr("Nothing is tied to it yet."), Role.BODY, "ink3")
        self.plan = PlanFields()
        inner = self.widget()
        whole = inner.layout() if inner else None
        if whole is not None:
            whole.setContentsMargins(PAGE_MARGIN - INSET, 16, PAGE_MARGIN - INSET, 24)
        for widget, above in (
            (self.finding_head, 0),
            (self.codes, 8),
            (self.strip, 8),
            (self.ratings, 16),
            (self.evidence_heading, 10),
            (self.picker, 4),
            (self.no_evidence, 4),
            (self.chain, 4),
            (Hairline(), 24),
            (self.plan, 12),
        ):
            self._add(widget, above)
        for folded in (self.codes, self.ratings, self.picker, self.no_evidence):
            folded.hide()

    def _add(self, widget: QWidget, above: int) -> None:
        """Add a part with its own space above, which goes with it when it is folded."""
        inset = 0 if widget is self.finding_head else INSET
        self.column.addWidget(_Part(widget, inset, above))


class _Part(QWidget):
    """Holds a part with space around it, and is there only while the part is."""

    def __init__(self, part: QWidget, inset: int, above: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, above, inset, 0)
        column.addWidget(part)
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the part."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)


class SideLayout(QWidget):
    """What stands beside the detail: the map, who raised it, the goals."""

    def __init__(self) -> None:
        super().__init__()
        self.map = FindingsMap()
        self.unrated = Text("", Role.SMALL, "ink3")
        self.who = WhoRaised()
        self.goals = GoalLinks()
        self.strengths = MissingStrengths()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(self.tr("Impact and effort"), Role.BODY_BOLD))
        column.addSpacing(8)
        column.addWidget(self.map)
        column.addSpacing(8)
        column.addWidget(KindLegend())
        column.addWidget(self.unrated)
        column.addSpacing(16)
        column.addWidget(Hairline())
        column.addSpacing(16)
        column.addWidget(Text(self.tr("Who raised it"), Role.BODY_BOLD))
        column.addSpacing(4)
        column.addWidget(self.who)
        column.addSpacing(12)
        column.addWidget(Hairline())
        column.addWidget(self.goals)
        column.addWidget(Hairline())
        column.addSpacing(8)
        column.addWidget(self.strengths)

    def stand_in(self, inset: int, above: int) -> None:
        """Keep so far from the sides and from what stands above."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(inset, above, inset, 0)


class FindingsLayout(QWidget):
    """The whole content: nothing yet, the evidence to start from, or list, detail and side."""

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList(self.tr("Findings"))
        self.list.setObjectName("findings_list")
        self.detail = FindingDetailLayout()
        self.side = SideLayout()
        self.side_pane = Detail("canvas", spacing=0)
        self.side_pane.column.addWidget(self.side)
        self.none_of_kind = EmptyState("lightbulb", self.tr("None of this kind yet"), "", "")
        self.empty = EmptyState(
            "lightbulb",
            self.tr("No findings yet"),
            self.tr(
                "A finding is a plain claim with its evidence beside it. "
                "Start from a marked passage, a remark or a survey result."
            ),
            self.tr("Look through the evidence"),
        )
        self.start = EvidencePicker(self.tr("Draft a finding from this"), can_count_against=False)
        self.columns = Columns("findings")
        self.columns.add(self.list, LIST_WIDTH, least=260)
        self.columns.add(self.detail, 496, grows=True, least=400)
        self.columns.add(self.side_pane, SIDE_WIDTH, least=280)
        self.pages = QStackedWidget()
        for page in (self.empty, self._start_page(), self.columns, self.none_of_kind):
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)
        self._is_folded = False

    @property
    def is_folded(self) -> bool:
        """Whether map and groups stand under the detail."""
        return self._is_folded

    def show_page(self, page: QWidget) -> None:
        """Show one of `empty`, `start`, `columns`, `none_of_kind`."""
        self.pages.setCurrentWidget(self._start if page is self.start else page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side under the detail where there is no room beside it."""
        super().resizeEvent(event)
        folds = self.width() < FOLDS_BELOW
        if folds != self._is_folded:
            self._is_folded = folds
            (self.detail if folds else self.side_pane).column.addWidget(self.side)
            self.side.stand_in(INSET if folds else 0, 24 if folds else 0)
            self.side_pane.setVisible(not folds)

    def _start_page(self) -> QWidget:
        self._start = Ground("surface")
        column = QVBoxLayout(self._start)
        column.setContentsMargins(24, 16, 24, 16)
        said = self.tr("Choose what to start from. A draft is made of it, with the evidence tied.")
        column.addWidget(Text(said, Role.BODY, "ink2"))
        column.addSpacing(8)
        column.addWidget(self.start)
        self.start.setMaximumWidth(720)
        column.setAlignment(self.start, Qt.AlignmentFlag(0))
        return self._start
