"""The window on one engagement: rail, header, stage bar, and the screens, made when first shown."""

import sys
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QThreadPool, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from assessor.ui.commands import Commands
from assessor.ui.errors import attempt
from assessor.ui.help import AboutDialog, KeysDialog
from assessor.ui.jobs import Job
from assessor.ui.menus import FileActions, Menus
from assessor.ui.places import PLACES, STAGES, Place, Stage, place, places_of
from assessor.ui.preferences import Preferences
from assessor.ui.record import Record
from assessor.ui.screens import Screen
from assessor.ui.undo import UndoRouter
from assessor.ui.widgets.header import Header
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.rail import Rail, RailEntry
from assessor.ui.widgets.stage_bar import StageBar
from assessor.ui.widgets.toasts import Toast

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_FIRST_SIZE = (1280, 720)
_LEAST_SIZE = (960, 600)
_PATIENCE = 10_000  # ms for cancelled work to roll back
_RINGS_PAUSE = 1200  # ms after the last change until the rings are counted anew


class MainWindow(QMainWindow):
    """Shows an engagement. `place_shown` tells the key of the place whenever another is shown."""

    place_shown = Signal(str)
    _heard = Signal(object)

    def __init__(self, engagement: "Engagement", files: FileActions) -> None:
        super().__init__()
        self.engagement = engagement
        self._record = Record(engagement)
        self._pages: dict[str, QWidget] = {}
        self._last_of_stage: dict[Stage, str] = {}
        self.key = ""
        self.menus = Menus(self, files)
        self.undo_router = UndoRouter(engagement, self.say, self)
        self._build()
        self._wire()
        self._rings = QTimer(self, singleShot=True, interval=_RINGS_PAUSE)
        self._rings.timeout.connect(self._count_progress)
        self._heard.connect(self._changed)
        self._stop_listening = engagement.listen(self._heard.emit)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        geometry = Preferences().window_geometry()
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._show_frame()
        if not engagement.read_only:
            self.header.show_saved(None)
        self.go("overview")
        self._rings.start()

    def go(self, key: str, element_id: str = "") -> None:
        """Show a place, and an element there."""
        shown = self._page()
        if isinstance(shown, Screen):
            shown.finish_editing()
        found = place(key)
        page = self._made(found)
        self.key = key
        self._last_of_stage[found.stage] = key
        self.rail.choose(found.stage)
        self.stage_bar.show_entries(*self._entries(found))
        self.stack.setCurrentWidget(page)
        if element_id and isinstance(page, Screen):
            page.refresh_if_stale()
            page.show_element(element_id)
        self.place_shown.emit(key)

    def say(self, sentence: str, undoable: bool = False) -> None:
        """Say one sentence in the toast."""
        self.toast.say(sentence, undoable=undoable)

    def screen_of(self, key: str) -> Screen | None:
        """The screen of a place, if it was made."""
        page = self._pages.get(key)
        return page if isinstance(page, Screen) else None

    def show_progress(self, parts: dict[str, float]) -> None:
        """Fill the rings of the rail, by stage, 0 to 1."""
        self.rail.show_progress(parts)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and hear no more of the engagement."""
        for page in self._pages.values():
            if isinstance(page, Screen):
                page.close_screen()
        self._stop_listening()
        self._rings.stop()
        self._end_jobs()
        Preferences().remember_window(self.saveGeometry())
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Save what is being typed when the window is left for another."""
        page = self._page() if event.type() == QEvent.Type.ActivationChange else None
        if isinstance(page, Screen) and not self.isActiveWindow():
            page.finish_editing()
        super().changeEvent(event)

    def _end_jobs(self) -> None:
        for job in self.findChildren(Job):
            job.cancel()
        QThreadPool.globalInstance().waitForDone(_PATIENCE)

    def _build(self) -> None:
        commands = Commands(self.menus.actions, self._record, self.go)
        self.header = Header(commands.find, self.menus.root)
        self.stage_bar, self.stack = StageBar(), QStackedWidget()
        entries = [RailEntry(stage, stage.label, stage.icon, True) for stage in STAGES]
        first, last = (RailEntry(s, s.label, s.icon, False) for s in (Stage.OVERVIEW, Stage.REPORT))
        self.rail = Rail(first, entries, last)
        content = Ground("surface")
        column = QVBoxLayout(content)
        frame = QWidget()
        row = QHBoxLayout(frame)
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stage_bar)
        column.addWidget(self.stack, 1)
        row.addWidget(self.rail)
        row.addWidget(content, 1)
        if sys.platform == "darwin":
            self.menus.stand_in(self.menuBar())
        self.rooms = QStackedWidget()
        self.rooms.addWidget(frame)
        self.setCentralWidget(self.rooms)
        self.toast = Toast(content)

    def _wire(self) -> None:
        self.rail.chosen.connect(self._go_to_stage)
        self.stage_bar.chosen.connect(self.go)
        self.toast.undo_asked.connect(self.undo_router.undo_change)
        self.menus.undo.triggered.connect(self.undo_router.undo)
        self.menus.redo.triggered.connect(self.undo_router.redo)
        self.menus.find.triggered.connect(self._find)
        self.menus.fill_go(self.go)
        self.menus.fill_help(lambda: KeysDialog(self).exec(), lambda: AboutDialog(self).exec())
        QShortcut(QKeySequence("F6"), self, self.toast.take_focus)
        QShortcut(QKeySequence("F10"), self, self.header.menu.showMenu)

    def _find(self) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _entries(self, shown: Place) -> tuple[dict[str, str], str]:
        listed = places_of(shown.stage)
        entries = {one.key: one.title for one in listed} if shown in listed else {shown.key: shown.title}
        return entries, shown.key

    def _go_to_stage(self, stage: str) -> None:
        wanted = Stage(stage)
        self.go(self._last_of_stage.get(wanted, places_of(wanted)[0].key))

    def _page(self) -> QWidget | None:
        return self.stack.currentWidget()

    def _made(self, found: Place) -> QWidget:
        if found.key not in self._pages:
            failed: list[str] = []
            page = attempt(lambda: self._make(found), failed.append)
            if page is None:
                page = EmptyState("circle-alert", self.tr("This screen cannot be shown"), failed[0])
            self._pages[found.key] = page
            self.stack.addWidget(page)
        return self._pages[found.key]

    def _make(self, found: Place) -> QWidget:
        try:
            kind = found.screen_class()
        except ModuleNotFoundError as missing:
            if not str(missing.name).startswith("assessor.ui"):
                raise
            return EmptyState(found.stage.icon, found.title, self.tr("This screen is still to be written."))
        screen = kind(self.engagement)
        screen.setObjectName(found.key)
        screen.asked_to_go.connect(self.go)
        screen.said.connect(self.say)
        screen.room_entered.connect(self._enter_room)
        screen.room_left.connect(self._leave_room)
        return screen

    def _enter_room(self, room: QWidget) -> None:
        self.rooms.addWidget(room)
        self.rooms.setCurrentWidget(room)
        room.setFocus()

    def _leave_room(self) -> None:
        room = self.rooms.currentWidget()
        if self.rooms.count() > 1 and room is not None:
            self.rooms.setCurrentIndex(0)
            self.rooms.removeWidget(room)
            self._show_frame()
            self._rings.start()

    def _changed(self, _tables: frozenset[str]) -> None:
        self.header.show_saved(QTime.currentTime())
        if self.rooms.currentIndex():  # a live session hides the frame, and waits for nothing
            self.menus.show_undo(self.engagement.can_undo(), self.engagement.can_redo())
            return
        self._show_frame()
        self._rings.start()

    def _count_progress(self) -> None:
        if not self.rooms.currentIndex():  # a live session has the window and all its time to itself
            today = date.today()  # noqa: DTZ011  # the day on the wall
            parts = attempt(lambda: self._record.progress(today), lambda _logged: None)
            self.show_progress(parts or {})

    def _show_frame(self) -> None:
        name, cycle = self._record.heading()
        self.setWindowTitle(self.tr("{name} – Assessor").format(name=name))
        self.header.show_heading(name, cycle)
        self.header.show_encrypted(self.engagement.is_encrypted)
        if self.engagement.read_only:
            self.header.show_read_only(self.engagement.read_only)
        self.menus.show_undo(self.engagement.can_undo(), self.engagement.can_redo())


def missing_screens() -> list[str]:
    """The places whose screen cannot be imported: none in a finished program."""
    missing = []
    for one in PLACES:
        try:
            one.screen_class()
        except (ImportError, AttributeError):
            missing.append(one.key)
    return missing
