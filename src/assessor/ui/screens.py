"""What every screen is: it names the tables it shows and refreshes only when it is seen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.palette import PAGE_MARGIN
from assessor.ui.errors import attempt
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.page_head import PageHead

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

Result = TypeVar("Result")


class Screen(QWidget):
    """A screen of the program: a page head, a line for what went wrong, and a content of its own.

    A subclass names `key`, `title` (as in ui/places.py) and `tables`, builds its content in `__init__`,
    hands it to `set_content`, and fills it in `refresh`.
    """

    key = ""
    title = ""
    tables: frozenset[str] = frozenset()
    ruled_head = True

    asked_to_go = Signal(str, str)
    """Key of the place and id of the element to show there; the id may be empty."""
    said = Signal(str, bool)
    """One sentence for the toast, and whether Undo stands beside it."""

    room_entered = Signal(QWidget)
    """A widget that takes the whole window, without rail and header: a live session."""
    room_left = Signal()
    """The room is done; the window shows this screen again."""

    _heard = Signal(object)

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.engagement = engagement
        self._is_stale = True
        self.head = PageHead(QCoreApplication.translate("places", self.title), ruled=self.ruled_head)
        self.problem = ErrorLine()
        self.problem.setContentsMargins(PAGE_MARGIN, 4, PAGE_MARGIN, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.problem)
        self._heard.connect(self._tables_changed)
        self._stop_listening = engagement.listen(self._heard.emit)

    def set_content(self, content: QWidget) -> None:
        """Put the screen's own content beneath the head."""
        self._column.addWidget(content, 1)

    def refresh(self) -> None:
        """Show what the engagement holds now. Called when seen and stale; never call it to answer an edit."""

    def show_element(self, element_id: str) -> None:
        """Bring an element into view and choose it."""

    def finish_editing(self) -> None:
        """Save what is being typed in any field. Call it before the fields show another element."""
        for field in self.findChildren(Field):
            field.finish()

    def attempt(self, doing: Callable[[], Result], *, done: str = "", undoable: bool = True) -> Result | None:
        """Do something. Where it cannot be done, say why under the head; else say `done` in the toast."""
        self.problem.clear()
        failed: list[str] = []
        result = attempt(doing, failed.append)
        if failed:
            self.problem.tell(failed[0])
        elif done:
            self.said.emit(done, undoable)
        return result

    def refresh_if_stale(self) -> None:
        """Refresh where something changed since the last time."""
        if self._is_stale:
            self._is_stale = False
            self.attempt(self.refresh)

    def close_screen(self) -> None:
        """Save what is being typed, and hear no more of the engagement, which is about to be closed."""
        self.finish_editing()
        self._stop_listening()

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh when seen."""
        self.refresh_if_stale()
        super().showEvent(event)

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if self.tables & tables:
            self._is_stale = True
            if self.isVisible():
                self.refresh_if_stale()
