"""A tag that can be pressed: it opens a menu, or says that it was clicked."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from assessor.palette import RADIUS_SMALL
from assessor.ui.theme import look
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import outline, painting_on
from assessor.ui.widgets.tags import HEIGHT, Meaning, draw_tag, tag_width


class TagButton(KeyboardRing, QPushButton):
    """A tag; hovered or in focus it has an outline. `what` says what the tag tells: "Kind", "Status"."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._icon, self._meaning = what, "", Meaning.NEUTRAL
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_as(self, text: str, meaning: Meaning = Meaning.NEUTRAL, icon: str = "") -> None:
        """Say this."""
        self._meaning, self._icon = meaning, icon
        self.setText(text)
        self.setAccessibleName(f"{self._what}: {text}")
        self.updateGeometry()
        self.update()

    def offer(self, actions: list[QAction]) -> None:
        """Open these actions when pressed."""
        menu = QMenu(self)
        menu.addActions(actions)
        self.setMenu(menu)

    def sizeHint(self) -> QSize:
        """The tag itself."""
        return QSize(tag_width(self.text(), self._icon), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The whole word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the tag, and its outline once it is used."""
        with painting_on(self) as painter:
            draw_tag(painter, 0, 0, self.text(), self._meaning, self._icon)
            if self.has_ring:
                outline(painter, self.rect(), "accent", RADIUS_SMALL, 2)
            elif self.underMouse() and self.isEnabled() and not look().theme.soft_outline:
                outline(painter, self.rect(), self._meaning.token, RADIUS_SMALL)
