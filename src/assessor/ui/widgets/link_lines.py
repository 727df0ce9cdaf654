"""A quiet line that leads elsewhere: what an element belongs to, in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, icon, painting_on, text_width
from assessor.ui.widgets.texts import explain

_HEIGHT, _ICON, _GAP = 24, 16, 8


class LinkLine(KeyboardRing, QPushButton):
    """One line with an icon before it, cut short where it must be; a click or Enter leads there."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._icon = icon_name
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_line(self, line: str) -> None:
        """Show this line."""
        self.setText(line.replace("&", "&&"))
        self._line = line
        self.setAccessibleName(line)
        explain(self, line)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The whole line."""
        inset = self.contentsMargins()
        width = text_width(self.accessibleName(), Role.SMALL) + 2 * (_ICON + _GAP)
        return QSize(width + inset.left() + inset.right(), _HEIGHT + inset.top())

    def minimumSizeHint(self) -> QSize:
        """A few words."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint icon, words and chevron; underlined in the accent while in focus."""
        area = QRectF(self.contentsRect())
        active = self.underMouse() or self.has_ring
        token = "accent" if active else "ink3"  # a token of the palette
        with painting_on(self) as painter:
            middle = area.center().y() - _ICON / 2
            icon(painter, self._icon, token, area.left(), middle, _ICON)
            left = area.left() + _ICON + _GAP
            room = area.width() - 2 * (_ICON + _GAP)
            width = min(text_width(self.accessibleName(), Role.SMALL), room)
            draw_text(
                painter, self.accessibleName(), Role.SMALL, QRectF(left, area.top(), width, _HEIGHT), token
            )
            icon(painter, "chevron-right", token, left + width + 4, middle, _ICON)
            if self.has_ring:
                fill(painter, QRectF(left, area.bottom() - 3, width, 2), "accent", 0)
