"""The history as a list: a heading a day, a row a change, more fetched as one scrolls."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assessor.operations.histories import ChangeRow
from assessor.palette import PAGE_MARGIN
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, hairline, painting, text_width
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_models import AnyIndex

PAGE = 200
ROW_HEIGHT = 44
CHANGE_ROLE = int(Qt.ItemDataRole.UserRole)
_TIME, _GAP = 48, 12

Fetch = Callable[[int | None], Sequence[ChangeRow]]
"""The newest changes of those numbered under the number given, or of all."""


class HistoryModel(QAbstractListModel):
    """Days and changes, newest first: a row is a day (a heading) or a ChangeRow."""

    def __init__(
        self, fetch: Fetch, day_in_words: Callable[[date], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch, self._day_in_words = fetch, day_in_words
        self._rows: list[ChangeRow | date] = []
        self._has_more = True

    @property
    def newest(self) -> ChangeRow | None:
        """The newest change."""
        return next((row for row in self._rows if isinstance(row, ChangeRow)), None)

    def show_newest(self) -> None:
        """Look for changes made since the list was filled, and put them on top."""
        newest = self.newest
        page = list(self._fetch(None))
        fresh = [row for row in page if newest is None or row.number > newest.number]
        has_forgotten = any(row.is_lasting for row in fresh)  # what was done before may be told otherwise now
        if newest is None or len(fresh) == len(page) or has_forgotten:
            self.beginResetModel()
            self._rows, self._has_more = _with_days(page, None), len(page) == PAGE
            self.endResetModel()
        elif fresh:
            self._put_on_top(fresh)

    def row_of(self, change_id: str) -> int:
        """The place of a change among those fetched; -1 when it is not there."""
        found = (n for n, row in enumerate(self._rows) if isinstance(row, ChangeRow) and row.id == change_id)
        return next(found, -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Days and changes fetched so far."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: AnyIndex | None = None) -> bool:
        """Whether older changes were not fetched yet."""
        return self._has_more and not (parent is not None and parent.isValid())

    def fetchMore(self, parent: AnyIndex | None = None) -> None:  # noqa: ARG002  # Qt hands it over
        """Fetch the next page of older changes."""
        last = next((row for row in reversed(self._rows) if isinstance(row, ChangeRow)), None)
        page = list(self._fetch(last.number if last else None))
        self._has_more = len(page) == PAGE
        rows = _with_days(page, _day(last) if last else None)
        if rows:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A day cannot be chosen."""
        if isinstance(self._rows[index.row()], date):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = CHANGE_ROLE) -> object:
        """The row itself, its words, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == CHANGE_ROLE:
            return row if isinstance(row, ChangeRow) else self._day_in_words(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.sentence if isinstance(row, ChangeRow) else self._day_in_words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, ChangeRow):
            return f"{row.sentence}, {row.author}, {_time(row)}"
        return None

    def _put_on_top(self, fresh: list[ChangeRow]) -> None:
        today_is_there = bool(self._rows) and self._rows[0] == _day(fresh[-1])
        if today_is_there and _day(fresh[0]) == _day(fresh[-1]):
            self.beginInsertRows(QModelIndex(), 1, len(fresh))
            self._rows[1:1] = fresh
            self.endInsertRows()
            return
        rows = _with_days(fresh, None)
        if today_is_there:  # the last of the fresh ones joins the day that heads the list
            self.beginRemoveRows(QModelIndex(), 0, 0)
            del self._rows[0]
            self.endRemoveRows()
        self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
        self._rows[0:0] = rows
        self.endInsertRows()


def _with_days(changes: Sequence[ChangeRow], day: date | None) -> list[ChangeRow | date]:
    rows: list[ChangeRow | date] = []
    for change in changes:
        if _day(change) != day:
            day = _day(change)
            rows.append(day)
        rows.append(change)
    return rows


def _day(change: ChangeRow) -> date:
    return change.made_at.astimezone().date()


def _time(change: ChangeRow) -> str:
    return f"{change.made_at.astimezone():%H:%M}"


class HistoryDelegate(QStyledItemDelegate):
    """Paints a day as a quiet heading, a change with its time and author."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # Qt's
        """Every row is as high as the others, so that 20,000 of them need no measuring."""
        return QSize(option.rect.width(), look().row_height(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        row = index.data(CHANGE_ROLE)
        rect = QRectF(option.rect)
        inner = rect.adjusted(PAGE_MARGIN, 0, -PAGE_MARGIN, 0)
        with painting(painter):
            if isinstance(row, ChangeRow):
                is_selected = paint_row_ground(painter, option)
                self._paint_change(painter, row, inner, "ink2" if is_selected else "ink3")
            else:
                painter.fillRect(rect, look().color("canvas"))
                hairline(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom())
                draw_text(painter, str(row), Role.SMALL_MEDIUM, inner, "ink3")

    def _paint_change(self, painter: QPainter, row: ChangeRow, rect: QRectF, quiet: str) -> None:
        draw_text(painter, _time(row), Role.BODY, rect, quiet, tabular=True)
        width = text_width(row.author, Role.SMALL)
        author = QRectF(rect.right() - width, rect.top(), width, rect.height())
        draw_text(painter, row.author, Role.SMALL, author, quiet)
        room = QRectF(rect.left() + _TIME, rect.top(), rect.width() - _TIME - width - _GAP, rect.height())
        draw_text(painter, row.sentence, Role.BODY_MEDIUM, room)
