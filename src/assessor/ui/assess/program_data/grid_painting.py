"""How cells and heads of the grid are painted: each state by a mark and a word, never by color alone."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from assessor.operations.measures.program_data import GridCell, GridRow
from assessor.terms import ValueState
from assessor.ui.assess.program_data.grid_model import ShownCell
from assessor.ui.assess.program_data.grid_words import state_word
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.hidden_cell import draw_hidden
from assessor.ui.widgets.paint import draw_text, hairline, icon, outline, painting, text_width
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex

ROW, HEAD, COLUMN, TITLES = 40, 32, 132, 328
_INSET, _ICON, _EDGE = 12, 14, 2


class PeriodHeads(QHeaderView):
    """The periods above the grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEAD)
        self.setDefaultSectionSize(COLUMN)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a period over its column."""
        words = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        with painting(painter):
            area = QRectF(rect)
            painter.fillRect(area, look().color("surface"))
            draw_text(painter, str(words), Role.SMALL_MEDIUM, area.adjusted(_INSET, 0, -4, 0), "ink3")
            hairline(painter, area.left(), area.bottom() - 1, area.right(), area.bottom())


class RowHeads(QHeaderView):
    """The measures, or whom they are of, at the left of the grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(TITLES)
        self.setDefaultSectionSize(look().row_height(ROW))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the titles."""
        return QSize(TITLES, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint code and title; parts stand under their whole."""
        row = self.model().headerData(logicalIndex, Qt.Orientation.Vertical, ROW_ROLE)
        if not isinstance(row, GridRow):
            return
        with painting(painter):
            area = QRectF(rect)
            painter.fillRect(area, look().color("surface"))
            hairline(painter, area.left(), area.bottom() - 1, area.right(), area.bottom())
            hairline(painter, area.right() - 1, area.top(), area.right(), area.bottom())
            left = area.left() + 24
            if row.whom.is_all:
                draw_text(
                    painter, row.code, Role.BODY_BOLD, QRectF(left, area.top(), 56, area.height()), "accent"
                )
                left += 56
            role = Role.BODY_MEDIUM if row.whom.is_all else Role.BODY
            draw_text(
                painter, row.title, role, QRectF(left, area.top(), area.right() - left - 8, area.height())
            )


class GridDelegate(QStyledItemDelegate):
    """Paints the four states and what was refused, and edits as text."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:  # noqa: ARG002  # Qt hands it over
        """A line that saves on Enter and gives up on Escape."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a cell."""
        shown = index.data(ROW_ROLE)
        if not isinstance(shown, ShownCell):
            return
        rect, view = QRectF(option.rect), option.widget
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_here = view is not None and view.hasFocus() and view.currentIndex() == index  # type: ignore[attr-defined]
        with painting(painter):
            painter.fillRect(rect, look().color("accentsoft" if is_chosen else "surface"))
            hairline(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom())
            if shown.refusal is not None:
                _paint_refused(painter, rect, shown.refusal.text)
            elif shown.cell is not None:
                _paint_cell(painter, rect, shown.cell)
            if is_here:
                outline(painter, rect.adjusted(1, 1, -1, -1), "accent", 4, 2)


def _paint_cell(painter: QPainter, rect: QRectF, cell: GridCell) -> None:
    if cell.begins_definition:
        edge = QRectF(rect.left(), rect.top(), _EDGE, rect.height() - 1)
        painter.fillRect(edge, look().color("info"))
    inner = rect.adjusted(_INSET, 0, -8, -1)
    if cell.state is ValueState.SUPPRESSED:
        draw_hidden(painter, rect.adjusted(4, 6, -6, -7), state_word(cell.state))
        return
    if cell.state is ValueState.NOT_COLLECTED:
        draw_text(painter, f"–  {state_word(cell.state)}", Role.BODY, inner, "ink3")
        return
    draw_text(painter, cell.figure, Role.BODY_MEDIUM, inner, "ink", tabular=True)
    if cell.state is ValueState.ZERO:
        left = inner.left() + text_width(cell.figure, Role.BODY_MEDIUM, tabular=True) + 8
        beside = QRectF(left, inner.top(), inner.right() - left, inner.height())
        draw_text(painter, state_word(cell.state), Role.SMALL, beside, "ink3")
    right = inner.right() - _ICON
    for name, tone in _marks(cell):
        icon(painter, name, tone, right, rect.center().y() - _ICON / 2, _ICON)
        right -= _ICON + 4


def _marks(cell: GridCell) -> list[tuple[str, str]]:
    marks = [("eye-off", "ink3")] if cell.is_hidden_in_public else []
    return [("triangle-alert", "watch"), *marks] if cell.doubts else marks


def _paint_refused(painter: QPainter, rect: QRectF, text: str) -> None:
    outline(painter, rect.adjusted(3, 4, -3, -5), "concern", 4, 1)
    icon(painter, "circle-alert", "concern", rect.right() - _ICON - 8, rect.center().y() - _ICON / 2, _ICON)
    draw_text(painter, text, Role.BODY, rect.adjusted(_INSET, 0, -_ICON - 12, -1), "concern")
