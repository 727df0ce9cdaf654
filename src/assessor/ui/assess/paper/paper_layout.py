"""The widgets of the paper forms and their places: batches left; one of them right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from assessor.ui.assess.paper.batch_page import BatchPage
from assessor.ui.assess.paper.comparison_page import ComparisonPage
from assessor.ui.assess.paper.sheet_page import SheetPage
from assessor.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.segments import Segment, Segments

BATCH, TYPING, AGAIN, COMPARING = "batch", "typing", "again", "comparing"


class PaperLayout(QWidget):
    """Everything beneath the head, and what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.back = IconButton("arrow-left", self.tr("Back to the surveys"))
        self.segments = self._parts()
        self.take_out = PlainButton(self.tr("Take out of the wave"))
        self.bring_in = PlainButton(self.tr("Bring into the wave"), "check")
        self.add = PrimaryButton(self.tr("Batch"), "plus")
        self.list = RowList(self.tr("Batches"))
        self.batch, self.sheet, self.comparison = BatchPage(), SheetPage(), ComparisonPage()
        self.done = EmptyState(
            "check",
            self.tr("Every form was typed twice"),
            self.tr("Compare the two entries, and settle what differs by looking at the paper."),
            self.tr("Compare"),
        )
        self.empty = self._nothing_yet()
        self.pages = QStackedWidget()
        for page in (self.batch, self.sheet, self.comparison, self.done):
            self.pages.addWidget(page)
        self.whole = Columns("paper")
        self.whole.add(self.list, 248, least=180)
        self.whole.add(self.pages, 944, grows=True, least=560)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.whole)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stack)

    def _parts(self) -> Segments:
        return Segments(
            [
                Segment(BATCH, self.tr("Batch")),
                Segment(TYPING, self.tr("Type")),
                Segment(AGAIN, self.tr("Type again, blind")),
                Segment(COMPARING, self.tr("Compare")),
            ],
            self.tr("Part of the work on a batch"),
        )

    def _nothing_yet(self) -> EmptyState:
        return EmptyState(
            "file-text",
            self.tr("No paper forms yet"),
            self.tr(
                "Forms that came back on paper are typed here, one key an answer, and twice where it must be"
                " sure. They join the wave like the answers of any other tool."
            ),
            self.tr("Begin a batch"),
        )
