"""How goals and action steps stand on the calendar: a bar from start to due date, and today."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from assessor.operations.outlines import ActionLine, GoalLine
from assessor.palette import PAGE_MARGIN, RADIUS_SMALL
from assessor.ui.plan.action_rows import ActionRow
from assessor.ui.plan.columns import NUMBER, TITLE
from assessor.ui.plan.goal_rows import GoalRow
from assessor.ui.plan.row_parts import RowState, draw_chevron
from assessor.ui.plan.timeline import Timeline
from assessor.ui.plan.words import action_mark
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, hairline, icon, outline, soft_fill, text_width
from assessor.ui.widgets.tags import Meaning

_BADGE, _BAR, _LEAST_BAR = 24, 20, 8


class CalendarGoalRow(GoalRow):
    """Paints goals with a thin line over the time their action steps take."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline

    def paint(self, painter: QPainter, rect: QRectF, line: GoalLine, state: RowState) -> None:
        """Paint a goal."""
        width = rect.width()
        _paint_months(painter, rect, self.timeline)
        draw_chevron(painter, rect, state)
        badge = QRectF(rect.left() + NUMBER, rect.center().y() - _BADGE / 2, _BADGE, _BADGE)
        fill(painter, badge, "surface" if state.is_chosen else "accentsoft", RADIUS_SMALL)
        centered = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, str(line.number), Role.BODY_BOLD, badge, "accent", centered)
        left = self.timeline.left(width)
        title = QRectF(rect.left() + NUMBER + 32, rect.top(), left - NUMBER - 48, rect.height())
        draw_text(painter, line.title, Role.BODY_BOLD, title)
        days = [day for action in line.actions for day in (action.start_on, action.due_on) if day]
        if days:
            first, last = (self.timeline.x_of(day, width) for day in (min(days), max(days)))
            middle = rect.center().y()
            span = QRectF(rect.left() + first, middle - 2, max(last - first, 4), 4)
            fill(painter, span, "ring", 2)
            fill(painter, QRectF(span.left(), span.top(), span.width() * line.percent / 100, 4), "accent", 2)
        _paint_today(painter, rect, self.timeline)

    def tip(self, line: GoalLine, x: float, width: float) -> str:
        """The title where it is cut."""
        room = self.timeline.left(width) - NUMBER - 48
        return (
            line.title
            if x < self.timeline.left(width) and text_width(line.title, Role.BODY_BOLD) > room
            else ""
        )

    def is_on_tag(self, line: GoalLine, x: float, width: float) -> bool:  # noqa: ARG002  # there is no tag here
        """Never."""
        return False


class CalendarActionRow(ActionRow):
    """Paints action steps as bars."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline

    def paint(self, painter: QPainter, rect: QRectF, line: ActionLine, state: RowState) -> None:
        """Paint an action step."""
        width = rect.width()
        _paint_months(painter, rect, self.timeline)
        left = self.timeline.left(width)
        title = QRectF(rect.left() + TITLE, rect.top(), left - TITLE - 16, rect.height())
        draw_text(painter, line.title, Role.BODY, title)
        if line.due_on is None and line.start_on is None:
            self._paint_undated(painter, rect, line, left, state)
        else:
            self._paint_bar(painter, rect, line)
        _paint_today(painter, rect, self.timeline)

    def tip(self, line: ActionLine, x: float, width: float) -> str:
        """Before the months what is cut; over them status and owner."""
        if x < self.timeline.left(width):
            return (
                line.title
                if text_width(line.title, Role.BODY) > self.timeline.left(width) - TITLE - 16
                else ""
            )
        return ", ".join(part for part in (line.owner, line.why) if part)

    def field_at(self, x: float, width: float) -> str:
        """The title, and over the months the dates."""
        return "dates" if x >= self.timeline.left(width) else "title"

    def field_rect(self, field: str, rect: QRectF) -> QRectF:
        """Over the title, or at the beginning of the months."""
        left = self.timeline.left(rect.width())
        edges = {"title": (TITLE - 10, left - 8), "owner": (left, left + 180), "dates": (left, left + 220)}
        start, end = edges.get(field, (left, left + 230))
        return QRectF(rect.left() + start, rect.center().y() - 16, end - start, 32)

    def _paint_undated(
        self, painter: QPainter, rect: QRectF, line: ActionLine, left: float, state: RowState
    ) -> None:
        today = self.timeline.x_of(self.timeline.today, rect.width())
        place = QRectF(rect.left() + max(left, today) + 8, rect.top(), rect.width() - left, rect.height())
        if line.rhythm:
            draw_text(painter, line.rhythm, Role.SMALL, place, "ink2" if state.is_chosen else "ink3")
            return
        icon(painter, "circle-alert", "watch", place.left(), rect.center().y() - 7, 14)
        word = QCoreApplication.translate("plan", "No dates")
        draw_text(painter, word, Role.SMALL, place.adjusted(20, 0, 0, 0), "watch")

    def _paint_bar(self, painter: QPainter, rect: QRectF, line: ActionLine) -> None:
        bar = QRectF(rect.left(), rect.center().y() - _BAR / 2, 0, _BAR)
        first, last = _ends(line)
        bar.setLeft(rect.left() + self.timeline.x_of(first, rect.width()))
        bar.setRight(
            rect.left() + max(self.timeline.x_of(last, rect.width()), bar.left() - rect.left() + _LEAST_BAR)
        )
        mark = action_mark(line)
        if mark.meaning is Meaning.NEUTRAL:
            fill(painter, bar, "chip", RADIUS_SMALL)
            outline(painter, bar, "edge", RADIUS_SMALL)
        else:
            soft_fill(painter, bar, mark.meaning.value, RADIUS_SMALL)
            outline(painter, bar, mark.meaning.value, RADIUS_SMALL)
        if 0 < line.percent < 100:
            done = QRectF(bar.left() + 1, bar.bottom() - 4, (bar.width() - 2) * line.percent / 100, 3)
            fill(painter, done, mark.meaning.token, 1)
        word = "" if mark.is_plain else mark.word
        beside = " · ".join(part for part in (word, line.owner) if part)
        room = QRectF(
            bar.right() + 8, rect.top(), rect.right() - PAGE_MARGIN - bar.right() - 8, rect.height()
        )
        width = text_width(beside, Role.SMALL)
        if width > room.width():
            room = QRectF(
                max(bar.left() - 8 - width, rect.left() + self.timeline.left(rect.width())),
                rect.top(),
                width + 1,
                rect.height(),
            )
        draw_text(painter, beside, Role.SMALL, room, mark.meaning.token if word else "ink2")


def _ends(line: ActionLine) -> tuple[date, date]:
    days = [day for day in (line.start_on, line.due_on) if day]
    return days[0], days[-1]


def _paint_months(painter: QPainter, rect: QRectF, timeline: Timeline) -> None:
    for month in timeline.months:
        x = rect.left() + timeline.x_of(month, rect.width())
        hairline(painter, x, rect.top(), x + 1, rect.bottom())


def _paint_today(painter: QPainter, rect: QRectF, timeline: Timeline) -> None:
    if not timeline.months[0] <= timeline.today:
        return
    x = rect.left() + timeline.x_of(timeline.today, rect.width())
    painter.setPen(QPen(look().color("accent"), 1))
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
