"""The training catalog: what can be taught, to whom, for how long, and taking it over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.operations.trainings import CatalogRow
from assessor.ui.plan.reading import Reading
from assessor.ui.plan.take_over_page import TakeOverPage
from assessor.ui.typeface import Role
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.sections import Fact, FactsStrip, SectionHeading
from assessor.ui.widgets.texts import Paragraph, Text


class TrainingCatalogPage(TakeOverPage):
    """Sessions of the catalog at the left, one of them at the right. `taken` tells the code."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.offer = Reading()
        super().__init__("training_catalog", self.tr("Training catalog"), self.offer, parent)
        self._rows: dict[str, CatalogRow] = {}

    def show_catalog(self, rows: list[CatalogRow]) -> None:
        """Show what is offered."""
        self._rows = {row.code: row for row in rows}
        self.list.show_rows([self._list_row(row) for row in rows])
        self.show_offer(self.list.chosen_id)

    def show_offer(self, chosen: str) -> None:
        """Show what a session is about."""
        row = self._rows.get(chosen)
        if row is None:
            return
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Text(row.title, Role.TITLE, lines=2))
        column.addWidget(FactsStrip([Fact(row.code, self.tr("Code")), Fact(row.audience, self.tr("For"))]))
        column.addWidget(Paragraph(row.length))
        column.addWidget(SectionHeading(self.tr("What it covers")))
        column.addWidget(Paragraph("\n".join(f"•  {item}" for item in row.content)))
        if row.is_core:
            core = self.tr(
                "Part of the core set: for every officer and at least one administrator per school."
            )
            column.addWidget(Paragraph(core, Role.BODY, "ink3"))
        self.offer.show_body(body)

    def take(self, chosen: str) -> None:
        """Tell what is to be taken over."""
        self.taken.emit(chosen)

    def _list_row(self, row: CatalogRow) -> ListRow:
        trailing = self.tr("In the plan") if row.is_taken else self.tr("Core") if row.is_core else ""
        return ListRow(row.code, row.title, f"{row.code} · {row.audience}", trailing=trailing)
