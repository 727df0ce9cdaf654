"""The stage bar: a thin row that switches between the screens of one stage."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, hairline, painting_on, text_width

HEIGHT = 40
_PADDING = 8


class StageBar(QWidget):
    """Quiet entries, the chosen one underlined; hidden for a single one. `chosen` tells its key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Screens of this stage"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAGE_MARGIN - _PADDING, 0, PAGE_MARGIN, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._entries: dict[str, _Entry] = {}
        self._group = QButtonGroup(self)

    def show_entries(self, entries: dict[str, str], chosen: str) -> None:
        """Show these entries (key to word), with one chosen."""
        if list(entries) != list(self._entries):
            for old in self._entries.values():
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._entries = {key: self._make(key, word) for key, word in entries.items()}
        self._entries[chosen].setChecked(True)
        self.setVisible(len(entries) > 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the hairline beneath."""
        with painting_on(self) as painter:
            hairline(painter, 0, HEIGHT - 1, self.width(), HEIGHT)

    def _make(self, key: str, word: str) -> "_Entry":
        entry = _Entry(word)
        entry.setObjectName(f"stage_{key}")
        entry.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(entry)
        self._row.insertWidget(self._row.count() - 1, entry)
        return entry


class _Entry(KeyboardRing, QPushButton):
    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        """The word in its heavier weight, so that nothing moves."""
        return QSize(text_width(self.text(), Role.BODY_BOLD) + 2 * _PADDING, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The whole word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint word and underline."""
        on = self.isChecked()
        token = "accent" if on else "ink" if self.underMouse() else "ink2"
        role = Role.BODY_BOLD if on else Role.BODY_MEDIUM
        with painting_on(self) as painter:
            draw_text(painter, self.text(), role, self.rect(), token, Qt.AlignmentFlag.AlignHCenter)
            if on:
                fill(painter, QRectF(_PADDING, HEIGHT - 2, self.width() - 2 * _PADDING, 2), "accent", 0)
            if self.has_ring:
                focus_ring(painter, QRectF(self.rect()).adjusted(0, 4, 0, -4), 4)
