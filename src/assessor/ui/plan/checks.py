"""A check before words of any length, with a quiet second line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from assessor.palette import RADIUS_SMALL
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import break_lines, draw_lines, fill, focus_ring, icon, outline, painting_on

_BOX, _TEXT, _PADDING = 16, 28, 4


class Check(QCheckBox):
    """A check; use `clicked` for a person's doing only."""

    def __init__(self, text: str, second: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._second = second
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words, which are the accessible name too."""
        super().setText(text)
        self.setAccessibleName(", ".join(part for part in (text, self._second) if part))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words."""
        words = break_lines(self.text(), Role.BODY, max(width - _TEXT, 1))
        return words.height + (Role.SMALL.line if self._second else 0) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """The words at a comfortable width."""
        return QSize(272, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Room for the box and some letters."""
        return QSize(80, self.heightForWidth(max(self.width(), 80)))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # the words belong to the check
        """Anywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint box, words and ring."""
        with painting_on(self) as painter:
            box = QRectF(2, _PADDING + 2, _BOX, _BOX)
            if self.isChecked():
                fill(painter, box, "accent" if self.isEnabled() else "ink3", RADIUS_SMALL)
                icon(painter, "check", "onaccent", box.left() + 1, box.top() + 1, 14)
            else:
                fill(painter, box, "surface", RADIUS_SMALL)
                outline(painter, box, "ink3" if self.underMouse() else "edge", RADIUS_SMALL, 1.5)
            width = self.width() - _TEXT
            words = break_lines(self.text(), Role.BODY, width)
            draw_lines(painter, words, QRectF(_TEXT, _PADDING, width, words.height))
            if self._second:
                second = break_lines(self._second, Role.SMALL, width, 1)
                place = QRectF(_TEXT, _PADDING + words.height, width, second.height)
                draw_lines(painter, second, place, "ink3")
            if self.hasFocus():
                focus_ring(painter, self.rect(), 4)
