"""Fields side by side where there is room, else one under another: two languages, a row of facts."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from assessor.ui.widgets.fields import Field

_LEAST = 400
_GAP, _GAP_BELOW = 16, 8


def in_both(english: Field, spanish: Field, word: str) -> "SideBySide":
    """A text in English and in Spanish; what the field is for is read out, only the language is shown."""
    spanish.label.setText(word)
    return SideBySide(english, spanish)


class SideBySide(QWidget):
    """Widgets of one width, in a row from `least` px on."""

    def __init__(self, *widgets: QWidget, least: int = _LEAST) -> None:
        super().__init__()
        self._least = least
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        for widget in widgets:
            self._row.addWidget(widget, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them, for they may stand one under another."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        widths = [item.minimumSize().width() for item in items if item is not None]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand one under another where columns would be too narrow to read."""
        is_wide = event.size().width() >= self._least
        wanted = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(_GAP if is_wide else _GAP_BELOW)
        super().resizeEvent(event)
