"""The foot of a review: what a critical criterion at 0 means for the whole, and the way to a finding."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.operations.policy_reviews import ReviewDetails
from assessor.palette import PAGE_MARGIN
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.paint import hairline, painting_on, text_width
from assessor.ui.widgets.texts import Text

_ICON, _GAP = 16, 8


class ReviewFoot(QWidget):
    """Hidden while no critical criterion is at 0."""

    draft_asked = Signal(str)
    """The criterion a finding is to be drafted from."""
    finding_asked = Signal(str)
    """The id of the finding to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion, self._finding = "", ""
        self._whole, self._brief = "", ""
        self.claim = Text("", Role.BODY_BOLD, "concern")
        self.rest = Text("", Role.BODY, "ink2")
        self.way = QuietButton("", flush=True)
        self.way.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 4, PAGE_MARGIN, 4)
        row.setSpacing(_GAP)
        row.addWidget(Icon("circle-alert", "concern", _ICON))
        row.addWidget(self.claim)
        row.addWidget(self.rest, 1)
        row.addWidget(self.way)
        self.setFixedHeight(44)
        self.hide()

    def show_review(self, review: ReviewDetails, *, is_read_only: bool) -> None:
        """Say which critical criteria are at 0, and what follows."""
        zeros = review.score.critical_zeros
        self.setVisible(bool(zeros))
        if not zeros:
            return
        self.claim.setText(self._claim(zeros))
        open_ones = [code for code in zeros if review.ratings[code].finding_id is None]
        self._criterion = open_ones[0] if open_ones else ""
        self._finding = "" if open_ones else review.ratings[zeros[0]].finding_id or ""
        cap = next(band.label for band in review.rubric.bands if band.code == review.rubric.cap_band)
        self._whole = self._brief = self.tr("The whole cannot pass “{band}”.").format(band=cap.lower())
        if not open_ones:
            whole = self.tr("The whole cannot pass “{band}”; a draft finding was made.")
            brief = self.tr("“{band}” at best; a draft finding was made.")
            self._whole, self._brief = whole.format(band=cap.lower()), brief.format(band=cap)
        several = self.tr("Draft a finding from {criterion}").format(criterion=self._criterion)
        draft = self.tr("Draft a finding") if len(zeros) == 1 else several
        self.way.setText(draft if open_ones else self.tr("Go to it"))
        self.way.setVisible(bool(self._finding) or not is_read_only)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it more briefly where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the ground and the hairline above."""
        with painting_on(self) as painter:
            painter.fillRect(QRectF(self.rect()), look().color("surface"))
            hairline(painter, 0, 0, self.width(), 1)

    def _fit(self) -> None:
        others = (self.claim, self.way)
        taken = sum(one.sizeHint().width() for one in others) + _ICON + 3 * _GAP + 2 * PAGE_MARGIN
        has_room = text_width(self._whole, Role.BODY) <= self.width() - taken
        self.rest.setText(self._whole if has_room else self._brief)

    def _claim(self, zeros: tuple[str, ...]) -> str:
        if len(zeros) == 1:
            return self.tr("{criterion} is critical and at 0.").format(criterion=zeros[0])
        if len(zeros) <= 3:
            listed = self.tr("{first} and {last}").format(first=", ".join(zeros[:-1]), last=zeros[-1])
            return self.tr("{criteria} are critical and at 0.").format(criteria=listed)
        return self.tr("{count} critical criteria are at 0.").format(count=len(zeros))

    def _ask(self) -> None:
        if self._criterion:
            self.draft_asked.emit(self._criterion)
        else:
            self.finding_asked.emit(self._finding)
