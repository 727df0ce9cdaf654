"""The stage bar: a thin row that switches between the screens of one stage; the rest is under More."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QMenu, QPushButton, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, hairline, icon, painting_on, text_width

HEIGHT = 40
_PADDING, _SPACING, _CHEVRON = 8, 8, 20


class StageBar(QWidget):
    """Quiet entries, the chosen one underlined; hidden for a single one. `chosen` tells its key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Screens of this stage"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAGE_MARGIN - _PADDING, 0, PAGE_MARGIN, 0)
        self._row.setSpacing(_SPACING)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # else it keeps the window wide
        self._row.addStretch(1)
        self._entries: dict[str, _Entry] = {}
        self._chosen = ""
        self._group = QButtonGroup(self)
        self.more = _More(self.tr("More"))
        self._row.insertWidget(0, self.more)

    def show_entries(self, entries: dict[str, str], chosen: str) -> None:
        """Show these entries (key to word), with one chosen."""
        if list(entries) != list(self._entries):
            for old in self._entries.values():
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._entries = {key: self._make(key, word) for key, word in entries.items()}
        self._chosen = chosen
        self._entries[chosen].setChecked(True)
        self.setVisible(len(entries) > 1)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Room for the longest entry and for More: the others wait under it."""
        widest = max((entry.sizeHint().width() for entry in self._entries.values()), default=0)
        return QSize(widest + _SPACING + self.more.sizeHint().width() + 2 * PAGE_MARGIN, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the hairline beneath."""
        with painting_on(self) as painter:
            hairline(painter, 0, HEIGHT - 1, self.width(), HEIGHT)

    def _make(self, key: str, word: str) -> "_Entry":
        entry = _Entry(word)
        entry.setObjectName(f"stage_{key}")
        entry.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(entry)
        self._row.insertWidget(self._row.count() - 2, entry)  # before More and the stretch
        return entry

    def _fold(self) -> None:
        """Put what has no room under More; the chosen entry stays in sight."""
        shown = self._fitting()
        for key, entry in self._entries.items():
            entry.setVisible(key in shown)
        folded = [key for key in self._entries if key not in shown]
        self.more.setVisible(bool(folded))
        self.more.offer({key: self._entries[key].word for key in folded}, self.chosen.emit)

    def _fitting(self) -> list[str]:
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() + _SPACING
        widths = {key: entry.sizeHint().width() + _SPACING for key, entry in self._entries.items()}
        if sum(widths.values()) <= room:
            return list(widths)
        room -= self.more.sizeHint().width() + _SPACING + widths.get(self._chosen, 0)
        shown = []
        for key, width in widths.items():
            if key != self._chosen and width > room:
                break
            room -= 0 if key == self._chosen else width
            shown.append(key)
        return [*shown, *([] if self._chosen in shown else [self._chosen])]


class _Entry(KeyboardRing, QPushButton):
    _room = 2 * _PADDING

    def __init__(self, word: str) -> None:
        super().__init__(word.replace("&", "&&"))
        self.word = word
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        """The word in its heavier weight, so that nothing moves."""
        return QSize(text_width(self.word, Role.BODY_BOLD) + self._room, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The whole word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint word and underline."""
        on = self.isChecked()
        token = "accent" if on else "ink" if self.underMouse() else "ink2"
        role = Role.BODY_BOLD if on else Role.BODY_MEDIUM
        with painting_on(self) as painter:
            words = self.rect().adjusted(_PADDING, 0, _PADDING - self._room, 0)
            draw_text(painter, self.word, role, words, token, Qt.AlignmentFlag.AlignHCenter)
            if on:
                fill(painter, QRectF(_PADDING, HEIGHT - 2, self.width() - 2 * _PADDING, 2), "accent", 0)
            if self._room > 2 * _PADDING:
                icon(painter, "chevron-down", token, self.width() - _PADDING - 16, HEIGHT / 2 - 8, 16)
            if self.has_ring:
                focus_ring(painter, QRectF(self.rect()).adjusted(0, 4, 0, -4), 4)


class _More(_Entry):
    """Opens what has no room in the bar."""

    _room = 2 * _PADDING + _CHEVRON

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.setCheckable(False)
        self.setMenu(QMenu(self))

    def offer(self, entries: dict[str, str], go: Callable[[str], object]) -> None:
        """Offer these places (key to word)."""
        menu = self.menu()
        menu.clear()
        for key, word in entries.items():
            action = menu.addAction(word.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=key: go(key))
