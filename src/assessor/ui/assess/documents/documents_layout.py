"""The places of the documents screen: nothing yet, the list with its detail, or a review."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.documents.document_facts import DocumentFacts
from assessor.ui.assess.documents.policy_review_layout import PolicyReviewLayout
from assessor.ui.widgets.buttons import PrimaryButton
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList


class DocumentsLayout(QWidget):
    """Three pages under one line for what is being imported."""

    def __init__(self) -> None:
        super().__init__()
        self.add = PrimaryButton(self.tr("Import document"), "file-plus")
        self.add.setObjectName("import_document")
        self.job = JobLine()
        self.job.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        self.list = RowList(self.tr("Documents"))
        self.list.setObjectName("documents_list")
        self.facts = DocumentFacts()
        self.review = PolicyReviewLayout()
        self.empty = EmptyState(
            "file-text",
            self.tr("No documents yet"),
            self.tr(
                "Bring in the agreement, board policies and agency procedures as PDF, Word, OpenDocument or "
                "text. Read them beside the criteria, rate each, and mark the words a rating rests on."
            ),
            self.tr("Import document"),
        )
        self.columns = Columns("documents")
        self.columns.add(self.list, 352, least=260)
        self.columns.add(self.facts, 600, grows=True, least=480)
        self.pages = QStackedWidget()
        for page in (self.empty, self.columns, self.review):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.job)
        column.addWidget(self.pages, 1)
