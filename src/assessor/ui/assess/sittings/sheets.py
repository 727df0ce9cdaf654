"""What the pages of people and sites are laid out with: list and sheet, and lists flush with the text."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Detail
from assessor.ui.widgets.row_lists import RowList

_LIST, _MOST_WIDTH = 352, 720


class Sheet(Detail):
    """A detail whose fields stay within a width."""

    def put_head(self, field: Field, remove: IconButton) -> None:
        """Begin with what names the element, and the button that removes it."""
        field.label.hide()
        head = QHBoxLayout()
        head.addWidget(field, 1)
        head.addWidget(remove)
        self.column.addLayout(head)

    def limit(self, width: int) -> None:
        """Let the fields grow to `width` px at most."""
        inner = self.widget()
        if inner is not None:
            inner.setMaximumWidth(width)


class ListPages(QStackedWidget):
    """The empty state while there is nothing; then the list, and the sheet of the one chosen."""

    def __init__(self, key: str, empty: EmptyState, rows: RowList, sheet: Sheet) -> None:
        super().__init__()
        sheet.limit(_MOST_WIDTH)
        columns = Columns(key)
        columns.add(rows, _LIST)
        columns.add(sheet, 600, grows=True)
        self.addWidget(empty)
        self.addWidget(columns)

    def show_list(self, has_rows: bool) -> None:
        """Show list and sheet, or that there is nothing."""
        self.setCurrentIndex(int(has_rows))


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
