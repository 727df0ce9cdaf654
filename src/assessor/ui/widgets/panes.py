"""Panes: splitters that remember, and details that scroll."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.theme import look
from assessor.ui.widgets.paint import painting_on


class Columns(QSplitter):
    """Panes side by side that remember their widths under `key`."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._key = f"columns/{key}"
        self._is_restored = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._remember)

    def add(self, pane: QWidget, width: int, *, grows: bool = False, least: int = 200) -> None:
        """Add a pane of `width` px; those that grow take what is left."""
        pane.setMinimumWidth(least)
        self.addWidget(pane)
        place = self.count() - 1
        self.setStretchFactor(place, 1 if grows else 0)
        sizes = self.sizes()
        sizes[place] = width
        self._first = [*getattr(self, "_first", []), width]
        self.setSizes(self._first)
        state = QSettings().value(self._key)
        if isinstance(state, QByteArray):
            self.restoreState(state)

    def _remember(self) -> None:
        QSettings().setValue(self._key, self.saveState())


class Ground(QWidget):
    """A pane on the color of a token of the palette."""

    def __init__(self, tone: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone

    def paintEvent(self, event: object) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the ground."""
        with painting_on(self) as painter:
            painter.fillRect(self.rect(), look().color(self._tone))


class Detail(QScrollArea):
    """A detail that scrolls: add widgets to `column` (inset 16×24, 16 between), from the top."""

    def __init__(self, tone: str = "surface", spacing: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = Ground(tone)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(24, 16, 24, 24)
        whole.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(spacing)
        whole.addLayout(self.column)
        whole.addStretch(1)  # an alignment at the top would cut wrapped text short
        self.setWidget(inner)


def above_table(told: Iterable[QWidget], table: QWidget) -> Ground:
    """What is told of a file above the table of what it holds."""
    pane = Ground()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 16, 0, 0)
    column.setSpacing(0)
    top = QVBoxLayout()
    top.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 8)
    top.setSpacing(8)
    for widget in told:
        top.addWidget(widget)
    column.addLayout(top)
    beneath = QVBoxLayout()
    beneath.setContentsMargins(PAGE_MARGIN - 8, 0, 0, 0)  # so that its words stand under those above
    beneath.addWidget(table)
    column.addLayout(beneath, 1)
    return pane
