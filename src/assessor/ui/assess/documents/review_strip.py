"""The line over the judging side of a review: what it shows, and whose reading it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from assessor.operations.second_readings import ReadingRow
from assessor.palette import PAGE_MARGIN
from assessor.ui.theme import look
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.segments import Segment, Segments

CRITERIA, REQUIREMENTS, CHANGES = "criteria", "requirements", "changes"
_HEIGHT = 48


class ReviewStrip(QWidget):
    """Segments at the left, the reader at the right. `reader_chosen` tells the id of another reading."""

    reader_chosen = Signal(str)
    second_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.views = Segments([Segment(CRITERIA, self.tr("Criteria"))], self.tr("Shown beside the text"))
        self.reader = QuietButton("", "users", flush=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, 8)
        row.setSpacing(8)
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self.reader)

    def show_views(self, not_met: int, *, has_earlier: bool) -> None:
        """Offer the criteria, the state's rules with how many are not met, and what changed."""
        count = self.tr("{count} not met").format(count=not_met) if not_met else ""
        views = [
            Segment(CRITERIA, self.tr("Criteria")),
            Segment(REQUIREMENTS, self.tr("State rules"), count=count),
        ]
        if has_earlier:
            views.append(Segment(CHANGES, self.tr("What changed")))
        self.views.show_segments(views)

    def show_readings(self, readings: Sequence[ReadingRow], current: str, *, can_begin: bool) -> None:
        """Say whose reading is shown, and offer the others."""
        shown = next((row for row in readings if row.id == current), None)
        self.reader.setVisible(shown is not None)
        if shown is None:
            return
        self.reader.setText(_name(shown, self.tr("One reader")))
        name = self.tr("Reading of {reader}").format(reader=_name(shown, self.tr("one reader")))
        self.reader.setAccessibleName(name)
        menu = QMenu(self.reader)
        for row in readings:
            words = self.tr("{reader}, {rated} rated").format(
                reader=_name(row, self.tr("One reader")), rated=row.rated
            )
            action = menu.addAction(words, partial(self.reader_chosen.emit, row.id))
            action.setCheckable(True)
            action.setChecked(row.id == current)
        if can_begin:
            menu.addSeparator()
            menu.addAction(self.tr("Begin a second reading…"), self.second_asked.emit)
        before = self.reader.menu()
        self.reader.setMenu(menu)
        if before is not None:
            before.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint ground and hairline."""
        with painting_on(self) as painter:
            painter.fillRect(self.rect(), look().color("surface"))
            hairline(painter, 0, self.height() - 1, self.width(), self.height())


def _name(row: ReadingRow, nobody: str) -> str:
    return row.reviewer or nobody
