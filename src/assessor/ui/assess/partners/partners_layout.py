"""The widgets of the partner directory and their places."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.partners.partner_detail import PartnerDetail
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton
from assessor.ui.widgets.choice_fields import ChoiceBox
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Detail, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.texts import Paragraph, Text


class GapDetail(Detail):
    """A kind of organization nobody covers: what it could offer, and the way to add one."""

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.kind = Text("", Role.TITLE, lines=2)
        self.offers = Paragraph()
        self.add = PlainButton(self.tr("Add a partner of this kind"), "plus")
        note = self.tr(
            "Not every kind is needed everywhere. A gap is worth a question: who does this here today, and "
            "whom would a counselor or an SRO call?"
        )
        for widget in (self.kind, self.offers, Paragraph(note, Role.SMALL, "ink3")):
            self.column.addWidget(widget)
        self.column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)


class PartnersLayout(QWidget):
    """List left; one partner, or a gap, right; or what this place is for, while there is nothing."""

    def __init__(self, kinds: list[str], gives: list[str]) -> None:
        super().__init__()
        self.segments = Segments([Segment("all", self.tr("All"))], self.tr("Which partners"))
        self.kinds = ChoiceBox()
        self.kinds.setAccessibleName(self.tr("Kind of organization"))
        self.add = PrimaryButton(self.tr("Partner"), "plus")
        self.list = RowList(self.tr("Partners"))
        self.detail, self.gap = PartnerDetail(kinds, gives), GapDetail()
        self.none = EmptyState(
            "handshake", self.tr("None like this"), self.tr("No partner fits. Choose another kind or state.")
        )
        self.empty = EmptyState(
            "handshake",
            self.tr("No partners yet"),
            self.tr(
                "Partners are organizations that help: with counseling, mediation, mentoring, money or "
                "staff. Note how people are referred to them, what data may pass, and until when."
            ),
            self.tr("Add a partner"),
        )
        self.details = QStackedWidget()
        for page in (self.detail, self.gap, self.none):
            self.details.addWidget(page)
        columns = Columns("partners_directory")
        columns.add(self._listing(), 440, least=260)
        columns.add(self.details, 752, grows=True, least=420)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(columns)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)

    def _listing(self) -> QWidget:
        """The list under the kind it is narrowed to."""
        listing = Ground()
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.narrowing = QWidget()
        strip = QHBoxLayout(self.narrowing)
        strip.setContentsMargins(PAGE_MARGIN - 4, 8, PAGE_MARGIN, 8)
        strip.addWidget(self.kinds)
        strip.addStretch(1)
        column.addWidget(self.narrowing)
        column.addWidget(self.list, 1)
        return listing
