"""How the grid of coverage is painted: names, figures on their tint, hatches, and bars of new codes."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from assessor.palette import RADIUS_SMALL
from assessor.ui.assess.coverage.coverage_rows import CELL_ROLE, ROW_ROLE, GridCell, GridModel, GridRow
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.group_marks import SIZE, draw_group_mark
from assessor.ui.widgets.hidden_cell import draw_hidden
from assessor.ui.widgets.paint import draw_text, fill, hatch, icon, outline, painting, text_width
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.texts import plain_tip

ROW, CELL = 36, 32
_PADDING, _MARK, _CHEVRON, _GAP = 8, 14, 16, 8
_HIDDEN_ICON, _INNER_MARK = 44, 0.4
_BAR, _BAR_STEP, _BAR_HEIGHT, _MOST_CODES = 5, 7, 20, 4


class GridDelegate(QStyledItemDelegate):
    """Paints a cell 32 high with 4 between."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # Qt hands them over
        """All rows are alike."""
        return QSize(40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a name or a cell."""
        row, cell, view = index.data(ROW_ROLE), index.data(CELL_ROLE), option.widget
        if not isinstance(row, GridRow) or not isinstance(view, QTableView):
            return
        rect = QRectF(option.rect).adjusted(0, 0, -4, -4)
        is_current = view.currentIndex() == index
        with painting(painter):
            if isinstance(cell, GridCell):
                _paint_cell(painter, cell, rect)
            else:
                _paint_name(painter, row, rect, view.model())
            if is_current:
                outline(painter, rect, "accent", RADIUS_SMALL, 2 if view.hasFocus() else 1)
            elif option.state & QStyle.StateFlag.State_MouseOver and (cell is None or cell.key):
                outline(painter, rect, "edge", RADIUS_SMALL, 1)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say the cell in words."""
        words = index.data(Qt.ItemDataRole.ToolTipRole)
        if words:
            QToolTip.showText(event.globalPos(), plain_tip(str(words)), view)
            return True
        return super().helpEvent(event, view, option, index)


def _paint_name(painter: QPainter, row: GridRow, rect: QRectF, model: object) -> None:
    left = rect.left() + 4
    top = rect.center().y() - _CHEVRON / 2
    if row.rows and isinstance(model, GridModel):
        name = "chevron-down" if model.is_unfolded(row) else "chevron-right"
        icon(painter, name, "ink3", left, top, _CHEVRON)
    left += _CHEVRON + 4
    if row.group is not None:
        painter.setOpacity(_INNER_MARK if row.level else 1)
        draw_group_mark(painter, row.group, left, rect.center().y() - SIZE / 2)
        painter.setOpacity(1)
        left += SIZE + _GAP
    if row.code:
        lead = text_width(row.code, Role.SMALL_BOLD, tabular=True)
        draw_text(painter, row.code, Role.SMALL_BOLD, _from(left, rect), "ink3", tabular=True)
        left += max(lead, 24) + 6
    role, tone = (Role.BODY_MEDIUM, "ink") if row.level == 0 else (Role.BODY, "ink2")
    room = _from(left, rect)
    is_site = row.group is not None and row.level > 0  # sites often begin alike
    mode = Qt.TextElideMode.ElideMiddle if is_site else Qt.TextElideMode.ElideRight
    words = look().metrics(role).elidedText(row.label, mode, int(room.width()))
    draw_text(painter, words, role, room, tone)


def _paint_cell(painter: QPainter, cell: GridCell, rect: QRectF) -> None:
    if cell.hidden:
        _paint_hidden(painter, cell.hidden, rect)
        return
    if cell.step is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look().theme.heat[cell.step]))
        painter.drawRoundedRect(rect, RADIUS_SMALL, RADIUS_SMALL)
    if cell.is_watched:
        _dashed(painter, rect)
    left = rect.left() + _PADDING
    if cell.bars:
        room = rect.adjusted(0, 0, -(_MARK + _GAP) * bool(cell.icon), 0)
        left = _paint_bars(painter, cell.bars, left, room) + _GAP
    if cell.icon and left + _MARK < rect.right():
        icon(painter, cell.icon, cell.icon_tone, left, rect.center().y() - _MARK / 2, _MARK)
    _paint_figures(painter, cell, _from(left, rect.adjusted(0, 0, -(_MARK + 8) * cell.is_late, 0)))
    if cell.is_late:
        icon(painter, "circle-alert", "concern", rect.right() - _MARK - 6, rect.center().y() - 7, _MARK)


def _paint_figures(painter: QPainter, cell: GridCell, room: QRectF) -> None:
    if cell.step is None:
        tone = "watch" if cell.is_watched else "ink3"
        words = cell.figure + cell.rest
        if text_width(words, Role.BODY) > room.width() and cell.rest:
            words = f"{cell.figure}/{cell.rest.split()[-1]}"
        is_long = text_width(words, Role.BODY) > room.width()
        draw_text(painter, words, Role.SMALL if is_long else Role.BODY, room, tone)
        return
    figure, rest = cell.figure, cell.rest
    bold, role = Role.BODY_BOLD, Role.BODY
    if not _fits(figure, rest, bold, role, room):
        rest = "/" + rest.split()[-1] if rest else ""
    if not _fits(figure, rest, bold, role, room):
        bold, role = Role.SMALL_BOLD, Role.SMALL
    width = text_width(figure, bold, tabular=True)
    draw_text(painter, figure, bold, room, tabular=True)
    draw_text(painter, rest, role, room.adjusted(width, 0, 4, 0), tabular=True)


def _fits(figure: str, rest: str, bold: Role, role: Role, room: QRectF) -> bool:
    return text_width(figure, bold, tabular=True) + text_width(rest, role, tabular=True) <= room.width() + 2


def _paint_hidden(painter: QPainter, words: str, rect: QRectF) -> None:
    """The hatch with its eye; where there is no room for both, with the words alone."""
    if text_width(words, Role.BODY) + _HIDDEN_ICON <= rect.width():
        draw_hidden(painter, rect, words)
        return
    hatch(painter, rect, look().color("surface"), look().color("chip"))
    role = Role.BODY if text_width(words, Role.BODY) + 2 * _PADDING <= rect.width() else Role.SMALL
    draw_text(painter, words, role, _from(rect.left() + _PADDING, rect), "ink2")


def _paint_bars(painter: QPainter, bars: tuple[int | None, ...], left: float, rect: QRectF) -> float:
    """A bar a session, as high as it brought new codes; a dash for none, a hollow square for not coded."""
    room = int((rect.right() - left) // _BAR_STEP)
    bottom = rect.center().y() + _BAR_HEIGHT / 2
    for codes in bars[-room:]:
        if codes is None:
            outline(painter, QRectF(left, bottom - _BAR, _BAR, _BAR), "ink3", 1, 1)
        elif not codes:
            painter.fillRect(QRectF(left, bottom - 2, _BAR, 2), look().color("ink3"))
        else:
            height = _BAR_HEIGHT * min(codes, _MOST_CODES) / _MOST_CODES
            fill(painter, QRectF(left, bottom - height, _BAR, height), "accent", 1)
        left += _BAR_STEP
    return left


def _dashed(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(QPen(look().color("watch"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)


def _from(left: float, rect: QRectF) -> QRectF:
    return QRectF(left, rect.top(), max(rect.right() - left - 4, 0), rect.height())
