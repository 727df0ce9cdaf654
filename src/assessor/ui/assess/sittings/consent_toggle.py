"""Consent as a tag that is switched: given with a tick, or not given."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, focus_ring, icon, outline, painting_on, soft_fill, text_width

_HEIGHT, _ICON = 24, 14


class ConsentToggle(QCheckBox):
    """24 high. `name` is the whole question, as a screen reader says it."""

    def __init__(self, word: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Icon, word and padding."""
        return QSize(text_width(self.text(), Role.SMALL_MEDIUM) + _ICON + 20, _HEIGHT)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # anywhere
        """Anywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the tag."""
        rect = QRectF(self.rect())
        with painting_on(self) as painter:
            if self.isChecked():
                soft_fill(painter, rect, "good", 4)
            else:
                outline(painter, rect, "ink3" if self.underMouse() else "edge", 4)
            tone = "good" if self.isChecked() else "ink3"
            icon(painter, "check" if self.isChecked() else "minus", tone, 6, (_HEIGHT - _ICON) / 2, _ICON)
            words = QRectF(6 + _ICON + 4, 0, rect.width(), _HEIGHT)
            draw_text(painter, self.text(), Role.SMALL_MEDIUM, words, tone)
            if self.hasFocus():
                focus_ring(painter, rect, 2)
