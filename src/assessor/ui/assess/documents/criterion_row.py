"""A criterion as one row: code, title, passages and the level cells, rated by pointer or key."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from assessor.palette import PAGE_MARGIN, SELECTION_BAR
from assessor.ui.assess.documents.criterion_keys import CriterionKeys
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.level_control import CELL_HEIGHT, CELL_WIDTH, GAP, LEVELS, WIDTH, draw_level
from assessor.ui.widgets.paint import draw_text, hairline, icon, outline, painting_on, text_width
from assessor.ui.widgets.tags import draw_tag, tag_width
from assessor.ui.widgets.texts import explain

TITLE_LEFT = 56
RIGHT = PAGE_MARGIN - 12  # the scroll bar takes the rest
_HEIGHT, _PASSAGES_WIDTH, _BETWEEN, _FLAG = 36, 76, 12, 14
_ROOM_FOR_PASSAGES = 520


@dataclass(frozen=True)
class CriterionShown:
    """What a row shows of a criterion and its rating."""

    code: str
    title: str
    is_critical: bool
    level: int | None = None
    is_left_out: bool = False
    passages: int = 0
    is_carried: bool = False
    has_finding: bool = False
    has_changed: bool = False


class CriterionRow(KeyboardRing, QRadioButton):
    """One criterion; checked while it is open beneath. Keys: 0–3 rate, Y confirms, Backspace clears."""

    rated = Signal(int)
    cleared = Signal()
    left_out = Signal()
    stepped = Signal(int)
    next_asked = Signal()
    confirmed = Signal()

    def __init__(self, shown: CriterionShown, keys: CriterionKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.is_read_only = False
        self.setAutoExclusive(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_criterion(shown)

    def show_criterion(self, shown: CriterionShown) -> None:
        """Show this rating."""
        self.shown = shown
        self.setAccessibleName(self._spoken())
        self.update()

    def open(self, is_open: bool) -> None:
        """Show whether the criterion is open beneath; only the open row is met by Tab."""
        self.setChecked(is_open)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        """36 px, or less in the compact look."""
        return QSize(480, look().row_height(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for code and cells."""
        return QSize(280, look().row_height(_HEIGHT))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # the whole row is the button
        """Anywhere in the row."""
        return True

    def nextCheckState(self) -> None:
        """Opening is the list's affair."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop a letter no digit followed."""
        self._keys.forget()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Rate by a click on a cell."""
        level = self._level_at(event.position())
        super().mousePressEvent(event)
        if level is not None and event.button() == Qt.MouseButton.LeftButton and not self.is_read_only:
            self.rated.emit(level)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate, clear, leave out, go on."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if self._keys.heard(event):
            return
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.text() in {"0", "1", "2", "3"} and not self.is_read_only:
            self.rated.emit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not self.is_read_only:
            self.cleared.emit()
        elif event.text().lower() == "x" and not self.is_read_only:
            self.left_out.emit()
        elif event.text().lower() == "y" and not self.is_read_only:
            self.confirmed.emit()
        elif event.text().lower() == "n":
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the row."""
        with painting_on(self) as painter:
            self._paint_ground(painter)
            right = self._paint_level(painter, float(self.width() - RIGHT)) - _BETWEEN
            if self.width() >= _ROOM_FOR_PASSAGES:
                self._paint_passages(painter, right)
                right -= _PASSAGES_WIDTH + _BETWEEN
            right = self._paint_marks(painter, right)
            self._paint_title(painter, right)
            if self.has_ring:
                outline(painter, self.rect(), "accent", 0, 1)

    def _paint_ground(self, painter: QPainter) -> None:
        is_open = self.isChecked()
        token = "accentsoft" if is_open else "canvas" if self.underMouse() else "surface"
        painter.fillRect(self.rect(), look().color(token))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())
        if is_open:
            painter.fillRect(0, 0, SELECTION_BAR, self.height(), look().color("accent"))
            if look().theme.soft_outline:
                outline(painter, self.rect(), "accent", 0, look().theme.soft_outline)

    def _paint_level(self, painter: QPainter, right: float) -> float:
        left, top = right - WIDTH, (self.height() - CELL_HEIGHT) / 2
        if self.shown.is_left_out:
            words = self.tr("N/A")
            draw_tag(painter, right - tag_width(words), top, words)
        else:
            ground = "surface" if self.isChecked() else "chip"
            level, is_critical = self.shown.level, self.shown.is_critical
            draw_level(painter, left, top, level, is_critical=is_critical, open_cell=ground)
        return left

    def _paint_passages(self, painter: QPainter, right: float) -> None:
        rect = QRectF(right - _PASSAGES_WIDTH, 0, _PASSAGES_WIDTH, self.height())
        quiet = "ink2" if self.isChecked() else "ink3"
        draw_text(painter, self._passages() or "–", Role.SMALL, rect, quiet, Qt.AlignmentFlag.AlignRight)

    def _paint_marks(self, painter: QPainter, right: float) -> float:
        """What one must know of it at a glance: its finding, that it is critical, what is to confirm."""
        if self.shown.has_finding:
            icon(painter, "flag", "accent", round(right - _FLAG), (self.height() - _FLAG) // 2, _FLAG)
            right -= _FLAG + _BETWEEN
        if self.shown.is_critical:
            right = self._paint_word(painter, self.tr("critical"), right, "ink2")
        word = self._word_of_version()
        return self._paint_word(painter, word, right, "watch") if word else right

    def _paint_word(self, painter: QPainter, words: str, right: float, tone: str) -> float:
        width = text_width(words, Role.SMALL_MEDIUM)
        rect = QRectF(right - width, 0, width, self.height())
        draw_text(painter, words, Role.SMALL_MEDIUM, rect, tone)
        return right - width - _BETWEEN

    def _word_of_version(self) -> str:
        if self.shown.is_carried:
            return self.tr("text changed") if self.shown.has_changed else self.tr("to confirm")
        return ""

    def _paint_title(self, painter: QPainter, right: float) -> None:
        quiet = "ink2" if self.isChecked() else "ink3"
        code = QRectF(PAGE_MARGIN, 0, TITLE_LEFT - PAGE_MARGIN, self.height())
        draw_text(painter, self.shown.code, Role.BODY_BOLD, code, quiet)
        role = Role.BODY_BOLD if self.isChecked() else Role.BODY_MEDIUM
        title = QRectF(TITLE_LEFT, 0, right - TITLE_LEFT, self.height())
        is_cut = text_width(self.shown.title, role) > title.width() + 1
        explain(self, self.shown.title if is_cut else "")
        draw_text(painter, self.shown.title, role, title)

    def _level_at(self, point: QPointF) -> int | None:
        left, top = self.width() - RIGHT - WIDTH, (self.height() - CELL_HEIGHT) / 2
        for level in LEVELS:
            x = left + level * (CELL_WIDTH + GAP)
            if QRectF(x, top, CELL_WIDTH, CELL_HEIGHT).contains(point) and not self.shown.is_left_out:
                return level
        return None

    def _passages(self) -> str:
        if not self.shown.passages:
            return ""
        return (
            self.tr("1 passage")
            if self.shown.passages == 1
            else self.tr("{count} passages").format(count=self.shown.passages)
        )

    def _spoken(self) -> str:
        shown = self.shown
        rating = (
            self.tr("does not apply")
            if shown.is_left_out
            else self.tr("not rated")
            if shown.level is None
            else self.tr("level {level}").format(level=shown.level)
        )
        critical = self.tr("critical") if shown.is_critical else ""
        finding = self.tr("has a finding") if shown.has_finding else ""
        version = self._word_of_version()
        parts = [f"{shown.code} {shown.title}", critical, rating, version, self._passages(), finding]
        return ", ".join(part for part in parts if part)
