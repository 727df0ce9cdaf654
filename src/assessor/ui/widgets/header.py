"""The header: whose engagement this is, the search box, whether it is encrypted and when it was saved."""

from PySide6.QtCore import QTime
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.search_box import Finder, SearchBox
from assessor.ui.widgets.texts import Text, explain

HEIGHT = 48


class Header(QWidget):
    """The row at the top of the window, 48 high."""

    def __init__(self, find: Finder, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.name = Text("", Role.LIVE_BOLD)
        self.cycle = Text("", Role.BODY, "ink3")
        self.search = SearchBox(find)
        self._lock, self._locked = Icon("lock", "ink2", 16), Text("", Role.BODY, "ink2")
        self._check, self._saved = Icon("check", "good", 16), Text("", Role.BODY, "ink2")
        self.menu = IconButton("menu", self.tr("Menu"))
        self.menu.setObjectName("menu")
        self.menu.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addSpacing(8)
        row.addWidget(self.cycle)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addSpacing(8)
        for widget in (self._lock, self._locked):
            row.addWidget(widget)
        row.addSpacing(8)
        for widget in (self._check, self._saved):
            row.addWidget(widget)
        for words in (self._locked, self._saved):  # a long name is cut before these are
            words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self.menu)

    def show_heading(self, name: str, cycle: str) -> None:
        """Show whose engagement this is, and its cycle."""
        self.name.setText(name)
        self.cycle.setText(cycle)

    def show_encrypted(self, is_encrypted: bool) -> None:
        """Say whether the file is encrypted."""
        self._lock.show_icon("lock" if is_encrypted else "lock-open", "ink2" if is_encrypted else "ink3")
        self._locked.setText(self.tr("Encrypted") if is_encrypted else self.tr("Not encrypted"))

    def show_saved(self, at: QTime | None) -> None:
        """Say when the last change was saved; without a time, that all is."""
        at_words = self.tr("Saved {time}").format(time=at.toString("HH:mm")) if at else self.tr("Saved")
        self._saved.setText(at_words)

    def show_read_only(self, reason: str) -> None:
        """Say that nothing can be changed, and in the tooltip why."""
        self._check.show_icon("lock", "watch")
        self._saved.setText(self.tr("Read only"))
        explain(self._saved, reason)
        self._saved.setAccessibleDescription(reason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the hairline beneath."""
        with painting_on(self) as painter:
            hairline(painter, 0, HEIGHT - 1, self.width(), HEIGHT)
