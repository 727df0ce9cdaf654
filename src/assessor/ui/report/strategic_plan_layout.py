"""Where everything on the report screen stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.ui.report.gate import Gate
from assessor.ui.report.section_list import SectionList
from assessor.ui.report.words_page import WordsPage
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.notices import EmptyState, Icon
from assessor.ui.widgets.pages_view import PagesView
from assessor.ui.widgets.panes import Columns, Ground
from assessor.ui.widgets.texts import Text

_SECTIONS, _PAGES, _GATE = 288, 608, 296


class PagesPane(Ground):
    """The pages, above them what is being printed or that they are old, below them which are in view."""

    def __init__(self) -> None:
        super().__init__("canvas")
        self.job = JobLine()
        self.old = QWidget()
        self.print_anew = QuietButton(self.tr("Print anew"), "refresh-cw")
        self.pages = PagesView()
        self.waiting = EmptyState(
            "file-text",
            self.tr("The pages come here"),
            self.tr("The plan is printed from the record, as it will be on paper."),
            self.tr("Print the pages"),
        )
        self.in_view = Text("", Role.BODY, "ink3")
        self.zoom = IconButton("scan-search", self.tr("One page or two"))
        row = QHBoxLayout(self.old)
        row.setContentsMargins(24, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(Icon("clock", "watch", 16))
        row.addWidget(Text(self.tr("The record changed since these pages were printed."), Role.BODY, "ink2"))
        row.addStretch(1)
        row.addWidget(self.print_anew)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 4, 12, 4)
        foot.addStretch(1)
        foot.addWidget(self.in_view, alignment=Qt.AlignmentFlag.AlignCenter)
        foot.addStretch(1)
        foot.addWidget(self.zoom)
        self.job.setContentsMargins(24, 0, 24, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.job)
        column.addWidget(self.old)
        column.addWidget(self.pages, 1)
        column.addWidget(self.waiting, 1)
        column.addLayout(foot)
        self.old.hide()
        self.show_waiting(True)

    def show_waiting(self, is_waiting: bool) -> None:
        """Whether there are no pages to show yet."""
        self.pages.setVisible(not is_waiting)
        self.waiting.setVisible(is_waiting)
        self.zoom.setVisible(not is_waiting)
        self.in_view.setVisible(not is_waiting)


class StrategicPlanLayout(QWidget):
    """Sections left, pages or words in the middle, the gate right."""

    def __init__(self) -> None:
        super().__init__()
        self.sections = SectionList(self.tr("Sections"))
        self.pane = PagesPane()
        self.words = WordsPage()
        self.gate = Gate()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.pane)
        self.middle.addWidget(self.words)
        left = Ground("surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        heading = Text(self.tr("Sections"), Role.BODY_BOLD)
        heading.setContentsMargins(24, 0, 24, 0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(heading)
        column.addLayout(head)
        column.addWidget(self.sections, 1)
        columns = Columns("strategic_plan")
        columns.add(left, _SECTIONS, least=220)
        columns.add(self.middle, _PAGES, grows=True, least=320)
        columns.add(self.gate, _GATE, least=240)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)
