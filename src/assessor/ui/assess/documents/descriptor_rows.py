"""The four descriptors of a criterion as radio rows in one outline: 0 to 3, in words."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.palette import RADIUS, RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    focus_ring,
    hairline,
    icon,
    outline,
    painting_on,
    soft_fill,
)

_LEFT, _TEXT, _RIGHT, _PADDING = 12, 36, 36, 6


class DescriptorRows(QWidget):
    """Levels in words. `rated` tells the level a person chose."""

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [_DescriptorRow(level, self) for level in range(4)]
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for row in self._rows:
            column.addWidget(row)
            row.clicked.connect(lambda _on=False, level=row.level: self.rated.emit(level))
            row.stepped.connect(self._step)

    def show_descriptors(self, words: tuple[str, ...], name: str, *, is_critical: bool) -> None:
        """Show what the levels of a criterion mean."""
        self.setAccessibleName(name)
        for row, text in zip(self._rows, words, strict=True):
            row.show_descriptor(text.rstrip("."), is_critical)

    def set_level(self, level: int | None) -> None:
        """Show the level given, or none."""
        for row in self._rows:
            row.setAutoExclusive(False)
            row.setChecked(row.level == level)
            row.setAutoExclusive(True)
            is_met = row.level == (level or 0)  # by Tab; arrows lead to the others
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_met else Qt.FocusPolicy.ClickFocus)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the level be read but not changed."""
        for row in self._rows:
            row.setEnabled(not is_read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by the keys 0 to 3."""
        if event.text() in {"0", "1", "2", "3"}:
            self._take(int(event.text()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the outline around the rows."""
        with painting_on(self) as painter:
            outline(painter, self.rect(), "line", RADIUS)

    def _step(self, level: int) -> None:
        if 0 <= level < len(self._rows):
            self._take(level)

    def _take(self, level: int) -> None:
        self._rows[level].setFocus(Qt.FocusReason.TabFocusReason)
        self._rows[level].click()


class _DescriptorRow(KeyboardRing, QRadioButton):
    stepped = Signal(int)

    def __init__(self, level: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.level, self._words, self._is_critical = level, "", False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_descriptor(self, words: str, is_critical: bool) -> None:
        """Show what the level means."""
        self._words, self._is_critical = words, is_critical
        self.setAccessibleName(self.tr("Level {level}: {words}").format(level=self.level, words=words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        return self._lines(width).height + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """A narrow row."""
        return QSize(160, 20 + 2 * _PADDING)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # the whole row is the button
        """Anywhere in the row."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbor by arrow key."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(self.level + steps[Qt.Key(event.key())])
        elif event.text() in {"0", "1", "2", "3"}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the row."""
        with painting_on(self) as painter:
            rect = QRectF(self.rect())
            meaning = "concern" if self._is_critical and not self.level else "accent"
            if self.isChecked():
                soft_fill(painter, rect, meaning, RADIUS_SMALL)
            elif self.level:
                hairline(painter, 0, 0, rect.width(), 1)
            self._paint_words(painter, rect, meaning)
            if self.has_ring:
                focus_ring(painter, rect, RADIUS_SMALL - 2)

    def _paint_words(self, painter: QPainter, rect: QRectF, meaning: str) -> None:
        is_on = self.isChecked()
        number = QRectF(_LEFT, 0, 20, 20 + 2 * _PADDING)
        role = Role.BODY_BOLD if is_on else Role.BODY_MEDIUM
        draw_text(painter, str(self.level), role, number, meaning if is_on else "ink3")
        lines = self._lines(int(rect.width()))
        draw_lines(painter, lines, rect.adjusted(_TEXT, _PADDING, -_RIGHT, 0), "ink")
        if is_on:
            icon(painter, "check", meaning, rect.right() - 28, _PADDING + 2, 16)
        elif self.underMouse() and self.isEnabled():
            outline(painter, rect.adjusted(2, 2, -2, -2), "edge", RADIUS_SMALL)

    def _lines(self, width: int) -> Lines:
        return break_lines(self._words, Role.BODY, max(width - _TEXT - _RIGHT, 40))
