"""Missing: what is still to be done before leaving the site, by urgency; each line leads to where it is."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from assessor.operations.coverage_gaps import Missing, Urgency
from assessor.ui.assess.coverage.coverage_words import missing_sentence, missing_way, tr, urgency_word
from assessor.ui.widgets.headed_lists import HeadedList, LedRow, RowGroup
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.row_models import ROW_ROLE
from assessor.ui.widgets.tags import Meaning

_MEANINGS = {Urgency.OVERDUE: Meaning.CONCERN, Urgency.UNSCHEDULED: Meaning.WATCH}


class MissingPage(QStackedWidget):
    """The list, or that nothing is missing. `asked` tells place and element."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = HeadedList(self.tr("What is missing"))
        self.done = EmptyState(
            "circle-check",
            self.tr("Nothing is missing"),
            self.tr("All that was planned is done, and every question of the guides used has an answer."),
        )
        self.addWidget(self.list)
        self.addWidget(self.done)
        self._ways: dict[str, tuple[str, str]] = {}
        self.list.opened.connect(self._go)
        self.list.clicked.connect(self._clicked)

    def show_missing(self, missing: Sequence[Missing], today: date) -> None:
        """Show these, in their order."""
        self._ways = {str(place): (one.place, one.element_id) for place, one in enumerate(missing)}
        numbered = groupby(enumerate(missing), key=lambda pair: pair[1].urgency)
        self.list.show_groups(
            [
                RowGroup(
                    urgency_word(urgency),
                    tuple(_row(place, one, today) for place, one in those),
                    _MEANINGS.get(urgency, Meaning.NEUTRAL),
                )
                for urgency, those in numbered
            ]
        )
        self.setCurrentWidget(self.list if missing else self.done)

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, LedRow):
            self._go(row.element_id)

    def _go(self, element_id: str) -> None:
        if element_id in self._ways:
            self.asked.emit(*self._ways[element_id])


def _row(place: int, missing: Missing, today: date) -> LedRow:
    leads = {"sittings": tr("Open the session"), "surveys": tr("Open the survey")}
    trailing = leads.get(missing.place, tr("Show in the map") if not missing.question else tr("Show"))
    return LedRow(
        str(place),
        missing_sentence(missing, today),
        missing_way(missing, today),
        trailing=trailing,
        trailing_meaning=Meaning.ACCENT,
        lead=missing.group.value,
    )
