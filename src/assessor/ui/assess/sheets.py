"""What the pages of people and sites are laid out with: a width one reads, and lists flush with the text."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.widgets.panes import Detail


class Sheet(Detail):
    """A detail whose fields stay within a width."""

    def limit(self, width: int) -> None:
        """Let the fields grow to `width` px at most."""
        inner = self.widget()
        if inner is not None:
            inner.setMaximumWidth(width)


class Flush(QWidget):
    """Holds a list, whose rows bring a margin of their own, so that their words begin at the left edge."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = inner
        inner.setParent(self)
        inner.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the list."""
        return QSize(240, self._inner.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the margins of the rows fall outside."""
        super().resizeEvent(event)
        self._inner.setGeometry(-PAGE_MARGIN, 0, self.width() + 2 * PAGE_MARGIN, self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the list."""
        if event.type() == QEvent.Type.Resize:
            self.updateGeometry()
        return super().eventFilter(watched, event)
