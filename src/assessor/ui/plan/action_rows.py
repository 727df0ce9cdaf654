"""How an action step stands in the outline: title, owner, dates, status; only what is missing has color."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from assessor.operations.outlines import ActionLine
from assessor.terms import ActionStatus
from assessor.ui.plan.columns import TITLE, Columns, columns_of
from assessor.ui.plan.row_parts import RowState, draw_owner
from assessor.ui.plan.words import action_mark
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.days import long_day, span
from assessor.ui.widgets.paint import draw_text, text_width
from assessor.ui.widgets.tags import HEIGHT, draw_tag

_HEIGHT = 40


class ActionRow:
    """Paints action steps."""

    def height(self, line: ActionLine, width: float) -> int:  # noqa: ARG002  # one line, whatever the width
        """One line."""
        return look().row_height(_HEIGHT)

    def paint(self, painter: QPainter, rect: QRectF, line: ActionLine, state: RowState) -> None:
        """Paint an action step."""
        columns = columns_of(rect.width())
        token = "ink2" if line.status in _BEHIND else "ink"
        draw_text(painter, line.title, Role.BODY, _cell(rect, TITLE, columns.title_end), token)
        self._paint_third(painter, _cell(rect, columns.owner, columns.dates), line, columns)
        paint_dates(painter, _cell(rect, columns.dates, columns.status), line)
        paint_status(painter, _cell(rect, columns.status, columns.right), line, state)

    def tip(self, line: ActionLine, x: float, width: float) -> str:
        """What is cut, the whole dates, or why the status is as it is."""
        columns = columns_of(width)
        if x >= columns.status:
            share = QCoreApplication.translate("plan", "{percent}% done.").format(percent=line.percent)
            return f"{line.why} {share}" if line.percent not in (0, 100) else line.why
        if x >= columns.dates:
            return " – ".join(long_day(day) for day in (line.start_on, line.due_on) if day)
        if x >= columns.owner:
            is_cut = text_width(line.owner, Role.BODY) > columns.dates - columns.owner - 40
            return line.owner if is_cut or not columns.shows_names else ""
        is_cut = text_width(line.title, Role.BODY) > columns.title_end - TITLE
        return line.title if is_cut else ""

    def field_at(self, x: float, width: float) -> str:
        """The field of the column."""
        columns = columns_of(width)
        if x >= columns.status:
            return "status"
        if x >= columns.dates:
            return "dates"
        return "owner" if x >= columns.owner else "title"

    def field_rect(self, field: str, rect: QRectF) -> QRectF:
        """Over the column; the status reaches back over the dates, as it needs the room."""
        columns = columns_of(rect.width())
        edges = {
            "title": (TITLE - 10, columns.title_end),
            "owner": (columns.owner - 10, max(columns.dates - 12, columns.owner + 110)),
            "dates": (columns.dates - 66, columns.status - 4),
            "status": (columns.dates - 12, columns.right + 12),
        }
        left, right = edges[field]
        return QRectF(rect.left() + left, rect.center().y() - 16, right - left, 32)

    def _paint_third(self, painter: QPainter, cell: QRectF, line: ActionLine, columns: Columns) -> None:
        nobody = QCoreApplication.translate("plan", "No owner")
        draw_owner(painter, cell, line.owner, nobody, shows_name=columns.shows_names)


def paint_dates(painter: QPainter, cell: QRectF, line: ActionLine) -> None:
    """Paint when, or that nobody said."""
    if line.has_dates:
        text = span(line.start_on, line.due_on) if line.due_on else line.rhythm
        draw_text(painter, text, Role.SMALL, cell.adjusted(0, 0, -4, 0), "ink2")
    else:
        word = QCoreApplication.translate("plan", "No dates")
        draw_text(painter, word, Role.SMALL, cell, "watch")


def paint_status(painter: QPainter, cell: QRectF, line: ActionLine, state: RowState) -> None:
    """Paint the status: a tag where it says something, plain text where it is ordinary."""
    mark = action_mark(line)
    if mark.is_plain:
        draw_text(painter, mark.word, Role.SMALL, cell, "ink2" if state.is_chosen else "ink3")
    else:
        draw_tag(painter, cell.left(), cell.center().y() - HEIGHT / 2, mark.word, mark.meaning, mark.icon)


def _cell(rect: QRectF, left: float, right: float) -> QRectF:
    return QRectF(rect.left() + left, rect.top(), max(right - left, 0), rect.height())


_BEHIND = (ActionStatus.DONE, ActionStatus.DROPPED)
