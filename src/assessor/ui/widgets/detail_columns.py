"""Details whose text meets on one edge, although quiet fields stand out by the room around their text."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import FactsStrip, Hairline, NoteBox
from assessor.ui.widgets.texts import Text

INSET = 4
"""What a quiet field draws around its text."""
_WITHOUT_MARGINS = (Hairline, FactsStrip, NoteBox, Text, QAbstractScrollArea)  # they paint up to their edges


class DetailColumn(Detail):
    """A scrolling detail. `put` adds a part with the space above it, which is folded with it."""

    def __init__(self, tone: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(tone, spacing=0, parent=parent)
        inner = self.widget()
        whole = inner.layout() if inner is not None else None
        if whole is not None:
            whole.setContentsMargins(PAGE_MARGIN - INSET, 16, PAGE_MARGIN - INSET, 24)

    def put(self, widget: QWidget, above: int = 0) -> None:
        """Add a part; a field without a label stands out, so that its text meets the edge."""
        inset = 0 if isinstance(widget, Field) and widget.label.isHidden() else INSET
        if isinstance(widget, _WITHOUT_MARGINS):
            row = QHBoxLayout()
            row.setContentsMargins(inset, above, inset, 0)
            row.addWidget(widget)
            self.column.addLayout(row)
        else:
            widget.setContentsMargins(inset, above, inset, 0)
            self.column.addWidget(widget)


class Beside(QWidget):
    """Fields side by side, as wide as their shares say."""

    def __init__(self, *fields: tuple[QWidget, int]) -> None:
        super().__init__()
        _fill(QHBoxLayout(self), 12, fields)


class Stacked(QWidget):
    """Fields one under another that are shown and folded together."""

    def __init__(self, *fields: QWidget, spacing: int = 12) -> None:
        super().__init__()
        _fill(QVBoxLayout(self), spacing, [(field, 0) for field in fields])


def _fill(layout: QBoxLayout, spacing: int, widgets: Sequence[tuple[QWidget, int]]) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget, share in widgets:
        layout.addWidget(widget, share)
