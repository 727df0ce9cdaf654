"""The widgets of the audits and their places: audits left; items and one of them, or the summary, right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from assessor.ui.assess.audits.audit_item_detail import AuditItemDetail
from assessor.ui.assess.audits.audit_item_list import AuditItemList
from assessor.ui.assess.audits.audit_summary import AuditSummary
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.rings import Ring
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.texts import Text


class AuditsLayout(QWidget):
    """Everything beneath the head, and what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.segments = Segments(
            [Segment("items", self.tr("Items")), Segment("summary", self.tr("Summary"))],
            self.tr("Items or summary"),
        )
        self.progress, self.ring = Text("", Role.BODY, "ink3"), Ring(0, self.tr("Answered"))
        self.next = PlainButton(self.tr("Next open"))
        self.add = PrimaryButton(self.tr("Audit"), "plus")
        self.list = RowList(self.tr("Audits"))
        self.items = AuditItemList(self.tr("Items"))
        self.detail, self.summary = AuditItemDetail(), AuditSummary()
        self.empty = EmptyState(
            "clipboard-check",
            self.tr("No audit yet"),
            self.tr(
                "Walk a school with sixty statements on how it and the SRO are prepared together: agreed, "
                "written, known, practiced. One key an answer. What you note is confidential and not printed."
            ),
            self.tr("Begin an audit"),
        )
        walk = Columns("audit_items")
        walk.add(self.items, 520, grows=True, least=280)
        walk.add(self.detail, 448, least=352)
        self.pages = QStackedWidget()
        self.pages.addWidget(walk)
        self.pages.addWidget(self.summary)
        whole = Columns("audits")
        whole.add(self.list, 224, least=168)
        whole.add(self.pages, 968, grows=True, least=692)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(whole)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stack)
