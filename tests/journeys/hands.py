"""The hands of a consultant: they type, press keys, click, pick from menus, and wait for what comes of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from assessor.app import Program
from assessor.store import Engagement
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.choice_fields import ChoiceField

PATIENCE = 60_000  # ms for files to be read and pages to be printed
CONTROL = Qt.KeyboardModifier.ControlModifier
Done = Callable[[], object]


class Hands:
    """Drives the window that the program shows."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.qtbot = program, qtbot

    @property
    def window(self) -> MainWindow:
        """The main window, which must be there."""
        assert self.program.window is not None
        return self.program.window

    @property
    def engagement(self) -> Engagement:
        """What the window is on."""
        return self.window.engagement

    def go(self, key: str) -> Any:
        """Go to a screen by the words of the command box, and hand it back."""
        self.activate()
        self.window.go(key)
        self.qtbot.wait(1)
        screen = self.window.screen_of(key)
        assert screen is not None, f"{key} cannot be shown"
        assert screen.problem.sentence == ""
        return screen

    def activate(self) -> None:
        """Bring the window to the front, where keys go."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)

    def type(self, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Type where the focus is, and end with a key."""
        focused = self.focused()
        QTest.keyClicks(focused, text)
        if end is not None:
            QTest.keyClick(self.focused(), end)

    def fill(self, field: Any, text: str) -> None:
        """Put the focus into a field, write over what it holds, and leave it."""
        self.activate()
        editor = field.editor
        assert editor.isVisible(), f"{field.label.text()} is not there"
        assert editor.isEnabled(), f"{field.label.text()} cannot be written in"
        editor.setFocus()
        editor.selectAll()
        QTest.keyClicks(editor, text)
        editor.clearFocus()
        QApplication.processEvents()

    def choose(self, field: ChoiceField, label: str) -> None:
        """Choose from a field that lists what there is."""
        place = next(n for n in range(field.box.count()) if label in field.box.itemText(n))
        field.box.setFocus()
        field.box.setCurrentIndex(place)
        field.save()

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press keys where the focus is."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.focused(), key)
            else:
                QTest.keyClick(self.focused(), key, modifier or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def click(self, button: QAbstractButton) -> None:
        """Click a button that is there and can be clicked."""
        QApplication.processEvents()
        assert button.isVisible(), f"{button.text() or button.accessibleName()} is not there"
        assert button.isEnabled(), f"{button.text() or button.accessibleName()} is locked: {button.toolTip()}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def pick(self, button: Any, *words: str) -> None:
        """Pick from the menu of a button."""
        menu = button.menu()
        menu.aboutToShow.emit()
        for word in words:
            action = next(one for one in menu.actions() if one.text().strip() == word)
            menu = action.menu() or menu
        action.trigger()
        QApplication.processEvents()

    def until(self, done: Done) -> None:
        """Wait for something to come true."""
        self.qtbot.waitUntil(lambda: bool(done()), timeout=PATIENCE)

    def undo(self) -> None:
        """Ctrl+Z with no text in focus."""
        self._shortcut(Qt.Key.Key_Z)

    def redo(self) -> None:
        """Ctrl+Shift+Z, or what the platform has for it."""
        self._focus_away()
        self.window.menus.redo.trigger()
        QApplication.processEvents()

    def focused(self) -> QWidget:
        """What has the focus."""
        self.activate()
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        return focused

    def _shortcut(self, key: Qt.Key) -> None:
        self._focus_away()
        QTest.keyClick(self.window, key, CONTROL)
        QApplication.processEvents()

    def _focus_away(self) -> None:
        self.activate()
        self.window.header.menu.setFocus()
