"""What the pages of coverage are laid out with: grid and detail that share the room, and the legend."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.texts import Text

LEGEND_ROOM = 1000
_DETAIL, _LEAST_GRID, _LEAST_DETAIL, _NARROW = 352, 480, 264, 1000


class GridAndDetail(Columns):
    """A grid that takes what a detail leaves; in a narrow window the detail leaves all it can."""

    def __init__(self, key: str, grid: QWidget, detail: QWidget) -> None:
        super().__init__(key)
        self.add(grid, 840, grows=True, least=_LEAST_GRID)
        self.add(detail, _DETAIL, least=_LEAST_DETAIL)
        self._was_narrow = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share anew where the window became narrow, or wide again."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow is not self._was_narrow:
            self._was_narrow = is_narrow
            detail = _LEAST_DETAIL if is_narrow else _DETAIL
            self.setSizes([self.width() - detail, detail])


class Legend(QWidget):
    """Icons, each with its word."""

    def __init__(self, *marks: tuple[str, str, str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name, tone, word in marks:
            row.addWidget(Icon(name, tone, 14))
            row.addWidget(Text(word, Role.SMALL, tone))
            row.addSpacing(8)
