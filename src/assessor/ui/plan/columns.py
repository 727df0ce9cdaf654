"""Where the columns of the outline stand, and the head above them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.plan.timeline import Timeline
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.days import short_month
from assessor.ui.widgets.paint import draw_text, hairline, painting, text_width

HEAD = 32
NUMBER, TITLE = PAGE_MARGIN + 24, PAGE_MARGIN + 60
_STATUS, _DATES, _OWNER, _NARROW_OWNER = 137, 120, 136, 52
_ROOMY = 720


@dataclass(frozen=True)
class Columns:
    """The left edges of the columns in px, for a line so wide."""

    owner: float
    dates: float
    status: float
    right: float
    shows_names: bool

    @property
    def title_end(self) -> float:
        """Where the titles of action steps end."""
        return self.owner - 16


def columns_of(width: float) -> Columns:
    """The columns of a line `width` px wide; where it is narrow, owners are initials only."""
    is_roomy = width >= _ROOMY
    status = width - _STATUS
    dates = status - _DATES
    return Columns(
        dates - (_OWNER if is_roomy else _NARROW_OWNER), dates, status, width - PAGE_MARGIN, is_roomy
    )


class PlanHead(QHeaderView):
    """The head over the lines; `kind` says over which view it stands."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kind = kind
        self._timeline: Timeline | None = None
        self.setStretchLastSection(True)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_timeline(self, timeline: Timeline) -> None:
        """Show the months of a timeline."""
        self._timeline = timeline
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as a control."""
        return QSize(0, HEAD)

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the words."""
        width = self.viewport().width()
        with painting(painter):
            painter.fillRect(QRectF(0, 0, width, HEAD), look().color("surface"))
            hairline(painter, 0, HEAD - 1, width, HEAD)
            if self._timeline is not None:
                self._paint_months(painter, width, self._timeline)
            else:
                self._paint_words(painter, width)

    def _paint_words(self, painter: QPainter, width: int) -> None:
        columns = columns_of(width)
        first = {
            "outline": QCoreApplication.translate("plan", "Goal, objective, action"),
            "owners": QCoreApplication.translate("plan", "Owner, action"),
        }[self._kind]
        third = {
            "outline": QCoreApplication.translate("plan", "Owner"),
            "owners": QCoreApplication.translate("plan", "For"),
        }[self._kind]
        words = (
            (PAGE_MARGIN, columns.owner, first),
            (columns.owner, columns.dates, third),
            (columns.dates, columns.status, QCoreApplication.translate("plan", "Dates")),
            (columns.status, columns.right, QCoreApplication.translate("plan", "Status")),
        )
        for left, right, word in words:
            draw_text(painter, word, Role.SMALL, QRectF(left, 0, right - left - 4, HEAD - 1), "ink3")

    def _paint_months(self, painter: QPainter, width: int, timeline: Timeline) -> None:
        first = QCoreApplication.translate("plan", "Goal, action")
        draw_text(painter, first, Role.SMALL, QRectF(PAGE_MARGIN, 0, 200, HEAD - 1), "ink3")
        free_from = 0.0
        for month in timeline.months:
            left = timeline.x_of(month, width)
            word = short_month(month) if month.month == 1 or month is timeline.months[0] else f"{month:%b}"
            if left >= free_from and left + text_width(word, Role.SMALL) <= width:
                draw_text(painter, word, Role.SMALL, QRectF(left + 4, 0, 80, HEAD - 1), "ink3")
                free_from = left + text_width(word, Role.SMALL) + 16
