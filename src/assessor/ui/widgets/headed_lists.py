"""Lists under headings, each row led by a code or a day: what is due, meetings by month, measures."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    hairline,
    painting,
    text_width,
)
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex, ListRow, RowModel
from assessor.ui.widgets.tags import Meaning, draw_tag, tag_width
from assessor.ui.widgets.texts import plain_tip

_HEADING, _PADDING, _GAP, _LINE = 36, 12, 8, 18
_LEAST_LEAD = 32


@dataclass(frozen=True)
class LedRow(ListRow):
    """A row with a code or a day in front of its title. A tag without a meaning is plain text."""

    lead: str = ""
    is_behind: bool = False  # done or dropped: the title steps back

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.lead}, {super().spoken}" if self.lead else super().spoken


@dataclass(frozen=True)
class RowHeading(ListRow):
    """A heading over the rows that follow, with its count; it cannot be chosen."""

    count: str = ""
    meaning: Meaning = Meaning.NEUTRAL

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.title}, {self.count}" if self.count else self.title


@dataclass(frozen=True)
class RowGroup:
    """Rows under one heading; without a title they stand alone."""

    title: str
    rows: tuple[LedRow, ...]
    meaning: Meaning = Meaning.NEUTRAL
    count: str = ""  # how many rows, unless it says more


class HeadedList(RowList):
    """A list of LedRow in groups. Arrows step over the headings."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.rows = _HeadedModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_LedDelegate(self))
        self.selectionModel().currentChanged.connect(self._moved)

    def show_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show these groups; the chosen element stays chosen, else its neighbor or the first row is."""
        before, place = self.chosen_id, self.currentIndex().row()
        lead = max(
            (text_width(r.lead, Role.SMALL_BOLD, tabular=True) for g in groups for r in g.rows), default=0
        )
        self.itemDelegate().setProperty("lead", lead)
        self.rows.show_rows([row for group in groups for row in _flat(group)])
        if not self.chosen_id:
            self._choose_near(before, place)
        self._tell()
        self.scheduleDelayedItemsLayout()

    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first row, not to the heading over it, by Home."""
        if cursorAction is QAbstractItemView.CursorAction.MoveHome:
            indexes = (self.rows.index(place) for place in range(self.rows.rowCount()))
            return next((index for index in indexes if self.rows.flags(index)), QModelIndex())
        return super().moveCursor(cursorAction, modifiers)

    def _choose_near(self, before: str, place: int) -> None:
        kept = self.rows.row_of(before) if before else -1
        rows = [n for n in range(self.rows.rowCount()) if self.rows.flags(self.rows.index(n))]
        if kept in rows or rows:
            near = min(rows, key=lambda n: abs(n - max(place, 0)))
            self.setCurrentIndex(self.rows.index(kept if kept in rows else near))


