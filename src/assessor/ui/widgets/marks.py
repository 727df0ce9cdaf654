"""Small marks: avatars with initials, and the switch."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, painting_on, text_width

AVATAR = 24
SWITCH_WIDTH, SWITCH_HEIGHT = 28, 16


def initials(name: str) -> str:
    """The first letters of the first and last word that is a name."""
    words = [word for word in name.split() if not word.endswith(".") or len(word) == 2]
    letters = [word[0].upper() for word in words if word[0].isalpha()]
    return letters[0] + letters[-1] if len(letters) > 1 else "".join(letters)


def draw_avatar(painter: QPainter, x: float, y: float, name: str) -> None:
    """Draw a disc with a person's initials, its square's left top corner at x, y."""
    square = QRectF(x, y, AVATAR, AVATAR)
    fill(painter, square, "chip", AVATAR / 2)
    draw_text(painter, initials(name), Role.SMALL_BOLD, square, "ink2", Qt.AlignmentFlag.AlignHCenter)


def draw_switch(painter: QPainter, x: float, y: float, *, is_on: bool) -> None:
    """Draw a switch with its left top corner at x, y."""
    fill(
        painter,
        QRectF(x, y, SWITCH_WIDTH, SWITCH_HEIGHT),
        "accent" if is_on else "off_switch",
        SWITCH_HEIGHT / 2,
    )
    painter.setBrush(look().color("surface"))
    center = x + (SWITCH_WIDTH - 8 if is_on else 8)
    painter.drawEllipse(QPointF(center, y + SWITCH_HEIGHT / 2), 6, 6)


class Switch(QCheckBox):
    """On or off at once; use `toggled` or, for a person's doing only, `clicked`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Switch and word."""
        return QSize(SWITCH_WIDTH + 12 + text_width(self.text(), Role.BODY) + 4, 28)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # the word belongs to the switch
        """Anywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint switch, word and ring."""
        with painting_on(self) as painter:
            top = (self.height() - SWITCH_HEIGHT) / 2
            draw_switch(painter, 2, top, is_on=self.isChecked())
            words = QRectF(SWITCH_WIDTH + 12, 0, self.width() - SWITCH_WIDTH - 12, self.height())
            draw_text(painter, self.text(), Role.BODY, words, "ink" if self.isEnabled() else "ink3")
            if self.hasFocus():
                focus_ring(painter, self.rect(), 4)
