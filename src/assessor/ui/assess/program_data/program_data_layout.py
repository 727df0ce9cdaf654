"""The widgets of program data: what the grid shows, the grid, and what is known of the cell one is on."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.program_data.grid_table import GridTable
from assessor.ui.assess.program_data.measure_import_page import MeasureImportPage
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.choice_fields import ChoiceBox
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.notices import EmptyState, ErrorLine
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.segments import Segments
from assessor.ui.widgets.texts import Paragraph, Text


class CellNote(Ground):
    """What is known of the cell one is on: which, how much, and what to take care of."""

    def __init__(self) -> None:
        super().__init__("canvas")
        self.which = Text("", Role.BODY_BOLD)
        self.known = Paragraph("", Role.BODY, "ink2")
        self.compared = Paragraph("", Role.BODY, "ink2")
        self.doubts = Paragraph("", Role.BODY, "watch")
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        column.setSpacing(4)
        for widget in (self.which, self.known, self.compared, self.doubts):
            column.addWidget(widget)

    def show_words(self, which: str, known: str, compared: str, doubts: str) -> None:
        """Show what is known; lines without words take no room."""
        self.which.setText(which)
        for widget, words in ((self.known, known), (self.compared, compared), (self.doubts, doubts)):
            widget.setText(words)
            widget.setVisible(bool(words))

    def paintEvent(self, event: object) -> None:
        """Paint the ground and the hairline above."""
        super().paintEvent(event)
        with painting_on(self) as painter:
            hairline(painter, 0, 0, self.width(), 1)


class GridPage(Ground):
    """What is shown above, the grid, and the note on its cell beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.frequencies = Segments([], self.tr("Periods"))
        self.measure = ChoiceBox()
        self.measure.setAccessibleName(self.tr("Measure"))
        self.charts = QuietButton(self.tr("Definitions and charts"), "chart-line")
        self.earlier = QuietButton(self.tr("Earlier periods"), "chevron-left")
        self.keys = Paragraph(
            self.tr(
                "Type a number, 0 for a true zero, nc for not collected, s for suppressed, or 7/412. Delete"
                " clears. A block copied from a spreadsheet can be pasted."
            ),
            Role.SMALL,
            "ink3",
        )
        self.problem = ErrorLine()
        self.table = GridTable()
        self.nothing = Paragraph("", Role.BODY, "ink2")
        self.note = CellNote()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.frequencies)
        top.addWidget(self.measure)
        top.addStretch(1)
        top.addWidget(self.earlier)
        top.addWidget(self.charts)
        head = QVBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 8)
        head.setSpacing(8)
        head.addLayout(top)
        for widget in (self.keys, self.problem, self.nothing):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)


class ProgramDataLayout(QWidget):
    """The grid, a table being brought in, or where to begin."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = GridPage()
        self.reading = MeasureImportPage()
        self.job = JobLine()
        self.job.setContentsMargins(PAGE_MARGIN, 4, PAGE_MARGIN, 4)
        self.empty = EmptyState(
            "chart-line",
            self.tr("Nothing is counted yet"),
            self.tr(
                "Choose a few measures and type what was counted, period by period, or bring in a table of"
                " the district or a federal school file."
            ),
            self.tr("Choose measures"),
            second=self.tr("Import a table"),
        )
        self.pages = QStackedWidget()
        for page in (self.grid, self.reading, self.empty):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.job)
        column.addWidget(self.pages, 1)
