"""Tags: a word on a soft fill, neutral or with one of the four meanings, and the icon that goes with it."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assessor.palette import RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, icon, painting_on, soft_fill, text_width

HEIGHT = 20
_PADDING, _ICON, _GAP = 8, 14, 4


class Meaning(StrEnum):
    """What a color says; never without a word beside it."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WATCH = "watch"
    CONCERN = "concern"
    INFO = "info"
    ACCENT = "accent"

    @property
    def token(self) -> str:
        """The token of text and icons with this meaning."""
        return "ink2" if self is Meaning.NEUTRAL else self.value

    @property
    def icon(self) -> str:
        """The icon that says the same as the color; empty where there is none."""
        return _ICONS.get(self, "")


_ICONS = {
    Meaning.GOOD: "check",
    Meaning.WATCH: "triangle-alert",
    Meaning.CONCERN: "circle-alert",
    Meaning.INFO: "circle-dashed",
}


def tag_width(text: str, icon_name: str = "") -> int:
    """The width of a tag in px."""
    return text_width(text, Role.SMALL_MEDIUM) + 2 * _PADDING + (_ICON + _GAP if icon_name else 0)


def draw_tag(
    painter: QPainter, x: float, y: float, text: str, meaning: Meaning = Meaning.NEUTRAL, icon_name: str = ""
) -> int:
    """Draw a tag with its left top corner at x, y and return its width."""
    width = tag_width(text, icon_name)
    rect = QRectF(x, y, width, HEIGHT)
    if meaning is Meaning.NEUTRAL:
        fill(painter, rect, "chip", RADIUS_SMALL)
    else:
        soft_fill(painter, rect, meaning, RADIUS_SMALL)
    left = x + _PADDING
    if icon_name:
        icon(painter, icon_name, meaning.token, left, y + (HEIGHT - _ICON) / 2, _ICON)
        left += _ICON + _GAP
    draw_text(painter, text, Role.SMALL_MEDIUM, QRectF(left, y, width, HEIGHT), meaning.token)
    return width


class Tag(QLabel):
    """A word with a meaning. The meaning brings its icon; `icon` puts another in its place, or "" none."""

    def __init__(
        self,
        text: str,
        meaning: Meaning = Meaning.NEUTRAL,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning = meaning
        self._icon = meaning.icon if icon is None else icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_as(self, text: str, meaning: Meaning, icon: str | None = None) -> None:
        """Say something else."""
        self._meaning = meaning
        self._icon = meaning.icon if icon is None else icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word, its icon and padding."""
        return QSize(tag_width(self.text(), self._icon), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The whole word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the tag."""
        with painting_on(self) as painter:
            draw_tag(painter, 0, (self.height() - HEIGHT) / 2, self.text(), self._meaning, self._icon)
