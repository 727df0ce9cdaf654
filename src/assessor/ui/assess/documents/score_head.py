"""The head over a group of criteria: its letter, its title, and how far it reaches on a broken bar."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from assessor.analysis.rubrics import RubricBand
from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.documents.criterion_row import RIGHT
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.texts import Text

BREAKS = (0, 40, 65, 85, 100)
_WIDTH, _HEIGHT, _GAP = 96, 6, 2

BAND_MEANINGS = {
    RubricBand.WEAK: Meaning.CONCERN,
    RubricBand.DEVELOPING: Meaning.WATCH,
    RubricBand.SOUND: Meaning.GOOD,
    RubricBand.STRONG: Meaning.GOOD,
}


def percent_words(percent: Decimal | None) -> str:
    """A percentage without decimals; a dash where nothing is rated."""
    return "–" if percent is None else f"{percent.quantize(Decimal(1), ROUND_HALF_UP)}%"


class BandBar(QWidget):
    """A bar broken where bands begin, filled to a percentage in its band's color."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent, self._token = 0.0, "ring"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_score(self, percent: Decimal | None, band: RubricBand | None) -> None:
        """Show a percentage and its band; empty where there is none."""
        self._percent = float(percent or 0)
        self._token = BAND_MEANINGS[band].token if band else "ring"
        self.update()

    def sizeHint(self) -> QSize:
        """96×6."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the pieces from break to break."""
        room = self.width() - _GAP * (len(BREAKS) - 2)
        with painting_on(self) as painter:
            for number, (start, end) in enumerate(pairwise(BREAKS)):
                left = start / 100 * room + number * _GAP
                piece = QRectF(left, 0, (end - start) / 100 * room, _HEIGHT)
                painter.fillRect(piece, look().color("ring"))
                filled = max(min(self._percent, end) - start, 0) / 100 * room
                painter.fillRect(QRectF(left, 0, filled, _HEIGHT), look().color(self._token))


class ScoreHead(QWidget):
    """A title with its bar, percentage and band."""

    def __init__(
        self, code: str, title: str, bands: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._bands = title, bands
        self.bar, self.percent = BandBar(), Text("", Role.BODY_BOLD, tabular=True)
        self.percent.setFixedWidth(36)
        self.tag = Tag("")
        self._none = Text(self.tr("Not rated"), Role.SMALL, "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 12, RIGHT, 12)
        row.setSpacing(8)
        if code:
            letter = Text(code, Role.LIVE_BOLD)
            letter.setFixedWidth(24)
            row.addWidget(letter, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(title, Role.LIVE_BOLD, lines=3), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        for widget in (self.bar, self.percent, self.tag, self._none):
            row.addWidget(widget)

    def show_score(self, percent: Decimal | None, band: RubricBand | None) -> None:
        """Show how far it reaches."""
        self.bar.show_score(percent, band)
        self.percent.setText(percent_words(percent))
        is_rated = band is not None
        for widget in (self.bar, self.percent, self.tag):
            widget.setVisible(is_rated)
        self._none.setVisible(not is_rated)
        if band is not None:
            self.tag.show_as(self._bands[band.value].lower(), BAND_MEANINGS[band], "")
        words = self.tag.text() if is_rated else self._none.text()
        self.setAccessibleName(f"{self._title}: {self.percent.text()}, {words}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the hairline beneath."""
        with painting_on(self) as painter:
            hairline(painter, 0, self.height() - 1, self.width(), self.height())
