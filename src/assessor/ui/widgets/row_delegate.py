"""How a row of a list is painted."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from assessor.palette import PAGE_MARGIN, RADIUS_SMALL, SELECTION_BAR
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.group_marks import draw_raised
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    fill,
    hairline,
    icon,
    outline,
    painting,
    text_width,
)
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex, ListRow
from assessor.ui.widgets.tags import Meaning, draw_tag, tag_width
from assessor.ui.widgets.texts import plain_tip

_ICON, _ICON_GAP, _PADDING, _MARK_STEP, _GAP = 16, 8, 12, 16, 8
_NUMBER_WIDTH = 32
_MOST_TRAILING = 0.7  # of a row: what stands before it keeps the rest
_NUMBER_COLORS = {2: ("ink", "surface"), 1: ("accentmid", "ink"), 0: ("chip", "ink2")}


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, *, ruled: bool = True) -> bool:
    """Paint the ground every row has: fill, bar, hairline, focus. Returns whether the row is selected."""
    rect = QRectF(option.rect)
    state = option.state
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    token = "accentsoft" if is_selected else "canvas" if is_hovered else "surface"
    painter.fillRect(rect, look().color(token))
    if ruled:
        hairline(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom())
    if is_selected:
        painter.fillRect(
            QRectF(rect.left(), rect.top(), SELECTION_BAR, rect.height()), look().color("accent")
        )
        if look().theme.soft_outline:
            outline(painter, rect, "accent", 0, look().theme.soft_outline)
    if is_selected and state & QStyle.StateFlag.State_HasFocus and _by_keyboard(option):
        outline(painter, rect, "accent", 0, 1)
    return is_selected


def _by_keyboard(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_KeyboardFocusChange)


class RowDelegate(QStyledItemDelegate):
    """Paints ListRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the title's lines and the second line need."""
        row = index.data(ROW_ROLE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        if not isinstance(row, ListRow):
            return QSize(width, 44)
        height = _title(row, width).height + 2 * look().padding(_PADDING) + 1
        has_second = row.second or row.raised or row.trailing
        return QSize(width, height + (22 if has_second else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ListRow):
            return
        with painting(painter):
            is_selected = paint_row_ground(painter, option)
            rect = QRectF(option.rect)
            top = rect.top() + look().padding(_PADDING)
            left = rect.left() + PAGE_MARGIN
            if row.icon:
                icon(painter, row.icon, row.icon_meaning.token, left, top + 2, _ICON)
            title = _title(row, int(rect.width()))
            text = QRectF(_text_left(rect.left(), row), top, title.width + 1, title.height)
            draw_lines(painter, title, text)
            self._paint_right(painter, row, rect, top)
            self._paint_second(painter, row, rect, text.bottom() + 4, is_selected)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say a title that is cut in full."""
        row = index.data(ROW_ROLE)
        if isinstance(row, ListRow) and _title(row, view.viewport().width()).is_cut:
            QToolTip.showText(event.globalPos(), plain_tip(row.title), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_right(self, painter: QPainter, row: ListRow, rect: QRectF, top: float) -> None:
        right = rect.right() - PAGE_MARGIN
        if row.number:
            ground, ink = _NUMBER_COLORS[row.number_rank]
            width = _number_width(row)
            cell = QRectF(right - width, top, width, 20)
            fill(painter, cell, ground, RADIUS_SMALL)
            draw_text(
                painter, row.number, Role.SMALL_BOLD, cell, ink, Qt.AlignmentFlag.AlignHCenter, tabular=True
            )
        elif row.tag:
            width = tag_width(row.tag, row.tag_meaning.icon)
            draw_tag(painter, right - width, top, row.tag, row.tag_meaning, row.tag_meaning.icon)

    def _paint_second(
        self, painter: QPainter, row: ListRow, rect: QRectF, top: float, is_selected: bool
    ) -> None:
        quiet = "ink2" if is_selected else "ink3"
        x, right = _text_left(rect.left(), row), rect.right() - PAGE_MARGIN
        if row.trailing:
            width = min(text_width(row.trailing, Role.SMALL), (right - x) * _MOST_TRAILING)
            token = quiet if row.trailing_meaning is Meaning.NEUTRAL else row.trailing_meaning.token
            draw_text(painter, row.trailing, Role.SMALL, QRectF(right - width, top, width, 18), token)
            right -= width + _GAP
        for group, raised in row.raised:
            draw_raised(painter, group, raised, x, top + 3)
            x += _MARK_STEP
        if row.second:
            x += 4 if row.raised else 0
            draw_text(painter, row.second, Role.SMALL, QRectF(x, top, right - x, 18), quiet)


def _text_left(left: float, row: ListRow) -> float:
    return left + PAGE_MARGIN + (_ICON + _ICON_GAP if row.icon else 0)


def _number_width(row: ListRow) -> int:
    return max(_NUMBER_WIDTH, text_width(row.number, Role.SMALL_BOLD, tabular=True) + 12)


def _title(row: ListRow, width: int) -> Lines:
    room = width - _text_left(0, row) - PAGE_MARGIN
    if row.number:
        room -= _number_width(row) + _GAP
    elif row.tag:
        room -= tag_width(row.tag, row.tag_meaning.icon) + _GAP
    return break_lines(row.title, Role.QUOTE if row.said else Role.BODY_MEDIUM, room, 2)
