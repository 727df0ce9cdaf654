"""The widgets of the document requests and their places."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from assessor.ui.assess.requests.request_detail import RequestDetail
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.headed_lists import HeadedList
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.segments import Segment, Segments


class DocumentRequestsLayout(QWidget):
    """List left, one request right; or the criteria that wait; or what this place is for."""

    def __init__(self) -> None:
        super().__init__()
        self.segments = Segments([Segment("requests", self.tr("List"))], self.tr("List or what it holds up"))
        self.copy = PlainButton(self.tr("Copy letter"), "copy")
        self.ask = PlainButton(self.tr("Mark as asked"))
        self.add = PrimaryButton(self.tr("Request"), "plus")
        self.list = HeadedList(self.tr("Document requests"))
        self.detail = RequestDetail()
        self.blocked = RowList(self.tr("Criteria that cannot be rated yet"))
        self.none_blocked = EmptyState(
            "circle-check",
            self.tr("Nothing is held up"),
            self.tr("For every criterion not rated yet, at least one document that helps is at hand."),
        )
        self.empty = EmptyState(
            "clipboard-list",
            self.tr("Nothing was asked for yet"),
            self.tr(
                "Eighteen documents show how a program is meant to work. Take the list over, add your own, "
                "send the letter, and note what came: a refusal is an answer, and so is “it does not exist”."
            ),
            self.tr("Begin with the list"),
        )
        columns = Columns("document_requests")
        columns.add(self.list, 440, least=300)
        columns.add(self.detail, 712, grows=True, least=420)
        self.pages = QStackedWidget()
        for page in (self.empty, columns, self.blocked, self.none_blocked):
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)
