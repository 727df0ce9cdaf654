"""The bar above survey results: which view of them, as chart or as table, and what can be done with it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.surveys.survey_words import say
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.texts import Text

RESULTS, PROFILE, SIDES, RATES, CHANGES, BREAKDOWN = (
    "results", "profile", "sides", "rates", "changes", "breakdown",
)  # fmt: skip
_VIEWS = (
    (RESULTS, QT_TRANSLATE_NOOP("surveys", "Constructs")),
    (SIDES, QT_TRANSLATE_NOOP("surveys", "Side by side")),
    (PROFILE, QT_TRANSLATE_NOOP("surveys", "Profile")),
    (RATES, QT_TRANSLATE_NOOP("surveys", "Response")),
    (CHANGES, QT_TRANSLATE_NOOP("surveys", "Change")),
    (BREAKDOWN, QT_TRANSLATE_NOOP("surveys", "Breakdown")),
)
_CHART, _TABLE = "chart", "table"
_HEIGHT = 48


class ViewBar(QWidget):
    """`viewed` tells the view chosen, `turned` whether numbers are shown as tables."""

    viewed = Signal(str)
    turned = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.views = Segments([], self.tr("View of the results"))
        self.shape = Segments(
            [Segment(_CHART, self.tr("Chart")), Segment(_TABLE, self.tr("Table"))],
            self.tr("Charts, or their numbers as tables"),
        )
        self.line = Text("", Role.BODY, "ink3")
        self.copy = IconButton("copy", self.tr("Copy the numbers"))
        self.print = QuietButton(self.tr("Print results…"), "printer")
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN - 12, 0)
        row.setSpacing(8)
        row.addWidget(self.views)
        row.addSpacing(8)
        row.addWidget(self.line, 1)
        for widget in (self.copy, self.shape, self.print):
            row.addWidget(widget)
        self.copy.hide()
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.views.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.views.chosen.connect(self.viewed)
        self.shape.chosen.connect(self._turn)

    @property
    def is_table(self) -> bool:
        """Whether numbers are shown as tables."""
        return self.shape.key == _TABLE

    def show_views(self, *, has_constructs: bool) -> None:
        """Offer the views that say something; the one chosen stays where it can."""
        keys = {key for key, _ in _VIEWS} if has_constructs else {RESULTS, RATES, BREAKDOWN}
        self.views.show_segments([Segment(key, say(word)) for key, word in _VIEWS if key in keys])

    def _turn(self, _key: str) -> None:
        self.copy.setVisible(self.is_table)
        self.turned.emit(self.is_table)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the hairline beneath."""
        with painting_on(self) as painter:
            hairline(painter, 0, self.height() - 1, self.width(), self.height())
