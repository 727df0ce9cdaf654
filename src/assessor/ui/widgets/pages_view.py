"""The pages of what was printed, two side by side where there is room, drawn when they come into view."""

from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.page_marks import Mark
from assessor.ui.widgets.paint import draw_text, fill, outline, painting_on
from assessor.ui.widgets.printed_plan import PrintedPlan

_MARGIN, _GAP, _MARK = 24, 24, 20
_TWO_UP = 520  # px of view from which two pages stand side by side
_MOST_KEPT = 24  # pictures of pages
_WIDEST = 960


class PagesView(QScrollArea):
    """Scrolls over the pages. `turned` tells first and last page in view, counted from 1.

    A click on a page shows it as wide as there is room, and back; `mark_chosen` tells the index of a mark.
    """

    turned = Signal(int, int)
    mark_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet = _Sheet(self)
        self.setWidget(self.sheet)
        self.sheet.clicked.connect(self.turn_over)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self.is_wide = False

    def show_plan(self, plan: PrintedPlan | None) -> None:
        """Show this printed plan; the place in it stays where it can."""
        before = self.verticalScrollBar().value()
        self.sheet.show_plan(plan)
        self._fit()
        self.verticalScrollBar().setValue(before)
        self._tell()

    def show_marks(self, marks: Mapping[int, list[Mark]]) -> None:
        """Show faults beside the pages they are on, counted from 0."""
        self.sheet.marks = dict(marks)
        self.sheet.update()

    def show_page(self, page: int, down: float = 0.0) -> None:
        """Scroll to a page, counted from 0, and a place on it."""
        rects = self.sheet.rects
        if 0 <= page < len(rects):
            top = rects[page].top() + down * rects[page].height() - (_MARGIN if down == 0 else 120)
            self.verticalScrollBar().setValue(round(max(top, 0)))

    def widen(self) -> None:
        """Show the page in view as wide as there is room, or two side by side again."""
        self.turn_over(self.in_view()[0] - 1)

    def turn_over(self, page: int) -> None:
        """Show a page, counted from 0, as wide as there is room, or two side by side again."""
        self.is_wide = not self.is_wide
        self._fit()
        self.show_page(page)
        self._tell()

    def in_view(self) -> tuple[int, int]:
        """The first and last page in view, counted from 1; 0 and 0 where there is none."""
        top = self.verticalScrollBar().value()
        seen = QRectF(0, top, self.viewport().width(), self.viewport().height())
        pages = [n for n, rect in enumerate(self.sheet.rects, start=1) if _mostly_seen(rect, seen)]
        return (pages[0], pages[-1]) if pages else (0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room, and stay on the page."""
        first, _ = self.in_view()
        super().resizeEvent(event)
        self._fit()
        if first > 1:
            self.show_page(first - 1)
        self._tell()

    def _fit(self) -> None:
        width = self.viewport().width()
        columns = 2 if width >= _TWO_UP and not self.is_wide else 1
        self.sheet.lay_out(width, columns, self.viewport().height())

    def _tell(self) -> None:
        first, last = self.in_view()
        self.setAccessibleDescription(self.tr("Pages {first} to {last}").format(first=first, last=last))
        self.turned.emit(first, last)


class _Sheet(QWidget):
    clicked = Signal(int)

    def __init__(self, view: PagesView) -> None:
        super().__init__()
        self._view = view
        self._plan: PrintedPlan | None = None
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self.rects: list[QRectF] = []
        self.marks: dict[int, list[Mark]] = {}
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw_next)
        self.setMouseTracking(True)

    def show_plan(self, plan: PrintedPlan | None) -> None:
        self._plan = plan
        self._pictures.clear()
        self.rects = []
        self.update()

    def lay_out(self, width: int, columns: int, least_height: int) -> None:
        """Give every page its place."""
        self.rects = []
        top = float(_MARGIN)
        sizes = self._plan.sizes if self._plan else []
        room = width - 2 * _MARGIN - (columns - 1) * _GAP
        wide = min(room / columns, _WIDEST)
        left = (width - columns * wide - (columns - 1) * _GAP) / 2
        for start in range(0, len(sizes), columns):
            row = sizes[start : start + columns]
            height = max(wide * page_height / page_width for page_width, page_height in row)
            for column, (page_width, page_height) in enumerate(row):
                x = left + column * (wide + _GAP)
                self.rects.append(QRectF(round(x), round(top), round(wide), wide * page_height / page_width))
            top += height + _GAP
        self.resize(QSize(width, max(round(top), least_height)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting_on(self) as painter:
            painter.fillRect(event.rect(), look().color("sunken" if look().is_dark else "line"))
            for page, rect in enumerate(self.rects):
                if rect.intersects(QRectF(event.rect())):
                    self._paint_page(painter, page, rect)
        self._drawing.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position().toPoint())
        page = self._page_at(event.position().toPoint())
        if mark is not None:
            self._view.mark_chosen.emit(mark.index)
        elif page is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(page)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        over = self._mark_at(at) is not None or self._page_at(at) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QHelpEvent) -> bool:  # type: ignore[override]  # only help is looked at
        if isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos())
            if mark is not None:
                QToolTip.showText(event.globalPos(), mark.sentence, self)
                return True
        return super().event(event)

    def _paint_page(self, painter: QPainter, page: int, rect: QRectF) -> None:
        picture = self._pictures.get((page, round(rect.width())))
        if picture is None:
            painter.fillRect(rect, Qt.GlobalColor.white)
        else:
            painter.drawImage(rect.topLeft(), picture)
        outline(painter, rect, "edge", 0)
        for mark in self.marks.get(page, []):
            place = self._place_of(mark, rect)
            fill(painter, place, "concern" if mark.is_required else "watch", _MARK / 2)
            draw_text(painter, mark.label, Role.SMALL_BOLD, place, "surface", Qt.AlignmentFlag.AlignHCenter)

    def _place_of(self, mark: Mark, rect: QRectF) -> QRectF:
        top = rect.top() + mark.down * rect.height()
        return QRectF(rect.right() - _MARK / 2, top, _MARK, _MARK)

    def _mark_at(self, at: QPoint) -> Mark | None:
        for page, marks in self.marks.items():
            for mark in marks:
                if page < len(self.rects) and self._place_of(mark, self.rects[page]).contains(at):
                    return mark
        return None

    def _page_at(self, at: QPoint) -> int | None:
        return next((page for page, rect in enumerate(self.rects) if rect.contains(at)), None)

    def _draw_next(self) -> None:
        """Draw one page that is in view and not drawn yet; the next one follows when this is painted."""
        if self._plan is None:
            return
        seen = QRectF(QRect(QPoint(0, self._view.verticalScrollBar().value()), self._view.viewport().size()))
        for page, rect in enumerate(self.rects):
            key = (page, round(rect.width()))
            if rect.intersects(seen) and key not in self._pictures:
                self._pictures[key] = self._plan.picture(page, key[1], self.devicePixelRatioF())
                while len(self._pictures) > _MOST_KEPT:
                    self._pictures.popitem(last=False)
                self.update(rect.toAlignedRect())
                return


def _mostly_seen(rect: QRectF, seen: QRectF) -> bool:
    part = rect.intersected(seen)
    return part.height() >= min(rect.height(), seen.height()) / 2