class _HeadedModel(RowModel):
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings can neither be chosen nor reached."""
        if isinstance(self.data(index), RowHeading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _LedDelegate(QStyledItemDelegate):
    """Paints LedRow and RowHeading."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the title's lines and the second line need."""
        row, view = index.data(ROW_ROLE), option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        if isinstance(row, RowHeading) or not isinstance(row, LedRow):
            return QSize(width, _HEADING)
        second = _LINE + 4 if row.second or row.trailing else 0
        return QSize(width, self._title(row, width).height + second + 2 * look().padding(_PADDING) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a heading or a row."""
        row = index.data(ROW_ROLE)
        with painting(painter):
            if isinstance(row, RowHeading):
                _paint_heading(painter, QRectF(option.rect), row)
            elif isinstance(row, LedRow):
                self._paint_row(painter, option, row)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say a title that is cut in full."""
        row = index.data(ROW_ROLE)
        if isinstance(row, LedRow):
            is_cut = self._title(row, view.viewport().width()).is_cut
            tip = plain_tip(row.spoken) if is_cut or row.second else ""
            QToolTip.showText(event.globalPos(), tip, view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: LedRow) -> None:
        is_selected = paint_row_ground(painter, option)
        rect = QRectF(option.rect)
        quiet = "ink2" if is_selected else "ink3"
        top, left = rect.top() + look().padding(_PADDING), rect.left() + PAGE_MARGIN
        if row.lead:
            cell = QRectF(left, top, self._lead, 20)
            draw_text(painter, row.lead, Role.SMALL_BOLD, cell, quiet, tabular=True)
        title = self._title(row, int(rect.width()))
        text = QRectF(self._left(row, rect.left()), top, title.width + 1, title.height)
        draw_lines(painter, title, text, quiet if row.is_behind else "ink")
        _paint_tag(painter, row, rect.right() - PAGE_MARGIN, top, quiet)
        _paint_second(painter, row, QRectF(text.left(), text.bottom() + 4, 0, _LINE), rect.right(), quiet)

    @property
    def _lead(self) -> int:
        return max(int(self.property("lead") or 0), _LEAST_LEAD)

    def _left(self, row: LedRow, left: float) -> float:
        return left + PAGE_MARGIN + (self._lead + _GAP if row.lead else 0)

    def _title(self, row: LedRow, width: int) -> Lines:
        room = width - self._left(row, 0) - PAGE_MARGIN
        room -= _tag_width(row) + _GAP if row.tag else 0
        return break_lines(row.title, Role.BODY_MEDIUM, room, 2)


def _flat(group: RowGroup) -> list[ListRow]:
    if not group.title:
        return list(group.rows)
    count = group.count or str(len(group.rows))
    heading = RowHeading(f"heading:{group.title}", group.title, count=count, meaning=group.meaning)
    return [heading, *group.rows]


def _paint_heading(painter: QPainter, rect: QRectF, row: RowHeading) -> None:
    painter.fillRect(rect, look().color("canvas"))
    hairline(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom())
    token = "ink2" if row.meaning is Meaning.NEUTRAL else row.meaning.token
    left = rect.left() + PAGE_MARGIN
    width = text_width(row.title, Role.SMALL_BOLD)
    draw_text(painter, row.title, Role.SMALL_BOLD, QRectF(left, rect.top(), width, rect.height()), token)
    count = QRectF(left + width + _GAP, rect.top(), 60, rect.height())
    draw_text(painter, row.count, Role.SMALL, count, "ink3")


def _tag_width(row: LedRow) -> int:
    if row.tag_meaning is Meaning.NEUTRAL:
        return text_width(row.tag, Role.SMALL)
    return tag_width(row.tag, row.tag_meaning.icon)


def _paint_tag(painter: QPainter, row: LedRow, right: float, top: float, quiet: str) -> None:
    if not row.tag:
        return
    width = _tag_width(row)
    if row.tag_meaning is Meaning.NEUTRAL:
        draw_text(painter, row.tag, Role.SMALL, QRectF(right - width, top, width, 20), quiet)
    else:
        draw_tag(painter, right - width, top, row.tag, row.tag_meaning, row.tag_meaning.icon)


def _paint_second(painter: QPainter, row: LedRow, place: QRectF, right: float, quiet: str) -> None:
    right -= PAGE_MARGIN
    second = text_width(row.second, Role.SMALL)
    if row.trailing:
        most = right - place.left() - min(second, (right - place.left()) / 2) - _GAP
        width = min(text_width(row.trailing, Role.SMALL), most)
        token = quiet if row.trailing_meaning is Meaning.NEUTRAL else row.trailing_meaning.token
        cell = QRectF(right - width, place.top(), width, _LINE)
        draw_text(painter, row.trailing, Role.SMALL, cell, token)
        right -= width + _GAP
    cell = QRectF(place.left(), place.top(), right - place.left(), _LINE)
    draw_text(painter, row.second, Role.SMALL, cell, quiet)
