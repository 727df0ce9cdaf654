"""Buttons: primary, plain, quiet and icon only; off with a lock where a rule holds them."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from assessor.palette import FOCUS, RADIUS, RADIUS_SMALL
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import (
    draw_text,
    fill,
    focus_ring,
    hairline,
    icon,
    outline,
    painting_on,
    text_width,
)
from assessor.ui.widgets.texts import explain

_HEIGHT, _PADDING, _ICON, _GAP = 32, 12, 16, 8


class Kind(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


class Button(KeyboardRing, QPushButton):
    """A button of our own drawing; use PrimaryButton, PlainButton, QuietButton or IconButton."""

    kind = Kind.PLAIN

    def __init__(self, text: str, icon: str = "", trailing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon, self._trailing = icon, trailing
        self._is_locked = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def setText(self, text: str) -> None:
        """Show another word, which is the accessible name too."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def lock(self, reason: str) -> None:
        """Switch off with a lock; `reason` says which rule holds it."""
        self._is_locked = True
        self.setEnabled(False)
        explain(self, reason)
        self.setAccessibleDescription(reason)
        self.updateGeometry()

    def unlock(self) -> None:
        """Switch on again."""
        self._is_locked = False
        self.setEnabled(True)
        explain(self, "")
        self.setAccessibleDescription("")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The word, its icons and padding."""
        width = text_width(self.text(), Role.BODY_MEDIUM) if self.text() else -_GAP
        width += (_ICON + _GAP) * (bool(self._shown_icon) + bool(self._shown_trailing))
        return QSize(width + 2 * self._side, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The whole word: a button is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the ground, icon, word and ring."""
        with painting_on(self) as painter:
            rect = QRectF(self.rect())
            self._paint_ground(painter, rect)
            self._paint_words(painter)
            if self.has_ring:
                self._paint_focus(painter, rect)

    def _paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        focus_ring(painter, rect, RADIUS_SMALL)

    @property
    def _shown_icon(self) -> str:
        return "lock" if self._is_locked else self._icon

    @property
    def _shown_trailing(self) -> str:
        return "chevron-down" if self.menu() is not None else self._trailing

    @property
    def _side(self) -> int:
        return _PADDING

    @property
    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink3"
        return {Kind.PRIMARY: "onaccent", Kind.PLAIN: "ink", Kind.QUIET: "accent"}[self.kind]

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        if not self.isEnabled():
            if self.kind is not Kind.QUIET:
                fill(painter, rect, "sunken")
                outline(painter, rect, "line")
        elif self.kind is Kind.PRIMARY:
            self._paint_primary(painter, rect)
        else:
            if self.kind is Kind.PLAIN:
                fill(painter, rect, "surface")
            if self.isDown() or self.underMouse():
                fill(painter, rect, "chip")
            if self.kind is Kind.PLAIN:
                outline(painter, rect, "edge")

    def _paint_primary(self, painter: QPainter, rect: QRectF) -> None:
        if self.has_ring:
            rect = rect.adjusted(4, 4, -4, -4)
        painter.setPen(Qt.PenStyle.NoPen)
        pressed = self.isDown() or self.underMouse()
        painter.setBrush(_mixed("accent", "ink", 0.08 if pressed else 0))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter) -> None:
        content = self.sizeHint().width() - 2 * self._side
        x = (self.width() - content) / 2
        y = (self.height() - _ICON) / 2
        if self._shown_icon:
            icon(painter, self._shown_icon, self._ink, x, y, _ICON)
            x += _ICON + _GAP
        width = text_width(self.text(), Role.BODY_MEDIUM)
        draw_text(painter, self.text(), Role.BODY_MEDIUM, QRectF(x, 0, width, self.height()), self._ink)
        if self._shown_trailing:
            icon(painter, self._shown_trailing, self._ink, x + width + _GAP, y, _ICON)


class PrimaryButton(Button):
    """The one thing a screen is for: at most one a screen."""

    kind = Kind.PRIMARY


class PlainButton(Button):
    """An ordinary action."""


class QuietButton(Button):
    """An action beside others, or a link. `flush` drops the padding at its sides."""

    kind = Kind.QUIET
    _flush = False

    def __init__(
        self,
        text: str,
        icon: str = "",
        trailing: str = "",
        *,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._flush = flush
        super().__init__(text, icon, trailing, parent)

    @property
    def _side(self) -> int:
        return 0 if self._flush else _PADDING

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        if not self._flush:
            super()._paint_ground(painter, rect)
        elif self.underMouse() and self.isEnabled():
            hairline(painter, 0, rect.bottom() - 6, rect.right(), rect.bottom() - 5, "accent")

    def _paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        if self._flush:
            fill(painter, QRectF(0, rect.bottom() - 6, rect.width(), FOCUS), "accent", 0)
        else:
            super()._paint_focus(painter, rect)


class IconButton(QuietButton):
    """An icon alone; `name` is what a screen reader and the tooltip say."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", icon, parent=parent)
        self.setAccessibleName(name)
        explain(self, name)

    def show_icon(self, icon: str, name: str) -> None:
        """Show another icon, for what a click does now."""
        self._icon = icon
        self.setAccessibleName(name)
        explain(self, name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_HEIGHT, _HEIGHT)

    @property
    def _ink(self) -> str:
        return "ink2" if self.isEnabled() else "ink3"

    def _paint_words(self, painter: QPainter) -> None:
        icon(painter, self._icon, self._ink, (self.width() - _ICON) / 2, (self.height() - _ICON) / 2, _ICON)


def _mixed(tone: str, other: str, part: float) -> QColor:
    one, two = look().color(tone), look().color(other)
    return QColor.fromRgbF(
        one.redF() * (1 - part) + two.redF() * part,
        one.greenF() * (1 - part) + two.greenF() * part,
        one.blueF() * (1 - part) + two.blueF() * part,
    )
