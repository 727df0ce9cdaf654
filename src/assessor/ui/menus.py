"""The menus: every action with its words and keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from assessor.ui.places import PLACES, Place
from assessor.ui.preferences import Preferences
from assessor.ui.theme import Appearance, Density, look
from assessor.ui.widgets.texts import as_menu_words

Doing = Callable[[], object]


@dataclass
class FileActions:
    """What the program does with files; the window only asks for it."""

    new: Doing
    open: Doing
    open_path: Callable[[Path], object]
    close: Doing
    quit: Doing
    export: Doing | None = None
    print_plan: Doing | None = None
    sample: Doing | None = None
    recent: Callable[[], list[Path]] = field(default=list)


class Menus(QObject):
    """Builds the menus of a window. `root` holds them all, for the button in the header."""

    def __init__(self, window: QWidget, files: FileActions) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self.root = QMenu(window)
        self.actions: list[QAction] = []
        self.undo = self._action(self.tr("Undo"), QKeySequence.StandardKey.Undo)
        self.redo = self._action(self.tr("Redo"), QKeySequence.StandardKey.Redo)
        self._fill_file(self._menu(self.tr("File")))
        edit = self._menu(self.tr("Edit"))
        edit.addActions([self.undo, self.redo])
        self.find = self._add(edit, self.tr("Find or do…"), "Ctrl+K")
        self._fill_view(self._menu(self.tr("View")))
        self.go = self._menu(self.tr("Go"))
        self.help = self._menu(self.tr("Help"))

    def fill_go(self, go: Callable[[str], object]) -> None:
        """Put every place into the menu Go, the first nine with Ctrl and a digit."""
        for number, place in enumerate(PLACES, start=1):
            keys = f"Ctrl+{number}" if number <= 9 else ""
            self._add(self.go, _path_of(place), keys, partial(go, place.key))

    def fill_help(self, keys: Doing, about: Doing) -> None:
        """Put what explains the program into the menu Help."""
        self._add(self.help, self.tr("Keys"), "F1", keys)
        self._add(self.help, self.tr("About Assessor"), "", about)

    def stand_in(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar too, where the system has one of its own."""
        bar.addActions(self.root.actions())

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Show what would be undone and redone."""
        self.undo.setText(self.tr("Undo {label}").format(label=_small(undo)) if undo else self.tr("Undo"))
        self.redo.setText(self.tr("Redo {label}").format(label=_small(redo)) if redo else self.tr("Redo"))

    def _fill_file(self, menu: QMenu) -> None:
        self._add(menu, self.tr("New engagement…"), "Ctrl+N", self._files.new)
        self._add(menu, self.tr("Open…"), "Ctrl+O", self._files.open)
        recent = menu.addMenu(self.tr("Open recent"))
        recent.aboutToShow.connect(partial(self._fill_recent, recent))
        if self._files.sample is not None:
            self._add(menu, self.tr("Look at the sample"), "", self._files.sample)
        menu.addSeparator()
        if self._files.print_plan is not None:
            self._add(menu, self.tr("Print plan…"), "Ctrl+P", self._files.print_plan)
        if self._files.export is not None:
            self._add(menu, self.tr("Export as JSON…"), "Ctrl+Shift+E", self._files.export)
        menu.addSeparator()
        self._add(menu, self.tr("Close engagement"), "Ctrl+W", self._files.close)
        self._add(menu, self.tr("Quit"), "Ctrl+Q", self._files.quit)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._files.recent():
            menu.addAction(as_menu_words(path.stem)).triggered.connect(partial(self._files.open_path, path))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing opened yet")).setEnabled(False)

    def _fill_view(self, menu: QMenu) -> None:
        looks = {
            Appearance.LIGHT: self.tr("Light"),
            Appearance.DARK: self.tr("Dark"),
            Appearance.SYSTEM: self.tr("As the system"),
        }
        densities = {Density.COMFORTABLE: self.tr("Comfortable"), Density.COMPACT: self.tr("Compact")}
        self._choices(menu, looks, look().appearance, lambda chosen: look().wear(appearance=chosen))
        menu.addSeparator()
        self._choices(menu, densities, look().density, lambda chosen: look().wear(density=chosen))
        menu.addSeparator()
        contrast = self._add(menu, self.tr("High contrast"))
        contrast.setCheckable(True)
        contrast.setChecked(look().high_contrast)
        contrast.triggered.connect(lambda on: look().wear(high_contrast=on))
        contrast.triggered.connect(lambda: Preferences().remember_look(look()))

    def _choices(
        self, menu: QMenu, words: Mapping[Any, str], now: object, choose: Callable[[Any], None]
    ) -> None:
        group = QActionGroup(menu)
        for choice, word in words.items():
            action = self._add(menu, word)
            action.setCheckable(True)
            action.setChecked(choice == now)
            action.triggered.connect(partial(self._chosen, choose, choice))
            group.addAction(action)

    def _menu(self, title: str) -> QMenu:
        menu = QMenu(title, self._window)
        menu.setToolTipsVisible(True)
        self.root.addMenu(menu)
        return menu

    def _add(self, menu: QMenu, words: str, keys: str = "", doing: Doing | None = None) -> QAction:
        action = self._action(words, keys)
        if doing is not None:
            action.triggered.connect(_without_checked(doing))
        menu.addAction(action)
        return action

    def _action(self, words: str, keys: str | QKeySequence.StandardKey = "") -> QAction:
        action = QAction(words, self._window)
        if isinstance(keys, QKeySequence.StandardKey):
            action.setShortcuts(keys)
        elif keys:
            action.setShortcut(keys)
        self._window.addAction(action)
        self.actions.append(action)
        return action

    def _chosen(self, choose: Callable[[object], None], choice: object) -> None:
        choose(choice)
        Preferences().remember_look(look())


def _path_of(place: Place) -> str:
    return place.title if place.title == place.stage.label else f"{place.stage.label}: {place.title}"


def _without_checked(doing: Doing) -> Callable[[bool], object]:
    return lambda _checked: doing()


def _small(label: str) -> str:
    return f"“{as_menu_words(label)}”"
