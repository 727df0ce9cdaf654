"""Who was heard, and how: a table of groups by methods, tinted by how much of what was planned is done."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assessor.operations.coverage_cells import CoverageCell
from assessor.operations.coverages import Coverage
from assessor.palette import RADIUS_SMALL
from assessor.ui.overview_coverage import CELL_ROLE, CoverageModel, figures, heat_step
from assessor.ui.overview_words import tr
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.group_marks import SIZE, draw_group_mark
from assessor.ui.widgets.hidden_cell import draw_hidden
from assessor.ui.widgets.paint import draw_text, icon, outline, painting, painting_on, text_width
from assessor.ui.widgets.row_models import AnyIndex

_HEADER, _ROW, _CELL, _LABELS, _PADDING, _MARK = 28, 36, 32, 172, 8, 14
_LEAST_LABELS, _NARROW = 148, 640


def _tint(step: int) -> QColor:
    return QColor(look().theme.heat[step])


class CoverageDelegate(QStyledItemDelegate):
    """Paints a cell 32 high with 4 between."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, CoverageCell):
            return
        rect = QRectF(option.rect).adjusted(0, 0, -4, -4)
        with painting(painter):
            if cell.done is None:
                draw_hidden(painter, rect, cell.hidden)
            elif not cell.is_used:
                draw_text(painter, "–", Role.BODY, rect.adjusted(_PADDING, 0, 0, 0), "ink3")
            else:
                self._paint_figures(painter, cell, rect)
            if option.state & QStyle.StateFlag.State_HasFocus:
                outline(painter, rect, "accent", RADIUS_SMALL, 2)
            elif option.state & QStyle.StateFlag.State_MouseOver and cell.is_used:
                outline(painter, rect, "edge", RADIUS_SMALL, 1)

    def _paint_figures(self, painter: QPainter, cell: CoverageCell, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_tint(heat_step(cell.part)))
        painter.drawRoundedRect(rect, RADIUS_SMALL, RADIUS_SMALL)
        figure, rest = figures(cell)
        room = rect.adjusted(_PADDING, 0, -4 - (_MARK + 4) * cell.is_overdue, 0)
        width = text_width(figure, Role.BODY_BOLD, tabular=True)
        draw_text(painter, figure, Role.BODY_BOLD, room, tabular=True)
        draw_text(painter, rest, Role.BODY, room.adjusted(width, 0, 0, 0), tabular=True)
        if cell.is_overdue:
            top = rect.center().y() - _MARK / 2
            icon(painter, "circle-alert", "concern", rect.right() - _MARK - 8, top, _MARK)


class _MethodsHeader(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(40)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        with painting(painter):
            painter.fillRect(rect, look().color("surface"))
            words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
            draw_text(painter, words, Role.BODY, QRectF(rect).adjusted(_PADDING, 0, -4, 0), "ink3")


class _GroupsHeader(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(_ROW)

    def sizeHint(self) -> QSize:
        view = self.parentWidget()
        is_narrow = view is not None and view.width() < _NARROW
        return QSize(_LEAST_LABELS if is_narrow else _LABELS, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        group = model.group(section) if isinstance(model, CoverageModel) else None
        with painting(painter):
            painter.fillRect(rect, look().color("surface"))
            if group is not None:
                middle = rect.top() + _CELL / 2
                draw_group_mark(painter, group, rect.left(), middle - SIZE / 2)
                words = QRectF(rect.left() + SIZE + _PADDING, rect.top(), rect.width() - 24, _CELL)
                draw_text(painter, group.label, Role.BODY_MEDIUM, words)


class HeatMap(QTableView):
    """The table. `opened` tells group and method of a cell that was clicked or entered."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Who we have heard, and how"))
        self.coverage = CoverageModel(self)
        self.setModel(self.coverage)
        self.setItemDelegate(CoverageDelegate(self))
        self.setHorizontalHeader(_MethodsHeader(self))
        self.setVerticalHeader(_GroupsHeader(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        for corner in self.findChildren(QAbstractButton):
            corner.hide()  # nothing stands where the headers meet

    def show_coverage(self, coverage: Coverage) -> None:
        """Show who was heard by now."""
        self.coverage.show_coverage(coverage)
        self.setFixedHeight(_HEADER + _ROW * self.coverage.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is behind the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins in the first cell."""
        if not self.currentIndex().isValid() and self.coverage.rowCount():
            self.setCurrentIndex(self.coverage.index(0, 0))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the groups their width."""
        super().resizeEvent(event)
        self.updateGeometries()

    def _open(self, index: QModelIndex) -> None:
        cell = index.data(CELL_ROLE)
        if isinstance(cell, CoverageCell):
            self.opened.emit(cell)


class HeatLegend(QWidget):
    """What the tints and the dash say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words and five swatches."""
        words = sum(text_width(word, Role.SMALL) for word in self._words())
        return QSize(words + 5 * 20 + 8 * 2 + 24, 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint them in a row."""
        none, full, never = self._words()
        with painting_on(self) as painter:
            x = self._word(painter, 0.0, none) + 8
            for step in range(5):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(_tint(step))
                painter.drawRoundedRect(QRectF(x, 4, 16, 12), 3, 3)
                x += 20
            self._word(painter, self._word(painter, x + 4, full) + 20, never)

    def _words(self) -> tuple[str, str, str]:
        return tr("none"), tr("all planned"), tr("–  not planned")

    def _word(self, painter: QPainter, x: float, word: str) -> float:
        width = text_width(word, Role.SMALL)
        draw_text(painter, word, Role.SMALL, QRectF(x, 0, width, 20), "ink3")
        return x + width
